"""From a parse to frames: governing predicates first, then the act, top down.

Every rule answers one question: given who speaks and what governs so far, what does this clause
say its subject does? Rules test predicate classes and grammar, never words of a domain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.model.vocabulary import Attribution
from onrecord.read.grammar import tree
from onrecord.read.grammar.asides import is_shifted, says
from onrecord.read.grammar.attributions import AttributionRules
from onrecord.read.grammar.copulas import CopulaRules
from onrecord.read.grammar.dependents import DependentRules
from onrecord.read.grammar.echoes import EchoRules
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.gapping_repairs import GAPPED
from onrecord.read.grammar.items import ItemRules
from onrecord.read.grammar.lexicon import Lexicon
from onrecord.read.grammar.who import Resolver, Who

__all__ = ["Interpreter"]

_SPEAKING = frozenset(
    "speak ask answer talk brief question address explain insist say tell".split()
)


class Interpreter(AttributionRules, EchoRules, DependentRules, CopulaRules, ItemRules):
    """Interprets the sentences of one report, in order."""

    def __init__(self, resolver: Resolver, lexicon: Lexicon) -> None:
        super().__init__(resolver, lexicon)
        self._spoke_before: Who | None = None
        self._told_before = False
        """Whether the last sentence read told a position."""

    def sentence(self, doc: Any, base: int, governor: Governor | None = None) -> list[Frame]:
        """The frames of one sentence whose text begins at `base` in the report."""
        self.base = base
        self.begin()
        if tree.is_question(doc):
            return []  # a question is not a statement
        self.carried_speaker = self._spoke_before
        self._spoke_before = None
        frames: list[Frame] = []
        before = self.last_frame if self._told_before else None
        self.last_frame = None
        governor = governor or self.set_apart(doc)
        roots = [token for token in doc if token.dep_ == "ROOT"]
        for root in roots:
            frames.extend(self.clause(root, governor))
        frames += self.echoes(doc, before)
        for frame in frames:
            self._go_on(frame)
        self._told_before = bool(frames)
        self.last_frame = self.last_frame or before
        speakers = [f.governor.speaker for f in frames if f.governor.speaker is not None]
        self._spoke_before = speakers[-1] if speakers else self._spoke(roots)
        return frames

    def _spoke(self, roots: Sequence[Any]) -> Who | None:
        """ "The minister was asked about it", "spoke for an hour": whose words may follow."""
        for root in (t for t in roots if t.pos_ == "VERB"):
            for verb in (root, *tree.conjuncts(root)):
                subject = tree.subject(verb)
                if verb.lemma_ not in _SPEAKING or subject is None:
                    continue
                who = self.resolver.resolve(subject, self.base, None)
                if who and (who[0].person is not None or who[0].role is not None):
                    return who[0]
        return None

    def _go_on(self, frame: Frame) -> None:
        """Free indirect speech: a shifted tense after reported speech goes on with the same speaker."""
        speaker = self.carried_speaker
        if speaker is None or frame.governor.speaker is not None or frame.explicit:
            return
        shift = is_shifted(frame.node)
        begins = "\n" in self.resolver.text[max(0, self.base - 3) : self.base]
        if shift == "would" or (shift and not begins):
            frame.governor = self.spoken((speaker,), frame.node, frame.governor).but(
                who=frame.governor.who, subject=frame.governor.subject, chain=frame.governor.chain
            )

    def quoted(self, quote: tuple[Any, int], rest: tuple[Any, int]) -> list[Frame]:
        """The frames of a quotation and of the clause that attributes it, parsed apart.

        Each is (doc, its offset in the report). The speaker of the one speaks the other.
        """
        doc, base = rest
        self.base = base
        governor = Governor()
        speech = next((t for t in doc if self._speaks(t) is not None), None)
        if speech is not None:
            governor = self.spoken(self.speakers(self._speaks(speech)), speech, Governor())
            if "pledge" in self.lexicon.verb_classes(speech):
                governor = governor.but(rule="promised")
        told = (
            self.sentence(*quote, governor=governor)
            if governor.speaker is not None
            else self.sentence(*quote)
        )
        speaker = self._spoke_before
        after = self.sentence(doc, base)
        self._spoke_before = self._spoke_before or speaker
        if speech is not None and not tree.complements(speech):
            # "…," he pledged: what he pledged is what the quotation says, and nothing else.
            own = {speech.i, *(t.i for t in (self._speaks(speech),) if t is not None)}
            after = [f for f in after if f.node.i not in own]
        return [*told, *after]

    def _speaks(self, verb: Any) -> Any | None:
        """The word that names who says it, where the verb is one of saying; also ", promised the king"."""
        if verb.pos_ != "VERB" or not says(verb, self.lexicon):
            return None
        subject = tree.subject(verb)
        if subject is None and verb.i == 0 and verb.tag_ in ("VBD", "VBZ", "VBN"):
            return next((o for o in tree.objects(verb) if o.left_edge.i == 1), None)
        return subject if subject is not None and subject.dep_ == "nsubj" else None

    # -- clauses --------------------------------------------------------------------------------

    def clause(self, head: Any, governor: Governor) -> Iterator[Frame]:
        """The frames of the clause that `head` heads, and of the clauses it leads to."""
        if head.i in self.done:
            return
        self.done.add(head.i)
        governor = self._with_parenthetical(head, governor)
        yield from self.adjuncts(head, governor)
        found = list(self._predicate(head, governor)) or list(self.aims(head, governor))
        yield from found
        yield from self._gapped(head, found)
        yield from self._coordinated(head, governor)
        yield from self._dependents(head, governor)

    def _predicate(self, head: Any, governor: Governor) -> Iterator[Frame]:
        if head.pos_ in ("VERB", "AUX"):
            if head.lemma_ == "be" or any(c.dep_ == "acomp" for c in head.children):
                yield from self.copula(head, governor)
            else:
                yield from self.verb(head, governor)
        elif head.pos_ in ("NOUN", "PROPN"):
            yield from self.noun_root(head, governor)
        elif head.pos_ == "ADJ" and any(c.dep_ == "aux" for c in head.children):
            # "will not clear mines": a verb that the tagger took for an adjective.
            yield from self.verb(head, governor)
        elif head.pos_ == "ADJ":
            yield from self.adjective(head, head, governor)

    def _gapped(self, head: Any, found: Sequence[Frame]) -> Iterator[Frame]:
        """ "…, Japan $20 million": what is left of a clause says the same of another actor."""
        told = next((f for f in found if f.node.i == head.i or head in f.extra), None)
        told = told or next(iter(found), None)
        for rest in tree.children(head, GAPPED) if told is not None else ():
            subject = tree.subject(rest)
            who = self.resolver.resolve(subject, self.base, None) if subject is not None else ()
            if who and told is not None:
                yield self.frame(
                    told.act, rest, who, told.governor.but(who=who, subject=None, scopes=()),
                    rule="gapping",
                    refrain=told.refrain, explicit=told.explicit, extra=[head], hedge=told.hedge,
                )  # fmt: skip

    def _with_parenthetical(self, head: Any, governor: Governor) -> Governor:
        """ "…, her office said, …": the speech verb hangs below the clause it carries."""
        for child in head.children:
            if child.dep_ in ("parataxis", "ccomp", "advcl", "dep", "npadvmod", "conj") and (
                "say" in self.lexicon.verb_classes(child)
                and not self.carried(child)
                and not tree.clause_mark(child)
                and child.pos_ == "VERB"
            ):
                subject = tree.subject(child)
                if subject is not None and child.dep_ != "advcl" and self._is_aside(child, head):
                    self.done.add(child.i)
                    return self.spoken(self.speakers(subject), child, governor)
        return governor

    def _is_aside(self, speech: Any, head: Any) -> bool:
        left, right = speech.left_edge.i, speech.right_edge.i
        doc = speech.doc
        before = left > 0 and doc[left - 1].text in ',"-–—'
        if speech.i + 1 < len(doc) and doc[speech.i + 1].lower_ in ("yes", "no"):
            return False
        if speech.dep_ == "conj":
            # ", the minister reiterated" after the clause; "and said …" goes on with something else.
            joined = any(c.dep_ == "cc" and c.i < speech.i for c in speech.head.children)
            return before and not joined
        return before and right - left <= 8 and (speech.i > head.i or left > 0)

    def _coordinated(self, head: Any, governor: Governor) -> Iterator[Frame]:
        for child in head.children:
            if child.dep_ != "conj" or child.i in self.done:
                continue
            if said := self._carries_on(head, child, governor):
                yield from self.clause(child, said)
            else:
                yield from self.clause(child, self._for_sibling(head, child, governor))

    def _carries_on(self, head: Any, child: Any, governor: Governor) -> Governor | None:
        """ "said it has no plans to …, but could …": the second half is said too, of the same subject."""
        if "say" not in self.lexicon.verb_classes(head):
            return None
        carried = self.carried(head)
        if carried and tree.clause_mark(child) == "that":
            return self.spoken(self.actors(head, governor), head, governor).but(rule="speech")
        if tree.subject(child) is not None:
            return None
        moody = tree.modality(child) in ("will", "would", "could", "may", "must")
        adjectival = any(
            self.lexicon.adjective_classes(c) for c in child.children if c.dep_ == "acomp"
        )
        if not carried or not (moody or adjectival):
            return None
        spoken = self.spoken(self.actors(head, governor), head, governor)
        return spoken.but(subject=tree.subject(carried[0]), rule="speech")

    def _for_sibling(self, head: Any, child: Any, governor: Governor) -> Governor:
        """What a coordinated clause shares with the first: subject, and mood if it has none."""
        changes: dict[str, Any] = {}
        subject = tree.subject(head)
        if tree.subject(child) is None and subject is not None:
            changes["subject"] = subject
        classes = self.lexicon.verb_classes(child)
        reported = (
            governor.voice is not None
            and child.tag_ == "VBD"
            and tree.subject(child) is None
            and bool(classes & {"request", "say", "rejection", "threat"})
        )
        if reported and tree.modality(head) in ("will", "would", "must", "could", "may"):
            # "said Europe must stop and urged them": the second verb is the speaker's own.
            kept = governor.speaker if governor.speaker is not governor.voice else None
            return Governor(
                speaker=kept, who=(governor.voice,) if governor.voice else (),
                attribution=governor.attribution if kept else Attribution.OWN_VOICE, voice=kept,
            )  # fmt: skip
        if child.tag_ == "VBG" and tree.subject(child) is None and not tree.auxiliaries(child):
            changes["modality"] = self.mood(head, governor)
        nor = any(c.lower_ == "nor" for c in head.children)
        if nor and tree.is_negated(head) and not tree.auxiliaries(child):
            changes["negated"] = True  # "has neither accepted nor rejected it"
        own_mood = bool(tree.auxiliaries(child)) or child.tag_ in ("VBZ", "VBP", "VBD", "MD")
        if not own_mood and child.tag_ in ("VB", "VBN", "VBG") and child.tag_ == head.tag_:
            changes["modality"] = governor.modality if governor.act else self.mood(head, governor)
            if tree.is_negated(head) and any(c.lower_ == "or" for c in head.children):
                changes["negated"] = True
        if own_mood and governor.act is not None and tree.subject(child) is None:
            infinitive = any(c.tag_ == "TO" for c in child.children)
            if not infinitive:
                changes |= {"act": None, "refrain": False, "chain": ()}
        return governor.but(**changes)

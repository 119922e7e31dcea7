"""From a parse to frames: governing predicates first, then the act, top down.

Every rule answers one question: given who speaks and what governs so far, what does this clause
say its subject does? Rules test predicate classes and grammar, never words of a domain.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Attribution
from onrecord.read.grammar import tree
from onrecord.read.grammar.adjuncts import AdjunctRules
from onrecord.read.grammar.asides import is_shifted, says
from onrecord.read.grammar.attributions import AttributionRules
from onrecord.read.grammar.copulas import CopulaRules
from onrecord.read.grammar.echoes import EchoRules
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.items import ItemRules
from onrecord.read.grammar.lexicon import Lexicon
from onrecord.read.grammar.who import Resolver, Who

__all__ = ["Interpreter"]

_SPEAKING = frozenset(
    "speak ask answer talk brief question address explain insist say tell".split()
)
_TIMES = frozenset("day moment minute hour time week month year".split())


class Interpreter(AttributionRules, EchoRules, AdjunctRules, CopulaRules, ItemRules):
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
        for token in doc:
            if token.dep_ == "ROOT":
                frames.extend(self.clause(token, governor))
        frames += self.echoes(doc, before)
        for frame in frames:
            self._go_on(frame)
        self._told_before = bool(frames)
        self.last_frame = self.last_frame or before
        speakers = [f.governor.speaker for f in frames if f.governor.speaker is not None]
        self._spoke_before = speakers[-1] if speakers else self._spoke(doc)
        return frames

    def _spoke(self, doc: Any) -> Who | None:
        """ "The minister was asked about it", "spoke for an hour": whose words may follow."""
        for root in (t for t in doc if t.dep_ == "ROOT" and t.pos_ == "VERB"):
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
        for token in doc:
            classes = self.lexicon.verb_classes(token)
            subject = tree.subject(token)
            speaking = token.pos_ == "VERB" and says(token, self.lexicon)
            if speaking and subject is not None and subject.dep_ == "nsubj":
                governor = self.spoken(self.speakers(subject), token, Governor())
                if "pledge" in classes:
                    governor = governor.but(rule="promised")
                break
        told = (
            self.sentence(*quote, governor=governor)
            if governor.speaker is not None
            else self.sentence(*quote)
        )
        speaker = self._spoke_before
        after = self.sentence(doc, base)
        self._spoke_before = self._spoke_before or speaker
        return [*told, *after]

    # -- clauses --------------------------------------------------------------------------------

    def clause(self, head: Any, governor: Governor) -> Iterator[Frame]:
        """The frames of the clause that `head` heads, and of the clauses it leads to."""
        if head.i in self.done:
            return
        self.done.add(head.i)
        governor = self._with_parenthetical(head, governor)
        yield from self.adjuncts(head, governor)
        found = list(self._predicate(head, governor))
        yield from found or self.aims(head, governor)
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
        own_mood = bool(tree.auxiliaries(child)) or child.tag_ in ("VBZ", "VBP", "VBD", "MD")
        if not own_mood and child.tag_ in ("VB", "VBN", "VBG") and child.tag_ == head.tag_:
            changes["modality"] = governor.modality if governor.act else self.mood(head, governor)
            joined_by_or = any(c.lower_ in ("or", "nor") for c in head.children)
            if tree.is_negated(head) and joined_by_or:
                changes["negated"] = True
        if own_mood and governor.act is not None and tree.subject(child) is None:
            infinitive = any(c.tag_ == "TO" for c in child.children)
            if not infinitive:
                changes |= {"act": None, "refrain": False, "chain": ()}
        return governor.but(**changes)

    def _dependents(self, head: Any, governor: Governor) -> Iterator[Frame]:
        """Relative clauses and participles that state positions of their own."""
        for token in list(head.subtree):
            if token.i in self.done or token.pos_ not in ("VERB", "AUX"):
                continue
            if token.dep_ == "relcl" and token.head.lemma_ in _TIMES:
                continue  # "the day peace is signed" is a condition
            if token.dep_ == "relcl":
                if not self._is_history(token, head):
                    yield from self._relative(token, governor)
            elif token.dep_ == "advcl" and self._beside(token):
                yield from self.clause(
                    token,
                    governor.but(
                        act=None, chain=(), refrain=False, modality="", subject=None, who=()
                    ),
                )
            elif token.dep_ == "pcomp" and token.tag_ == "VBG" and token.head.lower_ == "with":
                subject = tree.subject(token)
                if subject is not None:  # "…, with France adding that it would contribute"
                    yield from self.clause(
                        token,
                        governor.but(
                            act=None, chain=(), refrain=False, modality="participle", subject=None,
                            who=(),
                        ),
                    )  # fmt: skip
            elif (
                token.dep_ in ("advcl", "acl")
                and token.tag_ == "VBG"
                and not self._conditional(token)
            ):
                leading = token.dep_ == "advcl" and token.i < head.i
                shared = tree.subject(head) if leading else self._inner_subject(head)
                subject = shared or governor.subject
                own = token.head.pos_ in ("NOUN", "PROPN") and token.dep_ == "acl"
                if own and subject is not None and self.is_word_of(token, governor):
                    own = False  # "signed a petition urging them": the petition speaks for them
                yield from self.clause(
                    token,
                    governor.but(
                        act=None, chain=(), refrain=False, modality="participle",
                        subject=token.head if own else subject,
                        who=() if own or subject is not None else governor.who,
                    ),
                )  # fmt: skip

    def _beside(self, clause: Any) -> bool:
        """A clause with its own subject beside the main one: "…, while the US will …"."""
        marks = ("while", "although", "though", "whereas", "as", "but", "because", "since")
        return tree.subject(clause) is not None and tree.clause_mark(clause) in marks

    def _inner_subject(self, head: Any) -> Any | None:
        """The subject that a participle shares: of what is said, not of the verb of saying."""
        while "say" in self.lexicon.verb_classes(head) and (carried := self.carried(head)):
            head = carried[0]
        return tree.subject(head)

    def _relative(self, verb: Any, governor: Governor) -> Iterator[Frame]:
        subject = tree.subject(verb)
        is_relative = subject is not None and subject.tag_ in ("WDT", "WP")
        inherited = verb.head if is_relative or subject is None else None
        generic = verb.head.tag_ == "NNS" and not any(
            c.dep_ in ("det", "nummod", "poss") for c in verb.head.children
        )
        if inherited is not None and generic and tree.modality(verb) == "present":
            return  # "countries that buy Russian oil": nobody in particular
        yield from self.clause(
            verb,
            governor.but(
                act=None,
                chain=(),
                refrain=False,
                modality="",
                subject=inherited,
                who=(),
                thing=None if inherited is not None else verb.head,
            ),
        )

    def _is_history(self, relative: Any, main: Any) -> bool:
        """ "has put off the aid it had promised": what was promised is told only as taken back."""
        chain = [main, *(t for t in relative.ancestors if t.pos_ == "VERB")]
        taken_back = any(
            self.lexicon.verb_classes(t) & {"withdrawal", "stop", "lessen"} for t in chain
        )
        return bool(taken_back) and tree.modality(relative) in tree.DONE

    def _conditional(self, token: Any) -> bool:
        return tree.clause_mark(token) in (
            "if",
            "unless",
            "once",
            "until",
            "when",
            "after",
            "before",
        )

"""What every rule of the grammar uses: whom a clause is about, who speaks, how frames are made."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Act, Attribution
from onrecord.read.grammar import tree
from onrecord.read.grammar.asides import is_anonymous
from onrecord.read.grammar.frames import Frame, Governor, compose
from onrecord.read.grammar.lexicon import Lexicon
from onrecord.read.grammar.who import Resolver, Who

__all__ = ["Rules"]

_DOCUMENTS = frozenset(
    "statement declaration letter communiqué communique appeal petition note memorandum".split()
)
_PROMISED = frozenset({Act.PLEDGE, Act.INTENTION, Act.OFFER})


class Rules(ABC):
    """The shared ground of the verb, noun and adjective rules."""

    def __init__(self, resolver: Resolver, lexicon: Lexicon) -> None:
        self.resolver = resolver
        self.lexicon = lexicon
        self.base = 0
        self.done: set[int] = set()
        """The tokens of this sentence whose clauses have been read."""
        self.echoed: set[int] = set()
        """The tokens of this sentence whose echoes have been read."""
        self.last_speaker: Who | None = None
        self.last_who: tuple[Who, ...] = ()
        self.last_frame: Frame | None = None
        self.carried_speaker: Who | None = None
        """Who spoke in the sentence before: free indirect speech goes on being theirs."""

    def begin(self) -> None:
        """Turn to another sentence."""
        self.done = set()
        self.echoed = set()

    @abstractmethod
    def clause(self, head: Any, governor: Governor) -> Iterator[Frame]:
        """The frames of the clause that `head` heads."""

    # -- subjects and speakers ------------------------------------------------------------------

    def actors(self, verb: Any, governor: Governor) -> tuple[Who, ...]:
        """Whom the clause's subject stands for; () where it is no actor."""
        subject = tree.subject(verb)
        if subject is not None and subject.tag_ == "VBG" and (own := tree.subject(subject)):
            subject = own  # "the Red Cross operating there said": the participle is no subject
        if subject is not None and subject.tag_ in ("WDT", "WP"):
            subject = verb.head if verb.dep_ == "relcl" else governor.subject
        if subject is None:
            subject = governor.subject
            if subject is None:
                return governor.who
        found = self.resolver.resolve(subject, self.base, governor.voice)
        found = found or self._authors(subject)
        if found and found[0].id is not None and not found[0].via_adjective:
            found = (*found, *self._acting_beside(verb, found))
        if not found and subject.i == getattr(governor.subject, "i", -1):
            return governor.who
        return found

    def _authors(self, document: Any) -> tuple[Who, ...]:
        """ "A letter from Germany and Denmark urges Brussels to act": those who wrote it."""
        if document.lemma_.lower() not in _DOCUMENTS:
            return ()
        for prep in tree.prepositions(document):
            for noun in tree.children(prep, "pobj") if prep.lower_ in ("by", "from", "of") else ():
                if found := self.resolver.apart().resolve(noun, self.base, None):
                    return tuple(found)
        return ()

    def _acting_beside(self, verb: Any, who: tuple[Who, ...]) -> tuple[Who, ...]:
        """ "Together with Denmark, the Netherlands will supply tanks": who acts beside the subject."""
        subject = tree.subject(verb)
        for word in verb.children:
            if word.lower_ not in ("together", "along", "jointly") or subject is None:
                continue
            if word.i > subject.i and word.i < verb.i:
                continue
            for prep in (c for c in word.children if c.lower_ == "with"):
                for noun in tree.children(prep, "pobj"):
                    found = self.resolver.apart().resolve(noun, self.base, None)
                    return tuple(
                        w for w in found if w.id not in {a.id for a in who} and not w.via_adjective
                    )
        return ()

    def speakers(self, subject: Any) -> tuple[Who, ...]:
        """Whom the subject of a verb of saying stands for."""
        return self.resolver.resolve(subject, self.base, None)

    def sourced_by(self, who: tuple[Who, ...], governor: Governor) -> Governor:
        """An official who takes a position is its source, unless a source is given already."""
        if governor.speaker is not None or not who:
            return governor
        first = who[0]
        if first.person is None and first.role is None:
            return governor
        attribution = Attribution.ANONYMOUS if first.unnamed_source else Attribution.INDIRECT
        return governor.but(speaker=first, attribution=attribution)

    def named_as_source(self, noun: Any) -> tuple[Who, ...]:
        """Whom a noun phrase names as the source, an unnamed one included."""
        found = self.speakers(noun)
        if not is_anonymous(noun) or any(w.person is not None for w in found):
            return found
        side = found[0].id if found and not found[0].via_adjective else None
        start, end = self.base + noun.left_edge.idx, self.base + noun.idx + len(noun)
        words = self.resolver.text[start:end]
        return (
            Who(id=side, name=words, start=start, end=end, mention=words, unnamed_source=True,
                role=" ".join(words.split())),
        )  # fmt: skip

    def spoken(self, speakers: tuple[Who, ...], verb: Any, governor: Governor) -> Governor:
        """The governor of what these speakers say."""
        speaker = speakers[0] if speakers else None
        if speaker is None:
            subject = tree.subject(verb)
            if subject is not None and subject.pos_ == "PRON" and self.last_speaker is not None:
                speaker = self.last_speaker
        if speaker is None and governor.speaker is not None:
            return governor.but(act=None, chain=())  # named apart, or saying what others said
        if speaker is None:
            return governor.but(speaker=None, attribution=Attribution.INDIRECT, act=None, chain=())
        if governor.speaker is not None and governor.speaker.unnamed_source:
            # An unnamed official who reports what a leader said stays the source.
            return governor.but(voice=speaker, who=(), subject=None, act=None, chain=())
        self.last_speaker = speaker
        attribution = Attribution.ANONYMOUS if speaker.unnamed_source else Attribution.INDIRECT
        return governor.but(
            speaker=speaker, voice=speaker, attribution=attribution, who=(), subject=None,
            act=None, chain=(), told=self.told_to(verb),
        )  # fmt: skip

    def told_to(self, verb: Any) -> tuple[Who, ...]:
        """Whom a verb of saying names as told, or as who is spoken of ("said of the general")."""
        if verb.pos_ != "VERB" or not self.resolver.anything_counts:
            return ()
        told = tree.children(verb, "dobj", "dative")
        told += [g for p in tree.prepositions(verb) if p.lower_ in ("of", "to")
                 for g in tree.children(p, "pobj")]  # fmt: skip
        asked = self.resolver.apart()
        return next((w for t in told if (w := asked.resolve(t, self.base, None))), ())

    def carried(self, verb: Any) -> list[Any]:
        """The clauses a verb of saying carries."""
        found = [
            c
            for c in verb.children
            if c.dep_ in ("ccomp", "xcomp") and c.pos_ in ("VERB", "AUX", "NOUN", "ADJ", "PROPN")
        ]
        if verb.lemma_ in ("make", "let", "leave"):
            # "made it clear that …", "let it be known that …"
            found = [
                g for c in tree.children(verb, "ccomp", "xcomp", "acomp", "oprd")
                if c.lower_ in ("clear", "plain", "known", "public", "obvious", "slip")
                for g in tree.children(c, "ccomp", "advcl", "xcomp", "acl")
                if tree.clause_mark(g) in ("that", "")
            ] or found  # fmt: skip
        if not found and "say" in self.lexicon.verb_classes(verb):
            # ", the minister said" after a clause that the parser took for an adverb's.
            found = [
                c for c in tree.children(verb, "advcl")
                if c.i < verb.i and tree.subject(c) is not None and not tree.clause_mark(c)
                and (tree.auxiliaries(c) or c.tag_ in ("VBD", "VBZ", "VBP"))
                and c.left_edge.lower_ not in ("should", "were", "had")
            ]  # fmt: skip
        return [c for c in found if tree.clause_mark(c) not in ("if", "whether")]

    def inside(self, noun: Any) -> tuple[Who, ...]:
        """Whose troops, ships or money the noun is about ("a decision on German troops")."""
        for token in noun.subtree:
            if token.dep_ == "pobj" and (found := self.resolver.resolve(token, self.base, None)):
                return found
        return ()

    def mood(self, verb: Any, governor: Governor) -> str:
        """The verb's mood and tense, or the one it shares with what it is coordinated with."""
        inherited = governor.modality
        return inherited if inherited not in ("", "participle") else tree.modality(verb)

    def prepositions(self, verb: Any) -> list[Any]:
        """The prepositions of a verb and of its particles ("shy away from")."""
        found = tree.prepositions(verb)
        for particle in self.lexicon.particles(verb):
            found += tree.prepositions(particle) if particle.dep_ != "prep" else [particle]
        return list({p.i: p for p in found}.values())

    def frame(
        self, act: Act, node: Any, who: tuple[Who, ...], governor: Governor, **more: Any
    ) -> Frame:
        """A frame with what the governor carries."""
        if who:
            self.last_who = who
            if act in _PROMISED and who[0].members is not None:
                self.resolver.promising = who[0]
        made = Frame(
            act=act, who=who, node=node, governor=governor, rule=more.pop("rule", governor.rule),
            refrain=more.pop("refrain", governor.refrain),
            recipient=more.pop("recipient", governor.recipient), **more,
        )  # fmt: skip
        self.last_frame = made
        return made

    def composed(self, governor: Governor, act: Act) -> Act:
        """The act under what governs it."""
        return compose(governor.act, act)

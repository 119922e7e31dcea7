"""What verbs say: each family of predicates in the order in which they take precedence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.carriers import CarrierRules
from onrecord.read.grammar.commitments import CommitmentRules
from onrecord.read.grammar.disclosure import DisclosureRules
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.speech import SpeechRules
from onrecord.read.grammar.unreal import is_unreal
from onrecord.read.grammar.who import Who

__all__ = ["VerbRules"]


_ENDS = frozenset("end ban moratorium".split())
_PLANNED = (Act.INTENTION, Act.PLEDGE)
"""What one plans or promises to take back is taken back."""
_URGING = frozenset("please do not n't let never now first just".split())
_SPANS = frozenset("hour day week month minute year deadline".split())
_NOTING = frozenset("note recall acknowledge mention thank appreciate record remember".split())
_DESTINED = frozenset(
    "set due slated poised scheduled prepared committed obliged inclined disposed minded".split()
)
"""Participles that say of someone what an adjective would ("is set to provide")."""


class VerbRules(SpeechRules, DisclosureRules, CommitmentRules, CarrierRules):
    """What verbs say: each family of predicates in the order in which they take precedence."""

    def verb(self, verb: Any, governor: Governor) -> Iterator[Frame]:
        """The frames of a verbal clause: those of the first family that it belongs to."""
        asked = tree.clause_mark(verb) == "whether" and governor.act is None
        if is_unreal(verb) or asked:
            return  # "Whether the bank lends more depends on others": a question
        classes = self.lexicon.verb_classes(verb)
        who = self.actors(verb, governor) or self._agreeing(verb)
        for family in (
            self._commanding, self._running_out, self._ultimatum, self._wishing,
            self._deserving, self._untold, self._foretold, self._first_to, self._carrying_on, self._directing, self._calling, self._saying,
            self._deciding, self._standing_by, self._promising, self._carrying,
        ):  # fmt: skip
            frames = family(verb, classes, who, governor)
            if frames is not None:
                yield from frames
                return
        found = list(self._plain(verb, classes, who, governor)) or self._doomed(
            verb, classes, who, governor
        )
        yield from found
        if not found and governor.act is None:
            yield from self._told_of(self._noted(verb, classes), verb, who)
        if not found and (self._impersonal(verb) or self._is_factive(verb, classes)):
            for clause in tree.children(verb, "ccomp"):
                yield from self.clause(clause, governor)

    def _agreeing(self, verb: Any) -> tuple[Who, ...]:
        """ "It was agreed between Mali and Niger that …": those between whom it was."""
        return self.among(verb) if tree.is_passive(verb) and tree.complements(verb) else ()

    # Each family answers with its frames, with none where the verb is its own yet says nothing, and
    # with None where the verb is not of the family. The order above is the order of precedence.

    def _commanding(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> list[Frame] | None:
        """ "Send us shells," the minister said: a bare verb without a subject asks."""
        voice = governor.voice
        if voice is None or governor.act is not None or not _is_imperative(verb):
            return None
        return [self.frame(Act.REQUEST, verb, (voice,), governor, explicit=True, rule="imperative")]

    def _ultimatum(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> list[Frame] | None:
        """ "gave the rebels 48 hours to surrender": a threat without its words."""
        if verb.lemma_ != "give" or not who or governor.act is not None or tree.is_negated(verb):
            return None
        told = [w for c in tree.children(verb, "dative", "dobj")
                for w in self.resolver.resolve(c, self.base, None)]  # fmt: skip
        spans = [c for c in tree.children(verb, "dobj", "npadvmod") if c.lemma_ in _SPANS]
        spans += [p for p in tree.children(verb, "prep") if p.lower_ == "until"]
        to = [c for t in (verb, *spans) for c in t.children if c.tag_ == "VB"
              and c.dep_ in ("acl", "relcl", "xcomp", "advcl")]  # fmt: skip
        if not spans or not to:
            return None
        return [self.frame(Act.THREAT, to[0], who, self.sourced_by(who, governor), explicit=True,
                           rule="ultimatum", recipient=tuple(told), extra=[verb])]  # fmt: skip

    def _wishing(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> list[Frame] | None:
        """ "would like NATO to base a brigade there": asked of another."""
        if verb.lemma_ != "like" or not who or governor.act is not None or tree.is_negated(verb):
            return None
        for clause in tree.complements(verb):
            subject = tree.subject(clause)
            asked = self.resolver.resolve(subject, self.base, None) if subject is not None else ()
            if asked and asked[0].id != who[0].id and clause.tag_ == "VB":
                return [self.frame(Act.REQUEST, clause, who, self.sourced_by(who, governor),
                                   explicit=True, rule="request", recipient=asked, extra=[verb])]  # fmt: skip
        return None

    def _deserving(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> list[Frame] | None:
        """ "They deserve every credit," the bishop said: praise by who says so."""
        voice = governor.voice
        if "deserving" not in classes or voice is None or governor.act is not None:
            return None
        things = [o for o in tree.objects(verb) if "support" in self.lexicon.noun_classes(o)]
        if not things or tree.is_negated(verb):
            return None
        return [self.frame(Act.SUPPORT, things[0], (voice,), governor, explicit=True, rule="praise",
                           recipient=who, extra=[verb])]  # fmt: skip

    def _running_out(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> list[Frame] | None:
        """ "Our patience is wearing thin," the general said: a threat by who says so."""
        subject, voice = tree.subject(verb), governor.voice
        if "lapsing" not in classes or subject is None or voice is None or tree.is_negated(verb):
            return None
        if "forbearance" not in self.lexicon.noun_classes(subject) or governor.act is not None:
            return None
        return [self.frame(Act.THREAT, subject, (voice,), governor, explicit=True, rule="patience",
                           extra=[verb])]  # fmt: skip

    def _first_to(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> list[Frame] | None:
        """ "became the first to recognise it"."""
        return list(self.firsts(verb, who, governor)) or None

    def _untold(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> list[Frame] | None:
        """What is not said comes first: "declined to say" is no refusal to act."""
        return list(self._nondisclosure(verb, classes, who, governor)) or None

    def _carrying_on(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> list[Frame] | None:
        """Verbs that give an infinitive its mood: "is going to", "is set to", "has to", "expects"."""
        if verb.lemma_ in ("expect", "anticipate"):
            return list(self._expectation(verb, who, governor))
        to = self._to_infinitive(verb)
        if to is None:
            return None
        if verb.lower_ == "going":
            past = any(c.lower_ in ("was", "were") for c in tree.auxiliaries(verb))
            if past and governor.act is None and governor.voice is None:
                return []  # "was going to send troops": and did not
            negated = governor.negated != tree.is_negated(verb)
            inner = governor.but(who=who, subject=None, modality="will", negated=negated)
            return list(self.clause(to, inner))
        if tree.is_passive(verb) and verb.lower_ in _DESTINED and not tree.is_passive(to):
            return list(self.adjective(verb, verb, governor))
        if verb.lemma_ in ("have", "need", "remain"):
            return list(self._have_to(verb, to, who, governor))
        return None

    def _directing(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> list[Frame] | None:
        """ "told them to stop"."""
        if governor.act is not None or not self._is_directive(verb):
            return None
        told = self._asked(verb, governor)
        itself = bool(told and who) and told[0].id == who[0].id is not None
        if not ("threat" in classes and itself):
            return list(self._request(verb, who, governor))
        # "warned Russia to continue": a slip for what it will do itself.
        source = self.sourced_by(who, governor)
        return [
            self.frame(Act.THREAT, clause, who, source, explicit=True, rule="threat", extra=[verb])
            for clause in tree.complements(verb)
        ]

    def _calling(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> list[Frame] | None:
        """ "would regard them as targets", "called it premature", "made the demand that"."""
        frames: list[Frame] = []
        if governor.act is None:
            frames = list(self._made_target(verb, classes, who, governor))
            if not frames and "judge" in classes:
                frames = list(self._judgement(verb, who, governor))
        if not frames and "light" in classes:
            frames = list(self._asked_that(verb, who, governor))
        return frames or None

    def _saying(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> list[Frame] | None:
        """ "insisted that they leave" asks; "said that they would" tells."""
        if self._is_mandative(verb) and who and governor.act is None:
            return list(self._request(verb, who, governor))
        if self._is_speech(verb, classes, governor):
            return list(self._speech(verb, who, governor))
        return None

    def _deciding(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> list[Frame] | None:
        """What is still to be settled, and what is asked for."""
        frames = list(self._settling(verb, classes, governor))
        if not frames and "request" in classes:
            frames = list(self._request(verb, who, governor))
        return frames or None

    def _standing_by(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> list[Frame] | None:
        """Stances on others' acts, and announcements."""
        if governor.rule == "refuse" and "support" in classes and governor.act is Act.REFUSAL:
            return list(self._rejection(verb, who, governor.but(act=None)))
        if (
            governor.act in _PLANNED
            and "rejection" in classes
            and self._is_thwarted(verb, governor)
        ):
            return list(self._rejection(verb, who or governor.who, governor.but(act=None)))
        if governor.act in _PLANNED and not governor.refrain and not self._negated(verb, governor):
            taken = list(self._planned(verb, classes, who or governor.who, governor))
            if taken:
                return taken
        frames = list(self._by_agent(verb, classes, governor)) if governor.act is None else []
        if not frames and "light" in classes and self._carries_commitment(verb):
            frames = list(self._light(verb, who, governor))
        if not frames and governor.act is None:
            frames = list(self._stance(verb, classes, who, governor))
            if not frames and "announce" in classes:
                frames = list(self._announcement(verb, who, governor))
        return frames or None

    def _is_thwarted(self, verb: Any, governor: Governor) -> bool:
        """ "vowed to block any scheme that …", "plans to oppose the plan": a no to what others propose."""
        return not governor.refrain and not self._negated(verb, governor) and any(
            "proposed" in self.lexicon.noun_classes(t) for t in self._things(verb)
        )  # fmt: skip

    def _promising(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> list[Frame] | None:
        """Verbs of commitment."""
        name = self._commissive(verb, classes, governor)
        if name == "undecided" and not who and governor.act is None and tree.is_passive(verb):
            # "a contract is being considered, the minister said": by whom it names, or who says so
            speaking = (governor.voice,) if governor.voice is not None else ()
            who = self._agents(verb) or speaking
        return list(self._commitment(verb, name, who, governor)) if name else None

    def _carrying(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> list[Frame] | None:
        """Light verbs, where the noun decides, and carriers, where the verb below does."""
        frames = list(self._light(verb, who, governor)) if "light" in classes else []
        if frames:
            return frames
        if "transparent" in classes and self._carried_act(verb):
            return list(self._transparent(verb, who, governor))
        return None

    def _carries_commitment(self, verb: Any) -> bool:
        """ "reaffirmed its willingness to": not a stance on the willingness, but the willingness."""
        kept = {"pledge", "offer", "intention", "refusal"}
        return any(
            self.lexicon.noun_classes(o) & kept and (
                any(t.tag_ == "VB" or t.dep_ == "pcomp" for t in o.subtree)
                or any(tree.clause_mark(c) == "that" for c in tree.children(verb, "ccomp"))
            )
            for o in tree.children(verb, "dobj")
        )  # fmt: skip

    def _announcement(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "detailed a package of two billion": announcing a thing promises it."""
        if tree.is_negated(verb):
            return
        if tree.is_passive(verb):
            who = self._agents(verb)
        for node in tree.children(verb, "dobj", "nsubjpass") if who else ():
            if "withdrawal" in self.lexicon.noun_classes(node):
                continue  # "announced a suspension of aid" takes back
            inner = self.sourced_by(who, governor)
            if node.lemma_.lower() in _ENDS:  # "announced an end to arms sales"
                yield self.frame(Act.WITHDRAWAL, node, who, inner, rule="ended",
                                 otherwise=Act.PLEDGE, extra=[verb])  # fmt: skip
                continue
            yield self.frame(Act.PLEDGE, node, who, inner, rule="announcement", extra=[verb])

    def _noted(self, verb: Any, classes: frozenset[str]) -> list[Any]:
        """ "We salute the commitment of Peru to …", "took note of the offer of Angola to …": told of all the same."""
        things = list(tree.objects(verb))
        things += [g for t in (verb, *things) for p in tree.prepositions(t) if p.lower_ in ("of", "for")
                   for g in tree.children(p, "pobj")]  # fmt: skip
        things += [c for t in things for c in tree.conjuncts(t)]
        noting = (
            classes & {"support", "rejection"}
            or verb.lemma_ in _NOTING
            or any(t.lemma_ in ("note", "appreciation", "gratitude", "thanks") for t in things)
        )
        return things if noting and not tree.is_negated(verb) else []

    def _is_factive(self, verb: Any, classes: frozenset[str]) -> bool:
        """ "We do know that Malaysia has volunteered": the clause stands for itself."""
        return "factive" in classes and not tree.is_negated(verb) and tree.modality(verb) in (
            *tree.DONE, "present",
        )  # fmt: skip

    def _impersonal(self, verb: Any) -> bool:
        """ "…, it emerged": nobody speaks, the clause stands for itself."""
        bare = verb.tag_ in ("VBN", "VBG") and not tree.auxiliaries(verb)
        if bare and verb.dep_ == "ROOT" and tree.subject(verb) is None:
            return True  # "Newly elected President Roa has refused …": the parser's root is no verb
        return any(c.lower_ == "it" and c.dep_ in ("nsubj", "expl") for c in verb.children)


def _is_imperative(verb: Any) -> bool:
    """A bare verb at the head of what is said, with something that it governs."""
    if verb.tag_ != "VB" or tree.subject(verb) is not None or verb.dep_ not in ("ROOT", "ccomp"):
        return False
    if not all(t.is_punct or t.lower_ in _URGING for t in verb.doc[: verb.i]):
        return False
    governed = [c for c in verb.children if c.i > verb.i and c.dep_ in (
        "dobj", "xcomp", "ccomp", "prt", "prep", "dative", "advmod",
    )]  # fmt: skip
    thanks = any(o.lower_ == "you" for o in tree.objects(verb))
    return bool(governed) and not thanks

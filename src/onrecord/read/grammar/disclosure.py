"""What is not said, and what is still to be settled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Act, Attribution, What
from onrecord.read.grammar import tree
from onrecord.read.grammar.clauses import ClauseRules
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.negatives import is_negative
from onrecord.read.grammar.who import Who

__all__ = ["DisclosureRules"]


_HANDING = frozenset("release provide share publish write answer put volunteer".split())
_HUSHED = frozenset("silent mum secret tight-lipped vague coy tightlipped".split())


class DisclosureRules(ClauseRules):
    """What is not said, and what is still to be settled."""

    def _nondisclosure(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """ "did not specify", "declined to say which", "gave no figures", "has yet to spell out"."""
        unknown = verb.lemma_ == "know" and tree.is_passive(verb)
        hushed = self._hushed(verb)
        if not ("disclose" in classes or unknown or hushed) or (
            governor.act is not None and governor.rule != "refuse"
        ):
            return
        if verb.dep_ == "relcl" and verb.head.lemma_ in (
            "source",
            "official",
            "person",
            "diplomat",
        ):
            return  # "a government source, whom they did not name"
        silent = hushed or self._silent(verb, governor) or any(w.negative for w in who)
        if not silent:
            return
        if verb.lemma_ in _HANDING and not any(
            "disclose" in self.lexicon.noun_classes(o) or any(c.tag_ in ("WRB", "WP", "WDT") for c in o.subtree)
            for o in (*tree.objects(verb), *tree.children(verb, "nsubjpass", "ccomp"))
        ):  # fmt: skip
            return  # "will not release the soldiers" keeps nothing secret
        what = self._left_open(verb)
        said = [
            c
            for c in tree.children(verb, "ccomp")
            if tree.clause_mark(c) in ("that", "whether", "if")
        ]
        said += [c for v in tree.conjuncts(verb) for c in tree.children(v, "ccomp")]
        if (
            not what
            and "strict" in classes
            and (tree.objects(verb) or tree.is_passive(verb) or said)
        ):
            what = (What.WHETHER,)
        if not what and hushed:
            what = (What.WHETHER,)
        if not what:
            return
        subject = tree.subject(verb)
        if not who and tree.is_passive(verb) and subject is not None:
            who = self.inside(subject)  # "the number of Danish tanks was not disclosed"
        speaker = who[0] if who else governor.speaker
        inner = governor.but(
            speaker=speaker, attribution=Attribution.OWN_VOICE, act=None, refrain=False
        )
        whose = self._whose_position(verb, who, what) or self.last_who
        yield self.frame(
            Act.UNDISCLOSED, verb, whose, inner, what=what, explicit=True, rule="nondisclosure",
            refrain=False, extra=list(tree.children(verb, "dobj", "ccomp")),
        )  # fmt: skip

    def _hushed(self, verb: Any) -> bool:
        """ "keeps secret how many", "stayed silent on", "remains vague about"."""
        return verb.lemma_ in ("keep", "stay", "remain", "be") and any(
            c.lower_ in _HUSHED and c.dep_ in ("acomp", "oprd", "attr", "xcomp") for c in verb.children
        ) and not tree.is_negated(verb)  # fmt: skip

    def _whose_position(
        self, verb: Any, who: tuple[Who, ...], what: tuple[What, ...]
    ) -> tuple[Who, ...]:
        """Whose position is left open: who acts in the open question, else the group spoken of."""
        if what == (What.WHETHER,):
            return who
        own = any(
            t.lower_ in ("its", "their", "his", "her", "our") for t in verb.subtree if t.i > verb.i
        )
        for token in verb.subtree:
            if token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") and token.i > verb.i:
                found = self.resolver.resolve(token, self.base, who[0] if who else None)
                if found and (
                    found[0].members is not None
                    or (token.dep_ == "nsubj" and not found[0].via_adjective)
                ):
                    return found
        group = self.resolver.spoken_of
        near = group is not None and self.resolver.is_near(group, self.base)
        if not own and near and group is not None and (not who or group.id != who[0].id):
            if any(w.person is not None or w.role for w in who):
                return (group,)
        return who

    def _silent(self, verb: Any, governor: Governor) -> bool:
        if governor.act is Act.REFUSAL and governor.rule == "refuse":
            return True
        if governor.rule == "yet" or self._has_yet(verb):
            return True
        if tree.is_negated(verb) and tree.modality(verb) in (
            *tree.DONE,
            "present",
            "would",
            "will",
            "could",
            "bare",
        ):
            return True
        if verb.head.lower_ == "without" and verb.dep_ == "pcomp":
            return True
        return any(is_negative(c) for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))

    def _settling(self, verb: Any, classes: frozenset[str], governor: Governor) -> Iterator[Frame]:
        """ "The US contribution will be settled later": a passive of deciding, still to come."""
        named = tree.children(verb, "oprd", "attr")
        if "settle" not in classes or not tree.is_passive(verb) or named:
            yield from self._held_for(verb, named, governor)
            return
        whether = next(iter(tree.children(verb, "csubjpass", "csubj")), None)
        subject = tree.subject(verb) or whether or governor.subject
        if subject is None:
            return
        to_come = (
            tree.modality(verb) in (*tree.FUTURE, "must") or self._has_yet(verb)
            or (verb.dep_ == "xcomp" and verb.head.lemma_ in ("need", "remain", "have", "be"))
            or tree.is_negated(verb)
        )  # fmt: skip
        if not to_come:
            return
        who = self.resolver.resolve(subject, self.base, governor.voice) or governor.who
        who = who or self._owner(subject, governor)
        if not who and self.resolver.issuer is not None:
            who = (self.resolver.issuer,)
        yield self.frame(
            Act.UNDECIDED, subject, who, governor.but(act=None), explicit=True, rule="to be settled",
            hedge=self._hedge(verb, governor), extra=[verb],
        )  # fmt: skip

    def _held_for(self, verb: Any, named: list[Any], governor: Governor) -> Iterator[Frame]:
        """ "would be considered legitimate targets": who says so threatens it."""
        for noun in named:
            if (
                "harm" in self.lexicon.noun_classes(noun)
                and governor.voice is not None
                and self.mood(verb, governor) in tree.FUTURE
            ):
                yield self.frame(
                    Act.THREAT, verb, (governor.voice,), governor, explicit=True, rule="target",
                    extra=[noun],
                )  # fmt: skip

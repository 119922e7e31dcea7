"""Verbs of commitment: pledge, intention, offer, open questions, refusal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Act, Attribution, What
from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame, Governor, governed
from onrecord.read.grammar.stances import StanceRules
from onrecord.read.grammar.who import Who

__all__ = ["CommitmentRules"]

_COMMISSIVE = {
    "pledge": Act.PLEDGE,
    "intention": Act.INTENTION,
    "offer": Act.OFFER,
    "undecided": Act.UNDECIDED,
    "refusal": Act.REFUSAL,
    "avoid": Act.REFUSAL,
}
_OWN_OR_ANY = frozenset("its their our own any".split())
_ONCE = frozenset("previously formerly originally once initially".split())
_ANSWERING = frozenset("refuse decline volunteer".split())
_GIVING_TO = frozenset("promise offer pledge guarantee assure".split())
_FINDING = frozenset("agree decide determine resolve accept".split())
_ENACTING = frozenset("approve adopt accept pass endorse confirm".split())
_TALKING = frozenset({Act.PLEDGE, Act.INTENTION, Act.OFFER})
_STRONGEST_FIRST = ("refusal", "avoid", "undecided", "offer", "intention", "pledge")


class CommitmentRules(StanceRules):
    """Verbs of commitment: pledge, intention, offer, open questions, refusal."""

    def _commissive(self, verb: Any, classes: frozenset[str], governor: Governor) -> str | None:
        """The commissive class that the construction supports, if any."""
        if tree.is_negated(verb) and self._governed_acceptance(verb, classes):
            return None
        for name in _STRONGEST_FIRST:
            if name == "offer" and verb.lemma_ == "offer" and tree.modality(verb) in tree.FUTURE:
                continue
            coming = governor.act in _TALKING or self.mood(verb, governor) in tree.FUTURE
            if name == "undecided" and coming and "talk" in classes and not self._is_matter(verb):
                continue  # "offered to negotiate": talks are what is offered
            if name in classes and self._supports(verb, name):
                return name
        return None

    def _is_matter(self, verb: Any) -> bool:
        """ "The cabinet will discuss a contribution of soldiers": what it would give is the matter."""
        return verb.lemma_ in ("discuss", "debate") and any(
            "given" in self.lexicon.noun_classes(o) for o in tree.objects(verb)
        ) and not any(p.lower_ == "with" for p in tree.prepositions(verb))  # fmt: skip

    def _governed_acceptance(self, verb: Any, classes: frozenset[str]) -> bool:
        """ "undertook not to accept limits": the undertaking is the act, not the accepting."""
        return "accept" in classes and verb.dep_ == "xcomp" and verb.tag_ == "VB"

    def _supports(self, verb: Any, name: str) -> bool:
        has_clause = any(c.pos_ in ("VERB", "AUX") for c in tree.complements(verb))
        has_object = bool(tree.objects(verb) or tree.children(verb, "nsubjpass"))
        has_prep = any(
            tree.children(p, "pcomp") or tree.children(p, "pobj") for p in self.prepositions(verb)
        )
        if verb.lemma_ == "offer":
            return has_clause or has_object
        if name == "pledge" or verb.lemma_ in _ANSWERING:
            return True
        if name == "undecided" and verb.lemma_ == "decide":
            return True
        return has_clause or has_object or has_prep or bool(self.lexicon.particles(verb))

    def _commitment(
        self, verb: Any, name: str, who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        if name == "refusal" and tree.is_passive(verb) and tree.children(verb, "agent"):
            who = self._agents(verb)  # "the talks were boycotted by Mali"
            if not who:
                return
        if name == "refusal" and self._refuses_not_to(verb, governor):
            return
        act, refrain, what = self._act_of(verb, name, governor)
        if act is None or self._is_background(verb) or self._is_finding(verb):
            return
        if name in ("pledge", "offer") and tree.is_passive(verb) and tree.children(verb, "dobj") and (
            verb.lemma_ in _GIVING_TO
        ):  # fmt: skip
            # "Sudan was promised 20 million by Norway": the subject gets it
            givers = self._agents(verb)
            for thing in tree.children(verb, "dobj") if givers else ():
                yield self.frame(act, thing, givers, self.sourced_by(givers, governor),
                                 explicit=True, rule=name, recipient=who, extra=[verb])  # fmt: skip
            return
        if (
            act in _COMMISSIVE.values()
            and self.mood(verb, governor) == "must"
            and any(w.id or w.counts for w in who)
        ):
            # "they must agree to talks, he said" asks it of them.
            yield from self._obligation(verb, who, governor)
            return
        asked = any(t.tag_ in ("WRB", "WP", "WDT") for t in verb.subtree if t.i > verb.i)
        if not what and act is Act.UNDECIDED and verb.lemma_ == "leave" and asked:
            what = self._left_open(verb)  # "left open when it would come"
            act = Act.UNDISCLOSED if what else act
        if what:
            speaker = who[0] if who else governor.speaker
            inner = governor.but(speaker=speaker, attribution=Attribution.OWN_VOICE)
            yield self.frame(Act.UNDISCLOSED, verb, who, inner, what=what, explicit=True, rule=name)
            return
        classes = self.lexicon.verb_classes(verb)
        if act in (Act.PLEDGE, Act.INTENTION) and self._is_harm(verb) and not refrain:
            yield self.frame(
                Act.THREAT, verb, who, self.sourced_by(who, governor), explicit=True,
                rule="harm promised",
            )  # fmt: skip
            return
        if self._object_only(verb) and not tree.is_passive(verb):
            if "want" in classes and act is Act.INTENTION and governor.act is None and not (
                verb.lemma_ == "seek" and any(
                    self.lexicon.noun_classes(o) & {"pledge", "mutual"} for o in tree.objects(verb))
            ):  # fmt: skip
                yield from self._request(verb, who, governor)
                return
            if act is Act.REFUSAL and governor.act is None and self._declines_another(verb):
                yield from self._not_taken(verb, who, governor)
                return
        if name == "undecided" and act is Act.PLEDGE and any(
            tree.is_negated(c) for c in tree.complements(verb)
        ):  # fmt: skip
            act = Act.INTENTION  # "decided not to send": no promise, but a refusal
        composed = self.composed(governor, act)
        if (
            name == "offer"
            and verb.lemma_ in ("propose", "offer")
            and governor.act is Act.INTENTION
        ):
            composed = Act.INTENTION  # what one intends to propose one intends
        inner = self.sourced_by(who, governor).but(
            act=composed, refrain=refrain or governor.refrain, who=who,
            subject=None, chain=(*governor.chain, verb), scopes=(*governor.scopes, verb),
            modality="", negated=False, rule="refuse" if name == "refusal" else name,
        )  # fmt: skip
        yield from self._content_of(verb, inner, who)

    def _refuses_not_to(self, verb: Any, governor: Governor) -> bool:
        """ "sees no reason not to send them": refuses nothing."""
        return not self._negated(verb, governor) and any(
            tree.is_negated(c) for h in (verb, *tree.objects(verb))
            for c in tree.children(h, "xcomp", "acl") if c.tag_ == "VB"
        )  # fmt: skip

    def _declines_another(self, verb: Any) -> bool:
        """ "refused the plan" says no to another; "will not agree to any truce" is its own to give."""
        if not self.lexicon.verb_classes(verb) & {"decline", "accept"}:
            return False
        words = {t.lower_ for o in tree.objects(verb) for t in o.children}
        words |= {
            c.lower_ for p in self.prepositions(verb)
            if p.lower_ == "to" for o in tree.children(p, "pobj") for c in o.children
        }  # fmt: skip
        given = verb.lemma_ == "refuse" and any(  # "refused port calls to foreign ships"
            p.lower_ == "to" or p.dep_ == "dative" for p in tree.prepositions(verb)
        )
        return not words & _OWN_OR_ANY and not given

    def _is_harm(self, verb: Any) -> bool:
        """ "promised a riposte", "vowed revenge": what is promised is harm, and no peaceful thing."""
        objects = tree.children(verb, "dobj")
        return any(
            "harm" in self.lexicon.noun_classes(o) and o.lemma_ != "force"
            and not any(c.dep_ == "compound" for c in o.children)
            for o in objects
        )  # fmt: skip

    def _is_finding(self, verb: Any) -> bool:
        """ "agreed that the rules are unfair", "committed murder", "adopted a law": nothing is promised."""
        if verb.lemma_ == "commit" and any(
            "crime" in self.lexicon.noun_classes(o) for o in tree.objects(verb)
        ):
            return True
        if verb.lemma_ in _ENACTING and tree.modality(verb) in tree.DONE and any(
            "enacted" in self.lexicon.noun_classes(o)
            for o in (*tree.objects(verb), *tree.children(verb, "nsubjpass"))
        ):  # fmt: skip
            return True
        clauses = tree.children(verb, "ccomp")
        if verb.lemma_ == "mean" and any(tree.subject(c) is not None for c in clauses):
            return True  # "meant that looting leads to shooting"
        return verb.lemma_ in _FINDING and any(
            tree.subject(c) is not None and c.tag_ in ("VBD", "VBZ", "VBP", "VBN")
            and tree.modality(c) in (*tree.DONE, "present")
            and not any(tree.modality(v) in tree.FUTURE for v in tree.conjuncts(c))
            for c in clauses
        ) and not tree.objects(verb)  # fmt: skip

    def _is_background(self, verb: Any) -> bool:
        """ "had previously pledged", "had ruled it out but now": what was so before is not news."""
        once = any(c.lower_ in _ONCE and c.dep_ == "advmod" for c in verb.children)
        had = any(c.lower_ == "had" for c in tree.auxiliaries(verb))
        turned = any(c.dep_ == "cc" and c.lower_ in ("but", "yet") for c in verb.children)
        turned |= verb.dep_ == "relcl" and "refusal" in self.lexicon.verb_classes(verb)
        return once or (had and turned)

    def _object_only(self, verb: Any) -> bool:
        """A thing as object, or as what a relative clause hangs on, and no clause below."""
        clauses = [c for c in tree.complements(verb) if c.pos_ in ("VERB", "AUX")]
        objects = bool(tree.objects(verb)) or verb.dep_ == "relcl"
        if not objects and "accept" in self.lexicon.verb_classes(verb):
            objects = any(tree.children(p, "pobj") for p in self.prepositions(verb))
        return not clauses and objects

    def _act_of(
        self, verb: Any, name: str, governor: Governor
    ) -> tuple[Act | None, bool, tuple[What, ...]]:
        """Act, refrain and what stays open, by class, negation and mood."""
        negated = self._negated(verb, governor)
        if governor.rule == "yet" and name in ("pledge", "intention", "offer"):
            return Act.UNDECIDED, False, ()
        mod = (
            governor.modality
            if governor.modality not in ("", "participle")
            else tree.modality(verb)
        )
        act = _COMMISSIVE[name]
        if name == "intention" and governor.speaker is None and any(
            c.lower_ == "had" for c in tree.auxiliaries(verb)
        ):  # fmt: skip
            return None, False, ()  # "had hoped for more": an intention given up
        if name == "undecided" and verb.lemma_ in ("decide", "determine", "resolve"):
            return self._decision(verb, mod, negated=negated)
        if name == "undecided" and negated and any(
            t.lower_ in ("mind", "minds") for t in self.lexicon.particles(verb)
        ):  # fmt: skip
            return Act.UNDECIDED, False, ()  # "has not made up its mind"
        if name == "pledge" and verb.lemma_ == "agree" and negated and mod == "could":
            return None, False, ()  # "could not agree on a budget" refuses nothing
        if not negated:
            if act is Act.REFUSAL and mod in ("may", "could"):
                # "Germany might refuse to send them": it has not yet
                return (Act.UNDECIDED if governor.speaker else None), False, ()
            if mod == "may":
                return (Act.OFFER if governor.speaker else None), False, ()
            if mod == "could" and act in (Act.PLEDGE, Act.INTENTION):
                return Act.OFFER, False, ()
            if (
                mod == "would"
                and "accept" in self.lexicon.verb_classes(verb)
                and tree.has_condition(verb)
            ):
                return Act.OFFER, False, ()  # "would accept a truce if Russia does the same"
            if mod == "must" and governor.speaker is None:
                return None, False, ()
            return act, False, ()
        if name == "refusal":
            return Act.UNDECIDED, False, ()
        if name == "avoid":
            return Act.OFFER, False, ()
        if name == "pledge" and self._no_object(verb) and not tree.is_negated(verb) and (
            not governor.negated
        ):  # fmt: skip
            if mod in tree.FUTURE and governor.act is None:
                return Act.REFUSAL, False, ()  # "will accept no refugees", "will commit no troops"
            return Act.PLEDGE, True, ()  # "pledges no foreign bases"
        if name == "undecided":
            sure = "hesitating" in self.lexicon.verb_classes(verb)
            return (Act.PLEDGE if sure else Act.REFUSAL), False, ()
        if name == "pledge" and mod in (*tree.DONE,) and verb.lemma_ != "agree":
            return Act.UNDISCLOSED, False, (What.WHETHER,)
        return Act.REFUSAL, False, ()

    def _decision(
        self, verb: Any, mod: str, *, negated: bool
    ) -> tuple[Act | None, bool, tuple[What, ...]]:
        now = verb.tag_ in ("VBZ", "VBP") and any(  # "The Council decides to send monitors"
            c.tag_ == "VB" and any(g.tag_ == "TO" for g in c.children)
            for c in tree.complements(verb)
        )
        done = (mod in tree.DONE or now) and not negated and not self._has_yet(verb)
        if done:
            against = any(c.lower_ == "against" for c in verb.children)
            return (Act.REFUSAL if against else Act.PLEDGE), False, ()
        return Act.UNDECIDED, False, ()

    def _content_of(self, verb: Any, inner: Governor, who: tuple[Who, ...]) -> Iterator[Frame]:
        """The clauses, objects or nothing that a commissive verb governs."""
        clauses = [c for c in tree.complements(verb) if c.pos_ in ("VERB", "AUX")]
        clauses += [
            g for p in self.prepositions(verb) for g in tree.children(p, "pcomp")
            if g.tag_ == "VBG" and p.lower_ not in ("with", "without", "by", "after", "before")
        ]  # fmt: skip
        clauses += [
            c for c in tree.children(verb, "advcl") if c.tag_ == "VBG" and not verb.children
        ]
        for clause in clauses:
            yield from self._governed_clause(verb, clause, inner, who)
        if clauses:
            return
        passive = tree.is_passive(verb)
        following = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
        not_to = (
            following is not None
            and following.lower_ in ("not", "never")
            and tree.before_to(following)
        )
        if not_to:
            act, refrain = governed(inner.act or Act.PLEDGE, negated=True, refrain=inner.refrain)
            inner = inner.but(act=act, refrain=refrain)
        # "accepts that" promises nothing, "refused to accept any more" refuses
        bare = "accept" in self.lexicon.verb_classes(verb) and len(inner.chain) < 2
        yield self.frame(
            inner.act or Act.PLEDGE, verb, who, inner, explicit=not bare,
            passive_subject=tree.subject(verb) if passive else None,
            hedge=self._hedge(verb, inner),
        )  # fmt: skip

    def _governed_clause(
        self, verb: Any, clause: Any, inner: Governor, who: tuple[Who, ...]
    ) -> Iterator[Frame]:
        subject = tree.subject(clause)
        if subject is None or subject.tag_ in ("WDT", "WP"):
            yield from self.clause(clause, inner)
            return
        wanted = "want" in self.lexicon.verb_classes(verb) and verb.dep_ != "xcomp"
        theirs = not any(c.lower_ in _OWN_OR_ANY - {"any"} for c in subject.children)
        if wanted and theirs and clause.tag_ == "VBN" and not tree.auxiliaries(clause):
            # "wants the vote postponed": asked of whoever can
            yield self.frame(
                Act.REQUEST, clause, who, inner.but(act=None, refrain=False), explicit=True,
                rule="request", passive_subject=subject, extra=[verb],
            )  # fmt: skip
            return
        actors = self.resolver.resolve(subject, self.base, who[0] if who else None)
        if not actors and "intention" in self.lexicon.verb_classes(verb) and (
            subject.pos_ in ("NUM", "PRON") and subject.lower_ not in ("it", "this", "that")
        ):  # fmt: skip
            return  # "hoped the two would not undermine the talks": others' doing
        if not actors:
            # "agreed that the buses would run": said of a thing by who agrees
            inner = inner.but(subject=subject)
        same = not actors or {w.id for w in actors} == {w.id for w in who}
        if same:
            yield from self.clause(clause, inner.but(who=actors or who))
        elif "intention" in self.lexicon.verb_classes(verb) and verb.lemma_ != "expect":
            # "wants Europe to stop buying oil" asks another to act.
            yield self.frame(
                Act.REQUEST, clause, who, inner.but(act=None, refrain=False), explicit=True,
                rule="request", recipient=actors, extra=[verb],
            )  # fmt: skip
        else:
            yield from self.clause(clause, inner.but(who=actors))

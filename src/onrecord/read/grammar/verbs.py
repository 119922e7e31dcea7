"""What verbs say: speech, request, commitment, refusal, rejection, support, threat and plain acts."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Act, Attribution, What
from onrecord.read.grammar import tree
from onrecord.read.grammar.base import Rules
from onrecord.read.grammar.frames import Frame, Governor, governed
from onrecord.read.grammar.scope import is_approval
from onrecord.read.grammar.who import Who

__all__ = ["VerbRules"]

_COMMISSIVE = {
    "pledge": Act.PLEDGE,
    "intention": Act.INTENTION,
    "offer": Act.OFFER,
    "undecided": Act.UNDECIDED,
    "refusal": Act.REFUSAL,
    "avoid": Act.REFUSAL,
}
_STRONGEST_FIRST = ("refusal", "avoid", "undecided", "offer", "intention", "pledge")
_FUTURE = ("will", "would")
_DONE = ("past", "perfect")


class VerbRules(Rules):
    """Rules for clauses headed by a verb other than "be"."""

    def verb(self, verb: Any, governor: Governor) -> Iterator[Frame]:
        """The frames of a verbal clause."""
        classes = self.lexicon.verb_classes(verb)
        who = self.actors(verb, governor)
        if frames := list(self._nondisclosure(verb, classes, who, governor)):
            yield from frames
        elif verb.lower_ == "going" and (to := self._to_infinitive(verb)):
            negated = governor.negated != tree.is_negated(verb)
            yield from self.clause(
                to, governor.but(who=who, subject=None, modality="will", negated=negated)
            )
        elif verb.lemma_ in ("expect", "anticipate"):
            yield from self._expectation(verb, who, governor)
        elif verb.lemma_ in ("have", "need", "remain") and (to := self._to_infinitive(verb)):
            yield from self._have_to(verb, to, who, governor)
        elif self._is_directive(verb) and governor.act is None:
            told = self._asked(verb, governor)
            if "threat" in classes and told and who and told[0].id == who[0].id:
                # "warned Russia to continue": a slip for what it will do itself.
                for clause in tree.complements(verb):
                    yield self.frame(
                        Act.THREAT, clause, who, self._as_asker(who, governor), explicit=True,
                        rule="threat", extra=[verb],
                    )  # fmt: skip
            else:
                yield from self._request(verb, who, governor)
        elif self._is_speech(verb, classes, governor):
            yield from self._speech(verb, who, governor)
        elif (frames := list(self._settling(verb, classes, governor))) or (
            "request" in classes and (frames := list(self._request(verb, who, governor)))
        ):
            yield from frames
        elif governor.rule == "refuse" and "support" in classes and governor.act is Act.REFUSAL:
            yield from self._rejection(verb, who, governor.but(act=None))
        elif (
            governor.act is None and (frames := list(self._stance(verb, classes, who, governor)))
        ) or (
            "announce" in classes
            and governor.act is None
            and (frames := list(self._announcement(verb, who, governor)))
        ):
            yield from frames
        elif name := self._commissive(verb, classes):
            yield from self._commitment(verb, name, who, governor)
        elif "light" in classes and (frames := list(self._light(verb, who, governor))):
            yield from frames
        elif "transparent" in classes and self._carried_act(verb):
            yield from self._transparent(verb, who, governor)
        else:
            found = list(self._plain(verb, classes, who, governor))
            yield from found
            if not found and self._impersonal(verb):
                for clause in tree.children(verb, "ccomp"):
                    yield from self.clause(clause, governor)

    def _announcement(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "detailed a package of two billion": announcing a thing promises it."""
        if tree.is_negated(verb) or tree.is_passive(verb) or not who:
            return
        for node in tree.children(verb, "dobj"):
            yield self.frame(Act.PLEDGE, node, who, self._as_asker(who, governor),
                             rule="announcement", extra=[verb])  # fmt: skip

    def _impersonal(self, verb: Any) -> bool:
        """ "…, it emerged": nobody speaks, the clause stands for itself."""
        return any(c.lower_ == "it" and c.dep_ in ("nsubj", "expl") for c in verb.children)

    def _to_infinitive(self, verb: Any) -> Any | None:
        for child in tree.complements(verb):
            if child.dep_ == "xcomp" and any(c.tag_ == "TO" for c in child.children):
                return child
        return None

    def _expectation(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """A source's expectation of another actor is that actor's intention, on the source's word."""
        source = who[0] if who else governor.speaker
        subject = tree.subject(verb)
        if not who and subject is not None and subject.pos_ == "PRON":
            source = self.last_speaker
        if source is None or tree.is_passive(verb) or tree.is_negated(verb):
            return
        if source.members is not None and self.last_speaker is not None and subject is not None and (
            subject.pos_ == "PRON" and self.last_speaker.unnamed_source
        ):  # fmt: skip
            source = self.last_speaker
        inner = self.spoken((source,), verb, governor)
        for clause in tree.complements(verb):
            own = tree.subject(clause)
            actors = self.resolver.resolve(own, self.base, None) if own is not None else ()
            if actors and actors[0].id != source.id:
                yield from self.clause(
                    clause,
                    inner.but(act=Act.INTENTION, who=actors, chain=(verb,), rule="expectation"),
                )

    def _have_to(
        self, verb: Any, to: Any, who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """ "has yet to decide" keeps open; "has to act" is an obligation; "needs to be settled"."""
        yet = self._has_yet(to)
        passive = tree.is_passive(to)
        yield from self.clause(
            to,
            governor.but(
                who=() if passive else who,
                subject=tree.subject(verb) or governor.subject if passive else None,
                rule="yet" if yet else governor.rule,
                modality="" if yet or passive else "must",
            ),
        )

    # -- speech ---------------------------------------------------------------------------------

    def _is_speech(self, verb: Any, classes: frozenset[str], governor: Governor) -> bool:
        if (
            not ({"say", "threat"} & classes)
            or (
                tree.subject(verb) is None
                and not governor.who
                and governor.subject is None
                and (verb.dep_ != "ROOT" or tree.is_passive(verb))
            )
            or governor.act is not None
        ):
            return False
        if not self.carried(verb):
            return False
        if "say" not in classes and not tree.children(verb, "ccomp"):
            return False  # "threatened to invade" is the threat itself
        passive_object = tree.is_passive(verb) and not tree.children(verb, "agent")
        return not passive_object

    def _is_directive(self, verb: Any) -> bool:
        """ "told them to stop": an infinitive with someone told."""
        if verb.lemma_ not in ("tell", "warn", "advise", "remind", "caution"):
            return False
        told = tree.children(verb, "dobj", "dative")
        infinitive = [c for c in tree.complements(verb) if any(g.tag_ == "TO" for g in c.children)]
        inner = [c for c in infinitive if tree.subject(c) is not None or told]
        return bool(inner) and all(not any(g.tag_ == "MD" for g in c.children) for c in infinitive)

    def _speech(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        if tree.is_negated(verb) and verb.lemma_ not in ("believe", "think"):
            return
        subject = tree.subject(verb)
        if subject is not None and "outsiders" in self.lexicon.noun_classes(subject):
            return
        spoken = self.spoken(who, verb, governor)
        warns = "threat" in self.lexicon.verb_classes(verb)
        for clause in self.carried(verb):
            inner = spoken.but(
                subject=tree.subject(verb) if tree.subject(clause) is None else None,
                who=who if tree.subject(clause) is None else (),
                rule="warn" if warns else "speech",
                chain=(verb,) if warns else (),
                negated=tree.is_negated(verb),
            )
            yield from self.clause(clause, inner)

    # -- what is not said -----------------------------------------------------------------------

    def _nondisclosure(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """ "did not specify", "declined to say which", "gave no figures", "has yet to spell out"."""
        if "disclose" not in classes or (governor.act is not None and governor.rule != "refuse"):
            return
        silent = self._silent(verb, governor) or any(w.negative for w in who)
        if not silent:
            return
        what = self._left_open(verb)
        if not what and "strict" in classes and (tree.objects(verb) or tree.is_passive(verb)):
            what = (What.WHETHER,)
        if not what:
            return
        speaker = who[0] if who else governor.speaker
        inner = governor.but(
            speaker=speaker, attribution=Attribution.OWN_VOICE, act=None, refrain=False
        )
        whose = self._whose_position(verb, who, what) or self.last_who
        yield self.frame(
            Act.UNDISCLOSED, verb, whose, inner, what=what, explicit=True, rule="nondisclosure",
            refrain=False, extra=list(tree.children(verb, "dobj", "ccomp")),
        )  # fmt: skip

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
        if not own and group is not None and (not who or group.id != who[0].id):
            if any(w.person is not None or w.role for w in who):
                return (group,)
        return who

    def _silent(self, verb: Any, governor: Governor) -> bool:
        if governor.act is Act.REFUSAL and governor.rule == "refuse":
            return True
        if governor.rule == "yet" or self._has_yet(verb):
            return True
        if tree.is_negated(verb) and tree.modality(verb) in (
            *_DONE,
            "present",
            "would",
            "will",
            "bare",
        ):
            return True
        if verb.head.lower_ == "without" and verb.dep_ == "pcomp":
            return True
        return any(self._negative_noun(c) for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))

    def _has_yet(self, verb: Any) -> bool:
        head = verb.head
        return (
            verb.dep_ == "xcomp" and head.lemma_ in ("have", "be", "remain")
            and any(c.lower_ == "yet" for c in (*head.children, *verb.children))
        )  # fmt: skip

    def _negative_noun(self, noun: Any) -> bool:
        return noun.lower_ in ("nothing", "none", "neither") or any(
            c.lower_ == "no" for c in noun.children
        )

    def _left_open(self, verb: Any) -> tuple[What, ...]:
        """Which questions stay open, by the question words and nouns below the verb."""
        found: list[What] = []
        words = [t for c in verb.children if c.dep_ not in ("nsubj", "aux", "neg", "conj", "advcl", "prep")
                 for t in c.subtree]  # fmt: skip
        subjects = tree.children(verb, "nsubjpass")
        words += [t for s in subjects for t in s.subtree]
        for index, token in enumerate(words):
            following = words[index + 1].lower_ if index + 1 < len(words) else ""
            if what := _question(token, following):
                found.append(what)
        return tuple(dict.fromkeys(found))

    # -- still to be settled --------------------------------------------------------------------

    def _settling(self, verb: Any, classes: frozenset[str], governor: Governor) -> Iterator[Frame]:
        """ "The US contribution will be settled later": a passive of deciding, still to come."""
        named = tree.children(verb, "oprd", "attr")
        if "settle" not in classes or not tree.is_passive(verb) or named:
            yield from self._held_for(verb, named, governor)
            return
        subject = tree.subject(verb) or governor.subject
        if subject is None:
            return
        to_come = (
            tree.modality(verb) in (*_FUTURE, "must") or self._has_yet(verb)
            or (verb.dep_ == "xcomp" and verb.head.lemma_ in ("need", "remain", "have"))
            or tree.is_negated(verb)
        )  # fmt: skip
        if not to_come:
            return
        who = self.resolver.resolve(subject, self.base, governor.voice) or governor.who
        who = who or self._owner(subject, governor)
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
                and self.mood(verb, governor) in _FUTURE
            ):
                yield self.frame(
                    Act.THREAT, verb, (governor.voice,), governor, explicit=True, rule="target",
                    extra=[noun],
                )  # fmt: skip

    def _owner(self, noun: Any, governor: Governor) -> tuple[Who, ...]:
        """Whose contribution it is: "the level of participation of each country"."""
        for token in noun.subtree:
            if token.dep_ == "pobj" and token.head.lower_ in ("of", "by", "from"):
                if found := self.resolver.resolve(token, self.base, governor.voice):
                    return found
        return ()

    # -- requests -------------------------------------------------------------------------------

    def _request(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        if governor.act is not None and governor.act is not Act.INTENTION:
            return
        if tree.is_negated(verb):
            return
        mod = tree.modality(verb)
        if verb.lemma_ in ("require", "need") and not self._asks_for_need(verb, governor):
            return
        if tree.is_passive(verb):
            yield from self._passive_request(verb, governor)
            return
        if verb.lemma_ in ("require", "need"):
            who = (governor.voice,) if governor.voice else ()
        elif mod in ("may",) or not who:
            return
        inner = self._as_asker(who, governor)
        recipient = self._asked(verb, inner)
        for node in self._asked_for(verb):
            yield self.frame(
                Act.REQUEST, node, who, inner, explicit=True, rule="request",
                recipient=self._asked_below(node, recipient, inner), extra=[verb],
                refrain=False,
            )  # fmt: skip

    def _asks_for_need(self, verb: Any, governor: Governor) -> bool:
        """ "any force would need a US guarantee": a condition put as a demand by a speaker."""
        objects = tree.children(verb, "dobj")
        if any(is_approval(t.lemma_.lower() for t in o.subtree) for o in objects):
            return False
        return (
            governor.speaker is not None
            and bool(objects)
            and (tree.modality(verb) in ("would", "will", "present", "must"))
        )

    def _as_asker(self, who: tuple[Who, ...], governor: Governor) -> Governor:
        """A leader who asks is the source of the request, unless a source is given already."""
        if governor.speaker is not None or not who:
            return governor
        asker = who[0]
        if asker.person is not None or asker.role is not None:
            attribution = Attribution.ANONYMOUS if asker.unnamed_source else Attribution.INDIRECT
            return governor.but(speaker=asker, attribution=attribution)
        return governor

    def _asked(self, verb: Any, governor: Governor) -> tuple[Who, ...]:
        """Whom the request is made to."""
        candidates = [c for c in verb.children if c.dep_ in ("dobj", "dative", "nsubjpass")]
        for prep in self.prepositions(verb):
            if prep.lower_ in ("on", "upon", "to", "from", "of", "with"):
                candidates += tree.children(prep, "pobj")
        for complement in tree.complements(verb):
            if (subject := tree.subject(complement)) is not None:
                candidates.append(subject)
        for candidate in candidates:
            found = self.resolver.resolve(candidate, self.base, None)
            if found and not found[0].via_adjective:
                return found
        return ()

    def _asked_below(
        self, node: Any, recipient: tuple[Who, ...], governor: Governor
    ) -> tuple[Who, ...]:
        """The addressee inside the thing asked for: "assurances from the US"."""
        if recipient:
            return recipient
        for token in node.subtree:
            if token.dep_ == "pobj" and token.head.lower_ in ("from", "by"):
                if found := self.resolver.resolve(token, self.base, None):
                    return found
        found = (
            self.resolver.resolve(node, self.base, None) if node.pos_ in ("NOUN", "PROPN") else ()
        )
        return tuple(w for w in found if w.via_adjective)

    def _asked_for(self, verb: Any) -> list[Any]:
        """The clauses or nouns asked for."""
        clauses = [c for c in tree.complements(verb) if c.pos_ in ("VERB", "AUX", "ADJ")]
        if clauses:
            return [
                each for c in clauses for each in (c, *tree.conjuncts(c)) if each.pos_ != "NOUN"
            ]
        nouns = []
        for prep in self.prepositions(verb):
            if (prep.lower_ in ("for", "on") and verb.lemma_ != "call") or prep.lower_ == "for":
                nouns += [*tree.children(prep, "pobj"), *tree.children(prep, "pcomp")]
        if not nouns:
            nouns = [c for c in tree.children(verb, "dobj") if not self._is_addressee(c)]
        infinitives = [
            g for c in tree.children(verb, "dobj", "pobj") for g in tree.children(c, "acl")
        ]
        for prep in self.prepositions(verb):
            for noun in tree.children(prep, "pobj"):
                infinitives += [g for g in tree.children(noun, "acl") if g.pos_ == "VERB"]
        return infinitives or nouns

    def _is_addressee(self, noun: Any) -> bool:
        found = self.resolver.resolve(noun, self.base, None)
        return bool(found) and not found[0].via_adjective

    def _passive_request(self, verb: Any, governor: Governor) -> Iterator[Frame]:
        agents = [g for c in tree.children(verb, "agent") for g in tree.children(c, "pobj")]
        who = tuple(w for a in agents for w in self.resolver.resolve(a, self.base, None))
        if not who:
            return
        subject = tree.subject(verb)
        recipient = self.resolver.resolve(subject, self.base, None) if subject is not None else ()
        for node in tree.complements(verb) or ([subject] if subject is not None else []):
            yield self.frame(
                Act.REQUEST, node, who, self._as_asker(who, governor), explicit=True,
                rule="request", recipient=recipient, extra=[verb],
            )  # fmt: skip

    # -- stances on others' acts ----------------------------------------------------------------

    def _stance(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        if not who or self.mood(verb, governor) == "may":
            return
        negated = tree.is_negated(verb)
        if "rejection" in classes and not negated:
            yield from self._rejection(verb, who, governor)
        elif "support" in classes and not negated and self.mood(verb, governor) not in (
            *_FUTURE, "could", "must",
        ):  # fmt: skip
            yield from self._support(verb, who, governor)
        elif (
            "withdrawal" in classes and not negated and tree.modality(verb) not in ("could", "must")
        ):
            yield from self._withdrawal(verb, who, governor)
        elif "threat" in classes and not negated:
            yield from self._threat(verb, who, governor)

    def _rejection(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """Another's act is rejected; one's own ("rejected sending its troops") is refused."""
        inner = self._as_asker(who, governor)
        gerunds = [c for c in tree.complements(verb) if c.pos_ == "VERB"]
        gerunds += [g for p in self.prepositions(verb) for g in tree.children(p, "pcomp")]
        own = [g for g in gerunds if tree.subject(g) is None]
        for node in own:
            yield from self.clause(
                node,
                inner.but(act=Act.REFUSAL, who=who, subject=None, chain=(verb,), rule="refuse"),
            )
        if own:
            return
        nodes = tree.objects(verb) or [
            g for p in self.prepositions(verb) for g in tree.children(p, "pobj")
        ]
        if not nodes and governor.thing is not None:
            nodes = [governor.thing]
        for node in nodes or [verb]:
            yield self.frame(
                Act.REJECTION, node, who, inner, explicit=True, rule="rejection", extra=[verb],
            )  # fmt: skip

    def _support(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        nodes = tree.objects(verb) or [
            g for p in self.prepositions(verb) for g in tree.children(p, "pobj")
        ]
        nodes = nodes or tree.children(verb, "ccomp")
        if not nodes or tree.is_passive(verb):
            return
        inner = self._as_asker(who, governor)
        for node in nodes:
            yield self.frame(
                Act.SUPPORT, node, who, inner, explicit=True, rule="support", extra=[verb],
            )  # fmt: skip

    def _withdrawal(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        passive = tree.is_passive(verb)
        yield self.frame(
            Act.WITHDRAWAL, verb, who, self._as_asker(who, governor), rule="withdrawal",
            passive_subject=tree.subject(verb) if passive else None,
        )  # fmt: skip

    def _threat(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        inner = self._as_asker(who, governor)
        told = self._asked(verb, inner)
        if verb.lemma_ == "warn":
            told_tokens = tree.children(verb, "dobj")
            harmful = list(tree.complements(verb))
            same = bool(told) and bool(who) and told[0].id == who[0].id
            if not (harmful and (same or not told_tokens)):
                return
        nodes = tree.complements(verb) or tree.objects(verb)
        for prep in self.prepositions(verb):
            if prep.lower_ in ("with", "of"):
                nodes = [*tree.children(prep, "pobj"), *tree.children(prep, "pcomp")] or nodes
        for node in nodes or [verb]:
            yield self.frame(
                Act.THREAT, node, who, inner, explicit=True, rule="threat", extra=[verb],
                recipient=told,
            )  # fmt: skip

    # -- commitments ----------------------------------------------------------------------------

    def _commissive(self, verb: Any, classes: frozenset[str]) -> str | None:
        """The commissive class that the construction supports, if any."""
        for name in _STRONGEST_FIRST:
            if name == "offer" and verb.lemma_ == "offer" and tree.modality(verb) in _FUTURE:
                continue
            if name in classes and self._supports(verb, name):
                return name
        return None

    def _supports(self, verb: Any, name: str) -> bool:
        has_clause = any(c.pos_ in ("VERB", "AUX") for c in tree.complements(verb))
        has_object = bool(tree.objects(verb) or tree.children(verb, "nsubjpass"))
        has_prep = any(
            tree.children(p, "pcomp") or tree.children(p, "pobj") for p in self.prepositions(verb)
        )
        if verb.lemma_ == "offer":
            return has_clause or has_object
        if name == "pledge":
            return True
        if name == "undecided" and verb.lemma_ == "decide":
            return True
        return has_clause or has_object or has_prep or bool(self.lexicon.particles(verb))

    def _commitment(
        self, verb: Any, name: str, who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        act, refrain, what = self._act_of(verb, name, governor)
        if act is None or self._is_background(verb):
            return
        if what:
            speaker = who[0] if who else governor.speaker
            inner = governor.but(speaker=speaker, attribution=Attribution.OWN_VOICE)
            yield self.frame(Act.UNDISCLOSED, verb, who, inner, what=what, explicit=True, rule=name)
            return
        classes = self.lexicon.verb_classes(verb)
        if self._object_only(verb) and not tree.is_passive(verb):
            if "want" in classes and act is Act.INTENTION:
                yield from self._request(verb, who, governor)
                return
            if "decline" in classes and act is Act.REFUSAL and governor.act is None:
                yield from self._rejection(verb, who, governor)
                return
        inner = self._own_source(who, governor).but(
            act=self.composed(governor, act), refrain=refrain or governor.refrain, who=who,
            subject=None, chain=(*governor.chain, verb), scopes=(*governor.scopes, verb),
            modality="", negated=False, rule="refuse" if name == "refusal" else name,
        )  # fmt: skip
        yield from self._content_of(verb, inner, who)

    def _is_background(self, verb: Any) -> bool:
        """ "had previously pledged": what was so before is not what is said now."""
        before = ("previously", "formerly", "originally", "once", "initially")
        return any(c.lower_ in before and c.dep_ == "advmod" for c in verb.children)

    def _object_only(self, verb: Any) -> bool:
        """A thing as object, or as what a relative clause hangs on, and no clause below."""
        clauses = [c for c in tree.complements(verb) if c.pos_ in ("VERB", "AUX")]
        return not clauses and (bool(tree.objects(verb)) or verb.dep_ == "relcl")

    def _own_source(self, who: tuple[Who, ...], governor: Governor) -> Governor:
        return self._as_asker(who, governor)

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
        if name == "undecided" and verb.lemma_ in ("decide", "determine", "resolve"):
            return self._decision(verb, mod, negated=negated)
        if not negated:
            if mod == "may" and act is not Act.REFUSAL:
                return (Act.OFFER if governor.speaker else None), False, ()
            if mod == "could" and act in (Act.PLEDGE, Act.INTENTION):
                return Act.OFFER, False, ()
            if mod == "must" and governor.speaker is None:
                return None, False, ()
            return act, False, ()
        if name == "refusal":
            return Act.UNDECIDED, False, ()
        if name == "avoid":
            return Act.OFFER, False, ()
        if name == "undecided":
            return Act.REFUSAL, False, ()
        if name == "pledge" and mod in (*_DONE,) and verb.lemma_ != "agree":
            return Act.UNDISCLOSED, False, (What.WHETHER,)
        return Act.REFUSAL, False, ()

    def _no_object(self, verb: Any) -> bool:
        """ "plans no offensive", "will send nothing": the object carries the negation."""
        return any(self._negative_noun(c) for c in tree.objects(verb))

    def _negated(self, verb: Any, governor: Governor) -> bool:
        own = tree.is_negated(verb) or self._no_object(verb)
        return own != governor.negated or any(w.negative for w in self.actors(verb, governor))

    def _decision(
        self, verb: Any, mod: str, *, negated: bool
    ) -> tuple[Act | None, bool, tuple[What, ...]]:
        done = mod in _DONE and not negated and not self._has_yet(verb)
        if done:
            against = any(c.lower_ == "against" for c in verb.children)
            return (Act.REFUSAL if against else Act.PLEDGE), False, ()
        return Act.UNDECIDED, False, ()

    def _content_of(self, verb: Any, inner: Governor, who: tuple[Who, ...]) -> Iterator[Frame]:
        """The clauses, objects or nothing that a commissive verb governs."""
        clauses = [c for c in tree.complements(verb) if c.pos_ in ("VERB", "AUX")]
        clauses += [
            g for p in self.prepositions(verb) for g in tree.children(p, "pcomp")
            if g.pos_ in ("VERB", "AUX")
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
        yield self.frame(
            inner.act or Act.PLEDGE, verb, who, inner, explicit=True,
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
        actors = self.resolver.resolve(subject, self.base, who[0] if who else None)
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

    # -- light verbs, carriers, plain acts --------------------------------------------------------

    def _light(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "made a commitment", "expressed its readiness", "has no plans": the noun decides."""
        passive = tree.is_passive(verb)
        nouns = tree.children(verb, "nsubjpass") if passive else tree.objects(verb)
        for noun in nouns:
            classes = self.lexicon.noun_classes(noun)
            if not classes & {"pledge", "intention", "offer", "undecided", "refusal", "request",
                              "rejection", "support", "threat"}:  # fmt: skip
                continue
            kept = {"pledge", "offer", "intention", "undecided"}
            if self.mood(verb, governor) in _FUTURE and not classes & kept:
                continue
            if passive:
                who = self._agents(verb) or self.resolver.resolve(noun, self.base, governor.voice)
                if not who and governor.voice is not None and self._denied(verb, noun):
                    who = (governor.voice,)
            frames = list(self.nominal(noun, who, governor, verb))
            if frames:
                yield from frames
                return

    def _denied(self, verb: Any, noun: Any) -> bool:
        """ "no decision had been made": the speaker's own matter is kept open."""
        return tree.is_negated(verb) or self._negative_noun(noun)

    def _agents(self, verb: Any) -> tuple[Who, ...]:
        return tuple(
            w for c in tree.children(verb, "agent") for g in tree.children(c, "pobj")
            for w in self.resolver.resolve(g, self.base, None)
        )  # fmt: skip

    def _carried_act(self, verb: Any) -> bool:
        return bool(
            [c for c in tree.complements(verb) if c.pos_ == "VERB"]
            or [g for p in self.prepositions(verb) for g in tree.children(p, "pcomp")]
        )

    def _transparent(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "will continue to train", "help monitor": the mood of the carrier, the act of the carried."""
        mod = governor.modality or tree.modality(verb)
        inner = governor.but(
            who=who, subject=None, modality=mod, chain=(*governor.chain, verb),
            negated=governor.negated != tree.is_negated(verb), scopes=(*governor.scopes, verb),
        )  # fmt: skip
        clauses = [c for c in tree.complements(verb) if c.pos_ == "VERB"]
        clauses += [g for p in self.prepositions(verb) for g in tree.children(p, "pcomp")]
        for clause in clauses:
            yield from self.clause(clause, inner)

    def _plain(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """A plain act: mood and tense decide, unless a governing predicate has decided."""
        if governor.act is None and (frames := list(self._of_subject(verb, governor))):
            yield from frames
            return
        if "inert" in classes and governor.act is None:
            return
        passive = tree.is_passive(verb)
        subject = tree.subject(verb)
        thing: Any | None = None
        if passive:
            thing = subject
            who = (
                self._agents(verb)
                or tuple(w for w in who if w.via_adjective)
                or (governor.who if governor.act else self.unstated(subject, governor))
            )
        elif (who and who[0].via_adjective) or (
            governor.act is not None and self._is_thing(subject, who)
        ):
            thing = subject
        if who and self._treats_as_target(verb):
            yield from self._target(verb, who, governor)
            return
        own = tree.is_negated(verb) or self._no_object(verb)
        negated = governor.negated != (own or any(w.negative for w in who))
        act, refrain = self._plain_act(verb, classes, governor, negated=negated)
        if (
            act is None
            and self.mood(verb, governor) == "would"
            and self.carried_speaker is not None
        ):
            # Free indirect speech: "He added that …. They would also …" is still his.
            governor = self.spoken((self.carried_speaker,), verb, governor).but(
                who=who, modality=governor.modality, subject=governor.subject
            )
            act, refrain = self._plain_act(verb, classes, governor, negated=negated)
        if act is None or not who:
            return
        if act is Act.REQUEST:
            yield from self._obligation(verb, who, governor)
            return
        if "harm" in classes and act in (Act.PLEDGE, Act.INTENTION, Act.OFFER) and not negated:
            act = Act.THREAT
        if governor.rule == "warn" and act is Act.PLEDGE and self._own_side(who, governor):
            act = Act.THREAT
        hedged = act in (Act.OFFER, Act.INTENTION, Act.UNDECIDED)
        yield self.frame(
            act, verb, who, governor, refrain=refrain, passive_subject=thing,
            explicit=governor.act is not None or "harm" in classes or (
                "transparent" in classes and bool(self.prepositions(verb))
                and verb.lemma_ in ("participate", "contribute", "help", "assist", "engage")
            ) or verb.lemma_ in ("participate", "join"),
            hedge=self._hedge(verb, governor) if hedged else None,
            rule=governor.rule or "plain",
        )  # fmt: skip
        if act in (Act.PLEDGE, Act.INTENTION, Act.OFFER):
            yield from self.without(verb, who, governor)

    def _is_thing(self, subject: Any | None, who: tuple[Who, ...]) -> bool:
        """ "decided that the headquarters would sit in Paris": the subject is what it is about."""
        if subject is None or subject.pos_ == "PRON" or not who:
            return False
        start = self.base + subject.idx
        return not any(w.start <= start < w.end for w in who)

    def _of_subject(self, verb: Any, governor: Governor) -> Iterator[Frame]:
        """ "Estonia's readiness to join will not weaken …": the subject noun is the predicate."""
        subject = tree.subject(verb)
        if subject is None or not self.lexicon.noun_classes(subject) & {
            "offer", "intention", "refusal", "pledge", "request", "rejection", "support", "threat",
        }:  # fmt: skip
            return
        for owner in tree.children(subject, "poss", "amod", "compound", "nmod"):
            if who := self.resolver.resolve(owner, self.base, governor.voice):
                yield from self.nominal(subject, who, governor, None)
                return

    @abstractmethod
    def nominal(
        self, noun: Any, who: tuple[Who, ...], governor: Governor, light: Any | None
    ) -> Iterator[Frame]:
        """The frames of a predicate noun."""

    def without(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "will help without deploying troops": the other half is a refusal."""
        for prep in self.prepositions(verb):
            if prep.lower_ == "without":
                for gerund in tree.children(prep, "pcomp"):
                    if "disclose" not in self.lexicon.verb_classes(gerund):
                        yield self.frame(
                            Act.REFUSAL, gerund, who, governor.but(act=None, refrain=False),
                            rule="without", extra=[verb],
                        )  # fmt: skip

    def _treats_as_target(self, verb: Any) -> Any | None:
        """ "treat any foreign soldier as a target": harm announced by its noun."""
        for prep in self.prepositions(verb):
            if prep.lower_ in ("as", "with", "by"):
                for noun in tree.children(prep, "pobj"):
                    bare = not any(
                        c.dep_ in ("amod", "compound", "poss", "conj") for c in noun.children
                    )
                    means = prep.lower_ != "as"
                    if "harm" in self.lexicon.noun_classes(noun) and (bare or not means):
                        return noun
        return None

    def _target(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        act, _ = self._plain_act(verb, frozenset(), governor, negated=tree.is_negated(verb))
        noun = self._treats_as_target(verb)
        if noun is not None and act in (Act.PLEDGE, Act.INTENTION, Act.OFFER):
            yield self.frame(Act.THREAT, verb, who, governor, explicit=True, rule="target",
                             extra=[noun])  # fmt: skip

    def _own_side(self, who: tuple[Who, ...], governor: Governor) -> bool:
        return governor.voice is not None and who[0].id == governor.voice.id

    def unstated(self, subject: Any | None, governor: Governor) -> tuple[Who, ...]:
        """Who stands behind an agentless passive: the group that gave the promise, if any."""
        return self.resolver.unstated(subject, self.base) if subject is not None else ()

    def _plain_act(
        self, verb: Any, classes: frozenset[str], governor: Governor, *, negated: bool
    ) -> tuple[Act | None, bool]:
        if governor.act is not None:
            return governed(governor.act, negated=negated, refrain=governor.refrain)
        mod = (
            governor.modality
            if governor.modality not in ("", "participle")
            else tree.modality(verb)
        )
        if _is_to(verb):
            return (Act.REFUSAL if negated else Act.INTENTION), False
        if _going_to(verb):
            mod = "will"
        if mod in _FUTURE:
            if mod == "would" and governor.speaker is None:
                return None, False
            return (Act.REFUSAL if negated else Act.PLEDGE), False
        if mod == "could":
            return (Act.REFUSAL if negated else Act.OFFER), False
        if mod == "may":
            return (Act.OFFER if governor.speaker is not None and not negated else None), False
        if mod == "must":
            return (Act.REQUEST if governor.speaker is not None else None), False
        return self._tensed(mod, classes, governor, negated=negated), False

    def _tensed(
        self, mod: str, classes: frozenset[str], governor: Governor, *, negated: bool
    ) -> Act | None:
        if "perform" not in classes and mod != "progressive":
            return None
        if mod in ("present", "progressive"):
            if negated:
                return Act.REFUSAL
            return Act.PLEDGE if mod == "present" else Act.DELIVERY
        if mod in _DONE and not negated:
            return Act.DELIVERY
        if governor.modality == "participle" and mod == "bare" and "perform" in classes:
            return None
        return None

    def _obligation(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "Europe must stop buying oil, Trump said": the speaker asks it of the subject."""
        voice = governor.voice
        if voice is None or any(w.id == voice.id for w in who):
            return
        yield self.frame(
            Act.REQUEST, verb, (voice,), governor, explicit=True, rule="obligation",
            recipient=who,
        )  # fmt: skip

    def _hedge(self, verb: Any, governor: Governor) -> tuple[int, int] | None:
        """The governing words that weaken the act, from the first of the chain to the verb."""
        tokens = [t for t in governor.chain if t.i != verb.i or len(governor.chain) == 1]
        words = [w for t in tokens for w in (t, *tree.auxiliaries(t), *self.lexicon.particles(t))]
        if not words:
            words = [w for w in tree.auxiliaries(verb) if w.tag_ == "MD"] or [verb]
            if governor.rule == "to be settled" or not tree.auxiliaries(verb):
                words = [verb, *tree.auxiliaries(verb)]
        return tree.span_of(words)


def _is_to(verb: Any) -> bool:
    """ "is to send", and a headline's "26 nations to send"."""
    to = any(c.tag_ == "TO" for c in verb.children)
    if not to:
        return False
    if verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ == "be" and verb.head.tag_ in (
        "VBZ", "VBP", "VBD",
    ):  # fmt: skip
        return True
    return verb.dep_ == "ROOT" and tree.subject(verb) is not None


def _going_to(verb: Any) -> bool:
    return bool(verb.dep_ == "xcomp" and verb.head.lower_ == "going")


_WHO_NOUNS = frozenset("country nation state member name list participant government".split())
_MANY_NOUNS = frozenset("size number figure strength scale troop soldier".split())
_MUCH_NOUNS = frozenset("amount sum cost budget price money contribution".split())
_WHEN_NOUNS = frozenset("date timetable timeline schedule deadline timing timeframe".split())
_WHETHER_NOUNS = frozenset("commitment promise pledge decision confirmation guarantee".split())


def _question(token: Any, following: str) -> What | None:
    """The open question that a word stands for."""
    word, lemma = token.lower_, token.lemma_.lower()
    if word == "how":
        return {"many": What.HOW_MANY, "much": What.HOW_MUCH}.get(following)
    simple = {"who": What.WHO, "which": What.WHO, "whom": What.WHO, "when": What.WHEN,
              "where": What.WHERE, "whether": What.WHETHER, "if": What.WHETHER}  # fmt: skip
    if word in simple:
        return simple[word]
    if word == "what":
        return What.HOW_MUCH if token.dep_ in ("dobj", "attr", "nsubj") else What.WHETHER
    if token.dep_ in ("dobj", "nsubjpass", "conj", "pobj", "attr"):
        for nouns, what in (
            (_MANY_NOUNS, What.HOW_MANY), (_WHO_NOUNS, What.WHO), (_MUCH_NOUNS, What.HOW_MUCH),
            (_WHEN_NOUNS, What.WHEN), (_WHETHER_NOUNS, What.WHETHER),
        ):  # fmt: skip
            if lemma in nouns:
                return what
    return None

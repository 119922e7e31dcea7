"""Plain acts, where mood and tense decide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.events import EventRules
from onrecord.read.grammar.frames import Frame, Governor, governed
from onrecord.read.grammar.who import Who

__all__ = ["PlainActRules"]


_RECEIVING = frozenset("receive get obtain".split())
_AGAIN = frozenset(
    "annually yearly monthly weekly daily usually often regularly always typically normally every".split()
)
_REASONS = frozenset("reason explanation warning notice ground excuse hesitation".split())
_MARKS = frozenset("target goal mark level percent % record balance deal bargain milestone".split())
_GIVES = frozenset("send give provide supply deliver deploy contribute donate grant lend".split())
_ENDING = frozenset("end stop cease".split())
_IMPOSING = frozenset("impose introduce order slap decree place put".split())
_BANS = frozenset("ban moratorium freeze".split())
_EXPIRING = frozenset("expire lapse".split())
_SHARES = frozenset("cent percent % third half quarter majority".split())
_OWN_LIFE = frozenset(
    "travel visit arrive tour dine resign run become study marry retire attend fly".split()
)
"""What an official does as a person, planned or done."""
_GIVEN = (Act.PLEDGE, Act.INTENTION, Act.OFFER)


def _ends_it(verb: Any) -> bool:
    """Whether the verb tells that its subject ends, or puts a ban on its object."""
    things = tree.objects(verb)
    if verb.dep_ == "advcl":
        return False  # "before its presidency ends"
    if not things:
        own = verb.dep_ in ("ROOT", "ccomp") and tree.subject(verb) is not None
        return (
            own and verb.lemma_ in _ENDING and not (tree.is_passive(verb) or tree.complements(verb))
        )
    return verb.lemma_ in _IMPOSING and any(t.lemma_.lower() in _BANS for t in things)


def _fewer(verb: Any) -> str | None:
    """ "less" or "no less", where the verb's object is less or fewer of a thing, else None."""
    for thing in tree.objects(verb) if verb.lemma_ in _GIVES else ():
        words = [t for t in thing.subtree if t.i <= thing.i]
        for at in (t for t in words if t.lower_ in ("less", "fewer") and t.head.i == thing.i):
            if at.dep_ in ("amod", "det", "advmod"):
                no = at.i > 0 and at.doc[at.i - 1].lower_ == "no"
                return "no less" if no else "less"
    return None


class PlainActRules(EventRules):
    """Plain acts, where mood and tense decide."""

    def _plain(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """A plain act: mood and tense decide, unless a governing predicate has decided."""
        if governor.act is None and (
            frames := list(self._of_subject(verb, governor)) or list(self._of_event(verb, governor))
        ):
            yield from frames
            return
        if frames := list(self.received(verb, who, governor)):
            yield from frames
            return
        if self._says_nothing(verb, classes, who, governor):
            return
        who, thing = self._doers(verb, classes, who, governor)
        if self._treats_as_target(verb) and (said := self._threatening(verb, who, governor)):
            yield from self._target(verb, said, governor)
            return
        own = tree.is_negated(verb) or self._no_object(verb) or self._no_subject(verb)
        negated = governor.negated != (own or any(w.negative for w in who))
        act, refrain = self._plain_act(verb, classes, governor, negated=negated)
        if fewer := _fewer(verb):
            # "will send less aid" takes back; "no less aid" denies nothing
            act = Act.WITHDRAWAL if act in (*_GIVEN, Act.DELIVERY) and fewer == "less" else None
        would = self.mood(verb, governor) == "would"
        if act is None and would and self.carried_speaker is not None:
            # Free indirect speech: "He added that …. They would also …" is still his.
            governor = self.spoken((self.carried_speaker,), verb, governor).but(
                who=who, modality=governor.modality, subject=governor.subject
            )
            act, refrain = self._plain_act(verb, classes, governor, negated=negated)
        if act is Act.REQUEST:
            yield from self._must(verb, who, governor)
        elif act is not None and who:
            act = self._harmful(act, verb, classes, who, governor, negated=negated)
            if not refrain and act in (*_GIVEN, Act.DELIVERY) and _ends_it(verb):
                yield self._ended(act, verb, who, governor)
                return
            yield self._act_frame(act, verb, classes, who, governor, refrain=refrain, thing=thing)
            if act in _GIVEN:
                yield from self.without(verb, who, governor)

    def _ended(self, act: Act, verb: Any, who: tuple[Who, ...], governor: Governor) -> Frame:
        """ "its arms sales would end", "imposed a ban on arms sales": taken back, if it is what upholds."""
        subject = None if tree.objects(verb) else tree.subject(verb)
        for owner in tree.children(subject, "poss") if subject is not None else ():
            who = self.resolver.resolve(owner, self.base, governor.voice) or who
        return self.frame(
            Act.WITHDRAWAL, verb, who, governor, rule="ended", otherwise=act,
            passive_subject=subject,
        )  # fmt: skip

    def _says_nothing(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> bool:
        """Purposes, comments declined, a person's own doings, what nobody who counts has done."""
        if any(c.lower_ == "so" and c.i < verb.i for c in verb.children):
            return True  # "so that they could fund a wall" is a purpose
        subject = tree.subject(verb)
        if subject is not None and any(
            a.lower_ in ("should", "may") and a.i < subject.i for a in tree.auxiliaries(verb)
        ):
            return True  # "should the leaders go through with it", "may he rest in peace"
        if governor.rule == "refuse" and (
            verb.lemma_ in ("comment", "elaborate", "speculate")
            or ("disclose" in classes and any(
                "disclose" in self.lexicon.noun_classes(o) for o in tree.objects(verb)))
        ):  # fmt: skip
            return True  # "declined to comment", "refused to give details" refuse nothing
        personal = "personal" in classes and any(w.person is not None for w in who)
        if personal and governor.act is None and governor.speaker is None:
            return True
        if classes & {"rejection", "request"} and governor.act is None and self.mood(verb, governor) in (
            "may", "could"
        ):  # fmt: skip
            return True  # "Poland could reject the plan": it has not, and offers nothing
        if "lasting" in classes and self.mood(verb, governor) == "present" and any(
            o.lemma_.lower() in _SHARES and tree.prepositions(o) for o in tree.objects(verb)
        ):  # fmt: skip
            return True  # "shelters sixty per cent of these forests": where they grow
        if verb.lemma_ == "let" and any(t.lemma_ in _EXPIRING for t in verb.subtree):
            return True  # "will let the agreement expire": takes back, and says not when
        if verb.lemma_ == "fight" and any(p.lower_ == "for" for p in tree.prepositions(verb)):
            return True  # "fought for a public holiday"
        if personal and verb.lemma_ in _OWN_LIFE and not self.resolver.anything_counts:
            return True  # "was planning to visit the wounded", "wants to become a lawyer"
        if "inert" in classes and (governor.act is None or self._is_given(verb, governor)):
            return True
        if verb.tag_ == "VBG" and any(
            c.lower_ == "there" and c.dep_ in ("expl", "nsubj", "advmod") for c in verb.children
        ):
            return True  # "while there's still fighting": nobody's act
        if verb.lemma_ == "sign" and any(
            "pledge" in self.lexicon.verb_classes(c) for o in tree.objects(verb)
            for c in tree.children(o, "acl", "relcl")
        ):  # fmt: skip
            return True  # "signed a declaration promising to quit coal": the promise tells it
        if "rejection" in classes and tree.is_negated(verb) and governor.act is None:
            return True  # "won't stand in the way of tanks for Kyiv" refuses no tanks
        by_others = tree.children(verb, "agent") and not self._agents(verb)
        return bool(tree.is_passive(verb) and by_others)  # "is financed by private donors"

    def _is_given(self, verb: Any, governor: Governor) -> bool:
        """ "hopes to receive shells" gives nothing; "is ready to receive the wounded" does."""
        if verb.lemma_ not in _RECEIVING:
            return False
        far = any(p.lower_ == "from" for p in tree.prepositions(verb))
        return far or verb.lemma_ != "receive" or governor.act is Act.INTENTION

    def _doers(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> tuple[tuple[Who, ...], Any | None]:
        """Who does it, and the subject where that is what it is done with or to."""
        subject = tree.subject(verb)
        if not tree.is_passive(verb):
            own = bool(who) and who[0].via_adjective
            apart = governor.act is not None and self._is_thing(subject, who)
            return who, subject if own or apart else None
        harmed = "harm" in classes and governor.voice is not None and governor.act is None
        between = self.among(subject) if subject is not None else ()
        promised = governor.rule == "promised" and governor.voice is not None
        doers = (
            self._agents(verb)
            or (between if not governor.act else ())
            or ((governor.voice,) if promised and governor.voice is not None else ())
            or ((governor.voice,) if harmed and governor.voice is not None else ())
            or tuple(w for w in who if w.via_adjective)
            or (governor.who if governor.act else self.unstated(subject, governor))
        )
        return doers, subject

    def _threatening(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> tuple[Who, ...]:
        """Who says that something will be a target; in the passive, who speaks or issues it."""
        if not tree.is_passive(verb):
            return who
        speaking = tuple(w for w in (governor.voice, self.resolver.issuer) if w is not None)
        return self._agents(verb) or speaking[:1]

    def _must(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """What must be is asked for: of whom it names, or, "a ceasefire must come first", of all."""
        subject = tree.subject(verb)
        if who:
            yield from self._obligation(verb, who, governor)
        elif subject is not None and governor.voice is not None:
            yield self.frame(Act.REQUEST, subject, (governor.voice,), governor, rule="obligation",
                             extra=[verb])  # fmt: skip

    def _harmful(
        self, act: Act, verb: Any, classes: frozenset[str], who: tuple[Who, ...],
        governor: Governor, *, negated: bool,
    ) -> Act:  # fmt: skip
        """Harm announced is a threat, and so is what one's own side is warned that it will do."""
        if "harm" in classes and act in _GIVEN and not negated and not self._is_mark(verb):
            return Act.THREAT
        if governor.rule == "warn" and act is Act.PLEDGE and self._own_side(who, governor):
            return Act.THREAT
        return act

    def _is_mark(self, verb: Any) -> bool:
        """ "will hit 3.5% in 2029", "strike a balance": no harm is done."""
        return any(
            t.like_num or t.pos_ == "NUM" or t.lemma_.lower() in _MARKS
            for o in tree.objects(verb) for t in (o, *tree.children(o, "nummod", "quantmod"))
            if t is not o or not any(c.dep_ == "nummod" for c in o.children) or t.lemma_.lower() in _MARKS
        ) and not any(o.pos_ == "PROPN" for o in tree.objects(verb))  # fmt: skip

    def _act_frame(
        self, act: Act, verb: Any, classes: frozenset[str], who: tuple[Who, ...],
        governor: Governor, *, refrain: bool, thing: Any | None,
    ) -> Frame:  # fmt: skip
        taking_part = verb.lemma_ in ("participate", "join") or (
            "transparent" in classes and bool(self.prepositions(verb))
            and verb.lemma_ in ("participate", "contribute", "help", "assist", "engage")
        )  # fmt: skip
        hedged = act in (Act.OFFER, Act.INTENTION, Act.UNDECIDED)
        return self.frame(
            act, verb, who, governor, refrain=refrain, passive_subject=thing,
            explicit=governor.act is not None or "harm" in classes or taking_part
            or governor.rule == "promised",
            hedge=self._hedge(verb, governor) if hedged else None,
            rule=governor.rule or "plain",
        )  # fmt: skip

    def _is_thing(self, subject: Any | None, who: tuple[Who, ...]) -> bool:
        """ "decided that the headquarters would sit in Paris": the subject is what it is about."""
        if subject is None or subject.pos_ == "PRON" or not who:
            return False
        start = self.base + subject.idx
        return not any(w.start <= start < w.end for w in who)

    def without(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "will help without deploying troops": the other half is a refusal."""
        far = [p for c in tree.children(verb, "advmod") if c.lower_ == "far"
               for p in tree.prepositions(c) if p.lower_ == "from"]  # fmt: skip
        for gerund in [g for p in far for g in tree.children(p, "pcomp")]:
            yield self.frame(Act.REFUSAL, gerund, who, governor.but(act=None, refrain=False),
                             rule="far from", extra=[verb])  # fmt: skip
        for prep in self.prepositions(verb):
            instead = any(c.lower_ in ("instead", "rather") for c in prep.children)
            if instead and prep.lower_ in ("of", "than"):
                for node in tree.children(prep, "pcomp", "pobj"):
                    yield self.frame(
                        Act.REFUSAL, node, who, governor.but(act=None, refrain=False),
                        rule="instead", extra=[verb],
                    )  # fmt: skip
            if prep.lower_ == "without":
                for gerund in tree.children(prep, "pcomp"):
                    telling = any(
                        o.lemma_ in _REASONS or "disclose" in self.lexicon.noun_classes(o)
                        for o in tree.objects(gerund)
                    )
                    if "disclose" not in self.lexicon.verb_classes(gerund) and not telling:
                        yield self.frame(
                            Act.REFUSAL, gerund, who, governor.but(act=None, refrain=False),
                            rule="without", extra=[verb],
                        )  # fmt: skip

    def _treats_as_target(self, verb: Any) -> Any | None:
        """ "treat any foreign soldier as a target": harm announced by its noun."""
        far = [t for t in verb.subtree if t.dep_ == "prep" and t.lower_ == "as" and t.i > verb.i]
        for prep in dict.fromkeys((*self.prepositions(verb), *far)):
            if prep.lower_ in ("as", "with", "by"):
                for noun in tree.children(prep, "pobj"):
                    apart: tuple[str, ...] = ("amod", "compound", "poss", "conj")
                    if noun.lemma_ == "force":
                        apart = (*apart, "det")  # "share images with the force"
                    bare = not any(c.dep_ in apart for c in noun.children)
                    means = prep.lower_ != "as"
                    harm = "harm" in self.lexicon.noun_classes(noun) or (
                        noun.lemma_ == "act" and any(t.lemma_ == "war" for t in noun.subtree)
                    )
                    if harm and (bare or not means):
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
        if mod in tree.FUTURE:
            if (
                mod == "would"
                and governor.speaker is None
                and not (negated and tree.is_negated(verb))
            ):
                return None, False
            if mod == "would" and not negated and tree.on_request(verb):
                return Act.OFFER, False  # "would take part if invited"
            return (Act.REFUSAL if negated else Act.PLEDGE), False
        if mod == "could":
            return (Act.REFUSAL if negated else Act.OFFER), False
        if mod == "may":
            return (Act.OFFER if governor.speaker is not None and not negated else None), False
        if mod == "must":
            spoken = governor.speaker is not None or self.resolver.issuer is not None
            return (Act.REQUEST if spoken else None), False
        return self._tensed(verb, mod, classes, governor, negated=negated), False

    def _tensed(
        self, verb: Any, mod: str, classes: frozenset[str], governor: Governor, *, negated: bool
    ) -> Act | None:
        if "perform" not in classes and mod != "progressive":
            return None
        if mod in ("present", "progressive"):
            if negated:
                return Act.REFUSAL
            lasting = mod == "progressive" or "lasting" in classes
            if not lasting and _is_habit(verb):
                return None
            return Act.DELIVERY if lasting else Act.PLEDGE
        if mod in tree.DONE and not negated:
            return Act.DELIVERY
        if governor.modality == "participle" and mod == "bare" and "perform" in classes:
            return None
        return None


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


def _is_habit(verb: Any) -> bool:
    """ "It raises money annually": a present that happens again and again promises nothing."""
    words = {t.lower_ for t in verb.subtree if t.dep_ in ("advmod", "npadvmod", "pobj", "det")}
    return bool(words & _AGAIN)

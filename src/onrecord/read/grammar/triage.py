"""Which sentences are worth parsing, told by their words alone.

A statement needs someone who could act, a predicate of commitment or an act that is itself a
contribution, and something that the codebook codes; or, for the last, a sentence just before that
named it ("Germany will decide later"). Words are looked up, nothing is parsed: each sentence is
tokenised once. What is left out although it has a cue is told with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.codebooks.codebook import Codebook
from onrecord.read.grammar.descriptions import BODY_NOUNS
from onrecord.read.grammar.left_out import Reason
from onrecord.read.grammar.lexicon import load_lexicon
from onrecord.read.grammar.mentions import Mention, ReportContext
from onrecord.read.grammar.titles import ROLE_NOUNS
from onrecord.read.grammar.token_signs import (
    AUXILIARIES,
    COMPLEMENT,
    COPULAS,
    EXPECTING,
    MODALS,
    REACH,
    counts,
    denies,
    fits,
    is_negative,
    opens,
    points,
    undergone,
)
from onrecord.read.grammar.vocables import Phrases, cues, noun_forms

__all__ = ["Triage", "Verdict"]

# Predicates that by themselves say what an actor's position is.
_STRONG = frozenset(
    """pledge intention offer undecided refusal avoid request rejection threat support withdrawal
    want announce out settle decline obligation stop accept lessen""".split()
)
# Acts: a statement only where what is done is a contribution of the codebook's.
_WEAK = frozenset("perform lasting harm performing augment".split())
# What the things that are given do; they may stand before it.
_ARRIVING = frozenset({"arriving"})
# How far an act has come that its subject names.
_STAGE = frozenset({"stage", "leaving"})
# Negated, something is not disclosed.
_TELLING = frozenset("disclose strict known".split())
# Where everything counts, whoever says something may take a position by it.
_SAID = frozenset("say judge facing risking waiting light".split())
_OPEN = frozenset("yet still need needs remain remains must will be".split())
"""What is said to be settled is open only with one of these."""
_ACTORLIKE = frozenset(
    """he she they it we his her its their our country countries government governments nation
    nations member members leader leaders ally allies bloc alliance coalition premier minister
    ministers president presidents chancellor donor donors participant participants parties both
    neither others none nobody official officials parliament parliaments side sides capital capitals
    partner partners delegation delegations envoy envoys ministry ministries cabinet spokesman
    spokeswoman spokesperson administration diplomat diplomats signatories signatory summit states
    commission council union""".split()
) | frozenset(form for noun in (*BODY_NOUNS, *ROLE_NOUNS) for form in noun_forms(noun))
"""Words that point to an actor named before, in this report."""
_MONEY = frozenset("$ € £ ¥ % million billion trillion dollars euros pounds percent cent".split())
_WORD = re.compile(r"\w+(?:['’]\w+)?|['’]ll|[$€£¥%:]")
_QUESTION = re.compile(r"\?[\"'”’»)\]\s]*$")
_NAMING = frozenset("are were named namely include includes listed :".split())
_EVENTS = {
    stage: frozenset(
        form
        for noun, classes in load_lexicon().nouns.items() if not classes.isdisjoint(events)
        for form in noun_forms(noun)
    )
    for stage, events in (("stage", ("event", "withdrawal")), ("leaving", ("joined",)))
}  # fmt: skip
"""The nouns that verbs of a stage or of leaving tell something of."""
_LIST = 4
_ACTOR_BEFORE = 2
"""How many sentences back the actor that a sentence points to may stand."""
_TOPIC_BEFORE = 3
"""How many sentences back the contribution that a sentence points to may stand."""
_BESIDE = 5
"""Within how many words of its arrival what arrives is named."""
_LABEL = 6
"""Within how many words a colon may follow who a line is about."""
_SHORT = 25
"""A sentence that points back for what it is about has no more words than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether to parse a sentence; its first cue ("" where it has none); if not, why."""

    parse: bool
    cue: str = ""
    reason: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """What a sentence has around it: who is named in it or pointed to, what was spoken of."""

    actor: bool
    near: bool
    topic: bool


@dataclass(slots=True, kw_only=True)
class _Predicates:
    """Where a sentence's predicates stand: of commitment, of acts, and of what is not told."""

    strong: list[int]
    acts: list[int]
    untold: list[int]
    arrived: list[int]
    said: bool = False


_NOTHING = Verdict(parse=False)


class Triage:
    """Judges the sentences of reports that are read by one codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._phrases = Phrases(codebook)
        self._money = _MONEY if any(c.money for c in codebook.contributions) else frozenset()
        self._sorts = frozenset(
            form for sort in codebook.sorts for noun in sort.nouns for form in noun_forms(noun)
        )
        self._anybody = codebook.unknown_names
        self._everything = _codes_everything(codebook)
        relevant = (
            _STRONG
            | _WEAK
            | _STAGE
            | _ARRIVING
            | _TELLING
            | (_SAID if self._everything else frozenset())
        )
        kept = {form: tuple(c for c in of if c.name in relevant) for form, of in cues().items()}
        self._cues = {form: of for form, of in kept.items() if of}
        self._words = (
            frozenset(self._cues)
            | self._phrases.firsts
            | MODALS
            | COPULAS
            | EXPECTING
            | AUXILIARIES
        )

    def verdicts(self, context: ReportContext) -> Iterator[Verdict]:
        """One a sentence of the report, in order."""
        actor_at = topic_at = -_TOPIC_BEFORE - 1
        named = _named(context)
        for at, (sentence, mentions) in enumerate(zip(context.sentences, named, strict=True)):
            text = context.report.text[sentence.start : sentence.end]
            tokens = _WORD.findall(text.lower())
            words = frozenset(tokens)
            if any(mention.actor_id is not None for mention in mentions):
                actor_at = at
            if self._anybody or not words.isdisjoint(self._sorts) or counts(tokens, words):
                actor_at = at
            near = (context.issuer or context.home) is not None or at - actor_at <= _ACTOR_BEFORE
            if not near and "we" in words:
                # Its speaker may be named only where the quotation ends.
                near = context.in_quotes(sentence.start + 2, sentence.end - 2)
            contents = self._contents(tokens, words)
            if len(mentions) >= _LIST and not words.isdisjoint(_NAMING):
                # "The ten are Britain, France, …" says whose position was told before.
                yield Verdict(parse=True)
            else:
                yield self._judged(
                    text, tokens, words, contents,
                    _Setting(
                        actor=actor_at == at or (near and not words.isdisjoint(_ACTORLIKE)),
                        near=near,
                        topic=at - topic_at <= _TOPIC_BEFORE and len(tokens) <= _SHORT,
                    ),
                )  # fmt: skip
            if contents:
                topic_at = at

    def _contents(self, tokens: Sequence[str], words: frozenset[str]) -> list[tuple[int, bool]]:
        """Where something that the codebook codes is named, and whether a verb may name it."""
        found = list(self._phrases.starts(tokens))
        if not words.isdisjoint(self._money):
            found += [(at, False) for at, token in enumerate(tokens) if token in self._money]
        return found

    def _judged(
        self, text: str, tokens: Sequence[str], words: frozenset[str],
        contents: Sequence[tuple[int, bool]], setting: _Setting,
    ) -> Verdict:  # fmt: skip
        if words.isdisjoint(self._words) and "no" not in words:
            return _NOTHING
        found = self._predicates(tokens, words)
        cue = tokens[found.strong[0]] if found.strong else ""
        if _QUESTION.search(text):
            return Verdict(parse=False, cue=cue, reason=Reason.QUESTION) if cue else _NOTHING
        if self._speaks(tokens, words, contents, found, setting):
            return Verdict(parse=True, cue=cue or (tokens[found.untold[0]] if found.untold else ""))
        if not cue:
            return _NOTHING
        reason = Reason.TRIAGE_CONTENT if setting.actor else Reason.TRIAGE_ACTOR
        return Verdict(parse=False, cue=cue, reason=reason)

    def _speaks(
        self, tokens: Sequence[str], words: frozenset[str], contents: Sequence[tuple[int, bool]],
        found: _Predicates, setting: _Setting,
    ) -> bool:  # fmt: skip
        """Whether somebody's position on something coded may be told."""
        topic = setting.topic or self._everything
        if setting.near and found.untold and (topic or _within(found.untold, contents)):
            return True
        if setting.near and contents and undergone(tokens, contents):
            return True
        if not setting.actor:
            return False
        if contents and "no" in words and denies(tokens):
            return True
        if ":" in tokens[1:_LABEL] and not words.isdisjoint(self._money):
            return True  # "Germany: 20 million euros for Sudan"
        if found.strong and (topic or _within(found.strong, contents)):
            return True
        if found.said or (topic and points(tokens, words)):
            return True
        if contents and "to" in words and not words.isdisjoint(EXPECTING):
            return True
        return self._does(tokens, found.acts, contents) or any(
            abs(at - content) <= _BESIDE for at in found.arrived for content, _ in contents
        )

    def _predicates(self, tokens: Sequence[str], words: frozenset[str]) -> _Predicates:
        found = _Predicates(strong=[], acts=[], untold=[], arrived=[])
        unsettled = not words.isdisjoint(_OPEN)
        for at, name in self._found(tokens, words):
            if name in _WEAK:
                found.acts.append(at)
            elif name in _ARRIVING:
                found.arrived.append(at)
            elif name in _STAGE:
                if not words.isdisjoint(_EVENTS[name]):
                    found.strong.append(at)
            elif name in _TELLING:
                found.untold.append(at)
            elif name in _SAID:
                found.said = True
            elif name != "settle" or unsettled:
                found.strong.append(at)
        if found.untold and not is_negative(words):
            found.untold.clear()
        return found

    def _found(self, tokens: Sequence[str], words: frozenset[str]) -> Iterator[tuple[int, str]]:
        """Where the lexicon's predicates stand: (position, class)."""
        for at, token in enumerate(tokens):
            for cue in self._cues.get(token, ()):
                if cue.rest and cue.rest[0] not in words:
                    continue
                if fits(cue, tokens, at):
                    yield at, cue.name

    def _does(
        self, tokens: Sequence[str], acts: Sequence[int], contents: Sequence[tuple[int, bool]]
    ) -> bool:
        """Whether the sentence tells an act, done or to be done, of something coded."""
        verbs = [at for at, verb in contents if verb and tokens[at].endswith("ed")]
        starts = [*acts, *verbs, *(at for at in range(len(tokens)) if opens(tokens, at))]
        if self._everything and starts:
            return True
        for at in starts:
            passive = not COPULAS.isdisjoint(tokens[max(0, at - 3) : at + 4])
            for content, _ in contents:
                if at <= content <= at + COMPLEMENT:
                    return True
                if passive and at - REACH <= content < at:
                    return True
        return False


def _codes_everything(codebook: Codebook) -> bool:
    """Whether a contribution without words of its own takes whatever the others leave."""
    return codebook.uncoded is not None or any(
        not (c.nouns or c.verbs or c.modifiers) and c.parent is None for c in codebook.contributions
    )


def _within(places: Sequence[int], contents: Sequence[tuple[int, bool]]) -> bool:
    """Whether something coded stands near enough to one of the predicates."""
    return any(abs(at - content) <= REACH for at in places for content, _ in contents)


def _named(context: ReportContext) -> Iterator[list[Mention]]:
    """The mentions within each sentence."""
    mentions, at = context.mentions, 0
    for sentence in context.sentences:
        while at < len(mentions) and mentions[at].start < sentence.start:
            at += 1
        first = at
        while at < len(mentions) and mentions[at].start < sentence.end:
            at += 1
        yield [m for m in mentions[first:at] if m.end <= sentence.end]

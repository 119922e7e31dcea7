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
from functools import cache, lru_cache

from onrecord.codebooks.codebook import Codebook
from onrecord.read.grammar.descriptions import BODY_NOUNS
from onrecord.read.grammar.left_out import Reason
from onrecord.read.grammar.mentions import Mention, ReportContext
from onrecord.read.grammar.titles import ROLE_NOUNS
from onrecord.read.grammar.vocables import Cue, Phrases, cues, noun_forms, verb_forms
from onrecord.text.numbers import parse_number

__all__ = ["Triage", "Verdict"]

# Predicates that by themselves say what an actor's position is.
_STRONG = frozenset(
    """pledge intention offer undecided refusal avoid request rejection threat support withdrawal
    want announce out settle decline obligation stop accept lessen""".split()
)
# Acts: a statement only where what is done is a contribution of the codebook's.
_WEAK = frozenset("perform lasting harm performing".split())
# Negated, something is not disclosed.
_TELLING = frozenset("disclose strict known".split())
_MODALS = frozenset(
    """will would won't shall could can cannot can't must should might may wouldn't couldn't
    shouldn't shan't mustn't 'll""".split()
)
_COPULAS = frozenset(
    """be is are was were been being isn't aren't wasn't weren't remain remains remained seem seems
    seemed stand stands stood feel feels felt become became appear appears""".split()
)
_BEFORE_VERB = _MODALS | _COPULAS | frozenset("to not don't doesn't didn't".split())
_NEGATIVE = frozenset(
    """not no never neither nor nothing none nobody without yet cannot refused declined declines
    refuses decline refuse unclear unknown undisclosed unspecified few little""".split()
)
_OPEN = frozenset("yet still need needs remain remains must will be".split())
"""What is said to be settled is open only with one of these."""
_POINTING = frozenset(form for verb in ("assist", "engage", "do") for form in verb_forms(verb))
"""Verbs that may leave untold what is given, beside those of the lexicon ("could help")."""
_EXPECTING = verb_forms("expect") | verb_forms("anticipate")
_UNDERGOING = frozenset("be been being".split())
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
_COLLECTIVE = frozenset(
    """countries governments nations states members leaders allies donors participants parties
    capitals partners ministers signatories""".split()
)
_SOME = frozenset("some many several few most all both other more various numerous".split())
_MONEY = frozenset("$ € £ ¥ % million billion trillion dollars euros pounds percent cent".split())
_WORD = re.compile(r"\w+(?:['’]\w+)?|['’]ll|[$€£¥%:]")
_QUESTION = re.compile(r"\?[\"'”’»)\]\s]*$")
_NAMING = frozenset("are were named namely include includes listed :".split())
_LIST = 4
_ACTOR_BEFORE = 2
"""How many sentences back the actor that a sentence points to may stand."""
_TOPIC_BEFORE = 3
"""How many sentences back the contribution that a sentence points to may stand."""
_COMPLEMENT = 8
"""Within how many words after an act what it gives is named."""
_REACH = 10
"""Within how many words of a predicate of commitment stands what it is about."""
_SHORT = 25
"""A sentence that points back for what it is about has no more words than this."""
_COPULA = 4
"""How many words back from an adjective its copula may stand."""
_PARTICLE = 5
"""How many words after a verb its particle may stand."""
_CLOSE = frozenset({"to", "no"})
"""Particles that stand right after their verb, but for one adverb ("has yet to")."""
_IDIOM = 9
"""How many words after a verb an idiom of several words may reach."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Predicates:
    """Where a sentence's predicates stand: of commitment, of acts, and of what is not told."""

    strong: list[int]
    acts: list[int]
    untold: list[int]


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
        relevant = _STRONG | _WEAK | _TELLING
        kept = {form: tuple(c for c in of if c.name in relevant) for form, of in cues().items()}
        self._cues = {form: of for form, of in kept.items() if of}
        self._words = frozenset(self._cues) | self._phrases.firsts | _MODALS | _COPULAS | _EXPECTING

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
            if self._anybody or not words.isdisjoint(self._sorts) or _counts(tokens, words):
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
        if words.isdisjoint(self._words):
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
        if setting.near and contents and _undergone(tokens, contents):
            return True
        if not setting.actor:
            return False
        if found.strong and (topic or _within(found.strong, contents)):
            return True
        if topic and _points(tokens, words):
            return True
        if contents and "to" in words and not words.isdisjoint(_EXPECTING):
            return True
        return self._does(tokens, found.acts, contents)

    def _predicates(self, tokens: Sequence[str], words: frozenset[str]) -> _Predicates:
        found = _Predicates(strong=[], acts=[], untold=[])
        unsettled = not words.isdisjoint(_OPEN)
        for at, name in self._found(tokens, words):
            if name in _WEAK:
                found.acts.append(at)
            elif name in _TELLING:
                found.untold.append(at)
            elif name != "settle" or unsettled:
                found.strong.append(at)
        if found.untold and not _is_negative(words):
            found.untold.clear()
        return found

    def _found(self, tokens: Sequence[str], words: frozenset[str]) -> Iterator[tuple[int, str]]:
        """Where the lexicon's predicates stand: (position, class)."""
        for at, token in enumerate(tokens):
            for cue in self._cues.get(token, ()):
                if cue.rest and cue.rest[0] not in words:
                    continue
                if _fits(cue, tokens, at):
                    yield at, cue.name

    def _does(
        self, tokens: Sequence[str], acts: Sequence[int], contents: Sequence[tuple[int, bool]]
    ) -> bool:
        """Whether the sentence tells an act, done or to be done, of something coded."""
        verbs = [at for at, verb in contents if verb and tokens[at].endswith("ed")]
        starts = [*acts, *verbs, *(at for at in range(len(tokens)) if _opens(tokens, at))]
        if self._everything and starts:
            return True
        for at in starts:
            passive = not _COPULAS.isdisjoint(tokens[max(0, at - 3) : at + 4])
            for content, _ in contents:
                if at <= content <= at + _COMPLEMENT:
                    return True
                if passive and at - _REACH <= content < at:
                    return True
        return False


def _codes_everything(codebook: Codebook) -> bool:
    """Whether a contribution without words of its own takes whatever the others leave."""
    return codebook.uncoded is not None or any(
        not (c.nouns or c.verbs or c.modifiers) and c.parent is None for c in codebook.contributions
    )


def _fits(cue: Cue, tokens: Sequence[str], at: int) -> bool:
    if cue.rest and not _followed(tokens, at + 1, cue.rest):
        return False
    if cue.kind == "adjective":
        return _is_predicate(tokens, at)
    if tokens[at] == "order" and at > 0:
        return tokens[at - 1] != "in"  # "in order to"
    # "like" is a verb of wishing only after a modal.
    return tokens[at] != "like" or (at > 0 and tokens[at - 1] in _MODALS)


def _followed(tokens: Sequence[str], at: int, rest: Sequence[str]) -> bool:
    if rest[0] in _CLOSE and rest[0] not in tokens[at : at + 2]:
        return False
    stop = min(len(tokens), at + (_PARTICLE if len(rest) == 1 else _IDIOM))
    for word in rest:
        while at < stop and tokens[at] != word:
            at += 1
        if at >= stop:
            return False
        at += 1
    return True


def _is_predicate(tokens: Sequence[str], at: int) -> bool:
    """Whether an adjective is said of someone or something.

    It is after a copula, before an infinitive, and after a verb of judging ("calls it unwelcome").
    """
    return (
        tokens[at + 1 : at + 2] == ["to"]
        or not _forms_of_class("judge").isdisjoint(tokens[max(0, at - _REACH) : at])
        or any(
            t in _COPULAS or t.endswith(("'s", "’s", "'re", "’re", "'m", "’m"))
            for t in tokens[max(0, at - _COPULA) : at]
        )
    )


def _opens(tokens: Sequence[str], at: int) -> bool:
    """Whether an act may follow: after a modal, "is to", "is (now) doing"."""
    if tokens[at] in _MODALS:
        return True
    return tokens[at] in _COPULAS and (
        tokens[at + 1 : at + 2] == ["to"] or any(t.endswith("ing") for t in tokens[at + 1 : at + 4])
    )


def _is_negative(words: frozenset[str]) -> bool:
    return not words.isdisjoint(_NEGATIVE) or any(t.endswith(("n't", "n’t")) for t in words)


def _within(places: Sequence[int], contents: Sequence[tuple[int, bool]]) -> bool:
    """Whether something coded stands near enough to one of the predicates."""
    return any(abs(at - content) <= _REACH for at in places for content, _ in contents)


def _counts(tokens: Sequence[str], words: frozenset[str]) -> bool:
    """Whether it counts countries or those who met: nobody need be named ("ten states")."""
    if words.isdisjoint(_COLLECTIVE):
        return False
    return any(
        token in _COLLECTIVE and any(map(_is_count, tokens[max(0, at - _COPULA) : at]))
        for at, token in enumerate(tokens)
    )


@lru_cache(maxsize=2_048)
def _is_count(word: str) -> bool:
    return word in _SOME or parse_number(word) is not None


@cache
def _pointing() -> frozenset[str]:
    return _POINTING | _forms_of_class("giving")


@cache
def _forms_of_class(name: str) -> frozenset[str]:
    return frozenset(form for form, of in cues().items() if any(cue.name == name for cue in of))


def _points(tokens: Sequence[str], words: frozenset[str]) -> bool:
    """Whether the sentence may say what somebody does by pointing back, or what they expect."""
    if not words.isdisjoint(_EXPECTING) and "to" in words:
        return True
    pointing = _pointing()
    return (
        tokens[-1] in _MODALS
        or tokens[-1] == "not"
        or any(
            token in pointing and not _BEFORE_VERB.isdisjoint(tokens[max(0, at - 3) : at])
            for at, token in enumerate(tokens)
        )
    )


def _undergone(tokens: Sequence[str], contents: Sequence[tuple[int, bool]]) -> bool:
    """Whether something coded is what is done, by nobody named ("a loan has been granted")."""
    first = min(at for at, _ in contents)
    return any(token in _UNDERGOING for token in tokens[first + 1 : first + 2 + _COMPLEMENT])


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

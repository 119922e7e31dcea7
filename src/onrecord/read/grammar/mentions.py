"""Everything the grammar knows of a report before parsing: who is named where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.codebooks.codebook import ActorKind, Codebook
from onrecord.codebooks.gazetteer import ActorMention, Gazetteer
from onrecord.model.report import Report
from onrecord.read.grammar.people import ROLE, People, Person, PersonMention, find_people
from onrecord.text.numbers import find_numbers, parse_number
from onrecord.text.quotes import quoted_spans
from onrecord.text.sentences import Sentence, sentences

__all__ = ["Mention", "ReportContext", "report_context"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An actor or a person named at one place of the text."""

    start: int
    end: int
    actor_id: str | None
    form: str
    """`name`, `adjective`, `people`, `seat`, `body` or `person`."""
    person: Person | None = None


def _first(pair: tuple[int, int]) -> int:
    return pair[0]


@dataclass(slots=True, kw_only=True)
class ReportContext:
    """One report with its sentences, quotations, actors and persons."""

    report: Report
    codebook: Codebook
    sentences: tuple[Sentence, ...]
    quotes: tuple[tuple[int, int], ...]
    people: People
    mentions: tuple[Mention, ...]
    home: str | None
    """The side whose own paper or city this is, where the dateline or outlet says so."""
    issuer: str | None
    """Whose own text this is: who issued a press release, or says "we" in a communiqué."""
    coalition: str | None
    """The coalition's actor id, where the report names it."""
    own_side: str | None = None
    """`home`, unless the report is about another state from its first words on."""
    _gathering: int | None = None
    _counted: frozenset[int] | None = None
    _pair: tuple[str, ...] | None = None
    _starts: list[int] = field(default_factory=list)
    _sentence_starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [mention.start for mention in self.mentions]
        self._sentence_starts = [sentence.start for sentence in self.sentences]

    @property
    def gathering(self) -> int | None:
        """How many took part in the meeting, where the report says so."""
        if self._gathering is None:
            self._gathering = _gathering(self.report.text) or 0
        return self._gathering or None

    @property
    def counted(self) -> frozenset[int]:
        """The numbers by which the report counts countries."""
        if self._counted is None:
            self._counted = frozenset(_counted(self.report.text))
        return self._counted

    @property
    def pair(self) -> tuple[str, ...]:
        """The two states that a text of two is about, if it is one; else ()."""
        if self._pair is None:
            counts = Counter(
                m.actor_id for m in self.mentions if m.actor_id and self.is_state(m.actor_id)
            )
            ranked = [*counts.most_common(3), ("", 0), ("", 0), ("", 0)][:3]
            (one, _), (two, second), (_, third) = ranked
            self._pair = (one, two) if second >= max(_OFTEN, 2 * third) else ()
        return self._pair

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie inside `start..end`, in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [mention for mention in self.mentions[first:last] if mention.end <= end]

    def before(self, position: int) -> Iterator[Mention]:
        """The mentions that start before the position, the nearest first."""
        for at in range(bisect_left(self._starts, position) - 1, -1, -1):
            yield self.mentions[at]

    def sentence_at(self, position: int) -> int:
        """Index of the sentence that holds the position (or the one before it)."""
        return max(0, bisect_left(self._sentence_starts, position + 1) - 1)

    def in_quotes(self, start: int, end: int) -> bool:
        """Whether the stretch stands inside quotation marks."""
        at = bisect_right(self.quotes, start, key=_first) - 1
        return at >= 0 and end <= self.quotes[at][1]

    def is_state(self, actor_id: str | None) -> bool:
        """Whether the id is a state's."""
        if actor_id is None:
            return False
        try:
            return self.codebook.actor(actor_id).kind is ActorKind.STATE
        except KeyError:
            return False


def report_context(report: Report, codebook: Codebook, gazetteer: Gazetteer) -> ReportContext:
    """The report's sentences and every actor and person named in it. No parsing is done."""
    skip = [(aside.start, aside.end) for aside in report.set_aside]
    actors = _settled(gazetteer.find(report.text, on=_full_date(report.published)), report.text)
    home = _home(report, gazetteer)
    states = frozenset(a.id for a in codebook.actors if a.kind is ActorKind.STATE)
    people = find_people(report.text, actors, home or _dateline(report, actors), states)
    mentions = _merged(actors, people.mentions(report.text), people)
    return ReportContext(
        report=report,
        codebook=codebook,
        sentences=tuple(sentences(report.text, skip)),
        quotes=tuple(quoted_spans(report.text)),
        people=people,
        mentions=mentions,
        home=home,
        own_side=None if home is None or _abroad(report, actors, home) else home,
        issuer=_issuer(report, gazetteer, actors, home),
        coalition=next((m.actor_id for m in actors if _is_coalition(codebook, m.actor_id)), None),
    )


def _full_date(published: str | None) -> str | None:
    return published if published and not published.startswith("--") else None


def _is_coalition(codebook: Codebook, actor_id: str | None) -> bool:
    if actor_id is None:
        return False
    try:
        return codebook.actor(actor_id).kind is ActorKind.COALITION
    except KeyError:
        return False


def _settled(actors: Sequence[ActorMention], text: str) -> list[ActorMention]:
    """Ambiguous names are kept where an unambiguous mention of the same actor is near by form.

    Not those of persons: after "Sudesh Amman" "Amman" is he.
    """
    firsts: dict[str, ActorMention] = {}
    for m in actors:
        if m.form == "seat":
            firsts.setdefault(text[m.start : m.end], m)
    surnames = {name for name, m in firsts.items() if _is_surname(m, text)}
    actors = [m for m in actors if text[m.start : m.end] not in surnames]
    sure = {m.actor_id for m in actors if not m.ambiguous}
    return [m for m in actors if not m.ambiguous or m.actor_id in sure or _stands_as_state(m, text)]


_OPENERS = frozenset(
    "In At From For To With By On Of And But While As The Like Unlike After Before Since Both".split()
)
"""What stands before a state at a sentence's beginning, and is no first name."""


_NO_FIRST_NAME = re.compile(r"(?:.*(?:ern|er|ern)|North|South|East|West|New|Old|Inner|Outer|Downtown|Mid|City|Port|Fort|Saint|St|"
                            r"Will|Would|Could|Should|Can|May|Has|Does|Is|Team|Radio|Visit|Hotel|Group|Air|Royal|Imperial|Capital|"
                            r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|"
                            r"July|August|September|October|November|December)")  # fmt: skip


def _is_surname(mention: ActorMention, text: str) -> bool:
    """Whether a first name stands before the name of a capital: "Sudesh Amman"."""
    before = re.search(
        r"(?:^|[\s(\"“])([A-Z][a-z]{2,}) $", text[max(0, mention.start - 20) : mention.start]
    )
    if (
        before is None
        or mention.end - mention.start < 4
        or " " in text[mention.start : mention.end]
    ):
        return False
    name = before.group(1)
    opens = re.search(r"(?:^|[.!?\n]\s*|[“\"])$", text[: mention.start - len(name) - 1]) is not None
    return not opens and name not in _OPENERS and not _NO_FIRST_NAME.fullmatch(name) and (
        re.match(r"\s+[A-Z]", text[mention.end : mention.end + 3]) is None
    ) and ROLE.fullmatch(name) is None  # fmt: skip


def _stands_as_state(mention: ActorMention, text: str) -> bool:
    """A lone ambiguous name is taken for the state unless it looks like part of a person's name."""
    before = text[max(0, mention.start - 30) : mention.start]
    after = text[mention.end : mention.end + 30]
    first = re.search(r"\b([A-Z][a-z]+)\s+$", before)
    if first is not None and first.group(1) not in _OPENERS:
        return False
    return not re.match(r"\s+[A-Z][a-z]+", after)


def _merged(
    actors: Sequence[ActorMention], persons: Sequence[PersonMention], people: People
) -> tuple[Mention, ...]:
    found = [
        Mention(start=p.start, end=p.end, actor_id=p.person.of, form="person", person=p.person)
        for p in persons
    ]
    taken = sorted((m.start, m.end) for m in found)
    for actor in actors:
        # Persons do not overlap: only the last that begins before the actor's end can.
        at = bisect_left(taken, actor.end, key=_first) - 1
        if at < 0 or taken[at][1] <= actor.start:
            found.append(
                Mention(start=actor.start, end=actor.end, actor_id=actor.actor_id, form=actor.form)
            )
    return tuple(sorted(found, key=lambda m: (m.start, m.end)))


def _home(report: Report, gazetteer: Gazetteer) -> str | None:
    """A government's own outlet makes it the side its "we" and untitled offices speak for."""
    found = {m.form: m.actor_id for m in reversed(gazetteer.find(report.outlet or ""))}
    # "Ministry of Defence, Sweden": a body may be many a state's, a name is one's.
    return next((found[f] for f in ("name", "adjective", "seat", "body") if f in found), None)


_DATELINE = re.compile(r"[^\n.]{2,60}?(?:\([\w ,/-]+\)|\d)[^\n.]{0,20}?\s[-–—]+\s")
"""Place, day and agency before a dash: "PORT-AU-PRINCE, Oct 14 (Reuters) - "."""


def _dateline(report: Report, actors: Sequence[ActorMention]) -> str | None:
    """The state whose capital the dateline names."""
    line = _DATELINE.match(report.text)
    first = next(iter(actors), None)
    if line is None or first is None or first.form != "seat" or first.start > 2:
        return None
    return first.actor_id if first.end <= line.end() else None


def _abroad(report: Report, actors: Sequence[ActorMention], home: str) -> bool:
    """Whether the first words name another state's side and the opening never names this one."""
    opening = [m for m in actors if m.start < _HEADER]
    first = next(iter(opening), None)
    if first is None or any(m.actor_id == home for m in opening):
        return False
    return first.start < _FIRST_WORDS and first.form in ("name", "adjective", "seat")


_OFFICIAL = re.compile(
    r"\b(?:ministry|ministries|government|presidency|president|prime minister|office|secretariat|"
    r"council|commission|embassy|mission|department|chancellery|cabinet|parliament|white house|"
    r"downing street|kremlin|press service|information service)\b",
    re.IGNORECASE,
)
_OF_ITS_OWN = re.compile(
    r"\b(?:press release|press statement|communiqué|communique|joint statement|joint declaration|"
    r"declaration|statement (?:by|of)|address (?:by|of)|remarks (?:by|of))\b",
    re.IGNORECASE,
)
_WE = re.compile(r"\b(?:[Ww]e|[Oo]urs?)\b")
_HEADER = 300
_FIRST_WORDS = 12
"""Characters within which a report's first words name whom it is about."""
_SPOKEN = 3
_OFTEN = 3
"""A text of two names each at least so often, and each far more often than any third."""


def _issuer(
    report: Report, gazetteer: Gazetteer, actors: Sequence[ActorMention], home: str | None
) -> str | None:
    """Who issued the text, where an office or a communiqué of its own says "we" or "the Government"."""
    header = report.text[:_HEADER]
    official = bool(_OFFICIAL.search(report.outlet or ""))
    own = bool(_OF_ITS_OWN.search(f"{report.title or ''}\n{header}"))
    if not (official or own):
        return None
    spoken = len(_unquoted(report.text, _WE)) >= _SPOKEN
    if not (official or spoken):
        return None
    signed = [m.actor_id for m in gazetteer.find(report.title or "") if m.form == "person"]
    first = _we_the(report.text, actors) if spoken else None
    named = [m.actor_id for m in actors if m.start < _HEADER]
    return first or (home if official else None) or next(iter([*signed, *named]), None) or home


def _unquoted(text: str, words: re.Pattern[str]) -> list[int]:
    quotes = quoted_spans(text)
    found = []
    for match in words.finditer(text):
        at = bisect_right(quotes, match.start(), key=_first) - 1
        if at < 0 or match.start() >= quotes[at][1]:
            found.append(match.start())
    return found


def _we_the(text: str, actors: Sequence[ActorMention]) -> str | None:
    """ "We, the foreign ministers of the Gulf Cooperation Council": whose they are."""
    match = re.search(r"\bWe, (?:the )?[^.;]{0,120}", text)
    if match is None:
        return None
    return next((m.actor_id for m in actors if match.start() <= m.start < match.end()), None)


_GATHERING = re.compile(
    r"\b(?:(?:summit|meeting|group|conference|coalition|talks|gathering|alliance)"
    r"(?:\s+\w+){0,4}?\s+(?:of|with|between)\s+(?:leaders\s+of\s+)?(?:the\s+)?(?P<a>\d+|[a-z-]+)\s+"
    r"(?:leaders|countries|states|nations|members|governments|allies)"
    r"|(?:of|hosting|hosted)\s+the\s+(?P<b>\d+)\s+(?:leaders|countries|states|nations)\s+"
    r"(?:represented|present|at|in|that)"
    r"|(?:has|have)\s+(?P<c>\d+)\s+members"
    r"|(?:hosting|hosted|with)\s+(?P<d>\d+)\s+(?:leaders|countries|states|nations))",
    re.IGNORECASE,
)


_COUNTED = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:countries|nations|states|members|governments|leaders|allies)\b",
    re.IGNORECASE,
)


def _counted(text: str) -> Iterator[int]:
    for number in find_numbers(text):
        if number.value == int(number.value) and _COUNTED.match(text, number.end):
            yield int(number.value)


def _gathering(text: str) -> int | None:
    for match in _GATHERING.finditer(text):
        words = next(g for g in match.groups() if g)
        number = parse_number(words)
        if number is not None and number >= 3:
            return int(number)
    return None

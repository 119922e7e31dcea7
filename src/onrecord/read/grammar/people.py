"""Who is who in a report: persons with their office and the side they speak for.

Found once a report from titles ("French President Emmanuel Macron", "Meloni, the Italian premier",
"Ukraine's Volodymyr Zelensky"), then recognised by last name. What the report says goes before
what the codebook knows of office holders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.codebooks.gazetteer import ActorMention
from onrecord.read.grammar.sides import Sides, side_after, side_before, side_in_context

__all__ = ["ANONYMOUS_ROLES", "ROLE", "People", "Person", "PersonMention", "find_people"]

_LEADING = (
    "vice|deputy|first|acting|interim|caretaker|outgoing|junior|health|foreign|defence|defense|"
    "finance|interior|economy|economic|climate|environment|energy|trade|development|agriculture|"
    "justice|prime|home|state|federal|chief|special|external|european|affairs|secretary|general|"
    "presidential|government|ministry|cabinet|military|policy|security|press|senior|top|top-ranking|"
    "crown|national|treasury|international|humanitarian|army|budget|transport|labour|labor|"
    "education|immigration|migration"
)
_HEADS = (
    "president|premier|minister|chancellor|king|queen|prince|emir|sheikh|secretary|secretary-general|"
    "spokesman|spokeswoman|spokesperson|envoy|ambassador|commissioner|chief|head|leader|governor|"
    "official|diplomat|negotiator|chairman|chairwoman|chairperson|chair|director|director-general|"
    "taoiseach|ayatollah|general|adviser|advisor|undersecretary|co-chair|representative|vice-president|"
    "source|aide|delegate|colleague|speaker|counterpart|taoiseach|marshal|admiral|colonel|mayor|"
    "senator|lawmaker|commander|monarch|sultan|pope|presidency"
)
ROLE = re.compile(
    rf"\b(?:(?:{_LEADING})[\s-]+){{0,4}}(?:{_HEADS})s?\b"
    r"(?:\s+(?:for\s+(?:foreign\s+affairs|defence|defense|the\s+environment|health|climate)|"
    r"of\s+(?:state|defence|defense|foreign\s+affairs)|general))?",
    re.IGNORECASE,
)
_PLAIN_WORD = re.compile(r"\w+")
_SEPARATOR = re.compile(r"[\s-]+")
_HEAD_WORDS = frozenset(
    word + s for head in _HEADS.split("|") for word in head.split("-")[-1:] for s in ("", "s")
)
_ROLE_WORDS = _HEAD_WORDS | frozenset(re.split(r"[|-]", f"{_LEADING}|{_HEADS}"))
_STATE_OFFICE = re.compile(
    r"\b(?:prime minister|premier|minister|chancellor|king|queen|emir|taoiseach|senator|monarch|"
    r"sultan|lawmaker)\b", re.IGNORECASE,
)  # fmt: skip
_PARTICLE = r"(?:von|van|der|den|de|del|della|di|da|dos|bin|ibn|al|el|la|le|ter|zu)"
_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*[\w]|[A-Z]\.)"
NAME = re.compile(rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_WORD}){{0,3}}")
_NAME_THEN_TITLE = re.compile(
    rf"({NAME.pattern})\s*(?:,|\(|–|—|-)\s*(?:the\s+)?([^,.;:()\n]{{0,40}})$"
)
_POSSESSIVE = re.compile(r"^['’]s?$")
_FORMER = re.compile(
    r"\b(?:former|ex|late|then|onetime|one-time)(?:[\s-]+[\w.]+){0,2}[\s-]*$", re.IGNORECASE
)
_HONORIFIC = re.compile(
    r"^(?:(?:[Tt]he )?(?:Right )?Hon(?:ou?rable)?|Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Dame|Gen|Sen|Rep|Prof)\.?\s+"
)
ANONYMOUS_ROLES = frozenset(
    "official officials source sources diplomat diplomats aide aides insider insiders".split()
)
_NOT_NAMES = frozenset(
    """the a an monday tuesday wednesday thursday friday saturday sunday january february march april
    may june july august september october november december president prime minister european union
    council commission white house on in at and but he she it they we i sea when while after""".split()
)


_NOT_BESIDE = frozenset("according to with by from when while after before as since unlike".split())
"""Words that stand in no apposition: "Kuwait, according to the Syrian minister"."""
_INSTITUTIONS = frozenset(
    """forces force army navy guard guards corps ministry department party council fund bank agency
    foundation institute union movement front group parliament court office commission committee
    assembly senate congress service authority organisation organization association alliance league
    board bureau centre center company corporation university university press times post initiative
    programme program plan facility project act law bill treaty agreement pact accord summit conference
    republic kingdom federation state city bay sea island islands valley river airport port base""".split()
)
"""Last words of names that are no person's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of one report. `of` is the actor id they speak for; None where not known."""

    name: str
    role: str | None
    of: str | None
    former: bool = False
    called: str | None = None
    """What the report calls them for short, where that is not the last name: "Lula"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention:
    """A person's name at one place of the text."""

    start: int
    end: int
    person: Person


class People:
    """The persons of one report, by last name."""

    def __init__(self, persons: Sequence[Person]) -> None:
        self._by_last: dict[str, Person] = {}
        for person in persons:
            key = person.called or last_name(person.name)
            known = self._by_last.get(key)
            self._by_last[key] = person if known is None else _richer(known, person)

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._by_last.values())

    def with_role(self, role: str, of: str | None = None) -> Person | None:
        """The latest person whose role has this word, on this side if one is given."""
        for person in reversed(list(self._by_last.values())):
            if person.role and role in person.role.split() and of in (None, person.of):
                return person
        return None

    def mentions(self, text: str) -> list[PersonMention]:
        """Every place where a known person is named, in order."""
        if not self._by_last:
            return []
        names = sorted((re.escape(n) for n in self._by_last), key=len, reverse=True)
        pattern = re.compile(rf"\b(?:{'|'.join(names)})\b")
        return [
            PersonMention(start=m.start(), end=m.end(), person=self._by_last[m.group()])
            for m in pattern.finditer(text)
        ]


def last_name(name: str) -> str:
    """The family name: the last word, without a junior's suffix."""
    words = [w for w in name.split() if w.rstrip(".") not in ("Jr", "Sr", "II", "III")]
    return words[-1] if words else name


def _respelt(full: str, last: str) -> str:
    """The full name with the family name as the report spells it; a name within it stays: "Lula"."""
    if last in full.split():
        return full
    return " ".join([*full.split()[:-1], last])


def _richer(a: Person, b: Person) -> Person:
    longer = a.name if len(a.name) >= len(b.name) else b.name
    return Person(
        name=longer,
        role=a.role or b.role,
        of=a.of or b.of,
        former=a.former and b.former,
        called=a.called or b.called,
    )


def find_people(
    text: str, actors: Sequence[ActorMention], home: str | None = None,
    states: frozenset[str] | None = None,
) -> People:  # fmt: skip
    """The persons named with an office or a side, in the order in which they first appear.

    `home` is the actor id of the dateline or of a report that speaks for one government: it stands
    in where a title names no side and nothing near it does. `states` are the ids of states: only
    they have ministers and kings; None takes every actor for one.
    """
    persons: list[Person] = []
    guessed: list[Person] = []
    named = Sides(actors)
    of_states = named if states is None else Sides([m for m in actors if m.actor_id in states])
    nobody = {text[m.start : m.end] for m in actors if m.form != "person"}
    for match in _roles(text):
        fit = of_states if _STATE_OFFICE.search(match.group()) else named
        for person, sure in _titled(text, match, fit, home):
            if person.name in nobody:
                continue  # "… tanks to Ukraine," the Dutch prime minister said
            (persons if sure else guessed).append(person)
    persons.extend(_possessed(text, actors))
    for mention in actors:
        if mention.form == "person":
            words = text[mention.start : mention.end]
            name = words if " " in words else _respelt(mention.name or words, words)
            called = words if " " not in words and words != last_name(name) else None
            persons.append(Person(name=name, role=mention.role, of=mention.actor_id, called=called))
    return People([*persons, *guessed])


def _roles(text: str) -> Iterator[re.Match[str]]:
    """The matches of ROLE, looked for only where a word of an office stands."""
    position = 0
    run_from = run_to = -1
    for word in _PLAIN_WORD.finditer(text):
        bare = word.group().lower()
        if bare not in _ROLE_WORDS:
            continue
        if run_to < 0 or not _SEPARATOR.fullmatch(text, run_to, word.start()):
            run_from = word.start()
        run_to = word.end()
        if bare in _HEAD_WORDS and run_to > position:
            role = ROLE.search(text, max(run_from, position))
            if role is not None:
                position = role.end()
                yield role


def _titled(
    text: str, role: re.Match[str], actors: Sides, home: str | None
) -> list[tuple[Person, bool]]:
    """Persons with this title after or before it, and whether the text itself names their side."""
    if role.group().lower().endswith("s") and role.group().lower()[-2] != "s":
        return []
    side = side_before(text, role.start(), actors) or side_after(text, role.end(), actors)
    title = " ".join(role.group().lower().split())
    former = bool(_FORMER.search(text[max(0, role.start() - 32) : role.start()]))
    name = _name_after(text, role.end())
    if name is None:
        name = _name_before(text, role.start())
        if name is None or (side is None and home is None):
            return []
    sure = side is not None
    if side is None:
        side = side_in_context(text, role.start(), actors, home)
    return [(Person(name=name, role=title, of=side, former=former), sure)]


def _possessed(text: str, actors: Sequence[ActorMention]) -> list[Person]:
    """ "Italy's Giorgia Meloni", "the Kremlin's Dmitry Peskov"."""
    persons = []
    for mention in actors:
        rest = re.match(r"['’]s?\s+", text[mention.end : mention.end + 4])
        if mention.form in ("name", "seat", "body") and rest:
            name = NAME.match(text, mention.end + rest.end())
            if name and _is_name(name.group()) and " " in name.group():
                persons.append(Person(name=name.group(), role=None, of=mention.actor_id))
    return persons


def _is_name(words: str) -> bool:
    parts = words.split()
    return (
        not any(part.lower().strip(".'’") in _NOT_NAMES for part in parts)
        and parts[-1].lower() not in _INSTITUTIONS
        and len(parts[-1]) > 2
    )


def _name_after(text: str, end: int) -> str | None:
    gap = re.match(r"\s*(?:,\s*)?(?:(?:Mr|Mrs|Ms|Sir|Dr)\.?\s+)?", text[end : end + 10])
    match = NAME.match(text, end + (gap.end() if gap else 0))
    if match is None or match.start() == end:
        return None
    words = _without_tail(match.group())
    return words if words and _is_name(words) else None


def _without_tail(words: str) -> str:
    """The name without the possessive and without weekday-like words that follow it."""
    words = re.sub(r"['’]s$", "", words)
    parts = words.split()
    for index, part in enumerate(parts):
        if part.lower() in _NOT_NAMES:
            return " ".join(parts[:index])
    return words


def _name_before(text: str, start: int) -> str | None:
    """The name before ", the Italian premier" or " - Norway's prime minister"."""
    window = text[max(0, start - 80) : start]
    match = _NAME_THEN_TITLE.search(window)
    if match is None:
        return None
    words = _HONORIFIC.sub("", match.group(1))
    between = match.group(2).split()
    if len(between) > 4 or not _is_name(words) or _NOT_BESIDE & {w.lower() for w in between}:
        return None
    return words

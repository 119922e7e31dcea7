"""Finding actors in running text by any of their names, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.codebooks.codebook import Codebook
from onrecord.codebooks.folding import fold
from onrecord.codebooks.names import Name, NameIndex

__all__ = ["ActorMention", "Gazetteer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """An actor at one place of a text.

    `form` says by which kind of name: `name`, `adjective`, `people`, `seat`, `body`, `person`.
    """

    start: int
    end: int
    actor_id: str
    form: str
    ambiguous: bool = False
    """The name is also something else's; only the context can settle it."""
    name: str | None = None
    """A person's full name, where `form` is `person`."""
    role: str | None = None
    """A person's office, where `form` is `person`."""
    others: tuple[str, ...] = ()
    """Ids of other actors of the same name (Brussels: Belgium beside the EU)."""


# Names that are ordinary words once everything is in capitals: a headline's "LET US" names nobody.
_WORDS_IN_CAPITALS = frozenset({"WHO", "IS", "IT", "AF", "CAR", "ISF", "UNO"})
_PRONOUN_BEFORE = re.compile(
    r"\b(?:LET|OF|GIVE|TELL|JOIN|HELP|SHOW|BOTH|ALL|TO|WITH|BETWEEN|FOR)\s$"
)
_CAPITALS_AROUND = re.compile(r"(?:\b[A-Z]{2,}\s|^)$"), re.compile(r"\s[A-Z]{2,}\b|\W*$")
_TITLES = frozenset(
    """president premier prime minister chancellor king queen prince princess emir sheikh secretary
    foreign defence defense interior finance health climate environment energy trade government
    parliament ambassador envoy general colonel spokesman spokeswoman spokesperson republican democrat
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december and or but the in on at of for to from by with as if when
    while mr mrs ms dr sir lord lady dame vice deputy acting former chief state army navy air force
    i we he she they it this that after before since until both neither although though because
    meanwhile however only even according where whether why how also still yet now today
    yesterday tomorrow week""".split()
)
_NOUN_AFTER = re.compile(
    r"(?:['’]s\b|\s*[,.;:!?)\]\"”]|\s*$|\s+(?:have|has|had|are|were|is|was|will|would|can|could|"
    r"may|might|must|should|do|did|say|said|want|also|and|or|who|to|in|on|at|by|for|from|with|of|as|"
    r"but|did|too|themselves|voted|agreed|refused|promised|pledged|sent|offered)\b)"
)
# A full stop goes with an initial or a short title only: else it ends the sentence before.
_CAPITAL_BEFORE = re.compile(r"\b([A-Z][\w'-]*(?=\s)|[A-Z][a-z]{0,3}(?=\.))\.?\s$")
_CAPITAL_AFTER = re.compile(r"\s([A-Z][\w-]*)")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\"'(\n]\s*)$")


class Gazetteer:
    """Every name of every actor of a codebook, ready to be found. Case counts, accents don't."""

    def __init__(self, codebook: Codebook) -> None:
        self._index = NameIndex(codebook)

    def find(self, text: str, *, on: str | None = None) -> list[ActorMention]:
        """The actors named in the text, in order, not overlapping; offsets are the text's.

        `on` is the ISO date of the text: a person then counts for the office held on that day,
        and not at all after leaving the last one. Without it, the latest office counts. A short
        name ("the Commission") counts only where the text has another name of its actor.
        """
        folded = fold(text)
        found = list(self._names(folded.text, on))
        sure = {name.actor_id for _, _, name, _ in found if not name.short}
        return [
            ActorMention(
                start=folded.at(start),
                end=folded.at(end - 1) + 1,
                actor_id=name.actor_id,
                form=form,
                ambiguous=name.ambiguous,
                name=name.person,
                role=name.role,
                others=name.others,
            )
            for start, end, name, form in found
            if not name.short or name.actor_id in sure
        ]

    def _names(self, text: str, on: str | None) -> Iterator[tuple[int, int, Name, str]]:
        end = 0
        for start, stop, names in self._index.scan(text):
            if start < end:
                continue
            if not names:  # the words only look like an actor's name
                end = stop
                continue
            name = _chosen(names, on)
            if name is None or not self._stands(text, start, stop, name):
                continue
            end = stop
            yield start, stop, name, _form(text, start, stop, name)

    def _stands(self, text: str, start: int, end: int, name: Name) -> bool:
        """Whether the words at this place can be this actor at all."""
        words = text[start:end]
        if re.search(r"\b(?:[Aa]nti|[Pp]ro|[Nn]on)-$", text[max(0, start - 6) : start]):
            return False
        if re.match(r"-(?:based|born|educated|style)\b", text[end : end + 12]):
            return False
        if _all_capitals(text, start, end) and (
            words in _WORDS_IN_CAPITALS
            or (words == "US" and _PRONOUN_BEFORE.search(text, max(0, start - 8), start))
        ):
            return False
        if name.form == "person" and name.person != words:
            return not self._other_person(text, start)
        if name.ambiguous and name.form in ("name", "seat") and " " not in words:
            return not (self._other_person(text, start) or _family_name_after(text, end))
        return True

    def _other_person(self, text: str, start: int) -> bool:
        """A capitalised word before it that is no title or actor: another person's first name."""
        before = _CAPITAL_BEFORE.search(text, max(0, start - 30), start)
        if before is None or before.group(1).lower() in _TITLES:
            return False
        if _SENTENCE_START.search(text, max(0, start - 60), before.start()):
            # A sentence's first word is a name only where nothing else explains it.
            return (
                not self._index.knows(before.group(1))
                and before.group(1).istitle()
                and (before.group(1).lower() not in _TITLES and not before.group(1).endswith("ing"))
            )
        return not self._index.knows(before.group(1))


def _family_name_after(text: str, end: int) -> bool:
    after = _CAPITAL_AFTER.match(text, end)
    return after is not None and after.group(1).lower() not in _TITLES


def _all_capitals(text: str, start: int, end: int) -> bool:
    """Whether the words on both sides are in capitals, as in a headline."""
    before, after = _CAPITALS_AROUND
    return bool(before.search(text, max(0, start - 20), start) and after.match(text, end))


def _form(text: str, start: int, end: int, name: Name) -> str:
    """Of a word that is adjective and noun ("French", "German"), which it is here."""
    if name.form == "adjective" and name.also_people:
        the = re.search(r"\b[Tt]he\s$", text[max(0, start - 5) : start])
        if the and _NOUN_AFTER.match(text, end):
            return "people"
    return name.form


def _chosen(names: tuple[Name, ...], on: str | None) -> Name | None:
    """The reading of a name: of a person's offices, the one held on the day, else the latest."""
    persons = [name for name in names if name.form == "person"]
    if len(persons) < len(names):
        return next(name for name in names if name.form != "person")
    if on is None or len(on) < 10 or on.startswith("-"):
        return persons[0]
    return next((name for name in persons if name.in_office(on)), None)

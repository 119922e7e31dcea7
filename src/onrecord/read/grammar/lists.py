"""Lists in a text: items below a line that leads them in, and rows of who gives what.

A communiqué says "We will:" and lists what; a donor table says "Canada / CAD 27 million". Neither
the item nor the row is a sentence, so each is read with what stands above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.read.grammar.mentions import ReportContext
from onrecord.text.sentences import Sentence

__all__ = ["list_items", "pledge_rows"]

_MARKER = re.compile(r"^\s*(?:[-*•‣▪–—·]|\(?\d{1,2}[.)]|\(?[a-z]\)|\(?[ivx]{1,4}\))\s+$")
_SEPARATOR = re.compile(r"\s*(?:/|\||:|\t|;|,|–|—|-|\.{2,})\s*")
_PLEDGED = re.compile(
    r"\b(?:pledg\w+|donors?|donated|contribut\w+|commit(?:ted|ments?)|promised|announced|contributors?)\b",
    re.IGNORECASE,
)
_BODY_WORDS = 8
_ROWS = 3
"""So many rows of one shape make a table."""
_ABOVE = 4
"""How many lines above its first row say what a table is about."""


def list_items(context: ReportContext) -> dict[int, int]:
    """For each sentence that begins a list item, the number of the sentence that leads it in."""
    text, found = context.report.text, {}
    lead: int | None = None
    for number, sentence in enumerate(context.sentences):
        words = text[sentence.start : sentence.end]
        if words.endswith(":") or _names_a_body(words):
            lead = number
        elif lead is not None and _is_item(text, sentence):
            found[number] = lead
        elif lead is not None and words.endswith(","):
            continue  # "Recalling its resolution …," before what a resolution decides
        elif lead is None or sentence.line != context.sentences[number - 1].line:
            lead = None
    return found


def _names_a_body(words: str) -> bool:
    """ "The Security Council," on a line of its own: the numbered paragraphs below are its doing."""
    return words.startswith("The ") and words.endswith(",") and len(words.split()) <= _BODY_WORDS


def _is_item(text: str, sentence: Sentence) -> bool:
    line = text.rfind("\n", 0, sentence.start) + 1
    return bool(_MARKER.match(text[line : sentence.start]))


def pledge_rows(context: ReportContext) -> frozenset[int]:
    """The sentences that are rows of a table of pledges: an actor, a mark, what it gives."""
    rows = [n for n, s in enumerate(context.sentences) if _is_row(context, s)]
    tables: list[list[int]] = []
    for number in rows:
        if tables and number - tables[-1][-1] <= 2:
            tables[-1].append(number)
        else:
            tables.append([number])
    return frozenset(
        n
        for table in tables
        if len(table) >= _ROWS and _about_pledges(context, table)
        for n in table
    )


def _is_row(context: ReportContext, sentence: Sentence) -> bool:
    first = next(iter(context.within(sentence.start, sentence.end)), None)
    if first is None or first.start != sentence.start or first.form not in ("name", "body"):
        return False
    return _SEPARATOR.match(context.report.text, first.end, sentence.end) is not None and bool(
        _SEPARATOR.match(context.report.text, first.end).group().strip()  # type: ignore[union-attr]
    )


def _about_pledges(context: ReportContext, table: Sequence[int]) -> bool:
    first = table[0]
    above = context.sentences[max(0, first - _ABOVE) : first]
    words = " ".join(context.report.text[s.start : s.end] for s in above)
    return bool(_PLEDGED.search(f"{context.report.title or ''} {words}"))

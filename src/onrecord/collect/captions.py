"""Picture captions and photo credits."""

from __future__ import annotations

import re

from onrecord.collect.agencies import AGENCY

__all__ = ["caption_of", "is_credit_alone"]

_NAMED = r"[^\n.|:]{2,60}(?:\.[^\n|: ]{0,40}){0,3}"
_WORD = r"(?-i:Photos?|Photographs?|Pictures?|Images?|Pics?|Foto|Photo credit|Image credit|Picture credit|Photo courtesy|PHOTOS?|IMAGES?|PHOTO CREDIT)"
_CREDIT = re.compile(
    rf"(?:[(\[]?(?:{_WORD}(?: by| credit| courtesy(?: of)?)?[ \t]?[:©/][ \t]*{_NAMED}|(?-i:Photo|Photograph|Picture|Image)s? (?:by|courtesy of)[ \t]+(?-i:[A-ZÀ-Ý]){_NAMED}"
    rf"|(?-i:Credit|CREDIT):[ \t]*(?:{_NAMED}/)?{AGENCY}[^\n]{{0,30}}|©[ \t]?(?!\d)(?-i:[A-ZÀ-Ý]){_NAMED})[)\]]?"
    rf"|[(\[](?:{AGENCY} )?(?:photo|file|file photo|image|picture|handout|archive)(?:[ /:,][^()\n]{{0,60}})?[)\]]"
    rf"|(?-i:[A-ZÀ-Ý][\w.'’-]+(?: [A-ZÀ-Ý][\w.'’-]*){{0,3}})[ \t]?/[ \t]?(?:{AGENCY}|Pool|POOL|EPA|Getty)(?:[ \t]?/[ \t]?[\w ]{{2,20}}){{0,2}}\)?)[ \t.|*_]*$",
    re.IGNORECASE,
)
"""A credit at the end of a line."""
_OPENING = re.compile(
    rf"^[ \t*_]*[(\[]?(?:{_WORD}|(?-i:Pictured|Caption|Graphic|File photo|FILE PHOTO|FILE))(?:,[^\n:]{{0,30}})?[ \t]?[:–—][ \t]*\S"
)
_LONGEST = 400
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+[\"“‘(]?[A-ZÀ-Ý]")


def is_credit_alone(line: str) -> bool:
    """Whether the line holds a photo credit and no more than a word beside it."""
    match = _CREDIT.search(line)
    return match is not None and not line[: match.start()].strip(" \t*_([|")


def caption_of(line: str) -> tuple[int, int] | None:
    """(start, end) of what a line has of a caption: all of it, or only the credit after prose.

    None where it has none. A caption is a sentence or two with a credit, or begins with "Photo:"; a
    longer paragraph keeps its words and loses the credit alone.
    """
    if _OPENING.match(line) and len(line) <= _LONGEST:
        return 0, len(line)
    match = _CREDIT.search(line)
    if match is None:
        return None
    before = line[: match.start()]
    if len(before) <= _LONGEST and len(_SENTENCE_END.findall(before)) <= 1:
        return 0, len(line)
    return match.start(), len(line)

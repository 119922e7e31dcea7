"""What grouping looks at in a text: content words, names, numbers and quotations, without a parser."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from onrecord.model.report import Report
from onrecord.text.quotes import quoted_spans
from onrecord.text.sentences import sentences

__all__ = ["Features", "features", "stem"]

_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’-]*|\d[\d.,]*")
_STOP = frozenset(
    """the a an and or but if of to in on at by for with from as is are was were be been being it its he she
    they them his her their this that these those which who whom what when where how not no nor so than then there
    here have has had do does did will would shall should can could may might must i we you my our your me us also
    said say says after before over under into about more most such other some any all each both own same very just
    up out down off while during between against through again further once only too now new one two three mr mrs ms
    told according added year years day days week monday tuesday wednesday thursday friday saturday sunday""".split()
)


@dataclass(frozen=True, slots=True)
class Features:
    """One report as grouping sees it."""

    words: tuple[str, ...]
    """Every word in lower case, in order, for shingles."""
    terms: Counter[str]
    """Stems of content words with counts; names weigh twice, numbers count."""
    sentences: tuple[frozenset[str], ...]
    """The content stems of each sentence, in order."""
    quotes: frozenset[str]
    """Quotations of four words or more, folded."""


def features(report: Report) -> Features:
    """The features of the report's own prose: what is set aside is left out."""
    skip = [(a.start, a.end) for a in report.set_aside]
    parts = [report.text[s.start : s.end] for s in sentences(report.text, skip)]
    terms: Counter[str] = Counter()
    per_sentence = []
    words: list[str] = []
    for part in (
        [report.title or "", *parts] if report.title and report.title not in report.text else parts
    ):
        found = _WORD.findall(part)
        words.extend(w.lower() for w in found)
        content = _content(found)
        terms.update(content)
        if len(content) >= 3:
            per_sentence.append(frozenset(content))
    quotes = frozenset(
        q
        for a, b in quoted_spans(report.text)
        if len((q := _folded(report.text[a:b])).split()) >= 4
    )
    return Features(tuple(words), terms, tuple(per_sentence), quotes)


def _content(found: list[str]) -> list[str]:
    content = []
    for index, word in enumerate(found):
        low = word.lower()
        if low in _STOP or len(low) < 2:
            continue
        root = stem(low)
        content.append(root)
        if word[0].isupper() and index > 0:
            content.append("^" + root)
    return content


def _folded(words: str) -> str:
    return " ".join(w.lower() for w in _WORD.findall(words))


def stem(word: str) -> str:
    """A crude English stem: endings off, so that "pledged" meets "pledges"."""
    word = word.replace("’", "'").removesuffix("'s").rstrip("'.,-")
    for ending in (
        "ations",
        "ation",
        "ings",
        "ing",
        "ities",
        "ity",
        "ies",
        "ied",
        "ers",
        "er",
        "ed",
        "es",
        "s",
        "ly",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word

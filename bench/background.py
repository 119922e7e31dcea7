"""Count how common terms are in general news: writes the table that `onrecord.group.background` reads.

python bench/background.py ../shared/data/wikinews > src/onrecord/group/data/background.tsv
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.group.terms import content_terms, raw_words, term
from onrecord.text.sentences import sentences

_HEAD = """\
# How common terms are in general news: term, articles that carry it, uses in lower case, uses with a capital.
# Counted over English Wikinews articles of 2019 and 2020 (en.wikinews.org, CC BY 2.5) by bench/background.py.
"""
_LEAST = 2


def _articles(folder: Path) -> Iterator[str]:
    csv.field_size_limit(10_000_000)
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield f"{row['title']}\n{row['text']}"


def main(folder: Path) -> None:
    """Print the table."""
    carriers: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    texts = 0
    for text in _articles(folder):
        texts += 1
        seen: set[str] = set()
        for sentence in sentences(text):
            words = raw_words(text[sentence.start : sentence.end])
            seen.update(content_terms(words))
            for at, word in enumerate(words):
                if word[0].islower():
                    lower[term(word)] += 1
                elif at and word[0].isupper():
                    upper[term(word)] += 1
        carriers.update(seen)
    print(_HEAD, end="")
    print(f"# texts {texts}")
    for name in sorted({*lower, *(t for t, n in carriers.items() if n >= _LEAST)}):
        print(name, carriers[name], lower[name], upper[name], sep="\t")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Invented reports of invented events, in general news' own words: what `bench/increment.py` measures on.

Words are drawn as often as general news has them; each event adds names and rare words of its own, and the
events of one topic share some. A fifth of the reports copy an earlier one of their event with 2 % changed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from onrecord.group.background import background
from onrecord.model.report import Report

__all__ = ["event_reports"]

_SYLLABLES = (
    "ba",
    "ko",
    "ri",
    "ma",
    "ten",
    "dor",
    "vel",
    "sha",
    "lu",
    "qui",
    "nor",
    "est",
    "ga",
    "pol",
    "mer",
)
_START = date(2024, 1, 1)
_DAYS = 365
_EVENTS_IN_TOPIC = 30


class _Writer:
    def __init__(self) -> None:
        general = background()
        self.words = [w for w in sorted(general.carriers) if w.isalpha()]
        self.cumulative = list(accumulate(general.carriers[w] for w in self.words))
        self.rare = [w for w in self.words if general.carriers[w] == 2]

    def event(self, number: int) -> tuple[random.Random, list[str], list[str]]:
        """The event's own source of chance, its names and its words."""
        drawn = random.Random(number)
        topic = random.Random(-1 - number // _EVENTS_IN_TOPIC)
        names = [_name(topic) for _ in range(4)] + [_name(drawn) for _ in range(8)]
        return drawn, names, [drawn.choice(self.rare) for _ in range(12)]

    def text(self, drawn: random.Random, names: list[str], own: list[str]) -> list[list[str]]:
        sentences = []
        for _ in range(18):
            plain = drawn.choices(self.words, cum_weights=self.cumulative, k=16)
            words = [
                *plain,
                drawn.choice(names),
                drawn.choice(names),
                drawn.choice(own),
                drawn.choice(own),
            ]
            drawn.shuffle(words)
            sentences.append(words)
        return sentences


def _name(drawn: random.Random) -> str:
    return "".join(drawn.choice(_SYLLABLES) for _ in range(drawn.randint(2, 4))).capitalize()


def event_reports(count: int) -> Iterator[Report]:
    """So many reports of 365 words or so, in order of their days, over one year."""
    writer = _Writer()
    made = number = 0
    while made < count:
        drawn, names, own = writer.event(number)
        number += 1
        told: list[list[list[str]]] = []
        for _ in range(min(count - made, 1 + int(drawn.expovariate(0.6)))):
            if told and drawn.random() < 0.3:
                sentences = [
                    [drawn.choice(writer.words) if drawn.random() < 0.02 else w for w in s]
                    for s in drawn.choice(told)
                ]
            else:
                sentences = writer.text(drawn, names, own)
            told.append(sentences)
            day = _START + timedelta(days=made * _DAYS // count + drawn.randint(0, 1))
            text = " ".join(" ".join(s).capitalize() + "." for s in sentences)
            # `capitalize` takes the names' capitals away.
            for name in names:
                text = text.replace(f" {name.lower()}", f" {name}")
            yield Report(
                id=f"e{made:07d}", text=text, published=day.isoformat(), published_by="given"
            )
            made += 1

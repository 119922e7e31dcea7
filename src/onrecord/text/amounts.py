"""Amounts in running text: money, persons, shares and counted things, with what qualifies them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.model.statement import Amount
from onrecord.model.vocabulary import AmountBound
from onrecord.text.numbers import NumberMention, find_numbers, parse_number
from onrecord.text.qualifiers import bound_of, instrument_of, is_part, period_of
from onrecord.text.spacing import at_single_spaces
from onrecord.text.units import FRACTION, FRACTIONS, Unit, one_item, speaks_of_gdp, unit_of

__all__ = ["AmountMention", "find_amounts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountMention:
    """An amount at one place of a text; `start..end` covers number and unit, not the bound."""

    start: int
    end: int
    words: str
    amount: Amount


_CONVERSION_GAP = re.compile(
    r"\s*(?:\(|\[|,?\s*or\s|,\s*(?=about|around|some|roughly|approx|equivalent|equal|worth)|[–—]\s*)\s*"
    r"(?:(?:about|around|some|roughly|nearly|approximately|almost|equivalent|equal|worth|to|at|the)\s+)*",
    re.IGNORECASE,
)
_RANGE_GAP = re.compile(r"(?:\s*[-–—]\s*|\s+(?:to|and)\s+)(?:(?:about|around|up to)\s+)?")
_MAYBE_RANGE = re.compile(r".{0,24}?(?:[-–—]|\bto\b|\band\b).{0,16}", re.DOTALL)
_FOLLOWS = re.compile(
    r"\s+(?:in|for|of|on|to|through|via|from|as|is|will|would|each)\b|[.,;)]|\s*$"
)
_BETWEEN = re.compile(r"\bbetween\s+\S{0,5}$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:rais|increas|lift|boost|grow|grew|ris|rose|climb|doubl|tripl|cut|reduc|lower|drop|fall|fell|"
    r"shrink|scal|expand|go|went|up|down|bring|brought)\w*\b[^.;]{0,60}\bfrom\s+\S{0,5}$",
    re.IGNORECASE,
)
_CONTAINER = re.compile(r"\bas (?:a )?part of\b[^.;,]{0,50}$", re.IGNORECASE)
_MOST_PARTS = 8
_SCALE_WORD = re.compile(
    r"thousand|million|billion|trillion|(?<=\d)[mbk]$|[bmt]r?l?n$", re.IGNORECASE
)
_HALT = re.compile(r"[.!?;]\s+[A-Z“\"]|\n")


def find_amounts(
    text: str, *, published: str | None = None, around: str = "", conversions: bool = False
) -> list[AmountMention]:
    """The amounts of the text, in order and not overlapping.

    A conversion of the amount before it ("1.25 billion pounds ($1.7 billion)") is left out unless
    `conversions`. `published` (ISO) gives "this year" its year; `around` is more text that settles
    what currency "kroner" is and what a bare percentage is a share of.
    """
    return at_single_spaces(
        text,
        lambda single: _find(single, published=published, around=around, conversions=conversions),
    )


def _find(
    text: str, *, published: str | None, around: str, conversions: bool
) -> list[AmountMention]:
    finder = _Finder(text, around=around)
    found: list[AmountMention] = []
    for mention in sorted([*finder.numbered(), *finder.fractions(), *finder.ones()], key=_place):
        if found and mention.start < found[-1].end:
            continue
        if not conversions and found and _is_conversion(text, found[-1], mention):
            found[-1] = _period_after(text, found[-1], mention, published)
            continue
        found.append(_qualified(text, mention, published))
    return _parts_of_totals(text, found)


def _place(mention: AmountMention) -> tuple[int, int]:
    return mention.start, -mention.end


class _Finder:
    """One pass over the numbers of a text, pairing them with units and with each other."""

    def __init__(self, text: str, *, around: str) -> None:
        self.text = text
        self.around = f"{text}\n{around}" if around else text
        self.of_gdp = speaks_of_gdp(text) or speaks_of_gdp(around)
        self.numbers: Sequence[NumberMention] = find_numbers(text)

    def numbered(self) -> Iterator[AmountMention]:
        """Amounts with a number and a unit, or a unit taken over from the amount before."""
        before: AmountMention | None = None
        skip = -1
        for index, number in enumerate(self.numbers):
            if index <= skip:
                continue
            following = self.numbers[index + 1] if index + 1 < len(self.numbers) else None
            mention = self._range(number, following)
            if mention is not None:
                skip = index + 1
            else:
                mention = self._single(number, before)
            if mention is not None:
                before = mention
                yield mention

    def _single(self, number: NumberMention, before: AmountMention | None) -> AmountMention | None:
        unit = unit_of(self.text, number.start, number.end, around=self.around, of_gdp=self.of_gdp)
        if unit is None and before is not None:
            unit = self._inherited(number, before)
        if unit is not None and unit.code == "percent" and before is not None:
            unit = self._same_base(unit, before)
        if unit is None or _CONTAINER.search(self.text[max(0, unit.start - 70) : unit.start]):
            return None
        return _mention(self.text, number, unit)

    def _range(self, low: NumberMention, high: NumberMention | None) -> AmountMention | None:
        """ "25,000 to 30,000 soldiers", "$5-10 billion"; of a change "from 2 to 3%" the result."""
        if high is None or not _MAYBE_RANGE.fullmatch(self.text, low.end, high.start):
            return None
        own = unit_of(self.text, low.start, low.end, around=self.around, of_gdp=self.of_gdp)
        gap = self.text[own.end if own else low.end : high.start]
        unit = unit_of(self.text, high.start, high.end, around=self.around, of_gdp=self.of_gdp)
        gap = gap if unit is None else gap[: len(gap) - (high.start - max(unit.start, low.end))]
        joined = _RANGE_GAP.fullmatch(gap)
        if unit is None or joined is None or high.value <= 0:
            unit = own if joined and own and own.start < low.start else None
            if unit is None:
                return None
        before = self.text[max(0, low.start - 100) : low.start]
        value = _scaled_like(low, high)
        if "and" in gap and not _BETWEEN.search(before):
            return None
        if value >= high.value or (own and own.code != unit.code):
            return None
        if _CHANGE.search(before):
            return _mention(self.text, high, replace(unit, start=max(unit.start, low.end)))
        start = min(own.start if own else low.start, low.start)
        spanned = replace(unit, start=start, end=max(unit.end, high.end))
        return _mention(self.text, replace(low, value=value), spanned, high=high.value)

    def _inherited(self, number: NumberMention, before: AmountMention) -> Unit | None:
        """ "5.8 billion euros: 4.2 billion in grants and 1.6 billion in loans"."""
        scaled = re.search(r"(?:illion|bn|mn)$", number.words, re.IGNORECASE)
        money = len(before.amount.unit) == 3
        gap = self.text[before.end : number.start]
        follows = _FOLLOWS.match(self.text, number.end)
        if scaled and money and follows and not _HALT.search(gap):
            return Unit(code=before.amount.unit, start=number.start, end=number.end)
        return None

    def _same_base(self, unit: Unit, before: AmountMention) -> Unit:
        if before.amount.unit == "percent_gdp":
            gap = self.text[before.end : unit.start]
            if not _HALT.search(gap):
                return replace(unit, code="percent_gdp")
        return unit

    def fractions(self) -> Iterator[AmountMention]:
        """ "more than half of it", "most of the money": a share of the amount before."""
        for match in FRACTION.finditer(self.text):
            share = match.group("share").lower().replace("-", " ")
            most = share in ("most", "the bulk", "the majority", "the lion’s share")
            value = 50.0 if most else FRACTIONS[share]
            bound = AmountBound.AT_LEAST if most else AmountBound.EXACT
            amount = Amount(value=value, unit="percent", bound=bound, part_of_total=True)
            yield AmountMention(
                start=match.start("share"), end=match.end("share"),
                words=match.group("share"), amount=amount,
            )  # fmt: skip

    def ones(self) -> Iterator[AmountMention]:
        """ "a company-sized combat unit", "a frigate": one item."""
        for start, end, item in one_item(self.text):
            amount = Amount(value=1.0, unit="items", of=item)
            yield AmountMention(start=start, end=end, words=self.text[start:end], amount=amount)


def _scaled_like(low: NumberMention, high: NumberMention) -> float:
    """In "5 to 10 billion" the low end has the high end's scale."""
    scale = _SCALE_WORD.search(high.words)
    if scale is None or _SCALE_WORD.search(low.words) or low.value >= 1000:
        return low.value
    return low.value * (parse_number(f"1 {scale.group()}") or 1.0)


def _mention(
    text: str, number: NumberMention, unit: Unit, *, high: float | None = None
) -> AmountMention:
    start, end = min(number.start, unit.start), max(number.end, unit.end)
    bound = number.bound if high is None else AmountBound.RANGE
    amount = Amount(value=number.value, unit=unit.code, bound=bound, high=high, of=unit.of)
    return AmountMention(start=start, end=end, words=text[start:end], amount=amount)


def _qualified(text: str, mention: AmountMention, published: str | None) -> AmountMention:
    """The mention with its bound, period, instrument and whether it is a part, from the text."""
    amount, start, end = mention.amount, mention.start, mention.end
    bound = amount.bound
    if bound in (AmountBound.EXACT, AmountBound.ABOUT, AmountBound.AT_LEAST):
        bound = bound_of(text, start, end) or bound
    money = len(amount.unit) == 3
    return replace(
        mention,
        amount=replace(
            amount,
            bound=bound,
            period=period_of(text, end, unit=amount.unit, published=published),
            instrument=instrument_of(text, start, end) if money or amount.part_of_total else None,
            part_of_total=amount.part_of_total or is_part(text, start),
        ),
    )


def _period_after(
    text: str, kept: AmountMention, conversion: AmountMention, published: str | None
) -> AmountMention:
    """ "EUR 522 million, or SEK 5.8 billion, in 2025": the period stands behind the conversion."""
    unit = kept.amount.unit
    end = conversion.end + (text[conversion.end : conversion.end + 1] in (")", "]"))
    period = period_of(text, end, unit=unit, published=published)
    return replace(kept, amount=replace(kept.amount, period=kept.amount.period or period))


def _is_conversion(text: str, before: AmountMention, after: AmountMention) -> bool:
    """ "1.25 billion pounds ($1.7 billion)", "EUR 522 million, or about SEK 5.8 billion"."""
    units = (before.amount.unit, after.amount.unit)
    if units[0] == units[1] or any(len(unit) != 3 for unit in units):
        return False
    return bool(_CONVERSION_GAP.fullmatch(text[before.end : after.start]))


def _parts_of_totals(text: str, found: list[AmountMention]) -> list[AmountMention]:
    """Amounts that add up to the one before them in the same sentence are its parts."""
    result = list(found)
    for index, total in enumerate(found):
        parts: list[int] = []
        running = 0.0
        for at in range(index + 1, min(index + 1 + _MOST_PARTS, len(found))):
            part = found[at]
            if part.amount.unit != total.amount.unit or _HALT.search(text[total.end : part.start]):
                break
            parts.append(at)
            running += part.amount.value
            if len(parts) > 1 and abs(running - total.amount.value) < 1e-6 * total.amount.value:
                for each in parts:
                    amount = replace(found[each].amount, part_of_total=True)
                    result[each] = replace(found[each], amount=amount)
                break
    return result

"""Edits that make another report of a commitment sentence: one fault each, or none.

An edit gives the sentence as a careless retelling would have it, or None where it does not apply.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.model.statement import Statement
from onrecord.model.vocabulary import Act, AmountBound, Attribution, Trigger

__all__ = ["HARMLESS", "TEXT_FAULTS", "TextFault"]

Rewrite = Callable[[str, Statement], str | None]
COUNTRIES = ("Portugal", "Uruguay", "Thailand", "Kenya", "Ghana", "Nepal", "Paraguay")


@dataclass(frozen=True, slots=True)
class TextFault:
    """A fault put into a sentence, and the names under which it must be found."""

    name: str
    expected: frozenset[str]
    rewrite: Rewrite


def _swap(pattern: str, by: str) -> Rewrite:
    compiled = re.compile(pattern)

    def rewrite(sentence: str, _: Statement) -> str | None:
        changed, count = compiled.subn(by, sentence, count=1)
        return changed if count and changed != sentence else None

    return rewrite


def _first(*rewrites: Rewrite) -> Rewrite:
    def rewrite(sentence: str, statement: Statement) -> str | None:
        return next((c for r in rewrites if (c := r(sentence, statement)) is not None), None)

    return rewrite


def _tidy(sentence: str) -> str:
    tidy = re.sub(r"\s+([,.;])", r"\1", re.sub(r" {2,}", " ", sentence)).strip(" ,")
    tidy = re.sub(r",\s*\.", ".", tidy)
    return tidy[:1].upper() + tidy[1:]


def _without_condition(sentence: str, statement: Statement) -> str | None:
    conditions = [c.quote for c in statement.conditions if c.quote in sentence]
    if len(conditions) != 1 or len(statement.conditions) != 1:
        return None
    left, _, right = sentence.partition(conditions[0])
    return _tidy(f"{left.rstrip(' ,')} {right.lstrip(' ,')}" if left else right)


def _without_bound(sentence: str, statement: Statement) -> str | None:
    bounded = {AmountBound.UP_TO, AmountBound.AT_LEAST}
    if not any(a.bound in bounded for a in statement.amounts):
        return None
    return _swap(r"\b(?:up to|at least|more than|as much as|a maximum of|over) (?=[$€£]?\d)", "")(
        sentence, statement
    )


def _other_amount(sentence: str, statement: Statement) -> str | None:
    if len(statement.amounts) != 1:
        return None
    amount = statement.amounts[0]
    if amount.bound is AmountBound.RANGE:
        return None
    for number in re.finditer(r"(?<![\w.,])[$€£]?(\d[\d,.]*\d|\d)(?![\d.,]*\d)", sentence):
        value = float(number[1].replace(",", ""))
        if value and any(amount.value == value * scale for scale in (1, 1e3, 1e6, 1e9, 1e12)):
            digits = number[1]
            other = str((int(digits[0]) + 4) % 9 + 1) + digits[1:]
            return sentence[: number.start(1)] + other + sentence[number.end(1) :]
    return None


def _other_date(sentence: str, statement: Statement) -> str | None:
    if statement.when is None or statement.when.last is None:
        return None
    year = statement.when.last[:4]
    if sentence.count(year) != 1:
        return None
    return sentence.replace(year, str(int(year) + 3))


def _other_actor(sentence: str, statement: Statement) -> str | None:
    """Another country in the actor's place, where nothing else in the sentence points to the first."""
    name, actor = statement.actor.name, statement.actor.id
    plain = statement.actor.mention == name and statement.speaker is None
    if actor is None or len(actor) != 3 or not plain or sentence.count(name[:5]) != 1:
        return None
    country = next(c for c in COUNTRIES if c not in sentence)
    return re.sub(rf"(?:\b[Tt]he )?\b{re.escape(name)}\b(?!['’])", country, sentence)


def _other_trigger(sentence: str, statement: Statement) -> str | None:
    triggers = {c.trigger for c in statement.conditions}
    swaps = (
        (Trigger.CEASEFIRE, r"\b(?:ceasefire|truce)\b", "peace agreement"),
        (Trigger.PEACE_AGREEMENT, r"\bpeace (?:deal|agreement|settlement|treaty)\b", "ceasefire"),
        (Trigger.END_OF_WAR, r"\b(?:after|once|when) the (?:war|conflict)(?: ends| is over)?\b", "after a ceasefire"),
        (Trigger.ATTACK, r"\battack\b", "ceasefire"),
    )  # fmt: skip
    if len(statement.conditions) != 1:
        return None
    return next(
        (c for t, p, by in swaps if t in triggers and (c := _swap(p, by)(sentence, statement))),
        None,
    )


def _governing(sentence: str, statement: Statement, *swaps: tuple[str, str]) -> str | None:
    """The first swap of the words that govern the statement's own verb."""
    verb = next((w.words for w in statement.why if w.field == "act"), "").split(" ")[-1]
    if not verb or statement.refrain:
        return None
    tail = rf"(?= (?:also )?{re.escape(verb)}\b)"
    return _first(
        *(_swap(before + tail, by) for before, by in swaps),
        *(
            _swap(before, by)
            for before, by in swaps
            if re.search(rf"\b{re.escape(verb)}\b", before)
        ),
    )(sentence, statement)


_READY = r"(?:ready|willing|prepared) to"


def _raised(sentence: str, statement: Statement) -> str | None:
    if statement.act not in (Act.OFFER, Act.INTENTION, Act.UNDECIDED):
        return None
    return _governing(
        sentence, statement,
        (rf"\b(?:is|are) {_READY}", "will"), (rf"\b(?:was|were) {_READY}", "would"),
        (r"(?<= )(?:plans?|intends?|hopes?|wants?|aims?) to", "will"),
        (r"\b(?:planned|intended|hoped|wanted|offered) to", "promised to"), (r"\bcould", "will"),
    )  # fmt: skip


def _lowered(sentence: str, statement: Statement) -> str | None:
    if statement.act is not Act.PLEDGE:
        return None
    return _governing(
        sentence, statement, (r"\b(?:pledged|promised|agreed|vowed|committed|undertook) to", "offered to"),
        (r"\bwill", "could"),
    )  # fmt: skip


def _negated(sentence: str, statement: Statement) -> str | None:
    if statement.act not in (Act.OFFER, Act.INTENTION, Act.PLEDGE):
        return None
    return _governing(
        sentence, statement,
        (r"\b(?<!['’]s )(?:plans|intends) to", "has no plans to"),
        (r"\b(?:pledged|promised|agreed|vowed|offered) to", "refused to"),
        (r"\b(will|would)", r"\1 not"), (rf"\b(is|are|was|were) {_READY}", r"\1 not willing to"),
    )  # fmt: skip


def _as_fact(sentence: str, statement: Statement) -> str | None:
    told = (Attribution.INDIRECT, Attribution.ANONYMOUS)
    speaker = statement.speaker
    if statement.attribution not in told or speaker is None or not (speaker.name or speaker.role):
        return None
    who = (speaker.name or speaker.role or "").split()[-1]
    tail = re.search(
        rf",? [^,]*\b{re.escape(who)}\b[^,]* (?:said|told [^,]+|announced)\.?$", sentence
    )
    if tail is not None:
        return _tidy(sentence[: tail.start()] + ".")
    head = re.search(
        rf"^.*?\b{re.escape(who)}\b[^,]*(?:, [^,]+,)? (?:said|announced|stated|confirmed)(?: \w+day)? that ",
        sentence,
    )
    rest = sentence[head.end() :] if head is not None else ""
    if not rest or re.match(r"(?:he|she|it|they|his|her|their)\b", rest):
        return None
    return _tidy(rest)


def _swapped_count(sentence: str, statement: Statement) -> str | None:
    members = statement.members
    if members is None or members.count is None or members.of is None:
        return None
    count, of = str(members.count), str(members.of)
    if not re.search(rf"\b{count}\b", sentence) or not re.search(rf"\b{of}\b", sentence):
        return None
    return re.sub(rf"\b(?:{count}|{of})\b", lambda m: of if m[0] == count else count, sentence)


TEXT_FAULTS = (
    TextFault("condition dropped", frozenset({"condition_dropped"}), _without_condition),
    TextFault("bound dropped", frozenset({"qualifier_dropped"}), _without_bound),
    TextFault("amount changed", frozenset({"value_changed amount"}), _other_amount),
    TextFault("date changed", frozenset({"value_changed time"}), _other_date),
    TextFault("actor changed", frozenset({"actor_changed"}), _other_actor),
    TextFault("trigger changed", frozenset({"value_changed trigger", "translation_error"}), _other_trigger),
    TextFault("strength raised", frozenset({"strength_raised"}), _raised),
    TextFault("strength lowered", frozenset({"strength_lowered"}), _lowered),
    TextFault("negated", frozenset({"strength_lowered"}), _negated),
    TextFault("attribution dropped", frozenset({"attribution_dropped"}), _as_fact),
    TextFault("count swapped", frozenset({"count_transferred", "value_changed count"}), _swapped_count),
    TextFault("or collapsed", frozenset({"disjunction_collapsed"}), _swap(r"\beither (.+?) or (?:to )?[^,.]+", r"\1")),
)  # fmt: skip

HARMLESS: tuple[tuple[str, Rewrite], ...] = (
    ("untouched", lambda sentence, _: sentence),
    ("layout", lambda sentence, _: re.sub(r" ", "  ", sentence, count=3)),
    ("said, stated", _swap(r"\bsaid that\b", "stated that")),
    ("pledged, promised", _swap(r"\bpledged to\b", "promised to")),
    ("ready, willing", _swap(r"\b(is|are|was|were) ready to\b", r"\1 willing to")),
    ("straight quotes", _swap("[“”]", '"')),
    ("will, is going to", _swap(r"\b(He|She|It|he|she|it) will (?!not|be|also)(?=\w)", r"\1 is going to ")),
    ("send, dispatch", _swap(r"\bsend(?= (?:troops|soldiers|forces|peacekeepers))", "dispatch")),
)  # fmt: skip

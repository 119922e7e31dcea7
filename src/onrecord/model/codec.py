"""Statements and reports to and from plain records (the coding guide's gold format).

msgspec lives here alone: it ignores unknown fields on plain dataclasses, so they are rejected here.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any, TypeVar

import msgspec

from onrecord.model.report import Report
from onrecord.model.statement import Statement

__all__ = [
    "decode",
    "encode",
    "report_record",
    "statement_from_record",
    "statement_record",
    "to_builtins",
]

T = TypeVar("T")

_REPORT_METADATA = (
    "id", "outlet", "credit", "byline", "published", "language", "title", "text", "domain", "url",
)  # fmt: skip


def to_builtins(value: Any) -> Any:
    """Dataclasses, tuples and enums as dicts, lists and strings; field names unchanged."""
    return msgspec.to_builtins(value)


def encode(value: Any) -> str:
    """One line of JSON for any model value."""
    return msgspec.json.encode(value).decode()


def decode(text: str | bytes, kind: type[T]) -> T:
    """A model value from `encode`'s JSON.

    Raises msgspec.ValidationError where a field is missing, unknown or of the wrong type.
    """
    raw = msgspec.json.decode(text)
    _reject_unknown(raw, kind)
    return msgspec.convert(raw, kind)


def _reject_unknown(raw: Any, kind: type) -> None:
    if isinstance(raw, dict):
        known = {f.name for f in fields(kind)}
        if extra := sorted(set(raw) - known):
            raise msgspec.ValidationError(f"unknown field {extra[0]!r} for {kind.__name__}")


def _what(value: tuple[str, ...]) -> Any:
    return None if not value else value[0] if len(value) == 1 else list(value)


def _range(value: dict[str, Any] | None) -> dict[str, Any] | None:
    if value is None:
        return None
    record = {"from": value["first"], "to": value["last"]}
    return record | {"readings": value["readings"]} if value["readings"] else record


def statement_record(statement: Statement, *, explain: bool = False) -> dict[str, Any]:
    """A statement in the gold format's shape and order, plus `report`, `reader` and `said_on`.

    With `explain`, `why` lists which words gave which field.
    """
    raw = to_builtins(statement)
    record = {
        "id": raw["id"], "report": raw["report"], "reader": raw["reader"], "act": raw["act"],
        "refrain": raw["refrain"], "what": _what(tuple(raw["what"])), "actor": raw["actor"],
        "members": raw["members"], "contribution": raw["contribution"], "object": raw["object"],
        "recipient": raw["recipient"], "place": raw["place"], "amounts": raw["amounts"],
        "when": _range(raw["when"]), "said_on": _range(raw["said_on"]),
        "conditions": raw["conditions"], "alternative": raw["alternative"], "hedge": raw["hedge"],
        "speaker": raw["speaker"], "attribution": raw["attribution"],
        "evidence": [{k: e[k] for k in ("start", "end", "quote")} for e in raw["evidence"]],
    }  # fmt: skip
    if explain:
        record["why"] = raw["why"]
    return record


def statement_from_record(
    record: dict[str, Any], *, report: str, reader: str, text_hash: str
) -> Statement:
    """The Statement of one gold-format record.

    Raises msgspec.ValidationError where a value is missing or of the wrong type.
    """
    raw = {f.name: record[f.name] for f in fields(Statement) if f.name in record}
    raw |= {"report": report, "reader": record.get("reader", reader)}
    what = record.get("what")
    raw["what"] = [] if what is None else what if isinstance(what, list) else [what]
    for name in ("when", "said_on"):
        if when := record.get(name):
            raw[name] = {
                "first": when["from"], "last": when["to"], "readings": when.get("readings", [])
            }  # fmt: skip
    raw["evidence"] = [e | {"report": report, "text_hash": text_hash} for e in record["evidence"]]
    return msgspec.convert(raw, Statement)


def report_record(report: Report) -> dict[str, Any]:
    """A report as the gold format's `report`: text and metadata, without marks."""
    raw = to_builtins(report)
    return {name: raw[name] for name in _REPORT_METADATA}

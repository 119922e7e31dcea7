"""JSON records: one report a line or a list of them, and gold files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from onrecord.model.report import Report

__all__ = ["iter_records", "looks_like_json", "report_of"]

_FIELDS = (
    "title", "outlet", "byline", "credit", "published", "language", "url", "domain",
)  # fmt: skip


def looks_like_json(text: str) -> bool:
    """Whether the text is JSON or JSON lines rather than prose."""
    return text.lstrip()[:1] in ("{", "[")


def iter_records(text: str) -> Iterator[tuple[str, Any, str]]:
    """(place, record or None, fault): each record of a JSON document or of JSON lines."""
    try:
        whole = json.loads(text)
    except ValueError:
        yield from _lines(text)
        return
    items = whole if isinstance(whole, list) else [whole]
    for number, item in enumerate(items, 1):
        yield (f"record {number}" if len(items) > 1 else ""), item, ""


def _lines(text: str) -> Iterator[tuple[str, Any, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield f"line {number}", json.loads(line), ""
        except ValueError as error:
            yield f"line {number}", None, f"not JSON ({error})"


def report_of(record: Any, default_id: str) -> Report | str:
    """The Report of a record (a gold file's `report` too), or what is wrong with it."""
    if isinstance(record, dict) and isinstance(record.get("report"), dict):
        record = record["report"]
    if not isinstance(record, dict):
        return "a record must be an object with a `text`"
    if not isinstance(record.get("text"), str):
        return "a record needs a `text`"
    values: dict[str, Any] = {}
    for name in _FIELDS:
        value = record.get(name)
        if value is not None and not isinstance(value, str):
            return f"`{name}` must be a text"
        values[name] = value or None
    return Report(id=str(record.get("id") or default_id), text=record["text"], **values)

"""JSON records: one report a line or a list of them, and gold files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.model.report import Report
from onrecord.text.dates import parse_published

__all__ = ["Record", "iter_records", "looks_like_records", "report_of"]

_FIELDS = (
    "title", "outlet", "byline", "credit", "language", "url", "domain",
)  # fmt: skip
_PEEK_LINES = 5
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record of a file, or what is wrong in its place."""

    place: str
    """"line 3", "record 3", or nothing where the file is one record."""
    content: bytes
    value: Any = None
    fault: str | None = None
    is_whole: bool = False
    """Whether the file is this one record."""


def looks_like_records(text: str, *, named: bool) -> bool:
    """Whether the text is JSON records; `named` says that its file's name promises JSON."""
    if named:
        return True
    if text.lstrip("\ufeff \t\r\n")[:1] not in ("{", "["):
        return False
    first = [line for line in text.split("\n", 4 * _PEEK_LINES) if line.strip()][:_PEEK_LINES]
    if any(_is_record(_parsed(line)) for line in first):
        return True
    whole = _parsed(text)
    items = whole if isinstance(whole, list) else [whole]
    return any(isinstance(item, dict) for item in items)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _is_record(value: Any) -> bool:
    return isinstance(value, dict) and ("text" in value or "report" in value)


def iter_records(text: str, content: bytes) -> Iterator[Record]:
    """Each record of a JSON document or of JSON lines, in order, with the bytes that are its own.

    A broken line is a fault of its own; a broken document is one fault, with its line.
    """
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        if _is_lines(text):
            yield from _lines(text)
        else:
            yield Record(
                place=_line_of(error), content=content, fault=_not_json(error), is_whole=True
            )
        return
    if not isinstance(whole, list):
        yield Record(place="", content=content, value=whole, is_whole=True)
        return
    if not whole:
        yield Record(place="", content=content, fault="the list has no records", is_whole=True)
    for number, item in enumerate(whole, 1):
        dumped = json.dumps(item, ensure_ascii=False, sort_keys=True)
        own = dumped.encode("utf-8", "surrogatepass")
        yield Record(place=f"record {number}", content=own, value=item)


def _is_lines(text: str) -> bool:
    """Whether most lines begin a record of their own, as in JSON lines; a document does not."""
    lines = [line for line in text.split("\n") if line.strip()]
    starts = sum(line.lstrip("\ufeff \t").startswith("{") for line in lines)
    closed = sum(_ends_record(line) for line in lines)
    return len(lines) > 1 and starts * 2 >= len(lines) and closed * 2 >= len(lines)


def _ends_record(line: str) -> bool:
    return line.rstrip().endswith("}")


def _lines(text: str) -> Iterator[Record]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        content = line.strip().encode("utf-8", "surrogatepass")
        try:
            yield Record(place=f"line {number}", content=content, value=json.loads(line))
        except (ValueError, RecursionError) as error:
            yield Record(place=f"line {number}", content=content, fault=_not_json(error))


def _line_of(error: Exception) -> str:
    return f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""


def _not_json(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON ({error.msg} at column {error.colno})"
    return (
        "not JSON (too deeply nested)"
        if isinstance(error, RecursionError)
        else f"not JSON ({error})"
    )


def report_of(record: Any, default_id: str, *, is_dated: bool = False) -> Report | str:
    """The Report of a record (a gold file's `report` too), or what is wrong with it.

    `is_dated` says that a publication date was given, so that the record's own need not be one.
    """
    if isinstance(record, dict) and isinstance(record.get("report"), dict):
        record = record["report"]
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return "a record must be an object with a `text`"
    values: dict[str, Any] = {}
    for name in _FIELDS:
        value = record.get(name)
        if value is not None and not isinstance(value, str):
            return f"`{name}` must be a text"
        values[name] = _whole(value) if value else None
    own_id = record.get("id")
    if isinstance(own_id, bool) or not isinstance(own_id, str | int | None):
        return "`id` must be a text or a number"
    published, readings = _published(record.get("published"))
    if record.get("published") and published is None and not readings and not is_dated:
        return f"`published` is {record['published']!r}, not a date such as 2025-09-05"[:200]
    wanted = str(own_id).strip() if own_id is not None else ""
    return Report(
        id=_whole(wanted) or default_id, text=_whole(record["text"]), published=published,
        published_readings=readings, published_by="metadata" if published else None, **values,
    )  # fmt: skip


def _published(value: Any) -> tuple[str | None, tuple[str, ...]]:
    return parse_published(value) if isinstance(value, str) else (None, ())


def _whole(words: str) -> str:
    """The words with half characters (lone surrogates) replaced one for one: no encoding has them."""
    return _HALF_CHARACTER.sub("\ufffd", words)

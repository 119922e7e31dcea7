"""Bytes in, reports out: every input ends as a Report or as Rejected with a reason."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from onrecord.collect.html import is_feed, looks_like_html, read_page
from onrecord.collect.metadata import title_of
from onrecord.collect.options import CollectOptions
from onrecord.collect.prepare import prepare
from onrecord.collect.records import Record, iter_records, looks_like_records, report_of
from onrecord.collect.sources import JSON_LINES, Item, read_target
from onrecord.model.rejected import Rejected, RejectedReason
from onrecord.model.report import Report, Source
from onrecord.text.encoding import decode, looks_binary
from onrecord.text.language import READ_LANGUAGES, detect_language, language_code, language_name

__all__ = ["Collected", "collect", "collect_bytes"]

Collected = tuple[Source, Report] | Rejected


def collect(
    target: str | Path, options: CollectOptions, *, stdin: BinaryIO | None = None
) -> Iterator[Collected]:
    """What a file, a folder (recursively, sorted) or "-" (standard input) holds.

    The same bytes twice in one call are read once; the second is rejected as a duplicate. `stdin` is
    read for "-"; without it, the process's standard input.
    """
    seen: dict[str, str] = {}
    for item in read_target(target, options.max_bytes, stdin):
        found = iter([item]) if isinstance(item, Rejected) else _read(item, options)
        for collected in found:
            yield _once(collected, seen)


def collect_bytes(content: bytes, where: str, options: CollectOptions) -> Iterator[Collected]:
    """What these bytes hold: one report, several (JSON), or the reason why none."""
    yield from _read(Item(where=where, content=content), options)


def _once(collected: Collected, seen: dict[str, str]) -> Collected:
    """The same, or Rejected where the same bytes came before."""
    if isinstance(collected, Rejected):
        return collected
    source = collected[0]
    if source.id not in seen:
        seen[source.id] = source.where
        return collected
    first = seen[source.id]
    return _rejected(
        RejectedReason.DUPLICATE,
        source.where,
        f"the same bytes as {first}",
        "nothing to do",
        source.id,
    )


def _read(item: Item, options: CollectOptions) -> Iterator[Collected]:
    where, content = item.where, item.content
    if item.line is not None:
        if content.strip():
            yield from _records(item, content.decode("utf-8", "replace"), options)
        return
    if fault := _fault(content, where, options):
        yield fault
        return
    text = decode(content)
    if text is None:
        yield _undecodable(content, where)
        return
    if not any(c.isalnum() for c in text):
        yield _rejected(RejectedReason.EMPTY, where, "no words in it", "check the file")
        return
    suffix = Path(where).suffix.lower()
    if looks_like_records(text, named=suffix in (".json", *JSON_LINES)):
        yield from _records(item, text, options)
    elif looks_like_html(text, named=suffix in (".html", ".htm", ".xhtml")):
        yield _page(text, content, where, options)
    else:
        yield _plain(text, content, where, options)


def _fault(content: bytes, where: str, options: CollectOptions) -> Rejected | None:
    if len(content) > options.max_bytes:
        return _rejected(
            RejectedReason.TOO_LARGE, where, f"more than the limit of {options.max_bytes:,} bytes",
            "split it into reports",
        )  # fmt: skip
    if not content.strip():
        return _rejected(RejectedReason.EMPTY, where, "nothing in it", "check the file")
    if looks_binary(content):
        return _rejected(
            RejectedReason.BINARY, where, "not text, HTML or JSON", "export its text first"
        )
    return None


def _undecodable(content: bytes, where: str) -> Rejected:
    try:
        content.decode("utf-8")
        at = 0
    except UnicodeDecodeError as error:
        at = error.start
    return _rejected(
        RejectedReason.ENCODING, where, f"byte {at + 1:,} is no UTF-8, and the rest is no other encoding known here",
        "save it as UTF-8",
    )  # fmt: skip


def _records(item: Item, text: str, options: CollectOptions) -> Iterator[Collected]:
    for record in iter_records(text, item.content):
        place = f"line {item.line}" if item.line is not None else record.place
        spot = f"{item.where}, {place}" if place else item.where
        default_id = _slug(item.where, record.content, place)
        yield _of_record(record, spot, default_id, options)


def _of_record(record: Record, spot: str, default_id: str, options: CollectOptions) -> Collected:
    report = record.fault or report_of(
        record.value, default_id, is_dated=options.published is not None
    )
    if isinstance(report, str):
        todo = "mend it" if record.is_whole else "mend this one; the others were taken"
        return _rejected(RejectedReason.BROKEN_RECORD, spot, report, todo)
    if not any(c.isalnum() for c in report.text):
        return _rejected(RejectedReason.NO_TEXT, spot, "its `text` has no words", "give the text")
    return _finished(replace(report, where=spot), record.content, "application/json", options)


def _page(text: str, content: bytes, where: str, options: CollectOptions) -> Collected:
    page = None if is_feed(text) else read_page(text)
    if page is None:
        what = "a feed, not a page" if is_feed(text) else "no article text on the page"
        return _rejected(RejectedReason.NO_TEXT, where, what, "save the page's text instead")
    report = Report(
        id=_slug(where, content), text=page.text, where=where, title=page.title, outlet=page.outlet,
        byline=page.byline, published=page.published, published_readings=page.published_readings,
        url=page.url, published_by="metadata" if page.published else None, language=page.language,
    )  # fmt: skip
    return _finished(report, content, "text/html", options)


_HEADING = re.compile(r"\s*#{1,3} \S|.{0,2000}\]\(https?://", re.DOTALL)


def _plain(text: str, content: bytes, where: str, options: CollectOptions) -> Collected:
    is_markdown = Path(where).suffix.lower() in (".md", ".markdown") or bool(_HEADING.match(text))
    report = Report(
        id=_slug(where, content), text=text, where=where, title=title_of(text, markdown=is_markdown)
    )
    media = "text/markdown" if is_markdown else "text/plain"
    return _finished(report, content, media, options)


def _finished(report: Report, content: bytes, media: str, options: CollectOptions) -> Collected:
    where = report.where or "-"
    source_id = hashlib.sha256(content).hexdigest()
    language = _language(report, options)
    if language.split("-")[0] not in READ_LANGUAGES:
        by = "said to be" if options.language else "seems to be"
        return _rejected(
            RejectedReason.LANGUAGE, where, f"its language {by} {language_name(language)}, which is not read yet",
            "give --language en if it is English", source_id,
        )  # fmt: skip
    report = replace(
        report,
        source=source_id,
        language=language,
        published=options.published or report.published,
        published_by="given" if options.published else report.published_by,
        published_readings=() if options.published else report.published_readings,
        outlet=options.outlet or report.outlet,
    )
    source = Source(
        id=source_id, content=content, media_type=media, where=where,
        received_at=options.received_at,
    )  # fmt: skip
    return source, prepare(report)


def _language(report: Report, options: CollectOptions) -> str:
    """What the person said, else what the text shows, else what the source declares, else English."""
    if options.language:
        return language_code(options.language)
    declared = language_code(report.language) if report.language else None
    shown = detect_language(report.text)
    if declared is not None and (shown is None or declared.split("-")[0] == shown):
        return declared
    return shown or "en"


def _slug(where: str, content: bytes, place: str = "") -> str:
    """A readable id: the file's stem, and the record's number; `stdin-` and eight digits of a digest."""
    digest = hashlib.sha256(content).hexdigest()[:8]
    if where == "-":
        return f"stdin-{digest}"
    stem = re.sub(r"[^\w.-]+", "-", Path(where).stem).strip("-.") or f"report-{digest}"
    number = place.rpartition(" ")[2]
    return f"{stem}-{number}" if number else stem


def _rejected(
    reason: RejectedReason, where: str, detail: str, todo: str, source: str | None = None
) -> Rejected:
    return Rejected(reason=reason, where=where, detail=detail, todo=todo, source=source)

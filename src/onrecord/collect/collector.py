"""Bytes in, reports out: every input ends as a Report or as Rejected with a reason."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from onrecord.collect.html import looks_like_html, read_page
from onrecord.collect.options import CollectOptions
from onrecord.collect.prepare import prepare
from onrecord.collect.records import iter_records, looks_like_json, report_of
from onrecord.collect.sources import read_target
from onrecord.model.rejected import Rejected, RejectedReason
from onrecord.model.report import Report, Source
from onrecord.text.encoding import decode, looks_binary
from onrecord.text.language import READ_LANGUAGES, detect_language

__all__ = ["Collected", "collect", "collect_bytes"]

Collected = tuple[Source, Report] | Rejected


def collect(target: str | Path, options: CollectOptions) -> Iterator[Collected]:
    """What a file, a folder (recursively, sorted) or "-" (standard input) holds.

    The same bytes twice in one call are read once; the second is rejected as a duplicate.
    """
    seen: dict[str, str] = {}
    for item in read_target(target, options.max_bytes):
        if isinstance(item, Rejected):
            yield item
            continue
        where, content = item
        for collected in collect_bytes(content, where, options):
            if not isinstance(collected, Rejected):
                source = collected[0]
                if source.id in seen:
                    yield _rejected(
                        RejectedReason.DUPLICATE, source.where, f"the same bytes as {seen[source.id]}",
                        "nothing to do", source.id,
                    )  # fmt: skip
                    continue
                seen[source.id] = source.where
            yield collected


def collect_bytes(content: bytes, where: str, options: CollectOptions) -> Iterator[Collected]:
    """What these bytes hold: one report, several (JSON), or the reason why none."""
    if fault := _fault(content, where, options):
        yield fault
        return
    text = decode(content)
    if text is None:
        yield _rejected(
            RejectedReason.ENCODING, where, "the bytes are no UTF-8, UTF-16 or Windows-1252 text",
            "save it as UTF-8",
        )  # fmt: skip
        return
    if looks_like_json(text) and (
        Path(where).suffix.lower() in (".json", ".jsonl", ".ndjson") or _is_records(text)
    ):
        yield from _records(text, where, options)
    elif looks_like_html(text):
        yield _page(text, content, where, options)
    else:
        media = (
            "text/markdown" if Path(where).suffix.lower() in (".md", ".markdown") else "text/plain"
        )
        report = Report(id=_slug(where, content), text=text, where=where, title=_title(text, media))
        yield _finished(report, content, media, options)


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


def _is_records(text: str) -> bool:
    _, record, _ = next(iter_records(text), ("", None, ""))
    return isinstance(record, dict) and ("text" in record or "report" in record)


def _records(text: str, where: str, options: CollectOptions) -> Iterator[Collected]:
    several = text.count("\n{") > 0 or text.lstrip()[:1] == "["
    for place, record, fault in iter_records(text):
        spot = f"{where}, {place}" if place else where
        content = (
            _bytes_of(record) if several and record is not None else text.encode("utf-8", "replace")
        )
        report = fault or report_of(record, _slug(where, content))
        if isinstance(report, str):
            yield _rejected(
                RejectedReason.BROKEN_RECORD,
                spot,
                report,
                "the other records were taken; mend this one",
            )
        elif not report.text.strip():
            yield _rejected(RejectedReason.NO_TEXT, spot, "its `text` is empty", "give the text")
        else:
            yield _finished(replace(report, where=spot), content, "application/json", options)


def _bytes_of(record: object) -> bytes:
    import json

    return json.dumps(record, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")


def _page(text: str, content: bytes, where: str, options: CollectOptions) -> Collected:
    page = read_page(text)
    if page is None:
        return _rejected(
            RejectedReason.NO_TEXT,
            where,
            "no article text on the page",
            "save the page's text instead",
        )
    report = Report(
        id=_slug(where, content), text=page.text, where=where, title=page.title, outlet=page.outlet,
        byline=page.byline, published=page.published, url=page.url,
        published_by="metadata" if page.published else None,
    )  # fmt: skip
    return _finished(report, content, "text/html", options)


def _finished(report: Report, content: bytes, media: str, options: CollectOptions) -> Collected:
    where = report.where or "-"
    source_id = hashlib.sha256(content).hexdigest()
    language = options.language or report.language or detect_language(report.text)
    if language is not None and language.split("-")[0] not in READ_LANGUAGES:
        return _rejected(
            RejectedReason.LANGUAGE, where, f"its language seems to be {language!r}, which is not read yet",
            "give --language en if it is English", source_id,
        )  # fmt: skip
    report = replace(
        report,
        source=source_id,
        language=(language or "en").split("-")[0],
        published=options.published or report.published,
        published_by="given" if options.published else report.published_by,
        outlet=options.outlet or report.outlet,
    )
    source = Source(
        id=source_id, content=content, media_type=media, where=where,
        received_at=options.received_at,
    )  # fmt: skip
    return source, prepare(report)


def _title(text: str, media: str) -> str | None:
    """A plain text's first line where it plainly is a headline: short, no full stop, set apart."""
    first, _, rest = text.lstrip("\ufeff\r\n ").partition("\n")
    line = first.strip()
    if media == "text/markdown" and line.startswith("#"):
        return line.lstrip("# ").strip() or None
    apart = rest.startswith(("\n", "\r\n")) or media == "text/markdown"
    headline = (
        12 <= len(line) <= 140 and line[-1] not in '.,;:"”' and not line.startswith(("![", "By "))
    )
    return line if apart and headline else None


def _slug(where: str, content: bytes) -> str:
    """A readable id: the file's stem, or `stdin-` and eight digits of the bytes' digest."""
    if where == "-":
        return f"stdin-{hashlib.sha256(content).hexdigest()[:8]}"
    stem = re.sub(
        r"[^\w.-]+", "-", Path(where.split(", line ")[0].split(", record ")[0]).stem
    ).strip("-")
    return stem or f"report-{hashlib.sha256(content).hexdigest()[:8]}"


def _rejected(
    reason: RejectedReason, where: str, detail: str, todo: str, source: str | None = None
) -> Rejected:
    return Rejected(reason=reason, where=where, detail=detail, todo=todo, source=source)

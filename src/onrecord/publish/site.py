"""The register as static pages: server-rendered HTML that opens from disk, without JavaScript."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import jinja2

from onrecord.codebooks import Codebook
from onrecord.errors import OnrecordError
from onrecord.model.codec import statement_record
from onrecord.model.ids import content_id
from onrecord.model.register import Register
from onrecord.publish.export import commitment_rows, disagreement_rows, evidence_rows
from onrecord.publish.lookup import Lookup
from onrecord.publish.marks import GLYPHS, NOTHING, PIPS, STATE_WORDS, strength_words
from onrecord.publish.pages import PageData
from onrecord.publish.wording import actor_label, amount_words, condition_words
from onrecord.version import VERSION

__all__ = ["publish_site", "slug"]

Downloads = Mapping[str, tuple[int, str]]

_STATIC = ("onrecord.css",)
_MANIFEST = ".onrecord-pages"
_OWN = re.compile(r"(?:c|report|story)/[\w.-]+\.html")
"""The only files that a later run may remove, whatever the manifest says."""


def publish_site(register: Register, out_dir: Path, *, codebook: Codebook) -> list[Path]:
    """Write every page and download; returns the files written. The folder is made if need be.

    Pages that an earlier run wrote here and that the register no longer has are removed; nothing
    else in the folder is touched. Raises OnrecordError where a file can't be written.
    """
    look = Lookup(register, codebook)
    try:
        before = _listed(out_dir)
        written = [_write(out_dir / path, text) for path, text in _files(look)]
        _forget(out_dir, before, written)
    except OSError as error:
        reason = error.strerror or str(error)
        todo = "free some space or name another folder; what is there may be incomplete"
        where = str(error.filename or out_dir)
        raise OnrecordError(f"can't be written ({reason})", where=where, todo=todo) from error
    return written


def _files(look: Lookup) -> Iterator[tuple[str, str]]:
    """Each file's path in the site, and its text."""
    downloads = _data(look)
    yield from ((f"data/{name}", text) for name, (_, text) in downloads.items())
    environment = _environment(look)
    for path, template, values in _pages(look, downloads):
        page = environment.get_template(template)
        root = "../" * path.count("/")
        yield path, page.render(root=root, register=look.register, here=path, **values)
    for name in _STATIC:
        static = files("onrecord.publish").joinpath("static", name)
        yield f"static/{name}", static.read_text(encoding="utf-8")


def _listed(out_dir: Path) -> list[str]:
    """The files that an earlier run wrote here."""
    manifest = out_dir / _MANIFEST
    return manifest.read_text(encoding="utf-8").splitlines() if manifest.is_file() else []


def _forget(out_dir: Path, before: Iterable[str], written: Iterable[Path]) -> None:
    """Remove what an earlier run wrote and this one did not; note what this one wrote."""
    now = {path.relative_to(out_dir).as_posix() for path in written}
    for name in sorted(set(before) - now):
        if _OWN.fullmatch(name):
            (out_dir / name).unlink(missing_ok=True)
    _write(out_dir / _MANIFEST, "".join(f"{name}\n" for name in sorted(now)))


def _environment(look: Lookup) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("onrecord.publish"), autoescape=True,
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.globals.update(
        look=look, glyphs=GLYPHS, words=STATE_WORDS, pips=PIPS, nothing=NOTHING, version=VERSION,
        strength=strength_words, slug=slug, actor_label=actor_label, amount=amount_words,
        conditions=condition_words, label=look.label, name_of=look.name_of, sentence=look.sentence,
        departures=len(look.departures(look.register.disagreements)),
    )  # fmt: skip
    return environment


def _pages(look: Lookup, downloads: Downloads) -> Iterator[tuple[str, str, dict[str, Any]]]:
    data = PageData(look)
    stories = data.stories()
    yield "index.html", "register.html", data.matrix()
    yield "list.html", "list.html", {}
    yield "disagreements.html", "disagreements.html", {"items": data.disagreements()}
    yield "reports.html", "reports.html", {"stories": stories, "event": data.event}
    readers = ", ".join(sorted({s.reader for s in look.register.statements})) or "none"
    sizes = [(name, rows, len(text.encode())) for name, (rows, text) in downloads.items()]
    yield "data.html", "data.html", {"downloads": sizes, "readers": readers}
    for commitment in look.register.commitments:
        yield f"c/{commitment.id}.html", "commitment.html", data.commitment(commitment)
    for report in look.register.reports:
        yield f"report/{slug(report.id)}.html", "report.html", data.report(report)
    for story, members in stories:
        yield f"story/{story}.html", "story.html", data.story(members)


def slug(report_id: str) -> str:
    """A report's id as a file name; two ids never share one."""
    name = re.sub(r"[^\w.-]+", "-", report_id)
    return name if name == report_id else f"{name}-{content_id('r', report_id)[-6:]}"


def _data(look: Lookup) -> Downloads:
    """Each download: its file name, how many rows it has, and its text."""
    register = look.register
    tables = {
        "commitments": commitment_rows(register, register.commitments),
        "statements": [statement_record(s) for s in register.statements],
        "evidence": evidence_rows(register, register.commitments),
        "disagreements": disagreement_rows(register, register.disagreements),
    }
    found = {}
    for name, rows in tables.items():
        found[f"{name}.csv"] = (len(rows), _csv(rows))
        found[f"{name}.json"] = (len(rows), json.dumps(rows, ensure_ascii=False, indent=1))
    return found


def _csv(rows: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    columns = list(dict.fromkeys(key for row in rows for key in row))
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_plain(row.get(column)) for column in columns])
    return out.getvalue()


def _plain(value: Any) -> Any:
    """Lists and records as JSON; words that a spreadsheet would run as a formula get a quote."""
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "@") else value


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path

"""The register as static pages: server-rendered HTML that opens from disk, without JavaScript."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import jinja2

from onrecord.codebooks import Codebook
from onrecord.model.codec import statement_record
from onrecord.model.register import Register
from onrecord.publish.export import commitment_rows, disagreement_rows, evidence_rows
from onrecord.publish.marks import (
    GLYPHS,
    PIPS,
    STATE_WORDS,
    actor_label,
    contribution_label,
    sentence_of,
    strength_words,
)
from onrecord.publish.pages import PageData
from onrecord.version import VERSION

__all__ = ["publish_site"]

Tables = Mapping[str, list[dict[str, Any]]]


def publish_site(register: Register, out_dir: Path, *, codebook: Codebook) -> list[Path]:
    """Write every page and download; returns the files written. The folder is made if need be."""
    data = PageData(register, codebook)
    environment = _environment(data, codebook)
    written = []
    for path, template, values in _pages(data, register):
        root = "../" * path.count("/")
        text = environment.get_template(template).render(
            root=root, register=register, version=VERSION, **values
        )
        written.append(_write(out_dir / path, text))
    tables = _tables(register)
    for name, rows in tables.items():
        written.append(
            _write(
                out_dir / "data" / f"{name}.json", json.dumps(rows, ensure_ascii=False, indent=1)
            )
        )
        written.append(_write(out_dir / "data" / f"{name}.csv", _csv(rows)))
    with as_file(files("onrecord.publish").joinpath("static/onrecord.css")) as css:
        (out_dir / "static").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(css, out_dir / "static" / "onrecord.css")
    return [*written, out_dir / "static" / "onrecord.css"]


def _environment(data: PageData, codebook: Codebook) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("onrecord.publish"), autoescape=True,
        undefined=jinja2.StrictUndefined, trim_blocks=True,
    )  # fmt: skip
    environment.globals.update(
        glyphs=GLYPHS, words=STATE_WORDS, pips=PIPS, strength=strength_words, slug=slug, repeats=data.repeats,
        outlet=data.outlet, actor_label=actor_label, name_of=data.name_of,
        label=lambda code: contribution_label(code, codebook),
        sentence=lambda c: sentence_of(c, data.register, codebook),
    )  # fmt: skip
    environment.filters["name_of"] = data.name_of
    return environment


def _pages(data: PageData, register: Register) -> Iterator[tuple[str, str, dict[str, Any]]]:
    yield "index.html", "register.html", data.matrix()
    yield "list.html", "list.html", {}
    yield "disagreements.html", "disagreements.html", {"items": data.disagreements()}
    yield "reports.html", "reports.html", {"stories": data.stories()}
    counts = [(name, len(rows)) for name, rows in _tables(register).items()]
    yield "data.html", "data.html", {"downloads": counts, "reader": data.reader()}
    for commitment in register.commitments:
        yield f"c/{commitment.id}.html", "commitment.html", data.commitment(commitment)
    for report in register.reports:
        yield f"report/{slug(report.id)}.html", "report.html", data.report(report)
    for story, members in data.stories():
        yield f"story/{story}.html", "story.html", data.story(members)


def slug(report_id: str) -> str:
    """A report's id as a file name."""
    return re.sub(r"[^\w.-]+", "-", report_id)


def _tables(register: Register) -> Tables:
    return {
        "commitments": commitment_rows(register, register.commitments),
        "statements": [statement_record(s) for s in register.statements],
        "evidence": evidence_rows(register, register.commitments),
        "disagreements": disagreement_rows(register, register.disagreements),
    }


def _csv(rows: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    columns = list(dict.fromkeys(key for row in rows for key in row))
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_plain(row.get(column)) for column in columns])
    return out.getvalue()


def _plain(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else value


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path

"""The docs are true: the command reference is current, links lead somewhere, pins name no host."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path


def test_the_command_reference_is_current(root: Path) -> None:
    spec = importlib.util.spec_from_file_location(
        "reference", root / "scripts" / "make_cli_reference.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (root / "docs" / "reference" / "cli.md").read_text() == module.reference(), (
        "run scripts/make_cli_reference.py"
    )


def test_links_in_the_docs_lead_somewhere(root: Path) -> None:
    for path in [root / "README.md", *sorted((root / "docs").rglob("*.md"))]:
        for target in re.findall(r"\]\(([^)#]+)\)", path.read_text()):
            if not target.startswith("http"):
                assert (path.parent / target).exists(), (path.name, target)


def test_pins_carry_hashes_and_name_no_host(root: Path) -> None:
    for path in (root / "requirements").glob("*.txt"):
        text = path.read_text()
        assert "--hash=sha256:" in text
        assert "://" not in text
        assert "index-url" not in text

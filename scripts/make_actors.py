"""Writes src/onrecord/codebooks/data/actors.jsonl: every state, with the names it goes by.

    python scripts/make_actors.py

Needs `rigour` (MIT; its territories data) and `Babel` (BSD; CLDR names, Unicode licence), which the
project itself does not use. Demonyms, seats and bodies are hand-made, in scripts/actors/states.psv.
The output is sorted: the same inputs give the same bytes.
"""

from __future__ import annotations

import json
import sys
from itertools import zip_longest
from pathlib import Path
from typing import Any

from babel import Locale
from rigour.territories import get_territories

HERE = Path(__file__).parent
OUT = HERE.parent / "src" / "onrecord" / "codebooks" / "data" / "actors.jsonl"
COLUMNS = ("names", "adjectives", "people", "seats", "bodies", "ambiguous", "short")
# Taken from neither package: a political formula, and a label that no report uses.
SKIP_NAMES = {"Congo - Kinshasa", "Congo - Brazzaville", "Hong Kong SAR China", "Macedonia (FYROM)"}
# What reports write, where the package's name is the official one.
LABELS = {
    "CIV": "Ivory Coast",
    "HKG": "Hong Kong",
    "NRU": "Nauru",
    "PSE": "Palestine",
    "TUR": "Turkey",
    "VAT": "Vatican",
}


def main() -> int:
    """Write the file; 1 when a hand-made line names a state that the packages do not know."""
    territories = {t.alpha3.upper(): t for t in get_territories() if t.alpha3}
    lines = []
    for iso, facts in sorted(read_states(HERE / "actors" / "states.psv").items()):
        if iso not in territories:
            print(f"{iso}: not a state that rigour knows", file=sys.stderr)
            return 1
        record = state_record(iso, territories[iso], facts)
        lines.append(json.dumps(record, ensure_ascii=False))
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} states written to {OUT.name}")
    return 0


def state_record(iso: str, territory: Any, facts: dict[str, list[str]]) -> dict[str, Any]:
    """One state: the packages' names first, then the hand-made ones, without repeats."""
    cldr = Locale("en").territories.get(territory.code.upper(), "")
    given = [territory.name, territory.full_name, cldr, *facts["names"]]
    names = [spelling for name in given if name for spelling in spellings(name)]
    record: dict[str, Any] = {"id": iso, "name": LABELS.get(iso, territory.name), "kind": "state"}
    record["names"] = unique(n for n in names if n not in SKIP_NAMES)
    for column in COLUMNS[1:]:
        if facts[column]:
            record[column] = unique(facts[column])
    return record


def spellings(name: str) -> list[str]:
    """A name with its plain variants: "&" as "and", "St." as "St", curly apostrophes straight."""
    plain = name.replace("’", "'").replace(" & ", " and ").removeprefix("The ").strip()
    if "(" in plain:
        plain = plain.partition("(")[0].strip()
    return [plain, plain.replace("St. ", "St ")]


def unique(words: Any) -> list[str]:
    """The words in order, each once."""
    return list(dict.fromkeys(words))


def read_states(path: Path) -> dict[str, dict[str, list[str]]]:
    """The hand-made table: ISO code → column → words."""
    table = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        iso, *cells = (cell.strip() for cell in line.split("|"))
        table[iso] = {
            column: [w.strip() for w in cell.split(",") if w.strip()]
            for column, cell in zip_longest(COLUMNS, cells, fillvalue="")
        }
    return table


if __name__ == "__main__":
    raise SystemExit(main())

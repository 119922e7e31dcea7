"""How well acts, actors and recipients of political sentences are read: the PLOVER gold records.

A PLOVER file (Political Language Ontology for Verifiable Event Records, Open Event Data Alliance) is a
list of records, each with a sentence (`text`), one event it was written to show (`event`), who does it
(`source`) and to whom (`target`). Five of its events are acts of the coding guide: AGREE (pledge,
intention, offer), SUPPORT (support), REQUEST, written DEMAND in the file (request), REJECT (refusal,
rejection) and THREATEN (threat). Every other event, and every other act, is OTHER.

**One class a record.** A sentence may tell several acts, a record names one. The class read is that of
the first statement in the text, by the place of the words that gave its act; OTHER where nothing is
read. The class's precision, recall and F1 are over all records, so that a false alarm on an OTHER
sentence counts; the five-class mean leaves OTHER out.

**Overlap.** A read actor matches a gold one when both have the same ISO 3166 code (a part after a dot,
such as `MLI.rebels` or `MLI.REB`, is left out on both sides), or when a name of the read one (its name, its words in the text, its
names in the codebook) stands in the gold one's text or the other way round. Actors are all those of
statements of the class read; precision and recall count actors over the records of the five classes,
whatever class was read there. Recipients are counted by record, over those of these records that have a
target: one is right when any recipient read matches any target, since a statement has one recipient and a
record may have several targets.

**Unseen records.** A third of the record ids, drawn by `SEED` in the file's order, is scored by itself:
those who grow the reader's words never look at them. A drawn record whose sentence also stands under an
id that was not drawn has been seen, and counts as such.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import GoldError
from onrecord.evaluate.figures import figures
from onrecord.model.statement import Statement
from onrecord.model.vocabulary import Act

__all__ = [
    "CLASSES",
    "SEED",
    "PloverActor",
    "PloverRecord",
    "class_of",
    "load_plover",
    "score_plover",
    "unseen_ids",
]

SEED = 20251125
CLASSES = ("AGREE", "SUPPORT", "REQUEST", "REJECT", "THREATEN")
OTHER = "OTHER"
_BY_ACT = {
    Act.PLEDGE: "AGREE", Act.INTENTION: "AGREE", Act.OFFER: "AGREE", Act.SUPPORT: "SUPPORT",
    Act.REQUEST: "REQUEST", Act.REFUSAL: "REJECT", Act.REJECTION: "REJECT", Act.THREAT: "THREATEN",
}  # fmt: skip
_NO_EVENT = "DOCUMENT"
_ISO = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverActor:
    """A source or target: its words, its code (ISO 3166 alpha-3, or a kind such as IGO)."""

    text: str
    code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverRecord:
    """One sentence with the class of the event it shows, who does it and to whom."""

    id: str
    text: str
    event: str
    """One of CLASSES, or OTHER."""
    sources: tuple[PloverActor, ...]
    targets: tuple[PloverActor, ...]


def load_plover(path: Path) -> list[PloverRecord]:
    """The records that have a sentence, in the file's order. Raises GoldError naming the fault."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return [_record(r) for r in raw if r["event"] != _NO_EVENT and r.get("text")]
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(
            "can't be read", where=str(path), todo=f"check the file ({error})"
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(
            f"is not a file of PLOVER records: {error!r}", where=str(path),
            todo="give a JSON list of records with id, event, text, source and target",
        ) from error  # fmt: skip


def _record(raw: Mapping[str, Any]) -> PloverRecord:
    event = {"DEMAND": "REQUEST"}.get(raw["event"], raw["event"])
    return PloverRecord(
        id=raw["id"], text=raw["text"].strip(), event=event if event in CLASSES else OTHER,
        sources=_actors(raw.get("source")), targets=_actors(raw.get("target")),
    )  # fmt: skip


def _actors(raw: Sequence[Mapping[str, Any]] | Mapping[str, Any] | None) -> tuple[PloverActor, ...]:
    if isinstance(raw, Mapping):
        raw = [raw]  # one actor may stand without a list
    whole = (a for a in raw or () if isinstance(a, Mapping))
    return tuple(PloverActor(text=a["actorText"], code=a.get("code")) for a in whole)


def unseen_ids(records: Sequence[PloverRecord]) -> frozenset[str]:
    """A third of the record ids, drawn by SEED: never to be looked at while words are grown.

    The draw depends on the order of the records. Ids that share a sentence with an id outside the
    draw are left out of it.
    """
    ids = list(dict.fromkeys(record.id for record in records))
    unseen = frozenset(random.Random(SEED).sample(ids, len(ids) // 3))
    while True:  # an id that is left out may bring other sentences of its own among the seen
        seen = {record.text for record in records if record.id not in unseen}
        shared = {record.id for record in records if record.text in seen}
        if not unseen & shared:
            return unseen
        unseen -= shared


def class_of(statements: Sequence[Statement]) -> str:
    """The class of the first statement in the text; OTHER where there is none."""
    if not statements:
        return OTHER
    return _BY_ACT.get(min(statements, key=_place_of_act).act, OTHER)


def _place_of_act(statement: Statement) -> tuple[int, int]:
    start = next((w.start for w in statement.why if w.field == "act"), statement.evidence[0].start)
    return start, statement.evidence[0].start


def score_plover(
    records: Sequence[PloverRecord],
    statements: Mapping[str, Sequence[Statement]],
    names: Mapping[str, Sequence[str]],
) -> dict[str, Any]:
    """Figures over all records, the seen two thirds and the unseen third, each by itself.

    `statements` are the read ones by the text of the record's sentence; `names` the names of each
    actor id. Figures are rounded to four places.
    """
    unseen = unseen_ids(records)
    parts = {
        "all": list(records),
        "seen": [r for r in records if r.id not in unseen],
        "unseen": [r for r in records if r.id in unseen],
    }
    return {name: _scored(part, statements, names) for name, part in parts.items()}


def _scored(
    records: Sequence[PloverRecord],
    statements: Mapping[str, Sequence[Statement]],
    names: Mapping[str, Sequence[str]],
) -> dict[str, Any]:
    pairs = Counter((r.event, class_of(statements.get(r.text, ()))) for r in records)
    classes = {
        name: figures(
            right=pairs[name, name],
            read=sum(n for (_, read), n in pairs.items() if read == name),
            gold=sum(n for (gold, _), n in pairs.items() if gold == name),
        )
        for name in (*CLASSES, OTHER)
    }
    return {
        "records": len(records),
        "classes": classes,
        "five_class_mean_f1": round(sum(classes[c]["f1"] for c in CLASSES) / len(CLASSES), 4),
        "actor_overlap": _actor_overlap(records, statements, names),
        "recipient_overlap": _recipient_overlap(records, statements, names),
        "confusion": [
            {"gold": gold, "read": read, "n": n} for (gold, read), n in sorted(pairs.items())
        ],
    }


def _of_class_read(statements: Sequence[Statement]) -> list[Statement]:
    """The statements of the class read: those whose actors and recipients count."""
    read = class_of(statements)
    return [s for s in statements if _BY_ACT.get(s.act, OTHER) == read]


def _actor_overlap(
    records: Iterable[PloverRecord],
    statements: Mapping[str, Sequence[Statement]],
    names: Mapping[str, Sequence[str]],
) -> dict[str, float]:
    """Precision over the actors read, recall over the gold ones."""
    read = gold = found = right = 0
    for record in records:
        if record.event == OTHER:
            continue
        actors = {
            (s.actor.id, s.actor.name): (s.actor.id, s.actor.name, s.actor.mention or "")
            for s in _of_class_read(statements.get(record.text, ()))
        }
        words = [(a[0], [*a[1:], *names.get(a[0] or "", ())]) for a in actors.values()]
        read += len(words)
        gold += len(record.sources)
        right += sum(any(_match(i, w, g) for g in record.sources) for i, w in words)
        found += sum(any(_match(i, w, g) for i, w in words) for g in record.sources)
    return figures(right=right, read=read, found=found, gold=gold)


def _recipient_overlap(
    records: Iterable[PloverRecord],
    statements: Mapping[str, Sequence[Statement]],
    names: Mapping[str, Sequence[str]],
) -> dict[str, float]:
    """Precision over the records with a recipient, recall over those with a target."""
    read = gold = right = 0
    for record in records:
        if record.event == OTHER or not record.targets:
            continue
        ids = {s.recipient for s in _of_class_read(statements.get(record.text, ())) if s.recipient}
        read += bool(ids)
        gold += 1
        right += any(_match(i, [i, *names.get(i, ())], g) for i in ids for g in record.targets)
    return figures(right=right, read=read, gold=gold)


def _match(actor_id: str | None, words: Iterable[str], gold: PloverActor) -> bool:
    code = (actor_id or "").partition(".")[0]
    if _ISO.fullmatch(code) and code == (gold.code or "").partition(".")[0]:
        return True
    text = _folded(gold.text)
    return any(_stands_in(w, text) or _stands_in(text, w) for w in map(_folded, words) if w)


def _folded(words: str) -> str:
    folded = re.sub(r"[^\w]+", " ", words.replace(".", "").casefold()).strip()
    return folded.removeprefix("the ")


def _stands_in(words: str, text: str) -> bool:
    """Whether the words stand in the text, whole, and say more than a letter or two."""
    return len(words) > 1 and f" {words} " in f" {text} "

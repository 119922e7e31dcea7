"""When two codings of one statement agree on a field, and where the field counts at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from onrecord.model.statement import Statement

__all__ = ["FIELDS"]

Applies = Callable[[Statement], bool]
Agrees = Callable[[Statement, Statement], bool]


def _always(_: Statement) -> bool:
    return True


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def _last_name(name: str | None) -> str | None:
    return _fold(name).split()[-1] if name else None


def _speaker(a: Statement, b: Statement) -> bool:
    """Both in the report's own voice, or the same side and, where both give one, the same name."""
    if a.speaker is None or b.speaker is None:
        return a.speaker is b.speaker
    names = _last_name(a.speaker.name), _last_name(b.speaker.name)
    return a.speaker.of == b.speaker.of and (None in names or names[0] == names[1])


def _conditions(a: Statement, b: Statement) -> bool:
    def key(s: Statement) -> set[tuple[str, str | None, bool]]:
        return {(c.kind, c.trigger, c.negated) for c in s.conditions}

    return key(a) == key(b)


def _amounts(a: Statement, b: Statement) -> bool:
    def key(s: Statement) -> set[tuple[float, str, str, float | None]]:
        return {(x.value, x.unit, x.bound, x.high) for x in s.amounts}

    return key(a) == key(b)


def _place(a: Statement, b: Statement) -> bool:
    if a.place is None or b.place is None:
        return False
    return a.place.relation == b.place.relation


def _members(a: Statement, b: Statement) -> bool:
    if a.members is None or b.members is None:
        return a.members is b.members
    return (a.members.count, a.members.bound) == (b.members.count, b.members.bound)


def _when(a: Statement, b: Statement) -> bool:
    return a.when == b.when


FIELDS: tuple[tuple[str, Applies, Agrees], ...] = (
    ("contribution", _always, lambda a, b: a.contribution == b.contribution),
    ("refrain", _always, lambda a, b: a.refrain == b.refrain),
    ("what", lambda g: bool(g.what), lambda a, b: set(a.what) == set(b.what)),
    ("recipient", _always, lambda a, b: a.recipient == b.recipient),
    ("members", lambda g: g.members is not None, _members),
    ("members_count_of", lambda g: g.members is not None and g.members.of is not None,
     lambda a, b: b.members is not None and a.members is not None and a.members.of == b.members.of),
    ("place_relation", lambda g: g.place is not None, _place),
    ("place_none", lambda g: g.place is None, lambda a, b: b.place is None),
    ("amounts", lambda g: bool(g.amounts), _amounts),
    ("amounts_none", lambda g: not g.amounts, lambda a, b: not b.amounts),
    ("when", lambda g: g.when is not None, _when),
    ("when_none", lambda g: g.when is None, lambda a, b: b.when is None),
    ("conditions", lambda g: bool(g.conditions), _conditions),
    ("conditions_none", lambda g: not g.conditions, lambda a, b: not b.conditions),
    ("alternative", _always, lambda a, b: (a.alternative is None) == (b.alternative is None)),
    ("speaker", _always, _speaker),
    ("attribution", _always, lambda a, b: a.attribution == b.attribution),
)  # fmt: skip
"""Field name, where it is counted (by the gold statement), and when two codings agree."""

"""What comes in: files, folders and standard input as reports, with every text storable."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, TypeVar

from onrecord.collect import Collected, CollectOptions, collect
from onrecord.model.rejected import Rejected
from onrecord.model.report import Report, Source

__all__ = ["arrivals", "whole"]

T = TypeVar("T", Report, Rejected, Source)
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def arrivals(targets: Iterable[str | Path], options: CollectOptions) -> Iterator[Collected]:
    """The reports of the targets with their sources, or why there are none, in order.

    Half characters (a lone surrogate in a JSON text, a byte of a file's name that is no UTF-8) have
    no place in any encoding: each becomes U+FFFD, so that offsets stay.
    """
    for target in targets:
        for item in collect(target, options):
            if isinstance(item, Rejected):
                yield whole(item)
            else:
                yield whole(item[0]), whole(item[1])


def whole(value: T) -> T:
    """The value with half characters in its texts made whole, one for one."""
    changed: dict[str, Any] = {
        field.name: _HALF_CHARACTER.sub("\ufffd", text)
        for field in fields(value)
        if isinstance(text := getattr(value, field.name), str) and _HALF_CHARACTER.search(text)
    }
    return replace(value, **changed) if changed else value

"""Report* -> copysets, stories, origins: what is one text, one event, one source."""

from __future__ import annotations

from onrecord.group.grouper import Grouper, group
from onrecord.group.placing import Changes, alone, renamings
from onrecord.group.shelf import Shelf

__all__ = ["Changes", "Grouper", "Shelf", "alone", "group", "renamings"]

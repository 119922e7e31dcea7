"""Report* -> copysets, stories, origins: what is one text, one event, one source."""

from __future__ import annotations

from onrecord.group.grouper import Changes, Grouper, alone, group, renamings

__all__ = ["Changes", "Grouper", "alone", "group", "renamings"]

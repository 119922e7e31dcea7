"""Report* -> copysets, stories, origins: what is one text, one event, one source."""

from __future__ import annotations

from onrecord.group.grouper import Changes, Grouper, Renamed, group

__all__ = ["Changes", "Grouper", "Renamed", "group"]

"""Report* -> copysets, stories, origins: what is one text, one event, one source."""

from __future__ import annotations

from onrecord.group.grouping import group

__all__ = ["group"]

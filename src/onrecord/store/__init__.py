"""Keeping a register: one schema on SQLite and PostgreSQL, append-only."""

from __future__ import annotations

from onrecord.store.database import utc_now
from onrecord.store.lock import exclusive
from onrecord.store.readings import ReadBy
from onrecord.store.store import Store

__all__ = ["ReadBy", "Store", "exclusive", "utc_now"]

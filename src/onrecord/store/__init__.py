"""Keeping a register: one schema on SQLite and PostgreSQL, append-only."""

from __future__ import annotations

from onrecord.store.lock import exclusive
from onrecord.store.store import Store, StoredReading

__all__ = ["Store", "StoredReading", "exclusive"]

"""Bytes -> Report | Rejected: files, folders and standard input, in several formats."""

from __future__ import annotations

from onrecord.collect.collector import Collected, collect, collect_bytes
from onrecord.collect.options import CollectOptions
from onrecord.collect.prepare import prepare

__all__ = ["CollectOptions", "Collected", "collect", "collect_bytes", "prepare"]

"""The command line: one file a command, thin over `onrecord.app`."""

from __future__ import annotations

from onrecord.cli.main import main

__all__ = ["main"]

"""onrecord: who promised what, on what condition, and who says so."""

from __future__ import annotations

from onrecord.api import OpenRegister, read_text
from onrecord.api import open_register as open
from onrecord.version import __version__

__all__ = ["OpenRegister", "__version__", "open", "read_text"]

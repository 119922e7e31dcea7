"""onrecord: who promised what, on what condition, and who says so.

import onrecord

with onrecord.open("my-register") as register:
    register.add("reports/")
    register.build()
    for commitment in register.commitments(as_of="2025-09-10"):
        print(commitment.actor_name, commitment.contribution, commitment.current.act)

onrecord.read("Norway will not send troops to Mali, its government said.")
"""

from __future__ import annotations

from onrecord.api import OpenRegister, read
from onrecord.api import open_register as open
from onrecord.errors import OnrecordError
from onrecord.version import __version__

__all__ = ["OnrecordError", "OpenRegister", "__version__", "open", "read"]

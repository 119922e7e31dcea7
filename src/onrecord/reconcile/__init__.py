"""Statement* -> commitments, positions, disagreements: the register as a pure fold."""

from __future__ import annotations

from onrecord.reconcile.compare import compare
from onrecord.reconcile.fold import ReconcileInputs, reconcile

__all__ = ["ReconcileInputs", "compare", "reconcile"]

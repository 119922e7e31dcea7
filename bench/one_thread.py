"""Imported before numpy: one thread for every library that would start more."""

from __future__ import annotations

import os

__all__ = ["every_core", "one_core"]

for _name in ("OMP", "OPENBLAS", "MKL", "BLIS", "NUMEXPR", "VECLIB_MAXIMUM"):
    os.environ[f"{_name}_NUM_THREADS"] = "1"


def one_core() -> set[int]:
    """Keeps this process to one core, where the system can; returns those it had."""
    if not hasattr(os, "sched_setaffinity"):
        return set()
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    return cores


def every_core(cores: set[int]) -> None:
    """Gives them back."""
    if cores:
        os.sched_setaffinity(0, cores)

"""Codebooks: contributions and actors of a domain. Data (YAML), versioned, checked."""

from __future__ import annotations

from onrecord.codebooks.codebook import Actor, ActorKind, Codebook, Contribution, Head
from onrecord.codebooks.loader import BUILT_IN, load_codebook

__all__ = ["BUILT_IN", "Actor", "ActorKind", "Codebook", "Contribution", "Head", "load_codebook"]

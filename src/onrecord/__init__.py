"""onrecord: who promised what, on what condition, and who says so."""

"""A register on pages, in the terminal, as files."""

"""What things are: one file a noun. No I/O, no frameworks."""

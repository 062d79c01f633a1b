"""Rules of order: one procedure, one file."""

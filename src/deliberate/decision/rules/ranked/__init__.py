"""Rules over rankings."""

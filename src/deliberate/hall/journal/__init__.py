"""Journals: append-only, chained, in memory or in one SQLite file."""

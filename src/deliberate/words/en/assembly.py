"""assembly."""

SENTENCES: dict[str, str] = {}

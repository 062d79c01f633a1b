"""community."""

SENTENCES: dict[str, str] = {}

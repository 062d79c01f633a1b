"""hall."""

SENTENCES: dict[str, str] = {}

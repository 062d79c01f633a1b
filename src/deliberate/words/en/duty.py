"""duty."""

SENTENCES: dict[str, str] = {}

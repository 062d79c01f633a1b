"""report."""

SENTENCES: dict[str, str] = {}

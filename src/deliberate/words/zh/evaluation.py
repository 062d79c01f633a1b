"""evaluation."""

SENTENCES: dict[str, str] = {}

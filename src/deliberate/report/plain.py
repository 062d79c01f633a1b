"""Text that does what it looks like."""

from __future__ import annotations

import re

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """Text without the characters that turn a line around."""
    return _TURNING.sub("", text)

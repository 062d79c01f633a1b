"""How a pack's file is laid out: keys in one order, and a node on one line where it fits."""

from __future__ import annotations

import json
from collections.abc import Mapping

WIDTH = 120
_ENTRIES = {
    "pack": (
        "id", "aliases", "title", "rule", "note", "jurisdiction", "source", "verified", "valid_from", "valid_to",
        "utc_offset", "parameters", "formalities", "requirement", "examples",
    ),
    "formalities": ("step", "title", "actor", "who", "days", "within", "relative_to", "shown_by", "basis"),
    "examples": ("id", "tallies", "groups", "t", "parameters", "status", "tie", "why"),
}  # fmt: skip


def laid_out(data: Mapping[str, object]) -> str:
    """The file of a pack."""
    one = _ordered(data, "pack")
    for name in ("formalities", "examples"):
        entries = one.get(name)
        if isinstance(entries, list):
            one[name] = [_ordered(entry, name) for entry in entries]
    return _node(one, 0, 0) + "\n"


def _ordered(entry: Mapping[str, object], kind: str) -> dict[str, object]:
    return {key: entry[key] for key in _ENTRIES[kind] if key in entry}


def _node(data: object, depth: int, before: int) -> str:
    """A node, with how many characters stand before it on its line."""
    line = json.dumps(data, ensure_ascii=False)
    if not isinstance(data, dict | list) or not data or before + len(line) < WIDTH:
        return line
    inside = "  " * (depth + 1)
    if isinstance(data, dict):
        heads, parts = [f"{inside}{json.dumps(key, ensure_ascii=False)}: " for key in data], list(data.values())
    else:
        heads, parts = [inside] * len(data), data
    lines = ",\n".join(f"{head}{_node(part, depth + 1, len(head))}" for head, part in zip(heads, parts, strict=True))
    first, last = "{}" if isinstance(data, dict) else "[]"
    return f"{first}\n{lines}\n{'  ' * depth}{last}"

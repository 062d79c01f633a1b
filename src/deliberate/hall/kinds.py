"""Every kind of record that the house knows, whatever has been imported so far."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from deliberate.records.convert import from_dict as known_from_dict
from deliberate.records.kinds import KINDS

# The rooms whose files register kinds; a record may be of any of them.
ROOMS = ("requirement", "community", "assembly", "decision", "duty", "evaluation", "hall")


def from_dict(data: object, *, where: str = "") -> object:
    """Read the record that the data says, of whatever kind.

    Parameters
    ----------
    data
        JSON data with a ``"kind"``, as :func:`~deliberate.records.convert.to_dict` writes it.
    where
        Named in the error.

    Raises
    ------
    RecordError
        ``bad-record``, with the path: an unknown kind, an unknown key, a value that does not fit.

    Examples
    --------
    >>> from_dict({"kind": "AgendaItem", "title": "lamps", "reason": "raised", "due": None}).title
    'lamps'
    """
    if any(kind not in KINDS for kind in _kinds(data)):
        _meet_all()
    return known_from_dict(data, where=where)


def _kinds(data: object) -> Iterator[str]:
    """The kinds that the data names, however deep it goes."""
    waiting = [data]
    while waiting:
        match waiting.pop():
            case dict() as found:
                if "kind" in found:
                    yield str(found["kind"])
                waiting += found.values()
            case list() as found:
                waiting += found


@cache
def _meet_all() -> None:
    """Import every file that registers a kind: a record may come from a room that nobody has entered yet."""
    for room in ROOMS:
        package = import_module(f"deliberate.{room}")
        for found in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(found.name)

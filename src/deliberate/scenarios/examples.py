"""The examples by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deliberate.errors import InputError
from deliberate.hall.hall import Hall
from deliberate.hall.state import Matter
from deliberate.scenarios import charging_shed, pet_waste

EXAMPLES: Mapping[str, Callable[[Hall], str]] = {
    pet_waste.MATTER: pet_waste.play,
    charging_shed.MATTER: charging_shed.play,
}


def example(name: str) -> Matter:
    """Give a whole worked matter to play with.

    Parameters
    ----------
    name
        ``pet-waste`` (铲屎官小队, the full circle) or ``charging-shed`` (充电棚选址, a vote that comes back).

    Raises
    ------
    InputError
        ``unknown-example``.

    Examples
    --------
    >>> matter = example("charging-shed")
    >>> [vote.result.status for vote in matter.votes]
    ['inquorate', 'decided']
    """
    if name not in EXAMPLES:
        raise InputError("unknown-example", example=name, known=tuple(EXAMPLES))
    hall = Hall.in_memory()
    return hall.matter(EXAMPLES[name](hall))

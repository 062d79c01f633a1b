"""A courtyard ready to try things in: a hall in memory with a roll, a policy and a group."""

from __future__ import annotations

from deliberate.hall.hall import Hall
from deliberate.scenarios import pet_waste
from deliberate.scenarios.script import Script


def courtyard() -> Hall:
    """Give a hall with 420 households, a companion, and the squad of 48 who have dogs.

    Examples
    --------
    >>> hall = courtyard()
    >>> len(hall.community.roll), [group.name for group in hall.community.groups]
    (421, ['铲屎官小队'])
    """
    hall = Hall.in_memory()
    pet_waste.found(Script(hall, pet_waste.MATTER))
    return hall

"""The terms of mediation: who may bring a case, who is skilled, who is too close to whom, who is asked next."""

from __future__ import annotations

from functools import cached_property

from attrs import field, frozen

from deliberate.assembly.ties import CloseTie
from deliberate.errors import InputError
from deliberate.identity import name, names
from deliberate.records.kinds import kind


@kind
@frozen
class MediationTerms:
    """What the rules of mediation are given.

    Attributes
    ----------
    members
        Who may bring a case and be a party.
    skilled
        Who has learnt to mediate; they need not be members.
    ties
        The close ties that are known.
    upper
        Who is asked where nobody skilled and without a stake is left, such as the street's mediation committee.

    Raises
    ------
    InputError
        ``unreadable-name``, ``empty-name``, ``same-name-twice``.
    """

    members: tuple[str, ...] = field(converter=names)
    skilled: tuple[str, ...] = field(converter=names)
    upper: str = field(converter=name)
    ties: tuple[CloseTie, ...] = ()

    def __attrs_post_init__(self) -> None:
        if len(self.members) < 2:
            raise InputError("bad-parameter", parameter="members", value=", ".join(self.members), known=())

    @cached_property
    def persons(self) -> frozenset[str]:
        """Everybody who may do anything here."""
        return frozenset((*self.members, *self.skilled))

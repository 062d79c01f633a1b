"""The terms of the area: who is on the roll, which names may not stand in a text, how long an answer may take."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from functools import cached_property

from attrs import field, frozen

from deliberate.assembly.issues.wording import NameCheck
from deliberate.community.party import Standing
from deliberate.community.roll import Roll
from deliberate.errors import InputError
from deliberate.records.kinds import kind


class Role(StrEnum):
    """As what somebody acts here."""

    GROWN = "grown"
    MINOR = "minor"
    COMPANION = "companion"


_ROLES = {Standing.MINOR: Role.MINOR, Standing.COMPANION: Role.COMPANION}


def _days(given: int) -> int:
    if given < 1:
        raise InputError("bad-parameter", parameter="answer_days", value=str(given), known=())
    return given


@kind
@frozen
class IssueTerms:
    """What the rules of this area are given.

    Attributes
    ----------
    names
        Names that no observation and no issue may name; ``roll.members`` where the ids are names. None are looked
        for where it is empty.
    answer_days
        How many days a group has for its answer to a complaint.
    """

    roll: Roll
    names: tuple[str, ...] = ()
    answer_days: int = field(default=7, converter=_days)

    @cached_property
    def name_check(self) -> NameCheck:
        """What looks for the names."""
        return NameCheck(self.names)

    @property
    def time_to_answer(self) -> timedelta:
        """How long an answer may take."""
        return timedelta(days=self.answer_days)

    @cached_property
    def roles(self) -> dict[str, Role]:
        """As what each member of the roll acts."""
        return {line.member.id: _ROLES.get(line.member.standing, Role.GROWN) for line in self.roll.lines}

    @cached_property
    def minors(self) -> tuple[str, ...]:
        """The minors on the roll."""
        return tuple(member for member, role in self.roles.items() if role is Role.MINOR)

    @cached_property
    def grown(self) -> tuple[str, ...]:
        """Who on the roll is neither a minor nor a companion."""
        return tuple(member for member, role in self.roles.items() if role is Role.GROWN)

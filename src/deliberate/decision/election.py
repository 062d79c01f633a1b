"""One question put to the vote: the ballots, the seats, and the lot that breaks ties."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Generic

from attrs import field, frozen

from deliberate.decision.answers import Answers
from deliberate.decision.ballots import Answer, Approval, Ranking, Scores
from deliberate.decision.notebook import table
from deliberate.decision.profile import B, Profile
from deliberate.errors import ElectionError
from deliberate.identity import names
from deliberate.lot import Draw, Lot, TieOrder
from deliberate.records.kinds import kind


def _lot(given: TieOrder | Draw | Iterable[str] | None) -> TieOrder | None:
    if isinstance(given, Draw):
        return given.lot
    return Lot(given) if isinstance(given, Iterable) else given


def _withdrawn(options: Iterable[str]) -> tuple[str, ...]:
    return names(options, where="withdrawn")


@kind
@frozen
class Election(Generic[B]):
    """Ballots on options 表决, and all that a rule may know.

    Attributes
    ----------
    table
        A :class:`Profile` or :class:`Answers`; given as ``profile``.
    seats
        How many options are to be chosen.
    lot
        The published order in which ties are broken; where none is given, the order of the options, and the
        result says so.
    electorate
        How many were entitled to vote 有表决权人; None where it is not known.
    invalid
        How many ballots were handed in that could not be counted; they are in no base.
    title
        What was asked.
    withdrawn
        Options on the ballot that no longer stand: no rule chooses them, and the next choice counts.
    """

    table: Profile[B] | Answers = field(alias="profile")
    seats: int = 1
    _lot: TieOrder | None = field(default=None, converter=_lot, alias="lot")
    electorate: int | None = None
    title: str = ""
    withdrawn: tuple[str, ...] = field(default=(), converter=_withdrawn)
    invalid: int = 0

    @cached_property
    def lot(self) -> TieOrder:
        """The published order in which ties are broken; the order of the options where none was given."""
        return self._lot if self._lot is not None else Lot(self.table.options, by="order")

    def __attrs_post_init__(self) -> None:
        self._check_seats()
        self._check_options()
        cast = self.table.total + self.invalid
        if self.invalid < 0 or (self.electorate is not None and self.electorate < cast):
            raise ElectionError("too-many-ballots", cast=cast, electorate=self.electorate)

    def _check_seats(self) -> None:
        if self.seats < 1 or self.seats > len(self.options):
            raise ElectionError("bad-seats", seats=self.seats, options=len(self.options))

    def _check_options(self) -> None:
        if set(self.lot.order) != set(self.table.options):
            raise ElectionError("lot-does-not-fit", lot=self.lot.order, options=self.table.options)
        for option in self.withdrawn:
            if option not in self.table.options:
                raise ElectionError("unknown-option", option=option, known=self.table.options)

    @property
    def options(self) -> tuple[str, ...]:
        """The options that stand, in the order of the ballot."""
        return tuple(option for option in self.table.options if option not in self.withdrawn)

    @cached_property
    def profile(self) -> Profile[B]:
        """The table of ballots on the options that stand; an election of answers has none."""
        if isinstance(self.table, Answers):
            raise ElectionError("wrong-ballot", expected="Ranking, Approval, Scores", given="Answer")
        return self.table.restricted(self.options) if self.withdrawn else self.table

    @property
    def answers(self) -> Answers:
        """The table of answers; an election of ballots has none."""
        if not isinstance(self.table, Answers):
            raise ElectionError("wrong-ballot", expected="Answer", given=self.table.ballot.__name__)
        return self.table

    @property
    def ballot(self) -> str:
        """The kind of ballot: ``Ranking``, ``Approval``, ``Scores`` or ``Answer``."""
        return "Answer" if isinstance(self.table, Answers) else self.table.ballot.__name__

    def _repr_html_(self) -> str:
        rows = ((option, "withdrawn" if option in self.withdrawn else "") for option in self.table.options)
        return table(f"{self.title} {self.table!r}", ("option", ""), rows, len(self.table.options))


AnyElection = Election[Ranking] | Election[Approval] | Election[Scores] | Election[Answer]

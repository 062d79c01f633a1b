"""What a move is judged by: who asks what of where things stand, and at what an act may aim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Generic, TypeVar

from attrs import frozen

from deliberate.assembly.issues.part import Issues
from deliberate.assembly.issues.terms import IssueTerms
from deliberate.assembly.reasons import Reason

A = TypeVar("A")


@frozen
class Ask:
    """Somebody wants to do something, at a moment, where things stand so."""

    part: Issues
    terms: IssueTerms
    by: str
    at: datetime


@frozen
class Aim(Generic[A]):
    """At what an act may aim: an issue, a group, somebody else's pledge.

    The same reasons refuse a move and say what is legal: an act is legal where one of the tries meets none.

    Attributes
    ----------
    tries
        The act at everything that it may be worth aiming at, empty otherwise.
    against
        What stands against an act because of what it aims at.
    """

    tries: Callable[[Ask], Iterable[A]]
    against: Callable[[Ask, A], Iterator[Reason]]

    def open_to(self, ask: Ask) -> bool:
        """Whether there is something to aim at against which nothing stands."""
        return any(next(self.against(ask, act), None) is None for act in self.tries(ask))

"""What an assigner is: a frozen value that yields frozen steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Protocol

from deliberate.duty.claims import DutyClaim
from deliberate.duty.undertaking import Undertaking
from deliberate.records.kinds import Step


class Assigner(Protocol):
    """A way to bring duties and offers together: its fields are its parameters.

    Attributes
    ----------
    name
        Lower case with hyphens.
    satisfies
        The properties that it declares.
    """

    name: ClassVar[str]
    satisfies: ClassVar[frozenset[DutyClaim]]

    def steps(self, undertaking: Undertaking, /) -> Iterator[Step]:
        """Assign hours, say what stays open, name stewards, deputies and evaluators."""
        ...

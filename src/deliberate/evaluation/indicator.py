"""What an indicator is: a frozen value that yields frozen steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Protocol

from deliberate.duty.follow import Followed
from deliberate.records.kinds import Step


class Indicator(Protocol):
    """A way to read what was reported 指标: its fields are its parameters, its steps are the reading.

    Attributes
    ----------
    name
        Lower case with hyphens.
    """

    name: ClassVar[str]

    def steps(self, followed: Followed, /) -> Iterator[Step]:
        """Read the reports, one step after the other; a reading without a base has no value."""
        ...

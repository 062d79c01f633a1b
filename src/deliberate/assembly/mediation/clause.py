"""A clause of an agreement: plain data that a duty can be made of."""

from __future__ import annotations

from datetime import date, datetime

import attrs
from attrs import frozen

from deliberate.records.kinds import kind
from deliberate.words import say


@kind
@frozen
class Clause:
    """What is to be done, by whom, until when, and who agreed to it when.

    Attributes
    ----------
    agreed
        Pairs of a party and the moment in which it agreed.
    """

    number: int
    what: str
    who: tuple[str, ...]
    until: date
    agreed: tuple[tuple[str, datetime], ...] = ()

    @property
    def agreeing(self) -> tuple[str, ...]:
        """Who has agreed to it so far."""
        return tuple(party for party, _ in self.agreed)

    def agreed_by(self, party: str, at: datetime) -> Clause:
        """The clause with one more agreement."""
        return attrs.evolve(self, agreed=(*self.agreed, (party, at)))

    def explain(self, lang: str = "en") -> str:
        """The clause in a sentence."""
        told = {"number": self.number, "what": self.what, "who": self.who, "until": self.until}
        return say("Clause", {**told, "agreeing": self.agreeing}, lang)

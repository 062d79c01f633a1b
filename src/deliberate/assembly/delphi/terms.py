"""The terms of a Delphi inquiry: whom it asks what, on which scale, and when it is done."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

from attrs import field, frozen

from deliberate.errors import InputError
from deliberate.identity import name, names
from deliberate.lot import framed
from deliberate.quantities import Amount, exact
from deliberate.records.kinds import kind

VERSION = "deliberate.delphi.v1"
SHORTEST_SALT = 16
_DIGITS = 12


def _share(given: object) -> Fraction:
    return Fraction(exact(given))


@kind
@frozen
class DelphiTerms:
    """What the rules of an inquiry are given.

    Attributes
    ----------
    low, high
        The ends of the scale.
    salt
        Drawn by the facilitator and kept by her; with it and the names anybody can tell who wrote what.
    fewest_rounds, most_rounds
        No end before the one, none after the other.
    most_apart
        The part of the scale that the middle half may take where estimates agree.
    most_variation
        The part of the mean that the standard deviation must stay below where estimates agree.
    still
        The part of the scale by which median and middle half may move between two rounds that count as still.

    Raises
    ------
    InputError
        ``empty-name``, ``unreadable-name``, ``same-name-twice``; ``not-a-number``; ``bad-parameter`` for no experts,
        the facilitator among them, a scale that does not rise, a salt that can be guessed, rounds the wrong way round.

    Notes
    -----
    The pseudonym is ``P-`` and 12 hexadecimal digits of SHA-256 over the framed version, salt and name. Whoever
    publishes the trace keeps these terms back.

    References
    ----------
    N. Dalkey, O. Helmer, An experimental application of the Delphi method to the use of experts, 1963,
    doi:10.1287/mnsc.9.3.458.
    """

    question: str
    experts: tuple[str, ...] = field(converter=names)
    facilitator: str = field(converter=name)
    low: Amount = field(converter=exact)
    high: Amount = field(converter=exact)
    salt: str = field(repr=False)
    fewest_rounds: int = 2
    most_rounds: int = 4
    most_apart: Fraction = field(default=Fraction(1, 5), converter=_share)
    most_variation: Fraction = field(default=Fraction(1, 2), converter=_share)
    still: Fraction = field(default=Fraction(0), converter=_share)

    def __attrs_post_init__(self) -> None:
        wrong = {
            "experts": not self.experts,
            "facilitator": self.facilitator in self.experts,
            "high": self.low >= self.high,
            "salt": len(self.salt) < SHORTEST_SALT,
            "fewest_rounds": self.fewest_rounds < 1,
            "most_rounds": self.most_rounds < self.fewest_rounds,
        }
        for parameter, is_wrong in wrong.items():
            if is_wrong:
                # A salt is not written into an error.
                value = "" if parameter == "salt" else str(getattr(self, parameter))
                raise InputError("bad-parameter", parameter=parameter, value=value, known=())
        names(self.pseudonyms.values(), where="pseudonyms")

    @property
    def scale(self) -> Amount:
        """How long the scale is."""
        return self.high - self.low

    @cached_property
    def pseudonyms(self) -> Mapping[str, str]:
        """What each expert is called."""
        return {expert: self._pseudonym(expert) for expert in self.experts}

    def known_as(self, typed: str) -> str:
        """The name that somebody typed in the one form of names, so that no expert is told by another spelling."""
        return unicodedata.normalize("NFC", typed).strip()

    def called(self, typed: str) -> str:
        """What somebody is called in the steps: an expert by the pseudonym."""
        known = self.known_as(typed)
        return self.pseudonyms.get(known, known)

    def _pseudonym(self, expert: str) -> str:
        return "P-" + hashlib.sha256(framed(VERSION, self.salt, expert)).hexdigest()[:_DIGITS]

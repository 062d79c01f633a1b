"""What a tie and a thin meeting mean: words, the chair's answer, a second call."""

from __future__ import annotations

import reprlib

from attrs import field, frozen

from deliberate.errors import RequirementError
from deliberate.records.kinds import kind
from deliberate.requirement.conditions import All, Comparison
from deliberate.requirement.expressions import Constant, Tally
from deliberate.requirement.statuses import Stance

TIES = ("reject", "sustain", "lot", "revote")
NO_QUORUM = ("reopen", "lapse")
BASES = ("roll", "unrecused")


@kind
@frozen
class Casting:
    """The chair's casting vote 决定票: what she answers where YES and NO are equal.

    Raises
    ------
    RequirementError
        ``bad-policy`` for anything but YES and NO.
    """

    answer: Stance = field(converter=Stance)

    def __attrs_post_init__(self) -> None:
        if self.answer not in {Stance.YES, Stance.NO}:
            raise bad_policy("casting", self.answer, (Stance.YES, Stance.NO))


def bad_policy(where: str, given: object, known: tuple[str, ...]) -> RequirementError:
    """The refusal of a word that a policy does not know."""
    return RequirementError("bad-policy", where=where, given=str(given)[:40], known=tuple(map(str, known)))


def more_yes(measure: str) -> Comparison:
    """YES > NO: the only threshold that a tie can be left open under."""
    return Comparison(*_yes_and_no(measure), strict=True)


def no_fewer_yes(measure: str) -> All:
    """More YES than NO, or a tie: as many, and some."""
    yes, no = _yes_and_no(measure)
    return All((Comparison(yes, no, strict=False), Comparison(yes, Constant(0), strict=True)))


def _yes_and_no(measure: str) -> tuple[Tally, Tally]:
    return Tally(measure, frozenset({Stance.YES})), Tally(measure, frozenset({Stance.NO}))


def read_tie(given: object, where: str) -> str | Casting:
    """A tie policy as JSON says it: a word, or ``{"casting": "YES|NO"}``."""
    match given:
        case {"casting": str(answer), **others} if not others:
            if answer not in {"YES", "NO"}:
                raise bad_policy(f"{where}.casting", answer, ("YES", "NO"))
            return Casting(answer)
    return read_word(given, "reject", where)


def read_word(given: object, default: str, where: str) -> str:
    """A word of the requirement, or its default where it is left out."""
    if given is None:
        return default
    if not isinstance(given, str):
        raise RequirementError("bad-policy", where=where, given=reprlib.repr(given)[:40], known=("text",))
    return given

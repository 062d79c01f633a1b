"""Every kind of step has its line in the minutes, or is left out with a reason."""

from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from functools import reduce
from importlib import import_module
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

import attrs
import pytest

from deliberate.assembly.delphi.steps import EstimatesClosed
from deliberate.assembly.steps import MoveRefused
from deliberate.records.kinds import KINDS
from deliberate.report.narration import LEFT_OUT, SETTLED, has_a_line, line, settles, story
from deliberate.report.secrecy import Kept
from deliberate.words import LANGUAGES
from tests.assembly.walk import NOON
from tests.house.source import ROOT, modules

FILES = [
    module.name
    for module in modules(ROOT)
    if module.name.startswith("deliberate.assembly.") and module.name.endswith(".steps")
]


def kinds():
    """All steps of all rules of order."""
    for name in FILES:
        import_module(name)
    return {name: kind for name, kind in KINDS.items() if kind.__module__ in FILES}


def some(hint):
    """A value of a type, whichever."""
    match hint:
        case _ if get_origin(hint) in {Union, UnionType}:
            return some(next(each for each in get_args(hint) if each is not NoneType))
        case _ if get_origin(hint) is tuple:
            inside = get_args(hint)
            return (some(inside[0]),) if inside[-1] is Ellipsis else tuple(map(some, inside))
        case _ if get_origin(hint) is frozenset:
            return frozenset(map(some, get_args(hint)))
    plain = {str: "x\ny", int: 2, bool: True, Fraction: Fraction(1, 8), datetime: NOON, date: NOON.date()}
    if hint in plain:
        return plain[hint]
    return next(iter(hint)) if issubclass(hint, Enum) else made(hint)


def made(kind):
    """A record of a kind with something in every field that must have something."""
    hints = get_type_hints(kind)
    needed = (each for each in attrs.fields(kind) if each.init and each.default is attrs.NOTHING)
    return kind(**{each.alias: some(hints[each.name]) for each in needed})


STEPS = sorted(kinds().items())


def test_there_are_the_steps_of_every_area():
    assert {"TurnTaken", "TurnSpoken", "SpeechMade", "PartyTold", "CircleConsented", "VoteCounted"} <= dict(
        STEPS
    ).keys()
    assert 100 < len(STEPS)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("name", "kind"), STEPS)
def test_each_kind_of_step_has_one_line_or_a_reason_for_none(name, kind, lang):
    if name in LEFT_OUT:
        assert LEFT_OUT[name]
    elif kind is not MoveRefused:
        step = made(kind)
        told = line(step, Kept(), lang)
        assert has_a_line(step)
        assert told
        assert "\n" not in told
        assert [told] == list(story([step], Kept(), lang))


def test_what_is_left_out_and_what_settles_are_steps():
    # The names are data; a step that is renamed would silently fall out of the minutes.
    assert LEFT_OUT.keys() | SETTLED <= kinds().keys()
    assert not LEFT_OUT.keys() & SETTLED


def test_a_round_of_estimates_settles_something_where_they_lie_together():
    closed = made(EstimatesClosed)
    assert [True, False] == [settles(attrs.evolve(closed, agreed=agreed)) for agreed in (True, False)]


def test_support_that_several_give_one_after_the_other_is_told_together():
    names = ("SupportGiven", "TextSupported", "InitiativeSupported")
    for name in names:
        step = made(kinds()[name])
        assert 1 == len(list(story([step, step, step], Kept(), "en")))
    assert reduce(lambda told, _: told + 1, story([made(kinds()[name]) for name in names], Kept(), "en"), 0) == 1


def test_a_share_is_told_in_hundredths():
    revised = attrs.evolve(made(kinds()["TextRevised"]), changed=Fraction(3, 23))
    assert "13% of the words changed" in line(revised, Kept(), "en")

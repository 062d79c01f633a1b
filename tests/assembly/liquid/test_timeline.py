"""The phase of an issue is a function of what happened and of the moment."""

from datetime import timedelta

import pytest

from deliberate.assembly.liquid.acts import (
    BreakOff,
    DropInterest,
    DropSupport,
    MakeSuggestion,
    RateSuggestion,
    RecordCount,
    RevokeInitiative,
    ShowInterest,
    VoteFigures,
)
from deliberate.assembly.liquid.part import Liquid
from deliberate.assembly.liquid.phases import State
from deliberate.assembly.liquid.policy import LiquidPolicy
from deliberate.assembly.liquid.timeline import course, phase
from deliberate.assembly.steps import MoveRefused
from tests.assembly.liquid.courtyard import NOON, PEOPLE, Yard, hours, terms


def state(yard, hour, less=timedelta(0)):
    return phase(yard.part, NOON + hours(hour) - less).state


INSTANT = timedelta(microseconds=1)


def accepted():
    """Accepted at hour 2 with three of ten; discussion to 22, verification to 52, voting to 92."""
    yard = Yard()
    yard.start()
    yard.support("lamps", "wang", hour=1)
    yard.support("lamps", "zhao", hour=2)
    return yard


def test_nothing_is_open_before_the_first_initiative():
    assert State.UNOPENED == phase(Liquid(), NOON).state


def test_admission_ends_as_soon_as_three_of_ten_support_an_initiative():
    yard = Yard()
    yard.start()
    yard.support("lamps", "wang", hour=1)
    assert State.ADMISSION == state(yard, 1)
    yard.support("lamps", "zhao", hour=2)
    assert State.DISCUSSION == state(yard, 2)
    assert NOON + hours(2) == yard.part.accepted


def test_supporters_of_two_rivals_do_not_add_up():
    yard = Yard()
    yard.start()
    yard.start("bins", "wang")
    yard.support("bins", "zhao")
    assert State.ADMISSION == state(yard, 0)


def test_admission_is_a_maximum_and_half_open():
    yard = Yard()
    yard.start()
    assert State.ADMISSION == state(yard, 10, less=INSTANT)
    assert State.NOT_ACCEPTED == state(yard, 10)
    late = yard.support("lamps", "wang", "zhao", hour=10)
    assert "phase-leaves-no-room" == late.code


@pytest.mark.parametrize(
    ("hour", "before", "after"),
    [
        (22, State.DISCUSSION, State.VERIFICATION),
        (52, State.VERIFICATION, State.VOTING),
        (92, State.VOTING, State.COUNTING),
    ],
)
def test_each_phase_ends_by_the_clock_and_is_half_open(hour, before, after):
    yard = accepted()
    assert before == state(yard, hour, less=INSTANT)
    assert after == state(yard, hour)


def test_a_poll_is_discussed_at_once():
    yard = Yard(terms(LiquidPolicy(10, 20, 30, 40, issue_quorum=None)))
    yard.start()
    assert State.DISCUSSION == state(yard, 0)
    assert [State.DISCUSSION, State.VERIFICATION] == [each.state for each in course(yard.part)][:2]


def test_potential_supporters_take_the_issue_into_discussion_and_no_initiative_into_the_vote():
    yard = accepted()
    yard.do("li", 3, MakeSuggestion("lamps", "warm", "Warm light.", 2))
    for member in ("wang", "zhao"):
        yard.do(member, 4, RateSuggestion("lamps", "warm", 2))
    assert () == yard.part.initiatives["lamps"].satisfied
    assert 3 == len(yard.part.initiatives["lamps"].supporters)
    assert State.NONE_ADMITTED == state(yard, 52)


def test_a_must_that_is_fulfilled_satisfies_again():
    yard = accepted()
    yard.do("li", 3, MakeSuggestion("lamps", "warm", "Warm light.", "must-not"))
    yard.do("wang", 30, RateSuggestion("lamps", "warm", "must", "fulfilled"))
    assert ("li", "wang", "zhao") == yard.part.initiatives["lamps"].satisfied
    yard.do("zhao", 31, RateSuggestion("lamps", "warm", "must-not", "fulfilled"))
    assert ("li", "wang") == yard.part.initiatives["lamps"].satisfied
    assert ("lamps",) == yard.part.admitted
    assert State.VOTING == state(yard, 52)


def test_all_taken_back_in_admission_ends_it_at_once():
    yard = Yard()
    yard.start()
    yard.do("li", 1, RevokeInitiative("lamps"))
    assert State.REVOKED_BEFORE_ACCEPTED == state(yard, 1)
    assert isinstance(yard.start("bins", "wang", hour=1), MoveRefused)


def test_all_taken_back_in_discussion_leaves_the_length_of_verification_for_another():
    yard = Yard(terms(LiquidPolicy(10, 50, 30, 40, issue_quorum="1/10", initiative_quorum="1/10")))
    yard.start()
    yard.do("li", 5, RevokeInitiative("lamps"))
    assert State.DISCUSSION == state(yard, 35, less=INSTANT)
    assert State.REVOKED_DURING_DISCUSSION == state(yard, 35)
    yard.start("bins", "wang", hour=34)
    assert State.DISCUSSION == state(yard, 35)
    yard.do("wang", 36, RevokeInitiative("bins"))
    assert State.VERIFICATION == state(yard, 50)
    assert State.REVOKED_DURING_VERIFICATION == state(yard, 66)


def test_where_the_wait_ends_with_the_phase_the_revocation_comes_first():
    yard = Yard(terms(LiquidPolicy(10, 50, 30, 40, issue_quorum="1/10")))
    yard.start()
    yard.do("li", 20, RevokeInitiative("lamps"))
    assert State.REVOKED_DURING_DISCUSSION == state(yard, 50)


def test_what_is_taken_back_is_not_admitted():
    yard = accepted()
    yard.start("bins", "wang", hour=3)
    yard.support("bins", "zhao", hour=3)
    yard.do("li", 4, RevokeInitiative("lamps"))
    assert ("bins",) == yard.part.admitted


def counted(yard, *figures, hour=92):
    return yard.do("li", hour, RecordCount(tuple(VoteFigures(*each) for each in figures)))


def test_the_first_of_the_ranking_with_the_majority_wins():
    yard = accepted()
    yard.start("bins", "wang", hour=3)
    yard.support("bins", "zhao", hour=3)
    step = counted(yard, ("lamps", 5, 5), ("bins", 6, 4))
    assert "bins" == step.winner
    assert State.FINISHED_WITH_WINNER == state(yard, 92)


def test_without_a_majority_there_is_no_winner():
    yard = accepted()
    assert "" == counted(yard, ("lamps", 5, 5)).winner
    assert State.FINISHED_WITHOUT_WINNER == state(yard, 92)


def test_voting_that_is_over_is_counting_until_the_count_is_written_down():
    yard = accepted()
    assert State.COUNTING == state(yard, 500)
    counted(yard, hour=501)
    assert State.FINISHED_WITHOUT_WINNER == state(yard, 501)
    assert [State.ADMISSION, State.DISCUSSION, State.VERIFICATION, State.VOTING, State.COUNTING] == [
        each.state for each in course(yard.part)
    ][:5]


def test_breaking_off_ends_the_phase_that_it_falls_into():
    yard = Yard(terms(may_break_off=frozenset({"xu"})))
    yard.start()
    yard.do("xu", 4, BreakOff("The yard is sold."))
    assert State.BROKEN_OFF == state(yard, 4)
    assert [(State.ADMISSION, NOON, NOON + hours(4)), (State.BROKEN_OFF, NOON + hours(4), None)] == [
        (each.state, each.since, each.until) for each in course(yard.part)
    ]


def test_whoever_shows_interest_is_counted_and_may_undo_it():
    """Three of ten is the quorum; four of the area need two supporters, and more of them once others join."""
    yard = Yard(terms(area=frozenset(PEOPLE[:4])))
    yard.start()
    assert 4 == yard.part.population
    for member in ("liu", "yang", "huang"):
        yard.do(member, 1, ShowInterest())
    assert 7 == yard.part.population
    yard.support("lamps", "wang", hour=2)
    assert State.ADMISSION == state(yard, 2)
    yard.do("huang", 3, DropInterest())
    assert 6 == yard.part.population
    assert State.DISCUSSION == state(yard, 3)


def test_interest_dropped_drops_support_and_opinions():
    yard = accepted()
    yard.do("li", 3, MakeSuggestion("lamps", "warm", "Warm light.", 2))
    yard.do("li", 4, DropInterest())
    assert ("wang", "zhao") == tuple(yard.part.initiatives["lamps"].supporters)
    assert {} == yard.part.initiatives["lamps"].opinions
    assert ("warm",) == tuple(yard.part.initiatives["lamps"].suggestions)


def test_support_dropped_after_acceptance_does_not_undo_it():
    yard = accepted()
    yard.do("li", 3, DropSupport("lamps"))
    assert State.DISCUSSION == state(yard, 3)


def test_phases_without_length_are_passed_over():
    yard = Yard(terms(LiquidPolicy(10, 0, 0, 40, issue_quorum="1/10", initiative_quorum="1/10")))
    yard.start()
    assert State.VOTING == state(yard, 0)

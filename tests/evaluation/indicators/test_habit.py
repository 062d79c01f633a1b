"""A habit is tried, holds, is consolidated, and may slip back."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.agenda import AgendaItem
from deliberate.errors import InputError
from deliberate.evaluation.indicators.habit import Habit, HalfBaselineRun, changes
from deliberate.evaluation.reading import Reading
from deliberate.evaluation.steps import HabitState, Proposed, Read

START = date(2026, 3, 15)
RUN = HalfBaselineRun("waste", START)
LOW, HIGH = 1, 9
BASE = (10, 10)


def habits(followed, indicator=RUN):
    states = [step for step in indicator.steps(followed) if isinstance(step, HabitState)]
    return [(step.state, step.since_day, step.run) for step in states]


def last(followed):
    return habits(followed)[-1]


def proposed(followed):
    return [step.item for step in RUN.steps(followed) if isinstance(step, Proposed)]


def test_governance_7b_the_habit_holds_on_day_20(squad):
    assert [(Habit.TRYING, 1, 0), (Habit.HOLDING, 20, 7)] == habits(squad)


def test_governance_7b_the_run_is_8_days_at_half_of_the_baseline(squad):
    [read] = [step.reading for step in RUN.steps(squad) if isinstance(step, Read)]
    assert Reading("habit", 8, 21, Fraction(95, 14), "days", series="waste") == read


def test_governance_7b_day_12_alone_makes_no_run(squad):
    runs = [state.run for state in RUN.states(squad.reports[14:], Fraction(95, 14))]
    assert [0] * 12 + [1, 0, 1, 2, 3, 4, 5, 6, 7, 8] == runs


def test_a_habit_that_holds_is_looked_at_again_on_day_66(squad):
    assert [AgendaItem("pet waste", "habit-review", date(2026, 5, 19))] == proposed(squad)


def test_a_habit_is_consolidated_on_day_66_and_not_on_day_65(reported):
    assert (Habit.HOLDING, 7) == last(reported(BASE, (LOW,) * 65))[:2]
    assert (Habit.CONSOLIDATED, 66) == last(reported(BASE, (LOW,) * 66))[:2]


def test_a_habit_first_held_after_day_66_holds_before_it_is_consolidated(reported):
    late = (HIGH,) * 63 + (LOW,) * 8
    assert [Habit.TRYING, Habit.HOLDING, Habit.CONSOLIDATED] == [state for state, *_ in habits(reported(BASE, late))]
    assert [(70, 7), (71, 8)] == [(day, run) for _, day, run in habits(reported(BASE, late))[1:]]


def test_a_consolidated_habit_needs_no_review(reported):
    assert [] == proposed(reported(BASE, (LOW,) * 66))


def test_a_day_above_the_level_is_a_relapse(reported):
    assert (Habit.RELAPSED, 8, 0) == last(reported(BASE, (LOW,) * 7 + (HIGH,)))
    assert (Habit.RELAPSED, 67, 0) == last(reported(BASE, (LOW,) * 66 + (HIGH,)))


def test_a_relapse_comes_back_to_the_assembly(reported):
    assert [AgendaItem("pet waste", "habit-relapsed")] == proposed(reported(BASE, (LOW,) * 7 + (HIGH,)))


def test_a_full_run_leads_back_from_a_relapse(reported):
    assert (Habit.HOLDING, 15, 7) == last(reported(BASE, (LOW,) * 7 + (HIGH,) + (LOW,) * 7))


def test_a_day_that_nobody_reported_breaks_the_run_and_is_no_relapse(reported):
    assert (Habit.TRYING, 1, 0) == last(reported(BASE, (LOW,) * 6 + (None,) + (LOW,) * 6))
    assert (Habit.HOLDING, 7, 7) == last(reported(BASE, (LOW,) * 7 + (None,) + (LOW,) * 3))


def test_a_gap_before_day_66_asks_for_a_new_run(reported):
    assert Habit.HOLDING == last(reported(BASE, (LOW,) * 62 + (None,) + (LOW,) * 6))[0]
    assert (Habit.CONSOLIDATED, 70) == last(reported(BASE, (LOW,) * 62 + (None,) + (LOW,) * 7))[:2]


def test_a_review_that_is_due_already_has_no_day(reported):
    assert [AgendaItem("pet waste", "habit-review")] == proposed(reported(BASE, (HIGH,) * 66))


def test_the_level_itself_is_held(reported):
    assert (Habit.HOLDING, 7, 7) == last(reported(BASE, (5,) * 7))


@pytest.mark.parametrize(("before", "after"), [((0, 0), (0, 0)), ((), (1,)), ((1,), ())])
def test_without_a_baseline_there_is_no_habit_to_tell(reported, before, after):
    steps = tuple(RUN.steps(reported(before, after)))
    assert (Read(Reading("habit", None, len(after), unit="days", series="waste")),) == steps


@pytest.mark.parametrize("wrong", [{"share": 0}, {"run": 0}, {"consolidated_day": 0}])
def test_a_parameter_of_nothing_is_refused(wrong):
    with pytest.raises(InputError) as caught:
        HalfBaselineRun("waste", START, **wrong)
    assert ("not-positive", *wrong) == (caught.value.code, caught.value.where)


@given(st.lists(st.sampled_from((LOW, HIGH, None)), min_size=1, max_size=80).filter(any))
def test_states_change_only_along_the_arrows(reported, values):
    arrows = {
        (Habit.TRYING, Habit.HOLDING),
        (Habit.HOLDING, Habit.CONSOLIDATED),
        (Habit.HOLDING, Habit.RELAPSED),
        (Habit.CONSOLIDATED, Habit.RELAPSED),
        (Habit.RELAPSED, Habit.HOLDING),
    }
    seen = [state for state, *_ in habits(reported(BASE, tuple(values)))]
    assert Habit.TRYING == seen[0]
    assert set(pairwise(seen)) <= arrows
    assert all(day >= 66 for state, day, _ in habits(reported(BASE, tuple(values))) if state == Habit.CONSOLIDATED)


def test_states_that_stay_are_told_once():
    states = tuple(HabitState(state, day, 0) for day, state in enumerate(("TRYING", "TRYING", "HOLDING")))
    assert (states[0], states[2]) == tuple(changes(states))

"""Laws over any sequence of moves: nothing illegal happens, every refusal has words, and replay gives the same."""

from datetime import timedelta
from typing import get_args

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.agenda import Agenda
from deliberate.assembly.confer import told
from deliberate.assembly.issues import acts as a
from deliberate.assembly.issues.gate import Ask
from deliberate.assembly.issues.goal import Envelope
from deliberate.assembly.issues.part import Issues
from deliberate.assembly.issues.rules import AIMS, answer, legal
from deliberate.assembly.issues.terms import IssueTerms
from deliberate.assembly.issues.widening import widening
from deliberate.assembly.moves import Move, RaiseIssue
from deliberate.assembly.procedure import Sitting
from deliberate.assembly.procedures.ripening import Ripening
from deliberate.assembly.steps import IssueRaised, MoveRefused
from deliberate.records.convert import from_dict, to_dict
from deliberate.words import knows
from tests.assembly.issues.yard import (
    ACCEPTED,
    ADULTS,
    CHILDREN,
    DAY,
    HANDED,
    HE,
    LED,
    NOON,
    ROLL,
    TERMS,
    played,
    stands,
)
from tests.search import a_part

SAYS = ("a", "b", "c")
name = st.sampled_from(SAYS)
member = st.sampled_from((*ADULTS, *CHILDREN, HE, "stranger"))
reply = st.sampled_from(("accept", "decline", "counter", "hm"))
number = st.integers(0, 3)
tags = st.sets(st.sampled_from(("pet", "yard")), max_size=2)
soon = st.integers(-2, 20).map(lambda days: NOON + days * DAY)
envelope = st.builds(Envelope, st.integers(0, 3), tags, st.sampled_from(("low", "high")))

ACT = st.one_of(
    st.builds(a.Observe, name, st.sampled_from(("mess", " ", "\u202e"))),
    st.builds(a.ListIssue, name, tags=tags, seen=st.tuples(number)),
    st.builds(a.ListIssue, name, tags=tags),
    st.builds(a.ShareIssue, name),
    st.builds(a.MergeIssues, name, name),
    st.builds(a.UnmergeIssue, name),
    st.builds(a.HoldGathering, name, st.lists(member, max_size=4, unique=True)),
    st.builds(a.HoldGathering, name, st.just(("li", "wang", "ming"))),
    st.builds(a.FoundGroup, name, name, st.just("-"), tags),
    st.builds(a.FoundGroup, name, name, st.just("-"), st.just(("pet", "yard"))),
    st.builds(a.JoinGroup, name),
    st.builds(a.AskToLead, name, member),
    st.builds(a.AnswerLead, name, reply),
    st.builds(a.HandComplaint, name, name),
    st.builds(a.AnswerComplaint, name, reply),
    st.builds(a.TakeTask, name, name, st.sampled_from(("", "li", "stranger"))),
    st.builds(a.MakePledge, st.just("pick up"), soon),
    st.builds(a.KeepPledge, number),
    st.builds(a.BreakPledge, number),
    st.builds(a.LinkParent, member, member),
    st.builds(a.OpenAdvisoryPoll, name, st.just("Where?"), st.just(("a", "b")), soon),
    st.builds(a.Advise, name, name),
    st.builds(a.SetGoal, name, st.just(""), envelope, st.sampled_from(("7", ""))),
    st.builds(a.ApproveEnvelope, name, envelope, st.just("8")),
    st.builds(a.BeginAttempt, name, name, st.integers(-1, 3), tags),
    st.builds(a.EndAttempt, name, st.sampled_from(("met", "not-met", "hm"))),
)
PAUSE = st.sampled_from([0, 0, 0, 0, 60, 60, 86_400, 8 * 86_400, -60])


def tries(part, by, at, act):
    """The act at everything that it may aim at, with something usable to say."""
    fresh = f"new {part.count}"
    told = {
        "Observe": [a.Observe("yard", "mess")],
        "ListIssue": [a.ListIssue(fresh, tags=("pet",))],
        "HoldGathering": [a.HoldGathering(fresh, ("li", "wang", "ming"))],
        "MakePledge": [a.MakePledge("pick up", at + 9 * DAY)],
        "OpenAdvisoryPoll": [a.OpenAdvisoryPoll(fresh, "Where?", ("a", "b"), at + 9 * DAY)],
        "SetGoal": [a.SetGoal(fresh, "", Envelope(), "7")],
        "EndAttempt": [a.EndAttempt(goal, result) for goal in part.goals.goals for result in ("met", "not-met")],
        "FoundGroup": [a.FoundGroup(fresh, held, "-", "pet") for held in part.gatherings.held],
        "TakeTask": [a.TakeTask(issue, fresh) for issue in part.listed.issues],
        "Advise": [a.Advise(poll, "a") for poll in part.polls.polls],
        "ApproveEnvelope": [a.ApproveEnvelope(goal, Envelope(10**6), "8") for goal in part.goals.goals],
        "BreakPledge": [a.BreakPledge(each.pledge) for each in part.pledges.made],
        "KeepPledge": [a.KeepPledge(each.pledge) for each in part.pledges.made],
    }
    return told[act] if act in told else AIMS[getattr(a, act)].tries(Ask(part, TERMS, by, at))


# A sequence is long, and there are seven laws; nightly searches as much deeper as everywhere.
FEWER = a_part(8)


def folded(moves):
    part, story = Issues(), []
    for move in moves:
        step = answer(part, move, TERMS)
        story.append((part, move, step))
        part = part.after(step)
    return part, story


@st.composite
def likely_moves(draw):
    """Moves in time: some of the way to a complaint, then most of them such as are legal where they stand."""
    way = (*LED, HANDED, ACCEPTED)[: draw(st.integers(0, len(LED) + 2))]
    moves = [Move(by, NOON, act) for by, act in way]
    part, at = folded(moves)[0], NOON
    for _ in range(draw(st.integers(0, 40))):
        by, pause = draw(member), draw(PAUSE)
        now = at + timedelta(seconds=pause)
        names = legal(part, by, now, TERMS) if draw(st.integers(0, 5)) else ()
        open_ = list(tries(part, by, now, draw(st.sampled_from(names)))) if names else []
        act = draw(st.sampled_from(open_)) if open_ else draw(ACT)
        moves.append(Move(by, now, act))
        at = max(at, now)
        part = part.after(answer(part, moves[-1], TERMS))
    return tuple(moves)


@FEWER
@given(likely_moves())
def test_what_is_accepted_was_legal(moves):
    _, story = folded(moves)
    for part, move, step in story:
        names = legal(part, move.by, move.at, TERMS)
        if not isinstance(step, MoveRefused):
            assert type(move.act).__name__ in names


@FEWER
@given(likely_moves())
def test_for_every_act_that_is_legal_there_is_a_move_that_is_accepted(moves):
    part, _ = folded(moves)
    for by in (*ADULTS, *CHILDREN, HE, "stranger"):
        at = (part.last or NOON) + DAY
        for act in legal(part, by, at, TERMS):
            assert any(
                not isinstance(answer(part, Move(by, at, each), TERMS), MoveRefused)
                for each in tries(part, by, at, act)
            ), act


@FEWER
@given(likely_moves())
def test_what_is_not_legal_is_refused_whatever_it_aims_at(moves):
    part, _ = folded(moves)
    at = part.last or NOON
    for by in (*ADULTS, *CHILDREN, HE):
        names = legal(part, by, at, TERMS)
        for act in {each.__name__ for each in get_args(a.IssueAct)} - set(names):
            for each in tries(part, by, at, act):
                assert isinstance(answer(part, Move(by, at, each), TERMS), MoveRefused)


@FEWER
@given(likely_moves())
def test_a_refusal_has_words_in_both_languages_and_changes_nothing(moves):
    _, story = folded(moves)
    for part, _, step in story:
        if isinstance(step, MoveRefused):
            assert part is part.after(step)
            assert knows(f"error.{step.code}", "en")
        for lang in ("en", "zh"):
            assert told(step, lang)


@FEWER
@given(likely_moves())
def test_replay_of_the_steps_and_of_their_json_gives_the_same(moves):
    part, story = folded(moves)
    steps = [step for _, _, step in story]
    again = Issues()
    for step in steps:
        again = again.after(from_dict(to_dict(step)))
    assert part == again
    only_accepted = Issues()
    for step in steps:
        if not isinstance(step, MoveRefused):
            only_accepted = only_accepted.after(step)
    assert part == only_accepted
    answers = Ripening(TERMS).steps(Sitting(Agenda(), moves))
    assert steps == [evolve(step, legal=()) if isinstance(step, MoveRefused) else step for step in answers]


@FEWER
@given(likely_moves())
def test_an_earlier_state_is_never_changed_by_what_came_later(moves):
    _, story = folded(moves)
    part = Issues()
    for earlier, _, step in story:
        assert part == earlier
        part = part.after(step)


@FEWER
@given(likely_moves())
def test_no_illegal_state_is_reached(moves):
    part, _ = folded(moves)
    at = part.last or NOON
    for band in part.gatherings.bands.values():
        assert band.formed.by in part.gatherings.attended[band.formed.gathering]
        assert not band.leader or band.leader in set(band.members) & set(ADULTS)
    for issue, handings in part.complaints.handings.items():
        for each in handings:
            band = part.gatherings.bands[each.handed.group]
            assert band.leader
            assert part.listed.issues[issue].tags <= band.formed.tags
            assert each.answer is None or (each.answer.at < each.handed.answer_by and each.answer.by == band.leader)
        assert all(each.state(at) not in {"waiting", "accept"} for each in handings[:-1])
    for goal in part.goals.goals.values():
        assert goal.spent <= goal.envelope.budget
        assert all(attempt.result == "not-met" for attempt in goal.attempts[:-1])
    for issue in part.listed.issues:
        assert part.listed.root(issue) not in part.listed.merged
    for poll in part.polls.polls.values():
        assert not {HE, "stranger"} & set(poll.given)
        assert len(poll.given) == poll.count().total
    assert "stranger" not in part.active
    figures = widening(part, at)
    assert figures.joined <= figures.attendees
    assert figures.volunteered <= figures.tasks


def test_a_move_earlier_than_the_last_one_is_refused_and_one_at_the_same_moment_is_not():
    part = stands(("li", a.Observe("yard", "mess")))
    early = Move("li", NOON - timedelta(seconds=1), a.Observe("yard", "mess"))
    assert "move-in-the-past" == answer(part, early, TERMS).code
    assert () == legal(part, "li", early.at, TERMS)
    assert not isinstance(answer(part, Move("li", NOON, early.act), TERMS), MoveRefused)


def test_who_is_not_on_the_roll_may_do_nothing():
    assert () == legal(Issues(), "stranger", NOON, TERMS)
    [step] = played(("stranger", a.Observe("yard", "mess")))[1]
    assert ("not-on-the-roll", (("member", "stranger"),)) == (step.code, step.about)


def test_without_a_time_zone_nothing_is_legal():
    assert () == legal(Issues(), "li", NOON.replace(tzinfo=None), TERMS)


def test_an_act_of_another_area_is_refused_by_its_name():
    [step] = played(("li", RaiseIssue("lamps")))[1]
    assert ("not-done-here", (("act", "act.RaiseIssue"),)) == (step.code, step.about)


def test_a_step_of_another_area_leaves_everything_as_it_is():
    part = stands(("li", a.Observe("yard", "mess")))
    assert part is part.after(IssueRaised("lamps", "li", NOON, frozenset(), "online"))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_procedure_has_words(lang):
    assert knows(f"procedure.{Ripening.name}", lang)


def test_the_procedure_answers_as_the_rules_do():
    ripening = Ripening(IssueTerms(ROLL))
    part, move = ripening.begin(), Move("ming", NOON, a.Observe("yard", "mess"))
    assert answer(part, move, TERMS) == ripening.step(part, move)
    assert legal(part, "ming", NOON, TERMS) == ripening.legal(part, "ming", NOON)
    assert ripening == from_dict(to_dict(ripening))

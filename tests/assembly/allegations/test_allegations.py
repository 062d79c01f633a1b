"""An allegation: interests first, evidence, an answer in time, a reviewer without a tie, both sides heard."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given

from deliberate.assembly.allegations import acts as a
from deliberate.assembly.allegations.acts import Found
from deliberate.assembly.allegations.order import ORDER, AllegationState
from deliberate.assembly.allegations.rules import answer
from deliberate.assembly.allegations.terms import FairTerms
from deliberate.assembly.moves import Move, TakeTurn
from deliberate.assembly.procedures.fair_finding import FairFinding
from deliberate.assembly.ties import CloseTie
from deliberate.errors import InputError
from tests.assembly.walk import NOON, Play, check_drawings, choices, codes, played
from tests.search import a_part

TERMS = FairTerms(
    ("wang", "zhou", "li"), ("li", "zhou"), ("zhao", "sun", "wang"), (CloseTie("wang", "sun"),), notice_days=7
)
FAIR = FairFinding(TERMS)
ANNOUNCED = [("wang", a.DeclareInterests()), ("li", a.AnnounceAssignment("lift", "wang"))]
ACCUSED = [*ANNOUNCED, ("zhou", a.MakeAllegation("lift", "Wang colludes.", ("a rumour",)))]
ANSWERED = [*ACCUSED, ("wang", a.AnswerAllegation(1, "I do not.", ("the ledger",)))]
REVIEWED = [*ANSWERED, ("li", a.NameReviewer(1, "zhao"))]
HEARD = [*REVIEWED, ("zhao", a.HearSide(1, "zhou", "I heard it.")), ("zhao", a.HearSide(1, "wang", "Here it is."))]
FINDING = a.PublishFinding(1, Found.UNFOUNDED, "The ledger is in order.")


def last(acts):
    return played(FAIR, acts)[1][-1]


def stands(acts):
    return played(FAIR, acts)[0]


def test_interests_are_declared_before_an_assignment_even_if_there_are_none():
    assert "interests-not-declared" == last([("li", a.AnnounceAssignment("lift", "wang"))]).code
    declared = stands(ANNOUNCED).interests["wang"]
    assert ((), 0) == (declared.interests, declared.pay)


def test_an_assignment_is_public_for_its_days_and_an_answer_is_due_in_its_days():
    docket = stands(ACCUSED)
    announced, made = docket.assignments["lift"], docket.allegations[1].made
    assert (timedelta(days=7), timedelta(days=5)) == (announced.until - announced.at, made.due - made.at)
    assert made.in_notice


def test_no_finding_before_both_sides_were_heard():
    refused = last([*REVIEWED, ("zhao", FINDING)])
    assert ("side-not-heard", (("missing", ("zhou", "wang")),)) == (refused.code, refused.about)
    refused = last([*HEARD[:-1], ("zhao", FINDING)])
    assert ("side-not-heard", (("missing", ("wang",)),)) == (refused.code, refused.about)


def test_a_finding_tells_what_both_sides_said():
    published = last([*HEARD, ("zhao", FINDING)])
    assert ("I heard it.", "Here it is.", "") == (published.accuser_said, published.accused_said, published.sanction)


def test_a_reviewer_has_no_tie_to_either_side_and_is_none():
    assert "reviewer-has-a-tie" == last([*ANSWERED, ("li", a.NameReviewer(1, "sun"))]).code
    assert "reviewer-is-a-side" == last([*ANSWERED, ("li", a.NameReviewer(1, "wang"))]).code
    assert "side-names-no-reviewer" == last([*ANSWERED, ("zhou", a.NameReviewer(1, "zhao"))]).code


def test_the_accused_has_time_to_answer_and_the_last_moment_is_in_time():
    docket = stands(ACCUSED)
    due = docket.allegations[1].made.due
    assert "answer-awaited" == FAIR.step(docket, Move("li", due, a.NameReviewer(1, "zhao"))).code
    answers = [FAIR.step(docket, Move("wang", at, a.AnswerAllegation(1, "No."))) for at in (due, due + timedelta(1))]
    assert [True, False] == [step.in_time for step in answers]
    assert not docket.allegations[1].is_overdue(due)
    assert docket.allegations[1].is_overdue(due + timedelta(seconds=1))


def test_who_says_nothing_cannot_keep_a_finding_away():
    docket = stands(ACCUSED)
    late = docket.allegations[1].made.due + timedelta(days=1)
    acts = [
        ("li", a.NameReviewer(1, "zhao")),
        ("zhao", a.HearSide(1, "zhou", "I heard it.")),
        ("zhao", a.NoteSilence(1, "wang")),
        ("zhao", a.PublishFinding(1, Found.FOUNDED, "The bills do not add up.", "handed over")),
    ]
    docket, trace = played(FAIR, acts, docket, late)
    assert ([], AllegationState.FOUND) == (codes(trace), docket.allegations[1].state)
    assert ("", "handed over") == (trace[-1].accused_said, trace[-1].sanction)


def test_who_has_answered_is_not_noted_as_silent():
    docket = stands(REVIEWED)
    late = docket.allegations[1].made.due + timedelta(days=1)
    assert "side-not-silent" == FAIR.step(docket, Move("zhao", late, a.NoteSilence(1, "wang"))).code


def test_an_answer_that_comes_during_the_review_is_taken():
    docket = stands(ACCUSED)
    late = docket.allegations[1].made.due + timedelta(days=1)
    docket, trace = played(
        FAIR, [("li", a.NameReviewer(1, "zhao")), ("wang", a.AnswerAllegation(1, "No."))], docket, late
    )
    assert (AllegationState.REVIEWED, False) == (docket.allegations[1].state, trace[-1].in_time)


def test_who_was_noted_as_silent_and_answers_after_all_is_heard():
    docket = stands(ACCUSED)
    late = docket.allegations[1].made.due + timedelta(days=1)
    silent = [
        ("li", a.NameReviewer(1, "zhao")),
        ("zhao", a.HearSide(1, "zhou", "I heard it.")),
        ("zhao", a.NoteSilence(1, "wang")),
    ]
    founded = ("zhao", a.PublishFinding(1, Found.FOUNDED, "The bills do not add up."))
    answered = [*silent, ("wang", a.AnswerAllegation(1, "I was away. No.")), founded]
    refused = played(FAIR, answered, docket, late)[1][-1]
    assert ("side-not-heard", (("missing", ("wang",)),)) == (refused.code, refused.about)
    heard = [*answered, ("zhao", a.HearSide(1, "wang", "I was away. No.")), founded]
    assert "I was away. No." == played(FAIR, heard, docket, late)[1][-1].accused_said


def test_who_was_noted_as_silent_can_still_be_heard():
    docket = stands(ACCUSED)
    late = docket.allegations[1].made.due + timedelta(days=1)
    acts = [
        ("li", a.NameReviewer(1, "zhao")),
        ("zhao", a.NoteSilence(1, "zhou")),
        ("zhao", a.NoteSilence(1, "zhou")),
        ("zhao", a.HearSide(1, "zhou", "I heard it.")),
        ("zhao", a.HearSide(1, "zhou", "And this.")),
    ]
    docket, trace = played(FAIR, acts, docket, late)
    assert ["side-heard-already"] * 2 == codes(trace)
    assert {"zhou": "I heard it."} == docket.allegations[1].heard


def test_a_moment_from_which_no_day_can_be_reckoned_is_refused():
    far = datetime.max.replace(tzinfo=UTC)
    assert "moment-out-of-reach" == FAIR.step(stands(ANNOUNCED[:1]), Move("li", far, ANNOUNCED[1][1])).code


@pytest.mark.parametrize(
    ("code", "acts"),
    [
        ("not-on-the-roll", [("stranger", a.DeclareInterests())]),
        ("not-on-the-roll", [("li", a.AnnounceAssignment("lift", "stranger"))]),
        ("pay-below-nothing", [("wang", a.DeclareInterests(pay=-1))]),
        ("not-your-part", [("wang", a.DeclareInterests()), ("wang", a.AnnounceAssignment("lift", "wang"))]),
        ("not-your-part", [*ANNOUNCED, ("zhao", a.MakeAllegation("lift", "Wang colludes.", ("a rumour",)))]),
        ("task-announced", [*ANNOUNCED, ("li", a.AnnounceAssignment("lift", "wang"))]),
        ("unknown-task", [("zhou", a.MakeAllegation("roof", "Wang colludes.", ("a rumour",)))]),
        ("accuses-oneself", [*ANNOUNCED, ("wang", a.MakeAllegation("lift", "I collude.", ("myself",)))]),
        ("evidence-needed", [*ANNOUNCED, ("zhou", a.MakeAllegation("lift", "Wang colludes.", ()))]),
        ("says-nothing", [*ANNOUNCED, ("zhou", a.MakeAllegation("lift", " ", ("a rumour",)))]),
        ("unknown-allegation", [*ACCUSED, ("wang", a.AnswerAllegation(2, "No."))]),
        ("not-your-part", [*ACCUSED, ("zhou", a.AnswerAllegation(1, "Yes."))]),
        ("not-in-this-phase", [*ANSWERED, ("wang", a.AnswerAllegation(1, "No!"))]),
        ("allegation-answered", [*REVIEWED, ("wang", a.AnswerAllegation(1, "No!"))]),
        ("not-a-reviewer", [*ANSWERED, ("li", a.NameReviewer(1, "li"))]),
        ("not-a-side", [*REVIEWED, ("zhao", a.HearSide(1, "li", "Hm."))]),
        ("side-heard-already", [*HEARD, ("zhao", a.HearSide(1, "wang", "And this."))]),
        ("sanction-without-ground", [*HEARD, ("zhao", a.PublishFinding(1, Found.UNFOUNDED, "In order.", "out"))]),
        ("not-in-this-phase", [*HEARD, ("zhao", FINDING), ("zhao", FINDING)]),
        ("not-done-here", [("wang", TakeTurn("No."))]),
        ("unreadable-text", [*ACCUSED, ("wang", a.AnswerAllegation(1, "N\u202eo."))]),
    ],
)
def test_an_illegal_move_is_refused_with_its_rule_and_changes_nothing(code, acts):
    docket, trace = played(FAIR, acts)
    assert [code] == codes(trace)
    assert docket == stands(acts[:-1])


def test_figures_until_a_moment():
    docket = stands(ANSWERED)
    due = docket.allegations[1].made.due
    found = docket.figures(due)
    assert (1, 1, 1, 1, Fraction(1)) == (found.made, found.due, found.in_time, found.unresolved, found.rate)
    silent = stands(ACCUSED)
    assert (0, None) == (silent.figures(due).due, silent.figures(due).rate)
    assert (1, Fraction(0)) == (silent.figures(due + timedelta(1)).due, silent.figures(due + timedelta(1)).rate)
    assert 0 == stands([*HEARD, ("zhao", FINDING)]).figures(due).unresolved
    assert 0 == docket.figures(NOON - timedelta(days=1)).made
    assert "1 of 1 due (1); without a finding: 1" in found.explain("en")
    assert "尚无结论 1 件" in found.explain("zh")


@pytest.mark.parametrize(
    "wrong", [{"notice_days": 0}, {"response_days": 0}, {"notice_days": 10**9}, {"members": ("a", "a")}]
)
def test_terms_that_cannot_be_kept_are_refused(wrong):
    with pytest.raises(InputError):
        FairTerms(**{"members": ("wang",), "keepers": ("li",), "reviewers": ("zhao",), **wrong})


def pool(part, at: datetime):
    numbers = range(1, len(part.allegations) + 2)
    people = ("wang", "zhou", "li", "zhao", "sun")
    return [
        a.DeclareInterests(),
        a.DeclareInterests(("a vendor",), 100),
        *(a.AnnounceAssignment(f"task {len(part.assignments)}", who) for who in people),
        *(a.MakeAllegation(task, "Wrong.", ("a bill",)) for task in (*part.assignments, "roof")),
        *(a.AnswerAllegation(number, "No.") for number in numbers),
        *(a.NameReviewer(number, who) for number in numbers for who in people),
        *(a.HearSide(number, who, "So.") for number in numbers for who in people),
        *(a.NoteSilence(number, who) for number in numbers for who in people),
        *(a.PublishFinding(number, found, "So it is.") for number in numbers for found in (Found.OPEN,)),
    ]


COMMON = frozenset({"DeclareInterests", "AnnounceAssignment", "MakeAllegation"})
PLAY = Play(FAIR, answer, ("wang", "zhou", "li", "zhao", "sun", "stranger"), pool, COMMON)


@a_part(10)
@given(choices.map(lambda chosen: chosen[:25]))
def test_any_walk_through_allegations_keeps_its_laws(chosen):
    docket, at, moves = PLAY.walked(chosen)
    assert all(each.member in docket.interests for each in docket.assignments.values())
    for one in docket.allegations.values():
        assert one.reviewer not in one.sides
        if one.finding is not None:
            assert () == one.unheard
    PLAY.check_replay(docket, moves)
    PLAY.check_legal(docket, at)


def test_the_table_is_drawn_in_both_languages():
    check_drawings(ORDER, FAIR.acts)
    assert "    allegation_made --> allegation_answered: 答复质疑 (被质疑人)" in ORDER.mermaid("zh").splitlines()

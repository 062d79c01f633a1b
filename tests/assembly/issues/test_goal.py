"""Methods change, the goal stays: inside what was approved freely, outside only with a new mandate."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.confer import told
from deliberate.assembly.issues.acts import ApproveEnvelope, BeginAttempt, EndAttempt, SetGoal
from deliberate.assembly.issues.goal import RISKS, Adaptivity, Attempt, Envelope, Goal, Risk
from deliberate.errors import InputError
from tests.assembly.issues.yard import NOON, played, refusals, stands

SET = ("li", SetGoal("clean yard", "Half of it gone.", Envelope(500, ("yard", "pet"), "medium"), "decision 7"))
TRY = ("li", BeginAttempt("clean yard", "patrol", 200, "yard"))
MISSED, MET = (("li", EndAttempt("clean yard", result)) for result in ("not-met", "met"))


def goal(*acts):
    return stands(SET, *acts).goals.goals["clean yard"]


def test_another_method_inside_the_envelope_needs_no_new_mandate_and_the_goal_stays():
    tried = goal(TRY, MISSED, ("wang", BeginAttempt("clean yard", "bags", 300, ("yard", "pet"), "medium")))
    assert ("clean yard", ("decision 7",)) == (tried.name, tried.mandates)
    assert ["patrol", "bags"] == [attempt.method for attempt in tried.attempts]
    assert (500, True, False) == (tried.spent, tried.running, tried.met)


@pytest.mark.parametrize(
    ("act", "exceeds"),
    [
        (BeginAttempt("clean yard", "bags", 301), {"cost": "501"}),
        (BeginAttempt("clean yard", "bags", 0, ("yard", "road", "roof")), {"tags": ("road", "roof")}),
        (BeginAttempt("clean yard", "bags", 300, risk="high"), {"risk": "high"}),
        (BeginAttempt("clean yard", "bags", 400, "road", "high"), {"cost": "600", "tags": ("road",), "risk": "high"}),
    ],
)
def test_a_method_outside_is_refused_and_says_by_what_it_exceeds(act, exceeds):
    _, steps = played(SET, TRY, MISSED, ("li", act))
    about = dict(steps[-1].about)
    assert "outside-envelope" == steps[-1].code
    assert exceeds == {key: about[key] for key in ("cost", "tags", "risk") if about[key]}


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "all attempts would cost 501 fen, more than 500; ask for a new mandate."),
        ("zh", "几次尝试合计 501 分，超过 500 分；请另行取得许可。"),
    ],
)
def test_the_refusal_tells_only_what_exceeds(lang, sentence):
    _, steps = played(SET, ("li", BeginAttempt("clean yard", "bags", 501)))
    assert sentence in told(steps[-1], lang)
    assert "risk" not in told(steps[-1], lang)


def test_a_new_mandate_widens_the_envelope_of_the_same_goal():
    wider = ("li", ApproveEnvelope("clean yard", Envelope(900, ("yard", "road"), "high"), "decision 9"))
    again = ("li", BeginAttempt("clean yard", "bags", 700, "road", "high"))
    assert ["outside-envelope"] == refusals(SET, TRY, MISSED, again)
    assert [] == refusals(SET, TRY, MISSED, wider, again)
    assert ("decision 7", "decision 9") == goal(TRY, MISSED, wider).mandates


@pytest.mark.parametrize(
    ("acts", "code"),
    [
        ([TRY, TRY], "attempt-running"),
        ([TRY, MET, TRY], "goal-met"),
        ([TRY, MET, ("li", ApproveEnvelope("clean yard", Envelope(900), "decision 9"))], "goal-met"),
        ([MET], "no-attempt-running"),
        ([TRY, MISSED, MET], "no-attempt-running"),
        ([TRY, ("li", EndAttempt("clean yard", "nearly"))], "unknown-result"),
        ([SET], "goal-exists"),
        ([("li", SetGoal("lamps", "", Envelope(), " "))], "no-mandate"),
        ([("li", ApproveEnvelope("clean yard", Envelope(900), ""))], "no-mandate"),
        ([TRY, ("li", ApproveEnvelope("clean yard", Envelope(199), "decision 9"))], "budget-spent"),
        ([("li", BeginAttempt("clean yard", "bags", -1))], "bad-cost"),
        ([("li", BeginAttempt("lamps", "bags"))], "unknown-goal"),
        ([("li", EndAttempt("lamps", "met"))], "unknown-goal"),
        ([("li", ApproveEnvelope("lamps", Envelope(), "decision 9"))], "unknown-goal"),
        ([("ming", TRY[1])], "minors-advise"),
        ([("he", TRY[1])], "companions-guide"),
    ],
)
def test_what_breaks_a_rule_is_refused_by_its_code(acts, code):
    assert [code] == refusals(SET, *acts)


@pytest.mark.parametrize("bad", [{"budget": -1}, {"budget": "1/2"}, {"budget": 1.5}, {"risk": "huge"}, {"tags": ("",)}])
def test_an_envelope_is_exact(bad):
    with pytest.raises(InputError):
        Envelope(**bad)


@given(st.integers(0, 900), st.sets(st.sampled_from("abc")), st.sampled_from(RISKS))
def test_nothing_exceeds_exactly_where_every_part_is_inside(cost, tags, risk):
    one = Goal("g", "", Envelope(500, ("a", "b"), "medium"), ("d",), (Attempt("m", 100, frozenset(), Risk.LOW, NOON),))
    excess = one.excess(cost, frozenset(tags), risk)
    assert (cost > 400, "c" in tags, risk is Risk.HIGH) == (
        excess.cost is not None,
        bool(excess.tags),
        excess.risk is not None,
    )
    assert bool(excess) == (cost > 400 or "c" in tags or risk is Risk.HIGH)


def test_adaptivity_is_another_attempt_where_the_first_did_not_do():
    def acts(name, *results):
        yield ("li", SetGoal(name, "", Envelope(), "decision 7"))
        for result in results:
            yield ("li", BeginAttempt(name, "m"))
            yield from [("li", EndAttempt(name, result))] if result else []

    story = [*acts("a", "met"), *acts("b", "not-met"), *acts("c", "not-met", "not-met", "met")]
    found = stands(*story, *acts("d", "not-met", ""), *acts("e", ""), *acts("f")).goals.adaptivity
    assert (Adaptivity(missed=3, tried_again=2), Fraction(2, 3)) == (found, found.share)


def test_where_no_first_attempt_failed_there_is_no_share():
    assert None is Adaptivity.of([goal(TRY, MET), goal(TRY), goal()]).share

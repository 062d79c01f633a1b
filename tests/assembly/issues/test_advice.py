"""Advice is counted for people to look at, and no binding tally can read it."""

import numpy as np
import pytest

import deliberate as d
from deliberate.assembly.issues.acts import Advise, OpenAdvisoryPoll
from deliberate.assembly.issues.advice import AdviceCount, AdvisoryBallot
from deliberate.decision.answers import Answers
from deliberate.errors import DeliberateError, Refused, RequirementError
from deliberate.hall.acts import Ballot, CastBallot, FreezeText, OpenVoting
from deliberate.hall.hall import Hall
from deliberate.records.convert import from_dict, to_dict
from deliberate.requirement.packs import requirement
from deliberate.requirement.tallies import Tallies
from deliberate.scenarios import pet_waste
from deliberate.scenarios.script import Script, at
from tests.assembly.issues.yard import DAY, HE, NOON, refusals, stands

OPENED = ("ming", OpenAdvisoryPoll("bags", "Where do the bags hang?", ("gate", "slide", "wall"), NOON + DAY))
GIVEN = [("ming", Advise("bags", "slide")), ("hua", Advise("bags", "gate")), ("li", Advise("bags", "slide"))]
POLL = stands(OPENED, *GIVEN).polls.polls["bags"]
COUNT = POLL.count()


def test_advice_is_counted_and_the_minors_are_told_apart():
    counts, minors = (("slide", 2), ("gate", 1), ("wall", 0)), (("slide", 1), ("gate", 1), ("wall", 0))
    assert AdviceCount("bags", counts, minors) == COUNT
    assert 3 == COUNT.total == sum(each.choice in dict(counts) for each in POLL.ballots)


def test_level_options_stand_in_the_order_of_the_poll():
    assert ("gate", "slide", "wall") == tuple(dict(stands(OPENED).polls.polls["bags"].count().counts))


@pytest.mark.parametrize(
    ("member", "act", "code"),
    [
        ("ming", Advise("bags", "wall"), "advised-already"),
        ("wang", Advise("bags", "roof"), "unknown-option"),
        ("wang", Advise("lamps", "gate"), "unknown-poll"),
        (HE, Advise("bags", "gate"), "companions-guide"),
        ("sun", Advise("bags", "gate"), "not-on-the-roll"),
        ("ming", OpenAdvisoryPoll("bags", "Again?", ("yes", "no"), NOON + DAY), "poll-exists"),
        ("ming", OpenAdvisoryPoll("lamps", "", ("yes", "no"), NOON + DAY), "says-nothing"),
        ("ming", OpenAdvisoryPoll("lamps", "More?", ("yes",), NOON + DAY), "one-option"),
        ("ming", OpenAdvisoryPoll("lamps", "More?", ("yes", "no"), NOON), "until-passed"),
    ],
)
def test_what_breaks_a_rule_is_refused_by_its_code(member, act, code):
    assert [code] == refusals((member, act), part=stands(OPENED, *GIVEN))


def test_advice_at_the_very_close_is_late():
    late = [("wang", Advise("bags", "gate"))]
    assert ["poll-closed"] == refusals(*late, part=stands(OPENED), start=NOON + DAY)


@pytest.mark.parametrize("given", [COUNT, tuple(POLL.ballots), next(POLL.ballots)])
def test_a_requirement_refuses_advice(given):
    with pytest.raises(RequirementError) as error:
        requirement("robert.majority").rule_on(given)
    assert "bad-node" == error.value.code


@pytest.mark.parametrize("given", [COUNT, next(POLL.ballots), POLL])
def test_tallies_cannot_be_made_of_advice(given):
    with pytest.raises(RequirementError):
        Tallies.of(given)
    with pytest.raises(RequirementError):
        Tallies.of({"head": given})


def test_advice_is_no_answer_and_no_ballot_of_an_election():
    ballots = list(POLL.ballots)
    with pytest.raises(DeliberateError) as error:
        Answers.of({each.member: each for each in ballots}, {each.member: (1,) for each in ballots})
    assert "unknown-stance" == error.value.code
    for make in (d.Profile.from_rankings, d.Profile.from_approvals):
        with pytest.raises((DeliberateError, TypeError)):
            make(ballots, ("gate", "slide", "wall"))


@pytest.mark.parametrize("rule", ["plurality", "schulze", "majority", "consent"])
def test_no_rule_decides_on_advice(rule):
    with pytest.raises((DeliberateError, AttributeError)):
        d.decide(COUNT, d.rule(rule))
    with pytest.raises((DeliberateError, AttributeError)):
        d.decide(d.Election(COUNT), d.rule(rule))


def test_the_hall_refuses_advice_as_a_ballot():
    hall = Hall.in_memory()
    script = Script(hall, pet_waste.MATTER)
    pet_waste.found(script)
    pet_waste.raise_and_talk(script)
    script.do(at(3, 8), pet_waste.CHEN, FreezeText((pet_waste.A, pet_waste.B), seed_rule="dice"))
    rule = d.rule("schulze")
    script.do(at(3, 9), pet_waste.CHEN, OpenVoting(rule, until=at(3, 12), seed="3 1", among=pet_waste.SQUAD))
    with pytest.raises(Refused) as error:
        script.do(at(3, 10), pet_waste.LI, CastBallot(pet_waste.LI, AdvisoryBallot("bags", pet_waste.LI, pet_waste.A)))
    assert "wrong-ballot" == error.value.code
    assert not issubclass(AdvisoryBallot, Ballot)


def test_advice_holds_nothing_that_could_be_summed_as_a_measure():
    names = set(dir(COUNT)) | set(dir(next(POLL.ballots))) | set(dir(POLL))
    assert not {"tallies", "facts", "measures", "weights", "stance", "stances"} & names
    assert not isinstance(COUNT, np.ndarray)


@pytest.mark.parametrize(("lang", "told"), [("en", "which binds nobody"), ("zh", "仅供参考，不作决定")])
def test_the_count_says_that_it_binds_nobody(lang, told):
    assert told in COUNT.explain(lang)


def test_a_count_survives_json():
    assert COUNT == from_dict(to_dict(COUNT))

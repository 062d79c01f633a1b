"""No-show witnesses: found exactly where there is one."""

from itertools import combinations_with_replacement

import pytest
from hypothesis import assume, given

from deliberate.requirement import Grouped, Requirement, Stance, Tallies, requirement
from deliberate.requirement.conditions import parts_in
from deliberate.testing.requirements import conditions
from tests.search import a_part

ANSWERS = ("YES", "NO", "ABSTAIN", "BLANK", "SUPPORT", "ABSENT")


def by_hand(asked, most):
    """Everybody's answer written out, for every roll: is there one who had better stayed at home?"""
    for members in range(1, most + 1):
        for answers in combinations_with_replacement(ANSWERS, members):
            if "ABSENT" in answers:
                came = list(answers)
                came[came.index("ABSENT")] = "NO"
                if "NO_QUORUM" == status(asked, answers) and "PASSED" == status(asked, came):
                    return True
    return False


def status(asked, answers):
    counts = {answer: list(answers).count(answer) for answer in ANSWERS}
    return asked.rule_on(dict.fromkeys(asked.measures, counts) or {"head": counts}, t=0).status


TURNOUT = [
    "robert.majority",
    "robert.two_thirds",
    "cn.owners.2021.ordinary",
    "cn.owners.2021.major",
    "cn.residents.2026",
]
APPROVAL = ["aragon.v1", "cn.petition.owners", "celo"]


@pytest.mark.parametrize("one", [*TURNOUT, *APPROVAL])
def test_a_witness_is_found_for_a_pack_where_there_is_one(one):
    asked = requirement(one)
    assert by_hand(asked, 4) == (asked.no_show_witness(4) is not None)


SOME = conditions(("head",), tuple(map(Stance, ANSWERS)))


@a_part(10)
@given(SOME, SOME)
def test_a_witness_is_found_exactly_where_there_is_one(valid, pass_):
    plain = not any(isinstance(part, Grouped) for one in (valid, pass_) for part in parts_in(one))
    assume(plain)
    asked = Requirement(pass_=pass_, valid=valid)
    assert by_hand(asked, 3) == (asked.no_show_witness(3, t=0) is not None)


def test_the_witness_is_what_it_says():
    asked = requirement("robert.majority")
    witness = asked.no_show_witness()
    assert ("NO_QUORUM", "PASSED") == tuple(asked.rule_on(each).status for each in (witness.before, witness.after))
    came = witness.before.moved("head", (("ABSENT", "NO", 1),))
    assert came == witness.after


def test_e36_half_must_take_part_and_the_no_that_comes_makes_it_pass():
    part = {"tally": ["head", ["YES", "NO", "ABSTAIN"]]}
    turnout = {"share": {"of": {"tally": ["head", "roll"]}, "part": part, "is": "1/2"}}
    more = {">": [{"tally": ["head", ["YES"]]}, {"tally": ["head", ["NO"]]}]}
    asked = Requirement.from_json({"valid": turnout, "pass": more})
    assert "NO_QUORUM" == asked.rule_on({"head": {"YES": 49, "ABSENT": 51}}).status
    assert "PASSED" == asked.rule_on({"head": {"YES": 49, "NO": 1, "ABSENT": 50}}).status
    assert asked.no_show_witness() is not None


def test_e37_a_threshold_on_the_roll_has_no_such_paradox():
    quarter = {"share": {"of": {"tally": ["head", "roll"]}, "part": {"tally": ["head", ["YES"]]}, "is": "1/4"}}
    more = {">": [{"tally": ["head", ["YES"]]}, {"tally": ["head", ["NO"]]}]}
    asked = Requirement.from_json({"pass": {"all": [more, quarter]}})
    assert "PASSED" == asked.rule_on({"head": {"YES": 25, "NO": 24, "ABSENT": 51}}).status
    assert asked.no_show_witness(8) is None


def test_a_divided_electorate_is_searched_in_one_group():
    turnout = {">=": [{"tally": ["head", ["YES", "NO"]]}, 2]}
    units = {">": [{"tally": ["unit", ["YES"]]}, {"tally": ["unit", ["NO"]]}]}
    by_house = {"grouped": {"by": "house", "inner": {">=": [{"tally": ["head", ["YES"]]}, 1]}, "then": units}}
    asked = Requirement.from_json({"valid": turnout, "pass": by_house})
    witness = asked.no_show_witness(3)
    assert Tallies.of({"head": {"YES": 1, "NO": 1}}) == witness.after

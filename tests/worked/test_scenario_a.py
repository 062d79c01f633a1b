"""Scenario (a): the lift and the maintenance fund of building 3, by article 278 of the Civil Code.

24 flats, 16 of 90 m2 and 8 of 120 m2, 2 400 m2; Zhou owns three (300 m2), the developer has two unsold (240 m2),
19 owners have one: 21 heads, not 24. The same ballots pass one question and fail the other.
"""

import pytest

import deliberate as d

ORDINARY, MAJOR = "cn.owners.2021.ordinary", "cn.owners.2021.major"
MEASURES = ("head", "area")


def owners(yes, no, abstain, absent):
    """Single owners by the areas of their flats, in 0.01 m2, beside Zhou and the developer."""
    stances, roll = {"zhou": "YES"}, {"zhou": (1, 30000), "developer": (1, 24000)}
    for stance, areas in (("YES", yes), ("NO", no), ("ABSTAIN", abstain), ("ABSENT", absent)):
        for area in areas:
            member = f"owner {len(roll)}"
            roll[member] = (1, area)
            stances[member] = stance
    return d.Answers.of(stances, roll=roll, measures=MEASURES)


BIG, SMALL = 12000, 9000
BALLOTS = owners([BIG] * 3 + [SMALL] * 6, [BIG, SMALL], [BIG, SMALL], [SMALL] * 6)


def ruled(answers, pack):
    return d.requirement(pack).rule_on(answers.tallies())


def counted(answers, measure):
    sums = answers.tallies()
    return tuple(sums.count(measure, stance) for stance in ("YES", "NO", "ABSTAIN"))


def test_the_roll_has_twenty_one_heads_and_2400_square_metres():
    assert (21, 240_000) == tuple(BALLOTS.tallies().roll(measure) for measure in MEASURES)


def test_the_ballots_add_up_as_published():
    assert (120_000, 21_000, 21_000) == counted(BALLOTS, "area")
    assert (10, 2, 2) == counted(BALLOTS, "head")


def test_question_1_using_the_fund_is_an_ordinary_matter_and_passes():
    ruling = ruled(BALLOTS, ORDINARY)
    assert "PASSED" == ruling.status
    assert {0, 2000} == {part.margin for part in ruling.valid.parts}


def test_question_2_a_second_lift_is_a_major_matter_and_is_short_of_15_m2_and_one_head():
    ruling = ruled(BALLOTS, MAJOR)
    assert "REJECTED" == ruling.status
    assert (1500, 1) == (ruling.needed["area"].switch, ruling.needed["head"].switch)
    assert "15 m²" in ruling.explain("en")
    assert "15 平方米" in ruling.explain("zh")


def test_the_classic_wrong_answer_drops_abstentions_from_the_base():
    """1 200 of 1 410 m2 is 85.1 %, 10 of 12 heads 83.3 %: it would pass, and must not."""
    sums = {measure: {"YES": yes, "NO": no} for measure in MEASURES for yes, no, _ in [counted(BALLOTS, measure)]}
    without_quorum = {"pass": d.requirement(MAJOR).to_json()["pass"]}
    wrong = type(d.requirement(MAJOR)).from_json(without_quorum).rule_on(sums)
    assert "PASSED" == wrong.status
    assert "REJECTED" == ruled(BALLOTS, MAJOR).status


def test_one_no_of_90_m2_that_turns_yes_is_enough():
    better = owners([BIG] * 3 + [SMALL] * 7, [BIG], [BIG, SMALL], [SMALL] * 6)
    assert (129_000, 11) == (counted(better, "area")[0], counted(better, "head")[0])
    assert "PASSED" == ruled(better, MAJOR).status


@pytest.mark.parametrize("pack", [ORDINARY, MAJOR])
def test_a_smaller_flat_among_those_taking_part_and_the_quorum_is_missed(pack):
    thin = owners([BIG] * 2 + [SMALL] * 7, [BIG, SMALL], [BIG, SMALL], [BIG] + [SMALL] * 5)
    taking_part = sum(counted(thin, "area")), sum(counted(thin, "head"))
    assert (159_000, 14) == taking_part
    assert "NO_QUORUM" == ruled(thin, pack).status


def test_counting_flats_for_heads_is_the_wrong_roll_and_would_pass_a_second_lift():
    answers = owners([BIG] * 5 + [SMALL] * 4, [SMALL] * 2, [SMALL] * 2, [SMALL] * 6)
    assert (162_000, 14) == (sum(counted(answers, "area")), sum(counted(answers, "head")))
    ruling = ruled(answers, MAJOR)
    assert ("REJECTED", 126_000, 10) == (ruling.status, counted(answers, "area")[0], counted(answers, "head")[0])
    sums = answers.tallies()
    flats = {"YES": 12, "NO": 2, "ABSTAIN": 2, "ABSENT": 8}
    wrong = {"area": {stance: sums.count("area", stance) for stance in flats}, "head": flats}
    assert "PASSED" == d.requirement(MAJOR).rule_on(wrong).status


@pytest.mark.parametrize(("yes", "no", "status"), [(4, 2, "PASSED"), (3, 3, "REJECTED")])
def test_a_recused_member_stays_in_the_base_of_seven(yes, no, status):
    """The committee chooses a vendor: at least half of all seven; 4 >= 3.5, and 3 is not."""
    base = {"tally": ["head", ["YES", "NO", "ABSTAIN", "RECUSED", "ABSENT"]]}
    half = {"share": {"part": {"tally": ["head", ["YES"]]}, "of": base, "is": "1/2", "strict": False}}
    committee = type(d.requirement(MAJOR)).from_json({"pass": half})
    assert status == committee.rule_on({"head": {"YES": yes, "NO": no, "RECUSED": 1}}).status

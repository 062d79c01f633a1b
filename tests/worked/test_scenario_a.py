"""Scenario (a): the lift and the maintenance fund of building 3, by article 278 of the Civil Code.

24 flats, 16 of 90 m2 and 8 of 120 m2, 2 400 m2; Zhou owns three (300 m2), the developer has two unsold (240 m2),
19 owners have one: 21 heads, not 24. The same ballots pass one question and fail the other.
"""

import json
from fractions import Fraction

import pytest

import deliberate as d
from deliberate.community import Register, Unit
from deliberate.decision.rules.majority.majority import Majority
from deliberate.quantities import split
from deliberate.requirement import All, Requirement
from tests.cli import conftest as command_line

cli, told = command_line.cli, command_line.told

ORDINARY, MAJOR = "cn.owners.2021.ordinary", "cn.owners.2021.major"
MEASURES = ("head", "area")
BIG, SMALL = 12000, 9000
SINGLE = [BIG] * 5 + [SMALL] * 14


def building(heads="per-buyer"):
    """The register of units; the single owners are named after their places in ``SINGLE``."""
    held = [("zhou", BIG), ("zhou", SMALL), ("zhou", SMALL), ("", BIG), ("", BIG)]
    held += [(f"owner {number}", area) for number, area in enumerate(SINGLE, 1)]
    units = (
        Unit(("3 栋", f"{number:02}"), area, (owner,) if owner else (), "sold" if owner else "unsold")
        for number, (owner, area) in enumerate(held, 1)
    )
    return Register(units, developer="developer", heads=heads)


def stances(yes, no, abstain):
    """Zhou says yes; of the single owners so many with (120 m2, 90 m2) answer so, the rest and the developer do not."""
    left = {area: [f"owner {number}" for number, each in enumerate(SINGLE, 1) if each == area] for area in (BIG, SMALL)}
    answers = {"zhou": "YES"}
    for stance, several in (("YES", yes), ("NO", no), ("ABSTAIN", abstain)):
        for area, number in zip((BIG, SMALL), several, strict=True):
            answers |= {left[area].pop(): stance for _ in range(number)}
    return answers


def answered(given, heads="per-buyer"):
    return d.Answers.of(given, roll=building(heads).roll.weights, measures=MEASURES)


BALLOTS = answered(stances(yes=(3, 6), no=(1, 1), abstain=(1, 1)))
SWITCHED = answered(stances(yes=(3, 7), no=(1, 0), abstain=(1, 1)))
THIN = answered(stances(yes=(2, 7), no=(1, 1), abstain=(1, 1)))
ZHOU_TIPS_IT = stances(yes=(5, 4), no=(0, 2), abstain=(0, 2))


def ruled(answers, pack):
    return d.requirement(pack).rule_on(answers.tallies())


def counted(answers, measure):
    sums = answers.tallies()
    return tuple(sums.count(measure, stance) for stance in ("YES", "NO", "ABSTAIN"))


def taking_part(answers):
    return tuple(sum(counted(answers, measure)) for measure in MEASURES)


def needed(ruling):
    return {measure: (each.switch, each.join) for measure, each in ruling.needed.items()}


def test_the_building_has_16_flats_of_90_and_8_of_120_square_metres():
    areas = [unit.area for unit in building().units]
    assert (24, 16, 8, 240_000) == (len(areas), areas.count(SMALL), areas.count(BIG), sum(areas))


def test_its_roll_has_twenty_one_heads_on_2400_square_metres():
    roll = building().roll
    assert (21, 240_000) == tuple(roll.total(measure) for measure in MEASURES)


def test_zhou_is_one_head_with_three_flats_and_the_developer_one_with_two():
    weights = building().roll.weights
    assert ((1, 30_000), (1, 24_000)) == (weights["zhou"], weights["developer"])


def test_the_ballots_add_up_as_published():
    assert ((120_000, 21_000, 21_000), (10, 2, 2)) == (counted(BALLOTS, "area"), counted(BALLOTS, "head"))


def test_67_and_a_half_per_cent_of_the_area_and_exactly_two_thirds_of_the_heads_take_part():
    heads, area = taking_part(BALLOTS)
    assert (162_000, 14) == (area, heads)
    assert (Fraction(675, 1000), Fraction(2, 3)) == (Fraction(area, 240_000), Fraction(heads, 21))


@pytest.mark.parametrize("pack", [ORDINARY, MAJOR])
def test_the_quorum_is_1600_square_metres_and_14_heads(pack):
    area, head = ruled(BALLOTS, pack).valid.parts
    assert (160_000, 14) == (area.right, head.right)
    assert (2_000, 0) == (area.margin, head.margin)


def test_question_1_using_the_fund_to_renew_the_lift_is_an_ordinary_matter_and_passes():
    ruling = ruled(BALLOTS, ORDINARY)
    area, head = ruling.pass_.parts
    assert "PASSED" == ruling.status
    assert ((120_000, 81_000), (10, 7)) == ((area.left, area.right), (head.left, head.right))


def test_question_2_a_second_lift_is_a_major_matter_and_is_rejected():
    ruling = ruled(BALLOTS, MAJOR)
    area, head = ruling.pass_.parts
    assert ("REJECTED", False) == (ruling.status, ruling.tie)
    assert ((120_000, 121_500), (10, Fraction(21, 2))) == ((area.left, area.right), (head.left, head.right))


def test_question_2_is_short_of_15_square_metres_and_one_head():
    ruling = ruled(BALLOTS, MAJOR)
    assert {"area": 1500, "head": 1} == {measure: switch for measure, (switch, _) in needed(ruling).items()}
    assert "15 m²" in ruling.explain("en")
    assert "15 平方米" in ruling.explain("zh")


def test_if_the_absent_come_60_square_metres_and_two_heads_are_needed():
    """1 200 + x >= 3/4 (1 620 + x) from x = 60; 10 + x >= 3/4 (14 + x) from x = 2."""
    assert {"area": 6000, "head": 2} == {measure: join for measure, (_, join) in needed(ruled(BALLOTS, MAJOR)).items()}


@pytest.mark.parametrize(("pack", "status"), [(ORDINARY, "PASSED"), (MAJOR, "REJECTED")])
def test_the_command_line_rules_the_same_on_the_same_ballots(told, pack, status):
    file = {"pack": pack, "tallies": BALLOTS.tallies().tree()}
    printed = told("requirement", "-", stdin=json.dumps(file).encode())
    assert status == printed["status"]
    assert ruled(BALLOTS, pack).tree() == printed


def test_the_command_line_says_how_many_square_metres_and_heads_are_missing(told):
    file = {"pack": MAJOR, "tallies": BALLOTS.tallies().tree()}
    printed = told("requirement", "-", stdin=json.dumps(file).encode())
    assert {"head": {"switch": 1, "join": 2}, "area": {"switch": 1500, "join": 6000}} == printed["needed"]


@pytest.mark.parametrize(("measure", "thousandths"), [("area", 851), ("head", 833)])
def test_without_abstentions_in_the_base_the_shares_look_like_85_1_and_83_3_per_cent(measure, thousandths):
    yes, no, _ = counted(BALLOTS, measure)
    assert thousandths == round(Fraction(1000 * yes, yes + no))


def test_the_classic_wrong_answer_drops_abstentions_from_the_base_and_would_pass():
    right = d.requirement(MAJOR)
    wrong = Requirement(right.pass_).rule_on({
        measure: {"YES": yes, "NO": no} for measure in MEASURES for yes, no, _ in [counted(BALLOTS, measure)]
    })  # fmt: skip
    assert ("PASSED", "REJECTED") == (wrong.status, right.rule_on(BALLOTS.tallies()).status)


def test_if_the_owner_of_90_square_metres_who_said_no_says_yes_it_passes_with_1290_and_11():
    assert (129_000, 11) == (counted(SWITCHED, "area")[0], counted(SWITCHED, "head")[0])
    assert "PASSED" == ruled(SWITCHED, MAJOR).status


@pytest.mark.parametrize("pack", [ORDINARY, MAJOR])
def test_with_a_flat_of_90_in_place_of_one_of_120_only_1590_square_metres_take_part_and_the_quorum_is_missed(pack):
    ruling = ruled(THIN, pack)
    assert (14, 159_000) == taking_part(THIN)
    assert "NO_QUORUM" == ruling.status
    assert [-1_000, 0] == [part.margin for part in ruling.valid.parts]


def test_one_bundled_question_is_judged_by_the_stricter_tier_and_two_questions_each_by_its_own():
    one, other = (d.requirement(pack) for pack in (ORDINARY, MAJOR))
    bundled = Requirement(All((one.pass_, other.pass_)), All((one.valid, other.valid)))
    assert ruled(BALLOTS, MAJOR).status == bundled.rule_on(BALLOTS.tallies()).status == "REJECTED"
    assert ["PASSED", "REJECTED"] == [each.rule_on(BALLOTS.tallies()).status for each in (one, other)]


def test_where_zhou_tips_it_the_area_suffices_and_the_heads_do_not():
    answers = answered(ZHOU_TIPS_IT)
    ruling = ruled(answers, MAJOR)
    area, head = ruling.pass_.parts
    assert (14, 162_000) == taking_part(answers)
    assert "REJECTED" == ruling.status
    assert ((126_000, 121_500, True), (10, Fraction(21, 2), False)) == tuple(
        (each.left, each.right, each.holds) for each in (area, head)
    )


def test_counting_flats_for_heads_is_the_wrong_roll_and_would_pass_a_second_lift():
    wrong = answered(ZHOU_TIPS_IT, heads="per-unit")
    ruling = ruled(wrong, MAJOR)
    head = ruling.pass_.parts[1]
    assert (24, 16) == (wrong.tallies().roll("head"), taking_part(wrong)[0])
    assert (12, 12, "PASSED") == (head.left, head.right, ruling.status)


FEN = 46_000_000


def test_460_000_by_area_are_17_250_for_90_and_23_000_for_120_square_metres():
    areas = tuple(unit.area for unit in building().units)
    parts = split(FEN, areas)
    assert {(SMALL, 1_725_000), (BIG, 2_300_000)} == set(zip(areas, parts, strict=True))
    assert FEN == sum(parts)


@pytest.mark.parametrize("total", [FEN + 1, FEN - 1, FEN + 12_345, 1, 0])
def test_any_other_total_is_divided_to_the_fen_by_the_largest_remainders(total):
    areas = tuple(unit.area for unit in building().units)
    parts = split(total, areas)
    exact = [Fraction(total * area, 240_000) for area in areas]
    assert total == sum(parts)
    up = [share % 1 for share, part in zip(exact, parts, strict=True) if part > share]
    down = [share % 1 for share, part in zip(exact, parts, strict=True) if part <= share]
    assert max(abs(share - part) for share, part in zip(exact, parts, strict=True)) < 1
    assert min(up, default=1) >= max(down, default=0)


MEMBERS = ("chen", "wang", "li", "zhao", "qian", "sun", "wu")


def vendor_choice(yes, no):
    """The committee of seven chooses a vendor; Chen works for one, has said so, and stands back."""
    given = dict(zip(MEMBERS, ["RECUSED"] + ["YES"] * yes + ["NO"] * no, strict=True))
    return d.Answers.of(given, roll=dict.fromkeys(MEMBERS, (1,)))


VENDOR = pytest.mark.parametrize(("yes", "no", "status"), [(4, 2, "PASSED"), (3, 3, "REJECTED")])


@VENDOR
def test_with_chen_recused_the_base_is_still_seven_and_3_and_a_half_are_asked(yes, no, status):
    ruling = ruled(vendor_choice(yes, no), "cn.committee")
    assert (status, yes, Fraction(7, 2)) == (ruling.status, ruling.pass_.left, ruling.pass_.right)


@VENDOR
def test_the_count_of_the_committee_s_answers_comes_to_the_same(yes, no, status):
    outcome = d.decide(d.Election(vendor_choice(yes, no)), Majority("cn.committee"))
    assert {"PASSED": "decided", "REJECTED": "rejected"}[status] == outcome.status


@VENDOR
def test_the_command_line_keeps_chen_in_the_base_too(told, yes, no, status):
    file = {"pack": "cn.committee", "tallies": vendor_choice(yes, no).tallies().tree()}
    assert status == told("requirement", "-", stdin=json.dumps(file).encode())["status"]


def test_three_against_three_would_pass_if_chen_left_the_base():
    unrecused = d.requirement("cn.committee", base="unrecused")
    assert "PASSED" == unrecused.rule_on(vendor_choice(3, 3).tallies()).status

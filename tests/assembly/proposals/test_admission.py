"""Admission by requirement, the slate, and likenesses that are shown to those whom they concern."""

from fractions import Fraction

import pytest

from deliberate.assembly.moves import GiveSupport, ReviseProposal
from deliberate.assembly.proposals.admission import Slate, admitted, slate
from deliberate.assembly.proposals.carry import UnlessWithdrawn
from deliberate.assembly.proposals.duplicates import alike
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.shingles import jaccard
from deliberate.community.party import Member, Standing
from deliberate.community.roll import Roll, RollLine
from deliberate.errors import RequirementError
from deliberate.records.convert import from_dict, to_dict
from deliberate.requirement.packs import requirement
from tests.assembly.proposals.table import DAY, Table

TENTH = requirement("lqfb.admission")


def roll(residents):
    return Roll.of({f"m{n}": (1,) for n in range(residents)})


def proposed(supporters, policy=None):
    table = Table(policy or ProposalPolicy())
    table.drafted("li", "lamps", "Repair the lamps.")
    table.drafted("wang", "bins", "Buy two bins.")
    for n in range(supporters):
        table.does(f"m{n}", GiveSupport("lamps"))
    return table


@pytest.mark.parametrize(("supporters", "expected"), [(10, [True, False]), (9, [False, False])])
def test_a_tenth_of_a_hundred_is_ten(supporters, expected):
    table = proposed(supporters)
    assert expected == [each.is_admitted for each in admitted(table.part, TENTH, roll(100), table.now)]


def test_only_those_on_the_roll_who_may_vote_are_counted_in_each_measure():
    lines = (
        RollLine(Member("m0"), (1, 9000)),
        RollLine(Member("m1", standing=Standing.MINOR), (1, 0)),
        RollLine(Member("m3"), (1, 1000)),
    )
    table = proposed(3)
    [first, _] = admitted(table.part, TENTH, Roll(("head", "area"), lines), table.now)
    assert ("m0",) == first.supporters
    tallies = first.ruling.tallies
    assert (1, 2, 9000, 10_000) == (
        tallies.count("head", "SUPPORT"),
        tallies.roll("head"),
        tallies.count("area", "SUPPORT"),
        tallies.roll("area"),
    )


def test_support_that_waits_for_a_day_is_counted_from_that_day_on():
    table = proposed(10, ProposalPolicy(carry=UnlessWithdrawn(days=3)))
    table.does("li", ReviseProposal("lamps", "Repair all lamps."))
    days = (table.now, table.now + 3 * DAY)
    assert [False, True] == [admitted(table.part, TENTH, roll(100), at)[0].is_admitted for at in days]


def test_a_measure_that_the_roll_does_not_have_is_an_error():
    with pytest.raises(RequirementError):
        admitted(proposed(1).part, TENTH, Roll.of({"m0": (1,)}, measures=("area",)), proposed(1).now)


@pytest.mark.parametrize(("lang", "start"), [("en", "lamps, text 1, is admitted"), ("zh", "lamps第 1 稿获准付表决")])
def test_an_admission_is_told_with_its_figures(lang, start):
    table = proposed(10)
    [first, _] = admitted(table.part, TENTH, roll(100), table.now)
    assert first.explain(lang).startswith(start)
    assert first == from_dict(to_dict(first))


def test_the_status_quo_is_on_every_slate():
    table = proposed(10)
    admissions = admitted(table.part, TENTH, roll(100), table.now)
    assert ("lamps", "bins", "维持现状") == slate(table.part, table.policy).options
    assert ("lamps", "维持现状") == slate(table.part, table.policy, admissions).options
    assert Slate((), "维持现状") == slate(Table().part, ProposalPolicy())


def test_a_text_that_changed_after_its_admission_is_not_on_the_slate():
    table = proposed(10)
    admissions = admitted(table.part, TENTH, roll(100), table.now)
    table.does("li", ReviseProposal("lamps", "Repair all lamps."))
    assert ("维持现状",) == slate(table.part, table.policy, admissions).options


def test_proposals_that_are_worded_alike_are_shown_to_their_initiators():
    texts = ["修好三号楼门口的三盏路灯", "修好三号楼门口的路灯", "给小猫喂食", "修好三号楼门口的三盏路灯吧"]
    table = Table()
    for n, text in enumerate(texts):
        table.drafted(f"p{n}", f"v{n}", text)
    found = alike(table.part)
    assert {("v0", "v1"), ("v0", "v3")} == {(each.one, each.other) for each in found}
    assert all(each.share == jaccard(texts[int(each.one[1])], texts[int(each.other[1])]) for each in found)
    assert sorted((each.share for each in found), reverse=True) == [each.share for each in found]
    assert ("p0", "p3") == found[0].tell
    assert len(alike(table.part, Fraction(1, 100))) == 3

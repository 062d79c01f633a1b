"""Proposals and their texts: who may change what, and what becomes of the support."""

from datetime import UTC, datetime
from fractions import Fraction

import pytest

from deliberate.assembly.confer import told
from deliberate.assembly.moves import CloseRound, DraftProposal, GiveSupport, Move, ReviseProposal
from deliberate.assembly.proposals.acts import (
    ForkProposal,
    RecordDecision,
    RetireProposal,
    SplitProposal,
    SupportVersion,
    WithdrawProposal,
    WithdrawSupport,
)
from deliberate.assembly.proposals.admission import slate
from deliberate.assembly.proposals.carry import ReconfirmAbove, UnlessWithdrawn
from deliberate.assembly.proposals.gates import legal
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.proposals.rules import answer
from deliberate.assembly.proposals.steps import TextSupported
from deliberate.assembly.proposals.version import Edge
from deliberate.community.roll import Roll
from deliberate.errors import InputError
from deliberate.identity import text_hash
from deliberate.words import LANGUAGES
from tests.assembly.proposals.table import DAY, NOON, POLICY, Table

LAMPS = "Repair the three lamps.\nCheck them weekly."
TWO = ProposalPolicy(live_each=2)


def drafted(policy=POLICY):
    table = Table(policy)
    table.drafted("li", "repair", LAMPS)
    return table


def supported(policy=POLICY):
    table = drafted(policy)
    for member in ("wang", "zhao"):
        table.does(member, GiveSupport("repair"))
    return table


def test_a_text_is_kept_in_one_form_with_its_hash():
    table = Table()
    table.drafted("li", "cafe", "Cafe\u0301\r\nopen")
    assert "Caf\u00e9\nopen" == table.text("cafe")
    assert text_hash("Cafe\u0301\r\nopen") == table.part.draft("cafe").latest.hash


def test_every_text_knows_the_one_it_came_from():
    table = drafted()
    table.does("li", ReviseProposal("repair", "Repair all lamps."))
    table.does("wang", ForkProposal("repair", "bright", "Repair all lamps with LED."))
    assert (("repair/1", Edge.EDIT),) == tuple((p.id, p.edge) for p in table.part.draft("repair").latest.parents)
    assert (("repair/2", Edge.FORK),) == tuple((p.id, p.edge) for p in table.part.draft("bright").latest.parents)


def test_a_new_text_voids_support_and_asks_again():
    table = supported()
    revised = table.does("li", ReviseProposal("repair", "Repair all lamps."))
    assert (("wang", "zhao"), ()) == (revised.invited, revised.confirmed)
    assert () == table.part.supporters("repair", table.now)
    assert ("wang", "zhao") == table.part.unconfirmed("repair", table.now)
    table.does("zhao", GiveSupport("repair"))
    assert ("zhao",) == table.part.supporters("repair", table.now + 99 * DAY)


def test_support_that_stays_unless_withdrawn_counts_from_the_named_day_on():
    table = supported(ProposalPolicy(carry=UnlessWithdrawn(days=3)))
    revised = table.does("li", ReviseProposal("repair", "Repair all lamps."))
    assert table.now + 3 * DAY == revised.until
    assert () == table.part.supporters("repair", revised.until - DAY / 1000)
    table.does("wang", WithdrawSupport("repair"))
    assert ("zhao",) == table.part.supporters("repair", revised.until)
    assert "no-support" == table.does("wang", WithdrawSupport("repair"))


def test_a_second_change_before_the_day_asks_all_who_were_asked():
    table = supported(ProposalPolicy(carry=UnlessWithdrawn(days=3)))
    table.does("li", ReviseProposal("repair", "Repair all lamps."))
    again = table.does("li", ReviseProposal("repair", "Repair all the lamps."), later=2 * DAY)
    assert ("wang", "zhao") == again.asked
    assert () == table.part.supporters("repair", table.now + 2 * DAY)


@pytest.mark.parametrize(("share", "expected"), [("1/9", ("wang", "zhao")), ("1/10", ())])
def test_support_is_confirmed_again_where_more_of_the_words_changed_than_the_share(share, expected):
    table = supported(ProposalPolicy(carry=ReconfirmAbove(share)))
    revised = table.does("li", ReviseProposal("repair", LAMPS.replace("three", "four")))
    assert Fraction(1, 9) == revised.changed
    assert (expected, expected) == (revised.confirmed, table.part.supporters("repair", table.now))


def test_support_can_name_the_text_it_means():
    table = drafted()
    old = table.part.draft("repair").latest.hash
    table.does("li", ReviseProposal("repair", "Repair all lamps."))
    assert "superseded-version" == table.does("wang", SupportVersion("repair", old))
    step = table.does("wang", SupportVersion("repair", table.part.draft("repair").latest.hash))
    assert TextSupported("repair", 2, "wang", table.now) == step


def test_a_proposal_is_divided_by_its_paragraphs_and_nothing_is_lost():
    table = supported()
    split = table.does("li", SplitProposal("repair", (("lamps", (1,)), ("checks", (2,)))))
    assert ("Repair the three lamps.", "Check them weekly.") == split.texts
    assert ("wang", "zhao") == table.part.unconfirmed("checks", table.now)
    assert () == table.part.supporters("lamps", table.now)
    assert "dead-version" == table.does("wang", GiveSupport("repair"))


def test_supporters_of_what_is_retired_are_not_moved():
    table = supported()
    table.drafted("wang", "bins", "Buy two bins.")
    table.does("li", RetireProposal("repair", "bins"))
    assert ((), ()) == (table.part.supporters("bins", table.now), table.part.unconfirmed("bins", table.now))
    assert [("repair/1", "bins/1", "retire-in-favour")] == [
        (each.parent, each.child, str(each.edge)) for each in table.part.lineage.descents
    ]


def test_to_retire_a_fork_in_favour_of_the_text_it_came_from_would_be_a_loop():
    table = drafted()
    table.does("wang", ForkProposal("repair", "bright", "Repair all lamps with LED."))
    assert "lineage-loop" == table.does("wang", RetireProposal("bright", "repair"))
    assert "lineage-loop" == table.does("wang", RetireProposal("bright", "bright"))
    table.does("li", ReviseProposal("repair", "Repair all lamps soon."))
    assert "ProposalRetired" == type(table.does("wang", RetireProposal("bright", "repair"))).__name__


def test_what_was_retired_on_the_way_makes_a_loop_as_well():
    table = Table(ProposalPolicy(live_each=2))
    table.drafted("li", "lamps", LAMPS)
    table.does("wang", ForkProposal("lamps", "bright", "Repair all lamps with LED."))
    table.drafted("zhao", "dark", "Have no lamps at all, for the stars and for the moths.")
    table.does("wang", RetireProposal("bright", "dark"))
    assert "RetireProposal" not in legal(table.part, table.policy, "zhao", table.now)
    assert "lineage-loop" == table.does("zhao", RetireProposal("dark", "lamps"))
    assert 1 == len(table.part.lineage.descents[1:])


def test_a_text_that_led_to_the_latest_does_not_come_back():
    table = drafted()
    table.does("li", ReviseProposal("repair", "Repair all lamps."))
    assert "lineage-loop" == table.does("li", ReviseProposal("repair", LAMPS))


def last_of(policy, *acts):
    table = drafted(policy)
    return [table.does(by, act) for by, act in acts][-1]


@pytest.mark.parametrize(
    ("code", "acts"),
    [
        ("proposal-exists", [("wang", DraftProposal("repair", "other words"))]),
        ("name-taken", [("li", WithdrawProposal("repair")), ("wang", DraftProposal("repair", "other words"))]),
        ("reserved-name", [("wang", DraftProposal("维持现状", "other words"))]),
        ("says-nothing", [("wang", DraftProposal("bins", " \n"))]),
        ("text-too-long", [("wang", DraftProposal("bins", "x" * 10_000_000))]),
        ("unreadable-text", [("wang", DraftProposal("bins", "bi\u202ens"))]),
        ("unreadable-text", [("wang", DraftProposal("bins", "bi\x00ns"))]),
        ("unreadable-text", [("wang", DraftProposal("bins", "bi\ud800ns"))]),
        ("live-limit", [("li", DraftProposal("bins", "Buy two bins."))]),
        ("unknown-proposal", [("wang", GiveSupport("bins"))]),
        ("unknown-proposal", [("wang", ForkProposal("bins", "new", "text"))]),
        ("not-initiator", [("wang", ReviseProposal("repair", "text"))]),
        ("not-initiator", [("wang", WithdrawProposal("repair"))]),
        ("same-text", [("li", ReviseProposal("repair", LAMPS.replace("\n", "\r\n")))]),
        ("same-text", [("wang", ForkProposal("repair", "new", LAMPS))]),
        ("supports-already", [("wang", GiveSupport("repair"))] * 2),
        ("no-support", [("wang", WithdrawSupport("repair"))]),
        ("no-other-proposal", [("li", RetireProposal("repair", "repair"))]),
        ("dead-version", [("li", WithdrawProposal("repair")), ("li", ReviseProposal("repair", "text"))]),
        ("dead-version", [("wang", RecordDecision("repair", "PASSED")), ("wang", GiveSupport("repair"))]),
        ("vote-undecided", [("wang", RecordDecision("repair", "inquorate"))]),
        ("unknown-status", [("wang", RecordDecision("repair", "perhaps"))]),
        ("split-needs-two", [("li", SplitProposal("repair", (("a", (1, 2)),)))]),
        ("split-needs-two", [("li", SplitProposal("repair", (("a", (1,)), ("a", (2,)))))]),
        ("no-such-paragraph", [("li", SplitProposal("repair", (("a", (1, 2)), ("b", (3,)))))]),
        ("paragraph-lost", [("li", SplitProposal("repair", (("a", (1,)), ("b", (1,)))))]),
        ("same-text", [("li", SplitProposal("repair", (("a", (1, 2)), ("b", (1,)))))]),
        ("indivisible", [("li", ReviseProposal("repair", "one")), ("li", SplitProposal("repair", ()))]),
        ("not-done-here", [("li", CloseRound())]),
    ],
)
def test_an_act_against_the_rules_is_refused_with_its_rule(code, acts):
    assert code == last_of(POLICY, *acts)


def test_nobody_acts_in_the_past_nor_without_a_time_zone_nor_from_outside():
    table = drafted(ProposalPolicy(roll=Roll.of({"li": (1,), "wang": (1,)})))
    assert "move-in-the-past" == table.does("wang", GiveSupport("repair"), later=-DAY)
    table.now += 2 * DAY
    assert "not-on-the-roll" == table.does("ghost", GiveSupport("repair"))
    naive = Move("wang", NOON.replace(tzinfo=None), GiveSupport("repair"))
    assert "no-time-zone" == answer(table.part, naive, table.policy).code


@pytest.mark.parametrize("year", [1, 1899, 9000, 9999])
def test_a_moment_from_which_no_day_can_be_reckoned_is_refused(year):
    first = answer(Table().part, Move("li", datetime(year, 12, 31, 23, tzinfo=UTC), DraftProposal("a", "b")), POLICY)
    assert "moment-out-of-reach" == first.code
    assert all(told(first, lang) for lang in LANGUAGES)
    assert () == legal(Table().part, POLICY, "li", datetime(year, 12, 31, tzinfo=UTC))


def test_the_status_quo_has_its_name_in_one_form():
    table = Table(ProposalPolicy(status_quo="as caf\u0065\u0301"))
    assert "reserved-name" == table.drafted("li", "as caf\u00e9", LAMPS)
    assert "as caf\u00e9" == slate(table.part, table.policy).status_quo


def test_names_that_show_nothing_are_refused_where_they_are_written():
    for act in (lambda: ForkProposal("a", "b\u202e", "c"), lambda: SplitProposal("a", (("b\x00", (1,)),))):
        with pytest.raises(InputError):
            act()

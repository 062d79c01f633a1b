"""The texts of a talk: every one that there was, and what became of every amendment."""

from datetime import timedelta

import pytest

from deliberate.assembly import Agenda, Move, confer
from deliberate.assembly.moves import DraftProposal
from deliberate.assembly.procedures.drafting import Drafting
from deliberate.assembly.proposals.acts import (
    AcceptAmendment,
    ConcludeAcceptance,
    DecideAmendment,
    OfferAmendment,
    WithdrawAmendment,
    WithdrawProposal,
)
from deliberate.assembly.proposals.hunks import hunk_of
from deliberate.assembly.proposals.pages import Page, Span
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.identity import text_hash
from deliberate.report.blocks import Table
from deliberate.report.texts import papers, texts
from deliberate.requirement.packs import requirement
from tests.report.meetings import EVENING

TEXT = "Repair the three lamps in the yard."
OFFERED = ("li", DraftProposal("lamps", TEXT))


def amends(by, name, old, new, *, base=TEXT, of=""):
    """An amendment that puts new words in the place of old ones."""
    page = Page(base)
    start = base.index(old)
    return by, OfferAmendment(
        name, "lamps", text_hash(base), (hunk_of(page, Span(start, start + len(old), new)),), "", of
    )


def told(*script, lang="en", policy=None, later=timedelta(minutes=1)):
    moves = [Move(by, EVENING + n * later, act) for n, (by, act) in enumerate(script)]
    record = confer(Agenda(), Drafting(policy or ProposalPolicy()), moves)
    assert not record.refusals, record.refusals
    return list(texts(record, moves[-1].at, lang))


def fates(*script, **more):
    """What each amendment changes, and what became of it."""
    table = told(*script, **more)[-1]
    assert isinstance(table, Table)
    return {row[0]: row[3:] for row in table.rows}


def test_an_amendment_tells_what_it_changes_and_that_it_is_open():
    assert {"all": ("Paragraph 1: “the three” becomes “all”.", "open")} == fates(
        OFFERED, amends("wang", "all", "the three", "all")
    )


def test_an_amendment_that_was_voted_on_has_its_figures():
    pack = requirement("robert.majority")
    ruling = pack.rule_on({"head": {"YES": 5, "NO": 2}})
    decided = ("chen", DecideAmendment("all", "PASSED", ruling))
    policy = ProposalPolicy(requirement=pack)
    known = fates(OFFERED, amends("wang", "all", "the three", "all"), decided, policy=policy)
    assert "adopted by vote, 5 to 2" == known["all"][-1]
    zh = fates(OFFERED, amends("wang", "all", "the three", "all"), decided, policy=policy, lang="zh")
    assert "经表决通过，5 比 2" == zh["all"][-1]


def test_an_amendment_that_nobody_was_against_is_adopted_by_silence():
    silent = (OFFERED, amends("wang", "all", "the three", "all"), ("li", AcceptAmendment("all")))
    known = fates(*silent, ("li", ConcludeAcceptance("all")), later=timedelta(days=8))
    assert "adopted since nobody was against it" == known["all"][-1]


@pytest.mark.parametrize(
    ("other", "end", "fate"),
    [
        (("the three", "four"), DecideAmendment("all", "PASSED"), "its words were changed by another one"),
        (("the three", "all"), DecideAmendment("all", "PASSED"), "another one wanted the same"),
        (("yard", "court"), WithdrawProposal("lamps"), "it went with the proposal"),
    ],
)
def test_an_amendment_on_which_nothing_is_left_to_decide_says_why(other, end, fate):
    script = [OFFERED, amends("wang", "all", "the three", "all in"), amends("sun", "other", *other)]
    if fate == "another one wanted the same":
        script[1] = amends("wang", "all", *other)
    assert f"nothing left to decide ({fate})" == fates(*script, ("li", end))["other"][-1]


def test_an_amendment_to_an_amendment_says_so_and_goes_with_it():
    first = amends("wang", "all", "the three", "all four")
    second = amends("sun", "five", "four", "five", base="all four", of="all")
    table = told(OFFERED, first, second, ("wang", WithdrawAmendment("all")))[-1]
    assert ("lamps, text 1", "lamps, text 1 (the amendment all)") == tuple(row[1] for row in table.rows)
    gone = "nothing left to decide (it went with the amendment that it would have changed)"
    assert ["taken back", gone] == [row[-1] for row in table.rows]


def test_where_nobody_asks_for_supporters_none_are_counted():
    [paper] = papers(confer(Agenda(), Drafting(), [Move("li", EVENING, OFFERED[1])]))
    assert ((), "proposal-live") == (paper.supporters, paper.life)

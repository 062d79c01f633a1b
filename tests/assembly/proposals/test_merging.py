"""Mergers: the initiators agree, the supporters are invited."""

import pytest

from deliberate.assembly.moves import DraftProposal, GiveSupport, ReviseProposal
from deliberate.assembly.proposals.acts import AgreeToMerge, DecideAmendment, OfferMerge, WithdrawProposal
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.proposals.steps import MergeAgreed, ProposalsMerged
from deliberate.identity import text_hash
from tests.assembly.proposals.table import Table

BOTH = OfferMerge(("lamps", "bins"), "both", "Repair the lamps and buy bins.")


def offered(policy=None):
    table = Table(policy or ProposalPolicy())
    table.drafted("li", "lamps", "Repair the lamps.")
    table.drafted("wang", "bins", "Buy two bins.")
    table.drafted("sun", "cats", "Feed the cats.")
    for member, proposal in (("zhao", "lamps"), ("chen", "lamps"), ("zhao", "bins")):
        table.does(member, GiveSupport(proposal))
    table.does("li", BOTH)
    return table


def test_proposals_are_merged_once_the_initiators_of_both_agree():
    table = offered()
    merged = table.does("wang", AgreeToMerge("both"))
    assert isinstance(merged, ProposalsMerged)
    assert ("li", "wang") == merged.initiators
    assert ("lamps/1", "bins/1") == tuple(parent.id for parent in table.part.draft("both").latest.parents)
    assert ["cats", "both"] == [draft.name for draft in table.part.live]


def test_whoever_says_which_text_they_agree_to_is_not_given_another_one():
    table = offered()
    assert "offer-changed" == table.does("wang", AgreeToMerge("both", text_hash("Feed the cats.")))
    assert isinstance(table.does("wang", AgreeToMerge("both", text_hash(BOTH.text))), ProposalsMerged)


def test_supporters_of_both_are_invited_once_each_and_nobody_is_moved():
    table = offered()
    table.does("wang", AgreeToMerge("both"))
    assert () == table.part.supporters("both", table.now)
    assert ("zhao", "chen") == table.part.unconfirmed("both", table.now)
    table.does("chen", GiveSupport("both"))
    assert (("chen",), ("zhao",)) == (
        table.part.supporters("both", table.now),
        table.part.unconfirmed("both", table.now),
    )


def test_three_initiators_have_all_to_agree():
    table = offered()
    table.does("sun", OfferMerge(("cats", "lamps", "bins"), "all", "Lamps, bins and cats."))
    assert ("wang",) == table.does("li", AgreeToMerge("all")).waits_for
    assert isinstance(table.steps[-1], MergeAgreed)
    assert "agreed-already" == table.does("li", AgreeToMerge("all"))
    assert isinstance(table.does("wang", AgreeToMerge("all")), ProposalsMerged)


def test_where_all_is_ones_own_it_is_merged_at_once():
    table = Table(ProposalPolicy(live_each=2))
    table.drafted("li", "lamps", "Repair the lamps.")
    table.drafted("li", "bins", "Buy two bins.")
    assert isinstance(table.does("li", BOTH), ProposalsMerged)


def test_an_offer_is_void_once_one_of_the_texts_has_changed():
    table = offered()
    table.does("wang", ReviseProposal("bins", "Buy three bins."))
    assert "superseded-version" == table.does("wang", AgreeToMerge("both"))


@pytest.mark.parametrize(
    ("code", "acts"),
    [
        ("unknown-merger", [("wang", AgreeToMerge("cats"))]),
        ("not-initiator", [("sun", AgreeToMerge("both"))]),
        ("agreed-already", [("li", AgreeToMerge("both"))]),
        ("dead-version", [("li", WithdrawProposal("lamps")), ("wang", AgreeToMerge("both"))]),
        ("name-taken", [("chen", DraftProposal("both", "My own words.")), ("wang", AgreeToMerge("both"))]),
        ("name-taken", [("wang", BOTH)]),
        ("not-initiator", [("chen", OfferMerge(("lamps", "bins"), "new", "text"))]),
        ("merge-needs-two", [("li", OfferMerge(("lamps",), "new", "text"))]),
        ("merge-needs-two", [("li", OfferMerge(("lamps", "lamps"), "new", "text"))]),
        ("merge-needs-two", [("li", OfferMerge((), "new", "text"))]),
        ("unknown-proposal", [("li", OfferMerge(("lamps", "nothing"), "new", "text"))]),
        ("same-text", [("li", OfferMerge(("lamps", "bins"), "new", "Buy two bins."))]),
    ],
)
def test_a_merger_against_the_rules_is_refused(code, acts):
    table = offered()
    assert code == [table.does(by, act) for by, act in acts][-1]


def test_one_proposal_alone_is_merged_with_nothing():
    table = Table()
    table.drafted("li", "lamps", "Repair the lamps.")
    assert "merge-needs-two" == table.does("li", OfferMerge(("lamps", "bins"), "both", "text"))


def test_nothing_that_was_adopted_is_lost_in_a_merger():
    table = offered()
    table.replaces("zhao", "three", "bins", "two", "three")
    table.does("chair", DecideAmendment("three", "PASSED"))
    assert "adopted-not-in-text" == table.does("wang", AgreeToMerge("both"))
    assert "adopted-not-in-text" == table.does("li", OfferMerge(("lamps", "bins"), "new", "text"))

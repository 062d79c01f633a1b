"""What keeps the table clear: one proposal each, and no text that comes again unchanged or at once."""

from fractions import Fraction

import pytest

from deliberate.assembly.moves import DraftProposal
from deliberate.assembly.proposals.acts import ForkProposal, RecordDecision, WithdrawProposal
from deliberate.assembly.proposals.carry import ReconfirmAbove, UnlessWithdrawn
from deliberate.assembly.proposals.diffs import difference
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.proposals.steps import TextProposed
from deliberate.errors import InputError
from tests.assembly.proposals.table import DAY, Table

TEXT = "Repair the three old lamps of building 3 before the winter."
ONE_WORD = TEXT.replace("three", "four")
SOME_WORDS = "Repair all lamps of building 3 before the next winter, please."
OTHER = "Feed the cats of the yard twice a day and wash their bowls."


def gone(act=None):
    table = Table()
    table.drafted("li", "repair", TEXT)
    table.does("li", act or RecordDecision("repair", "REJECTED"))
    return table


def test_the_texts_of_these_tests_are_as_far_apart_as_they_say():
    shares = [difference(TEXT, text).share for text in (ONE_WORD, SOME_WORDS, OTHER)]
    assert [True, True, True] == [
        shares[0] < Fraction(1, 5),
        Fraction(1, 5) <= shares[1] < Fraction(1, 2),
        shares[2] >= Fraction(1, 2),
    ]


@pytest.mark.parametrize("act", [RecordDecision("repair", "rejected"), WithdrawProposal("repair")])
def test_what_is_gone_comes_again_only_with_changed_text_and_after_a_while(act):
    table = gone(act)
    ended = table.now
    assert "text-hardly-changed" == table.does("wang", DraftProposal("again", ONE_WORD), later=60 * DAY)
    table = gone(act)
    assert "still-cooling" == table.does("wang", DraftProposal("again", SOME_WORDS))
    assert ("until", (ended + 30 * DAY).isoformat(" ", "minutes")) in table.steps[-1].about
    assert isinstance(table.does("wang", DraftProposal("again", SOME_WORDS), later=30 * DAY), TextProposed)


def test_another_matter_comes_at_once():
    assert isinstance(gone().does("li", DraftProposal("cats", OTHER)), TextProposed)


def test_a_fork_is_no_way_around():
    assert "text-hardly-changed" == gone().does("wang", ForkProposal("repair", "again", ONE_WORD))


def test_what_was_adopted_does_not_stand_in_the_way():
    table = gone(RecordDecision("repair", "decided"))
    assert isinstance(table.does("wang", DraftProposal("again", ONE_WORD)), TextProposed)


def test_there_is_room_again_once_a_proposal_has_left_the_table():
    table = Table(ProposalPolicy(live_each=2))
    table.drafted("li", "one", TEXT)
    table.drafted("li", "two", OTHER)
    assert "live-limit" == table.drafted("li", "three", "Something else altogether.")
    table.does("li", WithdrawProposal("one"))
    assert isinstance(table.drafted("li", "three", "Something else altogether."), TextProposed)


@pytest.mark.parametrize(
    "make",
    [
        lambda: ProposalPolicy(order="loudest-first"),
        lambda: ProposalPolicy(consent_days=0),
        lambda: ProposalPolicy(cooling_days=-1),
        lambda: ProposalPolicy(cooling_days=99_999),
        lambda: ProposalPolicy(live_each=0),
        lambda: ProposalPolicy(least_changed="3/2"),
        lambda: ProposalPolicy(resubmitted=-1),
        lambda: UnlessWithdrawn(days=0),
        lambda: ReconfirmAbove("-1/2"),
    ],
)
def test_a_policy_that_makes_no_sense_is_refused(make):
    with pytest.raises(InputError) as caught:
        make()
    assert "bad-parameter" == caught.value.code

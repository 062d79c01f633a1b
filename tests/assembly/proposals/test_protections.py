"""What keeps the table clear: one proposal each, and no text that comes again unchanged or at once."""

from fractions import Fraction

import pytest

from deliberate.assembly.moves import DraftProposal, ReviseProposal
from deliberate.assembly.proposals.acts import (
    DecideAmendment,
    ForkProposal,
    OfferAmendment,
    OfferMerge,
    ProposeRival,
    RecordDecision,
    WithdrawProposal,
)
from deliberate.assembly.proposals.carry import ReconfirmAbove, UnlessWithdrawn
from deliberate.assembly.proposals.diffs import difference
from deliberate.assembly.proposals.hunks import between
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.proposals.steps import TextProposed, TextRevised
from deliberate.errors import InputError
from deliberate.identity import text_hash
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


def test_no_change_of_another_text_is_a_way_around():
    table = gone()
    table.drafted("wang", "cats", OTHER)
    assert "text-hardly-changed" == table.does("wang", ReviseProposal("cats", TEXT))
    assert "still-cooling" == table.does("wang", ReviseProposal("cats", SOME_WORDS))
    table.drafted("zhao", "dogs", "Walk the dogs outside the yard, mornings and evenings.")
    assert "text-hardly-changed" == table.does("zhao", OfferMerge(("dogs", "cats"), "both", ONE_WORD))
    struck = between(OTHER, ONE_WORD)
    table.does("li", OfferAmendment("words", "cats", text_hash(OTHER), struck))
    table.does("li", DecideAmendment("words", "REJECTED"))
    assert "text-hardly-changed" == table.does("li", ProposeRival("words", "again"))


def test_what_was_on_the_table_beside_it_can_still_be_changed():
    table = Table()
    table.drafted("li", "repair", TEXT)
    table.drafted("wang", "same", ONE_WORD)
    table.does("li", RecordDecision("repair", "REJECTED"))
    assert isinstance(table.does("wang", ReviseProposal("same", ONE_WORD + " Please.")), TextRevised)


def test_a_text_of_two_fifths_changed_may_come_closer_but_not_back():
    table = gone()
    table.does("wang", ForkProposal("repair", "again", SOME_WORDS), later=30 * DAY)
    assert "text-hardly-changed" == table.does("wang", ReviseProposal("again", ONE_WORD))
    assert isinstance(table.does("wang", ReviseProposal("again", SOME_WORDS + " Soon.")), TextRevised)


def test_a_text_too_long_to_be_compared_word_by_word_does_not_come_again_either():
    words = [f"word{place * place % 199}" for place in range(8_000)]
    text = "\n".join(" ".join(words[start : start + 4_000]) for start in (0, 4_000))
    table = Table()
    table.drafted("li", "long", text)
    table.does("li", RecordDecision("long", "REJECTED"))
    joined = text.replace("\n", " ") + " Soon."
    assert Fraction(1, 2) <= difference(text, joined).share
    assert "text-hardly-changed" == table.does("wang", DraftProposal("again", joined))


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
        lambda: UnlessWithdrawn(days=10**12),
        lambda: ReconfirmAbove("-1/2"),
    ],
)
def test_a_policy_that_makes_no_sense_is_refused(make):
    with pytest.raises(InputError) as caught:
        make()
    assert "bad-parameter" == caught.value.code

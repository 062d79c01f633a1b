"""Paper and online beside each other: one slot for each voter, a declared precedence, nothing lost."""

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from deliberate.community.channels import ChannelFigures, Channels, Revote, Slip, counted
from deliberate.community.party import Member
from deliberate.decision.ballots import Answer
from deliberate.errors import InputError
from deliberate.hall.acts import CastBallot
from deliberate.hall.kinds import from_dict as hall_from_dict
from deliberate.records import to_dict

VOTERS, CHANNELS = ("li", "wang", "zhao"), ("paper", "online", "phone")


@frozen
class HandedIn:
    """A record of a host's own: the count looks only at the voter and the channel."""

    member: str
    channel: str
    number: int = 0


casts = st.lists(st.builds(HandedIn, st.sampled_from(VOTERS), st.sampled_from(CHANNELS), st.integers(0, 9)), max_size=9)
rules = st.builds(Channels, st.sampled_from(((), CHANNELS, CHANNELS[::-1])), st.sampled_from(Revote))


def slips(*pairs):
    return [HandedIn(member, channel, number) for number, (member, channel) in enumerate(pairs)]


def numbers(part):
    return tuple(slip.number for slip in part)


def test_248_ballots_of_243_households_with_5_in_both_channels():
    """Scenario (d), whatever channel the five used first."""
    online = [(f"{number:03} 户", "online") for number in range(150)]
    paper = [(f"{number:03} 户", "paper") for number in (*range(5), *range(150, 243))]
    for order in (online + paper, paper + online):
        found = counted(slips(*order))
        assert (248, 243, 5, 0) == (len(order), len(found.slips), len(found.superseded), len(found.refused))
        assert {"paper"} == {found.by_member[f"{number:03} 户"].channel for number in range(5)}
        assert {"online"} == {slip.channel for slip in found.superseded}
        assert (ChannelFigures("paper", 98, 98), ChannelFigures("online", 150, 145)) == found.figures
        assert tuple(f"{number:03} 户" for number in range(5)) == tuple(sorted(found.in_several))


def test_without_a_precedence_the_last_ballot_counts_whatever_its_channel():
    found = counted(slips(("li", "paper"), ("wang", "online"), ("li", "online")), Channels(()))
    assert ((2, 1), (0,)) == (numbers(found.slips), numbers(found.superseded))


@pytest.mark.parametrize(
    ("revote", "counts", "superseded", "refused"),
    [("latest", (2,), (0, 1), ()), ("first", (0,), (1, 2), ()), ("none", (0,), (1,), (2,))],
)
def test_the_second_ballot_on_paper_counts_or_is_superseded_or_is_refused(revote, counts, superseded, refused):
    found = counted(slips(("li", "paper"), ("li", "online"), ("li", "paper")), Channels(revote=revote))
    assert (counts, superseded, refused) == tuple(map(numbers, (found.slips, found.superseded, found.refused)))


def test_a_second_ballot_in_the_weaker_channel_is_refused_too_where_nobody_votes_again():
    found = counted(slips(("li", "online"), ("li", "online"), ("li", "paper")), Channels(revote="none"))
    assert ((2,), (0,), (1,)) == tuple(map(numbers, (found.slips, found.superseded, found.refused)))


def test_without_a_precedence_all_channels_are_one_box():
    found = counted(slips(("li", "online"), ("li", "paper")), Channels((), "none"))
    assert ((0,), (1,)) == (numbers(found.slips), numbers(found.refused))


def test_a_channel_that_was_not_declared_is_refused_and_named():
    with pytest.raises(InputError) as caught:
        counted(slips(("li", "pigeon")), Channels("paper"))
    assert ("channel-not-declared", ("paper",)) == (caught.value.code, caught.value.fields["known"])
    assert "pigeon" in caught.value.told("zh")


@pytest.mark.parametrize(
    ("make", "code"),
    [(lambda: Channels(("paper", "paper")), "same-name-twice"), (lambda: Channels(revote="twice"), "bad-parameter")],
)
def test_a_rule_that_says_nothing_clear_is_refused(make, code):
    with pytest.raises(InputError) as caught:
        make()
    assert code == caught.value.code


def test_no_ballots_make_an_empty_count_with_the_figures_of_every_channel():
    found = counted([])
    assert ((), (ChannelFigures("paper", 0, 0), ChannelFigures("online", 0, 0))) == (found.slips, found.figures)


def test_a_slip_holds_any_record_as_its_ballot():
    slip = Slip(" li", "paper", Member("yes"))
    assert ("li", "yes") == (slip.member, slip.ballot.id)


@given(casts, rules)
def test_each_slip_stands_in_one_part_and_each_voter_in_one_slot(given_in, channels):
    found = counted(given_in, channels)
    parts = [*found.slips, *found.superseded, *found.refused]
    assert sorted(given_in, key=repr) == sorted(parts, key=repr)
    assert list(dict.fromkeys(slip.member for slip in given_in)) == [slip.member for slip in found.slips]
    assert channels.revote is Revote.NONE or not found.refused
    assert (len(given_in), len(found.slips)) == (
        sum(f.cast for f in found.figures),
        sum(f.counted for f in found.figures),
    )


@given(casts, rules)
def test_the_ballot_that_counts_is_the_one_that_a_clerk_would_take_from_the_pile(given_in, channels):
    """Oracle: take the strongest channel that the voter used, then its last or first ballot."""
    for member, slip in counted(given_in, channels).by_member.items():
        mine = [each for each in given_in if each.member == member]
        for channel in channels.precedence:
            if any(each.channel == channel for each in mine):
                mine = [each for each in mine if each.channel == channel]
                break
        assert mine[-1 if channels.revote is Revote.LATEST else 0] is slip


@given(casts)
def test_a_second_ballot_is_refused_where_the_channel_has_one_already(given_in):
    found = counted(given_in, Channels(CHANNELS, "none"))
    first = {(slip.member, slip.channel) for slip in given_in}
    assert len(given_in) - len(first) == len(found.refused)


def test_a_hall_passes_the_ballots_that_it_keeps():
    casts = [CastBallot("li", Answer("NO")), CastBallot("wang", Answer("NO")), CastBallot("li", Answer("YES"), "paper")]
    found = counted(casts)
    assert {"li": "YES", "wang": "NO"} == {member: cast.ballot.stance for member, cast in found.by_member.items()}
    assert (casts[0],) == found.superseded
    assert found == hall_from_dict(to_dict(found))

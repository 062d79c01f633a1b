"""Which ballot counts: one slot for each member, channels in their precedence, every ballot kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.community.channels import ChannelFigures, Channels, Revote, counted
from deliberate.decision.ballots import Answer
from deliberate.hall import acts
from deliberate.hall.urn import Urn
from tests.hall.courtyard import day, opened, under
from tests.hall.shed import COMPANION, HOUSEHOLDS, MATTER, answers, at, shed

ONLINE, PAPER = ("li", "online"), ("he", "paper")


def cast(play, by, stance, hour):
    actor, channel = by
    return play(day(1, hour), actor, acts.CastBallot("li", Answer(stance), channel))


def standing(play):
    return str(play.hall.matter("light").votes[0].counted["li"].stance)


@pytest.mark.parametrize(("revote", "counts"), [("latest", "STAND_ASIDE"), ("first", "YES")])
def test_of_two_ballots_in_one_channel_the_policy_says_which_counts_and_both_are_kept(revote, counts):
    play = under(revote=revote)
    opened(play)
    cast(play, ONLINE, "YES", 2)
    cast(play, ONLINE, "STAND_ASIDE", 3)
    assert (counts, 2) == (standing(play), len(play.hall.matter("light").votes[0].casts))


def test_where_nobody_may_vote_again_a_second_ballot_is_refused_and_nothing_is_written():
    play = under(revote="none")
    opened(play)
    cast(play, ONLINE, "YES", 2)
    assert "voted-already" == play.refused(day(1, 3), "li", acts.CastBallot("li", Answer("STAND_ASIDE")))
    assert "voted-already" == play.refused(day(1, 3), "he", acts.CastBallot("li", Answer("STAND_ASIDE"), "paper"))
    play(day(1, 3), "wang", acts.CastBallot("wang", Answer("YES")))
    assert "voted-already" == dict(play.hall.allowed("wang", "light", day(1, 4)).refused)["CastBallot"]
    # Who enters paper ballots for others goes on doing so.
    assert "CastBallot" in play.hall.allowed("li", "light", day(1, 4)).now


def test_where_channels_are_ranked_and_nobody_votes_again_each_channel_takes_one_ballot():
    play = under(revote="none", precedence=("paper", "online"))
    opened(play)
    cast(play, PAPER, "STAND_ASIDE", 2)
    cast(play, ONLINE, "YES", 3)
    assert "voted-already" == play.refused(day(1, 4), "li", acts.CastBallot("li", Answer("YES")))
    assert "voted-already" == play.refused(day(1, 4), "he", acts.CastBallot("li", Answer("YES"), "paper"))
    assert "STAND_ASIDE" == standing(play)


@pytest.mark.parametrize("order", [(ONLINE, PAPER), (PAPER, ONLINE)])
@pytest.mark.parametrize("revote", ["latest", "first", "none"])
def test_paper_counts_before_online_whichever_came_first(order, revote):
    play = under(precedence=("paper", "online"), revote=revote)
    opened(play)
    for hour, by in enumerate(order, 2):
        cast(play, by, "STAND_ASIDE" if by == PAPER else "YES", hour)
    assert ("STAND_ASIDE", 2) == (standing(play), len(play.hall.matter("light").votes[0].casts))


def test_a_channel_that_the_policy_does_not_name_is_not_in_use():
    play = under(precedence=("paper",))
    opened(play)
    assert "unknown-channel" == play.refused(day(2), "wang", acts.CastBallot("wang", Answer("YES")))
    assert "unknown-channel" == dict(play.hall.allowed("wang", "light", day(2)).refused)["CastBallot"]
    cast(play, PAPER, "YES", 2)


def test_a_paper_ballot_is_not_for_oneself_to_enter(play):
    opened(play)
    assert "paper-needs-clerk" == play.refused(day(2), "wang", acts.CastBallot("wang", Answer("YES"), "paper"))


def test_248_ballots_of_243_households_are_kept_and_243_count_paper_before_online():
    """Scenario (d), the five voting on paper before they vote online as well."""
    script = shed(precedence=("paper", "online"))
    pairs = list(zip(HOUSEHOLDS, answers(128, 92, 23), strict=False))
    script.each(at(3, 28), [(COMPANION, acts.CastBallot(name, ballot, "paper")) for name, ballot in pairs[:98]])
    script.each(at(3, 29), [(name, acts.CastBallot(name, Answer("NO"))) for name, _ in pairs[:5]])
    script.each(at(3, 29), [(name, acts.CastBallot(name, ballot)) for name, ballot in pairs[98:]])
    matter = script.hall.matter(MATTER, at(3, 31, 18))
    vote, counts = matter.votes[0], matter.decision.election.answers.tallies().counts("head")
    assert (248, 243, 243, "decided") == (len(vote.casts), len(vote.counted), vote.turnout, vote.result.status)
    assert (ChannelFigures("paper", 98, 98), ChannelFigures("online", 150, 145)) == vote.slots.figures
    assert {"YES": 128, "NO": 92, "ABSTAIN": 23, "ABSENT": 177} == counts


MEMBERS = st.sampled_from(("li", "wang", "zhao"))
ANSWERS = st.builds(Answer, st.sampled_from(("YES", "NO")))
CASTS = st.lists(st.builds(acts.CastBallot, MEMBERS, ANSWERS, st.sampled_from(("online", "paper"))), max_size=9)
CHANNELS = st.builds(Channels, st.permutations(("online", "paper")) | st.just(()), st.sampled_from(Revote))


@given(CASTS, CHANNELS)
def test_the_urn_knows_at_each_ballot_what_a_count_of_the_whole_pile_finds(casts, channels):
    urns = [Urn(channels)]
    for one in casts:
        urns.append(urns[-1].with_(one))
    for size, urn in enumerate(urns):
        found = counted(casts[:size], channels)
        assert {member: each.ballot for member, each in found.by_member.items()} == urn.counted
        assert (size, len(found.slips)) == (len(urn), urn.turnout)
        assert found.by_member == {name: urn.standing(name) for name in ("li", "wang", "zhao") if urn.standing(name)}


@given(CASTS, CHANNELS)
def test_where_nobody_votes_again_the_urn_accepts_what_a_count_would_not_refuse(casts, channels):
    urn, kept = Urn(channels), []
    for one in casts:
        refused = len(counted([*kept, one], channels).refused)
        assert (refused == 0) == urn.accepts(one.member, one.channel)
        if refused == 0:
            urn, kept = urn.with_(one), [*kept, one]
    assert kept == list(urn)


@given(CASTS, CHANNELS, st.data())
def test_an_urn_that_is_grown_twice_is_two_urns(casts, channels, data):
    urn = Urn(channels, casts)
    one, other = urn.with_(acts.CastBallot("li", Answer("YES"))), urn.with_(acts.CastBallot("wang", Answer("NO")))
    assert (tuple(casts), len(casts) + 1, len(casts) + 1) == (tuple(urn), len(one), len(other))
    assert Urn(channels, [*casts, acts.CastBallot("wang", Answer("NO"))]) == other
    assert urn.counted == Urn(channels, casts).counted

"""Written proxies: a published list, frozen at the opening; the holder casts the giver's ballot, once."""

import pytest

import deliberate as d
from deliberate.community.proxy import Proxy
from deliberate.decision.ballots import Answer
from deliberate.errors import InputError
from deliberate.hall import acts
from deliberate.hall.acts import RegisterProxies
from tests.hall.courtyard import answer, day, opened, replayed, under

MAJORITY = d.rule("majority")


def listed(*given, **settings):
    play = under(proxies_most=3, **settings)
    play(day(0), "li", RegisterProxies(given or (Proxy("zhao", "wang"), Proxy("sun", "wang"))))
    opened(play, MAJORITY)
    return play


def cast_for(play, giver, stance, hour=2, actor="wang"):
    return play(day(1, hour), actor, acts.CastBallot(giver, Answer(stance)))


def counted(play):
    vote = play.hall.matter("light", day(3)).votes[0]
    return {member: str(ballot.stance) for member, ballot in vote.counted.items()}


def test_a_holder_casts_the_ballots_of_those_who_sent_them_and_their_own():
    play = listed()
    for member, stance in (("zhao", "YES"), ("sun", "NO"), ("wang", "YES")):
        cast_for(play, member, stance)
    assert {"zhao": "YES", "sun": "NO", "wang": "YES"} == counted(play)
    assert counted(play) == {
        member: str(ballot.stance)
        for member, ballot in replayed(play.hall).matter("light", day(3)).votes[0].counted.items()
    }


def test_a_holder_casts_each_ballot_once():
    play = listed()
    cast_for(play, "zhao", "YES")
    assert "voted-already" == play.refused(day(2), "wang", acts.CastBallot("zhao", Answer("NO")))


@pytest.mark.parametrize(("revote", "expected"), [("latest", "NO"), ("first", "YES")])
def test_whoever_comes_in_person_after_all_votes_as_anybody_who_votes_again(revote, expected):
    play = listed(revote=revote)
    cast_for(play, "zhao", "YES")
    answer(play, "zhao", "NO", 3)
    assert expected == counted(play)["zhao"]


def test_a_proxy_ends_where_its_giver_comes_in_person():
    play = listed()
    answer(play, "zhao", "NO")
    assert "voted-already" == play.refused(day(2), "wang", acts.CastBallot("zhao", Answer("YES")))


def test_where_nobody_may_vote_again_a_holder_who_has_voted_still_casts_for_others():
    play = listed(revote="none")
    answer(play, "wang", "YES")
    assert "CastBallot" in play.hall.allowed("wang", "light", day(2)).now
    cast_for(play, "zhao", "NO", 3)
    assert {"wang": "YES", "zhao": "NO"} == counted(play)


def test_nobody_else_casts_the_ballot():
    play = listed()
    assert "not-your-ballot" == play.refused(day(2), "sun", acts.CastBallot("zhao", Answer("YES")))
    assert "not-your-ballot" == play.refused(day(2), "zhao", acts.CastBallot("wang", Answer("YES")))


def test_the_list_is_the_keepers_until_the_vote_opens_and_holds_for_one_vote():
    play = under(proxies_most=1)
    first, second = RegisterProxies((Proxy("zhao", "wang"),)), RegisterProxies((Proxy("sun", "wang"),))
    assert "keeper-only" == play.refused(day(0), "wang", first)
    for each in (first, second):
        play(day(0), "li", each)
    opened(play, MAJORITY)
    assert "vote-open" == play.refused(day(2), "li", first)
    assert ("sun",) == play.hall.matter("light").votes[0].proxies.held_by("wang")
    play(day(3), "li", acts.CloseVoting())
    assert () == play.hall.matter("light").proxies


def test_whoever_asks_for_the_opening_does_not_bring_a_list_along():
    play = under(proxies_most=3)
    play(day(1), "li", acts.FreezeText(("repair",), seed_rule="-"))
    play(day(1), "li", acts.OpenVoting(MAJORITY, day(3), "-", proxies=(Proxy("zhao", "wang"),)))
    assert () == play.hall.matter("light").votes[0].proxies.given


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("too-many-proxies", (Proxy("zhao", "wang"), Proxy("sun", "wang"))),
        ("no-vote-here", (Proxy("bao", "wang"),)),
        ("no-vote-here", (Proxy("wang", "he"),)),
        ("proxy-chain", (Proxy("zhao", "wang"), Proxy("wang", "li"))),
        ("proxy-given-twice", (Proxy("zhao", "wang"), Proxy("zhao", "sun"))),
    ],
)
def test_a_list_that_cannot_hold_is_not_published(code, given):
    play = under(proxies_most=1)
    with pytest.raises(InputError) as error:
        play(day(0), "li", RegisterProxies(given))
    assert (code, ()) == (error.value.code, play.hall.matter("light").proxies)


def test_a_proxy_for_another_matter_does_not_stand_on_the_list():
    play = under(proxies_most=1)
    assert "proxy-elsewhere" == play.refused(day(0), "li", RegisterProxies((Proxy("zhao", "wang", "bins"),)))
    play(day(0), "li", RegisterProxies((Proxy("zhao", "wang", "light"),)))


def test_where_everybody_votes_in_person_there_is_no_list(play):
    assert "everybody-in-person" == play.refused(day(0), "li", RegisterProxies((Proxy("zhao", "wang"),)))


def test_a_list_that_no_longer_fits_the_roll_is_refused_at_the_opening():
    play = under(proxies_most=1)
    play(day(0), "li", RegisterProxies((Proxy("zhao", "wang"),)))
    roll = type(play.hall.community.roll).of({"li": (1,), "wang": (1,)})
    play(day(0), "li", acts.AdoptRoll(roll), "community")
    play(day(1), "li", acts.FreezeText(("repair",), seed_rule="-"))
    with pytest.raises(InputError) as error:
        play(day(1), "li", acts.OpenVoting(MAJORITY, day(3), "-"))
    assert "no-vote-here" == error.value.code

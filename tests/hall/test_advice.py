"""Minors advise: their ballots lie in a pile of their own and reach no count that decides."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

import deliberate as d
from deliberate.community.group import Group, Scope
from deliberate.community.party import Member, Standing
from deliberate.community.roll import Roll, RollLine
from deliberate.decision.ballots import Answer, Ranking
from deliberate.errors import Refused
from deliberate.hall import acts
from tests.hall.courtyard import QUO, answer, day, opened, replayed, under
from tests.search import a_part

MINORS = ("bao", "yun", "ming")
MAJORITY = d.rule("majority")


def family():
    grown = [RollLine(Member(name), (1,)) for name in ("li", "wang", "zhao", "sun")]
    young = [RollLine(Member(name, Standing.MINOR), (5,)) for name in MINORS]
    return Roll(("head",), (*grown, *young, RollLine(Member("he", Standing.COMPANION), (0,))))


def vote_of(play, now=3):
    return play.hall.matter("light", day(now)).votes[0]


def test_a_minors_ballot_is_kept_as_advice_and_counted_by_itself():
    play = under(family())
    opened(play, MAJORITY)
    for member, stance in (("li", "YES"), ("bao", "NO"), ("yun", "NO"), ("bao", "YES")):
        answer(play, member, stance)
    vote = vote_of(play)
    assert (1, 1, 3, (("YES", 1), ("NO", 1))) == (len(vote.casts), vote.turnout, len(vote.advice), vote.advised)
    assert {"li"} == set(vote.counted)
    assert vote == replayed(play.hall).matter("light", day(3)).votes[0]


def test_advice_on_a_ranked_vote_is_told_by_the_options_ranked_first():
    play = under(family())
    opened(play, d.rule("schulze"), ("repair", "replace"))
    for member, ranking in (("bao", ("replace",)), ("yun", (("repair", "replace"),)), ("ming", ())):
        play(day(2), member, acts.CastBallot(member, Ranking(ranking)))
    assert (("repair", 1), ("replace", 2)) == vote_of(play).advised
    assert 0 == vote_of(play).election().table.total


def test_advice_is_checked_as_any_ballot():
    play = under(family())
    opened(play)
    assert "wrong-ballot" == play.refused(day(2), "bao", acts.CastBallot("bao", Ranking(("repair",))))
    assert "objection-needs-reason" == play.refused(day(2), "bao", acts.CastBallot("bao", Answer("OBJECTION")))
    assert "not-your-ballot" == play.refused(day(2), "bao", acts.CastBallot("yun", Answer("YES")))
    assert "ballot-late" == play.refused(day(3), "bao", acts.CastBallot("bao", Answer("YES")))


def test_a_companion_still_gives_no_ballot_not_even_as_advice():
    play = under(family())
    opened(play)
    assert "not-in-this-vote" == play.refused(day(2), "he", acts.CastBallot("he", Answer("YES")))


def test_a_minor_does_nothing_else_in_a_vote():
    play = under(family())
    opened(play)
    assert "CastBallot" in play.hall.allowed("bao", "light", day(2)).now
    refused = dict(play.hall.allowed("bao", "light", day(2)).refused)
    assert {"minors-advise"} == {refused[act] for act in ("OpenVoting", "CloseVoting", "GiveSupport", "FreezeText")}


def test_in_a_vote_of_a_group_only_its_own_minors_advise():
    play = under(family())
    lamps = Group("lamps", "We keep the light on.", Scope(tags=frozenset({"light"})), ("li", "wang", "bao"))
    play(day(0), "li", acts.FormGroup(lamps), "community")
    play(day(1), "li", acts.FreezeText(("repair",), seed_rule="-"))
    play(day(1), "li", acts.OpenVoting(MAJORITY, day(3), "-", among="lamps"))
    answer(play, "bao", "YES")
    assert "not-in-this-vote" == play.refused(day(2), "yun", acts.CastBallot("yun", Answer("YES")))
    assert ("li", "wang") == vote_of(play).roll.members


def test_an_objection_of_a_minor_stops_nothing():
    play = under(family())
    opened(play)
    for member in ("li", "wang"):
        answer(play, member, "YES")
    answer(play, "bao", "OBJECTION", reason="we play there")
    matter = play.hall.matter("light", day(3))
    assert ("decided", ()) == (matter.votes[0].result.status, matter.consent_rounds.open_objections)
    assert "we play there" == matter.votes[0].advice[0].ballot.reason


def test_one_ballot_is_one_ballot_for_minors_too():
    play = under(family(), revote="none")
    opened(play)
    answer(play, "bao", "YES")
    assert "voted-already" == play.refused(day(2), "bao", acts.CastBallot("bao", Answer("YES")))
    play(day(2), "he", acts.CastBallot("yun", Answer("YES"), "paper"))


def test_advice_is_sealed_with_the_ballots():
    play = under(family(), sealed="until-close")
    opened(play)
    answer(play, "bao", "YES")
    for name in ("advice", "advised"):
        with pytest.raises(Refused) as error:
            getattr(vote_of(play, 2), name)
        assert "vote-sealed" == error.value.code
    assert (("YES", 1),) == vote_of(play).advised


SETTINGS = st.fixed_dictionaries({
    "revote": st.sampled_from(("latest", "first", "none")),
    "extension_hours": st.sampled_from((0, 48)),
    "precedence": st.sampled_from(((), ("paper", "online"))),
})  # fmt: skip
CASTS = st.lists(
    st.tuples(st.sampled_from(("li", "wang", "zhao", *MINORS)), st.sampled_from(("YES", "NO", "OBJECTION"))),
    max_size=14,
)


@a_part(3)
@given(SETTINGS, CASTS, st.sampled_from(("majority", "consent", "ranked")))
def test_whatever_minors_cast_the_outcome_is_the_same(settings, casts, rule):
    """The law: the same ballots at the same moments, with and without those of the minors."""
    results = []
    for minors in (MINORS, ()):
        play = under(family(), **settings)
        tested = d.Tested("robert.majority", d.rule("schulze"), status_quo=QUO)
        opened(play, *((tested, ("repair", "replace")) if rule == "ranked" else (d.rule(rule),)))
        for hour, (member, said) in enumerate(casts):
            if member in minors or member not in MINORS:
                ranking = Ranking(("repair",) if said == "YES" else ("replace", QUO))
                with suppress(Refused):
                    ballot = ranking if rule == "ranked" else Answer(said, "too dear")
                    play(day(1, 20 + 2 * hour), member, acts.CastBallot(member, ballot))
        vote = play.hall.matter("light", day(9)).votes[0]
        results.append((vote.result, vote.closes, vote.turnout, vote.counted, vote.election()))
        assert not set(vote.counted) & set(MINORS)
    assert results[0] == results[1]

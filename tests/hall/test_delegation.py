"""Delegation in the hall: given and withdrawn in the community, frozen at the opening, followed at the count."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import deliberate as d
from deliberate.community.delegation import Delegation, DelegationRule, applicable
from deliberate.community.group import Group, Scope
from deliberate.community.roll import Roll
from deliberate.decision.ballots import Answer, Ranking
from deliberate.errors import Refused
from deliberate.hall import acts
from deliberate.hall.acts import Delegate, WithdrawDelegation
from deliberate.hall.events import event
from deliberate.hall.policy import Policy
from tests.hall.courtyard import answer, day, opened, replayed, under
from tests.search import a_part

MAJORITY = d.rule("majority")


@pytest.fixture
def trusting():
    return under(delegation=DelegationRule())


def give(play, giver, to, now=0, **scope):
    return play(day(now), giver, Delegate(Delegation(giver, to, **scope)), "community")


def vote_of(play, now=3):
    return play.hall.matter("light", day(now)).votes[-1]


def heads(play):
    return {str(stance): n for stance, n in vote_of(play).election().answers.tallies().counts("head").items()}


def five(**rule):
    """Five households; the delegations of E41: c to b, b to a."""
    roll = Roll.of(dict.fromkeys(("li", "wang", "zhao", "d", "e"), (1,)))
    play = under(roll, delegation=DelegationRule(**rule))
    give(play, "zhao", "wang")
    give(play, "wang", "li")
    opened(play, MAJORITY)
    for member, stance in (("li", "YES"), ("d", "NO"), ("e", "NO")):
        answer(play, member, stance)
    return play


def test_e41_whoever_is_trusted_carries_the_whole_chain():
    play = five()
    assert ({"YES": 3, "NO": 2}, "decided") == (heads(play), vote_of(play).result.status)
    found = vote_of(play).concentration
    assert (3, 2, 3, 2) == (found.direct, found.delegated, found.largest, found.longest)


def test_e41_a_direct_vote_overrides_the_delegation_and_takes_along_who_trusted_it():
    play = five()
    answer(play, "wang", "NO")
    assert ({"YES": 1, "NO": 4}, "rejected") == (heads(play), vote_of(play).result.status)


def test_e42_a_circle_is_absent_and_those_in_it_are_told(trusting):
    give(trusting, "wang", "zhao")
    give(trusting, "zhao", "wang")
    opened(trusting, MAJORITY)
    answer(trusting, "li", "YES")
    assert {"YES": 1, "ABSENT": 3} == heads(trusting)
    told = vote_of(trusting).undelivered
    assert [("wang", "circular"), ("zhao", "circular")] == [(each.member, each.why) for each in told]


@pytest.mark.parametrize(("rule", "why"), [({"depth": 1}, "too-deep"), ({"most": 2}, "over-cap")])
def test_whoever_is_beyond_a_cap_is_absent_and_told(rule, why):
    play = five(**rule)
    assert {"YES": 2, "NO": 2, "ABSENT": 1} == heads(play)
    assert [("zhao", why)] == [(each.member, each.why) for each in vote_of(play).undelivered]


def test_whose_delegates_have_no_vote_in_the_matter_is_told_and_may_still_vote(trusting):
    give(trusting, "wang", "zhao")
    give(trusting, "sun", ("zhao", "li"))
    give(trusting, "zhao", "li")
    lamps = Group("lamps", "We keep the light on.", Scope(tags=frozenset({"light"})), ("li", "wang", "sun"))
    trusting(day(0), "li", acts.FormGroup(lamps), "community")
    trusting(day(1), "li", acts.FreezeText(("repair",), seed_rule="-"))
    trusting(day(1), "li", acts.OpenVoting(MAJORITY, day(3), "-", among="lamps"))
    answer(trusting, "li", "YES")
    assert ["sun", "wang"] == [each.giver for each in vote_of(trusting, 2).delegations]
    assert [("wang", "lost")] == [(each.member, each.why) for each in vote_of(trusting, 2).undelivered]
    assert {"YES": 2, "ABSENT": 1} == heads(trusting)
    answer(trusting, "wang", "NO")
    assert () == vote_of(trusting).undelivered


def test_the_delegation_nearest_to_the_matter_counts(trusting):
    give(trusting, "wang", "li")
    give(trusting, "wang", "zhao", tags={"light"})
    give(trusting, "sun", "li", tags={"parking"})
    give(trusting, "zhao", "li", matter="bins")
    opened(trusting, MAJORITY)
    assert (Delegation("wang", "zhao", tags="light"),) == vote_of(trusting, 2).delegations


def test_one_delegation_for_each_scope_a_second_one_takes_its_place(trusting):
    give(trusting, "wang", "li")
    give(trusting, "wang", "sun", tags={"light"})
    give(trusting, "wang", "zhao")
    known = trusting.hall.community.delegations
    assert {("sun",), ("zhao",)} == {each.to for each in known}
    trusting(day(0), "wang", WithdrawDelegation("wang", tags="light"), "community")
    assert (Delegation("wang", "zhao"),) == trusting.hall.community.delegations
    trusting(day(0), "wang", WithdrawDelegation("wang"), "community")
    assert () == trusting.hall.community.delegations


def test_what_is_given_or_withdrawn_after_the_opening_reaches_the_next_vote(trusting):
    give(trusting, "wang", "li")
    opened(trusting, MAJORITY)
    trusting(day(1, 2), "wang", WithdrawDelegation("wang"), "community")
    give(trusting, "zhao", "li", now=2)
    trusting(day(2), "li", acts.CastBallot("li", Answer("YES")))
    assert {"YES": 2, "ABSENT": 2} == heads(trusting)


def test_the_opening_records_the_delegations_and_whoever_asks_for_it_does_not_name_them(trusting):
    give(trusting, "wang", "li")
    trusting(day(1), "li", acts.FreezeText(("repair",), seed_rule="-"))
    asked = acts.OpenVoting(MAJORITY, day(3), "-", delegations=(Delegation("sun", "li"),))
    trusting(day(1), "li", asked)
    [line] = [each.line for each in trusting.hall.store.read("light") if "VotingOpened" in each.line]
    assert (Delegation("wang", "li"),) == event(line).act.delegations
    assert [["li"]] == [each["to"] for each in json.loads(line)["data"]["delegations"]]


def test_ranked_ballots_weigh_as_many_heads_as_they_carry(trusting):
    give(trusting, "wang", "li")
    give(trusting, "sun", "zhao")
    opened(trusting, d.rule("plurality"), ("repair", "replace"))
    trusting(day(2), "li", acts.CastBallot("li", Ranking(("repair",))))
    trusting(day(2), "zhao", acts.CastBallot("zhao", Answer("INVALID")))
    vote = vote_of(trusting)
    election = vote.election()
    assert (2, 2, ("repair",)) == (election.table.total, election.invalid, vote.result.chosen)
    assert ["li", "zhao", "sun", "wang"] == sorted(vote.standing, key=["li", "zhao", "sun", "wang"].index)


def test_an_objection_that_is_entrusted_stands_with_the_reason_of_the_ballot(trusting):
    give(trusting, "wang", "li")
    opened(trusting)
    answer(trusting, "li", "OBJECTION", reason="too dear")
    answer(trusting, "sun", "YES")
    matter = trusting.hall.matter("light", day(3))
    assert [("li", "too dear"), ("wang", "too dear")] == [
        (each.by, each.reason) for each in matter.consent_rounds.open_objections
    ]


def test_whoever_is_carried_is_in_the_quorum_at_the_count_but_makes_no_quorum_late():
    play = under(delegation=DelegationRule(), extension_hours=48)
    for giver in ("wang", "zhao"):
        give(play, giver, "li")
    opened(play, MAJORITY)
    answer(play, "li", "YES", 46)
    assert (day(3), "decided") == (vote_of(play).closes, vote_of(play).result.status)


def test_where_the_policy_knows_no_delegation_none_is_given_and_none_followed(play):
    asked = Delegate(Delegation("wang", "li"))
    assert "no-delegation-here" == play.refused(day(0), "wang", asked, "community")
    opened(play, MAJORITY)
    answer(play, "li", "YES")
    assert (None, (), None) == (vote_of(play).resolution, vote_of(play).undelivered, vote_of(play).concentration)


def test_a_delegation_that_is_no_longer_wanted_here_can_still_be_withdrawn(trusting):
    give(trusting, "wang", "li")
    trusting(day(0), "li", acts.AdoptPolicy(Policy()), "community")
    trusting(day(0), "wang", WithdrawDelegation("wang"), "community")
    assert () == trusting.hall.community.delegations


@pytest.mark.parametrize(
    ("code", "actor", "act"),
    [
        ("not-your-delegation", "zhao", Delegate(Delegation("wang", "li"))),
        ("not-your-delegation", "li", Delegate(Delegation("wang", "li"))),
        ("not-your-delegation", "he", WithdrawDelegation("wang")),
        ("not-on-the-roll", "nobody", Delegate(Delegation("nobody", "li"))),
        ("no-vote-here", "bao", Delegate(Delegation("bao", "li"))),
        ("no-vote-here", "wang", Delegate(Delegation("wang", ("li", "bao")))),
        ("no-vote-here", "wang", Delegate(Delegation("wang", "he"))),
        ("no-vote-here", "wang", Delegate(Delegation("wang", "nobody"))),
        ("paper-needs-clerk", "wang", Delegate(Delegation("wang", "li"), "paper")),
        ("unknown-channel", "wang", Delegate(Delegation("wang", "li"), "pigeon")),
        ("no-such-delegation", "wang", WithdrawDelegation("wang", tags="light")),
    ],
)
def test_a_delegation_that_cannot_stand_is_refused_and_nothing_is_written(trusting, code, actor, act):
    assert code == trusting.refused(day(0), actor, act, "community")


def test_on_paper_the_keeper_or_a_companion_enters_it(trusting):
    trusting(day(0), "he", Delegate(Delegation("wang", "li"), "paper"), "community")
    trusting(day(0), "li", Delegate(Delegation("zhao", "sun"), "paper"), "community")
    trusting(day(0), "he", WithdrawDelegation("zhao", channel="paper"), "community")
    assert (Delegation("wang", "li"),) == trusting.hall.community.delegations


def test_a_delegation_belongs_to_the_community_not_to_a_matter(trusting):
    assert "not-a-matter-act" == trusting.refused(day(0), "wang", Delegate(Delegation("wang", "li")))


NAMES = ("li", "wang", "zhao", "sun")
PAIRS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] != pair[1]))
VOTES = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(("YES", "NO", "ABSTAIN", "INVALID")))


@a_part(3)
@given(PAIRS, VOTES, st.sampled_from((DelegationRule(), DelegationRule(depth=1), DelegationRule(most=2))))
def test_the_table_of_a_vote_is_that_of_its_standing_ballots_and_the_same_after_a_replay(pairs, votes, rule):
    """Oracle: ask each member in turn whose ballot stands for them, then make the table of it."""
    play = under(delegation=rule)
    for giver, to in pairs:
        give(play, giver, to)
    opened(play, MAJORITY)
    for member, stance in votes.items():
        answer(play, member, stance)
    vote = vote_of(play)
    stances = {member: str(ballot.stance) for member, ballot in vote.standing.items()}
    expected = d.Answers.of(stances, vote.roll.weights, options=("repair", vote.status_quo))
    assert expected == vote.election().answers
    last = dict(pairs)
    assert applicable(Delegation(giver, to) for giver, to in last.items()) == vote.delegations
    assert set(last) - set(stances) == {each.member for each in vote.undelivered}
    again = replayed(play.hall)
    assert (play.hall.community, vote) == (again.community, again.matter("light", day(3)).votes[-1])


def test_while_a_vote_is_sealed_nobody_learns_whom_a_ballot_reached():
    play = under(delegation=DelegationRule(), sealed="until-close")
    give(play, "wang", "li")
    opened(play, MAJORITY)
    shown = repr(vote_of(play, 2))
    answer(play, "li", "YES")
    assert shown == repr(vote_of(play, 2))
    for name in ("resolution", "undelivered", "concentration", "standing"):
        with pytest.raises(Refused) as error:
            getattr(vote_of(play, 2), name)
        assert "vote-sealed" == error.value.code
    assert "carried" in repr(vote_of(play).resolution)

"""The late-quorum extension: once, from the ballot that makes the quorum, derived and never an event."""

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import deliberate as d
from deliberate.community.channels import counted
from deliberate.community.roll import Roll
from deliberate.decision.answers import Answers
from deliberate.decision.ballots import Answer, Ranking
from deliberate.errors import Refused
from deliberate.hall import acts
from deliberate.hall.events import event
from deliberate.requirement.packs import requirement
from tests.hall.courtyard import QUO, answer, day, opened, under
from tests.hall.shed import HOUSEHOLDS, KEEPER, MATTER, answers, at, roll, shed
from tests.search import a_part

# More than half of four members must be there: the third ballot makes the quorum.
MAJORITY = d.rule("majority")
MICRO = timedelta(microseconds=1)


def closes(play):
    return play.hall.matter("light").votes[0].closes


def test_the_211th_of_420_households_at_22_on_30_march_moves_the_close_to_22_on_1_april():
    script = shed(extension_hours=48)
    ballots = [
        (name, acts.CastBallot(name, ballot)) for name, ballot in zip(HOUSEHOLDS, answers(128, 92, 23), strict=False)
    ]
    script.each(at(3, 28), ballots[:210])
    assert at(3, 31, 18) == script.hall.matter(MATTER).vote.closes
    script.each(at(3, 30, 22), ballots[210:211])
    assert at(4, 1, 22) == script.hall.matter(MATTER).vote.closes
    script.community(at(3, 31), KEEPER, acts.AdoptRoll(Roll(roll().measures, roll().lines[:320])))
    script.each(at(4, 1, 21), ballots[211:])
    vote = script.hall.matter(MATTER).vote
    assert (420, at(4, 1, 22)) == (len(vote.roll), vote.closes)
    with pytest.raises(Refused) as late:
        script.do(at(4, 1, 22), HOUSEHOLDS[300], acts.CastBallot(HOUSEHOLDS[300], Answer("YES")))
    assert ("ballot-late", at(4, 1, 22)) == (late.value.code, late.value.fields["closed"])
    script.do(at(4, 1, 22) - MICRO, HOUSEHOLDS[300], acts.CastBallot(HOUSEHOLDS[300], Answer("YES")))
    decision = script.hall.matter(MATTER, at(4, 1, 22)).decision
    assert ({"YES": 129, "NO": 92, "ABSTAIN": 23, "ABSENT": 176}, "decided") == (
        decision.election.answers.tallies().counts("head"),
        decision.outcome.status,
    )


def test_no_event_tells_of_an_extension():
    play = under(extension_hours=48)
    opened(play, MAJORITY)
    for member in ("li", "wang", "zhao"):
        answer(play, member, "YES", 40)
    assert day(1, 40 + 48) == closes(play)
    types = [json.loads(entry.line)["type"] for entry in play.hall.entries()]
    assert ["VotingOpened", "BallotCast", "BallotCast", "BallotCast"] == types[-4:]


def test_a_quorum_made_early_moves_nothing():
    play = under(extension_hours=24)
    opened(play, MAJORITY)
    for member in ("li", "wang", "zhao"):
        answer(play, member, "YES", 2)
    assert day(3) == closes(play)


def test_a_vote_is_extended_once_and_a_changed_ballot_takes_nothing_back():
    play = under(extension_hours=24)
    opened(play, MAJORITY)
    for hour, member in enumerate(("li", "wang", "zhao"), 44):
        answer(play, member, "YES", hour)
    assert day(1, 46 + 24) == closes(play)
    # Blank ballots are no part of this quorum: two are left, then three again.
    answer(play, "zhao", "INVALID", 60)
    assert day(1, 46 + 24) == closes(play)
    answer(play, "sun", "YES", 69)
    assert day(1, 46 + 24) == closes(play)


def test_a_ballot_that_counts_for_nothing_makes_no_quorum():
    play = under(extension_hours=24, precedence=("paper", "online"))
    opened(play, MAJORITY)
    for member in ("li", "wang"):
        answer(play, member, "YES", 40)
    play(day(1, 41), "he", acts.CastBallot("wang", Answer("NO"), "paper"))
    answer(play, "wang", "YES", 42)
    assert day(3) == closes(play)


def test_the_vote_that_too_few_answer_closes_when_it_was_said_to():
    play = under(extension_hours=48)
    opened(play, MAJORITY)
    answer(play, "li", "YES", 47)
    assert "inquorate" == play.hall.matter("light", day(3)).votes[0].result.status
    assert "ballot-late" == play.refused(day(3), "wang", acts.CastBallot("wang", Answer("YES")))


def test_a_rule_that_asks_for_no_quorum_is_not_extended():
    play = under(extension_hours=48)
    opened(play, d.rule("irv"), ("repair", "replace"))
    play(day(2, 20), "li", acts.CastBallot("li", Ranking(("repair",))))
    assert day(3) == closes(play)


def test_a_quorum_that_holds_before_anybody_votes_is_never_late():
    more = {">": [{"tally": ["head", ["YES"]]}, {"tally": ["head", ["NO"]]}]}
    play = under(extension_hours=48)
    opened(play, d.rule("majority", requirement=type(requirement("s3.consent")).from_json({"pass": more})))
    answer(play, "li", "YES", 46)
    assert day(3) == closes(play)


def test_ranked_ballots_make_the_quorum_of_a_tested_rule():
    play = under(extension_hours=24)
    opened(play, d.Tested("robert.majority", d.rule("schulze"), status_quo=QUO), ("repair", "replace"))
    for hour, member in enumerate(("li", "wang", "zhao"), 40):
        play(day(1, hour), member, acts.CastBallot(member, Ranking(("repair",))))
    assert day(1, 42 + 24) == closes(play)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("li", "wang", "zhao", "sun")),
        st.sampled_from(("YES", "NO", "ABSTAIN", "INVALID")),
        st.sampled_from(("online", "paper")),
        st.integers(0, 12),
    ),
    max_size=12,
)


@a_part(3)
@given(
    STEPS, st.sampled_from(("latest", "first", "none")), st.sampled_from(((), ("paper", "online"))), st.integers(0, 60)
)
def test_the_close_is_what_a_recount_at_every_ballot_would_say(steps, revote, precedence, hours):
    """Oracle: count the whole pile anew after each ballot, and take the first that makes the quorum."""
    play = under(revote=revote, precedence=precedence, extension_hours=hours)
    opened(play, MAJORITY)
    cast_all(play, steps)
    vote = play.hall.matter("light").votes[0]
    casts = [event(entry.line) for entry in play.hall.store.read("light")]
    casts = [each for each in casts if each.type == "BallotCast"]
    moments = [each.at for size, each in enumerate(casts, 1) if enough(vote, [one.act for one in casts[:size]])]
    expected = max(day(3), moments[0] + timedelta(hours=hours)) if moments and hours else day(3)
    assert expected == vote.closes


def cast_all(play, steps):
    now = day(1, 1)
    for member, stance, channel, hours in steps:
        now += timedelta(hours=hours)
        try:
            play(now, "he" if channel == "paper" else member, acts.CastBallot(member, Answer(stance), channel))
        except Refused as refused:
            assert refused.code in {"voted-already", "ballot-late"}  # noqa: PT017 - both ways are right


def enough(vote, casts):
    stances = {member: each.ballot.stance for member, each in counted(casts, vote.policy.channels).by_member.items()}
    answers = Answers.of(stances, vote.roll.weights, vote.roll.measures)
    return "NO_QUORUM" != requirement("robert.majority").rule_on(answers.tallies()).status

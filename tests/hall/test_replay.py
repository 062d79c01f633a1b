"""Replay: the same state, the same bytes, and results that are checked again."""

import json
import subprocess
import sys
from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import deliberate as d
from deliberate.assembly.moves import (
    RaiseIssue,
    ReviseProposal,
)
from deliberate.community.delegation import Delegation, DelegationRule
from deliberate.community.proxy import Proxy
from deliberate.decision.ballots import Answer
from deliberate.errors import JournalError, Refused
from deliberate.hall import acts
from deliberate.hall.events import event
from deliberate.hall.hall import Hall, dump
from deliberate.hall.journal.memory import Memory
from tests.hall.courtyard import Player, a_roll, answer, day, finished, opened, under
from tests.search import a_part


def test_replay_gives_the_same_state_and_the_same_bytes(play):
    finished(play)
    live = play.hall.matter("light")
    again = Hall(Memory())
    for entry in play.hall.entries():
        told = event(entry.line)
        assert entry.line == told.line
        again.store.append(entry.stream, entry.seq - 1, (f"r-{entry.position}", "h"), [entry.line])
    assert live == again.matter("light")
    assert [e.hash for e in play.hall.entries()] == [e.hash for e in again.entries()]
    assert dump(play.hall) == dump(again)


POLICIES = st.fixed_dictionaries({
    "revote": st.sampled_from(("latest", "first", "none")),
    "precedence": st.sampled_from(((), ("paper", "online"), ("online", "paper"))),
    "extension_hours": st.sampled_from((0, 12, 48)),
    "readings": st.sampled_from((1, 2)),
    "reading_gap_days": st.integers(0, 2),
    "sealed": st.sampled_from(("open", "until-close")),
    "review_days": st.sampled_from((0, 21)),
    "reopen_days": st.integers(0, 2),
    "delegation": st.sampled_from((None, DelegationRule(), DelegationRule("depth-first", depth=1, most=2))),
    "proxies_most": st.sampled_from((0, 2)),
})  # fmt: skip
TO = st.lists(st.sampled_from(("wang", "zhao")), min_size=1, max_size=2, unique=True)
CASTS = st.builds(
    acts.CastBallot,
    st.sampled_from(("li", "wang", "zhao", "sun", "bao")),
    st.builds(Answer, st.sampled_from(("YES", "NO", "STAND_ASIDE", "OBJECTION")), st.just("too dear")),
    st.sampled_from(("online", "paper")),
)
NAMES = st.sampled_from(("li", "wang", "zhao", "sun"))
SCOPES = st.sampled_from(({}, {"tags": frozenset({"light"})}, {"matter": "light"}))
TRUST = st.one_of(
    st.builds(lambda giver, to, scope: acts.Delegate(Delegation(giver, to, **scope)), st.just("li"), TO, SCOPES),
    st.builds(lambda giver, to, scope: acts.Delegate(Delegation(giver, to, **scope)), st.just("sun"), TO, SCOPES),
    st.builds(lambda giver, scope: acts.WithdrawDelegation(giver, **scope), NAMES, SCOPES),
)
ACTS = st.one_of(
    TRUST,
    st.just(acts.RegisterProxies((Proxy("zhao", "wang"),))),
    CASTS,
    CASTS,
    CASTS,
    st.just(acts.FreezeText(("repair",), seed_rule="-")),
    st.sampled_from(("consent", "majority")),
    st.builds(ReviseProposal, st.just("repair"), st.sampled_from(("Repair all.", "Repair some."))),
    st.just(acts.CloseVoting()),
)


@a_part(2)
@given(POLICIES, st.lists(st.tuples(st.integers(0, 30), ACTS), max_size=25))
def test_under_every_policy_a_replay_gives_the_live_state_the_same_bytes_and_the_same_answers(settings, wanted):
    play = under(**settings)
    live, now = play.hall, day(1)
    for hours, act in ((0, acts.FreezeText(("repair",), seed_rule="-")), (0, "majority"), *wanted):
        now += timedelta(hours=hours)
        asked = acts.OpenVoting(d.rule(act), now + timedelta(days=2), "-") if isinstance(act, str) else act
        paper = isinstance(asked, acts.CastBallot) and asked.channel == "paper"
        said = getattr(asked, "delegation", asked)
        member = getattr(said, "member", getattr(said, "giver", "li"))
        with suppress(Refused):
            stream = "community" if isinstance(asked, acts.CommunityAct) else "light"
            play(now, "he" if paper else member, asked, stream)
    again = Hall(Memory())
    for entry in live.entries():
        assert entry.line == event(entry.line).line
        again.store.append(entry.stream, entry.seq - 1, (f"r-{entry.position}", "h"), [entry.line])
    assert (live.matter("light"), live.community) == (again.matter("light"), again.community)
    assert [each.hash for each in live.entries()] == [each.hash for each in again.entries()]
    for moment in (now, now + timedelta(days=9)):
        one, other = (hall.matter("light", moment) for hall in (live, again))
        assert one == other
        assert (one.decision, one.readings, one.consent_rounds) == (
            other.decision,
            other.readings,
            other.consent_rounds,
        )
        assert (one.agenda, [vote.closes for vote in one.votes]) == (
            other.agenda,
            [vote.closes for vote in other.votes],
        )
        assert live.allowed("li", "light", moment) == again.allowed("li", "light", moment)


def test_a_recorded_result_that_the_ballots_do_not_give_does_not_replay(play):
    opened(play)
    answer(play, "li", "YES")
    answer(play, "wang", "YES")
    play(day(3), "li", acts.CloseVoting())
    forged = Hall(Memory())
    for entry in play.hall.entries():
        line = entry.line.replace('"status":"decided"', '"status":"rejected"')
        forged.store.append(entry.stream, entry.seq - 1, (f"r-{entry.position}", "h"), [line])
    assert len(list(forged.entries())) == len(list(play.hall.entries()))
    with pytest.raises(JournalError) as error:
        forged.matter("light")
    assert "result-does-not-replay" == error.value.code


@pytest.mark.parametrize("seal", ["open", "until-close"])
def test_a_result_recorded_before_the_close_does_not_replay(seal):
    play = under(sealed=seal)
    opened(play)
    for member in ("li", "wang"):
        answer(play, member, "YES")
    play(day(3), "li", acts.CloseVoting())
    forged = Hall(Memory())
    for entry in play.hall.entries():
        line = entry.line.replace('"at":"2026-03-04T00:00:00Z"', '"at":"2026-03-03T23:59:59Z"')
        forged.store.append(entry.stream, entry.seq - 1, (f"r-{entry.position}", "h"), [line])
    with pytest.raises(JournalError) as error:
        forged.matter("light")
    assert "result-does-not-replay" == error.value.code


@pytest.mark.parametrize("change", [("v", 2), ("type", "Teleported")])
def test_an_entry_from_the_future_is_refused(play, change):
    data = json.loads(next(iter(play.hall.store.read("light"))).line)
    data[change[0]] = change[1]
    with pytest.raises(JournalError) as error:
        event(json.dumps(data))
    assert "future-version" == error.value.code


def test_a_matter_that_does_not_exist_is_a_typed_error(hall):
    with pytest.raises(JournalError) as error:
        hall.matter("nothing")
    assert "no-matter" == error.value.code


def test_every_command_has_an_event_and_every_event_a_command():
    asked = {name for name in acts.EVENTS if name != "RecordResult"} | {"CloseVoting"}
    known = {kind.__name__ for union in (acts.CommunityAct, acts.moves.Act, acts.HallAct) for kind in union.__args__}
    assert asked | {"RecordResult"} == known
    assert len(set(acts.EVENTS.values())) == len(acts.EVENTS)


def test_the_journal_has_the_same_bytes_under_every_hash_seed():
    program = (
        "from deliberate.hall.hall import Hall; from deliberate.scenarios.pet_waste import play;"
        "hall = Hall.in_memory(); play(hall); print(list(hall.entries())[-1].hash)"
    )
    heads = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("0", "1", "2026")
    }
    assert 1 == len(heads)


def test_a_hall_opened_twice_on_one_file_follows_what_the_other_wrote(tmp_path):
    one, two = Hall.open(tmp_path / "a.db"), Hall.open(tmp_path / "a.db")
    play = Player(one)
    play(day(0), "li", acts.FoundCommunity("yulin"), "community")
    assert "yulin" == two.community.name
    play(day(0), "li", acts.AdoptRoll(a_roll()), "community")
    play(day(0), "li", RaiseIssue("lamps"))
    assert one.matter("light") == two.matter("light")
    one.close()
    with two as still_open:
        assert ("light",) == still_open.matters

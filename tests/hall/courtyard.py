"""A courtyard to try the hall in: six people, one matter, and who does what when."""

from datetime import UTC, datetime, timedelta

import pytest

import deliberate as d
from deliberate.assembly.moves import DraftProposal, RaiseIssue
from deliberate.community.party import Member, Standing
from deliberate.community.roll import Roll, RollLine
from deliberate.decision.ballots import Answer
from deliberate.duty.assigners.balanced import Balanced
from deliberate.duty.duty import Duty
from deliberate.duty.follow import Report
from deliberate.errors import Refused
from deliberate.evaluation.indicators.mean_change import MeanChange
from deliberate.hall import acts
from deliberate.hall.events import Command, event
from deliberate.hall.hall import Hall
from deliberate.hall.policy import Policy

MARCH = datetime(2026, 3, 1, tzinfo=UTC)
QUO = "as it is"


def day(number, hour=0):
    return MARCH + timedelta(days=number, hours=hour)


class Player:
    """Sends numbered commands."""

    def __init__(self, hall):
        self.hall, self.count = hall, 0

    def __call__(self, now, actor, act, stream="light"):
        self.count += 1
        return self.hall.handle(Command(f"c-{self.count}", actor, stream, act), now=now)

    def refused(self, now, actor, act, stream="light"):
        before = [entry.hash for entry in self.hall.store.read()]
        with pytest.raises(Refused) as error:
            self(now, actor, act, stream)
        assert before == [entry.hash for entry in self.hall.store.read()]
        assert error.value.message("zh") != error.value.message("en")
        return error.value.code


def a_roll():
    people = [("li", "resident"), ("wang", "resident"), ("zhao", "resident"), ("sun", "owner"), ("bao", "minor"),
              ("he", "companion")]  # fmt: skip
    return Roll(("head",), tuple(RollLine(Member(name, Standing(standing)), (1,)) for name, standing in people))


def begun(hall, policy, roll=None):
    """A matter with two proposals on the table, under a policy."""
    play = Player(hall)
    play(day(-9), "li", acts.FoundCommunity("yulin"), "community")
    play(day(-9), "li", acts.AdoptRoll(roll or a_roll()), "community")
    play(day(-9), "li", acts.AdoptPolicy(policy), "community")
    play(day(0), "wang", RaiseIssue("lamps", tags=frozenset({"light", "courtyard"})))
    play(day(0), "li", DraftProposal("repair", "Repair the lamps."))
    play(day(0), "wang", DraftProposal("replace", "Buy new lamps."))
    return play


def under(roll=None, **settings):
    """The same matter in a hall of its own, under these settings."""
    return begun(Hall.in_memory(), Policy(status_quo=QUO, **settings), roll)


def replayed(hall):
    """A hall that reads what another one wrote, byte for byte."""
    again = Hall.in_memory()
    for entry in hall.entries():
        assert entry.line == event(entry.line).line
        again.store.append(entry.stream, entry.seq - 1, (f"r-{entry.position}", "h"), [entry.line])
    return again


def opened(play, rule=None, proposals=("repair",), until=3):
    play(day(1), "li", acts.FreezeText(proposals, seed_rule="three dice"))
    play(day(1, 1), "li", acts.OpenVoting(rule or d.rule("consent"), until=day(until), seed="4 2 6"))


def answer(play, member, stance, hour=2, reason=""):
    return play(day(1, hour), member, acts.CastBallot(member, Answer(stance, reason)))


def finished(play):
    opened(play)
    for member in ("li", "wang", "zhao"):
        answer(play, member, "YES")
    play(day(3), "li", acts.CloseVoting())
    play(day(3), "li", acts.ProposeDuties((Duty("fix", "Fix the lamps.", 4, evaluator="sun"),)))
    play(day(3), "li", acts.OfferDuty("fix", "wang"))
    play(day(3), "wang", acts.AnswerOffer("fix", "accept", 5, "yes"))
    play(day(4), "li", acts.AssignDuties(Balanced(), stewards=(("fix", "wang"),)))
    play(day(4), "sun", acts.PlanMeasure((MeanChange("dark lamps", day(5).date()),)))
    counts = tuple(Report("dark lamps", day(n).date(), value, "zhao") for n, value in ((3, 4), (4, 4), (5, 1), (6, 0)))
    play(day(6), "zhao", acts.Measure(counts))

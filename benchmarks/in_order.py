"""What may this member do now? Every procedure on the menu, asked in a large state of its own.

Run ``python benchmarks/in_order.py``. Moves lead each procedure to a moment at which much is pending; then everybody is
asked what they may do, five times each, and the best counts: printed are the median over all members and the worst of
them. On the way it is asserted that no move is refused and that, of every tenth move, the act is among those that its
member was told to be in order just before; in the end, that the steps fold to the same state. ``together`` is asked in
``assembly.py``.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import chain
from typing import cast

import attrs

from deliberate.assembly import moves
from deliberate.assembly.allegations import acts as accusing
from deliberate.assembly.allegations.terms import FairTerms
from deliberate.assembly.circle import acts as consenting
from deliberate.assembly.circle.terms import CircleTerms
from deliberate.assembly.delphi import acts as estimating
from deliberate.assembly.delphi.terms import DelphiTerms
from deliberate.assembly.issues import acts as ripening
from deliberate.assembly.issues.goal import Envelope
from deliberate.assembly.issues.terms import IssueTerms
from deliberate.assembly.liquid import acts as rivalling
from deliberate.assembly.liquid.terms import LiquidTerms
from deliberate.assembly.mediation import acts as mediating
from deliberate.assembly.mediation.terms import MediationTerms
from deliberate.assembly.menu import MENU, classes
from deliberate.assembly.motions import acts as moving
from deliberate.assembly.motions.table import Motion
from deliberate.assembly.moves import Move, Side, TakeTurn
from deliberate.assembly.procedure import Live, Part
from deliberate.assembly.proposals import acts as drafting
from deliberate.assembly.proposals.hunks import between
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.talk import acts as talking
from deliberate.assembly.talk.forms import OPEN_FLOOR
from deliberate.assembly.talk.terms import Interest, TalkTerms
from deliberate.assembly.talk.traits import Stake
from deliberate.community.roll import Roll
from deliberate.identity import text_hash
from deliberate.records.kinds import Step

Done = Iterator[tuple[str, Step]]
NOON, SECOND = datetime(2026, 3, 1, 12, tzinfo=UTC), timedelta(seconds=1)
LATER = NOON + timedelta(days=365)
MEMBERS = tuple(f"m{number}" for number in range(500))
CHAIR, *OTHERS = MEMBERS
ROLL = Roll.of(dict.fromkeys(MEMBERS, (1,)))
DARK = "It is so dark there."
# Who has no stake is not heard in a council and in a hearing.
NEAR, FAR = MEMBERS[:250], MEMBERS[250:]
STAKES = (Stake.AFFECTED, NEAR), (Stake.STANDING, FAR), (Stake.DECIDING, FAR), (Stake.OFFICIAL, FAR)
TERMS = TalkTerms(MEMBERS, CHAIR, tuple(Interest(stake.value, stake, who) for stake, who in STAKES))


def side(number: int) -> Side:
    return Side.FOR if number % 2 else Side.AGAINST


def rounds() -> Done:
    """100 proposals with 100 supporters each, 998 turns in one round."""
    yield CHAIR, moves.RaiseIssue("lamps")
    yield CHAIR, moves.HandIssueOver("squad", LATER)
    for number, member in enumerate(OTHERS[:100]):
        yield member, moves.DraftProposal(f"p{number}", "Mend them.")
        yield from ((other, moves.GiveSupport(f"p{number}")) for other in OTHERS[:100])
    yield CHAIR, moves.OpenRound("lamps")
    yield from ((member, TakeTurn(DARK)) for member in OTHERS * 2)


def issues() -> Done:
    """500 observations, issues and pledges; 400 complaints to 20 groups, half of them answered; 20 polls, 20 goals."""
    for number, member in enumerate(MEMBERS):
        yield member, ripening.Observe("gate", "a bag beside the bin")
        yield member, ripening.ListIssue(f"issue {number}", tags=frozenset({f"tag {number % 20}"}))
        yield MEMBERS[number - 1], ripening.ShareIssue(f"issue {number}")
        yield member, ripening.MakePledge("sweep", LATER)
    for number in range(20):
        yield from group(MEMBERS[25 * number : 25 * (number + 1)], number)
    for number in range(400):
        yield CHAIR, ripening.HandComplaint(f"issue {number}", f"group {number % 20}")
    for number in range(200):
        yield MEMBERS[25 * (number % 20)], ripening.AnswerComplaint(f"issue {number}", "accept")


def group(members: tuple[str, ...], number: int) -> Done:
    leader, name = members[0], f"group {number}"
    yield leader, ripening.HoldGathering(f"tea {number}", members)
    yield leader, ripening.FoundGroup(name, f"tea {number}", "We see to it.", frozenset({f"tag {number}"}))
    yield from ((member, ripening.JoinGroup(name)) for member in members[1:])
    yield leader, ripening.AskToLead(name, leader)
    yield leader, ripening.AnswerLead(name, "accept")
    yield leader, ripening.OpenAdvisoryPoll(f"poll {number}", "Which?", ("red", "blue"), LATER)
    yield from ((member, ripening.Advise(f"poll {number}", "red")) for member in MEMBERS[:400])
    yield leader, ripening.SetGoal(f"goal {number}", "Light.", Envelope(100), "decision 1")
    yield leader, ripening.BeginAttempt(f"goal {number}", "lamps")


def texts() -> Done:
    """300 proposals; 2,000 amendments to one of them, half of them accepted unless somebody objects."""
    lines = [f"{door}. The lamp at door {door} is looked at every week." for door in range(2000)]
    base = text_hash("\n".join(lines))
    yield OTHERS[0], moves.DraftProposal("all", "\n".join(lines))
    for number, member in enumerate(OTHERS[1:300]):
        yield member, moves.DraftProposal(f"p{number}", f"Mend lamp {number}.")
        yield from ((other, moves.GiveSupport(f"p{number}")) for other in OTHERS[:10])
    for place, line in enumerate(lines):
        hunks = tuple(attrs.evolve(each, paragraph=place + 1) for each in between(line, line.replace("week", "day")))
        yield OTHERS[place % len(OTHERS)], drafting.OfferAmendment(f"a{place}", "all", base, hunks)
    yield from ((OTHERS[0], drafting.AcceptAmendment(f"a{place}")) for place in range(1000))


def robert() -> Done:
    """300 amendments decided on one day; one more is pending and to be limited; 400 ask for the floor."""
    yield CHAIR, moving.CallToOrder(MEMBERS, MEMBERS)
    yield from moved(OTHERS[0], moving.MakeMotion(Motion.MAIN, "Mend."))
    for number in range(300):
        yield from moved(OTHERS[number], moving.MakeMotion(Motion.AMEND, f"Mend {number}."))
        yield from recognised(OTHERS[number + 1])
        yield OTHERS[number + 1], moving.Debate(DARK, 60)
        yield CHAIR, moving.PutQuestion(number % 3, 1)
        yield CHAIR, moving.AnnounceResult()
    yield from moved(OTHERS[0], moving.MakeMotion(Motion.AMEND, "Mend all."))
    yield from moved(OTHERS[0], moving.MakeMotion(Motion.LIMIT, speeches=1))
    yield from ((member, moving.AskForTheFloor()) for member in OTHERS[:400])


def recognised(member: str) -> Done:
    yield member, moving.AskForTheFloor()
    yield CHAIR, moving.Recognise(member)


def moved(member: str, motion: moving.MakeMotion) -> Done:
    yield from recognised(member)
    yield member, motion
    yield OTHERS[-1], moving.SecondMotion()
    yield CHAIR, moving.StateQuestion()


def queued() -> Done:
    """10,000 turns, each asked for; 400 hands up."""
    yield CHAIR, moves.OpenRound("lamps")
    for turn in range(10_000):
        yield OTHERS[turn % len(OTHERS)], talking.RaiseHand(side(turn))
        yield OTHERS[turn % len(OTHERS)], TakeTurn(DARK, side=side(turn))
    yield from ((member, talking.RaiseHand()) for member in OTHERS[:400])


def called() -> Done:
    """998 turns on one motion, the chair calls on each; all hands but one are up on the next motion."""
    yield OTHERS[0], talking.LayMotion("Mend.")
    for turn, member in enumerate(OTHERS * 2):
        yield member, talking.RaiseHand(side(turn))
        yield CHAIR, talking.CallOn(member)
        yield member, TakeTurn(DARK, side=side(turn))
    yield CHAIR, moves.CloseRound()
    yield CHAIR, talking.CallVote()
    yield CHAIR, talking.DeclareResult()
    yield OTHERS[0], talking.LayMotion("Mend all.")
    yield from ((member, talking.RaiseHand(side(place))) for place, member in enumerate(OTHERS[:-1]))


def circled(members: tuple[str, ...]) -> Done:
    """Half of the circle has spoken; the others have passed and are asked once more, all but the last."""
    yield CHAIR, moves.OpenRound("lamps")
    yield from ((member, TakeTurn(DARK) if place % 2 else talking.PassTurn()) for place, member in enumerate(members))
    yield from ((member, TakeTurn(DARK)) for member in members[:-2:2])


def seated() -> Done:
    """10,000 turns on four seats."""
    yield CHAIR, moves.OpenRound("lamps")
    yield from ((member, talking.TakeSeat()) for member in OTHERS[:4])
    yield from ((OTHERS[turn % 4], TakeTurn(DARK)) for turn in range(10_000))


def after_invitations(done: Callable[[], Done]) -> Done:
    return chain(((CHAIR, talking.InviteInterest(each.name)) for each in TERMS.interests), done())


def mediation() -> Done:
    """20 parties were heard; 50 clauses, to which all have agreed but one party."""
    parties = OTHERS[:20]
    yield OTHERS[0], mediating.OpenCase("noise", tuple(parties))
    yield CHAIR, mediating.TakeCase()
    yield from ((party, mediating.ConsentToMediation()) for party in parties)
    for party in parties:
        yield CHAIR, mediating.HearParty(party)
        yield party, mediating.Tell("They sing.")
        yield party, mediating.FinishTelling()
        yield CHAIR, mediating.ReflectBack("They sing at night.")
        yield party, mediating.ConfirmReflection()
    yield from ((party, mediating.NameInterest("Sleep.")) for party in parties)
    yield CHAIR, mediating.OpenOptions()
    for number in range(1, 51):
        yield CHAIR, mediating.SuggestOption(f"carpet {number}")
        yield CHAIR, mediating.DraftClause("A carpet.", tuple(parties), date(2027, 1, 1))
        yield from ((party, mediating.AgreeToClause(number)) for party in parties[:-1])


def circle() -> Done:
    """100 in the circle; half of them object, their objections are tested, ten are integrated."""
    members = OTHERS[:100]
    yield members[0], consenting.StateDriver("It is dark.")
    yield from ((member, consenting.AgreeToDriver()) for member in members)
    yield members[0], consenting.BringToCircle("lamps", "Mend.")
    for number, member in enumerate(members, start=1):
        yield member, consenting.AskClarification("Which?")
        yield members[0], consenting.AnswerClarification(number, "All.")
    yield CHAIR, consenting.MoveOn()
    yield from ((member, consenting.GiveReaction("Good.")) for member in members)
    yield CHAIR, consenting.MoveOn()
    yield CHAIR, consenting.MoveOn()
    for member in members:
        yield member, consenting.RaiseObjection("Dear.") if member in members[::2] else consenting.SayNoObjection()
    yield CHAIR, consenting.MoveOn()
    for member in members[::2]:
        yield CHAIR, consenting.TestObjection(member, consenting.Effect.UNINTENDED)
    yield CHAIR, consenting.MoveOn()
    for number, member in enumerate(members[:20:2]):
        yield members[1], consenting.OfferIntegration(member, f"Mend {number}.")
        yield member, consenting.AcceptIntegration()


def delphi() -> Done:
    """499 experts, two rounds and one more under way."""
    for number in range(3):
        yield CHAIR, estimating.OpenEstimates()
        yield from ((expert, estimating.GiveEstimate(place % 90, DARK)) for place, expert in enumerate(OTHERS[:-9]))
        yield from ((CHAIR, estimating.CloseEstimates()) for _ in range(number < 2))


def allegations() -> Done:
    """250 assignments, an allegation against each: answered, reviewed or found."""
    yield from ((member, accusing.DeclareInterests()) for member in OTHERS[:250])
    for number, member in enumerate(OTHERS[:250], start=1):
        yield CHAIR, accusing.AnnounceAssignment(f"task {number}", member)
        yield OTHERS[-1], accusing.MakeAllegation(f"task {number}", "It is late.", ("a photo",))
        yield member, accusing.AnswerAllegation(number, "It rained.")
        reviewer = f"reviewer {number % 5}"
        if number % 3:
            yield CHAIR, accusing.NameReviewer(number, reviewer)
            yield from ((reviewer, accusing.HearSide(number, each, "So.")) for each in (OTHERS[-1], member))
        if number % 3 == 1:
            yield reviewer, accusing.PublishFinding(number, accusing.Found.UNFOUNDED, "Rain.")


def initiatives() -> Done:
    """100 initiatives, 50 supporters and ten suggestions each, two opinions on each suggestion."""
    for number, member in enumerate(OTHERS[:100]):
        name, supporters = f"i{number}", MEMBERS[4 * number + 100 :][:49] or MEMBERS[-49:]
        yield member, rivalling.StartInitiative(name, "Mend.")
        yield from ((each, rivalling.SupportInitiative(name)) for each in supporters if each != member)
        for place in range(10):
            suggestion = f"s{number}.{place}"
            yield member, rivalling.MakeSuggestion(name, suggestion, "And paint.")
            yield from ((each, rivalling.RateSuggestion(name, suggestion, "must")) for each in supporters[-2:])


def states() -> Mapping[str, tuple[Live[Part], Done]]:
    """For each procedure on the menu its parameters, and what leads to a large state."""
    of = cast("Mapping[str, Callable[..., Live[Part]]]", classes())
    reviewers = tuple(f"reviewer {number}" for number in range(5))
    salt = "sixteen letters!"
    return {
        "rounds": (of["rounds"](), rounds()),
        "ripening": (of["ripening"](IssueTerms(ROLL)), issues()),
        "drafting": (of["drafting"](), texts()),
        "robert": (of["robert"](), robert()),
        "open-floor": (of["open-floor"](TERMS), queued()),
        "own-form": (of["own-form"](attrs.evolve(OPEN_FLOOR, name="evening"), TERMS), queued()),
        "structured-round": (of["structured-round"](TERMS), circled(MEMBERS)),
        "fishbowl": (of["fishbowl"](TERMS, minutes=1000), seated()),
        "radish": (of["radish"](TERMS), called()),
        "nantang": (of["nantang"](TERMS), called()),
        "council": (of["council"](TERMS), after_invitations(called)),
        "hearing": (of["hearing"](TERMS), after_invitations(partial(circled, tuple(OTHERS)))),
        "open-talk": (of["open-talk"](TERMS), after_invitations(queued)),
        "mediation": (of["mediation"](MediationTerms(MEMBERS, (CHAIR,), "the street")), mediation()),
        "consent-circle": (of["consent-circle"](CircleTerms(tuple(OTHERS[:100]), CHAIR)), circle()),
        "delphi": (of["delphi"](DelphiTerms("How many?", tuple(OTHERS), CHAIR, 0, 100, salt)), delphi()),
        "fair-finding": (of["fair-finding"](FairTerms(MEMBERS, (CHAIR,), reviewers)), allegations()),
        "liquid-feedback": (of["liquid-feedback"](LiquidTerms(ROLL)), initiatives()),
    }


def led(procedure: Live[Part], done: Done) -> tuple[Part, datetime, int]:
    """The state that the moves lead to, the moment, and how many moves there were."""
    part, at, trace = procedure.begin(), NOON, list[Step]()
    for place, (by, act) in enumerate(done):
        at += SECOND
        if place % 10 == 0:
            assert type(act).__name__ in procedure.legal(part, by, at), (by, act)
        trace.append(procedure.step(part, Move(by, at, act)))
        assert not isinstance(trace[-1], MoveRefused), trace[-1]
        part = part.after(trace[-1])
    folded = procedure.begin()
    for step in trace:
        folded = folded.after(step)
    assert folded == part
    return part, at + SECOND, len(trace)


def best(work: Callable[[], object]) -> float:
    """The shortest of five runs, in milliseconds."""
    shortest = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        work()
        shortest = min(shortest, time.perf_counter() - start)
    return shortest * 1e3


def main() -> None:
    known = states()
    assert known.keys() | {"together"} == MENU.keys()
    for name, (procedure, done) in known.items():
        part, at, count = led(procedure, done)
        asked = [best(partial(procedure.legal, part, member, at)) for member in MEMBERS]
        median, worst = statistics.median(asked), max(asked)
        print(f"{name:<16} {count:7,} moves   median {median:6.3f} ms   worst {worst:6.3f} ms")


if __name__ == "__main__":
    main()

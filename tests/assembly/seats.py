"""Every procedure of the menu, held as far as somebody may put a text into it: there all owe the same."""

from datetime import UTC, datetime, timedelta

from attrs import frozen

from deliberate.assembly.allegations import acts as allegations
from deliberate.assembly.allegations.terms import FairTerms
from deliberate.assembly.circle import acts as circle
from deliberate.assembly.circle.terms import CircleTerms
from deliberate.assembly.delphi import acts as delphi
from deliberate.assembly.delphi.terms import DelphiTerms
from deliberate.assembly.issues import acts as issues
from deliberate.assembly.issues.terms import IssueTerms
from deliberate.assembly.liquid import acts as liquid
from deliberate.assembly.liquid.terms import LiquidTerms
from deliberate.assembly.mediation import acts as mediation
from deliberate.assembly.mediation.terms import MediationTerms
from deliberate.assembly.motions import acts as motions
from deliberate.assembly.motions.table import Motion
from deliberate.assembly.moves import DraftProposal, GiveSupport, Move, OpenRound, RaiseIssue, Side, TakeTurn
from deliberate.assembly.procedures import (
    ConsentCircle,
    Council,
    Delphi,
    Drafting,
    FairFinding,
    Fishbowl,
    Hearing,
    LiquidFeedback,
    Mediation,
    Nantang,
    OpenFloor,
    OpenTalk,
    OwnForm,
    Radish,
    Ripening,
    Robert,
    Rounds,
    StructuredRound,
)
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.talk import acts as talk
from deliberate.assembly.talk.form import Form
from deliberate.assembly.talk.terms import Interest, TalkTerms
from deliberate.assembly.talk.traits import Access, Stake
from deliberate.assembly.together import Together
from deliberate.community.roll import Roll

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PEOPLE = ("chen", "li", "wang", "zhao", "sun")
ROLL = Roll.of(dict.fromkeys(PEOPLE, (1,)))
INTERESTS = (
    Interest("dog owners", Stake.AFFECTED, ("li", "wang")),
    Interest("council", Stake.STANDING, ("zhao", "sun")),
    Interest("committee", Stake.DECIDING, ("sun",)),
    Interest("street office", Stake.OFFICIAL, ("zhao",)),
)
TALK = TalkTerms(PEOPLE, "chen", INTERESTS)
EVENING = Form("stairwell-evening", Access.QUEUE, seconds=180)
OPENED = (("chen", OpenRound("the dark yard")),)
INVITED = tuple(("chen", talk.InviteInterest(each.name)) for each in INTERESTS)


def hands(side):
    return tuple((member, talk.RaiseHand(side)) for member in ("li", "wang", "sun"))


@frozen
class Seat:
    """A procedure, what was done so far, and what its members may do in any order.

    Attributes
    ----------
    says
        Who may put a text into it next, and the act, made of the text.
    free
        Moves that do not wait for each other: in whatever order they come, the same has happened.
    """

    procedure: object
    before: tuple
    says: tuple
    free: tuple = ()

    @property
    def moves(self):
        return tuple(Move(by, NOON, act) for by, act in self.before)


def _amends(text):
    return motions.MakeMotion(Motion.MAIN, text)


SEATS = {
    "rounds": Seat(
        Rounds(roll=ROLL),
        (("li", RaiseIssue("lamps")), ("li", DraftProposal("repair", "Repair.")), *OPENED),
        ("li", TakeTurn),
        tuple((member, GiveSupport("repair")) for member in PEOPLE),
    ),
    "ripening": Seat(
        Ripening(IssueTerms(ROLL)),
        (("li", issues.ListIssue("dogs")),),
        ("li", lambda text: issues.Observe("yard", text)),
        tuple((member, issues.ShareIssue("dogs")) for member in PEOPLE[2:]),
    ),
    "drafting": Seat(
        Drafting(ProposalPolicy(roll=ROLL)),
        (("li", DraftProposal("repair", "Repair.")),),
        ("wang", lambda text: DraftProposal("bins", text)),
        tuple((member, GiveSupport("repair")) for member in PEOPLE),
    ),
    "open-floor": Seat(OpenFloor(TALK), (*OPENED, ("li", talk.RaiseHand())), ("li", TakeTurn), hands(Side.NEITHER)[1:]),
    "structured-round": Seat(StructuredRound(TALK), OPENED, ("chen", TakeTurn)),
    "fishbowl": Seat(
        Fishbowl(TALK),
        (*OPENED, ("li", talk.TakeSeat())),
        ("li", TakeTurn),
        (("wang", talk.TakeSeat()), ("zhao", talk.TakeSeat())),
    ),
    "radish": Seat(Radish(TALK), (), ("li", talk.LayMotion)),
    "nantang": Seat(Nantang(TALK), (), ("li", talk.LayMotion)),
    "council": Seat(Council(TALK), INVITED, ("li", talk.LayMotion), ()),
    "hearing": Seat(Hearing(TALK), (*INVITED, *OPENED), ("li", TakeTurn)),
    "open-talk": Seat(
        OpenTalk(TALK), (*INVITED, *OPENED, ("li", talk.RaiseHand())), ("li", TakeTurn), hands(Side.NEITHER)[1:]
    ),
    "own-form": Seat(
        OwnForm(EVENING, TALK), (*OPENED, ("li", talk.RaiseHand())), ("li", TakeTurn), hands(Side.NEITHER)[1:]
    ),
    "robert": Seat(
        Robert(),
        (
            ("chen", motions.CallToOrder(PEOPLE, PEOPLE)),
            ("li", motions.AskForTheFloor()),
            ("chen", motions.Recognise("li")),
        ),
        ("li", _amends),
    ),
    "consent-circle": Seat(
        ConsentCircle(CircleTerms(("li", "wang", "zhao"), "chen")),
        (("li", circle.StateDriver("It is dark.")),),
        ("wang", circle.StateDriver),
        tuple((member, circle.AgreeToDriver()) for member in ("li", "wang")),
    ),
    "delphi": Seat(
        Delphi(DelphiTerms("How many?", ("li", "wang", "zhao"), "chen", low=0, high=10, salt="sixteen letters!")),
        (("chen", delphi.OpenEstimates()),),
        ("li", lambda text: delphi.GiveEstimate(3, text)),
        tuple((member, delphi.GiveEstimate(n)) for n, member in enumerate(("li", "wang", "zhao"))),
    ),
    "mediation": Seat(
        Mediation(MediationTerms(("li", "wang"), skilled=("chen",), upper="the street")),
        (
            ("li", mediation.OpenCase("noise", ("li", "wang"))),
            ("chen", mediation.TakeCase()),
            ("li", mediation.ConsentToMediation()),
            ("wang", mediation.ConsentToMediation()),
            ("chen", mediation.HearParty("li")),
        ),
        ("li", mediation.Tell),
    ),
    "fair-finding": Seat(
        FairFinding(FairTerms(("li", "wang", "zhao"), ("li",), ("sun",))),
        (("wang", allegations.DeclareInterests()), ("li", allegations.AnnounceAssignment("lift", "wang"))),
        ("zhao", lambda text: allegations.MakeAllegation("lift", text, ("a bill",))),
        tuple((member, allegations.DeclareInterests()) for member in ("li", "zhao")),
    ),
    "liquid-feedback": Seat(
        LiquidFeedback(LiquidTerms(ROLL)),
        (("li", liquid.StartInitiative("lamps", "Light the yard.")),),
        ("wang", lambda text: liquid.StartInitiative("bins", text)),
        tuple((member, liquid.SupportInitiative("lamps")) for member in PEOPLE if member != "li"),
    ),
    "together": Seat(
        Together((Drafting(ProposalPolicy(roll=ROLL)), OpenFloor(TALK))),
        (("li", DraftProposal("repair", "Repair.")), *OPENED, ("li", talk.RaiseHand())),
        ("li", TakeTurn),
        (*((member, GiveSupport("repair")) for member in PEOPLE), *hands(Side.NEITHER)[1:]),
    ),
}


def part_of(procedure, steps):
    """Where steps lead to."""
    part = procedure.begin()
    for step in steps:
        part = part.after(step)
    return part


def later(minutes=1):
    return NOON + timedelta(minutes=minutes)

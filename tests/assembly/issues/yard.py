"""A small courtyard for the tests of this area: four adults, two children, a companion."""

from datetime import datetime, timedelta, timezone

from deliberate.assembly.issues.acts import (
    AnswerComplaint,
    AnswerLead,
    AskToLead,
    FoundGroup,
    HandComplaint,
    HoldGathering,
    JoinGroup,
    ListIssue,
)
from deliberate.assembly.issues.part import Issues
from deliberate.assembly.issues.rules import answer
from deliberate.assembly.issues.terms import IssueTerms
from deliberate.assembly.moves import Move
from deliberate.community.party import Member, Standing
from deliberate.community.roll import Roll, RollLine

NOON = datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=8)))
DAY = timedelta(days=1)
ADULTS, CHILDREN, HE = ("li", "wang", "zhao", "chen"), ("ming", "hua"), "he"
STANDINGS = {
    **dict.fromkeys(ADULTS, Standing.RESIDENT),
    **dict.fromkeys(CHILDREN, Standing.MINOR),
    HE: Standing.COMPANION,
}
ROLL = Roll(("head",), tuple(RollLine(Member(id_, standing), (1,)) for id_, standing in STANDINGS.items()))
TERMS = IssueTerms(ROLL)

# From a gathering to a complaint that the squad has accepted.
HELD = (HE, HoldGathering("pet show", ("li", "wang", "ming")))
FOUNDED = ("li", FoundGroup("squad", "pet show", "We walk and we clean.", ("pet", "yard")))
JOINED = ("wang", JoinGroup("squad"))
ASKED = ("wang", AskToLead("squad", "li"))
AGREED = ("li", AnswerLead("squad", "accept"))
LISTED = ("zhao", ListIssue("dogs", "Droppings by the slide.", tags=("pet", "yard")))
HANDED = ("zhao", HandComplaint("dogs", "squad"))
ACCEPTED = ("li", AnswerComplaint("dogs", "accept"))
LED = (HELD, FOUNDED, JOINED, ASKED, AGREED, LISTED)


def played(*acts, terms=TERMS, start=None, part=None):
    """Play pairs of a member and an act, one a minute from the last on; gives where things stand and the steps."""
    part, steps = part or Issues(), []
    start = start or part.last or NOON
    for minute, (by, act) in enumerate(acts):
        steps.append(answer(part, Move(by, start + timedelta(minutes=minute), act), terms))
        part = part.after(steps[-1])
    return part, steps


def stands(*acts, terms=TERMS, start=None, part=None):
    """Where things stand after acts."""
    return played(*acts, terms=terms, start=start, part=part)[0]


def refusals(*acts, terms=TERMS, start=None, part=None):
    """The codes of the acts that were refused."""
    _, steps = played(*acts, terms=terms, start=start, part=part)
    return [step.code for step in steps if hasattr(step, "code")]

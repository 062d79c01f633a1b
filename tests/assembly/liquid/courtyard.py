"""A courtyard of ten that works by LiquidFeedback, and moves in it."""

from datetime import UTC, datetime, timedelta

from deliberate.assembly.liquid.acts import StartInitiative, SupportInitiative
from deliberate.assembly.liquid.part import Liquid
from deliberate.assembly.liquid.policy import LiquidPolicy
from deliberate.assembly.liquid.rules import answer
from deliberate.assembly.liquid.terms import LiquidTerms
from deliberate.assembly.moves import Move
from deliberate.community.party import Member, Standing
from deliberate.community.roll import Roll, RollLine

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PEOPLE = ("li", "wang", "zhao", "chen", "liu", "yang", "huang", "wu", "zhou", "xu")
OTHERS = (("kid", Standing.MINOR), ("guide", Standing.COMPANION), ("firm", Standing.PROPERTY_COMPANY))
POLICY = LiquidPolicy(10, 20, 30, 40, issue_quorum="3/10", initiative_quorum="2/10")
ROLL = Roll(
    ("head",),
    (
        *(RollLine(Member(name), (1,)) for name in PEOPLE),
        *(RollLine(Member(name, standing), (0,)) for name, standing in OTHERS),
    ),
)


def hours(number):
    return timedelta(hours=number)


def terms(policy=POLICY, **given):
    return LiquidTerms(ROLL, policy, **given)


class Yard:
    """Where an issue stands, moved on by short lines."""

    def __init__(self, given=None):
        self.terms = given or terms()
        self.part = Liquid()
        self.trace = []

    def do(self, by, hour, act):
        step = answer(self.part, Move(by, NOON + hours(hour), act), self.terms)
        self.part = self.part.after(step)
        self.trace.append(step)
        return step

    def start(self, name="lamps", by="li", hour=0):
        return self.do(by, hour, StartInitiative(name, f"About {name}."))

    def support(self, name, *members, hour=0):
        return [self.do(member, hour, SupportInitiative(name)) for member in members][-1]

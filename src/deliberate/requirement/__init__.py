"""Requirements: quorums and thresholds as exact algebra, with statutes and handbooks as data."""

import sys
from types import ModuleType

from deliberate.requirement.conditions import All, AnyOf, AtLeast, Comparison, Condition, Grouped, Not, Share
from deliberate.requirement.curves import Curve, Reciprocal
from deliberate.requirement.expressions import Constant, Expression, Floor, Product, Sum, Tally
from deliberate.requirement.facts import Facts
from deliberate.requirement.packs import Pack, pack, packs, requirement
from deliberate.requirement.policies import Casting
from deliberate.requirement.ruling import Requirement, Ruling, SecondCall
from deliberate.requirement.shortfall import Lacking, lacking
from deliberate.requirement.statuses import Stance, Status
from deliberate.requirement.tallies import Tallies

__all__ = [
    "All",
    "AnyOf",
    "AtLeast",
    "Casting",
    "Comparison",
    "Condition",
    "Constant",
    "Curve",
    "Expression",
    "Facts",
    "Floor",
    "Grouped",
    "Lacking",
    "Not",
    "Pack",
    "Product",
    "Reciprocal",
    "Requirement",
    "Ruling",
    "SecondCall",
    "Share",
    "Stance",
    "Status",
    "Sum",
    "Tallies",
    "Tally",
    "lacking",
    "pack",
    "packs",
    "requirement",
]


class _Room(ModuleType):
    """The room answers to its own name: ``d.requirement("s3.consent")``.

    The public door has a function of the room's name, and Python puts the room there as soon as any part of it
    is imported; so the room itself is what one calls.
    """

    def __call__(self, id: str, **parameters: object) -> Requirement:  # noqa: A002 - the field's word for it
        return requirement(id, **parameters)


sys.modules[__name__].__class__ = _Room

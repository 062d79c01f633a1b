"""Requirements: quorums and thresholds as exact algebra, with statutes and handbooks as data."""

import sys
from types import ModuleType

from deliberate.requirement.conditions import All, AnyOf, Comparison, Condition, Not, Share
from deliberate.requirement.expressions import Constant, Expression, Product, Sum, Tally
from deliberate.requirement.packs import Pack, pack, packs, requirement
from deliberate.requirement.ruling import Requirement, Ruling, Status
from deliberate.requirement.statuses import Stance
from deliberate.requirement.tallies import Tallies

__all__ = [
    "All",
    "AnyOf",
    "Comparison",
    "Condition",
    "Constant",
    "Expression",
    "Not",
    "Pack",
    "Product",
    "Requirement",
    "Ruling",
    "Share",
    "Stance",
    "Status",
    "Sum",
    "Tallies",
    "Tally",
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

"""Strategies, laws and claims for whoever tests a rule: the house itself and the authors of plug-ins.

Importing this room loads no hypothesis; the extra ``testing`` is needed where something is searched for.
"""

from deliberate.testing.claims import holds
from deliberate.testing.courtyard import courtyard
from deliberate.testing.laws import LAWS, check
from deliberate.testing.requirements import facts, requirements, tallies
from deliberate.testing.strategies import answers, elections, options, profiles, rankings

__all__ = [
    "LAWS",
    "answers",
    "check",
    "courtyard",
    "elections",
    "facts",
    "holds",
    "options",
    "profiles",
    "rankings",
    "requirements",
    "tallies",
]

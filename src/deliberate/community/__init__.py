"""居民: who belongs to the community, with what weight, where they live and what their groups may do."""

from deliberate.community.body import Body, Competence, misplaced
from deliberate.community.channels import ChannelFigures, Channels, Counted, Revote, Slip, counted
from deliberate.community.competence import (
    Competent,
    Gap,
    GapReason,
    Overlap,
    competent_body,
    every_subject,
    gaps_and_overlaps,
)
from deliberate.community.concentration import Concentration, concentration
from deliberate.community.delegation import Delegation, DelegationRule, applicable
from deliberate.community.escalation import Escalation, Ground, Passed, Route, escalate, higher
from deliberate.community.group import Group, competent
from deliberate.community.joint import JointAction, hindrances, joint_action
from deliberate.community.office import Clash, Flaw, Office, Tie, Title, clashes, flaws
from deliberate.community.party import Member, Standing
from deliberate.community.place import Place, PlaceLevel, Places
from deliberate.community.proxy import Proxies, Proxy
from deliberate.community.register import Heads, Register, owners_roll
from deliberate.community.relation import Pairing, Party, Relation, RelationKind, pairing
from deliberate.community.representative import Composition, Representation, Representative, representation
from deliberate.community.resolution import Fate, Resolution, Undelivered
from deliberate.community.resolve import resolve, resolve_columns
from deliberate.community.roll import Roll, RollLine
from deliberate.community.scope import Scope, Subject
from deliberate.community.units import Unit, UnitState

__all__ = [
    "Body",
    "ChannelFigures",
    "Channels",
    "Clash",
    "Competence",
    "Competent",
    "Composition",
    "Concentration",
    "Counted",
    "Delegation",
    "DelegationRule",
    "Escalation",
    "Fate",
    "Flaw",
    "Gap",
    "GapReason",
    "Ground",
    "Group",
    "Heads",
    "JointAction",
    "Member",
    "Office",
    "Overlap",
    "Pairing",
    "Party",
    "Passed",
    "Place",
    "PlaceLevel",
    "Places",
    "Proxies",
    "Proxy",
    "Register",
    "Relation",
    "RelationKind",
    "Representation",
    "Representative",
    "Resolution",
    "Revote",
    "Roll",
    "RollLine",
    "Route",
    "Scope",
    "Slip",
    "Standing",
    "Subject",
    "Tie",
    "Title",
    "Undelivered",
    "Unit",
    "UnitState",
    "applicable",
    "clashes",
    "competent",
    "competent_body",
    "concentration",
    "counted",
    "escalate",
    "every_subject",
    "flaws",
    "gaps_and_overlaps",
    "higher",
    "hindrances",
    "joint_action",
    "misplaced",
    "owners_roll",
    "pairing",
    "representation",
    "resolve",
    "resolve_columns",
]

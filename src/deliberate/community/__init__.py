"""居民: who belongs to the community, with what weight, where they live and what their groups may do."""

from deliberate.community.channels import ChannelFigures, Channels, Counted, Revote, Slip, counted
from deliberate.community.concentration import Concentration, concentration
from deliberate.community.delegation import Delegation, DelegationRule, applicable
from deliberate.community.group import Group, Scope, competent
from deliberate.community.party import Member, Standing
from deliberate.community.proxy import Proxies, Proxy
from deliberate.community.register import Heads, Register, owners_roll
from deliberate.community.representative import Composition, Representation, Representative, representation
from deliberate.community.resolution import Fate, Resolution, Undelivered
from deliberate.community.resolve import resolve, resolve_columns
from deliberate.community.roll import Roll, RollLine
from deliberate.community.units import Unit, UnitState

__all__ = [
    "ChannelFigures",
    "Channels",
    "Composition",
    "Concentration",
    "Counted",
    "Delegation",
    "DelegationRule",
    "Fate",
    "Group",
    "Heads",
    "Member",
    "Proxies",
    "Proxy",
    "Register",
    "Representation",
    "Representative",
    "Resolution",
    "Revote",
    "Roll",
    "RollLine",
    "Scope",
    "Slip",
    "Standing",
    "Undelivered",
    "Unit",
    "UnitState",
    "applicable",
    "competent",
    "concentration",
    "counted",
    "owners_roll",
    "representation",
    "resolve",
    "resolve_columns",
]

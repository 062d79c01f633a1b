"""居民: who belongs to the community, with what weight, where they live and what their groups may do."""

from deliberate.community.group import Group, Scope, competent
from deliberate.community.party import Member, Standing
from deliberate.community.roll import Roll, RollLine

__all__ = ["Group", "Member", "Roll", "RollLine", "Scope", "Standing", "competent"]

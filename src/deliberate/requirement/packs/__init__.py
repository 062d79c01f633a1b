"""Packs: what a statute, a handbook or a charter requires, as data with its source."""

from deliberate.requirement.packs.pack import Pack, pack, packs, requirement

__all__ = ["Pack", "pack", "packs", "requirement"]

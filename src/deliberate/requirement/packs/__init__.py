"""Packs: what a statute, a handbook or a charter requires, as data with its source."""

from deliberate.requirement.packs.example import Example
from deliberate.requirement.packs.formality import Formality
from deliberate.requirement.packs.pack import Pack, pack, packs, requirement

__all__ = ["Example", "Formality", "Pack", "pack", "packs", "requirement"]

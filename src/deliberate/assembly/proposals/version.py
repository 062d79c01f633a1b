"""Versions: every text that a proposal ever had, with what it came from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from attrs import frozen

from deliberate.assembly.proposals.diffs import bag
from deliberate.assembly.proposals.pages import Page
from deliberate.assembly.proposals.texts import plain
from deliberate.identity import text_hash
from deliberate.records.kinds import kind


class Edge(StrEnum):
    """How one version led to another."""

    EDIT = "edit"
    AMEND = "amend"
    FORK = "fork"
    MERGE = "merge"
    SPLIT = "split"
    RETIRE = "retire-in-favour"


def version_id(proposal: str, number: int) -> str:
    """What a version is called: ``repair/2``."""
    return f"{proposal}/{number}"


@kind
@frozen
class Parent:
    """A version that another one came from, and how."""

    proposal: str
    number: int
    edge: Edge

    @property
    def id(self) -> str:
        """What the parent is called."""
        return version_id(self.proposal, self.number)


@kind
@frozen
class Version:
    """One text of a proposal, which never changes.

    Attributes
    ----------
    text
        In NFC with plain line ends.
    hash
        SHA-256 of the text: what support, amendments and votes are bound to.
    parents
        Two or more where texts were merged, none where somebody began afresh.
    proposal, number
        The first version of a proposal is 1.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> first = Version.of("Repair the lamps.", (), "repair", "li", datetime(2026, 3, 1, tzinfo=UTC))
    >>> first.id, first.hash[:8]
    ('repair/1', '99d27d3b')
    """

    text: str
    hash: str
    parents: tuple[Parent, ...]
    proposal: str
    number: int
    by: str
    at: datetime

    @classmethod
    def of(cls, text: str, parents: tuple[Parent, ...], proposal: str, by: str, at: datetime) -> Version:
        """The first version of a proposal."""
        one = plain(text)
        return cls(one, text_hash(one), parents, proposal, 1, by, at)

    @property
    def id(self) -> str:
        """What the version is called."""
        return version_id(self.proposal, self.number)

    @cached_property
    def page(self) -> Page:
        """The text with its paragraphs."""
        return Page(self.text)

    @cached_property
    def bag(self) -> Mapping[str, int]:
        """How often each word stands in the text; of Chinese and Japanese, each character."""
        return bag(self.text)

    def as_parent(self, edge: Edge) -> Parent:
        """The version as what another one comes from."""
        return Parent(self.proposal, self.number, edge)

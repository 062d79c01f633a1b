"""Gatherings and the groups that grow out of them: neighbours meet before anybody complains (选美比赛 → 铲屎官小队)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import assert_never

import attrs
from attrs import field, frozen

from deliberate.assembly.issues.entries import Entries
from deliberate.assembly.issues.steps import GatheringHeld, GroupFormed, GroupJoined, LeadAnswered, LeaderAsked
from deliberate.community.group import Group, Scope
from deliberate.records.kinds import Step


@frozen
class Gathering:
    """Who came to an activity, and who of them belongs to a group that grew out of it.

    Attributes
    ----------
    joined
        In the order of the attendees.
    """

    name: str
    attendees: tuple[str, ...]
    joined: tuple[str, ...] = ()

    @property
    def conversion(self) -> Fraction | None:
        """The second as a share of the first; None where nobody came."""
        return Fraction(len(self.joined), len(self.attendees)) if self.attendees else None


@frozen
class Band:
    """A group with its members as they came, and its leader.

    Attributes
    ----------
    members
        Each member, the founder first, with the step by which they belong.
    asked
        Who was asked to lead and has not answered; empty where nobody is.
    leader
        Who agreed to lead; empty where nobody has.
    """

    formed: GroupFormed
    members: Entries[str, GroupFormed | GroupJoined]
    asked: str = ""
    leader: str = ""

    @property
    def group(self) -> Group:
        """The group as the community knows it, with its scope."""
        return Group(self.formed.group, self.formed.charter, self.scope, tuple(self.members))

    @property
    def scope(self) -> Scope:
        """What the group answers for."""
        return Scope(tags=self.formed.tags)

    def after(self, step: GroupJoined | LeaderAsked | LeadAnswered) -> Band:
        """The group after a step that concerns it."""
        match step:
            case GroupJoined():
                return attrs.evolve(self, members=self.members.with_(step.by, step))
            case LeaderAsked():
                return attrs.evolve(self, asked=step.leader)
            case LeadAnswered():
                return attrs.evolve(self, asked="", leader=step.by if step.answer == "accept" else self.leader)
        assert_never(step)


@frozen
class Gatherings:
    """All gatherings and groups.

    Attributes
    ----------
    attended
        For each gathering who came.
    bands
        Each group by its name.
    """

    held: Mapping[str, GatheringHeld] = field(factory=dict)
    attended: Mapping[str, frozenset[str]] = field(factory=dict)
    bands: Mapping[str, Band] = field(factory=dict)

    def gathering(self, name: str) -> Gathering:
        """The figures of one gathering."""
        grown = [band for band in self.bands.values() if band.formed.gathering == name]
        attendees = self.held[name].attendees
        return Gathering(name, attendees, tuple(each for each in attendees if any(each in b.members for b in grown)))

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups as the community knows them."""
        return tuple(band.group for band in self.bands.values())

    def after(self, step: Step) -> Gatherings:
        """The gatherings and groups after one step; the same where the step is of another kind."""
        match step:
            case GatheringHeld():
                return attrs.evolve(
                    self,
                    held={**self.held, step.gathering: step},
                    attended={**self.attended, step.gathering: frozenset(step.attendees)},
                )
            case GroupFormed():
                members = Entries[str, GroupFormed | GroupJoined]().with_(step.by, step)
                return attrs.evolve(self, bands={**self.bands, step.group: Band(step, members)})
            case GroupJoined() | LeaderAsked() | LeadAnswered():
                return attrs.evolve(self, bands={**self.bands, step.group: self.bands[step.group].after(step)})
        return self

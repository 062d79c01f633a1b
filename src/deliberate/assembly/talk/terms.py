"""The terms of a meeting: who takes part, who presides, whose interests are at stake, how the lot fell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen

from deliberate.assembly.talk.form import Form
from deliberate.assembly.talk.traits import Stake
from deliberate.errors import InputError
from deliberate.identity import name, names
from deliberate.lot import Lot
from deliberate.records.kinds import kind


@kind
@frozen
class Interest:
    """Some people with one stake in the matter 利害关系方.

    Attributes
    ----------
    members
        Who they are, whether they came or not.
    """

    name: str = field(converter=name)
    stake: Stake = field(converter=Stake)
    members: tuple[str, ...] = field(converter=names)


@kind
@frozen
class TalkTerms:
    """What the rules of a meeting are given.

    Attributes
    ----------
    members
        Everybody who takes part in the meeting: two thirds are two thirds of them.
    chair
        Who presides, unless the chair is handed over.
    interests
        Whose interests are at stake.
    voters
        Who may vote; empty: everybody who takes part.
    lot
        The order of the members in which a circle goes round and equal hands are taken; None: as they are listed.

    Examples
    --------
    >>> terms = TalkTerms(("li", "wang"), "li", lot=Lot(("wang", "li")))
    >>> terms.place("li")
    1
    """

    members: tuple[str, ...] = field(converter=names)
    chair: str = field(converter=name)
    interests: tuple[Interest, ...] = ()
    voters: tuple[str, ...] = field(default=(), converter=names)
    lot: Lot | None = None

    def __attrs_post_init__(self) -> None:
        names((each.name for each in self.interests), where="interests")
        here = frozenset(self.members)
        for member in (self.chair, *self.voters):
            if member not in here:
                raise InputError("not-on-the-roll", member=member)
        for member in self.members if self.lot else ():
            if member not in self._places:
                raise InputError("not-in-the-lot", option=member)

    @cached_property
    def _places(self) -> dict[str, int]:
        order = self.lot.order if self.lot else self.members
        return {member: place for place, member in enumerate(order)}

    @cached_property
    def here(self) -> frozenset[str]:
        """The members, for looking up."""
        return frozenset(self.members)

    @cached_property
    def _voting(self) -> frozenset[str]:
        return frozenset(self.voters or self.members)

    @cached_property
    def stakes(self) -> Mapping[str, frozenset[Stake]]:
        """As what each takes part; who has no stake is not in it."""
        found: dict[str, frozenset[Stake]] = {}
        for interest in self.interests:
            for member in interest.members:
                found[member] = found.get(member, frozenset()) | {interest.stake}
        return found

    def interest(self, name: str) -> Interest | None:
        """The interest of this name."""
        return next((each for each in self.interests if each.name == name), None)

    def place(self, member: str) -> int:
        """Where the lot puts a member, the first at 0."""
        return self._places[member]

    def turn_of(self, member: str, form: Form) -> int | None:
        """In which group of speakers a member is heard, the first at 0; None: not at all."""
        if not form.speakers:
            return 0
        stakes = self.stakes.get(member, frozenset())
        return next((place for place, stake in enumerate(form.speakers) if stake in stakes), None)

    def votes(self, member: str, form: Form) -> bool:
        """Whether a member votes in a form."""
        as_what = not form.voters or not self.stakes.get(member, frozenset()).isdisjoint(form.voters)
        return member in self._voting and as_what

    def fit(self, form: Form) -> None:
        """Raise ``no-such-interest`` where a form must invite people of a stake that nobody has."""
        there = {each.stake for each in self.interests}
        for stake in (*form.invites, *form.speakers, *form.voters):
            if stake not in there:
                raise InputError("no-such-interest", stake=stake, form=form.term)

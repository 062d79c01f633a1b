"""Representatives: who sits for whom, from which day to which, and whom nobody sits for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property

from attrs import field, frozen

from deliberate.community.party import Member, several
from deliberate.community.roll import Roll, RollLine
from deliberate.errors import RollError
from deliberate.identity import name, names
from deliberate.quantities import share_met
from deliberate.records.kinds import kind

# Law on residents' committees (2025), articles 28 and 29.
FOUR_FIFTHS = Fraction(4, 5)


def _members(given: str | Iterable[str]) -> tuple[str, ...]:
    return names(several(given), where="represents")


def _place(given: str | Iterable[str]) -> tuple[str, ...]:
    return tuple(name(part, where="place") for part in several(given))


@kind
@frozen
class Representative:
    """A seat of one body for one term 代表.

    Attributes
    ----------
    member
        Who sits; an id on the roll.
    represents
        Ids of those whom they sit for, beside those of the place; empty with an empty place for who sits by office.
    since, until
        From the first day on, up to the day before the second; None where no end is set.
    mandate
        What they are bound to say 委托意见; empty where they are free.
    place
        Whoever lives there is represented too; empty for no place.
    """

    member: str = field(converter=name)
    body: str = field(converter=name)
    represents: tuple[str, ...] = field(converter=_members)
    since: date
    until: date | None = None
    mandate: str = ""
    place: tuple[str, ...] = field(default=(), converter=_place)

    def __attrs_post_init__(self) -> None:
        if self.until is not None and self.until <= self.since:
            raise RollError("term-without-a-day", member=self.member, since=self.since, until=self.until)

    @property
    def by_office(self) -> bool:
        """Whether they sit for nobody but themselves, as the committee does among the representatives."""
        return not (self.represents or self.place)

    def in_office(self, day: date) -> bool:
        """Whether the term has begun and not ended: ``since <= day < until``."""
        return self.since <= day and not self.has_ended(day)

    def has_ended(self, day: date) -> bool:
        """Whether the term is over; the day ``until`` is the first without them."""
        return self.until is not None and self.until <= day

    def longer_than(self, years: int) -> bool:
        """Whether the term is longer than so many years, or without an end."""
        try:
            end = self.since.replace(year=self.since.year + years)
        except ValueError:  # 29 February: the year that has none ends the term with its February
            end = date(self.since.year + years, 3, 1)
        return self.until is None or self.until > end


@kind
@frozen
class Composition:
    """How many of those who sit in a body were chosen to represent, against the share that is asked."""

    representatives: int
    seats: int
    share: Fraction

    @property
    def holds(self) -> bool:
        """Whether the share is reached; never in a body without seats."""
        return share_met(self.representatives, self.seats, self.share, strict=False)


@kind
@frozen
class Representation:
    """Who sits in one body on one day, and for whom. Make one with :func:`representation`.

    Attributes
    ----------
    electorate
        Those who are to be represented, with their weights.
    seated
        Those in office that day.
    ended
        Those whose term was over by then.

    Notes
    -----
    Who sits speaks for themselves, and is in nobody else's count.
    """

    body: str
    day: date
    electorate: Roll
    seated: tuple[Representative, ...]
    ended: tuple[Representative, ...] = ()

    def __attrs_post_init__(self) -> None:
        for member in names((each.member for each in self.seated), where=self.body):
            if member not in self.electorate:
                raise RollError("no-vote-here", member=member)

    @cached_property
    def by_member(self) -> Mapping[str, tuple[str, ...]]:
        """For each of the electorate, those who sit for them."""
        named: dict[str, list[str]] = {}
        living: dict[tuple[str, ...], list[str]] = {}
        for each in self.seated:
            for one in each.represents:
                named.setdefault(one, []).append(each.member)
            if each.place:
                living.setdefault(each.place, []).append(each.member)
        sit = {each.member for each in self.seated}
        found: dict[str, tuple[str, ...]] = {}
        for line in self.electorate.lines:
            member = line.member
            by = [*named.get(member.id, ()), *_living(member, living)]
            found[member.id] = (member.id,) if member.id in sit else tuple(dict.fromkeys(by))
        return found

    @property
    def gaps(self) -> tuple[str, ...]:
        """Those for whom nobody sits."""
        return tuple(member for member, by in self.by_member.items() if not by)

    @property
    def overlaps(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Those for whom two or more sit, and who they are."""
        return tuple((member, by) for member, by in self.by_member.items() if len(by) > 1)

    @property
    def strangers(self) -> tuple[str, ...]:
        """Those whom somebody names and who have no vote here: moved away, or written otherwise on the roll."""
        said = (member for each in self.seated for member in each.represents)
        return tuple(dict.fromkeys(member for member in said if member not in self.electorate))

    @property
    def roll(self) -> Roll:
        """Those who sit, one head each."""
        lines = (RollLine(self.electorate.member(each.member), (1,)) for each in self.seated)
        return Roll(("head",), tuple(lines))

    @property
    def weighted_roll(self) -> Roll:
        """Those who sit, each with the weights of those whom they represent, in every measure.

        Raises
        ------
        RollError
            ``represented-twice``: a weight would count twice.
        """
        for member, by in self.overlaps:
            raise RollError("represented-twice", member=member, by=by)
        weights = self.electorate.weights
        sums = {each.member: [0] * len(self.electorate.measures) for each in self.seated}
        for member, by in self.by_member.items():
            for one in by:
                sums[one] = [sum(pair) for pair in zip(sums[one], weights[member], strict=True)]
        lines = (RollLine(self.electorate.member(one), tuple(each)) for one, each in sums.items())
        return Roll(self.electorate.measures, tuple(lines))

    def composition(self, share: Fraction = FOUR_FIFTHS) -> Composition:
        """Whether enough of them represent others: at least four fifths of the representatives' meeting by law."""
        return Composition(sum(not each.by_office for each in self.seated), len(self.seated), share)


def representation(seats: Iterable[Representative], body: str, roll: Roll, day: date) -> Representation:
    """Who sits in a body on a day, and for whom of the roll.

    Parameters
    ----------
    seats
        Of any bodies and terms.
    roll
        Of the community; those with a vote are to be represented.

    Raises
    ------
    RollError
        ``no-vote-here``: somebody sits who is not of the electorate.
    InputError
        ``same-name-twice``: somebody has two seats in the body that day.

    Notes
    -----
    Cost O(members + seats).

    References
    ----------
    Law of China on urban residents' committees (revised 28 October 2025), articles 13, 28 and 29: one 居民代表 for 20
    to 50 households; at least four fifths of the representatives' meeting are 居民代表, the rest the committee.

    Examples
    --------
    >>> roll = Roll.of({"li": (1,), "wang": (1,), "zhao": (1,)})
    >>> seats = [Representative("li", "居民代表会议", ("wang",), since=date(2026, 1, 1), until=date(2031, 1, 1))]
    >>> sitting = representation(seats, "居民代表会议", roll, date(2026, 3, 1))
    >>> sitting.gaps, sitting.weighted_roll.weights
    (('zhao',), {'li': (2,)})
    >>> representation(seats, "居民代表会议", roll, date(2031, 1, 1)).seated
    ()
    """
    here = tuple(each for each in seats if each.body == name(body))
    seated = tuple(each for each in here if each.in_office(day))
    ended = tuple(each for each in here if each.has_ended(day))
    return Representation(name(body), day, roll.electorate, seated, ended)


def _living(member: Member, living: Mapping[tuple[str, ...], list[str]]) -> Iterator[str]:
    for depth in range(1, len(member.place) + 1):
        yield from living.get(member.place[:depth], ())

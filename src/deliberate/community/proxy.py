"""Written proxies: who casts the ballot of somebody else, and for how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from attrs import field, frozen

from deliberate.community.party import several
from deliberate.community.roll import Roll
from deliberate.errors import RollError
from deliberate.identity import name
from deliberate.quantities import whole
from deliberate.records.kinds import kind

# At most three for one voter: law on residents' committees (2025), among articles 14 to 19 on elections.
MOST = 3


@kind
@frozen
class Proxy:
    """A written proxy 书面委托: the holder casts the giver's ballot.

    Attributes
    ----------
    giver, holder
        Ids on the roll.
    matter
        What is voted on; empty where the list says it.
    written_on
        The day on the paper; None where it bears none.
    """

    giver: str = field(converter=name)
    holder: str = field(converter=name)
    matter: str = ""
    written_on: date | None = None

    def __attrs_post_init__(self) -> None:
        if self.giver == self.holder:
            raise RollError("proxy-to-oneself", giver=self.giver)


def _published(given: Iterable[Proxy]) -> tuple[Proxy, ...]:
    return tuple(sorted(given, key=lambda proxy: (proxy.holder, proxy.giver)))


@kind
@frozen
class Proxies:
    """The proxies of one vote, as the list that is published before it.

    Make one with :meth:`of`, which asks the roll; what can be seen without it is checked in any case.

    Attributes
    ----------
    given
        Sorted by holder, then by giver.
    most
        How many one holder may accept; 0 where nobody may vote for another.

    Raises
    ------
    RollError
        ``no-proxies-here``, ``proxies-of-two-matters``, ``proxy-given-twice``, ``proxy-chain``,
        ``too-many-proxies``, ``bad-parameter``.
    """

    given: tuple[Proxy, ...] = field(default=(), converter=_published)
    most: int = field(default=MOST, converter=whole)

    def __attrs_post_init__(self) -> None:
        if self.most < 0:
            raise RollError("bad-parameter", parameter="most", value=str(self.most), known=())
        if self.given and not self.most:
            raise RollError("no-proxies-here", giver=self.given[0].giver, holder=self.given[0].holder)
        matters = {proxy.matter for proxy in self.given} - {""}
        if len(matters) > 1:
            raise RollError("proxies-of-two-matters", matters=tuple(sorted(matters)))
        self._check_givers()
        self._check_holders()

    @classmethod
    def of(cls, roll: Roll, given: Iterable[Proxy], most: int = MOST, never: str | Iterable[str] = ()) -> Proxies:
        """Put the proxies of one vote on their list.

        Parameters
        ----------
        roll
            Who may vote stands on it; givers and holders are of the electorate.
        given
            As they were handed in, in any order, for one vote.
        most
            How many one holder may accept; 0 where representatives elect, who vote in person.
        never
            Those who may hold none: the candidates. They may give one.

        Raises
        ------
        RollError
            ``no-vote-here``, ``proxy-to-candidate``, and those of the list itself.

        References
        ----------
        Law of China on urban residents' committees (revised 28 October 2025), articles 14 to 19: at most three for
        one voter, none for candidates, none where the residents' representatives elect, the list published.

        Examples
        --------
        >>> roll = Roll.of({"li": (1,), "wang": (1,), "zhao": (1,)})
        >>> proxies = Proxies.of(roll, [Proxy("li", "zhao"), Proxy("wang", "zhao")], never=["li"])
        >>> proxies.held_by("zhao"), proxies.may_cast("zhao", "wang"), proxies.may_cast("wang", "li")
        (('li', 'wang'), True, False)
        """
        proxies = cls(tuple(given), most)
        voters, candidates = roll.electorate, frozenset(map(name, several(never)))
        for proxy in proxies.given:
            for member in (proxy.giver, proxy.holder):
                if member not in voters:
                    raise RollError("no-vote-here", member=member)
            if proxy.holder in candidates:
                raise RollError("proxy-to-candidate", holder=proxy.holder, giver=proxy.giver)
        return proxies

    @cached_property
    def _holder(self) -> Mapping[str, str]:
        return {proxy.giver: proxy.holder for proxy in self.given}

    def _check_givers(self) -> None:
        seen: set[str] = set()
        for proxy in self.given:
            if proxy.giver in seen:
                raise RollError("proxy-given-twice", giver=proxy.giver)
            seen.add(proxy.giver)

    def _check_holders(self) -> None:
        for holder, held in Counter(proxy.holder for proxy in self.given).items():
            if holder in self._holder:
                raise RollError("proxy-chain", holder=holder, to=self._holder[holder])
            if held > self.most:
                raise RollError("too-many-proxies", holder=holder, held=held, most=self.most)

    def held_by(self, holder: str) -> tuple[str, ...]:
        """Those whose ballots a holder casts beside the holder's own."""
        return tuple(proxy.giver for proxy in self.given if proxy.holder == holder)

    def may_cast(self, holder: str, giver: str) -> bool:
        """Whether somebody may cast the ballot of a giver.

        One's own ballot always: a proxy ends where its giver comes in person.
        """
        return holder == giver or self._holder.get(giver) == holder

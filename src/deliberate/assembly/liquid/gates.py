"""Who may do what in an issue now: the same gates say what is legal and refuse what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from itertools import islice

from attrs import frozen

from deliberate.assembly.liquid.contingents import Entry
from deliberate.assembly.liquid.initiative import Initiative
from deliberate.assembly.liquid.part import Liquid
from deliberate.assembly.liquid.terms import LiquidTerms
from deliberate.assembly.liquid.wish import Reasons, Wish, everybody, in_phase, rights, room
from deliberate.assembly.reasons import refusal

# An initiative, and a suggestion to it where there is one.
Target = tuple[str, str]


def _issue(_: Wish) -> Iterable[Target]:
    return (("", ""),)


def _own(wish: Wish) -> Iterable[Target]:
    return ((each.name, "") for each in wish.part.live if each.by == wish.by)


def _supported(wish: Wish) -> Iterable[Target]:
    return ((each.name, "") for each in _backed_by(wish))


def _unsupported(wish: Wish) -> Iterable[Target]:
    return ((each.name, "") for each in wish.part.live if each.supporters.get(wish.by) != len(each.drafts))


def _suggestions(wish: Wish) -> Iterable[Target]:
    """One of each initiative: what a member may say about one, she may say about all."""
    return ((each.name, name) for each in _backed_by(wish) for name in islice(each.suggestions, 1))


def _opinions(wish: Wish) -> Iterable[Target]:
    return ((each.name, name) for each in _backed_by(wish) for name in each.opinions.get(wish.by, ()))


def _backed_by(wish: Wish) -> Iterable[Initiative]:
    """The initiatives that the member supports, whichever draft they know."""
    return (each for each in wish.part.live if wish.by in each.supporters)


def _nothing(_: Wish, __: Target) -> Reasons:
    return iter(())


def _free(_: Wish) -> Reasons:
    return iter(())


def _live(wish: Wish, target: Target) -> Reasons:
    one = wish.part.initiatives.get(target[0])
    if one is None:
        yield refusal("unknown-initiative", initiative=target[0])
    elif not one.is_live:
        yield refusal("initiative-revoked", initiative=one.name)


def _mine(wish: Wish, target: Target) -> Reasons:
    yield from _live(wish, target)
    if wish.part.initiatives[target[0]].by != wish.by:
        yield refusal("not-initiator", proposal=target[0])


def _not_backed(wish: Wish, target: Target) -> Reasons:
    yield from _live(wish, target)
    one = wish.part.initiatives[target[0]]
    if one.supporters.get(wish.by) == len(one.drafts):
        yield refusal("supports-already", proposal=one.name)


def _backed(wish: Wish, target: Target) -> Reasons:
    yield from _live(wish, target)
    if wish.by not in wish.part.initiatives[target[0]].supporters:
        yield refusal("no-support", proposal=target[0])


def _known(wish: Wish, target: Target) -> Reasons:
    yield from _backed(wish, target)
    if target[1] not in wish.part.initiatives[target[0]].suggestions:
        yield refusal("unknown-suggestion", suggestion=target[1])


def _rated(wish: Wish, target: Target) -> Reasons:
    yield from _known(wish, target)
    if wish.part.initiatives[target[0]].opinion(wish.by, target[1]) is None:
        yield refusal("no-opinion", suggestion=target[1])


def _interested(wish: Wish) -> Reasons:
    if wish.by not in wish.part.interested:
        yield refusal("no-interest")


def _not_interested(wish: Wish) -> Reasons:
    if wish.by in wish.part.interested:
        yield refusal("interested-already")


def _text_room(wish: Wish) -> Reasons:
    return room(wish, Entry.TEXT)


def _initiative_room(wish: Wish) -> Reasons:
    return room(wish, Entry.INITIATIVE)


@frozen
class Gate:
    """What stands before one act, whatever its content.

    Attributes
    ----------
    targets
        To what it could be done; enough to find something where there is something.
    against
        Why it cannot be done to one of them.
    among
        Why the member cannot do it to any.
    """

    targets: Callable[[Wish], Iterable[Target]]
    against: Callable[[Wish, Target], Reasons] = _nothing
    among: Callable[[Wish], Reasons] = _free

    def opens(self, wish: Wish) -> bool:
        """Whether it can be done to something."""
        if next(self.among(wish), None) is not None:
            return False
        return any(next(self.against(wish, target), None) is None for target in self.targets(wish))


GATES: Mapping[str, Gate] = {
    "StartInitiative": Gate(_issue, among=_initiative_room),
    "RedraftInitiative": Gate(_own, _mine, _text_room),
    "RevokeInitiative": Gate(_own, _mine),
    "SupportInitiative": Gate(_unsupported, _not_backed),
    "DropSupport": Gate(_supported, _backed),
    "MakeSuggestion": Gate(_supported, _backed, _text_room),
    "RateSuggestion": Gate(_suggestions, _known),
    "DropOpinion": Gate(_opinions, _rated),
    "ShowInterest": Gate(_issue, among=_not_interested),
    "DropInterest": Gate(_issue, among=_interested),
    "RecordCount": Gate(_issue),
    "BreakOff": Gate(_issue),
}


def reasons(wish: Wish, act: str, target: Target) -> Reasons:
    """Why a member cannot do an act to something, whatever the act says besides."""
    gate = GATES[act]
    yield from everybody(wish)
    yield from rights(wish, act)
    yield from in_phase(wish, act)
    yield from gate.among(wish)
    yield from gate.against(wish, target)


def legal(part: Liquid, member: str, at: datetime, terms: LiquidTerms) -> tuple[str, ...]:
    """The names of the acts that a member may do now, to something and with some content.

    Notes
    -----
    What is not named here is refused. Cost O(initiatives + the member's own opinions); when voting begins, once
    O(supporters + all opinions).
    """
    wish = Wish(part, terms, member, at)
    if next(everybody(wish), None) is not None:
        return ()
    return tuple(act for act, gate in GATES.items() if _permitted(wish, act) and gate.opens(wish))


def _permitted(wish: Wish, act: str) -> bool:
    return next(rights(wish, act), None) is None and next(in_phase(wish, act), None) is None

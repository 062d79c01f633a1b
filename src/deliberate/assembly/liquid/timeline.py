"""Which phase an issue is in: a function of what happened and of the moment, never of a job that must run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from deliberate.assembly.liquid.part import Liquid, Opening
from deliberate.assembly.liquid.phases import Phase, State


def phase(part: Liquid, at: datetime) -> Phase:
    """The phase of an issue at a moment that is not before the last thing that happened.

    Notes
    -----
    Phases are half-open: at the very end of one the next has begun. Where all initiatives are taken back, an issue
    in admission ends at once; later it ends when nobody has started another one for as long as verification lasts.
    Cost O(initiatives), and once, when voting begins, O(supporters + opinions).
    """
    for each in course(part):
        if each.until is None or at < each.until:
            return each
    return Phase(State.UNOPENED)


def course(part: Liquid) -> Iterator[Phase]:
    """The phases that an issue has gone through and will go through if nothing more happens."""
    if part.opening is None:
        return
    for each in _revocable(part, part.opening):
        if part.broken_off is not None and (each.until is None or part.broken_off < each.until):
            yield Phase(each.state, each.since, part.broken_off)
            yield Phase(State.BROKEN_OFF, part.broken_off)
            return
        yield each


def _revocable(part: Liquid, opening: Opening) -> Iterator[Phase]:
    """The course, cut off where all initiatives are taken back."""
    ends = {
        State.DISCUSSION: State.REVOKED_DURING_DISCUSSION,
        State.VERIFICATION: State.REVOKED_DURING_VERIFICATION,
    }
    waits = timedelta(hours=opening.policy.verification_hours)
    for each in _undisturbed(part, opening):
        # At the very end of a phase the revocation comes first, as in LiquidFeedback.
        if part.emptied is not None and each.state in ends and each.until and part.emptied + waits <= each.until:
            yield Phase(each.state, each.since, part.emptied + waits)
            yield Phase(ends[each.state], part.emptied + waits)
            return
        yield each


def _undisturbed(part: Liquid, opening: Opening) -> Iterator[Phase]:
    policy = opening.policy
    if part.accepted is None:
        waits_until = opening.at + timedelta(hours=policy.admission_hours)
        end = State.NOT_ACCEPTED if part.emptied is None else State.REVOKED_BEFORE_ACCEPTED
        yield Phase(State.ADMISSION, opening.at, part.emptied or waits_until)
        yield Phase(end, part.emptied or waits_until)
        return
    frozen = part.accepted + timedelta(hours=policy.discussion_hours)
    voting = frozen + timedelta(hours=policy.verification_hours)
    if not policy.is_poll:
        yield Phase(State.ADMISSION, opening.at, part.accepted)
    yield Phase(State.DISCUSSION, part.accepted, frozen)
    yield Phase(State.VERIFICATION, frozen, voting)
    if not part.any_admitted:
        yield Phase(State.NONE_ADMITTED, voting)
        return
    closed = voting + timedelta(hours=policy.voting_hours)
    yield Phase(State.VOTING, voting, closed)
    if part.count is None:
        yield Phase(State.COUNTING, closed)
        return
    yield Phase(State.COUNTING, closed, part.count.at)
    won = State.FINISHED_WITH_WINNER if part.count.winner else State.FINISHED_WITHOUT_WINNER
    yield Phase(won, part.count.at)

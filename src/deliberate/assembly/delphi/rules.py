"""The door of a Delphi inquiry: a move in, a step or a refusal out, and what somebody may do now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import assert_never, get_args

from deliberate.assembly.delphi.acts import CloseEstimates, DelphiAct, EndDelphi, GiveEstimate, OpenEstimates
from deliberate.assembly.delphi.order import ORDER, DelphiPhase
from deliberate.assembly.delphi.panel import Panel
from deliberate.assembly.delphi.steps import DelphiEnd, DelphiEnded, DelphiStep, EstimateGiven, EstimatesOpened
from deliberate.assembly.delphi.terms import DelphiTerms
from deliberate.assembly.moves import Move
from deliberate.assembly.reasons import Ask, Reason, not_done_here, refusal, turned_down
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.usable import unusable

DelphiAsk = Ask[Panel, DelphiTerms]

ACTS: tuple[type[DelphiAct], ...] = get_args(DelphiAct)


def answer(panel: Panel, move: Move, terms: DelphiTerms) -> DelphiStep | MoveRefused:
    """Answer a move: what happens, or the first rule that it breaks.

    Notes
    -----
    Cost O(experts); to close a round O(experts log experts). A refusal calls an expert by her pseudonym as well.
    """
    act = move.act
    by, called = terms.known_as(move.by), terms.called(move.by)
    if not isinstance(act, DelphiAct):
        return not_done_here(called, act)
    ask = DelphiAsk(panel, terms, by, move.at)
    reason = next(against(ask, act), None)
    return _happens(ask, act) if reason is None else turned_down(called, reason)


def legal(panel: Panel, member: str, at: datetime, terms: DelphiTerms) -> tuple[str, ...]:
    """The names of the acts that somebody may do now: there is a way to do each that is accepted.

    Notes
    -----
    Cost O(acts).
    """
    ask = DelphiAsk(panel, terms, terms.known_as(member), at)
    return tuple(act for act in ORDER.acts if next(against(ask, _tried(ask, act)), None) is None)


def against(ask: DelphiAsk, act: DelphiAct) -> Iterator[Reason]:
    """What stands against an act, the first reason first; what comes later may rely on what came before."""
    panel, terms = ask.part, ask.terms
    yield from unusable(act, ask.at, panel.last)
    if ask.by not in terms.pseudonyms and ask.by != terms.facilitator:
        yield refusal("not-on-the-panel", member=ask.by)
    row = ORDER.row(type(act).__name__, panel.phase)
    if row is None:
        if isinstance(act, OpenEstimates) and panel.phase is DelphiPhase.OPEN:
            yield refusal("round-open", round=panel.round)
        yield refusal("not-in-this-phase", phase=panel.phase)
        return
    if (row.by == "facilitator") != (ask.by == terms.facilitator):
        yield refusal("not-your-part", who=f"role.{row.by}")
    match act:
        case OpenEstimates() if panel.round >= terms.most_rounds:
            yield refusal("rounds-spent", rounds=terms.most_rounds)
        case GiveEstimate():
            yield from _estimating(ask, act)
        case CloseEstimates() if not panel.given:
            yield refusal("no-estimates", round=panel.round)
        case EndDelphi() if len(panel.closed) < terms.fewest_rounds:
            yield refusal("rounds-missing", rounds=len(panel.closed), fewest=terms.fewest_rounds)
        case EndDelphi() if panel.ending(terms) is None:
            yield refusal("not-done-estimating", rounds=len(panel.closed))


def _estimating(ask: DelphiAsk, act: GiveEstimate) -> Iterator[Reason]:
    panel, terms = ask.part, ask.terms
    if terms.pseudonyms[ask.by] in panel.given:
        yield refusal("estimated-already", round=panel.round)
    if not terms.low <= act.value <= terms.high:
        yield refusal("off-the-scale", low=terms.low, high=terms.high)
    before = panel.feedback
    if before is not None and before.spread.outside(act.value) and not act.reason.strip():
        found = before.spread
        yield refusal("outlier-needs-reason", first=found.first_quartile, third=found.third_quartile)


# For each act a way to do it that is accepted wherever any way is.
_TRIES: Mapping[str, DelphiAct] = {
    "OpenEstimates": OpenEstimates(),
    "CloseEstimates": CloseEstimates(),
    "EndDelphi": EndDelphi(),
}


def _tried(ask: DelphiAsk, act: str) -> DelphiAct:
    return GiveEstimate(ask.terms.low, "-") if act == "GiveEstimate" else _TRIES[act]


def _happens(ask: DelphiAsk, act: DelphiAct) -> DelphiStep:
    panel, terms, by, at = ask.part, ask.terms, ask.by, ask.at
    match act:
        case OpenEstimates():
            return EstimatesOpened(panel.round + 1, terms.question, by, at)
        case GiveEstimate(value, reason):
            return EstimateGiven(panel.round, terms.pseudonyms[by], value, at, reason)
        case CloseEstimates():
            return panel.closing(terms, by, at)
        case EndDelphi():
            end, median = panel.ending(terms) or DelphiEnd.SPENT, panel.closed[-1].spread.median
            return DelphiEnded(end, panel.round, median, by, at)
    assert_never(act)

"""The rules of order for an issue: one move in, one step out; a refusal is a step as well."""

from __future__ import annotations

from typing import get_args

from deliberate.assembly.liquid.acts import (
    BreakOff,
    DropInterest,
    DropOpinion,
    DropSupport,
    LiquidAct,
    MakeSuggestion,
    RateSuggestion,
    RecordCount,
    RedraftInitiative,
    RevokeInitiative,
    ShowInterest,
    StartInitiative,
    SupportInitiative,
)
from deliberate.assembly.liquid.degrees import Opinion
from deliberate.assembly.liquid.gates import Target, reasons
from deliberate.assembly.liquid.part import Liquid
from deliberate.assembly.liquid.policy import LiquidPolicy
from deliberate.assembly.liquid.steps import (
    InitiativeRedrafted,
    InitiativeRevoked,
    InitiativeStarted,
    InitiativeSupported,
    InterestDropped,
    InterestShown,
    IssueBrokenOff,
    IssueOpened,
    OpinionDropped,
    SuggestionMade,
    SuggestionRated,
    SupportDropped,
    VoteCounted,
)
from deliberate.assembly.liquid.terms import LiquidTerms
from deliberate.assembly.liquid.wish import Reasons, Wish
from deliberate.assembly.moves import Move
from deliberate.assembly.proposals.texts import plain
from deliberate.assembly.reasons import not_done_here, refusal, silent, turned_down
from deliberate.assembly.usable import unusable
from deliberate.identity import text_hash
from deliberate.records.kinds import Step

ACTS: tuple[type[LiquidAct], ...] = get_args(LiquidAct)


def answer(part: Liquid, move: Move, terms: LiquidTerms) -> Step:
    """What a move comes to: the step that happens, or the first rule that it breaks.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from deliberate.community.roll import Roll
    >>> terms = LiquidTerms(Roll.of({"li": (1,), "wang": (1,)}))
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> step = answer(Liquid(), Move("li", noon, StartInitiative("lamps", "Light the yard.")), terms)
    >>> type(step).__name__
    'IssueOpened'
    >>> answer(Liquid(), Move("wang", noon, SupportInitiative("lamps")), terms).code
    'phase-leaves-no-room'

    Notes
    -----
    Cost O(length of the texts + initiatives). A refusal leaves everything as it is.
    """
    act: object = move.act
    if not isinstance(act, LiquidAct):
        return not_done_here(move.by, move.act)
    wish = Wish(part, terms, move.by, move.at)
    reason = next(_against(wish, act), None)
    return _step(wish, act) if reason is None else turned_down(move.by, reason)


def _target(act: LiquidAct) -> Target:
    match act:
        case StartInitiative() | ShowInterest() | DropInterest() | RecordCount() | BreakOff():
            return "", ""
        case RateSuggestion() | DropOpinion():
            return act.initiative, act.suggestion
    return act.initiative, ""


def _against(wish: Wish, act: LiquidAct) -> Reasons:
    """What stands against a move, the first reason first; what comes later may rely on what came before."""
    yield from unusable(act, wish.at, wish.part.last)
    yield from reasons(wish, type(act).__name__, _target(act))
    match act:
        case StartInitiative(initiative, text):
            yield from silent(text)
            if initiative == _policy(wish).status_quo:
                yield refusal("reserved-name", name=initiative)
            if initiative in wish.part.initiatives:
                yield refusal("initiative-exists", initiative=initiative)
        case RedraftInitiative(initiative, text):
            yield from silent(text)
            if text_hash(text) == wish.part.initiatives[initiative].latest.hash:
                yield refusal("same-text", proposal=initiative)
        case MakeSuggestion(initiative, suggestion, text):
            yield from silent(text)
            if suggestion in wish.part.initiatives[initiative].suggestions:
                yield refusal("suggestion-exists", suggestion=suggestion)
        case RateSuggestion():
            known = wish.part.initiatives[act.initiative].opinion(wish.by, act.suggestion)
            if known == Opinion(act.degree, act.fulfilment):
                yield refusal("opinion-already", suggestion=act.suggestion)
        case RecordCount():
            yield from _miscounted(wish, act)
        case BreakOff(reason):
            yield from silent(reason)


def _policy(wish: Wish) -> LiquidPolicy:
    return wish.part.opening.policy if wish.part.opening else wish.terms.policy


def _miscounted(wish: Wish, act: RecordCount) -> Reasons:
    told = set[str]()
    for each in act.figures:
        if each.initiative not in wish.part.admitted or each.initiative in told:
            yield refusal("not-on-the-ballot", initiative=each.initiative)
        if min(each.yes, each.no, each.neither) < 0:
            yield refusal("bad-figures", initiative=each.initiative)
        told.add(each.initiative)


def _winner(wish: Wish, act: RecordCount) -> str:
    policy = _policy(wish)
    winning = (
        each.initiative
        for each in act.figures
        if policy.rule_on_vote(each.yes, each.no, each.neither).status == "PASSED"
    )
    return next(winning, "")


def _step(wish: Wish, act: LiquidAct) -> Step:
    by, at = wish.by, wish.at
    match act:
        case StartInitiative(initiative, text):
            if wish.part.opening is None:
                terms = wish.terms
                return IssueOpened(initiative, by, at, plain(text), text_hash(text), terms.policy, terms.counted)
            return InitiativeStarted(initiative, by, at, plain(text), text_hash(text))
        case RedraftInitiative(initiative, text):
            number = len(wish.part.initiatives[initiative].drafts) + 1
            return InitiativeRedrafted(initiative, number, by, at, plain(text), text_hash(text))
        case RevokeInitiative(initiative):
            return InitiativeRevoked(initiative, by, at)
        case MakeSuggestion(initiative, suggestion, text, degree):
            return SuggestionMade(initiative, suggestion, by, at, plain(text), degree)
        case RecordCount(figures):
            return VoteCounted(figures, _winner(wish, act), by, at)
        case BreakOff(reason):
            return IssueBrokenOff(by, at, reason)
    return _on_support(wish, act)


def _on_support(
    wish: Wish, act: SupportInitiative | DropSupport | RateSuggestion | DropOpinion | ShowInterest | DropInterest
) -> Step:
    by, at = wish.by, wish.at
    match act:
        case SupportInitiative(initiative):
            return InitiativeSupported(initiative, len(wish.part.initiatives[initiative].drafts), by, at)
        case DropSupport(initiative):
            return SupportDropped(initiative, by, at)
        case RateSuggestion(initiative, suggestion, degree, fulfilment):
            return SuggestionRated(initiative, suggestion, by, at, degree, fulfilment)
        case DropOpinion(initiative, suggestion):
            return OpinionDropped(initiative, suggestion, by, at)
        case ShowInterest():
            return InterestShown(by, at)
    return InterestDropped(by, at)

"""The rules of order for proposals: one move in, one step out; a refusal is a step as well."""

from __future__ import annotations

from typing import assert_never, get_args

from deliberate.assembly.moves import DraftProposal, GiveSupport, Move, ReviseProposal
from deliberate.assembly.proposals import answer_amendments, answer_drafts
from deliberate.assembly.proposals.acts import (
    AcceptAmendment,
    Act,
    AgreeToMerge,
    ConcludeAcceptance,
    ConsolidateText,
    DecideAmendment,
    ForkProposal,
    OfferAmendment,
    OfferMerge,
    OpposeAcceptance,
    ProposeRival,
    RecordDecision,
    RetireProposal,
    SplitProposal,
    SupportVersion,
    WithdrawAmendment,
    WithdrawProposal,
    WithdrawSupport,
)
from deliberate.assembly.proposals.answer_drafts import Answering
from deliberate.assembly.proposals.part import Proposals
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.proposals.wish import Wish
from deliberate.assembly.reasons import not_done_here, turned_down
from deliberate.assembly.usable import unusable
from deliberate.records.kinds import Step

# The acts that are answered here.
ProposalAct = DraftProposal | ReviseProposal | GiveSupport | Act
ACTS: tuple[type[ProposalAct], ...] = get_args(ProposalAct)


def answer(part: Proposals, move: Move, policy: ProposalPolicy) -> Step:
    """What a move comes to: the step that happens, or why it is refused.

    Parameters
    ----------
    part
        Where proposals stand.
    move
        Moves come in the order of time.
    policy
        What was settled.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> type(answer(Proposals(), Move("li", noon, DraftProposal("repair", "Repair.")), ProposalPolicy())).__name__
    'TextProposed'
    >>> answer(Proposals(), Move("li", noon, GiveSupport("repair")), ProposalPolicy()).code
    'unknown-proposal'

    Notes
    -----
    Cost: at most O(length of the texts) but for the comparison of two texts, which is bounded.
    """
    act = move.act
    if not isinstance(act, ProposalAct):
        return not_done_here(move.by, act)
    wish = Wish(part, policy, move.by, move.at)
    wrong = next(unusable(act, move.at, part.last), None)
    if wrong is not None:
        return turned_down(move.by, wrong)
    answering = _answering(wish, act)
    try:
        return turned_down(move.by, next(answering))
    except StopIteration as end:
        step: Step = end.value
        return step


def _answering(wish: Wish, act: ProposalAct) -> Answering:  # noqa: C901, PLR0911, PLR0912 - a table, one line an act
    match act:
        case DraftProposal():
            return answer_drafts.drafted(wish, act)
        case ForkProposal():
            return answer_drafts.forked(wish, act)
        case ReviseProposal():
            return answer_drafts.revised(wish, act)
        case GiveSupport() | SupportVersion():
            return answer_drafts.supported(wish, act)
        case WithdrawSupport():
            return answer_drafts.unsupported(wish, act)
        case OfferMerge():
            return answer_drafts.merge_offered(wish, act)
        case AgreeToMerge():
            return answer_drafts.merge_agreed(wish, act)
        case SplitProposal():
            return answer_drafts.split(wish, act)
        case RetireProposal():
            return answer_drafts.retired(wish, act)
        case WithdrawProposal():
            return answer_drafts.withdrawn(wish, act)
        case RecordDecision():
            return answer_drafts.decided(wish, act)
        case OfferAmendment():
            return answer_amendments.offered(wish, act)
        case WithdrawAmendment():
            return answer_amendments.withdrawn(wish, act)
        case AcceptAmendment():
            return answer_amendments.accepted(wish, act)
        case OpposeAcceptance():
            return answer_amendments.opposed(wish, act)
        case ConcludeAcceptance():
            return answer_amendments.concluded(wish, act)
        case DecideAmendment():
            return answer_amendments.decided(wish, act)
        case ProposeRival():
            return answer_amendments.rivalled(wish, act)
        case ConsolidateText():
            return answer_amendments.consolidated(wish, act)
    assert_never(act)

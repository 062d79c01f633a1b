"""Who may do what with proposals now: the same gates say what is legal and refuse what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from attrs import frozen

from deliberate.assembly.proposals import against_amendments, against_drafts, aims
from deliberate.assembly.proposals.part import Proposals
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.proposals.wish import Reasons, Wish, everybody, keeper, room


@frozen
class Gate:
    """What stands before one act, whatever its content.

    Attributes
    ----------
    targets
        To which proposals, amendments or mergers it could be done by the member; enough of them to find one where
        there is one.
    against
        Why it cannot be done to one of them.
    among
        Why the member cannot do it to any.
    """

    targets: Callable[[Wish], Iterable[str]]
    against: Callable[[Wish, str], Reasons]
    among: Callable[[Wish], Reasons] = lambda _: iter(())

    def opens(self, wish: Wish) -> bool:
        """Whether the act can be done to something."""
        if next(self.among(wish), None) is not None:
            return False
        return any(next(self.against(wish, target), None) is None for target in self.targets(wish))


def _table(_: Wish) -> Iterable[str]:
    return ("",)


def _nothing_against(_: Wish, __: str) -> Reasons:
    return iter(())


GATES: Mapping[str, Gate] = {
    "DraftProposal": Gate(_table, _nothing_against, room),
    "ForkProposal": Gate(aims.everything, against_drafts.on_known, room),
    "ReviseProposal": Gate(aims.of_mine, against_drafts.on_mine_settled),
    "GiveSupport": Gate(aims.without_my_support, against_drafts.on_supportable),
    "SupportVersion": Gate(aims.without_my_support, against_drafts.on_supportable),
    "WithdrawSupport": Gate(aims.with_my_support, against_drafts.on_supported),
    "OfferMerge": Gate(aims.of_mine, against_drafts.on_mergeable),
    "AgreeToMerge": Gate(aims.mergers, against_drafts.on_merger),
    "SplitProposal": Gate(aims.of_mine, against_drafts.on_divisible),
    "RetireProposal": Gate(aims.of_mine, against_drafts.on_retirable),
    "WithdrawProposal": Gate(aims.of_mine, against_drafts.on_mine),
    "RecordDecision": Gate(aims.settled, against_drafts.on_decided, keeper),
    "OfferAmendment": Gate(aims.on_the_table, against_drafts.on_draft),
    "WithdrawAmendment": Gate(aims.my_pending, against_amendments.on_own),
    "AcceptAmendment": Gate(aims.to_my_words, against_amendments.on_acceptable),
    "OpposeAcceptance": Gate(aims.last_announced, against_amendments.on_opposable),
    "ConcludeAcceptance": Gate(aims.first_announced, against_amendments.on_concludable),
    "DecideAmendment": Gate(aims.next_in_line, against_amendments.on_decidable, keeper),
    "ProposeRival": Gate(aims.my_rejected, against_amendments.on_rival, room),
    "ConsolidateText": Gate(aims.unsettled, against_drafts.on_consolidable),
}


def reasons(wish: Wish, act: str, target: str) -> Reasons:
    """Why a member cannot do an act to something, whatever the act says besides."""
    gate = GATES[act]
    yield from everybody(wish)
    yield from gate.among(wish)
    yield from gate.against(wish, target)


def legal(part: Proposals, policy: ProposalPolicy, member: str, at: datetime) -> tuple[str, ...]:
    """The names of the acts that a member may do now, to something and with some content.

    Notes
    -----
    What is not named here is refused. Cost O(proposals + amendments that the member could be concerned by); in a
    meeting with 2,000 open amendments well below a millisecond.
    """
    wish = Wish(part, policy, member, at)
    if next(everybody(wish), None) is not None:
        return ()
    return tuple(act for act, gate in GATES.items() if gate.opens(wish))

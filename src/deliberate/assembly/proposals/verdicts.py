"""How a vote ended, in the words of a requirement or of an outcome."""

from __future__ import annotations

from collections.abc import Iterator

from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.reasons import Reason, refusal
from deliberate.requirement.ruling import Ruling

ADOPTED = frozenset({"PASSED", "decided"})
REJECTED = frozenset({"REJECTED", "rejected"})
UNDECIDED = frozenset({"TIED", "NO_QUORUM", "tied", "inquorate"})


def verdict(status: str) -> Iterator[Reason]:
    """Why a status decides nothing: it is none, or one that leaves the question open."""
    if status in UNDECIDED:
        yield refusal("vote-undecided", status=status)
    elif status not in ADOPTED | REJECTED:
        yield refusal("unknown-status", status=status, known=tuple(sorted(ADOPTED | REJECTED)))


def ruled(status: str, ruling: Ruling | None, policy: ProposalPolicy) -> Iterator[Reason]:
    """Why a ruling does not say what is written down, or is not by the requirement that was settled."""
    if ruling is None:
        if policy.requirement is not None:
            yield refusal("ruling-missing", requirement=policy.requirement.name)
        return
    if policy.requirement is not None and ruling.requirement != policy.requirement:
        yield refusal("another-requirement", requirement=policy.requirement.name)
    if (ruling.status == "PASSED") != (status in ADOPTED) or str(ruling.status) in UNDECIDED:
        yield refusal("ruling-differs", status=status, ruling=str(ruling.status))

"""A proposal against the status quo under a requirement: the ruling becomes the outcome."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from deliberate.decision.ballots import Answer
from deliberate.decision.election import Election
from deliberate.decision.select import first
from deliberate.decision.steps import Chosen, Ruled, Step, Undecided
from deliberate.requirement.packs import requirement as pack_requirement
from deliberate.requirement.ruling import Requirement
from deliberate.requirement.statuses import Status


def required(given: Requirement | str) -> Requirement:
    """A requirement, or that of the pack with this id."""
    return pack_requirement(given) if isinstance(given, str) else given


def judged(election: Election[Answer], requirement: Requirement) -> Iterator[Step]:
    """Rule on the answers.

    Yields
    ------
    Step
        ``Ruled``; then ``Chosen`` the proposal where it passed, ``Undecided`` where it was rejected or too few
        took part. A tie that the requirement leaves to the lot is a question to the lot.
    """
    proposal, status_quo = election.answers.options
    ruling = requirement.rule_on(election.answers.facts())
    yield Ruled(ruling, on=proposal)
    match ruling.status:
        case Status.PASSED:
            yield Chosen((proposal,))
        case Status.REJECTED:
            yield Undecided("rejected")
        case Status.NO_QUORUM:
            yield Undecided("inquorate")
        case Status.TIED if requirement.tie == "lot":
            kept = yield from first(election, (proposal, status_quo))
            yield Chosen((kept,))
        case Status.TIED:
            yield Undecided("tied", (proposal, status_quo))
        case _:
            assert_never(ruling.status)

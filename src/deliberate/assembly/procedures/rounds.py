"""Rounds: an issue, proposals on the table, turns of limited number and length."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar, assert_never, get_args

from attrs import frozen

from deliberate.assembly.floor import Floor, Proposal
from deliberate.assembly.moves import (
    Act,
    AnswerHandover,
    CloseRound,
    DraftProposal,
    GiveSupport,
    HandIssueOver,
    Move,
    OpenRound,
    RaiseIssue,
    ReviseProposal,
    TakeTurn,
)
from deliberate.assembly.procedure import Sitting, answered, in_order
from deliberate.assembly.reasons import not_done_here, refusal, turned_down
from deliberate.assembly.steps import (
    HandoverAnswered,
    IssueHandedOver,
    IssueRaised,
    MoveRefused,
    ProposalDrafted,
    ProposalRevised,
    RoundClosed,
    RoundOpened,
    SupportGiven,
    TurnTaken,
)
from deliberate.assembly.usable import unusable
from deliberate.community.roll import Roll
from deliberate.identity import text_hash
from deliberate.records.kinds import Step, kind

ANSWERS = ("accept", "decline")


@kind
@frozen
class Rounds:
    """Everybody may speak in a round, a few times and not too long; texts may change between votes.

    Attributes
    ----------
    turns
        How often one member may speak in a round.
    seconds
        How long one turn may take.
    roll
        Who may do anything here at all; None where the host has looked already.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from deliberate.assembly.moves import Move, OpenRound, RaiseIssue, TakeTurn
    >>> from deliberate.assembly.agenda import Agenda
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> moves = [Move("li", noon, act) for act in (RaiseIssue("lamps"), OpenRound("lamps"), TakeTurn("Too dark."))]
    >>> [type(step).__name__ for step in Rounds().steps(Sitting(Agenda(), tuple(moves)))]
    ['IssueRaised', 'RoundOpened', 'TurnTaken']

    Notes
    -----
    O(1) steps a move. A refused move stays in the trace as ``MoveRefused`` and changes nothing else.

    References
    ----------
    Yuan Tianpeng, the rules of order of Nantang village (萝卜议事规则), 2008: two turns of two minutes.
    """

    name: ClassVar[str] = "rounds"

    turns: int = 2
    seconds: int = 120
    roll: Roll | None = None

    @property
    def acts(self) -> tuple[type, ...]:
        """The kinds of acts that it answers."""
        return get_args(Act)

    def begin(self) -> Floor:
        """An empty floor."""
        return Floor()

    def steps(self, sitting: Sitting, /) -> Iterator[Step]:
        """Answer every move in turn."""
        return answered(self, sitting)

    def legal(self, floor: Floor, member: str, at: datetime, /) -> tuple[str, ...]:  # noqa: ARG002 - no date opens a round
        """The names of the acts that a member may do now."""
        if self.roll is not None and member not in self.roll:
            return ()
        if floor.issue is None:
            return ("RaiseIssue",)
        waits = floor.handed_to is not None and floor.answer is None
        speaks = floor.round and floor.turns_of(member) < self.turns
        open_ = {
            "HandIssueOver": True,
            "AnswerHandover": waits,
            "DraftProposal": True,
            "ReviseProposal": floor.proposals,
            "GiveSupport": any(member not in each.latest.supporters for each in floor.proposals),
            "OpenRound": not floor.round,
            "TakeTurn": speaks,
            "CloseRound": floor.round,
        }
        return tuple(act for act, may in open_.items() if may)

    def step(self, floor: Floor, move: Move, /) -> Step:
        """Answer one move."""
        act = move.act
        if not isinstance(act, Act):
            return in_order(self, floor, move, not_done_here(move.by, act))
        wrong = next(unusable(act, move.at, None), None)
        if wrong is None and self.roll is not None and move.by not in self.roll:
            wrong = refusal("not-on-the-roll", member=move.by)
        step = self._answered(floor, move, act) if wrong is None else turned_down(move.by, wrong)
        return in_order(self, floor, move, step)

    def _answered(self, floor: Floor, move: Move, act: Act) -> Step:
        match act:
            case RaiseIssue(title, text, tags, channel):
                if floor.issue is not None:
                    return _refused(move, "one-issue", issue=floor.issue.title)
                return IssueRaised(title, move.by, move.at, tags, channel, text)
            case _ if floor.issue is None:
                return _refused(move, "no-issue")
            case HandIssueOver(group, answer_by):
                return IssueHandedOver(group, answer_by)
            case AnswerHandover():
                return self._answer(floor, move, act)
            case DraftProposal(proposal, text):
                if floor.proposal(proposal):
                    return _refused(move, "proposal-exists", proposal=proposal)
                return ProposalDrafted(proposal, move.by, text, text_hash(text))
            case ReviseProposal() | GiveSupport():
                return self._on_proposal(floor, move, act)
            case OpenRound() | TakeTurn() | CloseRound():
                return self._in_round(floor, move, act)
        assert_never(act)

    def _answer(self, floor: Floor, move: Move, act: AnswerHandover) -> Step:
        if floor.handed_to is None or floor.answer is not None:
            return _refused(move, "nothing-handed-over")
        if act.answer not in ANSWERS:
            return _refused(move, "unknown-answer", answer=act.answer)
        return HandoverAnswered(floor.handed_to.group, act.answer, move.at, act.reason)

    def _on_proposal(self, floor: Floor, move: Move, act: ReviseProposal | GiveSupport) -> Step:
        one = floor.proposal(act.proposal)
        if one is None:
            return _refused(move, "unknown-proposal", proposal=act.proposal)
        match act:
            case ReviseProposal():
                return self._revised(one, move, act)
            case GiveSupport():
                if move.by in one.latest.supporters:
                    return _refused(move, "supports-already", proposal=one.name)
                return SupportGiven(one.name, one.latest.number, move.by)
        assert_never(act)

    def _revised(self, one: Proposal, move: Move, act: ReviseProposal) -> Step:
        new = text_hash(act.text)
        if new == one.latest.hash:
            return _refused(move, "same-text", proposal=one.name)
        return ProposalRevised(one.name, one.latest.number + 1, act.text, new, one.latest.supporters)

    def _in_round(self, floor: Floor, move: Move, act: OpenRound | TakeTurn | CloseRound) -> Step:
        match act:
            case OpenRound(topic):
                if floor.round:
                    return _refused(move, "round-open", round=floor.round)
                return RoundOpened(floor.rounds + 1, topic)
            case _ if not floor.round:
                return _refused(move, "no-round")
            case TakeTurn():
                return self._turn(floor, move, act)
            case CloseRound(summary):
                return RoundClosed(floor.round, floor.speakers, summary)
        assert_never(act)

    def _turn(self, floor: Floor, move: Move, act: TakeTurn) -> Step:
        if floor.turns_of(move.by) >= self.turns:
            return _refused(move, "turns-spent", turns=self.turns)
        if act.seconds > self.seconds:
            return _refused(move, "turn-over", seconds=self.seconds)
        if act.proposal and not floor.proposal(act.proposal):
            return _refused(move, "unknown-proposal", proposal=act.proposal)
        return TurnTaken(floor.round, move.by, act.text, act.side, act.proposal)


def _refused(move: Move, code: str, **about: object) -> MoveRefused:
    return turned_down(move.by, refusal(code, **about))

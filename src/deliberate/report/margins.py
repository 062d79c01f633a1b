"""What stands beside a line of the minutes: how long somebody spoke, what an amendment changes, who abstained."""

from __future__ import annotations

from collections.abc import Mapping

from deliberate.assembly.motions.meeting import Meeting
from deliberate.assembly.motions.steps import MotionMade, MotionStep, SpeechMade
from deliberate.assembly.motions.table import Motion
from deliberate.assembly.moves import Side, TakeTurn
from deliberate.assembly.proposals.diffs import Difference, difference
from deliberate.assembly.proposals.part import Proposals
from deliberate.assembly.proposals.steps import AmendmentOffered
from deliberate.assembly.speeches import Speech
from deliberate.assembly.steps import TurnTaken
from deliberate.assembly.talk.steps import ResultDeclared, TurnRuledOut, TurnSpoken, VoteCalled, VotedByHand
from deliberate.records.kinds import Step
from deliberate.report.plain import one_line, plain
from deliberate.report.sheet import Sheet
from deliberate.report.texts import amending
from deliberate.words import say


def margins(sheet: Sheet) -> Mapping[int, str]:
    """What stands beside the steps of a trace, by their place in it.

    Notes
    -----
    One fold of the trace, and for each amendment the cost of comparing two texts.
    """
    found = dict[int, str]()
    ruled = {step.number: step for step in sheet.talk.steps(TurnRuledOut)}
    reader = _Reader(sheet.lang)
    for place, step in enumerate(sheet.talk.trace):
        note = reader.note(step)
        if isinstance(step, Speech):
            ruling = ruled.get(step.number) if isinstance(step, TurnSpoken) else None
            ground = ruling.ground if ruling else None
            note = say("minutes.spoken", {"seconds": seconds(sheet, place) or None, "ground": ground}, sheet.lang)
        if note:
            found[place] = note
    return found


def seconds(sheet: Sheet, place: int) -> int:
    """How long a speech took; 0 where nobody took the time."""
    match sheet.talk.trace[place]:
        case TurnSpoken(seconds=taken) | SpeechMade(seconds=taken):
            return taken
        case TurnTaken() if sheet.moves:
            act = sheet.moves[place].act
            return act.seconds if isinstance(act, TakeTurn) else 0
    return 0


class _Reader:
    """Reads a trace and keeps what is needed to say what a step changes."""

    def __init__(self, lang: str) -> None:
        self.lang, self.meeting, self.proposals, self.abstained = lang, Meeting(), Proposals(), 0

    def note(self, step: Step) -> str:
        """What stands beside a step; empty where nothing does."""
        match step:
            case MotionMade(motion=Motion.AMEND) if step.text:
                target = self.meeting.business.pending(step.question)
                before = target.text if target else ""
                self._after(step)
                return self._changes(difference(plain(before), plain(step.text)))
            case AmendmentOffered():
                self._after(step)
                changed = amending(self.proposals, self.proposals.amendments.named[step.amendment])
                return self._changes(changed)
            case ResultDeclared():
                return say("minutes.abstained", {"n": self.abstained or None}, self.lang)
        self._after(step)
        return ""

    def _after(self, step: Step) -> None:
        match step:
            case VoteCalled():
                self.abstained = 0
            case VotedByHand(side=Side.NEITHER):
                self.abstained += 1
        if isinstance(step, MotionStep):
            self.meeting = self.meeting.after(step)
        else:
            self.proposals = self.proposals.after(step)

    def _changes(self, changed: Difference) -> str:
        return say("minutes.changes", {"changes": one_line(changed.explain(self.lang))}, self.lang)

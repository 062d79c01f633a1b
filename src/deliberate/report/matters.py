"""The matters of a meeting, one after the other: which steps belong to which, under whatever rules of order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from attrs import frozen

from deliberate.assembly.allegations.steps import AllegationMade, AssignmentAnnounced, InterestsDeclared
from deliberate.assembly.circle.steps import CircleStep, DriverStated
from deliberate.assembly.delphi.steps import DelphiStep, EstimatesOpened
from deliberate.assembly.liquid.part import LiquidStep
from deliberate.assembly.liquid.steps import IssueOpened
from deliberate.assembly.mediation.steps import CaseOpened, MediationStep
from deliberate.assembly.motions.meeting import Meeting
from deliberate.assembly.motions.stack import Pending
from deliberate.assembly.motions.steps import MotionMade, MotionStep
from deliberate.assembly.motions.table import Motion
from deliberate.assembly.steps import IssueRaised, MoveRefused
from deliberate.assembly.talk.steps import ChairTakenBack, FloorClosed, FloorOpened, MotionLaid, ResultDeclared
from deliberate.assembly.talk.traits import Follows
from deliberate.records.kinds import Step

# What is no matter of its own: what was done before the first one, and between and after them.
BEFORE, BESIDES = "before", "besides"
# In its title somebody may not be named.
INQUIRY = "delphi"

_AREAS = {"case": MediationStep, "circle": CircleStep, INQUIRY: DelphiStep, "liquid": LiquidStep}
_AREA = {step: area for area, union in _AREAS.items() for step in get_args(union)}
_MOTIONS = get_args(MotionStep)
_OF_SOMETHING = frozenset({Motion.RECONSIDER, Motion.TAKE})


@frozen
class Chapter:
    """One matter, or what is none.

    Attributes
    ----------
    key
        ``before``, ``besides``, or what the matter is known by.
    title
        What somebody called it; empty for what is no matter.
    places
        Which steps of the trace belong to it, in order.
    """

    key: str
    title: str
    places: tuple[int, ...]


def chapters(trace: Iterable[Step]) -> tuple[Chapter, ...]:
    """The matters in the order in which they were opened, with their steps; refusals belong to none.

    Notes
    -----
    One look at each step.
    """
    titles, places = dict[str, str](), dict[str, list[int]]()
    reader = _Reader(titles)
    for place, step in enumerate(trace):
        if not isinstance(step, MoveRefused):
            key = reader.read(step) or (BESIDES if titles else BEFORE)
            places.setdefault(key, []).append(place)
    ordered = (BEFORE, *titles, BESIDES)
    return tuple(Chapter(key, titles.get(key, ""), tuple(places[key])) for key in ordered if key in places)


class _Reader:
    """Reads a trace and knows which matter is open."""

    def __init__(self, titles: dict[str, str]) -> None:
        self.titles, self.meeting, self.now, self.last = titles, Meeting(), "", ""

    def read(self, step: Step) -> str:
        """The matter that a step belongs to; empty where it belongs to none."""
        if isinstance(step, _MOTIONS):
            self.now = self._moved(step)
        elif began := _begins(step):
            self.now, title = began
            self.titles.setdefault(self.now, title)
        elif isinstance(step, ChairTakenBack):
            return self.last
        elif isinstance(step, InterestsDeclared | AssignmentAnnounced):
            return ""
        else:
            self.now = self._area(step) or self.now
        key, self.last = self.now, self.now or self.last
        if _ends(step):
            self.now = ""
        return key

    def _area(self, step: Step) -> str:
        """The matter of an area that has only one, or of an allegation."""
        number = getattr(step, "allegation", None)
        area = f"allegation-{number}" if number is not None else _AREA.get(type(step), "")
        return area if area in self.titles else ""

    def _moved(self, step: MotionStep) -> str:
        """The question at the bottom of the stack, before the step or once it has brought one."""
        before, self.meeting = self.meeting, self.meeting.after(step)
        stack = before.business.stack or self.meeting.business.stack
        if not stack:
            return ""
        if isinstance(step, MotionMade) and step.motion in {Motion.MAIN, Motion.RESCIND}:
            self.titles.setdefault(_numbered(step.number), step.text)
        return self._question(stack[0])

    def _question(self, lowest: Pending) -> str:
        number = lowest.target if lowest.motion in _OF_SOMETHING else lowest.number
        key = _numbered(number or 0)
        # A part of a divided question has no motion of its own: it goes with what is open.
        divided = self.now if lowest.motion is Motion.MAIN else ""
        return key if key in self.titles else divided


def _numbered(number: int) -> str:
    return f"question-{number}"


def _begins(step: Step) -> tuple[str, str] | None:
    match step:
        case IssueRaised(title):
            return "issue", title
        case FloorOpened(number, title) | MotionLaid(number, title):
            return f"floor-{number}", title
        case CaseOpened(matter):
            return "case", matter
        case DriverStated(driver):
            return "circle", driver
        case EstimatesOpened(question=question):
            return INQUIRY, question
        case IssueOpened(initiative):
            return "liquid", initiative
        case AllegationMade(number, task):
            return f"allegation-{number}", task
    return None


def _ends(step: Step) -> bool:
    match step:
        case ResultDeclared() | FloorClosed(follows=Follows.NONE | Follows.LATER):
            return True
    return False

"""Why an act does not fit the phase in which the meeting is."""

from __future__ import annotations

from deliberate.assembly.reasons import refusal
from deliberate.assembly.talk.course import Phase
from deliberate.assembly.talk.gate import Ask, Reasons
from deliberate.assembly.talk.queueing import queue_of
from deliberate.assembly.talk.speaking import not_called, upcoming
from deliberate.assembly.talk.traits import Opening

# In no phase but their own do these mean anything.
_VOTE = {"VoteByHand", "DeclareResult"}
_OPENING = {"OpenRound", "LayMotion"}


def out_of_phase(ask: Ask, act: str) -> Reasons:
    """Why an act is not one of the form, or not one of this phase.

    Notes
    -----
    Whether it is refused says the table of the course alone; here is only why.
    """
    needed = ask.form.needs.get(act)
    phase = ask.part.phase
    if needed is None and act == "OpenRound":
        yield refusal("no-motion") if phase is Phase.READY else refusal("one-matter", topic=ask.matter.topic)
    elif needed is None:
        yield refusal("not-in-this-form", form=ask.form.term, act=f"act.{act}")
    elif phase not in needed:
        yield from _why(ask, act, phase)


def _why(ask: Ask, act: str, phase: Phase) -> Reasons:
    if phase is Phase.READY:
        yield refusal("no-motion") if ask.form.opening is Opening.MOTION else refusal("no-round")
    elif act in _OPENING:
        yield refusal("one-matter", topic=ask.matter.topic)
    elif act in _VOTE:
        yield refusal("no-vote")
    elif act == "TakeChairBack":
        yield refusal("matter-undecided")
    elif phase is Phase.VOTING:
        yield refusal("vote-called")
    elif phase is Phase.DEBATED:
        yield refusal("debate-closed")
    elif act == "CallVote":
        yield refusal("debate-open", next=_next(ask))
    else:
        yield from _while_open(ask, act, phase)


def _while_open(ask: Ask, act: str, phase: Phase) -> Reasons:
    if phase in {Phase.FULL, Phase.LATE}:
        yield refusal("fishbowl-full")
    elif phase is Phase.CALLED:
        yield refusal("floor-taken", member=upcoming(ask))
    elif act == "GoOnWithout":
        yield refusal("nobody-in-the-way")
    else:
        yield from not_called(ask)


def _next(ask: Ask) -> str:
    hand = queue_of(ask).next
    return hand.member if hand else ""

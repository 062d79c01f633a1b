"""The course of an allegation as a table: who may do what while it stands where."""

from __future__ import annotations

from enum import StrEnum

from deliberate.assembly.phases import Order, Row


class AllegationState(StrEnum):
    """Where an allegation stands."""

    NONE = "allegation.none"
    MADE = "allegation.made"
    ANSWERED = "allegation.answered"
    REVIEWED = "allegation.reviewed"
    FOUND = "allegation.found"


_MADE, _ANSWERED, _REVIEWED = AllegationState.MADE, AllegationState.ANSWERED, AllegationState.REVIEWED

ORDER = Order(
    tuple(AllegationState),
    (
        Row("DeclareInterests", "person", (AllegationState.NONE,)),
        Row("AnnounceAssignment", "keeper", (AllegationState.NONE,)),
        Row("MakeAllegation", "member", (AllegationState.NONE,), (_MADE,)),
        Row("AnswerAllegation", "accused", (_MADE,), (_ANSWERED,)),
        Row("AnswerAllegation", "accused", (_REVIEWED,)),
        Row("NameReviewer", "keeper", (_MADE, _ANSWERED), (_REVIEWED,)),
        Row("HearSide", "reviewer", (_REVIEWED,)),
        Row("NoteSilence", "reviewer", (_REVIEWED,)),
        Row("PublishFinding", "reviewer", (_REVIEWED,), (AllegationState.FOUND,)),
    ),
)

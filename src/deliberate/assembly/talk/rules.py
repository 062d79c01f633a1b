"""The door of the area: a move in, a step or a refusal out, and what a member may do now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import cast, get_args

from deliberate.assembly.moves import Move
from deliberate.assembly.reasons import not_done_here, refusal, turned_down
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.talk import chairing, closing, opening, queueing, seating, speaking, voting
from deliberate.assembly.talk.acts import LowerHand, TalkAct
from deliberate.assembly.talk.form import Form
from deliberate.assembly.talk.gate import Ask, Gate, Reasons
from deliberate.assembly.talk.part import Talk
from deliberate.assembly.talk.phases import out_of_phase
from deliberate.assembly.talk.steps import TalkStep
from deliberate.assembly.talk.terms import TalkTerms
from deliberate.assembly.usable import unusable

ACTS: tuple[type[TalkAct], ...] = get_args(TalkAct)
GATES: Mapping[type, Gate[TalkAct]] = cast(
    "Mapping[type, Gate[TalkAct]]",
    {
        **opening.GATES,
        **queueing.GATES,
        **speaking.GATES,
        **seating.GATES,
        **chairing.GATES,
        **closing.GATES,
        **voting.GATES,
    },
)


def answer(part: Talk, move: Move, form: Form, terms: TalkTerms) -> TalkStep | MoveRefused:
    """Answer a move: what happens, or the first rule that it breaks.

    Notes
    -----
    O(hands + length of the texts); the opening of a circle O(members log members). A refusal leaves everything as
    it is.
    """
    act: object = move.act
    ask = Ask(part, form, terms, move.by, move.at)
    if not isinstance(act, TalkAct):
        return not_done_here(move.by, move.act)
    reason = next(_against(ask, act), None)
    return GATES[type(act)].step(ask, act) if reason is None else turned_down(move.by, reason)


def legal(part: Talk, member: str, at: datetime, form: Form, terms: TalkTerms) -> tuple[str, ...]:
    """The names of the acts that a member may do now, with some content.

    Notes
    -----
    O(acts); to hand over the chair O(members) where nearly everybody has spoken, to invite O(interests).
    """
    ask = Ask(part, form, terms, member, at)
    if next(_anything(ask, LowerHand()), None) is not None:
        return ()
    phase = part.phase
    opened = (act for act in ACTS if phase in form.needs.get(act.__name__, ()))
    return tuple(act.__name__ for act in opened if GATES[act].opens(ask))


def _against(ask: Ask, act: TalkAct) -> Reasons:
    yield from _anything(ask, act)
    yield from out_of_phase(ask, type(act).__name__)
    yield from GATES[type(act)].against(ask, act)


def _anything(ask: Ask, act: TalkAct) -> Reasons:
    """Why somebody can do nothing at all at that moment, or not with such a text."""
    yield from unusable(act, ask.at, ask.part.last)
    if ask.by not in ask.terms.here:
        yield refusal("not-on-the-roll", member=ask.by)

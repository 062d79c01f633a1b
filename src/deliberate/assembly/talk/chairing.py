"""The chair is handed over and taken back, and rules turns out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from deliberate.assembly.reasons import refusal, silent
from deliberate.assembly.talk.acts import RuleOut, TakeChairBack, YieldChair
from deliberate.assembly.talk.circle import Circle
from deliberate.assembly.talk.gate import Ask, Gate, Reasons, chair_only
from deliberate.assembly.talk.queue import Queue
from deliberate.assembly.talk.steps import ChairTakenBack, ChairYielded, TurnRuledOut
from deliberate.assembly.talk.traits import Chair, Ground


def neutral(ask: Ask, member: str) -> bool:
    """Whether somebody can preside where the chair takes no part: no motion, no hand up, no turn to come or taken."""
    floor = ask.part.floor
    if ask.form.chair is Chair.SPEAKS or floor is None:
        return True
    if member == floor.mover:
        return False
    match floor.way:
        case Queue(hands=hands, called=called):
            if member in hands or (called is not None and called.member == member):
                return False
        case Circle(members=members):
            if member in members:
                return False
    return ask.part.here(member) == 0


def _successors(ask: Ask) -> Iterable[YieldChair]:
    """The first who could preside: where they cannot, nobody can."""
    members = ask.terms.members if ask.by == ask.presides and not _all_spoke(ask) else ()
    others = (member for member in members if member != ask.presides and neutral(ask, member))
    return (YieldChair(member) for member in islice(others, 1))


def _all_spoke(ask: Ask) -> bool:
    """Whether nobody but who presides is left who has not spoken, so that nobody needs to be looked for."""
    floor = ask.part.floor
    taken = floor is not None and floor.speakers >= len(ask.terms.members) - 1
    return ask.form.chair is Chair.YIELDS and taken


def _against_yielding(ask: Ask, act: YieldChair) -> Reasons:
    yield from chair_only(ask)
    if act.to not in ask.terms.here:
        yield refusal("not-on-the-roll", member=act.to)
    if act.to == ask.presides:
        yield refusal("chair-already", member=act.to)
    if not neutral(ask, act.to):
        yield refusal("not-neutral", member=act.to)


def _against_taking_back(ask: Ask, _: TakeChairBack) -> Reasons:
    if ask.by != ask.terms.chair:
        yield refusal("chair-only", chair=ask.terms.chair)
    if ask.by == ask.presides:
        yield refusal("chair-already", member=ask.by)


def _rulings(ask: Ask) -> Iterable[RuleOut]:
    return (RuleOut(ask.matter.turn, Ground.OFF_TOPIC, "-"),)


def _against_ruling(ask: Ask, act: RuleOut) -> Reasons:
    yield from chair_only(ask)
    matter = ask.matter
    if not matter.turn or act.turn != matter.turn:
        yield refusal("not-the-last-turn", turn=str(act.turn))
    if matter.ruling is not None:
        yield refusal("ruled-out-already", turn=str(act.turn))
    if matter.speaker == ask.by:
        yield refusal("own-turn", member=ask.by)
    yield from silent(act.words)


def _ruled(ask: Ask, act: RuleOut) -> TurnRuledOut:
    return TurnRuledOut(act.turn, ask.matter.speaker, act.ground, act.words, ask.by, ask.at)


GATES = {
    YieldChair: Gate(_successors, _against_yielding, lambda ask, act: ChairYielded(ask.by, act.to, ask.at)),
    TakeChairBack: Gate(
        lambda _: (TakeChairBack(),), _against_taking_back, lambda ask, _: ChairTakenBack(ask.by, ask.at)
    ),
    RuleOut: Gate(_rulings, _against_ruling, _ruled),
}

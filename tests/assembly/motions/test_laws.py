"""Laws over random moves: no illegal state, no silent refusal, and what is legal is what is accepted."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise
from random import Random
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.confer import told
from deliberate.assembly.motions import acts
from deliberate.assembly.motions.acts import MakeMotion, Matter, Ruling, Voted
from deliberate.assembly.motions.ask import Ask, Manner
from deliberate.assembly.motions.meeting import Sits, meeting_of
from deliberate.assembly.motions.openings import motions, openings
from deliberate.assembly.motions.rules import reasons
from deliberate.assembly.motions.stack import depth
from deliberate.assembly.motions.table import ROWS, Cell, Group, Motion
from deliberate.assembly.moves import Move
from deliberate.assembly.procedures.robert import Robert
from deliberate.assembly.steps import MoveRefused
from deliberate.records import from_dict, to_dict
from tests.assembly.motions.room import MEMBERS, Room
from tests.search import a_part

PEOPLE = (*MEMBERS[:5], "nobody")
GROUPS = (MEMBERS, MEMBERS[:6], MEMBERS[:5], MEMBERS[1:])
TEXTS = ("", "lamps", "trees", "bins", "lamps\nbins", "turn-over", "speeches-spent", "\u202e")
NUMBERED = (acts.CallUpReconsideration, acts.GiveNotice, acts.BeginCommittee, acts.TakeUp)
PLAIN = (acts.AskForTheFloor, acts.YieldTheFloor, acts.SecondMotion, acts.LetMotionFall, acts.StateQuestion)
RULES = st.builds(
    Robert, st.sampled_from([1, 2]), st.sampled_from([1, 10]), st.sampled_from([None, 3]), st.sampled_from(Manner)
)
SEEDS = st.integers(0, 2**64)
MOVES = 12


def anything(draw, now):
    """Some act, legal or not."""
    number, small = draw.choice((None, 0, 1, 2, 3, 5, 8)), draw.randint(-1, 4)
    return draw.choice(
        (
            MakeMotion(
                draw.choice(tuple(Motion)),
                draw.choice(TEXTS),
                number,
                draw.choice((None, now - timedelta(minutes=1), now + timedelta(minutes=5))),
                draw.choice((None, small)),
                draw.choice((None, small)),
                draw.choice(tuple(Voted)),
            ),
            acts.CallToOrder(MEMBERS, draw.choice(GROUPS)),
            acts.TakeAttendance(draw.choice(GROUPS)),
            acts.Recognise(draw.choice(PEOPLE)),
            acts.RuleMotionOut(draw.choice(tuple(Matter))),
            acts.Debate("Yes.", draw.choice((0, 30, 90))),
            acts.PutQuestion(small, 2),
            acts.PutQuestion(2, 1, ("li", "wang"), ("zhao",)),
            acts.GiveRuling(draw.choice(tuple(Ruling)), draw.choice(tuple(Matter))),
            draw.choice(NUMBERED)(number or 0),
            draw.choice(PLAIN)(),
            acts.AnnounceResult(),
        )
    )


# What ends things or leads nowhere comes up now and then among the acts that are tried blindly.
IDLE = acts.TakeAttendance | acts.YieldTheFloor | acts.RuleMotionOut


def interrupts(act):
    """Whether it is a motion that could be made at any time, so that nothing else would ever happen."""
    return isinstance(act, MakeMotion) and ROWS[act.motion].interrupts is not Cell.NO


def fitting(draw, ask):
    """One of the acts that are legal, each kind as likely as the other; None where there is none."""
    if ask.meeting.sits is not Sits.OPEN:
        return acts.CallToOrder(MEMBERS, MEMBERS)
    kinds, blurts = {}, draw.random() < 0.2
    for act in (*openings(ask), *motions(ask)):
        if not isinstance(act, IDLE) and (blurts or not interrupts(act)):
            kinds.setdefault(type(act), []).append(act)
    for kind in draw.sample(list(kinds), len(kinds)):
        for act in draw.sample(kinds[kind], len(kinds[kind])):
            if next(reasons(ask, act), None) is None:
                votes = acts.PutQuestion(*draw.choice(((3, 1), (1, 2), (2, 0))))
                return votes if kind is acts.PutQuestion and len(ask.meeting.present) > 3 else act
    return None


def adopted():
    """One motion adopted, another one lost."""
    room = Room()
    room.main("lamps")
    room.vote(6, 3)
    room.main("bins")
    room.vote(3, 6)
    return room


def put_off(motion):
    """One motion adopted, another one put off with its amendment."""
    room = adopted()
    room.main("trees")
    room.moved(Motion.AMEND, "more trees")
    room.moved(motion, **({"until": room.now + timedelta(minutes=5)} if motion is Motion.POSTPONE else {}))
    room.vote(6, 3)
    return room


def pending(*motions):
    """Two parts and an amendment pending, and perhaps something above them."""
    room = adopted()
    room.main("trees\nflowers")
    for motion in motions:
        room.moved(motion, "more trees\nflowers")
    return room


def noted():
    """A motion to reconsider that waits to be called up."""
    room = pending()
    room.ok("li", MakeMotion(Motion.RECONSIDER, question=1, voted=Voted.YES))
    room.vote(6, 3)
    return room


def ended(motion):
    """A meeting that does not sit, with a question pending."""
    room = pending()
    room.moved(motion)
    room.vote(6, 3)
    return room


STARTS = tuple(
    (room.meeting, room.now, tuple(room.trace))
    for room in (
        *(adopted(), pending(), pending(Motion.AMEND), pending(Motion.AMEND, Motion.REFER), noted()),
        *(put_off(motion) for motion in (Motion.LAY, Motion.POSTPONE, Motion.REFER)),
        *(ended(motion) for motion in (Motion.RECESS, Motion.ADJOURN)),
    )
)


def who(draw, meeting):
    """Mostly who has the floor, and the chair where somebody waits for it, so that the moves lead somewhere."""
    if meeting.floor and draw.random() < 0.6:
        return meeting.floor
    if meeting.waiting and draw.random() < 0.5:
        return "chen"
    return draw.choice(("chen", "chen", "li", "li", "wang", draw.choice(PEOPLE)))


def held(rules, seed, moves=MOVES):
    """A dozen moves after one of the starts, each with the meeting that it found and the step that it led to."""
    draw = Random(seed)  # noqa: S311 - a walk, not a secret
    meeting, now, _ = STARTS[seed % len(STARTS)]
    for _ in range(moves):
        now += timedelta(minutes=draw.choice((0, 0, 1, 1, 1, 20, 700)))
        by = who(draw, meeting)
        move = Move(by, now, anything(draw, now))
        if draw.random() < 0.85:
            options = ((each, fitting(draw, Ask(meeting, rules, each, now))) for each in (by, "chen", "li"))
            move = next((Move(each, now, act) for each, act in options if act is not None), move)
        step = rules.step(meeting, move)
        yield meeting, move, step
        meeting = meeting.after(step)


APPLIED = (Motion.AMEND, Motion.PREVIOUS, Motion.LIMIT)


def faults(meeting):
    """What a meeting must never look like."""
    stack, here = meeting.business.stack, meeting.present
    numbers = [each.number for each in stack]
    amended = Counter(each.target for each in stack if each.motion is Motion.AMEND)
    yield "a number twice", len(set(numbers)) < len(numbers)
    yield "a number not given yet", any(number > meeting.business.made for number in numbers)
    yield "an amendment of the third degree", any(depth(stack, each) > 2 for each in stack)
    yield "two amendments to one question", any(count > 1 for count in amended.values()) and not divided(stack)
    yield (
        "an amendment to what is not below it",
        any(each.target not in numbers[:place] for place, each in enumerate(stack) if each.motion is Motion.AMEND),
    )
    yield (
        "a question that was not stated below another one",
        any(not each.stated for each, above in pairwise(stack) if above.motion not in {Motion.POINT, Motion.APPEAL}),
    )
    yield (
        "two of one incidental motion together",
        any(each.motion is above.motion and each.row.group is Group.INCIDENTAL for each, above in pairwise(stack)),
    )
    yield (
        "a motion above one that outranks it",
        any(
            above.row.pending_rank >= each.row.pending_rank
            for place, each in enumerate(stack)
            for above in stack[place + 1 :]
            if each.row.pending_rank and above.row.pending_rank and above.motion not in {*APPLIED, each.motion}
        ),
    )
    yield "two appeals", sum(each.motion is Motion.APPEAL for each in stack) > 1
    yield "the floor to somebody who is not here", meeting.floor != "" and meeting.floor not in here
    yield "one who waits twice", len(set(meeting.waiting)) < len(meeting.waiting)
    yield "one who has the floor and waits", meeting.floor in meeting.waiting
    yield "no chair", meeting.sits is Sits.OPEN and meeting.chair not in here
    yield "a question pending and put off", bool(set(numbers) & set(meeting.business.parked))


def divided(stack):
    """Whether the amendments to one question are parts of one: numbered together, the first part on top."""
    amending = [each for each in stack if each.motion is Motion.AMEND]
    parts = [each for each in amending if sum(each.target == other.target for other in amending) > 1]
    return all(lower.number > upper.number and lower.mover == upper.mover for lower, upper in pairwise(parts))


@a_part(10)
@given(RULES, SEEDS)
def test_random_moves_lead_to_no_illegal_state_and_legal_is_what_is_accepted(rules, seed):
    for meeting, move, step in held(rules, seed):
        after = meeting.after(step)
        assert [] == [name for name, found in faults(after) if found]
        if isinstance(step, MoveRefused):
            assert meeting == after
        else:
            assert type(move.act).__name__ in rules.legal(meeting, move.by, move.at)
            assert getattr(move.act, "motion", None) in (None, *rules.in_order(meeting, move.by, move.at))


@a_part(4)
@given(RULES, SEEDS)
def test_every_step_and_every_refusal_is_told_in_both_languages_and_a_refusal_says_what_is_legal(rules, seed):
    for meeting, move, step in held(rules, seed):
        assert all(told(step, lang).strip() for lang in ("en", "zh"))
        if isinstance(step, MoveRefused):
            motions_too = rules.in_order(meeting, move.by, move.at) if isinstance(move.act, MakeMotion) else ()
            assert (*rules.legal(meeting, move.by, move.at), *map(str, motions_too)) == step.legal


@a_part(4)
@given(RULES, SEEDS)
def test_the_steps_alone_lead_to_the_same_meeting_also_from_a_journal(rules, seed):
    meeting, _, trace = STARTS[seed % len(STARTS)]
    steps = list(trace)
    for before, _, step in held(rules, seed):
        meeting = before.after(step)
        steps.append(step)
    kept = [step for step in steps if not isinstance(step, MoveRefused)]
    assert meeting == meeting_of(kept)
    assert meeting == meeting_of(from_dict(to_dict(step)) for step in kept)


def test_random_moves_reach_every_act_and_every_motion():
    """A search that gets nowhere proves nothing."""
    seen = set()
    for seed in range(70):
        for _, move, step in held(Robert(), seed, 50):
            if not isinstance(step, MoveRefused):
                seen |= {type(move.act).__name__, getattr(move.act, "motion", "")}
    assert set() == {act.__name__ for act in get_args(acts.MotionAct)} - seen
    assert set() == set(Motion) - seen

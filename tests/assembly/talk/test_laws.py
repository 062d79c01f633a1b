"""Laws over random moves: no illegal state, no refusal without words, the same from the steps, legal is accepted."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.agenda import Agenda
from deliberate.assembly.confer import Deliberation, confer, told
from deliberate.assembly.moves import CloseRound, Move, OpenRound, TakeTurn
from deliberate.assembly.procedures.rounds import Rounds
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.talk import acts, steps
from deliberate.assembly.talk.course import COURSE, course
from deliberate.assembly.talk.gate import Ask
from deliberate.assembly.talk.part import Talk, talk_of
from deliberate.assembly.talk.rules import ACTS, GATES
from deliberate.assembly.talk.traits import Access, Chair, Ground
from deliberate.assembly.together import Together
from deliberate.records import from_dict, to_dict
from deliberate.words import LANGUAGES, knows
from tests.assembly.talk.meeting import AGAINST, CHAIR, FOR, INTERESTS, MEMBERS, NEITHER, NOON, PROCEDURES
from tests.search import a_part

PEOPLE = (*MEMBERS, "nobody")
FAR = datetime.max.replace(tzinfo=UTC)
PLAIN = (
    acts.LowerHand(),
    acts.PassTurn(),
    acts.TakeSeat(),
    acts.LeaveSeat(),
    acts.TakeChairBack(),
    acts.AgreeToClose(),
    acts.CallVote(),
    CloseRound(),
    CloseRound("So it is."),
    OpenRound("lamps"),
    OpenRound(" "),
    acts.LayMotion("Repair the lamps."),
    acts.LayMotion("\u202eRepair"),
    TakeTurn("x" * 1_000_001),
    *(acts.InviteInterest(name) for name in (*(each.name for each in INTERESTS), "cats")),
    *(acts.RaiseHand(side) for side in (FOR, AGAINST, NEITHER)),
    *(acts.VoteByHand(side) for side in (FOR, AGAINST, NEITHER)),
    *(acts.DeclareResult(side) for side in (FOR, NEITHER)),
    *(TakeTurn("So.", side=side, seconds=long) for side in (FOR, AGAINST, NEITHER) for long in (-1, 0, 60, 121)),
    *(kind(member) for kind in (acts.CallOn, acts.GoOnWithout, acts.YieldChair) for member in PEOPLE),
)
# What ends or undoes something is tried now and then only, so that meetings come far.
RARE = {
    "CloseRound",
    "AgreeToClose",
    "YieldChair",
    "TakeChairBack",
    "GoOnWithout",
    "LowerHand",
    "LeaveSeat",
    "PassTurn",
}
IDS = ["open-floor", "limited-floor", *(each.name for each in PROCEDURES[2:])]
wishes = st.lists(
    st.tuples(st.sampled_from(PEOPLE), st.integers(0, 10_000), st.sampled_from(("fits", "fits", "fits", "any"))),
    max_size=60,
)
of_each_form = pytest.mark.parametrize("procedure", PROCEDURES, ids=IDS)


def pool(talk):
    """Acts of every kind, among them one that is accepted wherever any of its kind is."""
    last = len(talk.turns)
    rulings = [acts.RuleOut(turn, Ground.PERSONAL, words) for turn in (last, last + 1) for words in ("No.", "")]
    return (*PLAIN, *rulings)


def fitting(procedure, talk, member, pick, now):
    """Something that is legal: for the member, or for who comes next in the list."""
    start = PEOPLE.index(member)
    for by in (*PEOPLE[start:], *PEOPLE[:start]):
        legal = procedure.legal(talk, by, now)
        wanted = [act for act in legal if act not in RARE or pick % 4 == 0]
        if wanted:
            kind = next(act for act in ACTS if act.__name__ == wanted[pick % len(wanted)])
            ask = Ask(talk, procedure.form, procedure.terms, by, now)
            tries = [act for act in GATES[kind].tries(ask) if next(GATES[kind].against(ask, act), None) is None]
            act = tries[pick % len(tries)]
            if kind is acts.RaiseHand and pick % 2:
                act = acts.RaiseHand(AGAINST)
            return Move(by, now, act)
    return None


def played(procedure, wanted):
    """The moves of a random meeting, where it stands at the end, and the phases before and after each step."""
    talk, moves, phases, now = procedure.begin(), [], [], NOON
    for member, pick, how in wanted:
        now += timedelta(seconds=pick % 90)
        move = fitting(procedure, talk, member, pick, now) if how == "fits" else None
        move = move or Move(member, now, pool(talk)[pick % len(pool(talk))])
        before = talk
        step = procedure.step(talk, move)
        talk = talk.after(step)
        moves.append(move)
        phases.append((step, before, talk))
    return moves, talk, phases


@of_each_form
@given(wanted=wishes)
@a_part(4)
def test_a_random_meeting_keeps_the_rules(procedure, wanted):
    moves, talk, phases = played(procedure, wanted)
    rows = {(row.act, row.before, row.after) for row in course(procedure.form.traits)}
    for move, (step, before, after) in zip(moves, phases, strict=True):
        if isinstance(step, MoveRefused):
            assert before is after
            assert procedure.legal(before, move.by, move.at) == step.legal
            assert all(told(step, lang) for lang in LANGUAGES)
        else:
            assert (type(move.act).__name__, before.phase, after.phase) in rows
            assert all(told(step, lang) for lang in LANGUAGES)
            sound(procedure, step, before, after)
    trace = tuple(step for step, _, _ in phases)
    assert talk == talk_of(trace)
    assert trace == from_dict(to_dict(trace))


def sound(procedure, step, before, after):
    """What must hold of every state, said without the rules' own words."""
    form, terms, floor = procedure.form, procedure.terms, after.floor
    if isinstance(step, steps.TurnSpoken):
        assert form.seconds is None or 0 <= step.seconds <= form.seconds
        assert form.chair is Chair.SPEAKS or step.by != (before.chair or terms.chair)
        assert form.turns is None or after.here(step.by) <= form.turns
        assert len(after.turns) == sum(voice.turns for voice in after.voices.values())
    if floor is None:
        return
    spoken = Counter(turn.by for turn in after.turns if turn.floor == floor.number)
    assert spoken == Counter({member: after.here(member) for member in after.voices if after.here(member)})
    if form.access is Access.SEAT:
        assert len(set(floor.way.seated)) == len(floor.way.seated) <= form.seats
    elif form.access is Access.CIRCLE:
        assert max(spoken.values(), default=0) <= 1
    else:
        assert sum(map(len, floor.way.lines.values())) == len(floor.way.hands)


@of_each_form
@given(wanted=wishes)
@a_part(10)
def test_legal_is_what_is_accepted(procedure, wanted):
    moves, talk, _ = played(procedure, wanted)
    now = moves[-1].at if moves else NOON
    for member in PEOPLE:
        answers = {act: procedure.step(talk, Move(member, now, act)) for act in pool(talk)}
        accepted = {type(act).__name__ for act, step in answers.items() if not isinstance(step, MoveRefused)}
        assert accepted == set(procedure.legal(talk, member, now))


@of_each_form
@given(wanted=wishes)
@a_part(20)
def test_a_meeting_is_a_record_that_tells_itself(procedure, wanted):
    moves, talk, _ = played(procedure, wanted)
    deliberation = confer(Agenda(), procedure, moves)
    assert isinstance(deliberation, Deliberation)
    assert talk == deliberation.part
    assert deliberation == from_dict(to_dict(deliberation))
    for lang in LANGUAGES:
        assert len(deliberation.trace) <= len(deliberation.explain(lang).splitlines() or [])


@of_each_form
def test_nothing_happens_before_the_last_move_without_a_zone_or_to_a_stranger(procedure):
    talk = Talk(last=NOON)
    moves = (
        Move(CHAIR, NOON - timedelta(seconds=1), acts.LowerHand()),
        Move(CHAIR, NOON.replace(tzinfo=None), acts.LowerHand()),
        Move("nobody", NOON, acts.LowerHand()),
        Move(CHAIR, NOON, acts.LayMotion("x" * 1_000_001)),
        Move(CHAIR, NOON, acts.LayMotion("a\u202eb")),
        Move(CHAIR, FAR, acts.LowerHand()),
        Move(CHAIR, NOON, acts.RuleOut(10**5000, Ground.PERSONAL, "No.")),
        Move(CHAIR, NOON, Rounds()),
    )
    codes = [procedure.step(talk, move).code for move in moves]
    strange = ["move-in-the-past", "no-time-zone", "not-on-the-roll", "text-too-long", "unreadable-text"]
    assert [*strange, "moment-out-of-reach", "number-too-long", "not-done-here"] == codes
    assert () == procedure.legal(talk, "nobody", NOON)
    assert () == procedure.legal(talk, CHAIR, FAR)


@of_each_form
def test_a_procedure_sits_together_with_others(procedure):
    together = Together((procedure,))
    assert set(ACTS) == set(together.acts)
    assert procedure.legal(procedure.begin(), CHAIR, NOON) == together.legal(together.begin(), CHAIR, NOON)
    assert all(knows(f"procedure.{procedure.name}", lang) for lang in LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_act_has_a_name(lang):
    assert [] == [act.__name__ for act in ACTS if not knows(f"term.act.{act.__name__}", lang)]


def test_every_row_of_the_course_belongs_to_a_form():
    used = {row for procedure in PROCEDURES for row in course(procedure.form.traits)}
    assert set() == set(COURSE) - used

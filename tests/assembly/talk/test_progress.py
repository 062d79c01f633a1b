"""From wherever a meeting stands: who presides can bring the matter to its end, whoever else is silent."""

from datetime import timedelta

from hypothesis import given

from deliberate.assembly.moves import CloseRound, Move
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.talk import acts
from deliberate.assembly.talk.gate import Ask
from deliberate.assembly.talk.queue import Queue
from deliberate.assembly.talk.speaking import upcoming
from tests.assembly.talk.meeting import CHAIR, INTERESTS, NOON
from tests.assembly.talk.test_laws import of_each_form, played, wishes
from tests.search import a_part


def tries(procedure, talk, now):
    """What leads on, the best first."""
    presides = talk.chair or CHAIR
    yield acts.DeclareResult()
    yield acts.CallVote()
    yield CloseRound()
    yield from (acts.InviteInterest(each.name) for each in INTERESTS)
    yield acts.GoOnWithout(upcoming(Ask(talk, procedure.form, procedure.terms, presides, now)))
    if isinstance(talk.floor.way, Queue) and talk.floor.way.next is not None:
        yield acts.CallOn(talk.floor.way.next.member)


@of_each_form
@given(wanted=wishes)
@a_part(10)
def test_who_presides_brings_a_matter_to_its_end(procedure, wanted):
    moves, talk, _ = played(procedure, wanted)
    now = moves[-1].at if moves else NOON
    while talk.floor is not None:
        now += timedelta(minutes=10)
        answers = (procedure.step(talk, Move(talk.chair or CHAIR, now, act)) for act in tries(procedure, talk, now))
        step = next((step for step in answers if not isinstance(step, MoveRefused)), None)
        waits = procedure.form.minutes is not None and now <= talk.floor.opened + timedelta(hours=1)
        assert step is not None or waits
        talk = talk.after(step) if step is not None else talk

"""A divided question in the minutes: its parts are told with their votes, those still pending each by itself."""

from deliberate.assembly.agenda import Agenda
from deliberate.assembly.confer import Deliberation
from deliberate.assembly.motions.table import Motion
from deliberate.assembly.procedures.robert import Robert
from deliberate.report.blocks import Table
from deliberate.report.follows import follows
from deliberate.report.questions import questions
from tests.assembly.motions.room import Room

THREE = "Repair three lamps.\nBuy two bins.\nPaint the gate."


def test_every_part_of_a_divided_question_has_its_row_and_its_fate():
    room = Room()
    room.main(THREE)
    room.moved(Motion.DIVIDE)
    room.vote(6, 3)
    room.vote(5, 4)
    talk = Deliberation(Agenda(), Robert(), tuple(room.trace))
    table = next(block for block in questions(talk, "en") if isinstance(block, Table))
    told = {row[1]: row[4:] for row in table.rows}
    assert ("5", "4", "carried") == told["Repair three lamps."]
    assert "not decided yet" == told["Buy two bins."][-1]
    assert "not decided yet" == told["Paint the gate."][-1]
    pending = "\n".join(follows(talk, room.now, "en"))
    assert "Buy two bins." in pending
    assert "Paint the gate." in pending

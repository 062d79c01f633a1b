"""Several procedures in one sitting."""

from datetime import UTC, datetime

import pytest

from deliberate.assembly.agenda import Agenda
from deliberate.assembly.confer import confer, told
from deliberate.assembly.moves import Move, RaiseIssue
from deliberate.assembly.procedures.rounds import Rounds
from deliberate.assembly.together import Together
from deliberate.duty.duty import Duty
from deliberate.errors import InputError
from deliberate.records.convert import from_dict, to_dict

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_each_procedure_answers_its_own_acts_and_the_others_are_refused():
    moves = [Move("li", NOON, RaiseIssue("lamps")), Move("li", NOON, Duty("fix", "Fix it.", 4))]
    deliberation = confer(Agenda(), Together((Rounds(),)), moves)
    raised, refused = deliberation.trace
    assert ("lamps", "not-done-here") == (raised.title, refused.code)
    assert "“Duty”不是这里做的事。" in told(refused, "zh")
    assert deliberation.floor == deliberation.part.each[0]
    assert deliberation == from_dict(to_dict(deliberation))


def test_what_is_legal_is_what_one_of_them_allows():
    together = Together((Rounds(),))
    assert ("RaiseIssue",) == together.legal(together.begin(), "li", NOON)


def test_no_act_belongs_to_two():
    with pytest.raises(InputError) as caught:
        Together((Rounds(), Rounds(turns=3)))
    assert ("act-of-two", "RaiseIssue") == (caught.value.code, caught.value.fields["act"])

"""An inquiry beside other rules of order: no refusal of the sitting names an expert."""

from datetime import timedelta

from deliberate.assembly.agenda import Agenda
from deliberate.assembly.confer import confer
from deliberate.assembly.delphi.acts import GiveEstimate, OpenEstimates
from deliberate.assembly.delphi.terms import DelphiTerms
from deliberate.assembly.moves import DraftProposal, Move
from deliberate.assembly.procedures.delphi import Delphi
from deliberate.assembly.procedures.drafting import Drafting
from deliberate.assembly.together import Together
from deliberate.duty.duty import Duty
from tests.assembly.walk import NOON, codes

TERMS = DelphiTerms("How many?", ("Li Yun", "Wang", "Zhao"), "He", low=0, high=10, salt="sixteen letters!")
SITTING = Together((Drafting(), Delphi(TERMS)))


def test_an_estimate_that_comes_late_is_refused_without_a_name():
    late = Move("Li Yun", NOON + timedelta(minutes=1), GiveEstimate(3))
    moves = [
        Move("He", NOON, OpenEstimates()),
        Move("Wang", NOON + timedelta(hours=1), DraftProposal("lamps", "On.")),
        late,
    ]
    deliberation = confer(Agenda(), SITTING, moves)
    assert ["move-in-the-past"] == codes(deliberation.trace)
    assert TERMS.pseudonyms["Li Yun"] == deliberation.refusals[0].by
    assert "Li Yun" not in deliberation.explain("en")


def test_an_act_of_no_procedure_is_refused_without_a_name():
    step = SITTING.step(SITTING.begin(), Move("Li Yun", NOON, Duty("fix", "Fix it.", 4)))
    assert ("not-done-here", TERMS.pseudonyms["Li Yun"]) == (step.code, step.by)

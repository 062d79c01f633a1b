"""Duties in the hall: offered, accepted, assigned, measured, judged by somebody else."""

import pytest

from deliberate.assembly.moves import (
    OpenRound,
)
from deliberate.duty.assigners.balanced import Balanced
from deliberate.duty.duty import Duty
from deliberate.duty.follow import Report
from deliberate.hall import acts
from tests.hall.courtyard import answer, day, finished, opened


def test_duties_are_offered_accepted_assigned_and_judged_by_somebody_else(play):
    finished(play)
    assert "own-judge" == play.refused(day(7), "wang", acts.Evaluate())
    play(day(7), "sun", acts.Evaluate())
    matter = play.hall.matter("light")
    assert ("wang", "sun", 0) == (matter.mandate.steward("fix"), matter.mandate.evaluator("fix"), matter.mandate.short)
    assert matter.evaluation.mandate == matter.mandate
    play(day(8), "li", acts.CloseMatter())
    assert "matter-closed" == play.refused(day(9), "li", OpenRound("again"))


@pytest.mark.parametrize(
    ("code", "actor", "act"),
    [
        ("duty-exists", "li", acts.ProposeDuties((Duty("fix", "Again.", 1),))),
        ("unknown-duty", "li", acts.OfferDuty("nothing", "wang")),
        ("offered-already", "li", acts.OfferDuty("fix", "wang")),
        ("not-on-the-roll", "li", acts.OfferDuty("fix", "bao")),
        ("nothing-offered", "zhao", acts.AnswerOffer("fix", "accept")),
        ("plan-fixed", "sun", acts.PlanMeasure(())),
        ("not-your-report", "li", acts.Measure((Report("dark lamps", day(7).date(), 1, "zhao"),))),
    ],
)
def test_a_duty_act_out_of_place_is_refused(play, code, actor, act):
    finished(play)
    assert code == play.refused(day(7), actor, act)


def test_an_offer_that_was_declined_may_be_made_again_and_silence_is_not_acceptance(play):
    opened(play)
    for member in ("li", "wang", "zhao"):
        answer(play, member, "YES")
    play(day(3), "li", acts.ProposeDuties((Duty("fix", "Fix the lamps.", 4),)))
    play(day(3), "li", acts.OfferDuty("fix", "wang"))
    play(day(3), "li", acts.OfferDuty("fix", "zhao"))
    play(day(3), "wang", acts.AnswerOffer("fix", "decline"))
    play(day(4), "li", acts.AssignDuties(Balanced()))
    assert (0, 4) == (play.hall.matter("light").mandate.flow, play.hall.matter("light").mandate.short)
    play(day(4), "li", acts.OfferDuty("fix", "wang"))
    assert "unknown-answer" == play.refused(day(4), "wang", acts.AnswerOffer("fix", "perhaps"))
    play(day(4), "wang", acts.AnswerOffer("fix", "accept", 4))
    play(day(4), "li", acts.AssignDuties(Balanced()))
    assert "wang" == play.hall.matter("light").mandate.steward("fix")

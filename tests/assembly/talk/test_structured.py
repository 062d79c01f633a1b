"""The structured round: all round by lot, each once, each may pass once."""

from deliberate.assembly.moves import CloseRound, TakeTurn
from deliberate.assembly.talk.acts import GoOnWithout, PassTurn, RuleOut
from deliberate.assembly.talk.traits import Closing, Ground
from tests.assembly.talk.meeting import CHAIR, DRAWN, PROCEDURES, opened

STRUCTURED = PROCEDURES[2]


def test_the_circle_goes_by_the_lot_and_ends_when_all_spoke():
    meeting = opened(STRUCTURED)
    assert DRAWN.order == meeting.trace[0].circle
    for member in DRAWN.order:
        assert "debate-open" == meeting.code(CHAIR, CloseRound())
        meeting.ok(member, TakeTurn("So."))
    assert Closing.ALL_SPOKE is meeting.close().ended


def test_one_speaks_when_it_is_ones_turn_and_once():
    meeting = opened(STRUCTURED)
    first, second, *_ = DRAWN.order
    refusal = meeting.refused(second, TakeTurn("So."))
    assert ("not-called", {"member": second, "next": first}) == (refusal.code, dict(refusal.about))
    meeting.ok(first, TakeTurn("So."))
    assert "turns-spent" == meeting.code(first, TakeTurn("And."))
    assert "turn-over" == meeting.code(second, TakeTurn("So.", seconds=61))


def test_who_passes_is_asked_once_more_at_the_end_and_cannot_pass_again():
    meeting = opened(STRUCTURED)
    first, second, *rest = DRAWN.order
    assert "not-called" == meeting.code(second, PassTurn())
    meeting.ok(first, PassTurn())
    meeting.ok(second, PassTurn())
    for member in rest:
        meeting.ok(member, TakeTurn("So."))
    assert "passed-already" == meeting.code(first, PassTurn())
    assert ("TakeTurn",) == tuple(act for act in meeting.legal(first) if act in {"TakeTurn", "PassTurn"})
    meeting.ok(first, TakeTurn("Well."))
    meeting.ok(CHAIR, GoOnWithout(second))
    meeting.close()


def test_a_round_does_not_hang_on_somebody_who_went_home():
    meeting = opened(STRUCTURED)
    first, second, *_ = DRAWN.order
    assert "not-their-turn" == meeting.code(CHAIR, GoOnWithout(second))
    meeting.ok(CHAIR, GoOnWithout(first))
    refusal = meeting.refused(first, TakeTurn("I am back."))
    assert "not-called" == refusal.code


def test_a_turn_in_the_circle_can_be_ruled_out():
    meeting = opened(STRUCTURED)
    meeting.ok(DRAWN.order[0], TakeTurn("The weather is fine."))
    meeting.ok(CHAIR, RuleOut(1, Ground.OFF_TOPIC, "Lamps, please."))
    assert "turns-spent" == meeting.code(DRAWN.order[0], TakeTurn("Lamps, then."))

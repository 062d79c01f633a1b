"""What no report may say: who was asked in a Delphi inquiry, and what was said to a mediator alone."""

from datetime import timedelta

import attrs
import pytest

from deliberate.assembly import Agenda, Move, Rounds, confer
from deliberate.assembly.delphi import acts as estimate
from deliberate.assembly.mediation.acts import LogPrivateTalk
from deliberate.assembly.moves import RaiseIssue
from deliberate.assembly.procedures.delphi import Delphi
from deliberate.assembly.together import Together
from deliberate.hall.policy import Policy
from deliberate.hall.state import Matter
from deliberate.records.pile import Pile
from deliberate.report import markdown, minutes_page, page, printed
from deliberate.report.secrecy import Kept
from tests.report.meetings import CHEN, EVENING, headed
from tests.report.meetings_heard import EXPERTS, delphi, mediation
from tests.report.test_record import NOTICE, read

PSEUDONYMS = tuple(delphi().record.procedure.terms.pseudonyms.values())


def told(held):
    """Everything that is printed of a meeting: as text and as a page, with the moves and without."""
    pages = [minutes_page(held.record, held.head, ("en", "zh"), moves) for moves in ((), held.moves)]
    texts = [printed(held.record, held.head, ("en", "zh"), moves) for moves in ((), held.moves)]
    steps = Pile(held.record.trace)
    matter = Matter("lamps", Policy(procedure=held.record.procedure), steps)
    return "\n".join((*texts, *pages, markdown(matter, NOTICE), page(matter, NOTICE)))


def test_the_minutes_of_an_inquiry_name_no_expert_and_no_pseudonym():
    text = told(delphi())
    assert not [name for name in (*EXPERTS, *PSEUDONYMS) if name in text]
    assert "北门那盏还能修。" in text


def test_a_reason_that_names_somebody_of_the_panel_is_left_out_whole():
    text = told(delphi())
    assert "每个门洞都该有一盏" not in text
    assert "8 (left out, since it names somebody who was asked)" in text


def test_the_minutes_of_an_inquiry_tell_no_single_estimate_and_no_moment_of_one():
    held = delphi()
    moments = [move.at for move in held.moves if isinstance(move.act, estimate.GiveEstimate) and move.by in EXPERTS]
    text = printed(held.record, held.head, ("en",), held.moves)
    clocks = {f"{at + timedelta(hours=8):%H:%M}" for at in moments}
    assert not [clock for clock in clocks if f"\n{clock} · " in text]


def test_who_estimated_in_which_order_makes_no_difference_to_the_minutes():
    def text(order):
        terms = delphi().record.procedure.terms
        given = {name: estimate.GiveEstimate(value) for name, value in zip(EXPERTS, (2, 3, 3, 5, 8), strict=True)}
        acts = [
            (CHEN, estimate.OpenEstimates()),
            *((who, given[who]) for who in order),
            (CHEN, estimate.CloseEstimates()),
        ]
        moves = tuple(Move(by, EVENING + timedelta(minutes=n), act) for n, (by, act) in enumerate(acts))
        return printed(confer(Agenda(), Delphi(terms), moves), headed("估计"), ("en", "zh"), moves)

    assert text(EXPERTS) == text(EXPERTS[::-1])


def test_a_question_that_names_an_expert_is_left_out():
    held = delphi()
    terms = attrs.evolve(held.record.procedure.terms, question="What does Li Yun think?")
    text = printed(confer(Agenda(), Delphi(terms), held.moves), held.head, ("en",), held.moves)
    assert "Li Yun" not in text


def test_an_inquiry_beside_other_rules_of_order_is_kept_as_secret():
    held = delphi()
    together = Together((Rounds(), held.record.procedure))
    moves = (Move(CHEN, EVENING, RaiseIssue("路灯")), *held.moves)
    text = printed(confer(Agenda(), together, moves), held.head, ("en", "zh"), moves)
    assert not [name for name in (*EXPERTS, *PSEUDONYMS) if name in text]


def test_a_number_stands_for_who_was_there_where_nobody_may_be_named():
    text = printed(delphi().record, delphi().head, ("en",))
    assert "Present: 3  \n" in text
    assert "did not speak" not in text


def test_a_private_talk_is_told_without_what_was_said():
    text = told(mediation())
    assert "何敏 talked to 小吴 alone; what was said stays there." in text
    for secret in ("补觉", "欠着债", "小吴说他白天"):
        assert secret not in text


@pytest.mark.parametrize("typed", ["he drinks", "2026-03-01", "wu, and he drinks", "周大爷打过孩子"])
def test_what_is_typed_where_a_party_should_stand_is_not_told(typed):
    held = mediation()
    place = next(place for place, move in enumerate(held.moves) if move.act == LogPrivateTalk("小吴"))
    secret = attrs.evolve(held.moves[place], act=LogPrivateTalk(typed))
    moves = (*held.moves[:place], secret, *held.moves[place + 1 :])
    text = printed(confer(Agenda(), held.record.procedure, moves), held.head, ("en", "zh"), moves)
    assert typed not in text
    assert "The person named is not a party." in text


def test_other_rules_of_order_keep_nothing_back():
    assert Kept() == Kept.of(Rounds())


def test_the_page_of_an_inquiry_is_well_formed():
    assert [] == read(minutes_page(delphi().record, delphi().head)).open

"""What is refused and why, the two orders of an issue, and the procedure as a whole."""

from datetime import UTC, datetime

import pytest

from deliberate.assembly.agenda import Agenda
from deliberate.assembly.liquid.acts import (
    BreakOff,
    DropInterest,
    DropOpinion,
    DropSupport,
    MakeSuggestion,
    RateSuggestion,
    RecordCount,
    RedraftInitiative,
    RevokeInitiative,
    ShowInterest,
    StartInitiative,
    SupportInitiative,
    VoteFigures,
)
from deliberate.assembly.liquid.contingents import Contingent, Contingents
from deliberate.assembly.liquid.degrees import Opinion
from deliberate.assembly.liquid.part import Liquid, liquid_of
from deliberate.assembly.liquid.policy import LiquidPolicy
from deliberate.assembly.liquid.rules import answer
from deliberate.assembly.liquid.steps import InitiativeRedrafted, InitiativeStarted, IssueOpened
from deliberate.assembly.moves import Move, RaiseIssue
from deliberate.assembly.procedure import Sitting
from deliberate.assembly.procedures.liquid import LiquidFeedback
from deliberate.errors import InputError
from deliberate.records import kinds
from deliberate.records.convert import from_dict, to_dict
from deliberate.words import say
from tests.assembly.liquid.courtyard import NOON, POLICY, Yard, hours, terms


def yard():
    """An issue in discussion with an initiative, a rival that was taken back, and a suggestion."""
    there = Yard(terms(keepers=frozenset({"guide"}), may_break_off=frozenset({"xu"})))
    there.start()
    there.support("lamps", "wang", "zhao")
    there.start("bins", "wang", hour=1)
    there.do("wang", 1, RevokeInitiative("bins"))
    there.do("li", 2, MakeSuggestion("lamps", "warm", "Warm light.", 1))
    return there


REFUSED = [
    ("not-done-here", "li", 3, RaiseIssue("lamps")),
    ("not-on-the-roll", "nobody", 3, ShowInterest()),
    ("minors-advise", "kid", 3, ShowInterest()),
    ("companions-guide", "guide", 3, SupportInitiative("lamps")),
    ("not-a-voter", "firm", 3, SupportInitiative("lamps")),
    ("move-in-the-past", "li", 1, ShowInterest()),
    ("text-too-long", "li", 3, RedraftInitiative("lamps", "x" * 1_000_001)),
    ("unreadable-text", "li", 3, RedraftInitiative("lamps", "a\u202eb")),
    ("unreadable-text", "li", 3, RedraftInitiative("lamps", "a\x00b")),
    ("unreadable-text", "chen", 3, SupportInitiative("la\x07mps")),
    ("says-nothing", "chen", 3, StartInitiative("trees", " \n")),
    ("reserved-name", "chen", 3, StartInitiative("维持现状", "Leave it.")),
    ("initiative-exists", "chen", 3, StartInitiative("bins", "Bins.")),
    ("unknown-initiative", "chen", 3, SupportInitiative("trees")),
    ("initiative-revoked", "chen", 3, SupportInitiative("bins")),
    ("supports-already", "wang", 3, SupportInitiative("lamps")),
    ("no-support", "chen", 3, DropSupport("lamps")),
    ("no-support", "chen", 3, MakeSuggestion("lamps", "high", "Higher.")),
    ("not-initiator", "wang", 3, RedraftInitiative("lamps", "Other.")),
    ("not-initiator", "wang", 3, RevokeInitiative("lamps")),
    ("same-text", "li", 3, RedraftInitiative("lamps", "About lamps.")),
    ("suggestion-exists", "wang", 3, MakeSuggestion("lamps", "warm", "Warmer.")),
    ("unknown-suggestion", "wang", 3, RateSuggestion("lamps", "cold", 1)),
    ("opinion-already", "li", 3, RateSuggestion("lamps", "warm", "should", "unfulfilled")),
    ("no-opinion", "wang", 3, DropOpinion("lamps", "warm")),
    ("interested-already", "li", 3, ShowInterest()),
    ("no-interest", "chen", 3, DropInterest()),
    ("phase-leaves-no-room", "guide", 3, RecordCount()),
    ("not-keeper", "li", 100, RecordCount()),
    ("not-on-the-ballot", "guide", 100, RecordCount((VoteFigures("bins", 1, 0),))),
    ("not-on-the-ballot", "guide", 100, RecordCount((VoteFigures("lamps", 1, 0), VoteFigures("lamps", 1, 0)))),
    ("bad-figures", "guide", 100, RecordCount((VoteFigures("lamps", 1, -1),))),
    ("may-not-break-off", "li", 3, BreakOff("No.")),
    ("says-nothing", "xu", 3, BreakOff("")),
]


@pytest.mark.parametrize(("code", "by", "hour", "act"), REFUSED)
def test_what_is_against_the_rules_is_refused_and_changes_nothing(code, by, hour, act):
    there = yard()
    before = there.part
    step = there.do(by, hour, act)
    assert code == step.code
    assert before == there.part
    told = [say(f"error.{code}", dict(step.about), lang) for lang in ("en", "zh")]
    assert told[0] != told[1]


def test_a_refusal_names_the_phase_and_when_it_ends():
    step = yard().do("li", 30, RedraftInitiative("lamps", "Other."))
    assert (
        "The issue is in this phase: verification (until 2026-03-03 14:00+00:00). This cannot change now: drafts."
        == say(f"error.{step.code}", dict(step.about), "en")
    )
    assert "议题现在处于“核实”阶段（到2026-03-03 14:00+00:00为止），这一项不能变动：修改文稿。" == say(
        f"error.{step.code}", dict(step.about), "zh"
    )


def test_a_phase_that_no_clock_ends_names_no_moment():
    step = yard().do("li", 200, ShowInterest())
    assert "The issue is in this phase: counting. This cannot change now: interest." == say(
        f"error.{step.code}", dict(step.about), "en"
    )


@pytest.mark.parametrize(
    ("code", "at"),
    [
        ("no-time-zone", datetime(2026, 3, 1, 12)),
        ("moment-out-of-reach", datetime(9999, 12, 31, tzinfo=UTC)),
        ("moment-out-of-reach", datetime(1, 1, 1, tzinfo=UTC)),
    ],
)
def test_a_moment_that_cannot_be_reckoned_with_is_refused(code, at):
    assert code == answer(Liquid(), Move("li", at, StartInitiative("lamps", "Light.")), terms()).code
    assert () == LiquidFeedback(terms()).legal(Liquid(), "li", at)


def test_a_text_is_kept_in_the_form_that_its_hash_is_taken_of():
    there = Yard()
    acts = (
        StartInitiative("lamps", "e\u0301\r\n"),
        RedraftInitiative("lamps", "a\rb"),
        MakeSuggestion("lamps", "led", "e\u0301"),
    )
    assert ["\u00e9\n", "a\nb", "\u00e9"] == [there.do("li", 0, act).text for act in acts]


def test_the_status_quo_has_its_name_in_one_form():
    there = Yard(terms(LiquidPolicy(status_quo="caf\u0065\u0301")))
    assert "reserved-name" == there.start("caf\u00e9").code


def test_what_every_step_says_is_told_in_both_languages():
    there = yard()
    there.do("li", 3, RedraftInitiative("lamps", "Warm lamps."))
    there.do("wang", 4, SupportInitiative("lamps"))
    there.do("wang", 4, RateSuggestion("lamps", "warm", -2, "unfulfilled"))
    there.do("li", 5, DropOpinion("lamps", "warm"))
    there.do("chen", 5, ShowInterest())
    there.do("chen", 6, DropInterest())
    there.do("zhao", 6, DropSupport("lamps"))
    there.do("guide", 100, RecordCount((VoteFigures("lamps", 6, 3, 1),)))
    kept = [kinds.told(step, "en") for step in there.trace]
    assert kept[-4:] == [
        "2 March 2026 01:00: chen shows interest in the issue.",
        "2 March 2026 02:00: chen is not interested in the issue any more, and supports nothing in it.",
        "2 March 2026 02:00: zhao supports lamps no more.",
        "6 March 2026 00:00: guide wrote the count down: lamps: 6 yes, 3 no, 1 neither. Winner: lamps.",
    ]
    assert "2026 年 3 月 6 日 00:00，guide记录计票结果：“lamps”赞成 6 票、反对 3 票、不置可否 1 票。胜出：lamps。" == (
        kinds.told(there.trace[-1], "zh")
    )


def test_steps_travel_as_json_and_replay_to_the_same_place():
    there = yard()
    there.do("li", 3, RedraftInitiative("lamps", "Warm lamps."))
    again = from_dict(to_dict(tuple(there.trace)))
    assert tuple(there.trace) == again
    assert there.part == liquid_of(again)


def test_the_issue_keeps_the_policy_that_it_began_with():
    there = Yard()
    opened = there.start()
    assert isinstance(opened, IssueOpened)
    assert POLICY == opened.policy
    other = terms(policy=type(POLICY)())
    step = answer(there.part, Move("wang", NOON + hours(10), SupportInitiative("lamps")), other)
    assert "phase-leaves-no-room" == step.code


def test_support_stays_with_a_new_draft_and_can_be_given_to_it_once():
    there = yard()
    assert isinstance(there.do("li", 3, RedraftInitiative("lamps", "Warm lamps.")), InitiativeRedrafted)
    assert {"li": 1, "wang": 1, "zhao": 1} == there.part.initiatives["lamps"].supporters
    there.do("wang", 4, SupportInitiative("lamps"))
    assert {"li": 1, "wang": 2, "zhao": 1} == there.part.initiatives["lamps"].supporters


def test_contingents_refuse_until_a_row_has_room_again():
    there = Yard(terms(contingents=Contingents((Contingent(60, texts=2, initiatives=1),))))
    there.start()
    step = there.start("bins", hour=0.5)
    assert "contingent-spent" == step.code
    assert ("until", "2026-03-01 13:00+00:00") in step.about
    assert isinstance(there.start("bins", hour=1), InitiativeStarted)
    there.do("li", 1, RedraftInitiative("lamps", "One."))
    assert "contingent-spent" == there.do("li", 1, RedraftInitiative("lamps", "Two.")).code
    assert isinstance(there.start("trees", "wang", hour=1), InitiativeStarted)


def test_where_there_never_is_room_no_moment_is_named():
    there = Yard(terms(contingents=Contingents((Contingent(60, initiatives=0),))))
    step = there.start()
    assert "You have posted your share of this: an initiative." == say(f"error.{step.code}", dict(step.about), "en")


def test_the_orders_of_an_issue_follow_from_what_was_said():
    there = Yard()
    there.start("lamps", "li")
    there.start("lights", "wang", hour=0)
    there.start("bins", "zhao", hour=0)
    there.support("lamps", "wang", "chen", "liu")
    there.support("lights", "li", "chen", "liu")
    there.support("bins", "yang", "huang")
    assert ("lamps", "bins", "lights") == there.part.potential_order().order
    assert {"lamps": 4, "bins": 3, "lights": 2} == dict(there.part.potential_order().weights)
    there.do("li", 1, MakeSuggestion("lamps", "warm", "Warm.", 2))
    there.do("chen", 1, MakeSuggestion("lamps", "low", "Low.", 1))
    there.do("wang", 1, RateSuggestion("lamps", "low", -1, "unfulfilled"))
    assert ("warm", "low") == there.part.initiatives["lamps"].suggestion_order({"li": 2}).order
    assert ("low", "warm") == there.part.initiatives["lamps"].suggestion_order({"li": 0}).order
    assert ("lights", "bins", "lamps") == there.part.slate_order({"li": 9}).order
    assert {"lamps", "bins", "lights"} == set(there.part.admitted)


def test_the_procedure_answers_a_sitting():
    proceeding = LiquidFeedback(terms())
    moves = (
        Move("li", NOON, StartInitiative("lamps", "Light.")),
        Move("kid", NOON, SupportInitiative("lamps")),
        Move("wang", NOON, SupportInitiative("lamps")),
    )
    steps = tuple(proceeding.steps(Sitting(Agenda(), moves)))
    assert ["IssueOpened", "MoveRefused", "InitiativeSupported"] == [type(step).__name__ for step in steps]
    limited = LiquidFeedback(terms(area=frozenset({"li"}), keepers=frozenset({"guide"})))
    assert (proceeding, limited) == from_dict(to_dict((proceeding, limited)))
    part = liquid_of(steps)
    assert ("StartInitiative", "SupportInitiative", "ShowInterest") == proceeding.legal(part, "zhao", NOON)
    assert () == proceeding.legal(part, "nobody", NOON)
    assert () == proceeding.legal(part, "kid", NOON)


def test_steps_of_other_areas_leave_an_issue_as_it_is():
    part = yard().part
    assert part is part.after(Move("li", NOON, RaiseIssue("x")))


@pytest.mark.parametrize("given", [0, 3, True, "perhaps"])
def test_a_degree_that_does_not_exist_is_refused(given):
    with pytest.raises(InputError) as error:
        Opinion(given)
    assert "bad-parameter" == error.value.code


@pytest.mark.parametrize("name", ["", "a\u202eb", "a\nb"])
def test_a_name_that_cannot_be_read_is_refused(name):
    with pytest.raises(InputError):
        StartInitiative(name, "Light.")


def test_critical_is_a_must_that_is_unmet_and_a_must_not_that_is_met():
    table = {
        (degree, fulfilled): (Opinion(degree, fulfilled).is_critical, Opinion(degree, fulfilled).section)
        for degree in (2, 1, -1, -2)
        for fulfilled in ("fulfilled", "unfulfilled")
    }
    assert table == {
        (2, "fulfilled"): (False, 3),
        (2, "unfulfilled"): (True, 1),
        (1, "fulfilled"): (False, 4),
        (1, "unfulfilled"): (False, 2),
        (-1, "fulfilled"): (False, 2),
        (-1, "unfulfilled"): (False, 4),
        (-2, "fulfilled"): (True, 1),
        (-2, "unfulfilled"): (False, 3),
    }

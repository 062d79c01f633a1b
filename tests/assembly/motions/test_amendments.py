"""Amendments: two deep, one at a time, and what they do to the text."""

import pytest

from deliberate.assembly.motions import acts
from deliberate.assembly.motions.acts import MakeMotion, Matter
from deliberate.assembly.motions.steps import QuestionCarried, QuestionLost
from deliberate.assembly.motions.table import Motion
from tests.assembly.motions.room import CHAIR, Room


def amended_twice():
    room = Room()
    main = room.main("Repair three lamps.")
    first = room.moved(Motion.AMEND, "Repair four lamps.")
    second = room.moved(Motion.AMEND, "Repair all lamps.")
    room.floor("li")
    return room, main, first, second


def test_oracle_15_two_amendments_deep_refer_and_recess_are_in_order_and_a_third_amendment_is_not():
    room, *_ = amended_twice()
    assert {Motion.REFER, Motion.RECESS} <= room.in_order("li")
    assert "third-degree" == room.code("li", MakeMotion(Motion.AMEND, "Repair no lamps."))


def test_oracle_15_after_refer_to_postpone_is_in_order_and_to_amend_the_main_question_is_out_of_rank():
    room, main, *_ = amended_twice()
    room.moved(Motion.REFER, "The lamp committee.")
    room.floor("li")
    assert Motion.POSTPONE in room.in_order("li")
    assert "out-of-rank" == room.code("li", MakeMotion(Motion.AMEND, "Repair no lamps.", main))
    room.ok("li", MakeMotion(Motion.AMEND, "The lamp committee, by May."))


def test_an_adopted_amendment_changes_the_pending_text_and_its_parent_is_pending_again():
    room, main, first, _ = amended_twice()
    room.vote(6, 3)
    assert (first, "Repair all lamps.") == (room.top().number, room.top().text)
    room.vote(6, 3)
    assert (main, "Repair all lamps.") == (room.top().number, room.top().text)
    assert "Repair all lamps." == room.vote(6, 3).text


def test_a_lost_amendment_leaves_the_text_and_may_not_be_moved_again():
    room = Room()
    room.main("Repair three lamps.")
    room.moved(Motion.AMEND, "Repair four lamps.")
    room.vote(3, 6)
    assert "Repair three lamps." == room.top().text
    room.floor("li")
    assert "same-question" == room.code("li", MakeMotion(Motion.AMEND, "Repair four lamps."))


@pytest.mark.parametrize("which", [0, 1])
def test_one_primary_and_one_secondary_amendment_at_a_time(which):
    room, *numbers = amended_twice()
    assert "one-at-a-time" == room.code("li", MakeMotion(Motion.AMEND, "Repair no lamps.", numbers[which]))


@pytest.mark.parametrize("motion", [Motion.ADJOURN, Motion.LAY, Motion.PREVIOUS])
def test_what_the_table_says_is_not_amendable_is_not_amended(motion):
    room = Room()
    room.main()
    room.moved(motion)
    room.floor("li")
    assert "not-amendable" == room.code("li", MakeMotion(Motion.AMEND, "Repair no lamps."))


@pytest.mark.parametrize(
    ("code", "act"),
    [
        ("amends-nothing", MakeMotion(Motion.AMEND, "Repair the three lamps.")),
        ("text-needed", MakeMotion(Motion.AMEND, " ")),
        ("no-question-of-this-number", MakeMotion(Motion.AMEND, "Repair no lamps.", 99)),
    ],
)
def test_an_amendment_of_nothing_or_to_nothing_is_refused(code, act):
    room = Room()
    room.main()
    room.floor("li")
    assert code == room.code("li", act)


def test_an_amendment_to_the_main_question_is_in_order_while_to_postpone_it_indefinitely_is_pending():
    room = Room()
    main = room.main()
    room.moved(Motion.INDEFINITE)
    room.moved(Motion.AMEND, "Repair four lamps.")
    assert main == room.top().target
    room.vote(6, 3)
    assert (Motion.MAIN, Motion.INDEFINITE) == room.stack()


def test_an_amendment_to_limits_of_debate_changes_the_limits():
    room = Room()
    room.main()
    room.moved(Motion.LIMIT, speeches=1, minutes=5)
    room.moved(Motion.AMEND, minutes=2)
    room.vote(6, 3)
    room.vote(6, 3)
    assert (1, 2) == (room.top().speeches, room.top().minutes)


def test_the_chair_rules_an_amendment_not_germane_and_the_assembly_may_reverse_it():
    room = Room()
    room.main()
    room.made(Motion.AMEND, "Buy a boat.")
    room.ok(CHAIR, acts.RuleMotionOut(Matter.GERMANENESS, "It is about lamps."))
    assert (Motion.MAIN,) == room.stack()
    room.floor("li")
    assert "not-germane" == room.code("li", MakeMotion(Motion.AMEND, "Buy a boat."))
    room.moved(Motion.APPEAL, by="zhao")
    assert QuestionLost is type(room.vote(4, 5))
    assert (Motion.MAIN, Motion.AMEND) == room.stack()
    assert not room.top().stated


def test_an_appeal_comes_at_once_and_a_tie_sustains_the_ruling():
    room = Room()
    room.main()
    room.made(Motion.AMEND, "Buy a boat.")
    room.ok(CHAIR, acts.RuleMotionOut())
    room.moved(Motion.APPEAL, by="zhao")
    room.vote(5, 5)
    assert (Motion.MAIN,) == room.stack()
    assert "nothing-to-appeal" == room.code("zhao", MakeMotion(Motion.APPEAL))


def test_when_other_business_has_begun_an_appeal_is_too_late():
    room = Room()
    room.main()
    room.made(Motion.AMEND, "Buy a boat.")
    room.ok(CHAIR, acts.RuleMotionOut())
    room.floor("zhao")
    room.ok("zhao", acts.Debate("Whatever."))
    assert "nothing-to-appeal" == room.code("zhao", MakeMotion(Motion.APPEAL))


@pytest.mark.parametrize(
    ("matter", "debated"), [(Matter.RULES, True), (Matter.DECORUM, False), (Matter.PRIORITY, False)]
)
def test_an_appeal_on_decorum_or_priority_is_not_debated(matter, debated):
    room = Room()
    room.main()
    room.ok("zhao", MakeMotion(Motion.POINT, "?"))
    room.ok(CHAIR, acts.GiveRuling(acts.Ruling.GRANTED, matter))
    room.moved(Motion.APPEAL, by="zhao")
    room.floor("li")
    step = room.do("li", acts.Debate("I disagree."))
    assert debated is (getattr(step, "code", "") != "not-debatable")


def test_an_appeal_is_not_debated_while_an_undebatable_motion_is_pending():
    room = Room()
    room.main()
    room.moved(Motion.LAY)
    room.ok("zhao", MakeMotion(Motion.POINT, "?"))
    room.ok(CHAIR, acts.GiveRuling(acts.Ruling.GRANTED))
    room.moved(Motion.APPEAL, by="zhao")
    room.floor("li")
    assert "not-debatable" == room.code("li", acts.Debate("I disagree."))


def test_an_amendment_is_debated_as_its_target_is():
    room = Room()
    room.main()
    room.moved(Motion.RECESS)
    room.moved(Motion.AMEND, "For tea.")
    room.floor("li")
    assert "not-debatable" == room.code("li", acts.Debate("I like tea."))


def test_the_parts_of_a_question_are_divided_and_voted_on_one_by_one():
    room = Room()
    room.main("Repair the lamps.\nBuy two bins.")
    room.moved(Motion.DIVIDE)
    room.vote(6, 3)
    assert ("Buy two bins.", "Repair the lamps.") == tuple(each.text for each in room.meeting.business.stack)
    assert "Repair the lamps." == room.vote(6, 3).text
    assert "Buy two bins." == room.vote(3, 6).text
    assert () == room.stack()


def test_a_question_of_one_part_is_indivisible():
    room = Room()
    room.main()
    room.floor("li")
    assert "not-divisible" == room.code("li", MakeMotion(Motion.DIVIDE))


def test_the_chair_does_not_rule_an_appeal_out():
    room = Room()
    room.main()
    room.ok("zhao", MakeMotion(Motion.POINT, "?"))
    room.ok(CHAIR, acts.GiveRuling(acts.Ruling.DENIED))
    room.made(Motion.APPEAL, by="zhao")
    assert "appeal-is-for-the-assembly" == room.code(CHAIR, acts.RuleMotionOut())


@pytest.mark.parametrize("motion", [Motion.MAIN, Motion.ADJOURN, Motion.POINT])
def test_a_motion_that_is_applied_to_nothing_names_no_question(motion):
    room = Room()
    room.floor("li")
    assert "no-question-of-this-number" == room.code("li", MakeMotion(motion, "Repair the lamps.", 1))


@pytest.mark.parametrize(("yes", "no", "kind"), [(4, 5, QuestionLost), (5, 5, QuestionCarried)])
def test_an_appeal_from_a_ruling_on_a_point_of_order_leaves_the_questions_as_they_are(yes, no, kind):
    room = Room()
    room.main()
    room.ok("zhao", MakeMotion(Motion.POINT, "?"))
    room.ok(CHAIR, acts.GiveRuling(acts.Ruling.DENIED))
    room.moved(Motion.APPEAL, by="zhao")
    assert kind is type(room.vote(yes, no))
    assert (Motion.MAIN,) == room.stack()

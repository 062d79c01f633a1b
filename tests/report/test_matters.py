"""Which steps belong to which matter, and what became of each question."""

from datetime import timedelta

from deliberate.assembly import Agenda, Move, Rounds, confer
from deliberate.assembly.circle.acts import StateDriver
from deliberate.assembly.liquid.acts import (
    BreakOff,
    RecordCount,
    RevokeInitiative,
    StartInitiative,
    SupportInitiative,
    VoteFigures,
)
from deliberate.assembly.motions import acts
from deliberate.assembly.motions.table import Motion
from deliberate.assembly.moves import CloseRound, DraftProposal, OpenRound, RaiseIssue
from deliberate.assembly.procedures.drafting import Drafting
from deliberate.assembly.procedures.liquid import LiquidFeedback
from deliberate.assembly.procedures.open_floor import OpenFloor
from deliberate.assembly.procedures.radish import Radish
from deliberate.assembly.procedures.robert import Robert
from deliberate.assembly.talk.acts import LayMotion, TakeChairBack, YieldChair
from deliberate.assembly.talk.terms import TalkTerms
from deliberate.assembly.together import Together
from deliberate.report import minutes
from deliberate.report.matters import chapters
from deliberate.report.questions import questions
from tests.assembly.liquid import courtyard
from tests.assembly.motions.room import MEMBERS, NOON, Room
from tests.report.meetings import CHEN, EVENING, LI, WANG, headed, held
from tests.report.meetings_heard import finding

TERMS = TalkTerms((WANG, LI, CHEN), WANG)


def keys(trace):
    return [chapter.key for chapter in chapters(trace)]


def titles(record):
    return [part.title for part in minutes(record, headed("x"), "en") if part.id.startswith("matter")]


def fates(room):
    """What became of each motion, by its number, and the texts that were adopted."""
    record = confer(Agenda(), room.rules, [])
    known = type(record)(record.agenda, record.procedure, tuple(room.trace))
    table, *texts = questions(known, "en")
    return {int(row[0]): row[-1] for row in table.rows}, [block.text for block in texts if not isinstance(block, str)]


def test_a_talk_has_a_matter_for_each_topic_and_what_comes_between_is_apart():
    script = [
        (WANG, OpenRound("lamps")),
        (WANG, YieldChair(CHEN)),
        (CHEN, CloseRound()),
        (WANG, TakeChairBack()),
        (WANG, OpenRound("bins\nand more")),
    ]
    record = held(OpenFloor(TERMS), script, headed("x")).record
    assert ["Matter 1: lamps", "Matter 2: bins …"] == titles(record)
    assert [(0, 1, 2, 3), (4,)] == [chapter.places for chapter in chapters(record.trace)]


def test_what_is_drafted_while_a_motion_is_open_stands_with_it_and_what_came_before_before():
    script = [
        (LI, DraftProposal("lamps", "Repair.")),
        (LI, LayMotion("Repair the lamps.")),
        (CHEN, DraftProposal("bins", "Buy.")),
    ]
    record = held(Together((Drafting(), Radish(TERMS))), script, headed("x")).record
    assert ["before", "floor-1"] == keys(record.trace)
    assert ["before", "matter-1"] == [part.id for part in minutes(record, headed("x"), "en")][1:3]


def test_where_there_is_no_matter_everything_is_what_happened():
    record = held(Drafting(), [(LI, DraftProposal("lamps", "Repair."))], headed("x")).record
    assert ["head", "course", "texts", "follows", "signatures"] == [
        part.id for part in minutes(record, headed("x"), "en")
    ]


def test_a_question_that_is_reconsidered_is_the_same_matter():
    room = Room()
    main = room.main()
    room.vote(5, 2)
    room.moved(Motion.RECONSIDER, question=main, voted=acts.Voted.YES)
    room.vote(6, 1)
    room.vote(2, 6)
    assert 1 == len([key for key in keys(room.trace) if key.startswith("question")])
    assert ("lost", "carried") == tuple(fates(room)[0].values())


def test_the_parts_of_a_divided_question_stand_with_the_whole():
    room = Room()
    room.main("Repair the lamps.\nBuy bins.")
    room.moved(Motion.DIVIDE)
    room.vote(8, 0)
    room.vote(8, 0)
    room.vote(1, 8)
    assert 1 == len([key for key in keys(room.trace) if key.startswith("question")])
    known, texts = fates(room)
    assert "went with number 2: to divide the question" == known[1]
    assert ["Repair the lamps."] == texts


def test_every_fate_of_a_motion_is_told():
    room = Room()
    room.main("One.")
    room.vote(8, 1)
    room.moved(Motion.RESCIND, question=1)
    room.vote(8, 1)
    room.main("Two.")
    room.moved(Motion.INDEFINITE)
    room.vote(8, 1)
    room.main("Three.")
    room.moved(Motion.LAY)
    room.vote(8, 1)
    room.made(Motion.MAIN, "Four.")
    room.ok("chen", acts.RuleMotionOut())
    room.made(Motion.MAIN, "Five.")
    room.ok("li", acts.MakeMotion(Motion.WITHDRAW))
    room.main("Six.")
    told = ["carried, and rescinded later", "carried", "went with number 4: to postpone indefinitely", "carried"]
    put_off = ["put off: to lay on the table", "carried", "ruled out of order", "withdrawn", "not decided yet"]
    assert [*told, *put_off] == list(fates(room)[0].values())


def test_a_text_that_was_adopted_and_amended_later_is_told_as_it_reads_now():
    room = Room()
    room.main("Repair the lamps.")
    room.vote(8, 1)
    room.moved(Motion.RESCIND, "Repair all lamps.", question=1)
    room.vote(8, 1)
    assert ["Repair all lamps."] == fates(room)[1]


def test_who_was_absent_is_told_where_the_record_knows_the_body():
    room = Room(Robert(), MEMBERS, MEMBERS[:6])
    known = confer(Agenda(), room.rules, [])
    record = type(known)(known.agenda, known.procedure, tuple(room.trace))
    first = minutes(record, headed("x"), "en")[0].blocks[0]
    assert "Absent: wu, zheng, feng, han" in first
    assert "Chair: chen" in first


def test_each_allegation_is_a_matter():
    assert ["before", "allegation-1"] == keys(finding().record.trace)


def test_an_issue_of_initiatives_tells_its_phases_its_figures_and_what_was_admitted():
    terms = courtyard.terms()
    script = [
        ("li", 0, StartInitiative("lamps", "Light.")),
        ("wang", 0, SupportInitiative("lamps")),
        ("zhao", 0, SupportInitiative("lamps")),
        ("chen", 1, StartInitiative("bins", "Bins.")),
        ("liu", 1, StartInitiative("cats", "Cats.")),
        ("liu", 2, RevokeInitiative("cats")),
        ("li", 200, RecordCount((VoteFigures("lamps", 6, 2),))),
    ]
    moves = [Move(by, courtyard.NOON + courtyard.hours(hour), act) for by, hour, act in script]
    record = confer(Agenda(), LiquidFeedback(terms), moves)
    assert not record.refusals
    parts = {part.id: part for part in minutes(record, headed("x"), "en", moves)}
    rows = parts["motions"].blocks[0].rows
    assert [("lamps", "li", "3", "3", "6", "2", "0", "admitted to the vote")] == list(rows[:1])
    assert ["not admitted to the vote", "withdrawn"] == [row[-1] for row in rows[1:]]
    settled = "\n".join(parts["settled"].blocks)
    for phase in ("discussion", "verification", "voting", "finished, with a winner"):
        assert f"Phase of the issue: {phase}" in settled
    assert "Matter 1: lamps" == parts["matter-1"].title


def test_an_issue_that_was_broken_off_says_so():
    terms = courtyard.terms(may_break_off=frozenset({"xu"}))
    moves = [
        Move("li", NOON, StartInitiative("lamps", "Light.")),
        Move("xu", NOON + timedelta(hours=1), BreakOff("Done otherwise.")),
    ]
    parts = {
        part.id: part for part in minutes(confer(Agenda(), LiquidFeedback(terms), moves), headed("x"), "en", moves)
    }
    assert "broke the issue off: Done otherwise." in parts["settled"].blocks[0]


def test_an_issue_of_rounds_is_one_matter():
    moves = [Move("li", EVENING, act) for act in (RaiseIssue("lamps"), OpenRound("where"), CloseRound())]
    assert ["issue"] == keys(confer(Agenda(), Rounds(), moves).trace)


def test_a_driver_that_is_stated_anew_begins_no_other_matter():
    from tests.assembly.circle.test_circle import CIRCLE

    moves = [Move("li", EVENING, StateDriver(text)) for text in ("dark", "too dark")]
    assert ["circle"] == keys(confer(Agenda(), CIRCLE, moves).trace)

"""The minutes of a meeting: every step, in order, and nothing that somebody typed becomes a heading."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import deliberate as d
from deliberate.assembly import Agenda, AgendaItem, Move, Rounds, confer
from deliberate.assembly.moves import (
    AnswerHandover,
    CloseRound,
    DraftProposal,
    GiveSupport,
    HandIssueOver,
    OpenRound,
    RaiseIssue,
    ReviseProposal,
    Side,
    TakeTurn,
)
from deliberate.decision.decision import Decision
from deliberate.duty import Balanced, Duty, Offer, Undertaking, assign
from deliberate.errors import InputError
from deliberate.report.minutes import minutes, printed
from deliberate.report.minutes_head import MinutesHead
from deliberate.words import LANGUAGES

GOLDEN = Path(__file__).parents[1] / "golden"
OPENED = datetime(2026, 3, 1, 1, 0, tzinfo=UTC)
ACTS = (
    ("李芳", RaiseIssue("院里太黑", "晚上看不见台阶。", {"照明"}, "meeting")),
    ("王强", HandIssueOver("照明小组", datetime(2026, 3, 5, 1, tzinfo=UTC))),
    ("照明小组", AnswerHandover("accept", "我们来做。")),
    ("李芳", OpenRound("灯装在哪里")),
    ("李芳", DraftProposal("两盏路灯", "在北门和南门各装一盏。")),
    ("赵敏", TakeTurn("灯会照进卧室。", "两盏路灯", Side.AGAINST, 60)),
    ("赵敏", TakeTurn("加灯罩就行。", "两盏路灯", Side.FOR, 60)),
    ("赵敏", TakeTurn("再说一句。", "两盏路灯", Side.FOR, 60)),
    ("孙刚", GiveSupport("两盏路灯")),
    ("李芳", ReviseProposal("两盏路灯", "在北门和南门各装一盏，带灯罩。")),
    ("周岚", TakeTurn("同意。", side=Side.FOR)),
    ("王强", CloseRound("加灯罩。")),
)
MOVES = tuple(Move(by, OPENED + timedelta(minutes=5 * place), act) for place, (by, act) in enumerate(ACTS))
HEAD = MinutesHead(
    "三月院落议事会",
    OPENED,
    OPENED + timedelta(hours=1, minutes=30),
    place="3 栋门厅",
    body="院落居民议事会",
    chair="王强",
    secretary="周岚",
    present=("李芳", "王强", "赵敏", "孙刚"),
    excused=("钱进",),
    guests=("社工小陈",),
    entitled=5,
    quorum=3,
)


@pytest.fixture(scope="module")
def talk():
    return confer(Agenda((AgendaItem("院里太黑", "raised", date(2026, 3, 31)),)), Rounds(), MOVES)


@pytest.fixture(scope="module")
def mandate(talk):
    said = {"李芳": "YES", "王强": "YES", "赵敏": "YES", "孙刚": "ABSTAIN"}
    roll = dict.fromkeys((*said, "钱进"), (1,))
    election = d.Election(d.Answers.of(said, roll, options=("两盏路灯", "维持现状")), title="两盏路灯")
    decision = Decision(talk, election, d.decide(election, d.rule("majority")), review=date(2026, 6, 1))
    duty = Duty("装灯", "请人装两盏灯。", hours=4, due=date(2026, 3, 31))
    offers = (Offer("李芳", ("装灯",), hours=4), Offer("孙刚", ("装灯",), hours=2))
    return assign(Undertaking(decision, (duty,), offers), Balanced())


def section(record, key, lang="en", head=HEAD, moves=()):
    return next((each for each in minutes(record, head, lang, moves) if each.id == key), None)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_small_sitting_is_minuted_as_reviewed(mandate, lang):
    text = printed(mandate, HEAD, (lang,), MOVES)
    path = GOLDEN / f"minutes.{lang}.md"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_step_stands_there_in_order_with_its_time(talk, lang):
    told = section(talk, "matter-1", lang, moves=MOVES).blocks
    kept = [place for place, step in enumerate(talk.trace) if step not in talk.refusals]
    assert len(kept) == len(told)
    lines = tuple(talk.lines(lang))
    for place, block in zip(kept, told, strict=True):
        clock = f"{9 + place // 12:02}:{5 * (place % 12):02}"
        assert clock == block[:5]
        # A sentence that begins with the whole moment does not say it twice.
        said = block.removeprefix(clock).lstrip(" ·\u3000").removesuffix(" (60 seconds)").removesuffix("（60 秒）")
        assert lines[place].endswith(said)


def test_a_refusal_stands_in_an_annex_with_the_words_of_the_rule(talk):
    assert ("Refused to 赵敏: Everybody speaks at most 2 times in a round.",) == section(talk, "annex").blocks
    [line] = section(talk, "annex", moves=MOVES).blocks
    assert "09:35 · Refused to 赵敏 (“speak”): Everybody speaks at most 2 times in a round." == line


def test_a_step_of_another_day_has_its_day(talk):
    moves = [Move(move.by, move.at + timedelta(days=1), move.act) for move in MOVES]
    assert section(talk, "matter-1", moves=moves).blocks[3].startswith("2 March 2026 09:15 · Round 1 began")


def test_moves_that_are_not_one_for_each_step_are_refused(talk):
    with pytest.raises(InputError) as caught:
        minutes(talk, HEAD, "en", MOVES[1:])
    assert "moves-beside-steps" == caught.value.code
    for lang in LANGUAGES:
        assert "11" in caught.value.told(lang)


def test_who_spoke_how_often_and_who_did_not_is_counted(talk):
    table, silent = section(talk, "speakers").blocks
    assert (("赵敏", "2"), ("周岚", "1")) == table.rows
    # Who presides is not waited for.
    assert "Present, did not speak: 李芳, 孙刚." == silent


def test_how_long_somebody_spoke_is_counted_where_it_is_known(talk):
    table, _ = section(talk, "speakers", moves=MOVES).blocks
    assert (("赵敏", "2", "120"), ("周岚", "1", "0")) == table.rows


def test_a_speaker_who_is_on_no_list_is_named():
    sitting = [Move("陌生人", OPENED, act) for act in (RaiseIssue("灯"), OpenRound("灯"), TakeTurn("亮"))]
    told = section(confer(Agenda(), Rounds(), sitting), "speakers").blocks[-1]
    assert "Spoke and is not on the list of those present: 陌生人." == told


def test_decisions_votes_and_duties_are_set_apart(mandate):
    ids = "head agenda matter-1 texts settled votes duties follows speakers signatures annex"
    assert ids.split(" ") == [each.id for each in minutes(mandate, HEAD, "zh")]
    assert 2 == len(section(mandate, "settled").blocks)
    assert "Resolved: “两盏路灯”; looked at again on 1 June 2026." == section(mandate, "votes").blocks[-1]
    assert (("装灯: 请人装两盏灯。", "4", "李芳", "孙刚", "31 March 2026"),) == section(mandate, "duties").blocks[
        0
    ].rows


def test_the_minutes_of_a_decision_are_those_of_its_mandate_without_the_duties(mandate):
    without = tuple(each for each in minutes(mandate, HEAD, "zh") if each.id != "duties")
    assert without == minutes(mandate.decision, HEAD, "zh")


def test_a_vote_that_adopts_nothing_says_so(talk):
    election = d.Election(d.Answers.of({"李芳": "NO"}, {"李芳": (1,)}, options=("两盏路灯", "维持现状")))
    decision = Decision(talk, election, d.decide(election, d.rule("majority")))
    assert "No proposal was adopted." == section(decision, "votes").blocks[-1]


def test_a_meeting_without_talk_has_a_head_and_signatures():
    head = MinutesHead("Nobody came", OPENED, present=("li",), quorum=2)
    known = minutes(confer(Agenda(), Rounds(), ()), head, "en")
    assert ["head", "signatures"] == [each.id for each in known]
    assert "Quorum: 2; with 1 present it is not reached." in known[0].blocks[0]


def test_nobody_is_both_present_and_excused():
    with pytest.raises(InputError) as caught:
        MinutesHead("Spring", OPENED, present=("li",), excused=("li",))
    assert "same-name-twice" == caught.value.code


@pytest.mark.parametrize("typed", ["x\n## Resolved", "x\n- y", "x\n1. y", "x\n===", "x\n> y", "<b>x</b>", "x\n  # y"])
def test_what_somebody_typed_sets_up_no_section_no_list_and_no_tag(typed):
    sitting = [Move("li", OPENED, act) for act in (RaiseIssue("lamps"), OpenRound("lamps"), TakeTurn(typed))]
    text = printed(confer(Agenda(), Rounds(), sitting), HEAD, ("en",))
    headings = [line for line in text.split("\n") if line.lstrip().startswith("#")]
    assert 1 + len(minutes(confer(Agenda(), Rounds(), sitting), HEAD, "en")) == len(headings)
    for line in text.split("\n"):
        assert not line.lstrip().startswith(("- ", "1. ", "=", ">", "<"))
    assert "<b>" not in text


def test_nothing_of_the_html_page_is_loaded_for_the_markdown():
    code = "import sys, deliberate.report.minutes; sys.exit('jinja2' in sys.modules)"
    assert 0 == subprocess.run([sys.executable, "-c", code], check=False).returncode

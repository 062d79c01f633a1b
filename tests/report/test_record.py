"""The public record: what it says, and that it can do no harm."""

from datetime import date
from html.parser import HTMLParser

import attrs
import pytest

import deliberate as d
from deliberate.assembly.circle.steps import BroughtToCircle
from deliberate.assembly.moves import DraftProposal, RaiseIssue, TakeTurn
from deliberate.community.delegation import Delegation, DelegationRule
from deliberate.community.proxy import Proxy
from deliberate.decision.ballots import Ranking
from deliberate.hall.acts import CastBallot, Delegate, RegisterProxies
from deliberate.hall.policy import Policy
from deliberate.hall.state import Matter
from deliberate.records.pile import Pile
from deliberate.report import Notice, markdown, page, sections
from deliberate.report.plain import plain
from deliberate.report.texts import papers
from tests.hall.courtyard import QUO, answer, day, opened, replayed, under
from tests.report import meetings, meetings_heard
from tests.report.meetings_heard import EXPERTS

HELD = {
    "radish": meetings.radish,
    "robert": meetings.robert_meeting,
    "drafting": meetings.drafting,
    "mediation": meetings_heard.mediation,
    "circle": meetings_heard.circle,
    "delphi": meetings_heard.delphi,
}
PSEUDONYMS = tuple(meetings_heard.delphi().record.procedure.terms.pseudonyms.values())

NOTICE = Notice("院落居民议事会", date(2026, 4, 10), days=7, objections="写在意见箱", head="ab" * 32)
VOID = {"meta", "link", "br", "img", "input", "hr"}


class Reader(HTMLParser):
    """Notes tags, attributes, and whether every tag is closed."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.open, self.text = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert tag == self.open.pop()

    def handle_data(self, data):
        self.text.append(data)


def read(text):
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader


@pytest.fixture(scope="module")
def matter():
    return d.example("pet-waste")


def hostile(payload):
    """A matter in which everything that somebody can type is the payload."""
    floor = [RaiseIssue(payload, payload, frozenset({payload})), DraftProposal(payload, payload), TakeTurn(payload)]
    known = d.example("pet-waste")
    steps = tuple(attrs.evolve(step, by=payload) if hasattr(step, "by") else step for step in known.steps)
    procedure = known.policy.procedure
    issue = attrs.evolve(known.floor.issue, title=payload, text=payload, by=payload)
    assert floor
    assert procedure
    return attrs.evolve(known, floor=attrs.evolve(known.floor, issue=issue), steps=type(known.steps)(steps))


def test_the_record_has_the_outcome_the_period_the_way_to_object_and_the_signature(matter):
    text = "".join(read(page(matter, NOTICE)).text)
    for expected in (
        "通过了“便袋站”",
        "2026 年 4 月 17 日",
        "写在意见箱",
        "院落居民议事会 2026 年 4 月 10 日",
        "ab" * 32,
    ):
        assert expected in text
    for expected in ("was adopted", "17 April 2026", "Judged afterwards: keep it."):
        assert expected in text


def test_every_section_is_there_in_both_languages(matter):
    ids = [
        "outcome",
        "question",
        "people",
        "talk",
        "count-1",
        "count-2",
        "count-3",
        "duties",
        "evaluation",
        "objection",
    ]
    for lang in ("en", "zh"):
        assert [*ids, "verify"] == [section.id for section in sections(matter, NOTICE, lang)]


def test_a_matter_without_duties_has_no_empty_section():
    known = [section.id for section in sections(d.example("charging-shed"), NOTICE, "zh")]
    assert ["outcome", "question", "people", "talk", "count-1", "count-2", "objection", "verify"] == known


@pytest.mark.parametrize(
    "payload",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "javascript:alert(1)",
        "{{ 7 * 7 }}",
        "</title><svg onload=alert(1)>",
        "&lt;b&gt;",
    ],
)
def test_what_somebody_typed_is_text_and_nothing_else(payload):
    reader = read(page(hostile(payload), NOTICE))
    assert not {"script", "img", "svg", "iframe", "object", "form"} & set(reader.tags)
    assert not [name for name, _ in reader.attributes if name.startswith("on")]
    assert payload in "".join(reader.text)


def test_characters_that_turn_the_line_around_are_left_out(matter):
    assert "gpj.exe" == plain("\u202egpj.exe\u2069")


def test_the_page_asks_for_nothing_from_outside_and_names_its_language(matter):
    reader = read(page(matter, NOTICE))
    assert [] == reader.open
    assert not [value for name, value in reader.attributes if name in {"src", "srcset", "data", "poster"}]
    links = [value for name, value in reader.attributes if name == "href"]
    assert links
    assert all(link.startswith("#") for link in links)
    targets = {value for name, value in reader.attributes if name == "id"}
    assert {link[1:] for link in links} <= targets
    assert {"zh-Hans", "en"} == {value for name, value in reader.attributes if name == "lang"}
    assert 1 == reader.tags.count("h1")


def test_every_table_has_a_caption_and_scoped_heads(matter):
    reader = read(page(matter, NOTICE))
    assert reader.tags.count("table") == reader.tags.count("caption") > 0
    assert reader.tags.count("th") == len([1 for name, _ in reader.attributes if name == "scope"])


def test_the_same_matter_gives_the_same_bytes(matter):
    assert page(matter, NOTICE) == page(d.example("pet-waste"), NOTICE)


def test_the_markdown_record_says_the_same(matter):
    text = markdown(matter, NOTICE)
    assert text.startswith("# 公示：小区里的狗粪")
    for section in sections(matter, NOTICE, "en"):
        assert f"## {section.title}" in text
    assert "<" not in markdown(hostile("<b>x"), NOTICE).replace("&lt;", "")


def outcome(play, now, lang="en"):
    [first] = [each for each in sections(play.hall.matter("light", now), NOTICE, lang) if each.id == "outcome"]
    return first.blocks[0]


def test_a_sealed_vote_that_is_still_open_can_be_told_of():
    play = under(sealed="until-close")
    opened(play)
    answer(play, "li", "YES")
    text = markdown(play.hall.matter("light", day(2)), NOTICE, ("en",))
    assert "Nothing has been decided yet." in text
    assert "Vote 1: 4 could vote, 1 did." in text


def test_a_text_that_passed_once_is_told_as_not_adopted_yet():
    play = under(readings=2, reading_gap_days=7)
    opened(play)
    for member in ("li", "wang"):
        answer(play, member, "YES")
    assert (
        "On 4 March 2026 “repair” passed once in the matter “lamps”; it is adopted when the same text passes again, "
        "from 11 March 2026 on." == outcome(play, day(3))
    )
    assert "第一次通过" in outcome(play, day(3), "zh")


def test_the_status_quo_as_the_winner_is_told_as_such():
    play = under()
    opened(play, d.rule("schulze"), ("repair", "replace"))
    play(day(2), "li", CastBallot("li", Ranking((QUO, "repair", "replace"))))
    assert "On 4 March 2026 the vote on “lamps” left things as they are: “as it is”." == outcome(play, day(3))
    assert "不作改变" in outcome(play, day(3), "zh")


def test_the_day_of_the_outcome_is_that_of_the_community_before_and_after_a_replay():
    play = under(utc_offset="-05:00")
    opened(play)
    answer(play, "li", "OBJECTION", reason="too dear")
    for hall in (play.hall, replayed(play.hall)):
        told = sections(hall.matter("light", day(3)), NOTICE, "en")[0].blocks[0]
        assert told.startswith("On 3 March 2026 ")


def test_delegations_proxies_and_the_advice_of_minors_stand_beside_the_count():
    play = under(delegation=DelegationRule(), proxies_most=1)
    for giver, to in (("wang", "li"), ("sun", "zhao")):
        play(day(0), giver, Delegate(Delegation(giver, to)), "community")
    play(day(0), "li", RegisterProxies((Proxy("sun", "li"),)))
    opened(play)
    answer(play, "li", "YES")
    answer(play, "bao", "STAND_ASIDE")
    text = markdown(play.hall.matter("light", day(3)), NOTICE, ("en",))
    for expected in (
        "li may cast the ballots of sun.",
        "1 person voted in person and 1 was carried by another's ballot",
        "1 delegation reached no ballot; who gave them counts as absent.",
        "**What the minors advised: counted by itself, it decides nothing**",
        "| standing aside | 1 |",
    ):
        assert expected in text
    assert "| yes | 2 |" in text


def test_where_there_was_no_advice_and_no_delegation_nothing_is_told_of_them(matter):
    text = markdown(matter, NOTICE, ("en",))
    assert "minors" not in text
    assert "carried" not in text


def test_without_jinja_the_page_says_which_extra_gives_it(matter, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "jinja2", None)
    with pytest.raises(d.report.html.MissingExtra) as error:
        page(matter, NOTICE)
    assert 'pip install "deliberate-commons[html]"' in error.value.hint()


@pytest.mark.parametrize("name", HELD)
def test_a_matter_talked_over_under_other_rules_of_order_has_its_record(name):
    held = HELD[name]()
    matter = Matter("lamps", Policy(procedure=held.record.procedure), Pile(held.record.trace))
    text = markdown(matter, NOTICE)
    reader = read(page(matter, NOTICE))
    assert [] == reader.open
    assert "## How it was talked over" in text
    for paper in papers(held.record):
        latest = paper.versions[-1]
        assert f"{paper.name}, text {latest.number} (hash {latest.hash[:16]}…)" in text
    assert not [who for who in (*EXPERTS, *PSEUDONYMS) if who in text + "".join(reader.text)]


def test_support_of_any_kind_of_text_is_told_together():
    held = HELD["drafting"]()
    matter = Matter("lamps", Policy(procedure=held.record.procedure), Pile(held.record.trace))
    assert "2 neighbours support 路灯, text 1." in markdown(matter, NOTICE, ("en",))


def test_a_text_of_several_lines_is_set_apart():
    held = HELD["circle"]()
    brought = attrs.evolve(next(held.record.steps(BroughtToCircle)), text="one\n# two")
    matter = Matter("lamps", Policy(procedure=held.record.procedure), Pile((brought,)))
    assert "> one  \n> \\# two  \n" in markdown(matter, NOTICE, ("en",))

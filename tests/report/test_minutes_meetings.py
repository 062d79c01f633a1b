"""Whole meetings are minuted as reviewed, nothing of them is lost, and nobody's words become anything but words."""

import os
import re
from pathlib import Path

import attrs
import pytest

from deliberate.assembly import confer
from deliberate.assembly.motions.acts import Debate, GiveRuling, MakeMotion
from deliberate.assembly.moves import CloseRound, DraftProposal, ReviseProposal, TakeTurn
from deliberate.assembly.steps import MoveRefused
from deliberate.report import minutes, minutes_page, printed
from deliberate.report.blocks import Table
from deliberate.report.narration import LEFT_OUT
from deliberate.words import LANGUAGES
from tests.report import meetings, meetings_heard
from tests.report.test_record import read

GOLDEN = Path(__file__).parents[1] / "golden"
HELD = {
    "radish": meetings.radish,
    "robert": meetings.robert_meeting,
    "drafting": meetings.drafting,
    "mediation": meetings_heard.mediation,
    "circle": meetings_heard.circle,
    "delphi": meetings_heard.delphi,
    "finding": meetings_heard.finding,
}
# What a neighbour could type to be taken for the secretary, or to make a page do something.
PAYLOADS = (
    "## Resolved",
    "a\r## Resolved",
    "a\u2028## Resolved\x85- all of it",
    "a\n\n- point\n1. first\n> said\n===",
    "a | b\n:-- | --:\nc | d",
    "\\[click](javascript:alert(1)) [x]: y",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }} `code` *bold* \\*",
)
# A bracket, a backtick or a star with no backslash of its own before it.
ACTIVE = re.compile(r"(?<!\\)(?:\\\\)*[\[`]|(?<![\\*])(?:\\\\)*\*(?!\*)")
TYPED = {"text", "reason", "summary", "words", "driver", "concern", "claim", "statement", "reasons", "what"}


def sections(held, lang):
    return minutes(held.record, held.head, lang, held.moves)


@pytest.fixture(scope="module")
def known():
    return {name: hold() for name, hold in HELD.items()}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", HELD)
def test_a_meeting_is_minuted_as_reviewed(known, name, lang):
    held = known[name]
    text, path = printed(held.record, held.head, (lang,), held.moves), GOLDEN / f"minutes-{name}.{lang}.md"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", HELD)
def test_every_step_has_its_line_and_every_refusal_its_line_in_the_annex(known, name):
    held = known[name]
    told = {part.id: len(part.blocks) for part in sections(held, "en")}
    course = sum(n for key, n in told.items() if key in {"course", "before", "besides"} or key.startswith("matter-"))
    refused = sum(isinstance(step, MoveRefused) for step in held.record.trace)
    silent = sum(type(step).__name__ in LEFT_OUT for step in held.record.trace)
    assert (refused, len(held.record.trace)) == (told.get("annex", 0), course + refused + silent)


@pytest.mark.parametrize("name", HELD)
def test_both_languages_have_the_same_parts(known, name):
    english, chinese = (sections(known[name], lang) for lang in LANGUAGES)
    assert [(part.id, len(part.blocks)) for part in english] == [(part.id, len(part.blocks)) for part in chinese]


@pytest.mark.parametrize("name", HELD)
def test_the_page_says_what_the_text_says_and_is_well_formed(known, name):
    held = known[name]
    reader = read(minutes_page(held.record, held.head, LANGUAGES, held.moves))
    text = "".join(reader.text)
    assert [] == reader.open
    assert 1 == reader.tags.count("h1")
    for lang in LANGUAGES:
        for part in sections(held, lang):
            assert part.title in text
            for block in part.blocks:
                assert not isinstance(block, str) or block in text
    targets = [value for key, value in reader.attributes if key == "id"]
    assert len(targets) == len(set(targets))


def typed(act, payload):
    """The act with something else in every place where anybody can type what they like."""
    free = {each.name: payload for each in attrs.fields(type(act)) if each.name in TYPED}
    return attrs.evolve(act, **free)


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("name", HELD)
def test_what_somebody_typed_is_text_and_nothing_else(known, name, payload):
    held = known[name]
    moves = [attrs.evolve(move, act=typed(move.act, payload)) for move in held.moves]
    record = confer(held.record.agenda, held.record.procedure, moves)
    parts = minutes(record, held.head, "en", moves)
    lines = printed(record, held.head, ("en",), moves).split("\n")
    assert 1 + len(parts) == sum(line.lstrip("> ").startswith("#") for line in lines)
    rows = sum(2 + len(block.rows) for part in parts for block in part.blocks if isinstance(block, Table))
    assert rows == sum(line.startswith("|") for line in lines)
    for line in lines:
        assert not any(sign in line for sign in "\r\x0b\x0c\x85\u2028\u2029<")
        assert not line.lstrip("> ").startswith(("- ", "1. ", "=", ":"))
        assert not ACTIVE.search(line)
    reader = read(minutes_page(record, held.head, ("en", "zh"), moves))
    assert not {"script", "img", "form", "iframe"} & set(reader.tags)
    assert not [key for key, _ in reader.attributes if key.startswith("on")]
    assert [] == reader.open


def test_no_line_of_a_speech_stands_where_a_line_of_the_minutes_stands(known):
    held = known["radish"]
    forged = "赞成。\n20:30 · 王强 declared that motion 1 was carried, with 6 for it and 0 against: x"
    moves = [attrs.evolve(move, act=typed(move.act, forged)) for move in held.moves]
    record = confer(held.record.agenda, held.record.procedure, moves)
    lines = [
        line
        for part in minutes(record, held.head, "en", moves)
        for block in part.blocks
        if isinstance(block, str)
        for line in block.split("\n")
    ]
    assert not [line for line in lines if line.startswith("20:30")]


def test_the_typed_places_are_places_of_acts():
    acts = (TakeTurn, CloseRound, DraftProposal, ReviseProposal, MakeMotion, Debate, GiveRuling)
    assert all(any(each.name in TYPED for each in attrs.fields(act)) for act in acts)

"""A form is data that fits together; its table and its diagram say what it does."""

import attrs
import pytest

from deliberate.assembly.talk import drawings
from deliberate.assembly.talk.course import COURSE, Phase, course
from deliberate.assembly.talk.form import Form
from deliberate.assembly.talk.forms import FISHBOWL, FORMS, NANTANG, OPEN_FLOOR, RADISH, STRUCTURED
from deliberate.assembly.talk.terms import TalkTerms
from deliberate.assembly.talk.traits import Access, Clause, Closing, Follows, Opening
from deliberate.errors import InputError
from deliberate.lot import Lot
from deliberate.records import from_dict, to_dict
from deliberate.words import LANGUAGES


@pytest.mark.parametrize(
    ("form", "changed", "parameter"),
    [
        (RADISH, {"turns": 0}, "turns"),
        (RADISH, {"seconds": -1}, "seconds"),
        (RADISH, {"seconds": 10**9}, "seconds"),
        (FISHBOWL, {"minutes": 10**12}, "minutes"),
        (RADISH, {"seats": 5}, "seats"),
        (FISHBOWL, {"seats": None}, "seats"),
        (FISHBOWL, {"minutes": None}, "minutes"),
        (OPEN_FLOOR, {"minutes": 5}, "minutes"),
        (STRUCTURED, {"turns": 2}, "turns"),
        (RADISH, {"outcome": Follows.NONE}, "outcome"),
        (RADISH, {"access": Access.CIRCLE, "turns": 1}, "access"),
        (OPEN_FLOOR, {"outcome": Follows.VOTE}, "outcome"),
    ],
)
def test_a_form_that_does_not_fit_together_is_refused(form, changed, parameter):
    with pytest.raises(InputError) as caught:
        attrs.evolve(form, **changed)
    assert ("bad-parameter", parameter) == (caught.value.code, caught.value.fields["parameter"])


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_is_a_record(form):
    assert form == from_dict(to_dict(form))


def test_nantang_differs_from_the_radish_rules_where_the_village_was_stricter():
    differ = {each.name for each in attrs.fields(Form) if getattr(RADISH, each.name) != getattr(NANTANG, each.name)}
    assert {"name", "closes", "clauses"} == differ
    stricter = {Clause.NO_SUMMING_UP, Clause.CHAIR_VOTES_LAST, Clause.ABSTAINERS_NOT_CALLED}
    assert stricter == NANTANG.clauses - RADISH.clauses


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_has_a_row_for_each_rule_and_says_everything_in_words(lang):
    head, _, *rows = drawings.table(lang).splitlines()
    assert len(attrs.fields(Form)) - 1 == len(rows)
    assert {len(FORMS) + 2} == {line.count("|") for line in (head, *rows)}
    codes = {str(each) for kind in (Access, Closing, Clause, Opening, Follows) for each in kind}
    cells = {part.strip() for line in rows for cell in line.split("|") for part in cell.replace("；", ";").split(";")}
    assert set() == codes & cells


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_the_diagram_draws_every_row_of_the_course(form, lang):
    drawn = drawings.mermaid(form, lang)
    rows = course(form.traits)
    assert drawn.startswith("stateDiagram-v2\n    [*] --> talk_ready\n")
    assert len({(row.before, row.after) for row in rows}) == drawn.count(" --> ") - 1
    assert {row.before for row in rows} == {phase for phase in Phase if f"as {phase.replace('-', '_')}" in drawn}


def test_no_phase_is_a_dead_end():
    for form in FORMS:
        rows = course(form.traits)
        assert {row.after for row in rows} <= {row.before for row in rows}
    assert len(COURSE) == len(set(COURSE))


def test_terms_that_do_not_fit_together_are_refused():
    with pytest.raises(InputError) as caught:
        TalkTerms(("li", "wang"), "zhao")
    assert "not-on-the-roll" == caught.value.code
    with pytest.raises(InputError) as caught:
        TalkTerms(("li", "wang"), "li", lot=Lot(("li",)))
    assert "not-in-the-lot" == caught.value.code
    with pytest.raises(InputError) as caught:
        TalkTerms(("li", "li"), "li")
    assert "same-name-twice" == caught.value.code


def test_without_a_lot_the_order_is_that_of_the_list():
    assert [0, 1] == [TalkTerms(("wang", "li"), "li").place(member) for member in ("wang", "li")]

"""Hunks: a change applies where its words stand, and nowhere else."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.proposals.hunks import Hunk, apply, between, hunk_of, hunks_of, rebase, span_of
from deliberate.assembly.proposals.pages import Page, Span, Splice, clash, first_clash
from deliberate.errors import InputError
from deliberate.identity import text_hash
from tests.assembly.proposals.texts import TEXTS, changed, spans


@given(changed(sides=3))
def test_disjoint_amendments_give_the_same_text_in_any_order(given):
    page, sides = given
    ends = set()
    for order in itertools.permutations(range(3)):
        text, waiting = page.text, dict(enumerate(sides))
        for side in order:
            hunks = waiting.pop(side)
            waiting = {other: rebase(text, rest, hunks) for other, rest in waiting.items()}
            text = apply(text, hunks)
        ends.add(text)
    assert {apply(page.text, tuple(itertools.chain(*sides)))} == ends


@given(changed())
def test_to_rebase_and_apply_is_to_apply_and_rebase(given):
    page, (one, other) = given
    left = apply(apply(page.text, one), rebase(page.text, other, one))
    right = apply(apply(page.text, other), rebase(page.text, one, other))
    assert left == right == apply(page.text, (*one, *other))


@given(TEXTS, TEXTS)
def test_what_differs_between_two_texts_makes_the_one_of_the_other(old, new):
    assert new == apply(old, between(old, new))


@given(st.data(), TEXTS)
def test_a_span_is_a_hunk_and_a_hunk_its_span(data, text):
    page = Page(text)
    for span in data.draw(spans(text)):
        assert span == span_of(page, hunk_of(page, span))


@given(st.data(), TEXTS)
def test_two_changes_clash_whichever_is_looked_at_first(data, text):
    [one, *_], [other, *_] = (data.draw(spans(text).filter(bool)) for _ in range(2))
    assert clash(one, other) == clash(other, one)
    assert clash(one, other) == (first_clash((one, other)) is not None)
    assert clash(one, other) == (Splice((one,)).shifted(other) is None)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((0, 3), (3, 5), False),
        ((0, 3), (2, 5), True),
        ((0, 3), (3, 3), True),
        ((0, 3), (0, 0), True),
        ((1, 3), (0, 0), False),
        ((2, 2), (2, 2), True),
        ((2, 2), (3, 3), False),
    ],
)
def test_changes_clash_where_they_share_a_character_or_one_inserts_where_the_other_edits(one, other, expected):
    assert expected is clash(Span(*one, "x"), Span(*other, "y"))


def test_a_paragraph_can_be_struck_with_its_line_end_and_one_put_between_two():
    text = "one\ntwo\nthree"
    assert "one\nthree" == apply(text, (Hunk(2, 0, 4, "", text_hash("two\n")),))
    assert "one\nnew\ntwo\nthree" == apply(text, (Hunk(2, 0, 0, "new\n", text_hash("")),))
    assert "three" == apply(text, (Hunk(1, 0, 8, "", text_hash("one\ntwo\n")),))


@pytest.mark.parametrize(
    ("code", "hunks"),
    [
        ("hunk-outside", (Hunk(0, 0, 1, "x", text_hash("R")),)),
        ("hunk-outside", (Hunk(3, 0, 0, "x", text_hash("")),)),
        ("hunk-outside", (Hunk(1, -1, 1, "x", text_hash("R")),)),
        ("hunk-outside", (Hunk(1, 2, 1, "x", text_hash("")),)),
        ("hunk-outside", (Hunk(2, 0, 99, "x", text_hash("Weekly.")),)),
        ("hunk-outside", (Hunk(1, 12, 12, "x", text_hash("")),)),
        ("hunk-does-not-fit", (Hunk(1, 0, 6, "Mend", text_hash("Replace")),)),
        ("hunks-overlap", (Hunk(1, 0, 6, "Mend", text_hash("Repair")), Hunk(1, 6, 6, "!", text_hash("")))),
        ("hunk-splits-character", (Hunk(1, 6, 6, "\u0301", text_hash("")),)),
    ],
)
def test_a_change_that_does_not_fit_is_refused(code, hunks):
    with pytest.raises(InputError) as caught:
        apply("Repair it.\nWeekly.", hunks)
    assert code == caught.value.code


def test_words_are_found_again_after_the_text_before_them_has_grown_by_paragraphs():
    text = "Repair three lamps.\nWeekly."
    weekly, grown = (
        between(text, "Repair three lamps.\nDaily."),
        between(text, "All agree.\nRepair three lamps.\nWeekly."),
    )
    [moved] = rebase(text, weekly, grown)
    assert (2, 3) == (weekly[0].paragraph, moved.paragraph)
    assert "All agree.\nRepair three lamps.\nDaily." == apply(apply(text, grown), (moved,))


def test_a_mark_is_never_torn_from_its_letter():
    page = Page("q\u0301")
    [hunk] = hunks_of(page, (Span(0, 1, "x"),))
    with pytest.raises(InputError, match="take a character apart"):
        apply(page.text, (hunk,))

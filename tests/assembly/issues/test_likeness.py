"""Which issues may be the same: proposed exactly at a half, and never merged by itself."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.issues.acts import ListIssue, MergeIssues
from deliberate.assembly.issues.likeness import Alike, alike, duplicates
from deliberate.assembly.shingles import jaccard, shingles
from tests.assembly.issues.yard import stands


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        # Three characters: 6 - 2 = 4 shingles, all of them in the 5 of the other.
        ("小区里的狗粪", "小区里的狗粪多", Fraction(4, 5)),
        # Two shingles of four, shared by both: a half, and no less.
        ("三号楼路灯", "三号楼路灯坏了", Fraction(3, 5)),
        ("a b c d e f", "a b c d e f g h", Fraction(1, 2)),
        ("a b c d e f", "b c d e f g h", Fraction(1, 4)),
        ("Lamps out!", "lamps  OUT", Fraction(1)),
    ],
)
def test_likeness_is_exact(one, other, likeness):
    [pair] = alike({"one": one, "other": other}, Fraction(1, 100))
    assert likeness == pair.likeness == jaccard(one, other)


def test_a_pair_at_exactly_a_half_is_proposed_and_one_below_is_not():
    assert [Fraction(1, 2)] == [pair.likeness for pair in alike({"x": "a b c d e f", "y": "a b c d e f g h"})]
    assert () == alike({"x": "a b c d e f", "y": "a b c d e f g h i"})


def test_texts_without_a_word_are_like_nothing():
    assert () == alike({"x": "", "y": "…", "z": ""}, Fraction(1, 100))


@given(st.lists(st.text("ab路灯 ", max_size=12), max_size=6))
def test_the_pairs_are_those_that_comparing_every_text_with_every_other_finds(texts):
    named = {str(place): text for place, text in enumerate(texts)}
    slow = {
        (one, other)
        for one in named
        for other in named
        if int(one) < int(other) and shingles(named[one]) and jaccard(named[one], named[other]) >= Fraction(1, 2)
    }
    found = alike(named)
    assert slow == {(pair.one, pair.other) for pair in found}
    assert sorted((pair.likeness for pair in found), reverse=True) == [pair.likeness for pair in found]


def test_duplicates_are_proposed_among_the_standing_issues_and_nothing_happens_by_itself():
    part = stands(("li", ListIssue("花园里的狗粪")), ("wang", ListIssue("花园里的狗粪多")), ("zhao", ListIssue("路灯")))
    assert (Alike("花园里的狗粪", "花园里的狗粪多", 4, 5),) == duplicates(part.listed)
    assert 3 == len(list(part.listed.standing))
    merged = stands(("li", MergeIssues("花园里的狗粪", "花园里的狗粪多")), part=part)
    assert () == duplicates(merged.listed)


@pytest.mark.parametrize(("lang", "told"), [("en", "share 4 of 5 runs of words"), ("zh", "5 个文字片段里有 4 个相同")])
def test_a_proposal_says_what_it_rests_on(lang, told):
    assert told in Alike("a", "b", 4, 5).explain(lang)

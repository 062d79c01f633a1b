"""An election holds all that a rule may know."""

import pytest

import deliberate as d
from deliberate.errors import ElectionError
from deliberate.lot import Lot


def test_without_a_lot_the_order_on_the_ballot_stands_in():
    election = d.ranked("1: b > a")
    assert (("b", "a"), "order") == (election.lot.order, election.lot.by)


def test_a_lot_is_given_as_an_order_a_lot_or_a_draw():
    drawn = d.draw("deliberate", "abc")
    for lot in (drawn, drawn.lot, drawn.order, Lot(drawn.order)):
        assert drawn.lot == d.ranked("1: a > b > c", lot=lot).lot


def test_names_in_a_lot_and_among_the_withdrawn_have_one_form():
    profile = d.Profile.from_ranks([[1, 2]], ("\u00e9", "b"))
    election = d.Election(profile, lot=("e\u0301", "b"), withdrawn=("e\u0301",))
    assert (("b",), "\u00e9") == (election.options, election.lot.first(("\u00e9", "b")))


def test_an_option_withdrawn_is_never_chosen_and_the_next_choice_counts():
    profile = d.ranked("3: a > b > c; 2: c > b").profile
    for name in ("plurality", "borda", "irv", "schulze"):
        assert ("b",) == d.decide(d.Election(profile, withdrawn=("a",)), d.rule(name)).chosen


def test_an_option_that_is_not_on_the_ballot_cannot_be_withdrawn():
    with pytest.raises(ElectionError) as caught:
        d.Election(d.ranked("1: a > b").profile, withdrawn=("z",))
    assert "unknown-option" == caught.value.code


def test_where_every_option_is_withdrawn_there_is_no_seat_to_fill():
    with pytest.raises(ElectionError) as caught:
        d.Election(d.ranked("1: a").profile, withdrawn=("a",))
    assert "bad-seats" == caught.value.code


def test_invalid_ballots_were_cast_all_the_same():
    profile = d.ranked("3: a > b").profile
    assert 1 == d.Election(profile, electorate=4, invalid=1).invalid
    with pytest.raises(ElectionError) as caught:
        d.Election(profile, electorate=3, invalid=1)
    assert "too-many-ballots" == caught.value.code


def test_a_notebook_says_what_was_asked_and_who_withdrew():
    shown = d.Election(d.ranked("3: a > b").profile, title="<路灯>", withdrawn=("b",))._repr_html_()
    assert "&lt;路灯&gt;" in shown
    assert "withdrawn" in shown


def test_equal_elections_are_one():
    one, other = d.ranked("2: a > b", lot="ab"), d.ranked("1: a > b; 1: a > b", lot="ab")
    assert one == other
    assert 1 == len({one, other})

"""The order of initiatives: the worked example, the sums, and what clones can and cannot do."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.liquid.harmonic import Backed, harmonic
from deliberate.errors import InputError
from deliberate.records.convert import from_dict, to_dict
from tests.oracles.test_liquid import MEMBERS, issues

SIX, FOUR, ONE = tuple("abcdef"), tuple("wxyz"), ("g",)
CLONES = (Backed("1", 1, SIX + ONE), Backed("2", 2, SIX), Backed("3", 3, SIX), Backed("4", 4, FOUR))


def test_the_clones_of_the_six_stand_behind_the_four():
    order = harmonic(CLONES)
    assert ("1", "4", "2", "3") == order.order
    assert {"1": 7, "4": 4, "2": 3, "3": 2} == dict(order.weights)


def test_each_step_tells_what_there_was():
    sums = [dict(step.sums) for step in harmonic(CLONES).steps]
    assert [{"1": 3, "2": 2, "3": 2, "4": 4}, {"1": 4, "2": 3, "4": 4}, {"1": 7, "4": 4}, {"1": 7}] == sums


def test_it_is_told_in_both_languages():
    order = harmonic(CLONES)
    assert "3 is weighed at 2; then there were: 1 3, 2 2, 3 2, 4 4." == order.explain().splitlines()[0]
    assert "“3”的调和权重为 2；此时各倡议所得：1 3、2 2、3 2、4 4。" == order.explain("zh").splitlines()[0]


def test_those_not_admitted_leave_first_however_many_support_them():
    assert ("4", "1", "2", "3") == harmonic(CLONES, admitted={"4"}).order


def test_of_equals_the_newer_leaves_first():
    backed = [Backed("old", 1, ("a",)), Backed("new", 9, ("b",)), Backed("between", 5, ("c",))]
    assert ("old", "between", "new") == harmonic(backed).order


def test_a_lone_text_is_one_supporter():
    assert ("li",) == Backed("lamps", 1, "li").supporters


def test_initiatives_that_nobody_supports_weigh_nothing():
    assert {"x": 0, "y": 0} == dict(harmonic([Backed("x", 1), Backed("y", 2)]).weights)


def test_rounding_to_three_places_can_make_equals_and_the_newer_leaves_first():
    weights = {"a": 100_000, "b": 100_001}
    pair = [Backed("newer", 2, ("b",)), Backed("older", 1, ("a",))]
    scaled = {"a": 1, "b": 1}
    assert ("newer", "older") == harmonic(pair, weights).order
    many = [Backed(f"i{number}", number, ("a",)) for number in range(3, 30)]
    assert harmonic(pair, scaled, decimals=3).order == harmonic(pair, scaled).order
    assert Fraction(1, 27) == harmonic(many).steps[0].weight
    assert Fraction(37, 1000) == harmonic(many, decimals=3).steps[0].weight


def test_an_exact_difference_below_a_thousandth_counts_unless_it_is_rounded_away():
    # 1/40 + 1/41 beside 2/40: apart by less than 0.0005 where one of the two has one initiative more.
    wide = {"a": 41, "b": 42}
    backed = [
        Backed(f"x{number}", number, tuple(m for m, most in wide.items() if number <= most)) for number in range(1, 43)
    ]
    lone = Backed("lone", 50, ("c",))
    order = harmonic([*backed, lone], {"c": 0})
    assert Fraction(1, 42) == dict(order.steps[0].sums)["x42"]
    assert Fraction(1, 41) + Fraction(1, 42) == dict(order.steps[0].sums)["x1"]
    assert Fraction(48, 1000) == dict(harmonic([*backed, lone], {"c": 0}, decimals=3).steps[0].sums)["x1"]


@given(issues())
def test_all_weights_together_are_what_the_harmonic_series_gives_every_supporter(issue):
    backed, weights = issue
    series = Fraction(0)
    for member in MEMBERS:
        count = sum(member in each.supporters for each in backed)
        series += weights.get(member, 1) * sum(Fraction(1, place) for place in range(1, count + 1))
    assert series == sum(harmonic(backed, weights).weights.values())


@given(issues(), st.permutations([f"i{place}" for place in range(6)]))
def test_names_do_not_matter(issue, new):
    backed, weights = issue
    renamed = [Backed(new[int(each.initiative[1:])], each.number, each.supporters) for each in backed]
    names = tuple(new[int(name[1:])] for name in harmonic(backed, weights).order)
    assert names == harmonic(renamed, weights).order


@given(issues(), st.randoms(use_true_random=False))
def test_the_order_in_which_initiatives_and_supporters_are_given_does_not_matter(issue, chance):
    backed, weights = issue
    mixed = [
        Backed(one.initiative, one.number, tuple(chance.sample(one.supporters, len(one.supporters)))) for one in backed
    ]
    chance.shuffle(mixed)
    assert harmonic(backed, weights) == harmonic(mixed, weights)


@given(issues(), st.integers(1, 4))
def test_of_clones_the_second_best_weighs_half_of_their_supporters_at_most_the_third_a_third(issue, clones):
    backed, weights = issue
    bloc = tuple("abcd")
    copies = [Backed(f"clone {number}", 100 + number, bloc) for number in range(clones)]
    found = harmonic([*backed, *copies], weights).weights
    best_first = sorted((found[each.initiative] for each in copies), reverse=True)
    whole = sum(weights.get(member, 1) for member in bloc)
    assert all(weight <= Fraction(whole, place) for place, weight in enumerate(best_first, start=1))


@given(issues(), st.integers(1, 4), st.integers(0, 6))
def test_a_minority_with_nothing_else_to_support_stands_before_all_clones_that_it_outnumbers(issue, clones, few):
    backed, _ = issue
    bloc = tuple("abcd")
    copies = [Backed(f"clone {number}", 100 + number, bloc) for number in range(clones)]
    minority = Backed("minority", 50, tuple(f"m{number}" for number in range(few)))
    order = harmonic([*backed, *copies, minority]).order
    before = sum(order.index(each.initiative) < order.index("minority") for each in copies)
    assert all(few <= Fraction(len(bloc), place) for place in range(1, before + 1))


@given(issues(most=4), st.sets(st.sampled_from(MEMBERS)), st.integers(1, 3))
def test_where_a_bloc_supports_its_clones_alone_a_clone_moves_nobody_else(issue, bloc, clones):
    backed, weights = issue
    rest = [
        Backed(one.initiative, one.number, tuple(each for each in one.supporters if each not in bloc)) for one in backed
    ]
    copies = [Backed(f"clone {number}", 100 + number, tuple(sorted(bloc))) for number in range(clones + 1)]
    before = harmonic([*rest, copies[0]], weights).order
    after = harmonic([*rest, *copies], weights).order
    assert before == tuple(name for name in after if name in before)


def test_a_minority_that_shares_supporters_with_the_clones_can_fall_behind_both_of_them():
    """Why no law promises more: a clone takes from its neighbour what the neighbour needs to outlast the others."""
    weights = {"p": 12, "q": 18, "r": 14, "s": 5, "t": 5}
    a = Backed("a", 1, ("p", "r"))
    rest = (Backed("m", 2, ("p", "q")), Backed("x", 3, ("q", "s")), Backed("y", 4, ("q", "t")))
    assert ("m", "a") == tuple(name for name in harmonic((a, *rest), weights).order if name in "am")
    cloned = harmonic((a, Backed("clone", 5, a.supporters), *rest), weights).order
    assert ("a", "clone", "m") == tuple(name for name in cloned if name in {"a", "clone", "m"})


def test_it_travels_as_json():
    order = harmonic(CLONES, decimals=3)
    assert order == from_dict(to_dict(order))


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("same-name-twice", lambda: harmonic([Backed("x", 1), Backed("x", 2)])),
        ("bad-weight", lambda: harmonic([Backed("x", 1, ("a",))], {"a": -1})),
        ("bad-parameter", lambda: harmonic([], decimals=-1)),
        ("bad-parameter", lambda: harmonic([], decimals=31)),
    ],
)
def test_what_cannot_be_counted_is_refused(code, count):
    with pytest.raises(InputError) as error:
        count()
    assert code == error.value.code
    assert error.value.told("zh") != error.value.told("en")

"""Slow and obvious: every supporter's weight divided one by one, every ballot poured out by itself, in fractions."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.liquid.contingents import Contingent, Contingents, Entry, Post
from deliberate.assembly.liquid.harmonic import Backed, harmonic
from deliberate.assembly.liquid.proportional import SuggestionBallot, proportional
from tests.assembly.liquid.courtyard import NOON, hours

MEMBERS = "abcdefgh"


def harmonic_by_hand(initiatives, weights, admitted=(), decimals=None):
    """Pairs of an initiative and its weight, in the order in which they leave."""
    left, found = list(initiatives), []
    while left:
        sums = {}
        for one in left:
            total = Fraction(0)
            for member in set(one.supporters):
                shared = [each for each in left if member in each.supporters]
                total += Fraction(weights.get(member, 1), len(shared))
            if decimals is not None:
                total = Fraction(int(total * 10**decimals + Fraction(1, 2)), 10**decimals)
            sums[one.initiative] = total
        behind = [each for each in left if each.initiative not in admitted] or left
        gone = min(behind, key=lambda each: (sums[each.initiative], -each.number))
        found.append((gone.initiative, sums[gone.initiative]))
        left.remove(gone)
    return found


@st.composite
def issues(draw, most=6):
    """Initiatives with their supporters, and what the members weigh."""
    count = draw(st.integers(0, most))
    numbers = draw(st.permutations(range(1, count + 1)))
    backed = [
        Backed(f"i{place}", number, tuple(draw(st.lists(st.sampled_from(MEMBERS), unique=True))))
        for place, number in enumerate(numbers)
    ]
    weight = st.one_of(st.integers(0, 4), st.sampled_from((2**53 + 1, 2**62, 2**80)))
    return backed, draw(st.dictionaries(st.sampled_from(MEMBERS), weight))


@given(issues(), st.sets(st.sampled_from([f"i{place}" for place in range(6)])), st.sampled_from((None, 0, 1, 3)))
def test_each_supporter_divides_by_hand(issue, admitted, decimals):
    backed, weights = issue
    order = harmonic(backed, weights, admitted=admitted, decimals=decimals)
    slow = harmonic_by_hand(backed, weights, admitted, decimals)
    assert slow == [(step.initiative, step.weight) for step in order.steps]


def poured_by_hand(suggestions, ballots):
    """The order by pouring each ballot out by itself, after lf_update_suggestion_order.c with fractions for doubles."""
    unplaced, order = list(suggestions), []
    while unplaced:
        scores = dict.fromkeys(unplaced, Fraction(0))
        racing = list(unplaced)
        while len(racing) > 1:
            rates = Counter()
            for ballot in ballots:
                for section in ballot.sections:
                    into = [each for each in section if each in racing]
                    for each in into:
                        rates[each] += Fraction(ballot.weight, len(into))
                    if into:
                        break
            if not rates:
                racing = racing[-1:]
                break
            step = min((1 - scores[each]) / rates[each] for each in rates)
            for each in racing:
                scores[each] += step * rates[each]
            for each in list(racing):
                if scores[each] == 1 and len(racing) > 1:
                    racing.remove(each)
        order.insert(0, racing[0])
        unplaced.remove(racing[0])
    return tuple(order)


@st.composite
def ballots(draw, suggestions="ABCDE", most=5):
    """Ballots that put some of the suggestions into sections."""
    found = []
    for _ in range(draw(st.integers(0, most))):
        placed = draw(st.dictionaries(st.sampled_from(suggestions), st.integers(0, 3), min_size=1))
        sections = [[name for name, section in placed.items() if section == each] for each in range(4)]
        weight = draw(st.one_of(st.integers(1, 5), st.sampled_from((2**31, 2**61, 2**70))))
        found.append(SuggestionBallot(sections, weight))
    return found


@given(ballots())
def test_each_ballot_poured_out_by_hand(cast):
    assert poured_by_hand("ABCDE", cast) == proportional("ABCDE", cast).order


@given(ballots(suggestions="ABC", most=12))
def test_the_order_told_step_by_step_is_the_order(cast):
    order = proportional("ABC", cast)
    placed = {step.place: step.suggestion for step in order.steps if hasattr(step, "suggestion")}
    assert order.order == tuple(placed[place] for place in (1, 2, 3))


@pytest.mark.parametrize("size", [38, 45])
def test_sections_too_long_for_64_bits_are_poured_in_long_numbers(size):
    names = [f"s{number:02}" for number in range(size)]
    cast = [
        SuggestionBallot((names,), 3),
        SuggestionBallot((names[::2], names[1:4:2]), 10**6),
        SuggestionBallot(((), names[5:8])),
    ]
    assert poured_by_hand(names, cast) == proportional(names, cast).order


ROWS = st.builds(Contingent, st.integers(1, 6), st.none() | st.integers(0, 3), st.none() | st.integers(0, 3))


def room_by_hand(rows, posts, what, at):
    """Whether any row that speaks of it has room."""
    speaking = [(row, row.texts if what is Entry.TEXT else row.initiatives) for row in rows]
    speaking = [(row, most) for row, most in speaking if most is not None]
    counted = [post for post in posts if what is Entry.TEXT or post.what is Entry.INITIATIVE]
    rooms = [most - sum(post.at > at - row.window for post in counted) for row, most in speaking]
    return None if not rooms else max(0, *rooms)


@given(
    st.lists(ROWS, max_size=3),
    st.lists(st.tuples(st.integers(0, 8), st.sampled_from(Entry)), max_size=6),
    st.sampled_from(Entry),
    st.integers(0, 4),
)
def test_room_is_left_as_one_counts_it_and_opens_in_the_first_minute_that_has_some(rows, minutes, what, later):
    posts = [Post(NOON + hours(minute) / 60, entry) for minute, entry in sorted(minutes)]
    at = max([post.at for post in posts], default=NOON) + hours(later) / 60
    contingents = Contingents(tuple(rows))
    assert room_by_hand(rows, posts, what, at) == contingents.left(posts, what, at)
    tried = (at + hours(minute) / 60 for minute in range(20))
    first = next((moment for moment in tried if room_by_hand(rows, posts, what, moment) != 0), None)
    assert first == contingents.opens(posts, what, at)

"""The lot: the published vectors, and what anyone who draws it again relies on."""

import hashlib
import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.errors import DeliberateError, ElectionError
from deliberate.lot import Lot, draw, framed
from deliberate.records.convert import from_dict, to_dict

# seed, context, options as given, order, first 16 hex of the key, hashes drawn and rejected
VECTORS = {
    "V1": ("deliberate", "", ("a", "b", "c"), ("b", "a", "c"), "637da9b76fcdf933", 2, 0),
    "V2": ("", "", ("only",), ("only",), "09967a6f36f873cd", 0, 0),
    "V3": ("deliberate", "matter-7", ("c", "a", "b"), ("a", "b", "c"), "703a0f86f70af075", 3, 1),
    "V4": (
        "签序",
        "玉林/2026-3",
        ("停车", "路灯", "养狗", "维持现状"),
        ("路灯", "养狗", "维持现状", "停车"),
        "c9253213f9ba732b",
        5,
        2,
    ),
    "V5": (
        "cafe\u0301",
        "",
        ("e\u0301cole", "ecole", "\u00e9tude", "zoo"),
        ("zoo", "\u00e9tude", "\u00e9cole", "ecole"),
        "d2f6757ddd1883bd",
        3,
        0,
    ),
    "V6": (
        "x",
        "",
        ("\U0001f600", "\uff5e", "\u007e", "\u4e2d"),
        ("\u4e2d", "\uff5e", "\u007e", "\U0001f600"),
        "5445566b0ce755e3",
        3,
        0,
    ),
    "V7": ("ab", "a", ("c", "bc"), ("c", "bc"), "e830d858f8b96b0b", 1, 0),
    "V8": ("b", "a", ("abc", "c"), ("abc", "c"), "d934d261755bb33c", 1, 0),
    "V9": (
        "16 dice: 3 1 6 6 2 4 5 1 1 3 2 6 4 5 5 2",
        "courtyard",
        tuple(string.ascii_lowercase),
        tuple("hziqngrcksuevmftwaojxblpyd"),
        "1ee3416d3da284a6",
        37,
        12,
    ),
}


@pytest.mark.parametrize("vector", VECTORS)
def test_the_published_vectors_come_out_to_the_last_hash(vector):
    seed, context, options, order, key, draws, rejected = VECTORS[vector]
    drawn = draw(seed, options, context)
    assert (order, key) == (drawn.order, drawn.key[:16])
    assert (draws, rejected) == (drawn.draws, drawn.rejected)


def test_vector_v10_draws_a_thousand_options():
    drawn = draw("deliberate", [f"o{number}" for number in range(1000)])
    assert ("o231", "o69", "o481", "o713", "o954") == drawn.order[:5]
    digest = hashlib.sha256("\n".join(drawn.order).encode()).hexdigest()
    assert "6203fee6ab2bbcd828b0d29c3e6e727518bb8c1ca3fa45084862087a8b3c5fe0" == digest
    assert ("c1cfebc3779b81a4", 1368, 369) == (drawn.key[:16], drawn.draws, drawn.rejected)


@given(st.text(), st.sets(st.sampled_from(string.ascii_letters), min_size=1), st.randoms(use_true_random=False))
def test_the_order_in_which_options_are_named_does_not_matter(seed, options, random):
    named = sorted(options)
    random.shuffle(named)
    seed = unicodedata.normalize("NFC", seed)
    try:
        one = draw(seed, options)
    except DeliberateError:
        return
    assert one == draw(seed, named)
    assert set(options) == set(one.order)


def test_one_seed_serves_many_matters():
    options = tuple(string.ascii_lowercase)
    assert draw("dice", options, "lamps").order != draw("dice", options, "bins").order


def test_the_seed_is_not_trimmed():
    options = tuple(string.ascii_lowercase)
    assert draw("dice", options).order != draw("dice ", options).order


def test_every_order_comes_up_about_equally_often():
    seen = {}
    for number in range(6000):
        order = draw(str(number), "abc").order
        seen[order] = seen.get(order, 0) + 1
    # 1000 expected of each of six; 5 standard deviations are 144.
    assert 6 == len(seen)
    assert all(abs(times - 1000) < 144 for times in seen.values())


def test_length_before_content_tells_ab_c_from_a_bc():
    assert framed("ab", "c") != framed("a", "bc")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("a", ""), "empty-name"),
        (("a", "\ud800"), "unreadable-name"),
        (("e\u0301", "\u00e9"), "same-name-twice"),
        (("a", "a"), "same-name-twice"),
    ],
)
def test_names_that_cannot_stand_in_a_lot_are_refused(options, code):
    with pytest.raises(DeliberateError) as caught:
        draw("seed", options)
    assert code == caught.value.code


def test_a_seed_with_a_lone_surrogate_is_refused():
    with pytest.raises(ElectionError) as caught:
        draw("\udc00", ("a", "b"))
    assert "unreadable-name" == caught.value.code


def test_the_first_of_the_lot_wins_a_tie_and_the_last_leaves():
    lot = Lot(("c", "a", "b"))
    assert "c" == lot.first(("a", "b", "c"))
    assert "b" == lot.last(("a", "b", "c"))
    assert "a" == lot.first(("b", "a"))


def test_a_lot_that_does_not_know_an_option_says_so():
    with pytest.raises(ElectionError) as caught:
        Lot(("a", "b")).first(("a", "z"))
    assert ("not-in-the-lot", "z") == (caught.value.code, caught.value.fields["option"])


def test_a_lot_speaks_of_names_in_their_one_form():
    assert ("\u00e9", "b") == Lot(("e\u0301", "b")).order


@pytest.mark.parametrize("record", [draw("deliberate", "abc", "matter"), Lot(("b", "a")), Lot(("b", "a"), by="order")])
def test_a_lot_comes_back_from_its_record(record):
    assert record == from_dict(to_dict(record))


def test_a_draw_is_the_lot_of_an_election():
    drawn = draw("deliberate", "abc")
    assert Lot(drawn.order) == drawn.lot

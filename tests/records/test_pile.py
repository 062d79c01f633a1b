"""A pile shares its list between versions, and no version sees what was added to another."""

from hypothesis import given
from hypothesis import strategies as st

from deliberate.records.pile import Pile


@given(st.lists(st.tuples(st.integers(0, 20), st.integers())))
def test_a_pile_behaves_like_a_tuple_whichever_version_grows(additions):
    piles = [(Pile(), ())]
    for which, item in additions:
        pile, plain = piles[which % len(piles)]
        piles.append((pile.with_(item), (*plain, item)))
    for pile, plain in piles:
        assert plain == tuple(pile) == pile[:]
        assert len(plain) == len(pile)
        assert hash(plain) == hash(pile)
        assert all(item == pile[place] for place, item in enumerate(plain))


def test_equal_piles_are_equal_whatever_they_share():
    assert Pile("ab") == Pile("a").with_("b")
    assert Pile("ab") != Pile("ba")
    assert Pile("ab") != ("a", "b")


def test_a_pile_is_read_from_the_end_and_in_slices():
    pile = Pile("abc").with_("d")
    assert "d" == pile[-1]
    assert ("b", "c") == pile[1:3]
    assert "Pile(('a',))" == repr(Pile("a"))

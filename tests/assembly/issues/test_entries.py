"""Entries share their table between versions, and no version sees what was added to another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.issues.entries import Entries


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 5), st.integers())))
def test_entries_behave_like_a_growing_dict_whichever_version_grows(additions):
    versions = [(Entries(), {})]
    for which, key, value in additions:
        entries, plain = versions[which % len(versions)]
        versions.append((entries.with_(key, value), plain if key in plain else {**plain, key: value}))
    for entries, plain in versions:
        assert plain == dict(entries)
        assert list(plain) == list(entries)
        assert len(plain) == len(entries)
        assert plain == entries
        assert [key in plain for key in range(6)] == [key in entries for key in range(6)]


def test_the_first_entry_under_a_key_stays():
    assert {"li": 1} == dict(Entries().with_("li", 1).with_("li", 2))


def test_a_key_of_a_later_version_is_not_there_in_an_earlier_one():
    one = Entries().with_("li", 1)
    one.with_("wang", 2)
    with pytest.raises(KeyError):
        one["wang"]
    assert "Entries({'li': 1})" == repr(one)

"""Names that look alike are warned of, never merged."""

import pytest

from deliberate.io.door import roll


def test_names_that_look_alike_are_warned_of_and_both_stay(tmp_path):
    path = tmp_path / "roll.csv"
    path.write_text("member,head\nBob 0,1\nBob O,1\n", encoding="utf-8")
    with pytest.warns(UserWarning, match="look alike and stand for different people: Bob 0 = Bob O"):
        assert ("Bob 0", "Bob O") == roll(path).members

import pytest

from deliberate.errors import InputError, ParseError
from deliberate.io.written import ranked


def test_ballots_may_stand_on_lines_of_their_own():
    assert ranked("3: lamps > bins; 2: bins") == ranked("\n3: lamps > bins\n\n2: bins\n")


def test_a_ballot_without_a_number_is_one():
    assert [1] == ranked("lamps > bins").profile.weights.tolist()


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ("", "empty-text", ""),
        (" ;\n", "empty-text", ""),
        ("3: a > > b", "bad-ballot-line", "ballot 1"),
        ("3: a; 2:", "bad-ballot-line", "ballot 2"),
        ("3: a; many: b", "not-a-number", "ballot 2"),
        (f"3: a; {10**400}: b", "number-too-long", "ballot 2"),
    ],
)
def test_a_text_that_cannot_be_read_is_told_with_its_ballot(text, code, where):
    with pytest.raises(InputError) as caught:
        ranked(text)
    assert (code, where) == (caught.value.code, caught.value.where)
    assert caught.value.told("en")
    assert caught.value.told("zh")


def test_an_empty_text_is_a_mistake_of_reading():
    with pytest.raises(ParseError):
        ranked("")

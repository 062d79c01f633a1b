"""``deliberate lot``: the same order for everybody who has the seed."""

import pytest

import deliberate as d


def test_the_json_has_the_keys_of_the_contract(told):
    drawn = d.draw("3 1 6", ("路灯", "bins", "benches"), "ward 5")
    found = told("lot", "--seed", "3 1 6", "--context", "ward 5", "路灯", "bins", "benches")
    expected = {"order": list(drawn.order), "key": drawn.key, "draws": drawn.draws, "rejected": drawn.rejected}
    assert expected == found


def test_the_order_of_the_arguments_does_not_matter(told):
    assert told("lot", "--seed", "1", "a", "b", "c") == told("lot", "c", "a", "--seed", "1", "b")


def test_the_context_gives_another_order_from_the_same_seed(told):
    assert told("lot", "--seed", "1", "a", "b")["key"] != told("lot", "--seed", "1", "--context", "x", "a", "b")["key"]


def test_options_are_read_from_standard_input_one_a_line(told):
    assert told("lot", "--seed", "1", "a b", "c") == told("lot", "--seed", "1", "-", stdin=b"a b\r\n\n  c\n")


def test_the_words_number_the_order_and_say_how_it_was_drawn(cli):
    done = cli("lot", "--seed", "deliberate", "a", "b", "c")
    assert done.out.startswith("1. b\n2. a\n3. c\nKey 637da9b7")
    assert done.out.endswith("; 2 numbers drawn, 0 of them passed over.\n")


@pytest.mark.parametrize(
    ("arguments", "stdin", "code"),
    [
        (("a", "a"), b"", "same-name-twice"),
        (("e\u0301", "\u00e9"), b"", "same-name-twice"),
        (("a", " "), b"", "empty-name"),
        (("-",), b" \n", "empty-file"),
        (("-",), b"\xff\n", "not-this-encoding"),
        ((), b"", "missing-argument"),
    ],
)
def test_names_that_cannot_be_drawn_are_typed_errors(refused, arguments, stdin, code):
    assert code == refused("lot", "--seed", "1", *arguments, stdin=stdin)["code"]

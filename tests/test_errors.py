"""The tree of errors: codes for hosts, words for residents, both languages complete."""

import pickle
import re
from string import Formatter

import pytest

import deliberate as d
from deliberate import errors
from deliberate.words.say import catalogue

CODES = sorted(key for key in catalogue("en") if key.startswith(("error.", "hint.")))
KINDS = sorted(
    (each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, errors.DeliberateError)),
    key=lambda each: each.__name__,
)


def test_every_error_is_worded_in_both_languages_with_the_same_fields():
    english, chinese = catalogue("en"), catalogue("zh")
    assert [] == [code for code in CODES if fields(english[code]) != fields(chinese[code])]
    assert [] == [code for code in CODES if not re.search(r"[\u4e00-\u9fff]", chinese[code])]


def fields(sentence):
    return {name for _, name, _, _ in Formatter().parse(re.sub(r"[\[\]]", "", sentence)) if name}


def test_no_language_has_an_error_of_its_own():
    assert CODES == sorted(key for key in catalogue("zh") if key.startswith(("error.", "hint.")))


def test_every_hint_belongs_to_an_error():
    assert [] == [code for code in CODES if code.replace("hint.", "error.") not in CODES]


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_is_ours_and_stands_in_the_drawn_tree(kind):
    assert issubclass(kind, errors.DeliberateError)
    assert kind.__name__ in errors.__doc__


def test_errors_of_input_are_value_errors_and_a_missing_extra_is_an_import_error():
    assert issubclass(errors.InputError, ValueError)
    assert issubclass(errors.MissingExtra, ImportError)


def test_an_error_survives_the_way_to_another_process():
    error = errors.RollError("bad-weight", where="roll.csv:3", weight="-1")
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes, made on this line
    assert (type(error), error.code, error.where, error.fields) == (type(back), back.code, back.where, back.fields)


def test_a_text_says_where_and_what_and_what_to_do():
    error = errors.RollError("bad-weight", where="roll.csv:3", weight="-1")
    assert "roll.csv:3: -1 is not a weight. A weight is a whole number, not negative, below 2**63." == str(error)
    assert error.told("zh") != str(error)


def test_an_error_without_a_hint_ends_with_the_message():
    error = errors.InputError("empty-name")
    assert "" == error.hint()
    assert error.message() == str(error)


def refused(call):
    with pytest.raises(errors.DeliberateError) as caught:
        call()
    return caught.value


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: d.rule("irw"), "unknown-rule"),
        (lambda: d.rule("irv", overvotes="exhaust"), "unknown-parameter"),
        (lambda: d.rule("irv", elimination="all"), "bad-parameter"),
        (lambda: d.ranked(""), "empty-text"),
        (lambda: d.ranked("1: a > > b"), "bad-ballot-line"),
        (lambda: d.ranked("1/2: a"), "not-whole"),
        (lambda: d.ranked("x: a"), "not-a-number"),
        (lambda: d.ranked("1: a > b > a"), "option-twice"),
        (lambda: d.ranked("1: a > z", options=("a", "b")), "unknown-option"),
        (lambda: d.ranked("1: a > b", seats=3), "bad-seats"),
        (lambda: d.ranked("1: a > b", seats=0), "bad-seats"),
        (lambda: d.ranked("1: a > b", lot=("a",)), "lot-does-not-fit"),
        (lambda: d.ranked("5: a > b", electorate=4), "too-many-ballots"),
        (lambda: d.decide(d.ranked("1: a > b", seats=2), d.rule("irv")), "one-seat"),
        (lambda: d.decide(d.ranked("1: a > b"), d.rule("approval")), "ballot-does-not-fit"),
        (lambda: d.Profile.from_ranks([[1.0, 2.0]], options=("a", "b")), "bad-table"),
        (lambda: d.Profile.from_ranks([[1, 2, 3]], options=("a", "b")), "bad-table"),
        (lambda: d.Profile.from_ranks([[1, -2]], options=("a", "b")), "bad-value"),
        (lambda: d.Profile.from_ranks([[1, 2]], options=("a", "b"), weights=[-1]), "bad-weight"),
        (lambda: d.Profile.from_ranks([[1, 2]], options=("a", "b"), weights=[1.5]), "bad-weight"),
        (lambda: d.Profile.from_ranks([[1, 2]], options=("a", "b"), weights=[True]), "bad-weight"),
        (lambda: d.Profile.from_ranks([[1, 2]], options=("a", "b"), weights=[1, 2]), "bad-weight"),
        (lambda: d.Profile.from_rankings([5]), "not-a-ballot"),
        (lambda: d.Profile.from_ranks([[1, 2]], options=("a", "a")), "same-name-twice"),
        (lambda: d.ranked("1: a").profile.approved, "wrong-ballot"),
        (lambda: d.ranked("1: a").answers, "wrong-ballot"),
        (lambda: d.ranked("1: a > b").profile + d.ranked("1: b > a").profile, "profiles-differ"),
        (lambda: d.Answers.of({"zhao": "YES"}, roll={"li": (1,)}), "not-on-the-roll"),
        (lambda: d.Answers.of({"li": "JA"}, roll={"li": (1,)}), "unknown-stance"),
        (lambda: d.Answers.of({}, roll={"li": (1, 2)}), "bad-weight"),
        (lambda: d.Answers.of({}, roll={"li": (-1,)}), "bad-weight"),
        (lambda: d.requirement("robert.majorty"), "unknown-pack"),
        (lambda: d.requirement("s3.consent", answers="1/2"), "unknown-parameter"),
        (lambda: d.from_dict({"kind": "Nothing"}), "bad-record"),
        (lambda: d.from_dict({"kind": "Lot", "order": ["a"], "extra": 1}), "bad-record"),
    ],
)
def test_a_mistake_at_the_door_is_named_in_both_languages(call, code):
    error = refused(call)
    assert code == error.code
    assert all("{" not in error.told(lang) for lang in ("en", "zh"))


def test_a_mistyped_rule_is_answered_with_the_nearest():
    assert "schulze" in refused(lambda: d.rule("schulz")).hint()

"""``deliberate tally``: the JSON of the contract, the words, the settings, the ties."""

from fractions import Fraction

import pytest

import deliberate as d
from deliberate.cli.plain import parameters, step_data
from deliberate.decision.steps import Tallied

# Three rounds with batch elimination; one ballot overvotes, one is used up.
WARD = """# TITLE: The yard
# ALTERNATIVE NAME 1: lamps
# ALTERNATIVE NAME 2: bins
# ALTERNATIVE NAME 3: benches
# ALTERNATIVE NAME 4: flowers
# ALTERNATIVE NAME 5: swings
20: 1,2
12: 2,1
10: 3,2,1
1: 4,3
1: 5
1: {1,2}
"""
CYCLE = "votes,a,b,c\n1,1,2,3\n1,3,1,2\n1,2,3,1\n"
ANSWERS = "member,status\nli,YES\nwang,NO\nzhao,YES\nqian,\n"
KEYS = {
    *("rule", "parameters", "file", "electorate", "options", "seats"),
    *("status", "chosen", "ranking", "lot", "ties", "trace"),
}


@pytest.fixture
def ward(tmp_path):
    (tmp_path / "ward.toi").write_text(WARD)
    (tmp_path / "cycle.csv").write_text(CYCLE)
    (tmp_path / "answers.csv").write_text(ANSWERS)


def test_the_json_has_the_keys_of_the_contract(told, ward):
    found = told("tally", "ward.toi", "--rule", "irv", "--set", "elimination=batch")
    assert KEYS == set(found)
    assert {"overvote": "exhaust", "elimination": "batch"} == found["parameters"]
    assert ("irv", "ward.toi", "45", 1) == tuple(found[key] for key in ("rule", "file", "electorate", "seats"))
    assert ["lamps", "bins", "benches", "flowers", "swings"] == found["options"] == found["lot"]
    assert ("decided", ["bins"], []) == (found["status"], found["chosen"], found["ties"])
    assert [["bins"], ["lamps"], ["benches"], ["flowers", "swings"]] == found["ranking"]


def test_the_trace_tells_exact_numbers_as_text_and_rounds_as_numbers(told, ward):
    found = told("tally", "ward.toi", "--rule", "irv", "--set", "elimination=batch")
    rounds = [step for step in found["trace"] if step["step"] == "Tallied"]
    assert [(1, "1"), (2, "2"), (3, "3")] == [(each["round"], each["exhausted"]) for each in rounds]
    assert {"lamps": "20", "bins": "22"} == rounds[-1]["tallies"]
    assert {"step": "Eliminated", "options": ["flowers", "swings"], "round": 1} == found["trace"][1]


def test_fields_that_are_none_are_left_out():
    half = Tallied((("a", Fraction(1, 2)),), measure="points")
    assert {"step": "Tallied", "tallies": {"a": "1/2"}, "measure": "points"} == step_data(half)


def test_a_matrix_is_told_in_exact_numbers(told, ward):
    pairs, paths, *_ = told("tally", "cycle.csv", "--rule", "schulze")["trace"]
    assert ("PairsCompared", [["0", "2", "1"], ["1", "0", "2"], ["2", "1", "0"]]) == (pairs["step"], pairs["above"])
    assert ("PathsFound", ["a", "b", "c"], "margins") == (paths["step"], paths["options"], paths["strength"])


def test_a_tie_is_told_with_its_place_and_what_decided_it(told, ward):
    found = told("tally", "cycle.csv", "--rule", "schulze")
    [tie] = found["ties"]
    assert {"at": 3, "between": ["a", "b", "c"], "decided_by": "order"} == tie
    assert "TieBroken" == found["trace"][tie["at"]]["step"]
    assert "universes" not in found


def test_a_seed_draws_the_lot(told, ward):
    found = told("tally", "cycle.csv", "--rule", "schulze", "--lot-seed", "deliberate")
    assert (["b", "a", "c"], ["b"]) == (found["lot"], found["chosen"])
    assert ["lot"] == [tie["decided_by"] for tie in found["ties"]]


def test_all_ties_list_every_outcome_that_some_lot_allows(told, cli, ward):
    assert [["a"], ["b"], ["c"]] == told("tally", "cycle.csv", "--rule", "schulze", "--ties", "all")["universes"]
    done = cli("tally", "cycle.csv", "--rule", "schulze", "--ties", "all")
    assert done.out.endswith("With every possible lot: 3 outcomes.\n  a\n  b\n  c\n")


def test_answers_are_counted_under_a_pack(told, ward):
    command = ("tally", "answers.csv", "--format", "answers", "--rule", "majority")
    found = told(*command)
    assert ({"requirement": "robert.majority"}, "4") == (found["parameters"], found["electorate"])
    assert ("decided", ["proposal"], None) == (found["status"], found["chosen"], found["ranking"])
    assert ("Ruled", "PASSED") == (found["trace"][0]["step"], found["trace"][0]["ruling"]["status"])
    found = told(*command, "--set", "requirement=cn.residents.2026")
    assert {"requirement": "cn.residents.2026"} == found["parameters"]


def test_a_requirement_that_is_no_pack_is_told_in_full():
    requirement = d.requirement("s3.consent", answered="9/10")
    told = parameters(d.rule("consent", requirement=requirement))["requirement"]
    assert {"pass", "valid", "name"} == set(told)


def test_the_words_are_those_of_the_outcome(cli, ward):
    outcome = d.decide(d.read("ward.toi"), d.rule("irv"))
    for lang in ("en", "zh"):
        assert f"{outcome.explain(lang)}\n" == cli("tally", "ward.toi", "--rule", "irv", "--lang", lang).out


def test_an_election_is_read_from_standard_input(told):
    found = told("tally", "-", "--rule", "borda", stdin=CYCLE.encode())
    assert ("-", ["a"], "3") == (found["file"], found["chosen"], found["electorate"])


def test_the_seats_asked_for_are_filled(told, ward):
    assert ["lamps", "bins"] == told("tally", "ward.toi", "--rule", "plurality", "--seats", "2")["chosen"]


@pytest.mark.parametrize(
    "settings",
    [
        ("--set", "strength=winning-votes", "unranked=no-opinion"),
        ("--set", "strength=winning-votes", "--set", "unranked=no-opinion"),
        ("--set=strength=winning-votes", "--set=unranked=no-opinion"),
    ],
    ids=["one-option", "two-options", "with-equals"],
)
def test_several_settings_are_taken(told, ward, settings):
    found = told("tally", "ward.toi", "--rule", "schulze", *settings)
    assert {"strength": "winning-votes", "unranked": "no-opinion"} == found["parameters"]


@pytest.mark.parametrize(
    ("arguments", "code", "hint"),
    [
        (("--rule", "shulze"), "unknown-rule", "schulze"),
        (("--rule", "irv", "--set", "eliminaton=batch"), "unknown-parameter", "Did you mean: elimination?"),
        (("--rule", "irv", "--set", "elimination=bach"), "bad-parameter", "Did you mean: batch?"),
        (("--rule", "irv", "--set", "batch"), "bad-setting", "elimination=batch"),
        (("--rule", "majority"), "ballot-does-not-fit", ""),
        (("--rule", "irv", "--ties", "none"), "unknown-choice", "lot, all"),
        (("--rule", "irv", "--seats", "two"), "not-a-number", "whole number"),
        (("--rule", "irv", "--seats", "9"), "bad-seats", ""),
        (("--rule", "irv", "--seats", "2"), "one-seat", ""),
        (("--rule", "irv", "--format", "cvs"), "unknown-format", "Did you mean: csv?"),
        (("--rule", "irv", "--format", "roll"), "no-column", ""),
    ],
)
def test_what_does_not_fit_is_a_typed_error(refused, ward, arguments, code, hint):
    error = refused("tally", "ward.toi", *arguments)
    assert code == error["code"]
    assert hint in error["hint"]

"""The room for plug-in authors: it loads no extra until something is searched for, and then says what is missing."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import deliberate as d
from deliberate.decision.ballots import Answer, Approval, Ranking, Scores
from deliberate.testing import check, elections, options, profiles, rankings


def in_a_fresh_process(text):
    return subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True).stdout.strip()


def test_importing_the_room_loads_no_hypothesis():
    assert "False" == in_a_fresh_process("import sys, deliberate.testing; print('hypothesis' in sys.modules)")


@pytest.mark.parametrize("call", ["elections()", "options()", "tallies()", "requirements()", "check(d.rule('borda'))"])
def test_without_hypothesis_one_is_told_which_extra_to_install(call):
    told = in_a_fresh_process(
        "import sys; sys.modules['hypothesis'] = None\n"
        "import deliberate as d\n"
        "from deliberate.errors import MissingExtra\n"
        "from deliberate.testing import *\n"
        f"try: {call}\n"
        "except MissingExtra as missing: print(missing.code, missing.fields['library'], missing.fields['extra'])"
    )
    assert "missing-extra hypothesis testing" == told


@given(options().flatmap(lambda names: st.tuples(st.just(names), rankings(names))))
def test_a_ranking_names_only_the_options_and_each_once(pair):
    names, ranking = pair
    ranked = [option for level in ranking.levels for option in level]
    assert set(ranked) <= set(names)
    assert len(set(ranked)) == len(ranked)


@pytest.mark.parametrize("ballot", [Ranking, Approval, Scores])
def test_profiles_are_of_the_ballot_asked_for(ballot):
    @given(profiles(ballot))
    def asked(profile):
        assert ballot is profile.ballot

    asked()


@pytest.mark.parametrize("ballot", [Ranking, Approval, Scores, Answer])
def test_elections_are_of_the_ballot_asked_for(ballot):
    @given(elections(ballot, most_seats=3))
    def asked(election):
        assert ballot.__name__ == election.ballot

    asked()


FOUND = {
    "a tie": lambda profile: any(row.count(1) > 1 for row in profile.ranks.tolist()),
    "an option left out": lambda profile: any(0 in row for row in profile.ranks.tolist()),
    "a skipped rank": lambda profile: any(1 not in row and any(row) for row in profile.ranks.tolist()),
    "an empty ballot": lambda profile: any(not any(row) for row in profile.ranks.tolist()),
    "no ballot": lambda profile: profile.total == 0,
    "votes past 2**53": lambda profile: profile.total > 2**53,
    "votes past 2**63": lambda profile: profile.total > 2**63,
}


@pytest.mark.parametrize("trap", FOUND)
def test_the_search_meets_every_trap_of_real_ballots(trap):
    from hypothesis import find, settings

    assert FOUND[trap](find(profiles(), FOUND[trap], settings=settings(max_examples=5000, database=None)))


def test_a_lawful_rule_passes_the_check():
    check(d.rule("schulze"), examples=20)

"""The laws of the menu cover approval already; here are its several seats."""

import deliberate as d
from deliberate.decision.steps import Tallied


def test_everybody_counts_for_each_option_they_approve():
    profile = d.Profile.from_approvals([({"a", "b"}, 3), ({"b"}, 1), (set(), 2)], "abc")
    outcome = d.decide(d.Election(profile), d.rule("approval"))
    [tallied] = outcome.steps(Tallied)
    assert ({"a": 3, "b": 4, "c": 0}, "approvals") == (dict(tallied.tallies), tallied.measure)


def test_one_majority_may_take_every_seat():
    profile = d.Profile.from_approvals([({"a", "b"}, 3), ({"c"}, 2)], "abc")
    assert {"a", "b"} == set(d.decide(d.Election(profile, seats=2), d.rule("approval")).chosen)


def test_approvals_of_any_size_are_exact():
    profile = d.Profile.from_approvals([({"a"}, 2**63 + 1), ({"b"}, 2**63)], "ab")
    assert ("a",) == d.decide(d.Election(profile), d.rule("approval")).chosen

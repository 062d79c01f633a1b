"""M. Schulze, A new monotonic, clone-independent ... election method, 2011, doi:10.1007/s00355-010-0475-4."""

import pytest

import deliberate as d
from deliberate.decision.steps import PairsCompared, PathsFound

EXAMPLE_1 = (
    "5: A > C > B > E > D; 5: A > D > E > C > B; 8: B > E > D > A > C; 3: C > A > B > E > D; "
    "7: C > A > E > B > D; 2: C > B > A > D > E; 7: D > C > E > B > A; 8: E > B > A > D > C"
)


@pytest.mark.parametrize("strength", ["margins", "winning-votes"])
def test_example_1_forty_five_voters_order_e_a_c_b_d(strength):
    outcome = d.decide(d.ranked(EXAMPLE_1, options="ABCDE"), d.rule("schulze", strength=strength))
    assert (("E",), ("A",), ("C",), ("B",), ("D",)) == outcome.ranking
    assert ("E",) == outcome.chosen
    assert () == outcome.ties


def test_example_1_pairs_as_printed():
    outcome = d.decide(d.ranked(EXAMPLE_1, options="ABCDE"), d.rule("schulze"))
    [pairs] = outcome.steps(PairsCompared)
    printed = ((0, 20, 26, 30, 22), (25, 0, 16, 33, 18), (19, 29, 0, 17, 24), (15, 12, 28, 0, 14), (23, 27, 21, 31, 0))
    assert printed == pairs.above


def test_example_1_strongest_paths_as_printed():
    rule = d.rule("schulze", strength="winning-votes")
    [paths] = d.decide(d.ranked(EXAMPLE_1, options="ABCDE"), rule).steps(PathsFound)
    printed = ((0, 28, 28, 30, 24), (25, 0, 28, 33, 24), (25, 29, 0, 29, 24), (25, 28, 28, 0, 24), (25, 28, 28, 31, 0))
    assert printed == paths.paths

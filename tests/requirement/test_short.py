"""How many are still lacking, in whole units."""

import pytest

import deliberate as d


@pytest.mark.parametrize(("present", "short"), [(196, "15"), (209, "2"), (210, "1")])
def test_exactly_half_is_not_more_than_half_and_lacks_one(present, short):
    requirement = d.requirement("cn.residents.2026")
    told = requirement.rule_on({"head": {"YES": present, "ABSENT": 420 - present}}).explain("en")
    assert f"; short by {short}" in told


def test_half_a_head_is_a_head():
    told = d.requirement("cn.owners.2021.major").rule_on({"head": {"YES": 10, "NO": 4}, "area": {"YES": 3, "NO": 1}})
    assert (
        "heads saying yes: 10; needed: at least 10.5 (three quarters of heads taking part); short by 1"
        in told.explain()
    )

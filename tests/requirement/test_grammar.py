"""The grammar: what is refused, and with which path."""

import pytest

from deliberate.errors import RequirementError
from deliberate.requirement import Requirement, pack, requirement

YES, NO = {"tally": ["head", ["YES"]]}, {"tally": ["head", ["NO"]]}
JA = {"tally": ["head", ["JA"]]}
MORE = {">": [YES, NO]}


def nested(depth):
    node = MORE
    for _ in range(depth):
        node = {"not": node}
    return node


@pytest.mark.parametrize(
    ("data", "code", "path"),
    [
        ({}, "bad-node", "requirement"),
        (3, "bad-node", "requirement"),
        ({"pass": MORE, "passes": MORE}, "unknown-key", "requirement"),
        ({"pass": {"<": [YES, NO]}}, "unknown-node", "requirement.pass.<"),
        ({"pass": {">": [YES]}}, "bad-node", "requirement.pass.>"),
        (
            {"pass": {"all": [MORE, {">": [YES, {"tally": ["head", ["JA"]]}]}]}},
            "unknown-status",
            "requirement.pass.all[1]",
        ),
        ({"pass": {">": [YES, 0.5]}}, "not-a-number", "requirement.pass.>[1]"),
        ({"pass": {">": [YES, {"parameter": "share"}]}}, "unknown-parameter", "requirement.pass.>[1]"),
        ({"pass": {"share": {"of": YES, "part": NO}}}, "bad-node", "requirement.pass.share"),
        ({"pass": {"share": {"of": YES, "part": NO, "is": "1/2", "strict": 1}}}, "bad-node", "requirement.pass.share"),
        ({"pass": {">": YES, ">=": NO}}, "bad-node", "requirement.pass"),
        ({"pass": MORE, "tie": "coin"}, "bad-policy", "tie"),
        ({"pass": MORE, "tie": 3}, "bad-policy", "requirement.tie"),
        ({"pass": MORE, "no_quorum": "never"}, "bad-policy", "no_quorum"),
        ({"pass": {">=": [YES, NO]}, "tie": "lot"}, "tie-needs-majority", "tie"),
        ({"pass": nested(80)}, "too-deep", "requirement.pass.not"),
    ],
)
def test_what_is_not_well_formed_is_refused_with_the_path_of_the_node(data, code, path):
    with pytest.raises(RequirementError) as caught:
        Requirement.from_json(data)
    assert code == caught.value.code
    assert caught.value.where.startswith(path)


def test_nesting_up_to_the_bound_is_read():
    assert Requirement.from_json({"pass": nested(60)}) == Requirement.from_json({"pass": nested(60)})


def test_a_parameter_of_a_pack_is_filled_exactly():
    strict = requirement("s3.consent", answered="1")
    sums = {"head": {"YES": 41, "STAND_ASIDE": 6, "ABSENT": 1}}
    assert "NO_QUORUM" == strict.rule_on(sums).status
    assert "PASSED" == requirement("s3.consent").rule_on(sums).status


def test_a_pack_in_force_has_its_days():
    from datetime import date

    owners = pack("cn.owners.2021.major")
    assert owners.in_force(date(2021, 1, 1))
    assert not owners.in_force(date(2020, 12, 31))


@pytest.mark.parametrize(
    ("tie", "status"), [("reject", "REJECTED"), ("sustain", "PASSED"), ("lot", "TIED"), ("revote", "TIED")]
)
def test_a_tie_follows_its_policy(tie, status):
    ruling = Requirement.from_json({"pass": MORE, "tie": tie}).rule_on({"head": {"YES": 7, "NO": 7}})
    assert (status, True) == (ruling.status, ruling.tie)


def test_nobody_against_nobody_is_no_tie():
    ruling = Requirement.from_json({"pass": MORE, "tie": "lot"}).rule_on({"head": {"ABSTAIN": 7}})
    assert ("REJECTED", False) == (ruling.status, ruling.tie)

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


def deep_list(depth):
    node = []
    for _ in range(depth):
        node = [node]
    return node


def deep_sum(depth):
    node = 1
    for _ in range(depth):
        node = {"+": [node]}
    return node


def grouped(**changed):
    return {"grouped": {"by": "building", "inner": MORE, "then": MORE} | changed}


def called(times):
    requirement = {"pass": MORE}
    for _ in range(times):
        requirement = {"pass": MORE, "no_quorum": {"second_call": requirement}}
    return requirement["no_quorum"]


@pytest.mark.parametrize(
    ("data", "code", "path"),
    [
        ({}, "missing-key", "requirement"),
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
        ({"pass": {"share": {"of": YES, "part": NO}}}, "missing-key", "requirement.pass.share"),
        ({"pass": {"share": {"of": YES, "part": NO, "is": "1/2", "at": 1}}}, "unknown-key", "requirement.pass.share"),
        ({"pass": {"share": 3}}, "bad-node", "requirement.pass.share"),
        ({"pass": {"at_least": []}}, "bad-node", "requirement.pass.at_least"),
        ({"pass": {"at_least": ["1/2", MORE]}}, "not-whole", "requirement.pass.at_least[0]"),
        ({"pass": {"at_least": [2, MORE]}}, "bad-at-least", "requirement.pass.at_least"),
        ({"pass": {"grouped": {"by": "building", "inner": MORE}}}, "missing-key", "requirement.pass.grouped"),
        ({"pass": {"grouped": {"by": 3, "inner": MORE, "then": MORE}}}, "bad-node", "requirement.pass.grouped.by"),
        ({"pass": grouped(weights=[1])}, "bad-node", "requirement.pass.grouped.weights"),
        ({"pass": grouped(weights={"a": "1/2"})}, "not-whole", "requirement.pass.grouped.weights.a"),
        ({"pass": grouped(weights={"a": -1})}, "bad-unit-weight", "requirement.pass.grouped"),
        ({"pass": grouped(inner=grouped())}, "grouped-twice", "requirement.pass.grouped"),
        ({"pass": {">": [YES, {"curve": []}]}}, "curve-without-points", "requirement.pass.>[1].curve"),
        (
            {"pass": {">": [YES, {"curve": [[2, 1], [1, 1]]}]}},
            "curve-out-of-order",
            "requirement.pass.>[1].curve[1]",
        ),
        ({"pass": {">": [YES, {"curve": [[1]]}]}}, "bad-node", "requirement.pass.>[1].curve[0]"),
        ({"pass": {">": [YES, {"curve": [[1, "x"]]}]}}, "not-a-number", "requirement.pass.>[1].curve[0][1]"),
        ({"pass": {">": [YES, {"reciprocal": {"factor": 1}}]}}, "missing-key", "requirement.pass.>[1].reciprocal"),
        ({"pass": {">": [{"tally": [3, "roll"]}, 1]}}, "bad-node", "requirement.pass.>[0].tally"),
        ({"pass": {">": [{"tally": ["head", "all"]}, 1]}}, "bad-node", "requirement.pass.>[0].tally[1]"),
        ({"pass": MORE, "base": "present"}, "bad-policy", "base"),
        ({"pass": MORE, "tie": {"casting": "MAYBE"}}, "bad-policy", "requirement.tie.casting"),
        ({"pass": MORE, "no_quorum": {"second_call": {}}}, "missing-key", "requirement.no_quorum.second_call"),
        ({"pass": MORE, "no_quorum": called(9)}, "too-deep", "requirement.no_quorum.second_call"),
        ({"pass": [MORE]}, "bad-node", "requirement.pass"),
        ({"pass": {"share": {"of": YES, "part": NO, "is": "1/2", "strict": 1}}}, "bad-node", "requirement.pass.share"),
        ({"pass": {">": YES, ">=": NO}}, "bad-node", "requirement.pass"),
        ({"pass": MORE, "tie": "coin"}, "bad-policy", "tie"),
        ({"pass": MORE, "tie": 3}, "bad-policy", "requirement.tie"),
        ({"pass": MORE, "no_quorum": "never"}, "bad-policy", "no_quorum"),
        ({"pass": {">=": [YES, NO]}, "tie": "lot"}, "tie-needs-majority", "tie"),
        ({"pass": nested(80)}, "too-deep", "requirement.pass.not"),
        ({"pass": nested(10_000)}, "too-deep", "requirement.pass.not"),
        ({"pass": deep_list(10_000)}, "bad-node", "requirement.pass"),
        ({"pass": {">": [deep_sum(10_000), 1]}}, "too-deep", "requirement.pass.>[0].+"),
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

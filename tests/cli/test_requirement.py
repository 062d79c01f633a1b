"""``deliberate requirement``: the ruling of the contract, and every way in which its file can be wrong."""

import json

import pytest

from deliberate.requirement import pack

MAJOR = {
    "head": {"YES": 50, "NO": 8, "ABSTAIN": 8, "ABSENT": 33},
    "area": {"YES": 493_500, "NO": 90_000, "ABSTAIN": 76_500, "ABSENT": 330_000},
}
MORE = {"pass": {">": [{"tally": ["head", ["YES"]]}, {"tally": ["head", ["NO"]]}]}}


def text(**given):
    return json.dumps(given).encode()


def test_a_pack_is_judged_with_its_tree(told, tmp_path):
    (tmp_path / "vote.json").write_bytes(text(pack="cn.owners.2021.major", tallies=MAJOR))
    found = told("requirement", "vote.json")
    assert {"status", "tie", "valid", "pass", "needed"} == set(found)
    assert ("REJECTED", False, True) == (found["status"], found["tie"], found["valid"]["holds"])
    area, head = found["pass"]["parts"]
    assert {"op": ">=", "left": "493500", "right": "495000", "margin": "-1500", "holds": False} == area
    assert ("50", "99/2", "1/2", True) == tuple(head[key] for key in ("left", "right", "margin", "holds"))
    assert {"switch": 1500, "join": 6000} == found["needed"]["area"]
    assert {"switch": 0, "join": 0} == found["needed"]["head"]


def test_a_requirement_in_full_is_read_from_standard_input(told):
    found = told("requirement", "-", stdin=text(requirement=MORE, tallies={"head": {"YES": 2, "NO": 2}}))
    assert ("REJECTED", True) == (found["status"], found["tie"])


def test_parameters_fill_what_the_requirement_names(told):
    share = {"part": {"tally": ["head", ["YES"]]}, "of": {"tally": ["head", "roll"]}, "is": {"parameter": "quorum"}}
    given = {"requirement": {"pass": {"share": share}}, "tallies": {"head": {"YES": 1, "NO": 2}}}
    for quorum, status in (("1/3", "PASSED"), ("1/2", "REJECTED")):
        assert status == told("requirement", "-", stdin=text(**given, parameters={"quorum": quorum}))["status"]


def test_formalities_that_are_not_done_are_told(told, cli):
    given = text(pack="cn.owners.2021.major", tallies=MAJOR, done={"notice": "2026-03-17", "vote": "2026-04-01"})
    assert ["party-study", "tell-committee", "result", "posting"] == told("requirement", "-", stdin=given)["missing"]
    assert (
        "还没有办的程序：社区党组织研究、告知居委会、结果公告、公示。"
        in cli("requirement", "-", "--lang", "zh", stdin=given).out
    )


def test_where_everything_is_done_nothing_is_missing(cli, told):
    steps = [each.step for each in pack("s3.consent").formalities]
    given = text(pack="s3.consent", tallies={"head": {"YES": 1}}, done=dict.fromkeys(steps, "2026-03-17"))
    assert [] == told("requirement", "-", stdin=given)["missing"]
    assert "All formalities are done." in cli("requirement", "-", stdin=given).out


def test_the_words_say_what_is_still_needed(cli):
    given = text(pack="cn.owners.2021.major", tallies=MAJOR)
    assert (
        "Still needed (area): 15 m² from no or abstaining to yes, or 60 m² of those absent to come and say yes."
        in cli("requirement", "-", stdin=given).out
    )
    assert "按面积还需：15 平方米 由反对或弃权改为赞成" in cli("requirement", "-", "--lang", "zh", stdin=given).out


PACK = {"pack": "s3.consent", "tallies": {"head": {"YES": 1}}}
WRONG = {
    "an unknown key": ({**PACK, "opened": True}, "unknown-key", "-"),
    "no tallies": ({"pack": "s3.consent"}, "missing-key", "-"),
    "neither pack nor requirement": ({"tallies": {}}, "one-of-two", "-"),
    "both": ({**PACK, "requirement": MORE}, "one-of-two", "-"),
    "an unknown pack": ({**PACK, "pack": "s3.consnt"}, "unknown-pack", "-"),
    "an unknown parameter": ({**PACK, "parameters": {"k": 1}}, "unknown-parameter", "-: s3.consent"),
    "parameters that are none": ({**PACK, "parameters": [1]}, "bad-node", "-: parameters"),
    "an unknown status": ({**PACK, "tallies": {"head": {"MAYBE": 1}}}, "unknown-status", "-: tallies.head"),
    "a share of a vote": ({**PACK, "tallies": {"head": {"YES": "1/2"}}}, "not-whole", "-: tallies.head.YES"),
    "fewer than nobody": ({**PACK, "tallies": {"head": {"YES": -1}}}, "bad-tally", "-: tallies.head.YES"),
    "a measure not counted": ({**PACK, "tallies": {"area": {"YES": 1}}}, "unknown-measure", "-"),
    "tallies that are none": ({**PACK, "tallies": [1]}, "bad-node", "-: tallies"),
    "no object": ([1], "bad-node", "-"),
    "an unknown node": ({**PACK, "pack": None}, "unknown-pack", "-"),
    "a step of no pack": ({**PACK, "done": {"notice": "2026-03-17"}}, "unknown-key", "-: done"),
    "done that is no object": ({**PACK, "done": ["notice"]}, "bad-node", "-: done"),
    "done without a pack": (
        {"requirement": MORE, "tallies": {"head": {}}, "done": {"notice": "2026-03-17"}}, "bad-node", "-: done",
    ),
    "no day": (
        {"pack": "cn.owners.2021.major", "tallies": MAJOR, "done": {"notice": "soon"}}, "bad-day", "-: done.notice",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("given", "code", "where"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_file_is_a_typed_error_with_its_path(refused, given, code, where):
    error = refused("requirement", "-", stdin=json.dumps(given).encode())
    assert (code, where) == (error["code"], error["where"])


def test_the_key_that_is_not_known_is_named(refused):
    assert "opened" in refused("requirement", "-", stdin=text(**PACK, opened=True))["message"]


@pytest.mark.parametrize(
    ("given", "code", "where"),
    [
        (b"", "empty-file", "-:1"),
        (b'{"pack":\n', "bad-json", "-:2"),
        (b'{"tallies": 0.5}', "json-float", "-:1"),
        (b'{"pack": 1, "pack": 2}', "key-twice", "-:1"),
        (b"[" * 1000, "too-deep", "-:1"),
        (
            b'{"pack": "a", "requirement": {"pass": ' + b'{"not": ' * 10_000,
            "too-deep",
            f"-:1: requirement.pass{'.not' * 11}...",
        ),
        (b'{"tallies": 1' + b"0" * 400 + b"}", "number-too-long", "-:1"),
        (b'{"requirement": {"pass": {"more": []}}, "tallies": {}}', "unknown-node", "-: requirement.pass.more"),
    ],
)
def test_what_is_no_exact_json_is_a_typed_error_with_its_line(refused, given, code, where):
    error = refused("requirement", "-", stdin=given)
    assert (code, where) == (error["code"], error["where"])


def test_a_formality_too_close_to_the_vote_is_late(told, cli):
    days = {"notice": "2026-03-18", "vote": "2026-03-27"}
    given = {"pack": "cn.residents.2026", "tallies": {"head": {"YES": 1}}, "done": days}
    assert ["notice"] == told("requirement", "-", stdin=text(**given))["late"]
    assert (
        "离表决天数不够或办得过晚的程序：会议通知。" in cli("requirement", "-", "--lang", "zh", stdin=text(**given)).out
    )
    given["done"]["notice"] = "2026-03-17"
    assert [] == told("requirement", "-", stdin=text(**given))["late"]


@pytest.mark.parametrize(
    ("counts", "early"),
    [({"YES": 6, "NO": 1, "ABSENT": 4}, "PASSED"), ({"YES": 6, "NO": 1, "ABSENT": 5}, None), ({}, "NO_QUORUM")],
)
def test_an_open_vote_says_whether_it_is_decided_already(told, counts, early):
    assert early == told("requirement", "-", stdin=text(requirement=MORE, tallies={"head": counts}, open=True))["early"]
    assert "early" not in told("requirement", "-", stdin=text(requirement=MORE, tallies={"head": counts}))


@pytest.mark.parametrize(("absent", "said"), [(4, "结果已定：通过"), (5, "尚未定局")])
def test_an_open_vote_says_so_in_words(cli, absent, said):
    counted = {"head": {"YES": 6, "NO": 1, "ABSENT": absent}}
    assert said in cli("requirement", "-", "--lang", "zh", stdin=text(requirement=MORE, tallies=counted, open=True)).out


def test_answers_of_members_are_counted_with_their_delegations(told):
    given = {
        "requirement": MORE,
        "answers": {"a": "YES", "d": "NO", "e": "NO"},
        "delegations": [["c", "b"], ["b", "a"]],
    }
    found = told("requirement", "-", stdin=text(**given))
    assert ("PASSED", {"head": {"YES": 3, "NO": 2}}) == (found["status"], found["tallies"])
    given["answers"]["b"] = "NO"
    found = told("requirement", "-", stdin=text(**given))
    assert ("REJECTED", {"head": {"YES": 1, "NO": 4}}) == (found["status"], found["tallies"])


def test_members_are_weighed_in_every_measure(told):
    weights = {"head": {"a": 1, "b": 1}, "area": {"a": 9000, "b": "12000", "c": 500}}
    found = told("requirement", "-", stdin=text(requirement=MORE, answers={"a": "YES", "b": "NO"}, weights=weights))
    assert {"head": {"YES": 1, "NO": 1}, "area": {"YES": 9000, "NO": 12000, "ABSENT": 500}} == found["tallies"]


def test_nested_electorates_are_their_sum(told):
    by_house = {"grouped": {"by": "building", "inner": MORE["pass"], "then": {">": [{"tally": ["unit", ["YES"]]}, 1]}}}
    groups = {"building": {"a": {"head": {"YES": 2}}, "b": {"head": {"YES": 1}}, "c": {"head": {"NO": 9}}}}
    found = told("requirement", "-", stdin=text(requirement={"pass": by_house}, groups=groups))
    assert ("PASSED", {"a": True, "b": True, "c": False}) == (found["status"], found["pass"]["units"])


def test_a_curve_is_asked_at_its_moment(told):
    falling = {"pass": {">=": [{"tally": ["head", ["YES"]]}, {"curve": [["0", "4"], ["10", "2"]]}]}}
    for t, status in ((0, "REJECTED"), ("5", "PASSED")):
        assert (
            status
            == told("requirement", "-", stdin=text(requirement=falling, tallies={"head": {"YES": 3}}, t=t))["status"]
        )


@pytest.mark.parametrize(("base", "status"), [("roll", "REJECTED"), ("unrecused", "PASSED")])
def test_the_base_is_declared_beside_the_pack_or_among_its_parameters(told, base, status):
    tallies = {"head": {"YES": 3, "NO": 3, "RECUSED": 1}}
    for given in ({"base": base}, {"parameters": {"base": base}}):
        assert status == told("requirement", "-", stdin=text(pack="cn.committee", tallies=tallies, **given))["status"]


@pytest.mark.parametrize(("kind", "first"), [("text", "✗ rejected"), ("mermaid", "flowchart TD")])
def test_a_ruling_is_drawn(cli, kind, first):
    given = text(pack="cn.owners.2021.major", tallies=MAJOR)
    assert cli("requirement", "-", "--draw", kind, stdin=given).out.startswith(first)


MEMBERS = {"requirement": MORE, "answers": {"a": "YES"}}
WRONG_MEMBERS = {
    "tallies beside answers": ({**MEMBERS, "tallies": {}}, "one-of-two", "-"),
    "an unknown status": ({**MEMBERS, "answers": {"a": "JA"}}, "unknown-status", "-: answers.a"),
    "answers that are none": ({**MEMBERS, "answers": ["a"]}, "bad-node", "-: answers"),
    "a negative weight": ({**MEMBERS, "weights": {"head": {"a": -1}}}, "bad-weight", "-: weights.head.a"),
    "a fractional weight": ({**MEMBERS, "weights": {"head": {"a": "1/2"}}}, "not-whole", "-: weights.head.a"),
    "a weight that is none": ({**MEMBERS, "weights": {"head": {"a": "x"}}}, "not-a-number", "-: weights.head.a"),
    "weights that are none": ({**MEMBERS, "weights": {"head": [1]}}, "bad-node", "-: weights.head"),
    "an answer of nobody": ({**MEMBERS, "weights": {"head": {"b": 1}}}, "not-on-the-roll", "-"),
    "a delegation to oneself": ({**MEMBERS, "delegations": [["b", "b"]]}, "delegates-to-self", "-: delegations[0]"),
    "a delegation to nobody": ({**MEMBERS, "delegations": [["b"]]}, "bad-node", "-: delegations[0]"),
    "delegations that are none": ({**MEMBERS, "delegations": {"b": "a"}}, "bad-node", "-: delegations"),
    "two delegations of one": ({**MEMBERS, "delegations": [["b", "a"], ["b", "c"]]}, "delegation-twice", "-"),
    "open that is neither": ({**MEMBERS, "open": "yes"}, "bad-node", "-: open"),
    "another base": ({**MEMBERS, "base": "present"}, "bad-policy", "-: base"),
    "a moment that is none": ({**MEMBERS, "t": "soon"}, "not-a-number", "-: t"),
    "groups that do not sum": (
        {"requirement": MORE, "tallies": {"head": {"YES": 1}}, "groups": {"building": {"a": {"head": {"YES": 2}}}}},
        "groups-do-not-sum", "-: groups.building",
    ),
    "groups that are none": ({"requirement": MORE, "groups": [1]}, "bad-node", "-: groups"),
}  # fmt: skip


@pytest.mark.parametrize(("given", "code", "where"), WRONG_MEMBERS.values(), ids=WRONG_MEMBERS.keys())
def test_answers_and_groups_that_cannot_be_counted_are_typed_errors(refused, given, code, where):
    error = refused("requirement", "-", stdin=json.dumps(given).encode())
    assert (code, where) == (error["code"], error["where"])

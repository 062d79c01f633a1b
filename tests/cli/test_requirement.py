"""``deliberate requirement``: the ruling of the contract, and every way in which its file can be wrong."""

import json

import pytest

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
    given = text(pack="s3.consent", tallies={"head": {"YES": 1}}, done={})
    assert [] == told("requirement", "-", stdin=given)["missing"]
    assert "All formalities are done." in cli("requirement", "-", stdin=given).out


def test_the_words_say_what_is_still_needed(cli):
    given = text(pack="cn.owners.2021.major", tallies=MAJOR)
    assert (
        "Still needed (area): 15 m² from no or abstaining to yes; or 60 m² of those absent"
        in cli("requirement", "-", stdin=given).out
    )
    assert "按面积还需：15 平方米 由反对或弃权改为赞成" in cli("requirement", "-", "--lang", "zh", stdin=given).out


PACK = {"pack": "s3.consent", "tallies": {"head": {"YES": 1}}}
WRONG = {
    "an unknown key": ({**PACK, "open": True}, "unknown-key", "-"),
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
    assert "open" in refused("requirement", "-", stdin=text(**PACK, open=True))["message"]


@pytest.mark.parametrize(
    ("given", "code", "where"),
    [
        (b"", "empty-file", "-:1"),
        (b'{"pack":\n', "bad-json", "-:2"),
        (b'{"tallies": 0.5}', "json-float", "-:1"),
        (b'{"pack": 1, "pack": 2}', "key-twice", "-:1"),
        (b"[" * 1000, "too-deep", "-:1"),
        (b'{"tallies": 1' + b"0" * 400 + b"}", "number-too-long", "-:1"),
        (b'{"requirement": {"pass": {"more": []}}, "tallies": {}}', "unknown-node", "-: requirement.pass.more"),
    ],
)
def test_what_is_no_exact_json_is_a_typed_error_with_its_line(refused, given, code, where):
    error = refused("requirement", "-", stdin=given)
    assert (code, where) == (error["code"], error["where"])

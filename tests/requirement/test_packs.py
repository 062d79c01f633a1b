"""Packs: every boundary case rules as it says, every name finds its pack, a bad pack is refused with its path."""

import json
from datetime import UTC, date, datetime
from importlib.resources import files

import pytest
from attrs import evolve

from deliberate.errors import RequirementError
from deliberate.requirement import All, AnyOf, AtLeast, Comparison, Grouped, Not, Pack, Requirement, Share, pack, packs
from deliberate.words import LANGUAGES

PACKS = packs()
CASES = [pytest.param(one, case, id=f"{one.id}-{case.id}") for one in PACKS.values() for case in one.examples]
TABLE = """
    robert.majority robert.two_thirds cn.resident_meeting.1989 cn.committee cn.owners.2021.ordinary
    cn.owners.2021.major cn.owners.2007 cn.petition.meeting eu.qmv eu.reinforced ch.double oz.governor bravo
    aragon.v1 osx lqfb.admission lqfb.majority snapshot.turnout snapshot.rejection consul decidim.initiative
    s3.consent polkadot.opengov polkadot.supermajority_approve polkadot.supermajority_against
    polkadot.simple_majority celo cosmwasm
    cn.residents.2026 cn.representatives.2026 cn.election.2026 cn.election.2026.second cn.recall.2026
    cn.petition.residents.2026 cn.owners.2007.major cn.petition.owners
"""


@pytest.mark.parametrize(("one", "case"), CASES)
def test_every_example_of_every_pack_rules_as_it_says(one, case):
    ruling = one.judged(case)
    assert case.status == ruling.status
    assert case.tie in {None, ruling.tie}


@pytest.mark.parametrize(("one", "case"), CASES)
def test_every_example_is_explained_in_both_languages(one, case):
    for lang in LANGUAGES:
        assert case.why[lang]
        assert not set("{}") & set(one.judged(case).explain(lang))


# A boundary that no facts can tell. Here the first comparison only says that somebody voted yes or no: where nobody
# did, the second is 0 > 0 and fails as well.
UNTELLABLE = {"polkadot.supermajority_against": ["pass 0"], "polkadot.supermajority_approve": ["pass 0"]}


def moved(condition):
    """The condition again for each comparison in it: more than where it said at least, at least where more than."""
    match condition:
        case Comparison() | Share():
            yield evolve(condition, strict=not condition.strict)
        case All(parts) | AnyOf(parts) | AtLeast(_, parts):
            for place, part in enumerate(parts):
                for other in moved(part):
                    yield evolve(condition, parts=(*parts[:place], other, *parts[place + 1 :]))
        case Not(part):
            yield from map(Not, moved(part))
        case Grouped(_, inner, then):
            yield from (evolve(condition, inner=other) for other in moved(inner))
            yield from (evolve(condition, then=other) for other in moved(then))


def boundaries(requirement):
    """The requirement again with each of its boundaries moved, by side and place."""
    sides = {"valid": ("valid", requirement.valid), "pass": ("pass_", requirement.pass_)}
    for side, (name, condition) in sides.items():
        for place, other in enumerate(moved(condition)):
            yield f"{side} {place}", evolve(requirement, **{name: other})


def untold(one):
    """The boundaries that may move without an example of the pack being ruled otherwise."""
    told = {place: False for place, _ in boundaries(one.requirement())}
    for case in one.examples:
        for place, other in boundaries(one.requirement(**case.parameters)):
            told[place] |= case.status != other.rule_on(case.facts).status
    return [place for place, differs in told.items() if not differs]


@pytest.mark.parametrize("name", PACKS)
def test_every_boundary_of_every_pack_is_told_by_an_example(name):
    assert UNTELLABLE.get(name, []) == untold(PACKS[name])


def test_a_boundary_whose_example_is_taken_away_is_found():
    one = PACKS["cn.owners.2021.ordinary"]
    fewer = tuple(case for case in one.examples if case.id != "E13-by-area")
    assert ["pass 0"] == untold(evolve(one, examples=fewer))


def test_the_examples_of_a_pack_are_not_all_ruled_alike():
    for one in PACKS.values():
        assert len({case.status for case in one.examples}) > 1, one.id


@pytest.mark.parametrize("name", TABLE.split())
def test_every_name_of_the_table_finds_its_pack(name):
    assert name in {pack(name).id, *pack(name).aliases}


def test_a_file_is_named_after_its_pack_and_no_name_is_taken_twice():
    folder = files("deliberate.requirement.packs")
    names = {entry.name.removesuffix(".json") for entry in folder.iterdir() if entry.name.endswith(".json")}
    assert names == set(PACKS)
    aliases = [alias for one in PACKS.values() for alias in one.aliases]
    assert len({*PACKS, *aliases}) == len(PACKS) + len(aliases)


def test_what_is_law_says_where_and_since_when():
    laws = {one.id for one in PACKS.values() if one.is_law}
    china = {name for name in PACKS if name.startswith("cn.")} - {"cn.committee", "cn.petition.meeting"}
    assert {*china, "eu.qmv", "eu.reinforced", "ch.double"} == laws
    assert all(PACKS[name].valid_from and PACKS[name].utc_offset for name in laws)


def test_guidance_says_in_its_title_that_it_is_no_law():
    for name in ("cn.committee", "cn.petition.meeting"):
        assert "not law" in PACKS[name].title["en"]
        assert "不是法律" in PACKS[name].title["zh"]


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_comes_back_from_its_json_with_the_same_hash(name):
    again = Pack.from_json(json.loads(json.dumps(PACKS[name].to_json())))
    assert (PACKS[name], PACKS[name].hash) == (again, again.hash)


def test_a_pack_is_found_in_a_set_by_what_it_says():
    again = Pack.from_json(PACKS["s3.consent"].to_json())
    assert again in {PACKS["s3.consent"]}
    assert again not in {one for name, one in PACKS.items() if name != "s3.consent"}


def test_what_one_does_with_the_json_of_a_pack_does_not_change_the_pack():
    before = pack("s3.consent").hash
    pack("s3.consent").to_json()["requirement"]["pass"] = {}
    assert before == pack("s3.consent").hash


@pytest.mark.parametrize("name", PACKS)
def test_every_pack_takes_a_base(name):
    one = PACKS[name].requirement(base="unrecused")
    assert ("unrecused", "roll") == (one.base, PACKS[name].requirement(base="roll").base)
    assert PACKS[name].requirement() == PACKS[name].requirement(base="roll")


def test_a_base_that_there_is_not_is_refused():
    with pytest.raises(RequirementError) as caught:
        pack("s3.consent").requirement(base="present")
    assert "bad-policy" == caught.value.code


def test_stances_given_as_a_parameter_are_the_base():
    sums = {"head": {"YES": 5, "NO": 4, "INVALID": 1}}
    counted = ("YES", "NO", "ABSTAIN", "BLANK", "INVALID")
    assert "PASSED" == pack("cn.election.2026").requirement().rule_on(sums).status
    assert "REJECTED" == pack("cn.election.2026").requirement(taking_part=counted).rule_on(sums).status


def test_a_law_is_in_force_from_its_first_day_through_its_last():
    old, new = pack("cn.resident_meeting.1989"), pack("cn.residents.2026")
    days = (date(1989, 12, 31), date(1990, 1, 1), date(2025, 12, 31), date(2026, 1, 1))
    assert [(False, False), (True, False), (True, False), (False, True)] == [
        (old.in_force(each), new.in_force(each)) for each in days
    ]


def test_the_day_of_a_moment_is_that_of_the_place_where_the_law_applies():
    new_year = datetime(2025, 12, 31, 16, 0, tzinfo=UTC)
    law = pack("cn.residents.2026")
    assert date(2026, 1, 1) == law.day(new_year)
    assert law.in_force(law.day(new_year))
    assert date(2025, 12, 31) == pack("s3.consent").day(new_year)


def test_west_of_greenwich_the_old_day_is_not_over():
    west = Pack.from_json(CHARTER | {"utc_offset": "-05:00"})
    assert date(2025, 12, 31) == west.day(datetime(2026, 1, 1, 4, 59, tzinfo=UTC))
    assert date(2026, 1, 1) == west.day(datetime(2026, 1, 1, 5, 0, tzinfo=UTC))


def test_a_parameter_that_the_pack_does_not_have_is_refused_with_those_that_it_has():
    with pytest.raises(RequirementError) as caught:
        pack("oz.governor").requirement(qorum="1/2")
    assert "unknown-parameter" == caught.value.code
    assert ("quorum", "base") == caught.value.fields["known"]


def test_a_moment_without_a_time_zone_has_no_day():
    with pytest.raises(RequirementError) as caught:
        pack("cn.residents.2026").day(datetime(2026, 1, 1))
    assert "no-time-zone" == caught.value.code


def steps(formalities):
    return [each.step for each in formalities]


def test_missing_steps_are_told_in_their_order():
    done = {"notice": date(2026, 3, 17), "vote": date(2026, 3, 27)}
    assert ["party-study", "result", "posting", "disclosure"] == steps(pack("cn.residents.2026").missing(done))


@pytest.mark.parametrize(("notice", "late"), [(16, []), (17, []), (18, ["notice"]), (28, ["notice"])])
def test_ten_days_before_the_vote_are_ten_days(notice, late):
    done = {"notice": date(2026, 3, notice), "vote": date(2026, 3, 27)}
    assert late == steps(pack("cn.residents.2026").late(done))


@pytest.mark.parametrize(("handover", "late"), [("2026-05-01", []), ("2026-05-11", []), ("2026-05-12", ["handover"])])
def test_what_must_follow_within_days_is_late_after_them(handover, late):
    done = {"vote": date(2026, 5, 1), "handover": date.fromisoformat(handover)}
    assert late == steps(pack("cn.election.2026").late(done))


def test_nothing_is_late_while_the_day_of_the_vote_is_not_known():
    assert () == pack("cn.residents.2026").late({"notice": date(2026, 3, 27)})


def test_how_long_a_posting_hangs_is_not_reckoned_from_the_vote():
    done = {"vote": date(2026, 3, 27), "disclosure": date(2026, 3, 28)}
    assert () == pack("cn.residents.2026").late(done)


@pytest.mark.parametrize("ask", [Pack.missing, Pack.late])
def test_a_step_that_the_pack_does_not_have_is_refused(ask):
    with pytest.raises(RequirementError) as caught:
        ask(pack("cn.residents.2026"), {"dance": date(2026, 3, 27)})
    assert ("unknown-key", "done") == (caught.value.code, caught.value.where)


MORE = {">": [{"tally": ["head", ["YES"]]}, {"tally": ["head", ["NO"]]}]}
TOLD = {"en": "Ours", "zh": "我们的"}
CHARTER = {"id": "our.courtyard", "title": TOLD, "rule": TOLD, "source": "Charter, 2026", "requirement": {"pass": MORE}}
CASE = {"id": "E1", "tallies": {"head": {"YES": 1}}, "status": "PASSED", "why": TOLD}
STEP = {"step": "notice", "title": TOLD}


def test_a_charter_is_a_pack_without_a_jurisdiction():
    ours = Pack.from_json(CHARTER)
    assert not ours.is_law
    assert ours.in_force(date(1900, 1, 1))
    assert Requirement.from_json({"pass": MORE}) == ours.requirement()


BAD = {
    "no object": ([], "bad-pack", "x.json"),
    "an unknown key": (CHARTER | {"titel": TOLD}, "unknown-key", "x.json"),
    "a missing key": ({key: CHARTER[key] for key in CHARTER if key != "source"}, "missing-key", "x.json"),
    "an empty id": (CHARTER | {"id": " "}, "bad-pack", "x.json: id"),
    "a title in one language": (CHARTER | {"title": {"en": "Ours"}}, "missing-key", "x.json: title"),
    "a title in a third": (CHARTER | {"title": TOLD | {"eo": "Nia"}}, "unknown-key", "x.json: title"),
    "aliases that are no list": (CHARTER | {"aliases": "ours"}, "bad-pack", "x.json: aliases"),
    "a bad day": (CHARTER | {"valid_from": "1 May"}, "bad-day", "x.json: valid_from"),
    "a day that is a number": (CHARTER | {"valid_to": 2026}, "bad-day", "x.json: valid_to"),
    "an end before the beginning": (
        CHARTER | {"valid_from": "2026-01-02", "valid_to": "2026-01-01"}, "bad-period", "x.json: valid_to",
    ),
    "a law that nobody verified": (
        CHARTER | {"jurisdiction": "CN", "verified": False}, "unverified-law", "x.json: jurisdiction",
    ),
    "verified perhaps": (CHARTER | {"verified": "perhaps"}, "bad-pack", "x.json: verified"),
    "an offset that is none": (CHARTER | {"utc_offset": "+8"}, "bad-pack", "x.json: utc_offset"),
    "a threshold that does not parse": (
        CHARTER | {"requirement": {"pass": {">": [0.5, 1]}}}, "not-a-number", "x.json: requirement.pass.>[0]",
    ),
    "a threshold with an unknown status": (
        CHARTER | {"requirement": {"pass": {">": [{"tally": ["head", ["JA"]]}, 0]}}},
        "unknown-status", "x.json: requirement.pass.>[0].tally[1][0]",
    ),
    "a parameter that is not there": (
        CHARTER | {"requirement": {"pass": {">": [{"parameter": "k"}, 0]}}},
        "unknown-parameter", "x.json: requirement.pass.>[0].parameter",
    ),
    "a parameter that nothing uses": (CHARTER | {"parameters": {"k": 1}}, "unused-parameter", "x.json: parameters.k"),
    "parameters that are no object": (CHARTER | {"parameters": ["k"]}, "bad-pack", "x.json: parameters"),
    "a parameter called base": (
        CHARTER | {"parameters": {"base": 1}, "requirement": {"pass": {">": [{"parameter": "base"}, 0]}}},
        "unused-parameter", "x.json: parameters.base",
    ),
    "days that are negative": (
        CHARTER | {"formalities": [STEP, STEP | {"step": "vote", "days": -1}]},
        "bad-pack", "x.json: formalities[1].days",
    ),
    "days that are true": (
        CHARTER | {"formalities": [STEP | {"days": True}]}, "bad-pack", "x.json: formalities[0].days",
    ),
    "within that is text": (
        CHARTER | {"formalities": [STEP | {"within": "3"}]}, "bad-pack", "x.json: formalities[0].within",
    ),
    "a side that is none": (
        CHARTER | {"formalities": [STEP | {"relative_to": "beside"}]}, "bad-pack", "x.json: formalities[0].relative_to",
    ),
    "a step without a title": (CHARTER | {"formalities": [{"step": "vote"}]}, "missing-key", "x.json: formalities[0]"),
    "a step that stands twice": (CHARTER | {"formalities": [STEP, STEP]}, "same-name-twice", "x.json: formalities[1]"),
    "an unknown status to reach": (
        CHARTER | {"examples": [CASE | {"status": "WON"}]}, "unknown-status", "x.json: examples[0].status",
    ),
    "an unknown status counted": (
        CHARTER | {"examples": [CASE | {"tallies": {"head": {"JA": 1}}}]},
        "unknown-status", "x.json: examples[0].tallies.head",
    ),
    "half a vote": (
        CHARTER | {"examples": [CASE | {"tallies": {"head": {"YES": "1/2"}}}]},
        "not-whole", "x.json: examples[0].tallies.head.YES",
    ),
    "an example of nothing": (
        CHARTER | {"examples": [{key: CASE[key] for key in CASE if key != "tallies"}]},
        "missing-key", "x.json: examples[0]",
    ),
    "a moment that is none": (CHARTER | {"examples": [CASE | {"t": "soon"}]}, "not-a-number", "x.json: examples[0].t"),
    "an example with a parameter of no pack": (
        CHARTER | {"examples": [CASE | {"parameters": {"k": 1}}]},
        "unknown-parameter", "x.json: examples[0].parameters",
    ),
    "an example that stands twice": (CHARTER | {"examples": [CASE, CASE]}, "same-name-twice", "x.json: examples[1]"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_bad_pack_is_refused_with_the_path_of_the_node(case):
    data, code, where = BAD[case]
    with pytest.raises(RequirementError) as caught:
        Pack.from_json(data, where="x.json")
    assert (code, where) == (caught.value.code, caught.value.where)
    assert all(caught.value.message(lang) for lang in LANGUAGES)


def test_a_name_that_is_nearly_an_alias_is_told():
    with pytest.raises(RequirementError) as caught:
        pack("brava")
    assert "bravo" in caught.value.fields["near"]

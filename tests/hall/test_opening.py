"""The opening: the packs that its rule comes from must be in force on that day, and go on record."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

import deliberate as d
from deliberate.errors import InputError, Refused
from deliberate.hall import acts
from deliberate.hall.opening import used_packs
from deliberate.requirement.packs import pack
from tests.hall.courtyard import QUO, day, opened, under

NEW_YEAR = datetime(2025, 12, 31, 16, tzinfo=UTC)  # midnight in Chengdu
LAW = "cn.residents.2026"


def named(play):
    [line] = [line for line in map(json.loads, lines(play)) if line["type"] == "VotingOpened"]
    return [tuple(each) for each in line["data"]["packs"]]


def lines(play):
    return [entry.line for entry in play.hall.store.read("light")]


def test_the_opening_records_each_pack_with_its_hash(play):
    opened(play, d.rule("majority", requirement=LAW))
    assert [(LAW, pack(LAW).hash)] == named(play)


def test_a_tested_rule_records_the_pack_of_its_requirement(play):
    tested = d.Tested("robert.majority", d.rule("schulze"), status_quo=QUO)
    opened(play, tested, ("repair", "replace"))
    assert [("robert.majority", pack("robert.majority").hash)] == named(play)


def test_a_rule_without_a_requirement_and_a_requirement_of_ones_own_come_from_no_pack(play):
    assert () == used_packs(d.rule("irv"), NEW_YEAR)
    own = type(d.requirement(LAW)).from_json({**d.requirement(LAW).to_json(), "name": "玉林东苑公约"})
    assert () == used_packs(d.rule("majority", requirement=own), NEW_YEAR - timedelta(days=999))


def test_a_pack_not_in_force_on_the_day_of_the_opening_is_refused_with_its_dates():
    for rule in (d.rule("majority", requirement=LAW), d.Tested(LAW, d.rule("schulze"))):
        with pytest.raises(Refused) as error:
            used_packs(rule, NEW_YEAR - timedelta(microseconds=1))
        assert "pack-not-in-force" == error.value.code
        assert (LAW, date(2025, 12, 31), date(2026, 1, 1), None) == tuple(
            error.value.fields[key] for key in ("pack", "day", "valid_from", "valid_to")
        )
        assert "2026 年 1 月 1 日" in error.value.told("zh")


def test_the_law_is_in_force_from_midnight_by_its_own_clock():
    rule = d.rule("majority", requirement=LAW)
    assert ((LAW, pack(LAW).hash),) == used_packs(rule, NEW_YEAR)


def test_the_hall_refuses_the_opening_and_writes_nothing(play):
    play(day(1), "li", acts.FreezeText(("repair",), seed_rule="-"))
    old = d.rule("majority", requirement="cn.resident_meeting.1989")
    assert "pack-not-in-force" == play.refused(day(1), "li", acts.OpenVoting(old, day(3), "-"))


def test_whoever_asks_for_the_opening_does_not_say_which_packs_it_uses(play):
    play(day(1), "li", acts.FreezeText(("repair",), seed_rule="-"))
    play(day(1), "li", acts.OpenVoting(d.rule("consent"), day(3), "-", packs=(("mine", "0"),)))
    assert [("s3.consent", pack("s3.consent").hash)] == named(play)


def test_a_vote_that_cannot_be_counted_by_its_roll_is_refused_at_the_opening():
    play = under()
    play(day(1), "li", acts.FreezeText(("repair",), seed_rule="-"))
    with pytest.raises(InputError) as error:
        play(day(1), "li", acts.OpenVoting(d.rule("majority", requirement="cn.owners.2021.major"), day(3), "-"))
    assert "unknown-measure" == error.value.code

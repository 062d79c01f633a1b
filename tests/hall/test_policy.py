"""The policy: what may stand in it, and that journals from before it had all its parts are still read."""

import json

import pytest

from deliberate.community.delegation import DelegationRule
from deliberate.errors import InputError
from deliberate.hall import acts
from deliberate.hall.hall import Hall
from deliberate.hall.journal.memory import Memory
from deliberate.hall.kinds import from_dict
from deliberate.hall.policy import Policy
from deliberate.identity import canonical
from deliberate.records import to_dict
from tests.hall.courtyard import answer, begun, day, finished, opened

NEW = ("revote", "precedence", "extension_hours", "readings", "reading_gap_days", "sealed", "review_days", "utc_offset",
       "delegation", "proxies_most", "levels")  # fmt: skip
FILLED_IN = ("packs", "delegations", "proxies")


@pytest.mark.parametrize(
    "settings",
    [
        {"revote": "twice"},
        {"precedence": ("paper", "pigeon")},
        {"extension_hours": -1},
        {"extension_hours": 10**9},
        {"readings": 3},
        {"readings": 0},
        {"reading_gap_days": -1},
        {"sealed": "for-ever"},
        {"review_days": -21},
        {"utc_offset": "Chengdu"},
        {"utc_offset": ""},
        {"proxies_most": -1},
    ],
)
def test_a_setting_that_means_nothing_is_refused_and_named(settings):
    with pytest.raises(InputError) as error:
        Policy(**settings)
    assert ("bad-parameter", *settings) == (error.value.code, error.value.fields["parameter"])
    assert error.value.told("zh") != error.value.told("en")


@pytest.mark.parametrize("settings", [{"precedence": ("paper", "paper")}, {"levels": ("building", "building")}])
def test_a_channel_stands_in_the_precedence_once_and_a_level_among_the_levels(settings):
    with pytest.raises(InputError) as error:
        Policy(**settings)
    assert "same-name-twice" == error.value.code


def test_votes_that_fade_on_the_way_are_not_for_a_hall():
    with pytest.raises(InputError) as error:
        Policy(delegation=DelegationRule(damping="9/10"))
    assert ("damped-votes", "policy") == (error.value.code, error.value.where)
    assert "simulations" in error.value.told("en")


def test_a_policy_comes_back_from_its_json():
    policy = Policy(
        revote="first", precedence=["paper", "online"], extension_hours=48, readings=2, sealed="until-close",
        delegation=DelegationRule("depth-first", depth=3, most=9), proxies_most=3, levels=["building", "entrance"],
    )  # fmt: skip
    assert policy == from_dict(json.loads(json.dumps(to_dict(policy))))


def older(line):
    """The entry as it was written before the policy had its new parts and the opening what the hall fills in."""
    data = json.loads(line)
    for part in (data["data"], data["data"].get("policy", {})):
        for key in (*NEW, *FILLED_IN):
            part.pop(key, None)
    return canonical(data).decode()


def test_a_journal_from_before_is_read_and_means_what_was_the_custom_then(hall):
    play = begun(hall, Policy())
    finished(play)
    before = Hall(Memory())
    for entry in hall.entries():
        line = older(entry.line)
        assert not any(f'"{key}"' in line for key in (*NEW, *FILLED_IN))
        before.store.append(entry.stream, entry.seq - 1, (f"r-{entry.position}", "h"), [line])
    assert len(list(hall.entries())) == len(list(before.entries()))
    assert (hall.community, hall.matter("light")) == (before.community, before.matter("light"))


def test_a_policy_adopted_later_does_not_reach_a_matter_that_has_begun(hall):
    play = begun(hall, Policy())
    strict = Policy(revote="none", extension_hours=48, readings=2, sealed="until-close", review_days=21)
    play(day(0), "li", acts.AdoptPolicy(strict), "community")
    opened(play)
    answer(play, "li", "YES")
    answer(play, "li", "STAND_ASIDE")
    answer(play, "wang", "YES")
    vote = hall.matter("light").votes[0]
    assert (Policy(), 2, day(3)) == (vote.policy, len(vote.counted), vote.closes)
    decision = hall.matter("light", day(3)).decision
    assert ("repair", None, None) == (decision.adopted, decision.next_reading, decision.review)

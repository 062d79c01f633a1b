"""Requirements that ask each building by itself: from the frozen roll's places, or refused at the opening."""

from datetime import timedelta

import pytest

import deliberate as d
from deliberate.community.party import Member
from deliberate.community.roll import Roll, RollLine
from deliberate.decision.ballots import Answer, Ranking
from deliberate.errors import InputError, Refused
from deliberate.hall import acts
from deliberate.requirement.ruling import Requirement
from tests.hall.courtyard import QUO, answer, day, opened, under

MORE = {">": [{"tally": ["head", ["YES"]]}, {"tally": ["head", ["NO"]]}]}


def each(by, inner=MORE):
    return {"grouped": {"by": by, "inner": inner, "then": {">": [1, {"tally": ["unit", ["NO"]]}]}}}


def by_building(by="building"):
    return d.rule("majority", requirement=Requirement.from_json({"pass": each(by)}))


def homes(**places):
    return Roll(("head",), tuple(RollLine(Member(name, place=place), (1,)) for name, place in places.items()))


# Two buildings, each with an entrance 1.
FOUR = homes(li=("A", "1"), wang=("A", "1"), zhao=("A", "2"), sun=("B", "1"))


def divided(roll=FOUR, **settings):
    return under(roll, levels=("building", "entrance"), **settings)


def test_every_building_must_agree_by_itself():
    for sun, status in (("YES", "decided"), ("NO", "rejected")):
        play = divided()
        opened(play, by_building())
        for member, stance in (("li", "YES"), ("wang", "YES"), ("zhao", "NO"), ("sun", sun)):
            answer(play, member, stance)
        vote = play.hall.matter("light", day(3)).votes[0]
        assert ((("building", ("A", "A", "A", "B")),), status) == (
            vote.election().answers.divisions,
            vote.result.status,
        )


def test_an_entrance_is_called_by_its_whole_path_so_that_two_first_entrances_stay_two():
    play = divided()
    opened(play, by_building("entrance"))
    [(by, groups)] = play.hall.matter("light", day(3)).votes[0].election().answers.divisions
    assert ("entrance", ("A 1", "A 1", "A 2", "B 1")) == (by, groups)


def test_a_rule_that_asks_no_groups_is_given_none():
    play = divided()
    opened(play, d.rule("majority"))
    assert () == play.hall.matter("light", day(3)).votes[0].election().answers.divisions


@pytest.mark.parametrize(
    ("code", "play", "rule", "proposals"),
    [
        ("not-divided-so", divided, by_building("canton"), ("repair",)),
        ("not-divided-so", under, by_building(), ("repair",)),
        ("place-missing", lambda: divided(homes(li=("A", "1"), wang=("A",))), by_building("entrance"), ("repair",)),
        (
            "not-divided-so",
            divided,
            d.Tested(Requirement.from_json({"pass": each("building")}), d.rule("schulze"), status_quo=QUO),
            ("repair", "replace"),
        ),
    ],
    ids=["no such level", "no levels", "who lives nowhere", "ranked"],
)
def test_a_requirement_of_groups_that_the_roll_does_not_tell_is_refused_at_the_opening(code, play, rule, proposals):
    begun = play()
    begun(day(1), "li", acts.FreezeText(proposals, seed_rule="-"))
    assert code == begun.refused(day(1), "li", acts.OpenVoting(rule, day(3), "-"))


def test_a_threshold_that_only_ballots_would_reach_is_tried_at_the_opening_too():
    area = {"pass": {">": [{"tally": ["area", ["YES"]]}, {"tally": ["area", ["NO"]]}]}}
    tested = d.Tested(Requirement.from_json(area), d.rule("schulze"), status_quo=QUO)
    play = under()
    play(day(1), "li", acts.FreezeText(("repair", "replace"), seed_rule="-"))
    with pytest.raises(InputError) as error:
        play(day(1), "li", acts.OpenVoting(tested, day(3), "-"))
    assert "unknown-measure" == error.value.code
    assert not [entry for entry in play.hall.store.read("light") if "VotingOpened" in entry.line]


def test_places_that_change_after_the_opening_change_nothing():
    play = divided()
    opened(play, by_building())
    play(day(1, 2), "li", acts.AdoptRoll(homes(li=("B",), wang=("B",), zhao=("B",), sun=("B",))), "community")
    for member, stance in (("li", "YES"), ("sun", "NO")):
        answer(play, member, stance)
    assert "rejected" == play.hall.matter("light", day(3)).votes[0].result.status


def test_a_quorum_of_every_building_made_late_extends_the_vote_from_the_ballot_that_made_it():
    came = {">": [{"tally": ["head", ["YES", "NO", "ABSTAIN"]]}, 0]}
    requirement = Requirement.from_json({"valid": each("building", came), "pass": MORE})
    play = divided(extension_hours=24)
    opened(play, d.rule("majority", requirement=requirement))
    for hour, member in enumerate(("li", "wang", "zhao"), 40):
        answer(play, member, "YES", hour)
    assert day(3) == play.hall.matter("light").votes[0].closes
    answer(play, "sun", "NO", 46)
    vote = play.hall.matter("light").votes[0]
    assert day(1, 46) + timedelta(hours=24) == vote.closes
    assert "decided" == play.hall.matter("light", vote.closes).votes[0].result.status


def test_the_hash_of_a_roll_changes_with_a_place():
    assert homes(li=("A", "1")).hash != homes(li=("A", "2")).hash


def test_what_ranks_is_not_held_up_by_the_levels():
    play = divided()
    opened(play, d.Tested("robert.majority", d.rule("schulze"), status_quo=QUO), ("repair", "replace"))
    for member in ("li", "wang", "zhao"):
        play(day(2), member, acts.CastBallot(member, Ranking(("repair",))))
    assert "decided" == play.hall.matter("light", day(3)).votes[0].result.status


def test_a_late_ballot_is_late_in_every_building():
    play = divided()
    opened(play, by_building())
    with pytest.raises(Refused) as error:
        play(day(3), "sun", acts.CastBallot("sun", Answer("YES")))
    assert "ballot-late" == error.value.code

"""Two readings: the same text passes twice, some days apart, or it is not adopted."""

from datetime import date

import pytest

import deliberate as d
from deliberate.assembly.agenda import AgendaItem
from deliberate.assembly.moves import ReviseProposal
from deliberate.community.group import Group, Scope
from deliberate.decision.ballots import Answer, Ranking
from deliberate.duty.duty import Duty
from deliberate.errors import Refused
from deliberate.hall import acts
from deliberate.records import from_dict, to_dict
from tests.hall.courtyard import QUO, day, finished, opened, under

YES, NO = ("YES", "YES", "YES"), ("NO", "NO", "NO")


@pytest.fixture
def two():
    return under(readings=2, reading_gap_days=7)


def vote(play, start, stances, rule="majority", proposals=("repair",)):
    """Hold a vote of two days and record its result."""
    play(day(start), "li", acts.FreezeText(proposals, seed_rule="-"))
    play(day(start), "li", acts.OpenVoting(d.rule(rule), until=day(start + 2), seed="-"))
    for member, stance in zip(("li", "wang", "zhao"), stances, strict=False):
        play(day(start, 1), member, acts.CastBallot(member, Answer(stance)))
    play(day(start + 2), "li", acts.CloseVoting())
    return play.hall.matter("light").decision


def passed(play):
    return [reading.passed for reading in play.hall.matter("light").readings]


def test_a_text_that_passed_once_is_not_adopted_yet(two):
    decision = vote(two, 1, YES)
    assert ("repair", None, date(2026, 3, 11)) == (decision.passed, decision.adopted, decision.next_reading)
    assert (AgendaItem("lamps: repair", "next-reading", date(2026, 3, 11)),) == two.hall.matter("light").agenda.items
    assert "nothing-adopted" == two.refused(day(4), "li", acts.ProposeDuties((Duty("fix", "Fix.", 4),)))


def test_the_same_text_that_passes_again_is_adopted(two):
    vote(two, 1, YES)
    decision = vote(two, 10, YES)
    assert ("repair", None, [1, 2]) == (decision.adopted, decision.next_reading, passed(two))
    assert (None, ()) == (decision.before.adopted, two.hall.matter("light").agenda.items)
    two(day(12), "li", acts.ProposeDuties((Duty("fix", "Fix.", 4),)))


def test_the_hall_says_when_the_second_reading_opens_before_and_after_the_text_is_frozen(two):
    vote(two, 1, YES)
    assert ("OpenVoting", day(10)) in two.hall.allowed("li", "light", day(4)).later
    two(day(4), "li", acts.FreezeText(("repair",), seed_rule="-"))
    assert ("OpenVoting", day(10)) in two.hall.allowed("li", "light", day(4)).later
    with pytest.raises(Refused) as early:
        two(day(9), "li", acts.OpenVoting(d.rule("majority"), until=day(20), seed="-"))
    assert ("reading-too-early", day(10)) == (early.value.code, early.value.fields["until"])
    two(day(10), "li", acts.OpenVoting(d.rule("majority"), until=day(20), seed="-"))


def test_a_changed_text_need_not_wait_and_is_read_for_the_first_time_again(two):
    vote(two, 1, YES)
    two(day(4), "li", ReviseProposal("repair", "Repair all the lamps."))
    assert "text-not-frozen" == dict(two.hall.allowed("li", "light", day(4)).refused)["OpenVoting"]
    decision = vote(two, 4, YES)
    assert (None, [1, 1]) == (decision.adopted, passed(two))
    assert "repair" == vote(two, 13, YES).adopted


def test_another_proposal_on_the_slate_need_not_wait_either(two):
    vote(two, 1, YES)
    assert (None, [1, 1]) == (vote(two, 4, YES, proposals=("replace",)).adopted, passed(two))
    assert (None, [1, 1, 1]) == (vote(two, 13, YES).adopted, passed(two))


def test_a_second_reading_by_another_rule_is_a_first_one(two):
    vote(two, 1, YES)
    assert (None, [1, 1]) == (vote(two, 10, YES, "consent").adopted, passed(two))


def test_a_rejected_second_reading_is_a_rejection(two):
    vote(two, 1, YES)
    decision = vote(two, 10, NO)
    assert ("rejected", None, None, [1, 0]) == (
        decision.outcome.status,
        decision.adopted,
        decision.next_reading,
        passed(two),
    )
    assert "same-text-again" == two.refused(day(13), "li", acts.FreezeText(("repair",), seed_rule="-"))


def test_too_few_at_the_second_reading_leave_the_first_standing(two):
    vote(two, 1, YES)
    assert (None, [1, 1]) == (vote(two, 10, YES[:1]).adopted, passed(two))
    assert ("repair", [1, 1, 2]) == (vote(two, 24, YES).adopted, passed(two))


def test_a_slate_must_choose_the_same_proposal_twice(two):
    def rank(start, first):
        two(day(start), "li", acts.FreezeText(("repair", "replace"), seed_rule="-"))
        two(day(start), "li", acts.OpenVoting(d.rule("schulze"), until=day(start + 1), seed="-"))
        two(day(start), "li", acts.CastBallot("li", Ranking((first,))))
        two(day(start + 1), "li", acts.CloseVoting())
        return two.hall.matter("light").decision.adopted

    assert [None, None, "replace"] == [rank(1, "repair"), rank(9, "replace"), rank(17, "replace")]
    assert [1, 1, 2] == passed(two)


def test_a_second_reading_among_other_people_is_a_first_one(two):
    two(day(0), "li", acts.FormGroup(Group("squad", "We mend.", Scope(), ("li", "wang", "zhao"))), "community")
    vote(two, 1, YES)
    two(day(10), "li", acts.FreezeText(("repair",), seed_rule="-"))
    two(day(10), "li", acts.OpenVoting(d.rule("majority"), until=day(11), seed="-", among="squad"))
    for member in ("li", "wang"):
        two(day(10), member, acts.CastBallot(member, Answer("YES")))
    two(day(11), "li", acts.CloseVoting())
    assert (None, [1, 1]) == (two.hall.matter("light").decision.adopted, passed(two))


def test_the_status_quo_wins_no_reading_however_often_it_wins(two):
    for start in (1, 2):
        two(day(start), "li", acts.FreezeText(("repair", "replace"), seed_rule="-"))
        two(day(start), "li", acts.OpenVoting(d.rule("schulze"), until=day(start, 9), seed="-"))
        two(day(start), "li", acts.CastBallot("li", Ranking((QUO,))))
        two(day(start, 9), "li", acts.CloseVoting())
    decision = two.hall.matter("light").decision
    assert ([0, 0], None, None) == (passed(two), decision.adopted, decision.next_reading)


def test_where_one_reading_is_enough_the_first_adopts():
    play = under()
    decision = vote(play, 1, YES)
    assert ("repair", None) == (decision.adopted, decision.next_reading)


def test_a_decision_that_waits_for_its_second_reading_comes_back_from_its_json(two):
    decision = vote(two, 1, YES)
    assert decision == from_dict(to_dict(decision))


def test_a_decision_by_consent_carries_its_review_until_it_has_been_judged():
    play = under(review_days=21)
    decision = vote(play, 1, YES, "consent")
    assert date(2026, 3, 25) == decision.review
    assert (AgendaItem("lamps: repair", "review", date(2026, 3, 25)),) == play.hall.matter("light").agenda.items
    assert None is vote(play, 5, YES, "majority", ("replace",)).review


@pytest.mark.parametrize(("days", "left"), [(3, []), (4, ["review"])])
def test_a_review_is_off_the_agenda_when_the_matter_was_judged_on_that_day_or_later(days, left):
    play = under(review_days=days)
    finished(play)
    play(day(6), "sun", acts.Evaluate())
    agenda = play.hall.matter("light").agenda
    assert left == [item.reason for item in agenda.items if item.reason == "review"]


def test_the_second_reading_by_consent_sets_the_review():
    play = under(readings=2, review_days=21)
    assert [None, date(2026, 3, 28)] == [vote(play, start, YES, "consent").review for start in (1, 4)]


def test_the_day_of_a_reading_is_the_day_of_the_community_whatever_clock_the_host_has():
    play = under(readings=2, utc_offset="-10:00")
    assert date(2026, 3, 3) == vote(play, 1, YES).next_reading


def test_no_reading_is_told_before_a_vote_has_its_result(two):
    opened(two)
    assert () == two.hall.matter("light").readings

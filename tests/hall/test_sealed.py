"""Seals: before the close nobody learns how anybody answered; after it nothing changes any more."""

from datetime import timedelta

import pytest

from deliberate.assembly.moves import ReviseProposal
from deliberate.community.delegation import DelegationRule
from deliberate.decision.ballots import Answer
from deliberate.errors import Refused
from deliberate.hall import acts
from deliberate.hall.events import Event, event
from deliberate.hall.evolve import evolve
from deliberate.hall.hall import Hall
from tests.hall.courtyard import answer, day, opened, under

MICRO = timedelta(microseconds=1)
ASKED = {
    "casts": lambda vote: vote.casts,
    "counted": lambda vote: vote.counted,
    "slots": lambda vote: vote.slots,
    "election": lambda vote: vote.election(),
    "outcome": lambda vote: vote.outcome(),
    "standing": lambda vote: vote.standing,
    "resolution": lambda vote: vote.resolution,
    "undelivered": lambda vote: vote.undelivered,
    "concentration": lambda vote: vote.concentration,
    "advice": lambda vote: vote.advice,
    "advised": lambda vote: vote.advised,
}


@pytest.fixture
def sealed():
    play = under(sealed="until-close", delegation=DelegationRule())
    opened(play)
    answer(play, "li", "YES")
    answer(play, "wang", "OBJECTION", reason="too dear")
    return play


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_a_sealed_vote_tells_no_ballot_and_no_tally_before_its_close_and_all_after(sealed, ask):
    with pytest.raises(Refused) as error:
        ask(sealed.hall.matter("light", day(2)).votes[0])
    assert ("vote-sealed", day(3)) == (error.value.code, error.value.fields["until"])
    ask(sealed.hall.matter("light", day(3)).votes[0])


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_an_open_vote_tells_all_of_it_at_any_time(play, ask):
    opened(play)
    answer(play, "li", "YES")
    ask(play.hall.matter("light", day(2)).votes[0])


def test_what_a_sealed_vote_shows_of_itself_says_nothing_about_its_ballots():
    shown = set()
    for stance in ("YES", "OBJECTION", "STAND_ASIDE"):
        play = under(sealed="until-close", extension_hours=24)
        opened(play)
        answer(play, "li", stance, reason="too dear")
        matter = play.hall.matter("light")
        shown.add(repr(matter))
        assert (None, (), None, ()) == (matter.decision, matter.readings, matter.consent_rounds, matter.agenda.items)
    assert 1 == len(shown)


@pytest.mark.parametrize(("seal", "code"), [("until-close", "vote-sealed"), ("open", "vote-open")])
def test_there_is_no_result_to_record_before_the_close_not_even_for_the_hall(seal, code):
    play = under(sealed=seal)
    opened(play)
    answer(play, "li", "YES")
    vote = play.hall.matter("light").votes[0]
    with pytest.raises(Refused) as error:
        vote.record(day(3) - MICRO)
    assert (code, day(3)) == (error.value.code, error.value.fields["until"])
    assert "inquorate" == vote.record(day(3)).status


def test_how_many_have_voted_is_told_of_a_sealed_vote_too(sealed):
    assert 2 == sealed.hall.matter("light").votes[0].turnout


def test_a_sealed_vote_takes_ballots_and_changed_ones_as_any_other(sealed):
    answer(sealed, "wang", "YES", 3)
    assert "decided" == sealed.hall.matter("light", day(3)).votes[0].result.status


def lines(play):
    return [entry.line for entry in play.hall.store.read("light")]


@pytest.mark.parametrize("seal", ["open", "until-close"])
def test_after_the_close_no_ballot_and_no_recount_changes_the_result(seal):
    play = under(sealed=seal)
    opened(play)
    answer(play, "li", "YES")
    answer(play, "wang", "YES")
    play(day(3), "li", acts.CloseVoting())
    before, matter = lines(play), play.hall.matter("light")
    for actor, member, channel in (("zhao", "zhao", "online"), ("he", "zhao", "paper"), ("li", "li", "online")):
        cast = acts.CastBallot(member, Answer("OBJECTION", "too dear"), channel)
        assert "ballot-late" == play.refused(day(4), actor, cast)
    assert "no-vote" == play.refused(day(4), "li", acts.CloseVoting())
    assert "not-a-matter-act" == play.refused(day(4), "li", matter.votes[0].result)
    play(day(4), "li", acts.AdoptRoll(play.hall.community.roll.__class__.of({"li": (1,)})), "community")
    assert (before, matter) == (lines(play), play.hall.matter("light"))
    assert matter.votes[0].result == play.hall.matter("light").votes[0].record(day(9))


def test_a_ballot_written_behind_a_recorded_result_changes_nothing(sealed):
    sealed(day(3), "li", acts.CloseVoting())
    matter = sealed.hall.matter("light")
    forged = Event("light", matter.version + 1, day(4), "zhao", "c-99", acts.CastBallot("zhao", Answer("YES")))
    grown = evolve(matter, forged)
    assert (matter.votes, matter.decision) == (grown.votes, grown.decision)


def test_the_text_that_was_voted_on_stands_in_the_decision_after_it_was_revised(sealed):
    sealed(day(3), "li", acts.CloseVoting())
    texts = sealed.hall.matter("light").votes[0].texts
    sealed(day(4), "li", ReviseProposal("repair", "Repair all the lamps."))
    assert texts == sealed.hall.matter("light").votes[0].texts


def test_a_sealed_vote_is_the_same_after_a_replay_and_still_sealed(sealed):
    again = Hall.in_memory()
    for entry in sealed.hall.entries():
        assert entry.line == event(entry.line).line
        again.store.append(entry.stream, entry.seq - 1, (f"r-{entry.position}", "h"), [entry.line])
    assert sealed.hall.matter("light") == again.matter("light")
    with pytest.raises(Refused):
        again.matter("light").votes[0].outcome()

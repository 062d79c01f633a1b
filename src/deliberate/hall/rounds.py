"""Votes by consent, one after another on one proposal, as rounds of the consent procedure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from deliberate.decision.ballots import Answer
from deliberate.decision.consent_rounds import INTEGRATED, ConsentRound, ConsentRounds, Treatment
from deliberate.decision.rules.majority.consent import Consent
from deliberate.hall.days import day_of
from deliberate.hall.vote import Vote
from deliberate.requirement.statuses import Stance

# The reasons that the procedure keeps: why somebody objects, what somebody worries about who stands aside.
_WITH_REASON = {Stance.OBJECTION, Stance.STAND_ASIDE}


def objectors(vote: Vote) -> tuple[str, ...]:
    """Who objects by the ballot that counts for them, in a vote by consent; nobody in any other."""
    answers = _answers(vote) if isinstance(vote.rule, Consent) else ()
    return tuple(member for member, answer in answers if answer.stance is Stance.OBJECTION)


def consent_rounds(votes: Sequence[Vote]) -> ConsentRounds | None:
    """The last votes as rounds, as far back as they ask for consent on one proposal by one rule.

    Returns
    -------
    ConsentRounds or None
        None where the last vote that has its result does not ask for consent.

    Notes
    -----
    The hall takes no text to a vote again while objections to it are open. So where a round failed over
    objections and another followed, the text was changed to meet them; whether it does, the answers to the new
    text tell, since none are carried over. O(n_ballots).
    """
    closed = [vote for vote in votes if vote.result is not None]
    rule = closed[-1].rule if closed else None
    if not isinstance(rule, Consent):
        return None
    same = [*takewhile(lambda vote: _is_round(vote, closed[-1]), reversed(closed))][::-1]
    rounds = tuple(_round(vote, earlier) for vote, earlier in zip(same, (None, *same), strict=False))
    return ConsentRounds(rounds, rule.requirement, closed[-1].policy.review_days)


def _is_round(vote: Vote, newest: Vote) -> bool:
    """Whether a vote asks the same people for consent on the same proposal, whatever its text."""
    return (vote.rule, vote.options, vote.among) == (newest.rule, newest.options, newest.among)


def _round(vote: Vote, earlier: Vote | None) -> ConsentRound:
    open_ = objectors(earlier) if earlier is not None and not earlier.carried else ()
    [(_, text)] = vote.texts
    return ConsentRound(
        text=text,
        answers=vote.election().answers,
        reasons=tuple((by, each.reason) for by, each in _answers(vote) if each.reason and each.stance in _WITH_REASON),
        treatments=tuple(Treatment(by, INTEGRATED) for by in open_),
        held=day_of(vote.closes, vote.policy.utc_offset),
    )


def _answers(vote: Vote) -> Iterator[tuple[str, Answer]]:
    return ((member, ballot) for member, ballot in vote.standing.items() if isinstance(ballot, Answer))

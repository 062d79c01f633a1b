"""The rules of advisory polls: one advice each, until the poll closes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from deliberate.assembly.issues.acts import AdviceAct, Advise, OpenAdvisoryPoll
from deliberate.assembly.issues.gate import Aim, Ask
from deliberate.assembly.issues.steps import AdviceGiven, AdviceStep, AdvisoryPollOpened
from deliberate.assembly.reasons import Reason, refusal


def _advise(ask: Ask, act: Advise) -> Iterator[Reason]:
    poll = ask.part.polls.polls.get(act.poll)
    if poll is None:
        yield refusal("unknown-poll", poll=act.poll)
    elif not poll.is_open(ask.at):
        yield refusal("poll-closed", poll=act.poll, closes=poll.opened.closes)
    elif ask.by in poll.given:
        yield refusal("advised-already", member=ask.by, poll=act.poll)


AIMS = {Advise: Aim(lambda ask: (Advise(poll, "-") for poll in reversed(tuple(ask.part.polls.polls))), _advise)}


def faults(ask: Ask, act: AdviceAct) -> Iterator[Reason]:
    """What stands against an act because of what it says."""
    match act:
        case OpenAdvisoryPoll(poll, question, options, closes):
            if poll in ask.part.polls.polls:
                yield refusal("poll-exists", poll=poll)
            if not question.strip():
                yield refusal("says-nothing")
            if len(options) < 2:
                yield refusal("one-option", poll=poll)
            if closes <= ask.at:
                yield refusal("until-passed", until=closes)
        case _:
            choice, known = act.choice, ask.part.polls.polls[act.poll].opened.options
            if choice not in known:
                yield refusal("unknown-option", option=choice, known=tuple(known))


def step(ask: Ask, act: AdviceAct) -> AdviceStep:
    """What happens where nothing stands against an act."""
    match act:
        case OpenAdvisoryPoll(poll, question, options, closes):
            return AdvisoryPollOpened(poll, question, options, closes, ask.by, ask.at)
        case Advise(poll, choice):
            return AdviceGiven(poll, choice, ask.terms.roll.member(ask.by).standing, ask.by, ask.at)
    assert_never(act)

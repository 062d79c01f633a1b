"""The forms of talk on the shelf."""

from __future__ import annotations

import attrs

from deliberate.assembly.talk.form import Form
from deliberate.assembly.talk.traits import Access, Before, Chair, Clause, Closing, Follows, Opening, Paper, Stake

OPEN_FLOOR = Form(
    "open-floor",
    Access.QUEUE,
    order=(Before.FIRST_TIMER,),
    closes=(Closing.CHAIR, Closing.TWO_THIRDS),
)

STRUCTURED = Form("structured-round", Access.CIRCLE, turns=1, closes=(Closing.ALL_SPOKE,))

FISHBOWL = Form("fishbowl", Access.SEAT, seats=5, minutes=60, closes=(Closing.TIME,))

# Yuan Tianpeng's twelve principles.
RADISH = Form(
    "radish",
    Access.CALL,
    turns=2,
    seconds=120,
    order=(Before.FIRST_TIMER, Before.OTHER_SIDE, Before.FEWER_TURNS),
    opening=Opening.MOTION,
    chair=Chair.YIELDS,
    closes=(Closing.NO_FIRST_TIMER, Closing.TWO_THIRDS),
    clauses=frozenset({Clause.SIDE_FIRST}),
    outcome=Follows.VOTE,
)

# What the village itself wrote: no summing up (1), all speeches first and no close by two thirds (11), the chair votes
# last (11), abstainers are never called (12), a tie fails (13).
NANTANG = attrs.evolve(
    RADISH,
    name="nantang",
    closes=(Closing.NOBODY_WAITS,),
    clauses=frozenset({Clause.SIDE_FIRST, Clause.NO_SUMMING_UP, Clause.CHAIR_VOTES_LAST, Clause.ABSTAINERS_NOT_CALLED}),
)

# The three forms of article 32 of the residents' committees law of 2025. The law names who is there, what comes of it
# and that interested parties are invited; the order of speakers inside each is ours.
COUNCIL = attrs.evolve(
    RADISH,
    name="council",
    invites=(Stake.STANDING, Stake.AFFECTED),
    speakers=(Stake.AFFECTED, Stake.STANDING),
    voters=(Stake.STANDING,),
    publishes=(Paper.AGENDA, Paper.MINUTES),
)

HEARING = Form(
    "hearing",
    Access.CIRCLE,
    turns=1,
    chair=Chair.YIELDS,
    closes=(Closing.ALL_SPOKE,),
    outcome=Follows.LATER,
    invites=(Stake.AFFECTED, Stake.DECIDING),
    speakers=(Stake.AFFECTED, Stake.DECIDING),
    publishes=(Paper.RECORD,),
)

OPEN_TALK = Form(
    "open-talk",
    Access.QUEUE,
    order=(Before.FIRST_TIMER,),
    closes=(Closing.NO_FIRST_TIMER,),
    invites=(Stake.AFFECTED, Stake.OFFICIAL),
)

FORMS = (OPEN_FLOOR, STRUCTURED, FISHBOWL, RADISH, NANTANG, COUNCIL, HEARING, OPEN_TALK)

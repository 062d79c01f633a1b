"""What a form of talk can be made of: each trait has one name, which journals and tables use."""

from __future__ import annotations

from enum import StrEnum


class Access(StrEnum):
    """How one comes to speak."""

    CALL = "by-call"
    QUEUE = "by-queue"
    CIRCLE = "by-circle"
    SEAT = "by-seat"


class Opening(StrEnum):
    """What has to be there before anybody speaks."""

    MOTION = "motion-first"
    TOPIC = "topic-only"


class Chair(StrEnum):
    """Whether who presides may speak."""

    YIELDS = "chair-yields"
    SPEAKS = "chair-speaks"


class Before(StrEnum):
    """Who of those who wait comes first; among equals it is always the earlier hand, then the lot."""

    FIRST_TIMER = "first-timer-first"
    OTHER_SIDE = "other-side-first"
    FEWER_TURNS = "fewer-turns-first"


class Closing(StrEnum):
    """How the talk ends: by two thirds at any time, else by who presides, as soon as the condition holds."""

    CHAIR = "closed-by-chair"
    NO_FIRST_TIMER = "no-first-timer-waits"
    NOBODY_WAITS = "nobody-waits"
    ALL_SPOKE = "all-spoke"
    TIME = "time-is-over"
    TWO_THIRDS = "closed-by-two-thirds"


class Clause(StrEnum):
    """A rule that a form has or has not."""

    SIDE_FIRST = "side-stated-first"
    NO_SUMMING_UP = "chair-does-not-sum-up"
    CHAIR_VOTES_LAST = "chair-votes-at-the-end"
    ABSTAINERS_NOT_CALLED = "abstainers-never-called"
    AFFECTED_HEARD = "affected-heard-or-invited"


class Follows(StrEnum):
    """Whether a vote may follow."""

    VOTE = "vote-follows"
    LATER = "decided-elsewhere"
    NONE = "no-vote-follows"


class Stake(StrEnum):
    """As what somebody takes part."""

    AFFECTED = "affected"
    DECIDING = "deciding"
    STANDING = "standing-member"
    OFFICIAL = "official"


class Paper(StrEnum):
    """What is published of the meeting."""

    AGENDA = "meeting-agenda"
    MINUTES = "meeting-minutes"
    RECORD = "hearing-record"


class Ground(StrEnum):
    """Why the chair rules a turn out; the name is also the code of the refusal that follows."""

    OFF_TOPIC = "off-topic"
    PERSONAL = "personal"
    TO_THE_CHAIR = "to-the-chair"


class Result(StrEnum):
    """What became of a motion; a tie is a motion that failed."""

    CARRIED = "motion-carried"
    FAILED = "motion-failed"


# Not a trait that one chooses: whatever does not vote goes from the talk straight to its end.
NO_VOTE_HERE = "no-vote-here"
INVITES = "interests-are-invited"

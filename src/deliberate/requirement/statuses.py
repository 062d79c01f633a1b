"""The answer words: how a person took part in one question, and how the question was ruled on."""

from __future__ import annotations

from enum import StrEnum


class Stance(StrEnum):
    """How one line of the roll stands to one question; every base is an explicit set of these."""

    YES = "YES"
    NO = "NO"
    ABSTAIN = "ABSTAIN"
    BLANK = "BLANK"
    INVALID = "INVALID"
    PRESENT = "PRESENT"
    ABSENT = "ABSENT"
    RECUSED = "RECUSED"
    OBJECTION = "OBJECTION"
    STAND_ASIDE = "STAND_ASIDE"
    SUPPORT = "SUPPORT"


STANCES: tuple[Stance, ...] = tuple(Stance)


class Status(StrEnum):
    """What a requirement rules: "no quorum" is not "rejected"."""

    PASSED = "PASSED"
    REJECTED = "REJECTED"
    TIED = "TIED"
    NO_QUORUM = "NO_QUORUM"

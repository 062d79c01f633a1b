"""The phases of an issue: which follows which, and what may change in each; tables, and nothing else decides it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from attrs import frozen

from deliberate.words import say, term


class State(StrEnum):
    """Where an issue stands; ``counting`` is LiquidFeedback's voting once it is over and not yet counted."""

    UNOPENED = "unopened"
    ADMISSION = "admission"
    DISCUSSION = "discussion"
    VERIFICATION = "verification"
    VOTING = "voting"
    COUNTING = "counting"
    FINISHED_WITH_WINNER = "finished-with-winner"
    FINISHED_WITHOUT_WINNER = "finished-without-winner"
    REVOKED_BEFORE_ACCEPTED = "canceled-revoked-before-accepted"
    NOT_ACCEPTED = "canceled-issue-not-accepted"
    REVOKED_DURING_DISCUSSION = "canceled-after-revocation-during-discussion"
    REVOKED_DURING_VERIFICATION = "canceled-after-revocation-during-verification"
    NONE_ADMITTED = "canceled-no-initiative-admitted"
    BROKEN_OFF = "canceled-by-admin"


class Cause(StrEnum):
    """What leads from one state to the next."""

    FIRST_INITIATIVE = "first-initiative"
    POLL = "poll-opened"
    QUORUM = "quorum-reached"
    TIME = "time-over"
    ADMITTED = "time-over-and-some-admitted"
    NOBODY_ADMITTED = "time-over-and-none-admitted"
    REVOKED = "all-revoked"
    WINNER = "winner-counted"
    NO_WINNER = "no-winner-counted"
    ADMIN = "broken-off"


@frozen
class Passage:
    """One row: from where to where, and by what."""

    before: State
    after: State
    cause: Cause


PASSAGES = (
    Passage(State.UNOPENED, State.ADMISSION, Cause.FIRST_INITIATIVE),
    Passage(State.UNOPENED, State.DISCUSSION, Cause.POLL),
    Passage(State.ADMISSION, State.DISCUSSION, Cause.QUORUM),
    Passage(State.ADMISSION, State.NOT_ACCEPTED, Cause.TIME),
    Passage(State.ADMISSION, State.REVOKED_BEFORE_ACCEPTED, Cause.REVOKED),
    Passage(State.DISCUSSION, State.VERIFICATION, Cause.TIME),
    Passage(State.DISCUSSION, State.REVOKED_DURING_DISCUSSION, Cause.REVOKED),
    Passage(State.VERIFICATION, State.VOTING, Cause.ADMITTED),
    Passage(State.VERIFICATION, State.NONE_ADMITTED, Cause.NOBODY_ADMITTED),
    Passage(State.VERIFICATION, State.REVOKED_DURING_VERIFICATION, Cause.REVOKED),
    Passage(State.VOTING, State.COUNTING, Cause.TIME),
    Passage(State.COUNTING, State.FINISHED_WITH_WINNER, Cause.WINNER),
    Passage(State.COUNTING, State.FINISHED_WITHOUT_WINNER, Cause.NO_WINNER),
    Passage(State.ADMISSION, State.BROKEN_OFF, Cause.ADMIN),
    Passage(State.DISCUSSION, State.BROKEN_OFF, Cause.ADMIN),
    Passage(State.VERIFICATION, State.BROKEN_OFF, Cause.ADMIN),
    Passage(State.VOTING, State.BROKEN_OFF, Cause.ADMIN),
    Passage(State.COUNTING, State.BROKEN_OFF, Cause.ADMIN),
)


class Change(StrEnum):
    """What may change in an issue."""

    INITIATIVES = "new-initiatives"
    DRAFTS = "drafts"
    REVOCATIONS = "revocations"
    SUPPORT = "support"
    SUGGESTIONS = "new-suggestions"
    OPINIONS = "opinions-on-suggestions"
    INTEREST = "interest"
    BALLOTS = "ballots"
    COUNT = "the-count"
    BREAKING_OFF = "breaking-off"


_BEFORE_THE_FREEZE = (State.ADMISSION, State.DISCUSSION)
_BEFORE_THE_VOTE = (*_BEFORE_THE_FREEZE, State.VERIFICATION)


@frozen
class Row:
    """One row: what may change, in which states, by which acts; ballots are cast in the vote, not here."""

    change: Change
    states: tuple[State, ...]
    acts: tuple[str, ...] = ()


# LiquidFeedback core, the comments on issue.half_frozen, fully_frozen and closed; that no suggestion is new in
# verification stands in its frontend (suggestion/_action/add.lua).
TABLE = (
    Row(Change.INITIATIVES, (State.UNOPENED, *_BEFORE_THE_VOTE), ("StartInitiative",)),
    Row(Change.DRAFTS, _BEFORE_THE_FREEZE, ("RedraftInitiative",)),
    Row(Change.REVOCATIONS, _BEFORE_THE_FREEZE, ("RevokeInitiative",)),
    Row(Change.SUPPORT, _BEFORE_THE_VOTE, ("SupportInitiative", "DropSupport")),
    Row(Change.SUGGESTIONS, _BEFORE_THE_FREEZE, ("MakeSuggestion",)),
    Row(Change.OPINIONS, _BEFORE_THE_VOTE, ("RateSuggestion", "DropOpinion")),
    Row(Change.INTEREST, _BEFORE_THE_VOTE, ("ShowInterest", "DropInterest")),
    Row(Change.BALLOTS, (State.VOTING,)),
    Row(Change.COUNT, (State.COUNTING,), ("RecordCount",)),
    Row(Change.BREAKING_OFF, (*_BEFORE_THE_VOTE, State.VOTING, State.COUNTING), ("BreakOff",)),
)
BY_ACT: Mapping[str, Row] = {act: row for row in TABLE for act in row.acts}
BY_CHANGE: Mapping[Change, Row] = {row.change: row for row in TABLE}


@frozen
class Phase:
    """A state with its time: from ``since`` on, and no more at ``until``.

    Attributes
    ----------
    until
        When it ends at the latest; None where no clock ends it.
    """

    state: State
    since: datetime | None = None
    until: datetime | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing follows."""
        return not any(row.before is self.state for row in PASSAGES)

    def allows(self, change: Change) -> bool:
        """Whether something may change now.

        Examples
        --------
        >>> Phase(State.VERIFICATION).allows(Change.DRAFTS), Phase(State.VERIFICATION).allows(Change.SUPPORT)
        (False, True)
        """
        return self.state in BY_CHANGE[change].states

    def explain(self, lang: str = "en") -> str:
        """The phase in words."""
        return say("phase", {"state": self.state, "since": self.since, "until": self.until}, lang)


def mermaid(lang: str = "en") -> str:
    r"""The passages as a Mermaid state diagram.

    Examples
    --------
    >>> print("\n".join(mermaid().splitlines()[:4]))
    stateDiagram-v2
        [*] --> unopened
        unopened --> admission: the first initiative
        unopened --> discussion: the first initiative of a poll
    """
    arrows = [f"    {_box(row.before)} --> {_box(row.after)}: {term(row.cause, lang)}" for row in PASSAGES]
    ends = [f"    {_box(state)} --> [*]" for state in State if Phase(state).is_over]
    names = [f'    state "{term(state, lang)}" as {_box(state)}' for state in State]
    return "\n".join(("stateDiagram-v2", "    [*] --> unopened", *arrows, *ends, *names))


def table(lang: str = "en") -> str:
    """What may change in which state, as text: a line for each.

    Examples
    --------
    >>> print(table().splitlines()[1])
    drafts: admission, discussion
    """
    joint = "、" if lang == "zh" else ", "
    colon = "：" if lang == "zh" else ": "
    lines = ((term(row.change, lang), joint.join(term(state, lang) for state in row.states)) for row in TABLE)
    return "\n".join(colon.join(line) for line in lines)


def _box(state: State) -> str:
    return state.value.replace("-", "_")

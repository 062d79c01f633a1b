"""The table of motions: what each one needs, what it yields to, who votes how much for it."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from deliberate.records.kinds import kind


class Motion(StrEnum):
    """A motion 动议, by the name that it has in journals."""

    FIX_TIME = "fix-the-time-to-adjourn-to"
    ADJOURN = "adjourn"
    RECESS = "recess"
    PRIVILEGE = "question-of-privilege"
    ORDERS = "orders-of-the-day"
    LAY = "lay-on-the-table"
    PREVIOUS = "previous-question"
    LIMIT = "limit-or-extend-debate"
    POSTPONE = "postpone-to-a-time"
    REFER = "refer-to-a-committee"
    AMEND = "amend-a-motion"
    INDEFINITE = "postpone-indefinitely"
    MAIN = "main-motion"
    POINT = "point-of-order"
    APPEAL = "appeal"
    SUSPEND = "suspend-the-rules"
    OBJECT = "object-to-consideration"
    DIVIDE = "divide-the-question"
    RECOUNT = "recount"
    WITHDRAW = "withdraw-a-motion"
    TAKE = "take-from-the-table"
    RESCIND = "rescind-or-amend-adopted"
    RECONSIDER = "reconsider"


class Group(StrEnum):
    """What a motion is for; ``NOTHING`` stands for an empty floor in ``Row.over``."""

    NOTHING = "nothing"
    PRIVILEGED = "privileged"
    SUBSIDIARY = "subsidiary"
    MAIN = "main"
    INCIDENTAL = "incidental"
    RETURNING = "returning"


class Cell(StrEnum):
    """What stands in a column of the table."""

    YES = "yes"
    NO = "no"
    TO_MAKE = "to-make"
    AS_TARGET = "as-target"
    BY_MATTER = "by-matter"
    ONCE = "once"
    UNTIL_EXECUTED = "until-executed"
    UNTIL_BEGUN = "until-begun"
    YES_VOTE = "yes-vote"
    NO_VOTE = "no-vote"


class Vote(StrEnum):
    """What carries a motion."""

    MAJORITY = "majority"
    TWO_THIRDS = "two-thirds"
    TWO_THIRDS_AGAINST = "two-thirds-against"
    MAJORITY_AGAINST = "majority-against"
    CHAIR = "chair"
    ONE_MEMBER = "one-member"
    ONE_MEMBER_OR_SET_ASIDE = "one-member-or-set-aside"
    MOVER_THEN_MAJORITY = "mover-then-majority"
    TWO_THIRDS_OR_NOTICE = "two-thirds-or-notice"


_MAIN_RANK = 13


@kind
@frozen
class Row:
    """One motion with its standard characteristics.

    Attributes
    ----------
    rank
        1 is highest; it is in order above pending motions of a lower rank only. None where it has no rank.
    interrupts
        Whether it may be made while another member has the floor.
    over
        For a motion without a rank: the groups of the question immediately pending above which it may be made.
    """

    motion: Motion
    group: Group
    rank: int | None
    interrupts: Cell
    seconded: Cell
    debatable: Cell
    amendable: Cell
    vote: Vote
    reconsidered: Cell
    over: frozenset[Group] = frozenset()

    @property
    def pending_rank(self) -> int | None:
        """The rank that it has while it is pending: to rescind is debated and disposed of like a main motion."""
        return _MAIN_RANK if self.motion is Motion.RESCIND else self.rank

    @property
    def pending_group(self) -> Group:
        """The group that it counts with while it is pending."""
        return Group.MAIN if self.motion is Motion.RESCIND else self.group


_Y, _N = Cell.YES, Cell.NO
_PRIVILEGED, _SUBSIDIARY, _MAIN = Group.PRIVILEGED, Group.SUBSIDIARY, Group.MAIN
_INCIDENTAL, _RETURNING, _NOTHING = Group.INCIDENTAL, Group.RETURNING, Group.NOTHING
_PENDING = frozenset(Group) - {_NOTHING}
_ANY = frozenset(Group)
_M, _TWO_THIRDS = Vote.MAJORITY, Vote.TWO_THIRDS

# Robert's Rules of Order Newly Revised, 12th ed. (2020), the tables of rules relating to motions. What a motion without
# a rank may be made above is not in those tables; it follows sections 23 to 37.
TABLE: tuple[Row, ...] = (
    Row(Motion.FIX_TIME, _PRIVILEGED, 1, _N, _Y, _N, _Y, _M, _Y),
    Row(Motion.ADJOURN, _PRIVILEGED, 2, _N, _Y, _N, _N, _M, _N),
    Row(Motion.RECESS, _PRIVILEGED, 3, _N, _Y, _N, _Y, _M, _N),
    Row(Motion.PRIVILEGE, _PRIVILEGED, 4, _Y, _N, _N, _N, Vote.CHAIR, _N),
    Row(Motion.ORDERS, _PRIVILEGED, 5, _Y, _N, _N, _N, Vote.ONE_MEMBER_OR_SET_ASIDE, _N),
    Row(Motion.LAY, _SUBSIDIARY, 6, _N, _Y, _N, _N, _M, _N),
    Row(Motion.PREVIOUS, _SUBSIDIARY, 7, _N, _Y, _N, _N, _TWO_THIRDS, Cell.UNTIL_EXECUTED),
    Row(Motion.LIMIT, _SUBSIDIARY, 8, _N, _Y, _N, _Y, _TWO_THIRDS, _Y),
    Row(Motion.POSTPONE, _SUBSIDIARY, 9, _N, _Y, _Y, _Y, _M, _Y),
    Row(Motion.REFER, _SUBSIDIARY, 10, _N, _Y, _Y, _Y, _M, Cell.UNTIL_BEGUN),
    Row(Motion.AMEND, _SUBSIDIARY, 11, _N, _Y, Cell.AS_TARGET, Cell.ONCE, _M, _Y),
    Row(Motion.INDEFINITE, _SUBSIDIARY, 12, _N, _Y, _Y, _N, _M, Cell.YES_VOTE),
    Row(Motion.MAIN, _MAIN, 13, _N, _Y, _Y, _Y, _M, _Y),
    Row(Motion.POINT, _INCIDENTAL, None, _Y, _N, _N, _N, Vote.CHAIR, _N, _ANY),
    Row(Motion.APPEAL, _INCIDENTAL, None, _Y, _Y, Cell.BY_MATTER, _N, Vote.MAJORITY_AGAINST, _Y, _ANY),
    Row(Motion.SUSPEND, _INCIDENTAL, None, _N, _Y, _N, _N, _TWO_THIRDS, _N, frozenset({_NOTHING, _MAIN, _SUBSIDIARY})),
    Row(Motion.OBJECT, _INCIDENTAL, None, _Y, _N, _N, _N, Vote.TWO_THIRDS_AGAINST, Cell.NO_VOTE, frozenset({_MAIN})),
    Row(Motion.DIVIDE, _INCIDENTAL, None, _N, _Y, _N, _Y, _M, _N, frozenset({_MAIN, _SUBSIDIARY})),
    Row(Motion.RECOUNT, _INCIDENTAL, None, _Y, _N, _N, _N, Vote.ONE_MEMBER, _N, _PENDING),
    Row(Motion.WITHDRAW, _INCIDENTAL, None, _Y, _N, _N, _N, Vote.MOVER_THEN_MAJORITY, Cell.NO_VOTE, _PENDING),
    Row(Motion.TAKE, _RETURNING, None, _N, _Y, _N, _N, _M, _N, frozenset({_NOTHING})),
    Row(
        Motion.RESCIND, _RETURNING, None, _N, _Y, _Y, _Y, Vote.TWO_THIRDS_OR_NOTICE, Cell.NO_VOTE, frozenset({_NOTHING})
    ),
    Row(Motion.RECONSIDER, _RETURNING, None, Cell.TO_MAKE, _Y, Cell.AS_TARGET, _N, _M, _N, _ANY),
)

ROWS: dict[Motion, Row] = {row.motion: row for row in TABLE}

# The chair rules on these: they are not seconded, stated or voted on.
RULED = frozenset(row.motion for row in TABLE if row.vote is Vote.CHAIR)
# Neither are these stated: the chair answers them at once.
DEMANDED = RULED | {Motion.ORDERS}
# Where too few are there, only these are in order.
WITHOUT_QUORUM = frozenset({Motion.FIX_TIME, Motion.ADJOURN, Motion.RECESS})


@frozen
class Electorate:
    """What a vote is measured against besides the votes cast.

    Attributes
    ----------
    members
        Of the whole body, present or not.
    noticed
        Whether notice was given on an earlier day.
    """

    members: int = 0
    noticed: bool = False


def carried(vote: Vote, yes: int, no: int, electorate: Electorate | None = None) -> bool:
    """Whether the question as the chair puts it is answered with yes.

    Notes
    -----
    Some are put the other way round and are carried unless enough are against: on an objection "Shall the question be
    considered?", on an appeal "Shall the ruling stand?", on a call for the orders of the day "Shall they be taken up?".

    Examples
    --------
    >>> carried(Vote.TWO_THIRDS, 20, 10), carried(Vote.TWO_THIRDS, 19, 10)
    (True, False)
    >>> carried(Vote.MAJORITY_AGAINST, 10, 10)
    True
    """
    match vote:
        case Vote.TWO_THIRDS:
            return _two_thirds(yes, no)
        case Vote.TWO_THIRDS_AGAINST | Vote.ONE_MEMBER_OR_SET_ASIDE:
            return not _two_thirds(no, yes)
        case Vote.MAJORITY_AGAINST:
            return no <= yes
        case Vote.TWO_THIRDS_OR_NOTICE:
            body = electorate or Electorate()
            noticed = body.noticed and yes > no
            return _two_thirds(yes, no) or noticed or 0 < body.members < 2 * yes
    return yes > no


def _two_thirds(yes: int, no: int) -> bool:
    return yes >= 2 * no and yes > 0

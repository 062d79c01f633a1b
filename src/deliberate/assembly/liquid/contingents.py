"""Contingents: how many texts and initiatives one member may post in how long, against flooding."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from attrs import frozen

from deliberate.errors import InputError
from deliberate.records.kinds import kind

MOST_MINUTES = 3660 * 24 * 60


class Entry(StrEnum):
    """What somebody posts: a draft or a suggestion, or an initiative, whose first draft is a text as well."""

    TEXT = "text"
    INITIATIVE = "initiative"


@frozen
class Post:
    """Somebody posted something."""

    at: datetime
    what: Entry


@kind
@frozen
class Contingent:
    """One row: within a window of time so many texts, so many initiatives.

    Attributes
    ----------
    texts, initiatives
        The most of each; None where the row does not speak of them.
    """

    window_minutes: int
    texts: int | None = None
    initiatives: int | None = None

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.window_minutes <= MOST_MINUTES:
            known = (f"1-{MOST_MINUTES}",)
            value = str(self.window_minutes)
            raise InputError("bad-parameter", parameter="window_minutes", value=value, known=known)
        for parameter, most in (("texts", self.texts), ("initiatives", self.initiatives)):
            if most is not None and most < 0:
                raise InputError("bad-parameter", parameter=parameter, value=str(most), known=("0-",))

    @property
    def window(self) -> timedelta:
        """How long a post counts; it is forgotten at the end of its window, not after it."""
        return timedelta(minutes=self.window_minutes)

    def most(self, what: Entry) -> int | None:
        """How many of these the row allows."""
        return self.texts if what is Entry.TEXT else self.initiatives


@kind
@frozen
class Contingents:
    """All rows; they are alternatives: a member may post where any of them has room.

    Examples
    --------
    >>> from datetime import UTC
    >>> rows = Contingents((Contingent(60, texts=1), Contingent(24 * 60, texts=3)))
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> posts = [Post(noon, Entry.TEXT)]
    >>> rows.left(posts, Entry.TEXT, noon), rows.left([*posts, *posts, *posts], Entry.TEXT, noon)
    (2, 0)

    Notes
    -----
    Because rows are alternatives, a short window with little room is no limit beside a long one with much: what
    binds is the most generous row. Nothing posted is limited where no row speaks of it.

    References
    ----------
    LiquidFeedback core: core.sql, table ``contingent``, views ``member_contingent`` and ``member_contingent_left``.
    """

    rows: tuple[Contingent, ...] = ()

    def left(self, posts: Sequence[Post], what: Entry, at: datetime) -> int | None:
        """How many more a member may post now; None where nothing limits it.

        Parameters
        ----------
        posts
            What the member has posted, in the order of time.
        what
            What is to be posted.

        Notes
        -----
        Cost O(rows * posts in the window).
        """
        rooms = [most - len(_counted(posts, what, row, at)) for row, most in self._speaking(what)]
        return max(0, *rooms) if rooms else None

    def opens(self, posts: Sequence[Post], what: Entry, at: datetime) -> datetime | None:
        """From when on there is room for one more: now, later, or None where there never is."""
        moments = [at] if self.left(posts, what, at) != 0 else []
        for row, most in self._speaking(what) if not moments else ():
            counted = _counted(posts, what, row, at)
            if most > 0:
                moments.append(counted[len(counted) - most].at + row.window)
        return min(moments, default=None)

    def _speaking(self, what: Entry) -> Iterator[tuple[Contingent, int]]:
        for row in self.rows:
            most = row.most(what)
            if most is not None:
                yield row, most


# What LiquidFeedback's demonstration begins with.
LIQUID_FEEDBACK = Contingents(
    (Contingent(60, 6, 1), Contingent(24 * 60, 60, 10), Contingent(7 * 24 * 60, 120, 20)),
)


def _counted(posts: Sequence[Post], what: Entry, row: Contingent, at: datetime) -> Sequence[Post]:
    """The posts that still count, oldest first."""
    recent = posts[bisect_right(posts, at - row.window, key=lambda post: post.at) :]
    return recent if what is Entry.TEXT else [post for post in recent if post.what is Entry.INITIATIVE]

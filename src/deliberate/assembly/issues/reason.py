"""A reason against a move: the code of a rule and what its words speak of."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen


@frozen
class Reason:
    """Why a move is refused.

    Attributes
    ----------
    code
        Its words are ``error.<code>``.
    about
        Pairs of a field of the words and its text.
    """

    code: str
    about: tuple[tuple[str, str], ...] = ()


def refusal(code: str, **about: str) -> Reason:
    """A reason with what its words speak of."""
    return Reason(code, tuple(about.items()))


def as_text(moment: datetime) -> str:
    """A moment inside a reason: ``2026-03-08 09:00+08:00``."""
    return moment.isoformat(" ", "minutes")

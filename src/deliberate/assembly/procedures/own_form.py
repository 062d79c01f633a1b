"""A form of one's own: any rules that a form can say, in a procedure."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from deliberate.assembly.talk.form import Form
from deliberate.assembly.talk.in_form import InForm
from deliberate.assembly.talk.terms import TalkTerms
from deliberate.records.kinds import kind


@kind
@frozen
class OwnForm(InForm):
    """Rules that a community has put together itself, of the traits that all forms are made of.

    Notes
    -----
    A refused move stays in the trace as ``MoveRefused`` and changes nothing else.

    Examples
    --------
    >>> from deliberate.assembly.talk.traits import Access, Closing
    >>> evening = Form("stairwell-evening", Access.CIRCLE, turns=1, seconds=180, closes=(Closing.ALL_SPOKE,))
    >>> OwnForm(evening, TalkTerms(("li", "wang"), "li")).form.seconds
    180
    """

    name: ClassVar[str] = "own-form"

    form: Form
    terms: TalkTerms

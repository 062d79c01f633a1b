"""Hunks: what an amendment changes, place by place; it applies only where the text is the one that was meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from deliberate.assembly.proposals.diffs import difference, located
from deliberate.assembly.proposals.pages import Page, Span, Splice, covers, first_clash
from deliberate.assembly.proposals.texts import joins, plain
from deliberate.assembly.reasons import Reason, refusal, spoken_of
from deliberate.errors import InputError
from deliberate.identity import text_hash
from deliberate.records.kinds import kind


@kind
@frozen
class Hunk:
    """One stretch of a text and what shall stand there instead.

    Attributes
    ----------
    paragraph
        The first is 1.
    start, stop
        Characters of the text in NFC, counted from 0 at the paragraph's beginning; its line end belongs to it, and
        ``stop`` may reach into the paragraphs that follow. Equal where something is inserted.
    replacement
        Empty where something is struck.
    replaced
        SHA-256 of what stands there now, as :func:`~deliberate.identity.text_hash` takes it.
    """

    paragraph: int
    start: int
    stop: int
    replacement: str
    replaced: str


Hunks = tuple[Hunk, ...]


def hunk_of(page: Page, span: Span) -> Hunk:
    """A span of a page as a hunk."""
    paragraph = page.paragraph_at(span.start)
    first = page.starts[paragraph - 1]
    replaced = text_hash(page.text[span.start : span.stop])
    return Hunk(paragraph, span.start - first, span.stop - first, span.replacement, replaced)


def span_of(page: Page, hunk: Hunk) -> Span | None:
    """Where a hunk stands on a page; None where the page has no such place."""
    if not 1 <= hunk.paragraph <= len(page.starts) or not 0 <= hunk.start <= hunk.stop:
        return None
    first = page.starts[hunk.paragraph - 1]
    if hunk.start > len(page.paragraphs[hunk.paragraph - 1]) or first + hunk.stop > len(page.text):
        return None
    return Span(first + hunk.start, first + hunk.stop, plain(hunk.replacement))


def spans_of(page: Page, hunks: Iterable[Hunk]) -> tuple[Span, ...]:
    """Where hunks stand that fit the page."""
    return tuple(span for span in (span_of(page, hunk) for hunk in hunks) if span is not None)


def misfits(page: Page, hunks: Hunks) -> Iterator[Reason]:
    """Why hunks do not apply to a page."""
    for place, hunk in enumerate(hunks, start=1):
        span = span_of(page, hunk)
        if span is None:
            yield refusal("hunk-outside", place=place, paragraph=hunk.paragraph)
        elif text_hash(page.text[span.start : span.stop]) != hunk.replaced:
            yield refusal("hunk-does-not-fit", place=place, paragraph=hunk.paragraph)
        elif joins(span.replacement[:1]) or joins(page.text[span.stop : span.stop + 1]):
            yield refusal("hunk-splits-character", place=place, paragraph=hunk.paragraph)
    spans = spans_of(page, hunks)
    met = first_clash(spans)
    if met is not None:
        one, other, *_ = (place for place, span in enumerate(spans, start=1) if span in met)
        yield refusal("hunks-overlap", place=one, other=other)


def apply(text: str, hunks: Hunks) -> str:
    r"""The text with all hunks applied at once.

    Raises
    ------
    InputError
        ``hunk-outside``, ``hunk-does-not-fit`` (another text stands there), ``hunks-overlap``,
        ``hunk-splits-character``.

    Examples
    --------
    >>> hunks = between("Repair the lamps.\nWeekly.", "Repair all lamps.\nWeekly.")
    >>> apply("Repair the lamps.\nWeekly.", hunks)
    'Repair all lamps.\nWeekly.'
    """
    page = Page(plain(text))
    wrong = next(misfits(page, hunks), None)
    if wrong is not None:
        raise InputError(wrong.code, where="", **spoken_of(wrong.about))
    return page.spliced(spans_of(page, hunks))


def rebase(text: str, hunks: Hunks, over: Hunks) -> Hunks | None:
    """The same change where another one was applied first; None where the two cannot stand together.

    Parameters
    ----------
    text
        On which both stand.

    Examples
    --------
    >>> text = "three lamps, two bins"
    >>> lamps, bins = between(text, "all three lamps, two bins"), between(text, "three lamps, four bins")
    >>> apply(apply(text, lamps), rebase(text, bins, lamps))
    'all three lamps, four bins'
    >>> rebase(text, lamps, lamps) is None
    True
    """
    page = Page(plain(text))
    splice = Splice(spans_of(page, over))
    moved = splice.all_shifted(spans_of(page, hunks))
    return None if moved is None else hunks_of(Page(page.spliced(splice.spans)), moved)


def hunks_of(page: Page, spans: Iterable[Span]) -> Hunks:
    """Spans of a page as hunks."""
    return tuple(hunk_of(page, span) for span in spans)


def between(old: str, new: str) -> Hunks:
    """The hunks that make the new text of the old one; none where they are equal."""
    page = Page(plain(old))
    found = located(difference(page.text, plain(new)).pieces)
    return hunks_of(page, (Span(at, at + len(struck), added) for _, at, struck, added in found))


def reach(page: Page, spans: Iterable[Span]) -> int:
    """How many words a change strikes or adds: what goes farthest is voted first."""
    return sum(difference(page.text[span.start : span.stop], span.replacement).changed for span in spans)


def substitutes(page: Page, spans: Iterable[Span]) -> bool:
    """Whether a change puts something in the place of a whole paragraph."""
    return any(_whole(page, span) for span in spans)


def _whole(page: Page, span: Span) -> bool:
    paragraph = page.paragraph_at(span.start)
    first, said = page.starts[paragraph - 1], page.paragraphs[paragraph - 1].rstrip("\n")
    return covers(span, Span(first, first + len(said), ""))

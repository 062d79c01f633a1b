"""The minutes of a meeting 会议记录: who was there, what was said in what order, what came of it, who signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deliberate.assembly.confer import Deliberation
from deliberate.assembly.moves import Move
from deliberate.decision.decision import Decision
from deliberate.duty.assign import Mandate
from deliberate.report.blocks import Block, Section
from deliberate.report.heard import speakers
from deliberate.report.markdown import markdown_of, on_one_line
from deliberate.report.minutes_course import annex, course
from deliberate.report.minutes_frame import opening, signatures
from deliberate.report.minutes_head import MinutesHead
from deliberate.report.minutes_outcome import duties, following, settled, votes
from deliberate.report.plain import one_line
from deliberate.report.questions import questions
from deliberate.report.sheet import Sheet
from deliberate.report.texts import texts
from deliberate.words import say

Record = Deliberation | Decision | Mandate


def minutes(record: Record, head: MinutesHead, lang: str, moves: Sequence[Move] = ()) -> tuple[Section, ...]:
    """The minutes as sections that have something to say, without markup.

    Parameters
    ----------
    record
        The talk; or the decision or the mandate that came of it, and then they are in the minutes too.
    head
        What a deliberation does not know: where, who was there, who signs.
    lang
        ``"en"`` or ``"zh"``.
    moves
        The moves of the sitting, where each step shall have its time; one for each step.

    Raises
    ------
    InputError
        ``moves-beside-steps`` where moves are given and are not one for each step.

    Notes
    -----
    Every step is told, matter by matter and in order, but for those of
    :data:`~deliberate.report.narration.LEFT_OUT`; what was refused stands in an annex with the words of the rule that
    it broke. What settled something is told once more, set apart. Nobody who was asked in a Delphi inquiry is named,
    and nothing that was said to a mediator alone is told. O(steps), and for each change of a text the cost of
    comparing two texts.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from deliberate.assembly import Agenda, Rounds, confer
    >>> from deliberate.assembly.moves import RaiseIssue
    >>> noon = datetime(2026, 3, 1, 4, tzinfo=UTC)
    >>> sitting = [Move("li", noon, RaiseIssue("lamps", channel="meeting"))]
    >>> head = MinutesHead("Spring meeting", noon, present=("li", "wang"), quorum=2)
    >>> for section in minutes(confer(Agenda(), Rounds(), sitting), head, "en", sitting):
    ...     print(section.title)
    The meeting
    Matter 1: lamps
    Signatures
    """
    talk, counts, mandate = _unfolded(record)
    sheet = Sheet(talk, head, lang, tuple(moves))
    made: tuple[tuple[str, Iterable[Block]], ...] = (
        ("head", opening(sheet)),
        ("agenda", _agenda(talk, lang)),
        ("texts", texts(talk, sheet.end, lang)),
        ("motions", questions(talk, lang)),
        ("settled", settled(sheet)),
        ("votes", votes(counts, lang)),
        ("duties", duties(mandate, lang)),
        ("follows", following(sheet, counts)),
        ("speakers", speakers(sheet)),
        ("signatures", (signatures(sheet),)),
        ("annex", annex(sheet)),
    )
    first, agenda, *after = (Section(key, say(f"minutes.{key}", {}, lang), tuple(blocks)) for key, blocks in made)
    sections = (first, agenda, *course(sheet), *after)
    return tuple(section for section in sections if section.blocks)


def printed(
    record: Record, head: MinutesHead, languages: Sequence[str] = ("zh", "en"), moves: Sequence[Move] = ()
) -> str:
    """The minutes as Markdown, one language after the other; needs nothing but the standard library.

    Raises
    ------
    InputError
        As :func:`minutes`.
    """
    return "\n".join(text for lang in languages for text in _article(record, head, lang, moves))


def _article(record: Record, head: MinutesHead, lang: str, moves: Sequence[Move]) -> Iterator[str]:
    yield f"# {on_one_line(say('minutes.title', {'title': head.title}, lang))}\n"
    for section in minutes(record, head, lang, moves):
        yield f"## {on_one_line(section.title)}\n"
        for block in section.blocks:
            yield from markdown_of(block)


def _unfolded(record: Record) -> tuple[Deliberation, tuple[Decision, ...], Mandate | None]:
    match record:
        case Mandate():
            return record.decision.deliberation, record.decision.counts, record
        case Decision():
            return record.deliberation, record.counts, None
    return record, (), None


def _agenda(talk: Deliberation, lang: str) -> Iterator[str]:
    items = enumerate(talk.agenda.items, 1)
    told = (
        {"number": number, "title": one_line(item.title), "reason": item.reason, "due": item.due}
        for number, item in items
    )
    lines = [say("minutes.item", each, lang) for each in told]
    if lines:
        yield "\n".join(lines)

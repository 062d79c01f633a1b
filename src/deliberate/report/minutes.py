"""The minutes of a meeting 会议记录: who was there, what was said in what order, what came of it, who signs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from deliberate.assembly.confer import Deliberation
from deliberate.assembly.confer import told as said
from deliberate.assembly.moves import Move
from deliberate.decision.answers import Answers
from deliberate.decision.decision import Decision
from deliberate.duty.assign import Mandate
from deliberate.errors import InputError
from deliberate.records.kinds import Step
from deliberate.report.markdown import paragraph, safe, text_table
from deliberate.report.minutes_head import MinutesHead, opening, signatures
from deliberate.report.sections import Section, Table
from deliberate.requirement.statuses import STANCES
from deliberate.words import say, show, term
from deliberate.words.show import CHINA

# Steps by the names that they have in every record: what counts as speaking, and what settles something.
SPEECHES = frozenset({"TurnTaken"})
SETTLED = frozenset({"IssueHandedOver", "HandoverAnswered", "GroupFormed", "ComplaintAnswered"})

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
    Every step is told, in order; a refused move with the words of the rule that it broke. What settled something is
    told once more, set apart. O(steps).

    Examples
    --------
    >>> from datetime import UTC
    >>> from deliberate.assembly import Agenda, Rounds, confer
    >>> from deliberate.assembly.moves import RaiseIssue
    >>> noon = datetime(2026, 3, 1, 4, tzinfo=UTC)
    >>> sitting = [Move("li", noon, RaiseIssue("lamps", channel="meeting"))]
    >>> head = MinutesHead("Spring meeting", noon, present=("li", "wang"), quorum=2)
    >>> for section in minutes(confer(Agenda(), Rounds(), sitting), head, "en", sitting):
    ...     print(section.title)
    The meeting
    What happened
    Who spoke
    Signatures
    """
    talk, counts, mandate = _unfolded(record)
    if moves and len(moves) != len(talk.trace):
        raise InputError("moves-beside-steps", moves=len(moves), steps=len(talk.trace))
    made = (
        ("head", (opening(head, lang),)),
        ("agenda", _agenda(talk, lang)),
        ("course", _course(talk, head, lang, moves)),
        ("texts", _texts(talk, lang)),
        ("settled", _settled(talk, lang)),
        ("votes", _votes(counts, lang)),
        ("duties", _duties(mandate, lang)),
        ("speakers", _speakers(talk, head, lang)),
        ("signatures", (signatures(head, lang),)),
    )
    sections = (Section(key, say(f"minutes.{key}", {}, lang), tuple(blocks)) for key, blocks in made)
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
    return "\n".join(line for lang in languages for line in _article(record, head, lang, moves))


def _article(record: Record, head: MinutesHead, lang: str, moves: Sequence[Move]) -> Iterator[str]:
    yield f"# {safe(say('minutes.title', {'title': head.title}, lang))}\n"
    for section in minutes(record, head, lang, moves):
        yield f"## {safe(section.title)}\n"
        for block in section.blocks:
            # Minutes draw no bars: what is no table is text.
            yield from _table(block) if isinstance(block, Table) else (paragraph(str(block)),)


def _table(table: Table) -> Iterator[str]:
    yield f"**{safe(table.caption)}**\n"
    yield from text_table(table)
    yield ""


def _unfolded(record: Record) -> tuple[Deliberation, tuple[Decision, ...], Mandate | None]:
    match record:
        case Mandate():
            return record.decision.deliberation, record.decision.counts, record
        case Decision():
            return record.deliberation, record.counts, None
    return record, (), None


def _agenda(talk: Deliberation, lang: str) -> Iterator[str]:
    items = enumerate(talk.agenda.items, 1)
    lines = [
        say("minutes.item", {"number": number, "title": item.title, "reason": item.reason, "due": item.due}, lang)
        for number, item in items
    ]
    if lines:
        yield "\n".join(lines)


def _course(talk: Deliberation, head: MinutesHead, lang: str, moves: Sequence[Move]) -> Iterator[str]:
    for place, step in enumerate(talk.trace):
        at: datetime | None = moves[place].at if moves else getattr(step, "at", None)
        told = said(step, lang)
        if at is not None:
            # Some sentences begin with the whole moment; here its time of day stands before each.
            told = told.removeprefix(show(at, lang)).lstrip(" :,：，")
        clock = _clock(at, head.opened, lang) if at is not None else ""
        yield say("minutes.step", {"clock": clock, "told": told}, lang)


def _clock(at: datetime, opened: datetime, lang: str) -> str:
    """The time of day; the day as well where it is not the day of the meeting."""
    here = at.astimezone(CHINA)
    return f"{here:%H:%M}" if here.date() == opened.astimezone(CHINA).date() else show(at, lang)


def _texts(talk: Deliberation, lang: str) -> Iterator[str]:
    for proposal in talk.slate:
        latest = proposal.latest
        about = {"proposal": proposal.name, "number": latest.number, "text": latest.text, "hash": latest.hash[:16]}
        told = say("record.text", about, lang)
        yield f"{told}\n{say('minutes.supporters', {'supporters': latest.supporters}, lang)}".rstrip()


def _settled(talk: Deliberation, lang: str) -> Iterator[str]:
    return (said(step, lang) for step in talk.trace if type(step).__name__ in SETTLED)


def _votes(counts: Sequence[Decision], lang: str) -> Iterator[str | Table]:
    for number, decision in enumerate(counts, 1):
        title = decision.election.title or decision.deliberation.issue
        yield say("minutes.vote", {"number": number, "title": title}, lang)
        if isinstance(decision.election.table, Answers):
            yield from _stances(decision.election.table, lang)
        yield decision.outcome.explain(lang)
        yield say("minutes.resolved" if decision.passed else "minutes.unresolved", _result(decision), lang)


def _result(decision: Decision) -> dict[str, object]:
    return {"option": decision.passed, "again": decision.next_reading, "review": decision.review}


def _stances(answers: Answers, lang: str) -> Iterator[Table]:
    for measure, counts in answers.tallies().measures:
        known = dict(counts)
        caption = say("record.stances", {"measure": measure}, lang)
        rows = tuple((term(stance, lang), str(known[stance])) for stance in STANCES if known.get(stance))
        yield Table(caption, (say("record.stance", {}, lang), term(measure, lang)), rows)


def _duties(mandate: Mandate | None, lang: str) -> Iterator[Table]:
    if mandate is None:
        return
    columns = ("duty", "hours", "steward", "deputy", "due")
    head = tuple(say(f"record.head.{column}", {}, lang) for column in columns)
    rows = tuple(
        (
            f"{duty.name}: {duty.what}",
            str(duty.hours),
            mandate.steward(duty.name) or "—",
            mandate.deputy(duty.name) or "—",
            show(duty.due or duty.review, lang) or "—",
        )
        for duty in mandate.undertaking.duties
    )
    yield Table(say("record.duty-table", {}, lang), head, rows)


def _speakers(talk: Deliberation, head: MinutesHead, lang: str) -> Iterator[str | Table]:
    turns = Counter(_by(step) for step in talk.trace if type(step).__name__ in SPEECHES)
    if turns:
        columns = (say("minutes.speaker", {}, lang), say("minutes.turns", {}, lang))
        rows = tuple((member, str(count)) for member, count in turns.items())
        yield Table(say("minutes.speakers-table", {}, lang), columns, rows)
    silent = tuple(member for member in head.present if member not in turns)
    listed = {*head.present, *head.guests, head.chair, head.secretary}
    unlisted = tuple(member for member in turns if member not in listed)
    for key, members in (("silent", silent), ("unlisted", unlisted)):
        if members:
            yield say(f"minutes.{key}", {"members": members}, lang)


def _by(step: Step) -> str:
    return str(getattr(step, "by", ""))

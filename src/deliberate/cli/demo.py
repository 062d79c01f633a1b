"""``deliberate demo``: the courtyard's full circle, 议事 议决 担责 评估, in one file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from deliberate.cli.command import Command, Reply, Word
from deliberate.errors import CommandIdReused, InputError, Refused
from deliberate.words import say

if TYPE_CHECKING:
    from deliberate.hall.hall import Hall
    from deliberate.hall.state import Matter
    from deliberate.records.kinds import Step

_FOLDER = "deliberate-demo"
_JOURNAL = "courtyard.db"
_RECORD = "record.html"


def add(parser: ArgumentParser, word: Word) -> None:
    """Tell the arguments."""
    parser.add_argument("--out", metavar="DIR", default=_FOLDER, help=word("out"))


def demo(given: Namespace) -> Reply:
    """Play the matter of the pet waste, tell it, and write its record.

    Played again into the same folder it changes nothing: every command gives the receipt that it gave.

    Raises
    ------
    InputError
        ``file-exists`` where another story stands in the journal.
    """
    from deliberate.cli.record import head, said, written
    from deliberate.report.sections import Notice
    from deliberate.scenarios.pet_waste import BODY, OBJECTIONS

    folder = _folder(given)
    journal, asked = str(folder / _JOURNAL), str(folder / _RECORD)
    with _played(journal) as (hall, matter):
        story = "\n".join(_story(hall, matter, given.lang))
        notice = Notice(BODY, posted=_day(matter), objections=OBJECTIONS, head=head(hall, matter.id))
    out = written(matter, notice, asked, given)
    data = {"matter": matter.id, "journal": journal, "record": out}
    return Reply(lambda: data, lambda: f"{story}\n\n{said(out, asked, given.lang)}")


def _folder(given: Namespace) -> Path:
    folder = Path(given.out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if given.force:
            for ending in ("", "-wal", "-shm"):
                (folder / f"{_JOURNAL}{ending}").unlink(missing_ok=True)
    except OSError as error:
        raise InputError("cannot-write-file", where=given.out, reason=error.strerror or str(error)) from error
    return folder


@contextmanager
def _played(journal: str) -> Iterator[tuple[Hall, Matter]]:
    """The hall with the whole matter in it; one that tells another story is left as it is."""
    from deliberate.hall.hall import Hall
    from deliberate.scenarios.pet_waste import play

    with Hall.open(journal) as hall:
        try:
            matter = hall.matter(play(hall))
        except (CommandIdReused, Refused) as error:
            raise InputError("file-exists", where=journal) from error
        yield hall, matter


def _day(matter: Matter) -> date:
    """The day on which the matter ended, so that the record is the same every time."""
    from deliberate.words.show import CHINA

    return (matter.last or datetime.now(UTC)).astimezone(CHINA).date()


def _story(hall: Hall, matter: Matter, lang: str) -> Iterator[str]:
    community = hall.community
    groups = tuple(group.name for group in community.groups)
    size = len(community.roll.lines)
    yield say("cli.demo.community", {"name": community.name, "size": size, "groups": groups}, lang)
    for beat, lines in _beats(matter, lang):
        yield f"\n{say(f'cli.demo.{beat}', {}, lang)}"
        yield from (f"  {line}" for line in lines)


def _beats(matter: Matter, lang: str) -> Iterator[tuple[str, Iterable[str]]]:
    """The four beats, each with its sentences; before each vote what was said since the one before."""
    said = 0
    counts = matter.decision.counts if matter.decision else ()
    for number, (vote, decision) in enumerate(zip(matter.votes, counts, strict=False)):
        if vote.said > said:
            yield "assembly", _talked(matter.steps[said : vote.said], lang)
        said = vote.said
        yield "consent" if number else "decision", decision.outcome.explain(lang).split("\n")
    if matter.mandate is not None:
        yield "duty", (*_declined(matter, lang), *matter.mandate.lines(lang))
    if matter.evaluation is not None:
        yield "evaluation", matter.evaluation.explain(lang).split("\n")


def _talked(steps: Iterable[Step], lang: str) -> Iterator[str]:
    """What was said; who supports what stands in the record."""
    from deliberate.assembly.confer import told
    from deliberate.assembly.steps import SupportGiven

    return (told(step, lang) for step in steps if not isinstance(step, SupportGiven))


def _declined(matter: Matter, lang: str) -> Iterator[str]:
    for offer in matter.offers:
        if offer.answer is not None and offer.answer.answer == "decline":
            fields = {"person": offer.to, "duty": offer.duty, "reason": offer.answer.reason}
            yield say("cli.demo.declined", fields, lang)


DEMO = Command(
    name="demo",
    usage="[--out DIR]",
    examples=("deliberate demo", "deliberate demo --lang zh --out courtyard"),
    add=add,
    do=demo,
)

"""``deliberate convert``: from one format to another, saying what the other cannot hold."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, cast

from deliberate.cli.command import Command, Reply, Word

if TYPE_CHECKING:
    from deliberate.decision.ballots import Ranking
    from deliberate.decision.profile import Profile

STDOUT = "-"


def add(parser: ArgumentParser, word: Word) -> None:
    """Tell the arguments."""
    parser.add_argument("file", metavar="IN", help=word("in"))
    parser.add_argument("out", metavar="OUT", help=word("out"))
    parser.add_argument("--format", metavar="F", help=word("format"))
    parser.add_argument("--to", metavar="F", help=word("to"))


def convert(given: Namespace) -> Reply:
    """Write what a file holds in another format.

    Raises
    ------
    InputError
        What is wrong with the file; ``cannot-hold`` where the ballots written would be other ballots;
        ``file-exists``.
    """
    from deliberate.cli.files import put
    from deliberate.cli.speech import note
    from deliberate.io.door import format_text, write
    from deliberate.words import say

    found = _record(given)
    target = given.to or _target(found, given.out)
    text = format_text(found, target)
    lost = _lost(found, target)
    if given.out != STDOUT:
        put(given.out, lambda part: write(found, part, target), force=given.force)
    told = [say("cli.convert.lost", {"what": each}, given.lang) for each in lost]
    data = {
        "in": given.file,
        "out": given.out,
        "format": target,
        "losses": [each.removeprefix("loss.") for each in lost],
    }
    if given.out == STDOUT:
        if not given.json:
            for each in told:
                note(each)
        return Reply(lambda: data | {"text": text}, lambda: text)
    done = say("cli.convert.done", {"out": given.out, "format": target}, given.lang)
    return Reply(lambda: data, lambda: "\n".join((done, *told)))


def _record(given: Namespace) -> object:
    from deliberate.cli.files import STDIN, text_of
    from deliberate.io.door import parse, record

    if given.file == STDIN:
        return parse(text_of(given.file, given.encoding), given.format)
    return record(given.file, given.format, given.encoding)


def _target(found: object, out: str) -> str:
    """The first format of this ending that can hold what was found."""
    from deliberate.errors import InputError
    from deliberate.io.formats import FORMATS, ending
    from deliberate.io.losses import BALLOTS

    if out == STDOUT:
        raise InputError("missing-argument", arguments="--to", prog="deliberate convert")
    named = [each.name for each in FORMATS if ending(out) in each.endings]
    if not named:
        raise InputError("unknown-target", where=out, known=tuple(each.name for each in FORMATS if each.written))
    if "roll" in named and not _lost(found, "json") and type(found).__name__ == "Roll":
        return "roll"
    return next((name for name in named if not BALLOTS & set(_lost(found, name))), named[0])


def _lost(found: object, target: str) -> tuple[str, ...]:
    from deliberate.decision.answers import Answers
    from deliberate.decision.election import Election
    from deliberate.decision.profile import Profile
    from deliberate.io.losses import losses

    if isinstance(found, Answers | Profile):
        found = Election(cast("Profile[Ranking]", found))
    return losses(found, target) if isinstance(found, Election) else ()


CONVERT = Command(
    name="convert",
    usage="IN OUT [--format F] [--to F]",
    examples=("deliberate convert ward.toi ward.blt", "deliberate convert ward.blt - --to csv"),
    add=add,
    do=convert,
)

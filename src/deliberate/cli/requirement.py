"""``deliberate requirement``: a quorum and a threshold judged on tallies, with the whole tree."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from deliberate.cli.command import Command, Reply, Word
from deliberate.errors import InputError

if TYPE_CHECKING:
    from deliberate.io.requirement_file import RequirementFile
    from deliberate.requirement.packs.formality import Formality
    from deliberate.requirement.ruling import Ruling
    from deliberate.requirement.statuses import Status


def add(parser: ArgumentParser, word: Word) -> None:
    """Tell the arguments."""
    parser.add_argument("file", metavar="FILE.json", help=word("file"))
    parser.add_argument("--draw", choices=("text", "mermaid"), help=word("draw"))


def requirement(given: Namespace) -> Reply:
    """Judge a requirement on the tallies of a file.

    Raises
    ------
    InputError
        JSON that is none, a key that is not known or missing, a node that is wrong: with file and path.
    """
    from deliberate.io.requirement_file import read

    data = _data(given.file, given.encoding)
    try:
        asked = read(data)
        ruling = asked.ruling
        early = ruling.early if asked.voting == "open" else None
    except InputError as error:
        error.where = f"{given.file}: {error.where}" if error.where else given.file
        raise
    if given.draw:
        drawing = ruling.drawing(given.lang)
        return Reply(
            lambda: _tree(asked, ruling, early), lambda: drawing.mermaid if given.draw == "mermaid" else str(drawing)
        )
    return Reply(lambda: _tree(asked, ruling, early), lambda: "\n".join(_told(asked, ruling, early, given.lang)))


def _data(file: str, encoding: str) -> object:
    from deliberate.cli.files import text_of
    from deliberate.io.json_record import data
    from deliberate.io.places import refuse_empty

    text = text_of(file, encoding)
    refuse_empty(text, file)
    return data(text, file)


def _tree(asked: RequirementFile, ruling: Ruling, early: Status | None) -> dict[str, object]:
    tree = ruling.tree()
    if asked.voting == "open":
        tree["early"] = early.value if early else None
    if asked.done is not None:
        tree |= {"missing": [each.step for each in asked.missing], "late": [each.step for each in asked.late]}
    if asked.answered is not None:
        tree["tallies"] = asked.answered.tree()
    return tree


def _told(asked: RequirementFile, ruling: Ruling, early: Status | None, lang: str) -> Iterator[str]:
    from deliberate.words import say

    yield ruling.explain(lang)
    if asked.voting == "open":
        yield say(f"cli.requirement.{'early' if early else 'not-yet'}", {"status": early or ""}, lang)
    if asked.done is not None:
        missing, late = (_titles(each, lang) for each in (asked.missing, asked.late))
        if missing:
            yield say("cli.requirement.missing", {"steps": missing}, lang)
        if late:
            yield say("cli.requirement.late", {"steps": late}, lang)
        if not missing and not late:
            yield say("cli.requirement.complete", {"steps": ()}, lang)


def _titles(steps: tuple[Formality, ...], lang: str) -> tuple[str, ...]:
    return tuple(each.title.get(lang, each.step) for each in steps)


REQUIREMENT = Command(
    name="requirement",
    usage="FILE.json",
    examples=("deliberate requirement vote.json", "deliberate requirement - --json < vote.json"),
    add=add,
    do=requirement,
)

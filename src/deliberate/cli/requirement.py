"""``deliberate requirement``: a quorum and a threshold judged on tallies, with the whole tree."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast

from deliberate.cli.command import Command, Reply, Word
from deliberate.errors import InputError, RequirementError

if TYPE_CHECKING:
    from deliberate.requirement.packs.pack import Formality
    from deliberate.requirement.ruling import Requirement, Ruling

_KEYS = ("pack", "requirement", "parameters", "tallies", "done")
Data = Mapping[str, object]


def add(parser: ArgumentParser, word: Word) -> None:
    """Tell the arguments."""
    parser.add_argument("file", metavar="FILE.json", help=word("file"))


def requirement(given: Namespace) -> Reply:
    """Judge a requirement on the tallies of a file.

    Raises
    ------
    InputError
        JSON that is none, a key that is not known or missing, a node that is wrong: with file and path.
    """
    data = _object(_read(given.file, given.encoding), given.file)
    try:
        ruling = _judged(data)
        missing = _missing(data)
    except InputError as error:
        error.where = f"{given.file}: {error.where}" if error.where else given.file
        raise
    steps = {} if missing is None else {"missing": [each.step for each in missing]}
    return Reply(
        lambda: ruling.tree() | steps,
        lambda: "\n".join((ruling.explain(given.lang), *_needed(ruling, given.lang), *_told(missing, given.lang))),
    )


def _read(file: str, encoding: str) -> object:
    from deliberate.cli.files import text_of
    from deliberate.io.json_record import data
    from deliberate.io.places import refuse_empty

    text = text_of(file, encoding)
    refuse_empty(text, file)
    return data(text, file)


def _object(data: object, where: str) -> Data:
    if not isinstance(data, Mapping):
        raise RequirementError("bad-node", where=where, found=repr(data)[:40])
    for key in data:
        if key not in _KEYS:
            raise RequirementError("unknown-key", where=where, key=str(key), known=_KEYS)
    return cast("Data", data)


def _judged(data: Data) -> Ruling:
    if "tallies" not in data:
        raise RequirementError("missing-key", key="tallies")
    tallies = cast("Mapping[str, Mapping[str, object]]", data["tallies"])
    return _requirement(data).rule_on(tallies)


def _requirement(data: Data) -> Requirement:
    from deliberate.requirement.packs.pack import pack
    from deliberate.requirement.ruling import Requirement

    parameters = data.get("parameters", {})
    if not isinstance(parameters, Mapping):
        raise RequirementError("bad-node", where="parameters", found=repr(parameters)[:40])
    if ("pack" in data) == ("requirement" in data):
        raise RequirementError("one-of-two", one="pack", other="requirement")
    if "pack" in data:
        return pack(str(data["pack"])).requirement(**parameters)
    return Requirement.from_json(data["requirement"], parameters)


def _missing(data: Data) -> tuple[Formality, ...] | None:
    """The pack's formalities that are not done; None where nobody asks."""
    from deliberate.requirement.packs.pack import pack

    if "done" not in data:
        return None
    done = data["done"]
    if not isinstance(done, Mapping) or "pack" not in data:
        raise RequirementError("bad-node", where="done", found=repr(done)[:40])
    formalities = pack(str(data["pack"])).formalities
    known = tuple(each.step for each in formalities)
    for step, day in done.items():
        if step not in known:
            raise RequirementError("unknown-key", where="done", key=str(step), known=known)
        _check_day(day, f"done.{step}")
    return tuple(each for each in formalities if each.step not in done)


def _check_day(day: object, where: str) -> None:
    from datetime import date

    try:
        date.fromisoformat(str(day))
    except ValueError:
        raise RequirementError("bad-day", where=where, day=str(day)[:40]) from None


def _needed(ruling: Ruling, lang: str) -> Iterator[str]:
    from deliberate.requirement.sentences import amount
    from deliberate.words import say

    for measure, each in ruling.needed.items():
        switch, join = (amount(units, measure, lang) if units else "" for units in (each.switch, each.join))
        if switch or join:
            fields = {"measure": measure, "switch": switch, "join": join}
            yield say("cli.requirement.needed", fields, lang)


def _told(missing: tuple[Formality, ...] | None, lang: str) -> Iterator[str]:
    from deliberate.words import say

    if missing is not None:
        yield say(f"cli.requirement.{'missing' if missing else 'complete'}", {"steps": _titles(missing, lang)}, lang)


def _titles(missing: tuple[Formality, ...], lang: str) -> tuple[str, ...]:
    return tuple(each.title.get(lang, each.step) for each in missing)


REQUIREMENT = Command(
    name="requirement",
    usage="FILE.json",
    examples=("deliberate requirement vote.json", "deliberate requirement - --json < vote.json"),
    add=add,
    do=requirement,
)

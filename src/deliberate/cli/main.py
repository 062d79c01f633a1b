"""The door of the command line: which command, in which language, and what its end is called.

Exit status: 0 done, 2 bad input or usage (a typed error), 1 a defect of the engine, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module

from deliberate.cli.command import Command, Reply
from deliberate.cli.convert import CONVERT
from deliberate.cli.demo import DEMO
from deliberate.cli.journal import JOURNAL
from deliberate.cli.lot import LOT
from deliberate.cli.parser import Parser, parser_of, parser_of_all
from deliberate.cli.record import RECORD
from deliberate.cli.requirement import REQUIREMENT
from deliberate.cli.rules import RULES
from deliberate.cli.speech import answer, complain, confess, hush, note
from deliberate.cli.tally import TALLY
from deliberate.errors import DeliberateError, InputError
from deliberate.words.show import LANGUAGES

COMMANDS: tuple[Command, ...] = (RULES, TALLY, CONVERT, REQUIREMENT, LOT, DEMO, JOURNAL, RECORD)
DONE, DEFECT, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130


def run(argv: Sequence[str] | None = None) -> int:
    """Carry out one command line.

    Parameters
    ----------
    argv
        What follows the program's name; None for that of this process.

    Returns
    -------
    int
        The exit status.
    """
    arguments = tuple(sys.argv[1:] if argv is None else argv)
    before = arguments[: arguments.index("--")] if "--" in arguments else arguments
    lang, as_json = spoken(before, os.environ), "--json" in before
    try:
        return _carried_out(arguments, lang)
    except DeliberateError as error:
        complain(error, lang, as_json=as_json)
        return BAD_INPUT
    except BrokenPipeError:
        hush()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit:
        # argparse ends so once the help is told; what is wrong comes as an error of ours.
        return DONE
    except Exception as error:
        # The one place where a defect is told as such.
        confess(error, lang, as_json=as_json)
        return DEFECT


def spoken(arguments: Sequence[str], surroundings: Mapping[str, str]) -> str:
    """The language asked for, else that of the locale, else English.

    Examples
    --------
    >>> spoken(("rules", "--lang", "zh"), {}), spoken((), {"LC_ALL": "zh_CN.UTF-8"}), spoken((), {"LANG": "C"})
    ('zh', 'zh', 'en')
    """
    for place, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        asked = value if equals else "".join(arguments[place + 1 : place + 2])
        if name == "--lang" and asked in LANGUAGES:
            return asked
    locale = next((surroundings[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if surroundings.get(key)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def _carried_out(arguments: Sequence[str], lang: str) -> int:
    parser = parser_of_all(COMMANDS, lang)
    start = Namespace(json=False, lang=lang, encoding="utf-8", force=False)
    given = parser.before(arguments, start)
    _check_language(given.lang)
    if given.version:
        answer(_version(), as_json=given.json)
        return DONE
    if given.command is None:
        return _nothing_asked(parser, as_json=given.json)
    command = _named(given.command)
    found = parser_of(command, lang).read(given.rest, given)
    _check_language(found.lang)
    reply = command.do(found)
    answer(reply, as_json=found.json)
    return DONE


def _nothing_asked(parser: Parser, *, as_json: bool) -> int:
    if as_json:
        raise InputError("no-command")
    note(f"{parser.short_help()}\n\n{parser.word('more')}")
    return BAD_INPUT


def _named(name: str) -> Command:
    known = {each.name: each for each in COMMANDS}
    if name not in known:
        near = get_close_matches(name, known, n=2) or known
        raise InputError("unknown-command", command=name, near=tuple(near))
    return known[name]


def _check_language(lang: str) -> None:
    if lang not in LANGUAGES:
        raise InputError("unknown-language", lang=lang, known=LANGUAGES)


def _version() -> Reply:
    # The public door is not imported by anything in the house; here it is only asked for its number.
    version = str(import_module("deliberate").__version__)
    return Reply(lambda: {"version": version}, lambda: f"deliberate {version}")

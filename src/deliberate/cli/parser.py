"""Arguments read, and what is wrong with them as typed errors in both languages."""

from __future__ import annotations

import re
from argparse import SUPPRESS, ArgumentParser, HelpFormatter, Namespace
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import NoReturn

from deliberate.cli.command import Command
from deliberate.errors import InputError
from deliberate.words import say

COLUMN = 24
_MISSING = re.compile("the following arguments are required: (.+)")
_OPTION = re.compile("-(?![0-9]|$)")
_SETTING = re.compile("[^-=][^=]*=")
_ALONE = re.compile("argument ([^:]+): expected one argument")
_ABOUT = re.compile("argument ([^:]+): (.+)")


class _Formatter(HelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=COLUMN)


class Parser(ArgumentParser):
    """Arguments of one command, or of what stands before it; the help begins with examples.

    Parameters
    ----------
    name
        The command; empty for what stands before it.
    usage
        What follows the name.
    examples
        Whole lines.
    lang
        Of the help.
    """

    def __init__(self, name: str, usage: str, examples: Iterable[str], lang: str) -> None:
        super().__init__(
            f"deliberate {name}".strip(), SUPPRESS, add_help=False, allow_abbrev=False, formatter_class=_Formatter
        )
        self.lang = lang
        self.about: tuple[str, ...] = (self.word(name or "about"),)
        self._usage = usage.split("\n")
        self._examples = tuple(f"  {example}" for example in examples)
        self._positionals.title, self._optionals.title = self.word("arguments"), self.word("options")

    def word(self, key: str) -> str:
        """One sentence of the help."""
        return say(f"cli.{key}", {}, self.lang)

    def before(self, arguments: Sequence[str], given: Namespace) -> Namespace:
        """What stands before the command, the command, and the rest as it is."""
        return self._known(arguments, given)

    def read(self, arguments: Sequence[str], given: Namespace) -> Namespace:
        """What the arguments of a command say.

        Raises
        ------
        InputError
            ``missing-argument``, ``missing-value``, ``unknown-argument``, ``bad-argument``, ``bad-usage``.
        """
        return self._known(self._ordered(arguments), given)

    def _known(self, arguments: Sequence[str], given: Namespace) -> Namespace:
        found, rest = self.parse_known_args(arguments, given)
        if rest:
            near = get_close_matches(rest[0].partition("=")[0], self._option_string_actions, n=2)
            raise InputError("unknown-argument", argument=rest[0], near=tuple(near), prog=self.prog)
        return found

    def _ordered(self, arguments: Sequence[str]) -> list[str]:
        """The options first: argparse alone loses an argument that stands behind an option.

        What follows ``--set key=value`` in the same form is set as well.
        """
        options: list[str] = []
        others: list[str] = []
        left = list(arguments)
        while left:
            argument = left.pop(0)
            if argument == "--":
                others += left
                break
            if argument == "-" or not argument.startswith("-"):
                others.append(argument)
                continue
            options.append(argument)
            if self._takes_value(argument) and left and not _OPTION.match(left[0]):
                options.append(left.pop(0))
            while argument.partition("=")[0] == "--set" and left and _SETTING.match(left[0]):
                options += ["--set", left.pop(0)]
        return [*options, "--", *others] if others else options

    def _takes_value(self, argument: str) -> bool:
        action = self._option_string_actions.get(argument)
        return action is not None and action.nargs is None

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print, as an error that hosts and both languages know."""
        if missing := _MISSING.fullmatch(message):
            raise InputError("missing-argument", arguments=missing[1], prog=self.prog)
        if alone := _ALONE.fullmatch(message):
            raise InputError("missing-value", argument=alone[1], prog=self.prog)
        if about := _ABOUT.fullmatch(message):
            raise InputError("bad-argument", argument=about[1], problem=about[2], prog=self.prog)
        raise InputError("bad-usage", problem=message, prog=self.prog)

    def short_help(self) -> str:
        """The examples and how to use it."""
        start = f"{self.word('usage')}: {self.prog} "
        first, *more = self._usage
        indented = (" " * len(start) + line for line in more)
        return "\n".join((f"{self.word('examples')}:", *self._examples, "", f"{start}{first}", *indented))

    def format_help(self) -> str:
        """The whole help."""
        return "\n\n".join((self.short_help(), *self.about, super().format_help()))


def common(parser: Parser) -> None:
    """Add the options that every command takes, before or after its name."""
    group = parser.add_argument_group(parser.word("common"))
    group.add_argument("--json", action="store_true", default=SUPPRESS, help=parser.word("json"))
    group.add_argument("--lang", metavar="zh|en", default=SUPPRESS, help=parser.word("lang"))
    group.add_argument("--encoding", metavar="NAME", default=SUPPRESS, help=parser.word("encoding"))
    group.add_argument("--force", action="store_true", default=SUPPRESS, help=parser.word("force"))
    group.add_argument("-h", "--help", action="help", help=parser.word("help"))


def parser_of(command: Command, lang: str) -> Parser:
    """The parser of one command."""
    parser = Parser(command.name, command.usage, command.examples, lang)
    command.add(parser, lambda key: parser.word(f"{command.name}.{key}"))
    common(parser)
    return parser


def parser_of_all(commands: Iterable[Command], lang: str) -> Parser:
    """The parser of what stands before the command."""
    examples = ("deliberate tally ward.blt --rule irv", "deliberate demo")
    parser = Parser("", "COMMAND ...", examples, lang)
    names = "\n".join(f"  {each.name:{COLUMN - 2}}{parser.word(each.name)}" for each in commands)
    parser.about = (*parser.about, f"{parser.word('commands')}:\n{names}", parser.word("more"))
    parser.add_argument("command", nargs="?", help=SUPPRESS)
    parser.add_argument("rest", nargs="...", help=SUPPRESS)
    parser.add_argument("--version", action="store_true", help=parser.word("version"))
    common(parser)
    return parser

"""What a command is, and what it answers."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from attrs import frozen

Word = Callable[[str], str]


@frozen
class Reply:
    """What a command answers, made only in the form that is asked for.

    Attributes
    ----------
    data
        Gives the JSON document.
    text
        Gives the same in words.
    """

    data: Callable[[], object]
    text: Callable[[], str]


@frozen
class Command:
    """One command.

    Attributes
    ----------
    name
        As it is typed; its help is the sentences ``cli.<name>`` and ``cli.<name>.<argument>``.
    usage
        What follows the name.
    examples
        Whole lines, as somebody would type them.
    add
        Tells the parser the arguments, with the words of their help; imports nothing heavy.
    do
        Carries it out; imports what it needs.
    """

    name: str
    usage: str
    examples: tuple[str, ...]
    add: Callable[[ArgumentParser, Word], None]
    do: Callable[[Namespace], Reply]

"""``deliberate lot``: the published order of the options for a public seed."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from deliberate.cli.command import Command, Reply, Word


def add(parser: ArgumentParser, word: Word) -> None:
    """Tell the arguments."""
    parser.add_argument("options", metavar="OPTION", nargs="+", help=word("option"))
    parser.add_argument("--seed", metavar="TEXT", required=True, help=word("seed"))
    parser.add_argument("--context", metavar="TEXT", default="", help=word("context"))


def lot(given: Namespace) -> Reply:
    """Draw the order; anybody with the seed draws the same.

    Raises
    ------
    InputError
        A name that is empty, unreadable or there twice.
    """
    from deliberate.cli.files import STDIN, text_of
    from deliberate.errors import ParseError
    from deliberate.lot import draw
    from deliberate.words import say

    options: list[str] = given.options
    if options == [STDIN]:
        options = [line.strip() for line in text_of(STDIN, given.encoding).split("\n") if line.strip()]
        if not options:
            raise ParseError("empty-file", where=STDIN)
    drawn = draw(given.seed, options, given.context)
    fields = {"key": drawn.key, "draws": drawn.draws, "rejected": drawn.rejected}
    numbered = [f"{place}. {option}" for place, option in enumerate(drawn.order, 1)]
    return Reply(
        lambda: {"order": list(drawn.order), **fields},
        lambda: "\n".join((*numbered, say("cli.lot.drawn", fields, given.lang))),
    )


LOT = Command(
    name="lot",
    usage="--seed TEXT [--context TEXT] OPTION ...",
    examples=(
        'deliberate lot --seed "3 1 6 6 2 4" lamps bins benches',
        'deliberate lot --seed "3 1 6 6 2 4" --context "ward 5" - < options.txt',
    ),
    add=add,
    do=lot,
)

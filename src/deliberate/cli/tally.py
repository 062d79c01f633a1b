"""``deliberate tally``: one election file counted by one rule."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from deliberate.cli.command import Command, Reply, Word
from deliberate.errors import InputError

if TYPE_CHECKING:
    from deliberate.decision.ballots import Ranking
    from deliberate.decision.election import Election
    from deliberate.decision.outcome import Outcome
    from deliberate.decision.rule import Rule

_TIES = ("lot", "all")


def add(parser: ArgumentParser, word: Word) -> None:
    """Tell the arguments."""
    parser.add_argument("file", metavar="FILE", help=word("file"))
    parser.add_argument("--rule", metavar="NAME", required=True, help=word("rule"))
    parser.add_argument("--seats", metavar="N", help=word("seats"))
    parser.add_argument("--set", metavar="KEY=VALUE", action="append", default=[], help=word("set"))
    parser.add_argument("--ties", metavar="lot|all", default="lot", help=word("ties"))
    parser.add_argument("--lot-seed", metavar="TEXT", help=word("lot-seed"))
    parser.add_argument("--format", metavar="F", help=word("format"))


def tally(given: Namespace) -> Reply:
    """Count the election of a file.

    Raises
    ------
    InputError
        What is wrong with the file, the rule, its parameters or the lot.
    """
    from deliberate.cli.settings import rule_of
    from deliberate.decision.decide import decide
    from deliberate.decision.universes import universes

    if given.ties not in _TIES:
        raise InputError("unknown-choice", argument="--ties", value=given.ties, known=_TIES)
    # The count itself refuses ballots that the rule does not read.
    rule = cast("Rule[Ranking]", rule_of(given.rule, given.set))
    election = _election(given)
    outcome = decide(election, rule)
    every = universes(election, rule) if given.ties == "all" else None
    return Reply(
        lambda: _data(given.file, election, outcome, every),
        lambda: "\n".join((outcome.explain(given.lang), *_told(every, given.lang))),
    )


def _election(given: Namespace) -> Election[Ranking]:
    import attrs

    from deliberate.cli.files import STDIN, text_of
    from deliberate.io.door import parse, read
    from deliberate.lot import draw
    from deliberate.quantities import whole

    if given.file == STDIN:
        election = parse(text_of(given.file, given.encoding), given.format)
    else:
        election = read(given.file, given.format, given.encoding)
    if given.seats is not None:
        election = attrs.evolve(election, seats=whole(given.seats, where="--seats"))
    if given.lot_seed is not None:
        election = attrs.evolve(election, lot=draw(given.lot_seed, election.table.options))
    return election


def _data(
    file: str, election: Election[Ranking], outcome: Outcome, every: Sequence[Outcome] | None
) -> dict[str, object]:
    from deliberate.cli.plain import parameters, step_data
    from deliberate.decision.steps import TieBroken

    ranking = outcome.ranking
    data = {
        "rule": outcome.rule.name,
        "parameters": parameters(outcome.rule),
        "file": file,
        "electorate": str(_electorate(election)),
        "options": list(election.options),
        "seats": election.seats,
        "status": outcome.status,
        "chosen": list(outcome.chosen),
        "ranking": None if ranking is None else [list(level) for level in ranking],
        "lot": list(election.lot.order),
        "ties": [
            {"at": place, "between": list(step.between), "decided_by": step.by}
            for place, step in enumerate(outcome.trace)
            if isinstance(step, TieBroken)
        ],
        "trace": [step_data(step) for step in outcome.trace],
    }
    return data if every is None else data | {"universes": sorted(sorted(each.chosen) for each in every)}


def _electorate(election: Election[Ranking]) -> int:
    """All who were entitled; where that is not known, all whose ballots are there."""
    from deliberate.decision.answers import Answers

    if election.electorate is not None:
        return election.electorate
    table = election.table
    return len(table.members) if isinstance(table, Answers) else table.total + election.invalid


def _told(every: Sequence[Outcome] | None, lang: str) -> Sequence[str]:
    from deliberate.words import say, show, term

    if every is None:
        return ()
    chosen = [show(each.chosen, lang) or term(each.status, lang) for each in every]
    return (say("cli.universes", {"number": len(every)}, lang), *(f"  {each}" for each in chosen))


TALLY = Command(
    name="tally",
    usage="FILE --rule NAME [--seats N] [--set KEY=VALUE ...]\n[--ties lot|all] [--lot-seed TEXT] [--format F]",
    examples=(
        "deliberate tally ward.blt --rule irv --set elimination=batch",
        "deliberate tally answers.csv --format answers --rule majority --json",
    ),
    add=add,
    do=tally,
)

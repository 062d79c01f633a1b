"""The laws that every rule keeps, for the house and for the authors of plug-ins: ``check(MyRule())``."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import partial
from itertools import permutations
from typing import cast

import attrs

from deliberate.decision.answers import Answers
from deliberate.decision.claims import Claim
from deliberate.decision.decide import decide
from deliberate.decision.election import AnyElection
from deliberate.decision.rule import AnyRule
from deliberate.identity import canonical
from deliberate.records.convert import from_dict, to_dict
from deliberate.records.kinds import KINDS, told
from deliberate.requirement.statuses import STANCES, Status
from deliberate.testing.claims import holds
from deliberate.testing.strategies import elections, hypothesis_library
from deliberate.testing.turned import results, symmetric
from deliberate.words import LANGUAGES, knows

Law = Callable[[AnyRule, AnyElection], bool]

_BRACES = re.compile(r"[{}\[\]]|\bNone\b|\bFraction\b")
_FIELD = re.compile(r"\b[a-z]+(_[a-z]+)+\b|\b[a-z_]+=")
_STATUS = re.compile(rf"\b({'|'.join([*STANCES, *Status])})\b")


def repeats_itself(rule: AnyRule, election: AnyElection) -> bool:
    """The same election and rule give the same trace."""
    return decide(election, rule) == decide(election, rule)


def chooses_what_stands(rule: AnyRule, election: AnyElection) -> bool:
    """What is chosen stands, no option twice, never more than there are seats; else the status says why."""
    outcome = decide(election, rule)
    chosen = outcome.chosen
    fits = len(set(chosen)) == len(chosen) <= election.seats and set(chosen) <= set(election.options)
    return fits and (outcome.status == "decided") == bool(chosen)


def obeys_the_lot(rule: AnyRule, election: AnyElection) -> bool:
    """Trying every order of the lot finds what ``universes`` finds, and no option is favoured in secret.

    A rule that breaks ties by itself agrees with ``universes``, since it never asks. So the ballots are made
    symmetric as well: then no option differs from another but by the lot, and each must have its turn.
    """
    if _over_all_lots(rule, election) != results(rule, election):
        return False
    if Claim.NEUTRAL not in rule.satisfies or isinstance(election.table, Answers):
        return True
    even = symmetric(election)
    return frozenset[str]().union(*_over_all_lots(rule, even)) in {frozenset(), frozenset(even.options)}


def _over_all_lots(rule: AnyRule, election: AnyElection) -> frozenset[frozenset[str]]:
    orders = permutations(election.table.options)
    return frozenset(frozenset(decide(attrs.evolve(election, lot=order), rule).chosen) for order in orders)


def tells_each_tie(rule: AnyRule, election: AnyElection) -> bool:
    """Where the lot was asked, the step says between whom, what it answered, and whose order it was."""
    for tie in decide(election, rule).ties:
        answer = election.lot.first(tie.between) if tie.kept else election.lot.last(tie.between)
        if len(tie.between) < 2 or answer != (tie.kept or tie.dropped) or tie.by != election.lot.by:
            return False
    return True


def survives_json(rule: AnyRule, election: AnyElection) -> bool:
    """Rule, election and outcome come back equal from their canonical text, and give the same text again."""
    return all(_comes_back(record) for record in (rule, election, decide(election, rule)))


def _comes_back(record: object) -> bool:
    text = canonical(to_dict(record))
    back = from_dict(json.loads(text))
    return back == record and canonical(to_dict(back)) == text and hash(back) == hash(record)


def is_put_into_words(rule: AnyRule, election: AnyElection) -> bool:
    """Every step is told in both languages, without a field's name, a raw value or a bracket left over."""
    if not all(knows(f"rule.{rule.name}", lang) for lang in LANGUAGES):
        return False
    trace = decide(election, rule).trace
    return not any(leaks(told(step, lang), lang) for step in trace for lang in LANGUAGES)


def leaks(text: str, lang: str) -> str:
    """What a text shows that is not for a resident's eyes; empty where it is clean.

    Parameters
    ----------
    text
        A sentence.
    lang
        ``"en"`` or ``"zh"``.
    """
    kinds = re.compile(rf"\b({'|'.join(KINDS)})\(")
    for pattern in (_BRACES, _FIELD, _STATUS, kinds):
        found = pattern.search(text)
        if found:
            return found[0]
    if not text.strip():
        return "nothing"
    # A ruling is told in several lines, a comparison each; all else is a sentence.
    return "" if "\n" in text or text.endswith({"en": ".", "zh": "。"}[lang]) else "no full stop"


LAWS: Mapping[str, Law] = {
    "repeats itself": repeats_itself,
    "chooses what stands": chooses_what_stands,
    "obeys the lot": obeys_the_lot,
    "tells each tie": tells_each_tie,
    "survives JSON": survives_json,
    "is put into words": is_put_into_words,
}


def laws_of(rule: AnyRule) -> Mapping[str, Law]:
    """The laws of every rule, and the properties that this one declares."""
    declared = {f"is {claim.value}": cast("Law", partial(holds, claim)) for claim in sorted(rule.satisfies)}
    return {**LAWS, **declared}


def check(rule: AnyRule, examples: int | None = None) -> None:
    """Search for an election on which a rule breaks a law or a property that it declares.

    Parameters
    ----------
    rule
        Any rule, such as a plug-in's.
    examples
        How many elections are tried for each law; as many as hypothesis is set to where none is said.

    Raises
    ------
    AssertionError
        The name of the law and the smallest election found.
    MissingExtra
        ``missing-extra``: the extra ``testing`` is not installed.

    Examples
    --------
    >>> import deliberate as d
    >>> check(d.rule("approval"), examples=10)
    """
    for name, law in laws_of(rule).items():
        search(rule, name, law, examples)


def search(rule: AnyRule, name: str, law: Law, examples: int | None = None) -> None:
    """Search for an election on which a rule breaks one law; AssertionError with the smallest."""
    hypothesis_library()
    from hypothesis import HealthCheck, given, settings

    seats = 1 if getattr(rule, "single_winner", False) else 3
    number = settings().max_examples if examples is None else examples

    @settings(max_examples=number, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(elections(rule.ballot, most_seats=seats))
    def lawful(election: AnyElection) -> None:
        if not law(rule, election):
            raise AssertionError(f"{rule!r} breaks the law: {name}; on {written(election)}")

    lawful()


def written(election: AnyElection) -> str:
    """An election in one line, as one needs it to reproduce a count."""
    return canonical(to_dict(election)).decode()

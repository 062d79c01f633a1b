"""A user's script, as a type checker sees it through the public door: checked strictly and run by test_door.py."""

from fractions import Fraction

import deliberate as d


def winner(text: str, rule: str) -> str:
    election = d.ranked(text)
    outcome = d.decide(election, d.rule(rule))
    return outcome.chosen[0]


def support(text: str) -> dict[str, int | Fraction]:
    outcome = d.decide(d.ranked(text), d.rule("borda"))
    return dict(outcome.tallies[0])


def everything(text: str) -> set[tuple[str, ...]]:
    return {outcome.chosen for outcome in d.universes(d.ranked(text), d.rule("plurality"))}


if __name__ == "__main__":
    election = d.ranked("4: lamps; 3: bins > benches; 2: benches > bins")
    assert d.decide(election, d.rule("irv")).explain("zh")
    assert isinstance(d.to_dict(d.decide(election, d.rule("irv"))), dict)
    assert d.from_dict(d.to_dict(election)) == election
    assert support("1: a > b") == {"a": 1, "b": 0}
    assert everything("1: a; 1: b") == {("a",), ("b",)}
    print(winner("4: lamps; 3: bins > benches; 2: benches > bins", "irv"))  # noqa: T201 - a user prints

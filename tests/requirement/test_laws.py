"""Laws of every pack that ships and of every requirement that the grammar allows."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from deliberate.decision.answers import Answers
from deliberate.requirement import Requirement, Stance, Status, Tallies, packs
from deliberate.requirement.conditions import examine
from deliberate.testing import requirements, tallies
from deliberate.words import LANGUAGES

PACKS = packs()
EMPTY = Tallies.of({"head": {}, "area": {}})

every_pack = pytest.mark.parametrize("one", PACKS)


def stands(name, sums):
    return PACKS[name].requirement().rule_on(sums)


@every_pack
@given(sums=tallies(), measure=st.sampled_from(("head", "area")), units=st.integers(1, 40))
def test_turning_no_into_yes_never_turns_passed_into_rejected(one, sums, measure, units):
    no = sums.count(measure, "NO")
    assume(no)
    better = sums.moved(measure, ((Stance.NO, Stance.YES, min(units, no)),))
    if stands(one, sums).status == Status.PASSED:
        assert Status.PASSED == stands(one, better).status


@every_pack
@given(sums=tallies(), factor=st.integers(2, 10**20))
def test_the_unit_of_a_weight_does_not_matter(one, sums, factor):
    larger = Tallies.of({m: {s: n * factor for s, n in sums.counts(m).items()} for m in sums.names})
    assert stands(one, sums).status == stands(one, larger).status


@every_pack
def test_e44_an_empty_roll_is_no_quorum(one):
    assert Status.NO_QUORUM == stands(one, EMPTY).status


@every_pack
@given(sums=tallies())
def test_no_quorum_and_rejected_are_told_apart(one, sums):
    ruling = stands(one, sums)
    empty = any(sums.roll(measure) == 0 for measure in ruling.requirement.measures)
    assert (ruling.status == Status.NO_QUORUM) == (empty or not ruling.valid.holds)
    assert ruling.status != Status.PASSED or ruling.pass_.holds


@every_pack
def test_a_pack_comes_back_from_its_grammar(one):
    requirement = PACKS[one].requirement()
    assert requirement == Requirement.from_json(requirement.to_json())
    assert one == Requirement.from_json(requirement.to_json()).name


@every_pack
def test_a_pack_says_where_it_is_from_in_both_languages(one):
    pack = PACKS[one]
    assert pack.source
    assert all(pack.title[lang] and pack.rule[lang] for lang in LANGUAGES)
    assert all(formality.title[lang] for formality in pack.formalities for lang in LANGUAGES)
    assert 64 == len(pack.hash)


@every_pack
@given(sums=tallies())
def test_a_ruling_is_explained_without_showing_the_inside(one, sums):
    for lang in LANGUAGES:
        text = stands(one, sums).explain(lang)
        assert not any(mark in text for mark in "{}[]_")
        assert not any(word in text for word in (*Stance, *Status, "Fraction", "None"))


@given(requirements(), tallies())
def test_any_requirement_comes_back_from_its_grammar(requirement, sums):
    back = Requirement.from_json(requirement.to_json())
    assert requirement == back
    assert requirement.rule_on(sums).status == back.rule_on(sums).status


@given(requirements(), tallies())
def test_any_requirement_rules_on_any_tallies_and_explains_itself(requirement, sums):
    ruling = requirement.rule_on(sums)
    assert ruling.status in set(Status)
    assert all(ruling.explain(lang) for lang in LANGUAGES)
    assert ruling.status.value == ruling.tree()["status"]


@every_pack
@given(sums=tallies(), measure=st.sampled_from(("head", "area")))
def test_needed_is_exact_one_less_does_not_do_and_that_many_does(one, sums, measure):
    ruling = stands(one, sums)
    assume(measure in ruling.requirement.measures)
    found = ruling.needed[measure]
    no, abstain, absent = (sums.count(measure, each) for each in ("NO", "ABSTAIN", "ABSENT"))
    for number, most, moved in (
        (found.switch, no + abstain, lambda units: switched(sums, measure, units)),
        (found.join, absent, lambda units: sums.moved(measure, ((Stance.ABSENT, Stance.YES, units),))),
    ):
        enough = [units for units in range(most + 1) if reaches(ruling.requirement, moved(units), measure)]
        if negated(ruling.requirement):
            assert number is None
        else:
            assert (enough[0] if enough else None) == number


def switched(sums, measure, units):
    from_no = min(units, sums.count(measure, "NO"))
    moves = ((Stance.NO, Stance.YES, from_no), (Stance.ABSTAIN, Stance.YES, units - from_no))
    return sums.moved(measure, moves)


def negated(requirement):
    return '"not"' in str(requirement.to_json()).replace("'", '"')


def reaches(requirement, sums, measure):
    """The leaves of this one measure hold: every pack without ``not`` is a conjunction of such leaves."""
    return all(leaf.holds for leaf in leaves(requirement, sums) if about(leaf, measure))


def leaves(requirement, sums):
    todo = [examine(requirement.valid, sums), examine(requirement.pass_, sums)]
    while todo:
        finding = todo.pop()
        if hasattr(finding, "parts"):
            todo += finding.parts
        else:
            yield finding


def about(leaf, measure):
    return f"'{measure}'" in str(leaf.condition)


@given(
    st.fractions(0, 1, max_denominator=20),
    st.booleans(),
    st.integers(1, 60),
)
def test_the_boundary_itself_passes_where_the_share_is_not_strict_and_only_there(share, strict, base):
    exact = share * base
    yes = exact.numerator // exact.denominator
    node = {"share": {"part": {"tally": ["head", ["YES"]]}, "of": {"tally": ["head", "roll"]}}}
    node["share"] |= {"is": str(share), "strict": strict}
    requirement = Requirement.from_json({"pass": node})
    status = {n: requirement.rule_on({"head": {"YES": n, "NO": base - n}}).status for n in range(base + 1)}
    on_the_line = Fraction(yes) == exact
    assert (Status.PASSED if on_the_line and not strict else Status.REJECTED) == status[yes]
    if yes < base:
        assert Status.PASSED == status[yes + 1]


@given(st.permutations(range(6)))
def test_the_order_of_the_roll_does_not_matter(order):
    roll = {"a": (1, 9000), "b": (1, 12000), "c": (2, 9000), "d": (1, 6000), "e": (1, 9000), "f": (3, 0)}
    stances = {"a": "YES", "b": "NO", "c": "ABSTAIN", "d": "YES", "e": "OBJECTION"}
    lines = list(roll.items())
    shuffled = dict(lines[place] for place in order)
    measures = ("head", "area")
    one, other = (Answers.of(stances, each, measures).tallies() for each in (roll, shuffled))
    assert one == other


def test_a_unit_that_changes_hands_between_owners_who_agree_changes_no_area():
    before = Answers.of({"zhou": "YES", "chen": "YES"}, {"zhou": (1, 21000), "chen": (1, 9000)}, ("head", "area"))
    after = Answers.of({"zhou": "YES", "chen": "YES"}, {"zhou": (1, 12000), "chen": (1, 18000)}, ("head", "area"))
    assert before.tallies() == after.tallies()

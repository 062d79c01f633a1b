"""Laws of every pack that ships and of every requirement that the grammar allows."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from deliberate.decision.answers import Answers
from deliberate.requirement import Facts, Grouped, Requirement, Stance, Status, Tallies, packs
from deliberate.requirement.conditions import expressions_in, parts_in
from deliberate.requirement.expressions import Constant, Floor
from deliberate.requirement.policies import more_yes
from deliberate.testing import facts, requirements, tallies
from deliberate.testing.requirements import conditions, rising
from deliberate.words import LANGUAGES
from tests.search import a_part

PACKS = packs()
REQUIREMENTS = {name: pack.requirement() for name, pack in PACKS.items()}

every_pack = pytest.mark.parametrize("one", PACKS)
# The packs are many; together they see thousands of tallies.
some = a_part(10)


def judged(data, one):
    requirement = REQUIREMENTS[one]
    return requirement.rule_on(data.draw(facts(requirement)))


def without_constants(requirement):
    kinds = {type(each) for one in (requirement.valid, requirement.pass_) for each in expressions_in(one)}
    return not kinds & {Constant, Floor}


@every_pack
@some
@given(data=st.data())
def test_turning_no_into_yes_never_turns_passed_into_rejected(one, data):
    before = judged(data, one)
    groups = before.facts.groups[0][1] if before.facts.groups else ()
    place = data.draw(st.integers(0, len(groups) - 1)) if groups else 0
    chosen = groups[place][1] if groups else before.tallies
    measure = data.draw(st.sampled_from(chosen.names))
    assume(chosen.count(measure, "NO"))
    units = data.draw(st.integers(1, chosen.count(measure, "NO")))
    better = chosen.moved(measure, ((Stance.NO, Stance.YES, units),))
    if groups:
        named = tuple((name, better if at == place else each) for at, (name, each) in enumerate(groups))
        after = before.requirement.rule_on(groups=((before.facts.groups[0][0], named),), t=before.facts.t)
    else:
        after = before.requirement.rule_on(better, t=before.facts.t)
    if before.status == Status.PASSED:
        assert Status.REJECTED != after.status


@a_part(3)
@given(rising(), rising(), tallies(), st.integers(1, 40), st.sampled_from(("head", "area")))
def test_no_into_yes_never_hurts_where_left_sides_rise_with_yes_and_nothing_is_denied(
    valid, pass_, sums, units, measure
):
    requirement = Requirement(pass_=pass_, valid=valid)
    no = sums.count(measure, "NO")
    assume(no)
    better = sums.moved(measure, ((Stance.NO, Stance.YES, min(units, no)),))
    if requirement.rule_on(sums).status == Status.PASSED:
        assert Status.PASSED == requirement.rule_on(better).status


@every_pack
@some
@given(data=st.data(), factor=st.integers(2, 10**20))
def test_the_unit_of_a_weight_does_not_matter_where_nothing_is_a_fixed_number(one, data, factor):
    ruling = judged(data, one)
    if not without_constants(ruling.requirement):
        return
    groups = tuple(
        (by, tuple((name, times(each, factor)) for name, each in named)) for by, named in ruling.facts.groups
    )
    larger = Facts(times(ruling.tallies, factor), groups, ruling.facts.t)
    assert ruling.status == ruling.requirement.rule_on(larger).status


def times(sums, factor):
    return Tallies.of({m: {s: n * factor for s, n in sums.counts(m).items()} for m in sums.names})


@every_pack
def test_e44_an_empty_roll_is_no_quorum(one):
    requirement = REQUIREMENTS[one]
    nobody = Tallies(tuple((measure, ()) for measure in sorted(requirement.measures)))
    groups = tuple(
        (by, tuple((name, nobody) for name in names or ("1",))) for by, names in requirement.divisions.items()
    )
    ruling = requirement.rule_on(Facts(nobody, groups, 0))
    assert (Status.NO_QUORUM, Status.NO_QUORUM) == (ruling.status, ruling.early)


@every_pack
@some
@given(data=st.data())
def test_no_quorum_and_rejected_are_told_apart(one, data):
    ruling = judged(data, one)
    empty = any(ruling.tallies.roll(measure) == 0 for measure in ruling.requirement.measures)
    assert (ruling.status == Status.NO_QUORUM) == (empty or not ruling.valid.holds)
    assert ruling.status != Status.PASSED or ruling.pass_.holds


@every_pack
@some
@given(data=st.data())
def test_what_is_told_early_is_what_comes(one, data):
    before = judged(data, one)
    early = before.early
    assume(early is not None)
    assert early == completed(data, before).status


def completed(data, ruling):
    """One way in which those who are absent may yet answer, or not."""
    requirement, facts_ = ruling.requirement, ruling.facts
    stances = [each for each in requirement.stances if each is not Stance.ABSENT]
    if not facts_.groups:
        return requirement.rule_on(Facts(answered(data, facts_.tallies, stances), t=facts_.t))
    [(by, named)] = facts_.groups
    new = tuple((name, answered(data, each, stances)) for name, each in named)
    return requirement.rule_on(Facts(Tallies.together(each for _, each in new), ((by, new),), facts_.t))


def answered(data, sums, stances):
    for measure in sums.names:
        left = sums.count(measure, "ABSENT")
        for stance in data.draw(st.permutations(stances)):
            units = data.draw(st.one_of(st.just(left), st.integers(0, left)))
            sums = sums.moved(measure, ((Stance.ABSENT, stance, units),))
            left -= units
    return sums


@a_part(3)
@given(requirements(), st.data())
def test_what_is_told_early_is_what_comes_whatever_is_required(requirement, data):
    before = requirement.rule_on(data.draw(facts(requirement, most=6)))
    early = before.early
    if early is not None:
        assert early == completed(data, before).status


@every_pack
def test_a_pack_comes_back_from_its_grammar(one):
    requirement = REQUIREMENTS[one]
    assert requirement == Requirement.from_json(requirement.to_json())
    assert one == Requirement.from_json(requirement.to_json()).name


@every_pack
@some
@given(data=st.data())
def test_a_ruling_is_explained_without_showing_the_inside(one, data):
    ruling = judged(data, one)
    for lang in LANGUAGES:
        for text in (
            ruling.explain(lang),
            str(ruling.drawing(lang)),
            str(ruling.requirement.drawing(lang)).replace(one, ""),
        ):
            assert not any(mark in text for mark in "{}[]_")
            assert not any(word in text for word in (*Stance, *Status, "Fraction", "None"))


@a_part(3)
@given(requirements(), st.data())
def test_any_requirement_comes_back_from_its_grammar(requirement, data):
    back = Requirement.from_json(requirement.to_json())
    assert requirement == back
    given_ = data.draw(facts(requirement))
    assert requirement.rule_on(given_).status == back.rule_on(given_).status


@a_part(3)
@given(requirements(), st.data())
def test_any_requirement_rules_on_any_facts_and_explains_itself(requirement, data):
    ruling = requirement.rule_on(data.draw(facts(requirement)))
    assert ruling.status in set(Status)
    assert all(ruling.explain(lang) and ruling.drawing(lang).mermaid for lang in LANGUAGES)
    assert ruling.status.value == ruling.tree()["status"]


@a_part(3)
@given(conditions(), st.data())
def test_one_group_of_weight_one_is_what_is_asked_of_it(condition, data):
    assume(not any(isinstance(each, Grouped) for each in parts_in(condition)))
    alone, divided = (Requirement(pass_=each) for each in (condition, Grouped("house", condition, more_yes("unit"))))
    sums = data.draw(facts(alone))
    inside = Facts(sums.tallies, (("house", (("only", sums.tallies),)),), sums.t)
    assert alone.rule_on(sums).status == divided.rule_on(inside).status


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


@given(st.lists(st.tuples(st.integers(1, 9), st.sampled_from(("YES", "NO"))), min_size=20, max_size=27))
def test_a_qualified_majority_is_the_same_as_no_blocking_minority_and_enough_states(states):
    council = {"head": {"YES": 0, "NO": 0}, "population": {"YES": 0, "NO": 0}}
    for people, stance in states:
        council["head"][stance] += 1
        council["population"][stance] += people
    yes, no = council["head"]["YES"], council["head"]["NO"]
    people = sum(council["population"].values())
    blocked = no >= 4 and 100 * council["population"]["NO"] > 35 * people
    enough = 100 * yes >= 55 * (yes + no) and yes >= 15
    assert (enough and not blocked) == (REQUIREMENTS["eu.qmv"].rule_on(council).status == Status.PASSED)


def test_the_packs_that_are_all_fixed_numbers_are_few():
    assert len([one for one, each in REQUIREMENTS.items() if without_constants(each)]) > len(PACKS) // 2

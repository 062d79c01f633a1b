"""Laws over random moves: no illegal state, words for every refusal, replay, and legal is just what is accepted."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.liquid.acts import (
    BreakOff,
    DropInterest,
    DropOpinion,
    DropSupport,
    MakeSuggestion,
    RateSuggestion,
    RecordCount,
    RedraftInitiative,
    RevokeInitiative,
    ShowInterest,
    StartInitiative,
    SupportInitiative,
    VoteFigures,
)
from deliberate.assembly.liquid.contingents import Contingent, Contingents
from deliberate.assembly.liquid.gates import GATES, legal
from deliberate.assembly.liquid.part import Liquid, liquid_of
from deliberate.assembly.liquid.phases import BY_ACT, PASSAGES, State
from deliberate.assembly.liquid.policy import LiquidPolicy
from deliberate.assembly.liquid.rules import answer
from deliberate.assembly.liquid.timeline import course, phase
from deliberate.assembly.moves import Move
from deliberate.assembly.steps import MoveRefused
from deliberate.records import kinds
from deliberate.records.convert import from_dict, to_dict
from deliberate.words import say
from tests.assembly.liquid.courtyard import NOON, hours, terms

NAMES = ("lamps", "lamps", "bins", "bins", "trees", "维持现状")
VOTERS = ("li", "wang", "zhao", "chen")
PEOPLE = (*VOTERS, *VOTERS, "kid", "guide", "nobody")
SUGGESTED = ("warm", "low")
TEXTS = st.sampled_from(("One.", "Two.", "Three.", "Four.", " ", "a\u202eb"))
INITIATIVE, SUGGESTION = st.sampled_from(NAMES), st.sampled_from(SUGGESTED)
DEGREE, FULFILMENT = st.sampled_from((2, 1, -1, -2)), st.sampled_from(("fulfilled", "unfulfilled"))
ACTS = st.one_of(
    st.builds(StartInitiative, INITIATIVE, TEXTS),
    st.builds(RedraftInitiative, INITIATIVE, TEXTS),
    st.builds(RevokeInitiative, INITIATIVE),
    st.builds(SupportInitiative, INITIATIVE),
    st.builds(DropSupport, INITIATIVE),
    st.builds(MakeSuggestion, INITIATIVE, SUGGESTION, TEXTS, DEGREE),
    st.builds(RateSuggestion, INITIATIVE, SUGGESTION, DEGREE, FULFILMENT),
    st.builds(DropOpinion, INITIATIVE, SUGGESTION),
    st.just(ShowInterest()),
    st.just(DropInterest()),
    st.builds(
        RecordCount,
        st.lists(st.builds(VoteFigures, INITIATIVE, st.integers(-1, 3), st.integers(0, 3)), max_size=2).map(tuple),
    ),
    st.builds(BreakOff, TEXTS),
)
WAITS = st.sampled_from((0, 0, 0, 0, 1, 1, 2, 3, 9, -1))
# A number stands for one of the acts that make sense where the issue stands.
ANY = st.lists(st.tuples(st.sampled_from(PEOPLE), WAITS, ACTS | st.integers(0, 99)), max_size=16)
BEGUN = st.permutations(
    [
        *((member, 0, SupportInitiative("lamps")) for member in VOTERS[1:3]),
        ("wang", 0, StartInitiative("bins", "Bins.")),
        ("wang", 0, SupportInitiative("lamps")),
        ("wang", 1, MakeSuggestion("lamps", "warm", "Warm.", 2)),
        ("wang", 0, RateSuggestion("lamps", "warm", -2, "fulfilled")),
        ("wang", 0, DropOpinion("lamps", "warm")),
        ("li", 1, RedraftInitiative("lamps", "Warm light.")),
        ("wang", 0, RevokeInitiative("bins")),
        ("li", 0, RevokeInitiative("lamps")),
    ]
)
OVER = st.sampled_from(((), (("guide", 30, RecordCount((VoteFigures("lamps", 2, 1),))),)))
# From nothing, or with an issue that has begun somehow and may be counted in the end.
MOVES = ANY | st.builds(
    lambda begun, count, any_, over: [("li", 0, StartInitiative("lamps", "Light.")), *begun[:count], *any_, *over],
    BEGUN,
    st.integers(0, 10),
    ANY,
    OVER,
)
TERMS = st.builds(
    lambda policy, rows, area, keepers, may: terms(
        policy, contingents=Contingents(rows), area=area, keepers=keepers, may_break_off=may
    ),
    st.builds(
        LiquidPolicy,
        st.integers(1, 9),
        st.integers(0, 9),
        st.integers(0, 6),
        st.integers(1, 9),
        st.sampled_from((None, "1/10", "1/2")),
        st.sampled_from(("1/10", "1/2")),
    ),
    st.sampled_from(((), (Contingent(300, 2, 1), Contingent(1200, 3, 2)), (Contingent(60, 0, 1),))),
    st.sampled_from((None, frozenset(), frozenset({"li", "wang", "kid"}))),
    st.sampled_from((frozenset(), frozenset({"guide"}))),
    st.sampled_from((frozenset(VOTERS), frozenset())),
)


def every_act(part):
    """Enough of each act to find one that is accepted where there is one."""
    yield StartInitiative(f"fresh {len(part.initiatives)}", "Fresh.")
    yield from (ShowInterest(), DropInterest(), RecordCount(), BreakOff("Enough."))
    for one in part.initiatives.values():
        yield RedraftInitiative(one.name, f"Draft {len(one.drafts)}.")
        yield from (RevokeInitiative(one.name), SupportInitiative(one.name), DropSupport(one.name))
        yield MakeSuggestion(one.name, f"fresh {len(one.suggestions)}", "Fresh.")
        for name in one.suggestions:
            yield from (RateSuggestion(one.name, name, each) for each in (2, 1, -2))
            yield DropOpinion(one.name, name)


def played(given, moves):
    """What was done when, the step, and where the issue stands then; hours are between one move and the next."""
    part, at, found = Liquid(), NOON, []
    for by, wait, chosen in moves:
        sensible = list(every_act(part)) if isinstance(chosen, int) else [chosen]
        act = sensible[chosen % len(sensible)] if isinstance(chosen, int) else chosen
        step = answer(part, Move(by, at + hours(wait), act), given)
        at += hours(max(0, wait) if isinstance(step, MoveRefused) else wait)
        part = part.after(step)
        found.append((act, at, step, part))
    return found


@given(TERMS, MOVES)
def test_every_refusal_has_words_in_both_languages_and_changes_nothing(given_terms, moves):
    before = None
    for _, _, step, part in played(given_terms, moves):
        if isinstance(step, MoveRefused):
            assert before is part or before is None
            assert all(say(f"error.{step.code}", dict(step.about), lang) for lang in ("en", "zh"))
        else:
            assert all(kinds.told(step, lang) for lang in ("en", "zh"))
        before = part


@given(TERMS, MOVES)
def test_the_accepted_steps_replay_to_the_same_place_after_a_journey_as_json(given_terms, moves):
    found = played(given_terms, moves)
    kept = tuple(step for _, _, step, _ in found if not isinstance(step, MoveRefused))
    again = from_dict(to_dict(kept))
    assert kept == again
    assert [part for *_, part in found][-1:] == [liquid_of(again)][: len(found)]


@given(TERMS, MOVES)
def test_an_issue_only_passes_as_the_table_says(given_terms, moves):
    known = {(row.before, row.after) for row in PASSAGES}
    for _, at, _, part in played(given_terms, moves):
        phases = list(course(part))
        steps = list(pairwise([State.UNOPENED, *(each.state for each in phases)]))
        assert [] == [each for each in steps if each not in known]
        assert all(one.until == other.since for one, other in pairwise(phases))
        now = phase(part, at)
        assert now.since is None or now.since <= at
        assert now.until is None or at < now.until


@given(TERMS, MOVES)
def test_nothing_happens_that_the_table_of_changes_does_not_allow(given_terms, moves):
    part = Liquid()
    for act, at, step, then in played(given_terms, moves):
        if not isinstance(step, MoveRefused):
            assert at == step.at
            assert phase(part, at).state in BY_ACT[type(act).__name__].states
        part = then


@given(TERMS, MOVES)
def test_supporters_are_counted_in_the_population_and_hold_the_opinions(given_terms, moves):
    for *_, part in played(given_terms, moves):
        for one in part.initiatives.values():
            assert set(one.supporters) <= part.interested
            assert part.population == len(part.interested | part.opening.area)
            assert set(one.satisfied) <= set(one.supporters)
            assert set(one.opinions) <= set(one.supporters)
            assert all(set(each) <= set(one.suggestions) for each in one.opinions.values())
            assert len(one.supporters) <= part.population


@given(TERMS, MOVES, st.sampled_from(PEOPLE), st.integers(-1, 12))
def test_legal_is_just_what_is_accepted(given_terms, moves, member, wait):
    found = played(given_terms, moves)
    part, at = (found[-1][3], found[-1][1]) if found else (Liquid(), NOON)
    at += hours(wait)
    accepted = {
        type(act).__name__
        for act in every_act(part)
        if not isinstance(answer(part, Move(member, at, act), given_terms), MoveRefused)
    }
    assert accepted == set(legal(part, member, at, given_terms))
    assert list(legal(part, member, at, given_terms)) == [act for act in GATES if act in accepted]


@given(TERMS, MOVES)
def test_the_order_of_initiatives_holds_every_live_one(given_terms, moves):
    for *_, part in played(given_terms, moves)[-1:]:
        live = sorted(each.name for each in part.live)
        assert live == sorted(part.potential_order().order) == sorted(part.slate_order().order)
        for one in part.initiatives.values():
            assert sorted(one.suggestions) == sorted(one.suggestion_order().order)

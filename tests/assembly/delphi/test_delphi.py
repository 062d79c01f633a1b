"""A Delphi inquiry: nobody is named, the outliers say why, and it ends where estimates agree or stand still."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.confer import told
from deliberate.assembly.delphi import acts as a
from deliberate.assembly.delphi.order import ORDER, DelphiPhase
from deliberate.assembly.delphi.rules import answer
from deliberate.assembly.delphi.steps import DelphiEnd, EstimatesClosed
from deliberate.assembly.delphi.terms import DelphiTerms
from deliberate.assembly.moves import Move, TakeTurn
from deliberate.assembly.procedures.delphi import Delphi
from deliberate.errors import InputError
from deliberate.records.convert import to_dict
from deliberate.words import LANGUAGES
from tests.assembly.walk import NOON, Play, check_drawings, choices, codes, played
from tests.search import a_part

EXPERTS = ("Li Yun", "Wang Bo", "Zhao Min", "Qian Hui", "Sun Jie", "Wu Tong", "Zhou Ke", "Chen An")
GIVEN = {"question": "How many lamps?", "facilitator": "he", "low": 1, "high": 9, "salt": "sixteen letters!"}
DELPHI = Delphi(DelphiTerms(experts=EXPERTS, **GIVEN))
FIRST, SECOND = (2, 3, 5, 7, 8, 9, 4, 6), (5, 5, 6, 6, 7, 7, 6, 5)


def a_round(values, experts=EXPERTS):
    given_ = [(who, a.GiveEstimate(value, "I measured.")) for who, value in zip(experts, values, strict=True)]
    return [("he", a.OpenEstimates()), *given_, ("he", a.CloseEstimates())]


def closed(*rounds, delphi=DELPHI):
    return played(delphi, [act for values in rounds for act in a_round(values)])


def test_the_worked_inquiry_agrees_in_its_second_round():
    panel, _ = closed(FIRST, SECOND)
    one, two = panel.closed
    assert (Fraction(15, 4), Fraction(11, 2), Fraction(29, 4)) == (
        one.spread.first_quartile,
        one.spread.median,
        one.spread.third_quartile,
    )
    assert (Fraction(7, 2), Fraction(5, 4)) == (one.spread.iqr, two.spread.iqr)
    assert [(False, False), (True, False)] == [(each.agreed, each.stable) for each in panel.closed]
    ended = panel.after(DELPHI.step(panel, Move("he", NOON + timedelta(days=1), a.EndDelphi())))
    assert (DelphiPhase.ENDED, DelphiEnd.AGREED) == (ended.phase, ended.end)


def test_who_is_outside_the_middle_half_is_told_with_the_reason_and_without_a_name():
    [step] = [step for step in closed(FIRST)[1] if isinstance(step, EstimatesClosed)]
    assert [2, 3, 8, 9] == [each.value for each in step.outliers]
    assert {"I measured."} == {each.reason for each in step.outliers}
    assert set(DELPHI.terms.pseudonyms.values()) > {each.expert for each in step.outliers}


def test_no_trace_names_an_expert():
    twice = ("Li Yun", a.GiveEstimate(3))
    _, trace = played(DELPHI, [("he", a.OpenEstimates()), twice, twice, ("Wang Bo", a.GiveEstimate(99))])
    assert ["estimated-already", "off-the-scale"] == codes(trace)
    written = str(to_dict(tuple(trace))) + "".join(told(step, lang) for step in trace for lang in LANGUAGES)
    assert not [who for who in EXPERTS if who in written]
    assert "99" not in written


@pytest.mark.parametrize("typed", ["Zo\u00e9 Li", "Zoe\u0301 Li", " Zo\u00e9 Li "])
def test_however_a_name_is_typed_it_is_that_expert_and_not_told(typed):
    delphi = Delphi(DelphiTerms(experts=("Zo\u00e9 Li", "Wang Bo"), **GIVEN))
    acts = [("he", a.OpenEstimates()), (typed, a.GiveEstimate(99)), (typed, a.GiveEstimate(3)), (typed, TakeTurn("!"))]
    panel, trace = played(delphi, acts)
    assert ["off-the-scale", "not-done-here"] == codes(trace)
    assert {delphi.terms.pseudonyms["Zo\u00e9 Li"]} == set(panel.given)
    assert ("GiveEstimate",) == delphi.legal(delphi.begin().after(trace[0]), typed, NOON)
    assert not any("Li" in told(step, lang) for step in trace for lang in LANGUAGES)


def test_estimates_of_any_size_are_told():
    wide = Delphi(DelphiTerms(experts=EXPERTS[:2], **{**GIVEN, "high": "9" * 300}))
    _, trace = played(wide, a_round(("8" * 300, 1), EXPERTS[:2]))
    assert all(told(step, lang) for step in trace for lang in LANGUAGES)


def test_a_moment_that_no_clock_can_show_is_refused():
    far = Move("he", datetime.max.replace(tzinfo=UTC), a.OpenEstimates())
    assert "moment-out-of-reach" == DELPHI.step(DELPHI.begin(), far).code


def test_a_pseudonym_hangs_on_the_salt_and_on_nothing_else():
    other = DelphiTerms(experts=EXPERTS[::-1], **{**GIVEN, "question": "How bright?"})
    salted = DelphiTerms(experts=EXPERTS, **{**GIVEN, "salt": "another salt given"})
    assert DELPHI.terms.pseudonyms == other.pseudonyms
    assert not set(DELPHI.terms.pseudonyms.values()) & set(salted.pseudonyms.values())
    assert "P-69b4f9ef06a3" == DELPHI.terms.pseudonyms["Li Yun"]
    assert GIVEN["salt"] not in repr(DELPHI)


@given(st.permutations(range(len(EXPERTS))))
def test_the_order_of_the_estimates_makes_no_difference(order):
    def figures(places):
        acts = a_round([FIRST[place] for place in places], [EXPERTS[place] for place in places])
        return played(DELPHI, acts)[0].feedback

    assert figures(range(len(EXPERTS))) == figures(order)


def test_an_outlier_of_the_round_before_needs_a_reason():
    panel, _ = closed(FIRST)
    opened = played(DELPHI, [("he", a.OpenEstimates())], panel, NOON + timedelta(days=1))[0]
    later = NOON + timedelta(days=2)
    refused = DELPHI.step(opened, Move("Li Yun", later, a.GiveEstimate(9)))
    assert ("outlier-needs-reason", (("first", "3.75"), ("third", "7.25"))) == (refused.code, refused.about)
    assert "I saw it." == DELPHI.step(opened, Move("Li Yun", later, a.GiveEstimate(9, "I saw it."))).reason
    assert 5 == DELPHI.step(opened, Move("Li Yun", later, a.GiveEstimate(5))).value


@pytest.mark.parametrize(
    ("rounds", "end"),
    [
        ((FIRST, FIRST), DelphiEnd.STABLE),
        ((SECOND, SECOND), DelphiEnd.BOTH),
        ((FIRST, (1, 1, 1, 1, 9, 9, 9, 9), FIRST, (1, 1, 1, 9, 9, 9, 9, 9)), DelphiEnd.SPENT),
    ],
)
def test_an_inquiry_ends_where_estimates_agree_stand_still_or_all_rounds_were_held(rounds, end):
    panel, _ = closed(*rounds)
    assert end is DELPHI.step(panel, Move("he", NOON + timedelta(days=1), a.EndDelphi())).end


def test_estimates_that_move_a_little_are_still_where_the_terms_say_so():
    moved = (FIRST, (2, 3, 5, 7, 8, 9, 4, "6.4"))
    lenient = Delphi(DelphiTerms(experts=EXPERTS, **GIVEN, still="1/20"))
    assert [False, True] == [closed(*moved, delphi=each)[0].feedback.stable for each in (DELPHI, lenient)]


@pytest.mark.parametrize(
    ("code", "acts"),
    [
        ("not-on-the-panel", [("stranger", a.GiveEstimate(3))]),
        ("not-done-here", [("Li Yun", TakeTurn("Three."))]),
        ("not-your-part", [("Li Yun", a.OpenEstimates())]),
        ("not-your-part", [("he", a.OpenEstimates()), ("he", a.GiveEstimate(3))]),
        ("not-in-this-phase", [("Li Yun", a.GiveEstimate(3))]),
        ("round-open", [("he", a.OpenEstimates()), ("he", a.OpenEstimates())]),
        ("no-estimates", [("he", a.OpenEstimates()), ("he", a.CloseEstimates())]),
        ("off-the-scale", [("he", a.OpenEstimates()), ("Li Yun", a.GiveEstimate("9.01"))]),
        ("rounds-missing", [*a_round(SECOND), ("he", a.EndDelphi())]),
        ("not-done-estimating", [*a_round(FIRST), *a_round((1, 1, 1, 1, 9, 9, 9, 9)), ("he", a.EndDelphi())]),
        ("rounds-spent", [*4 * a_round(FIRST), ("he", a.OpenEstimates())]),
    ],
)
def test_an_illegal_move_is_refused_with_its_rule_and_changes_nothing(code, acts):
    panel, trace = played(DELPHI, acts)
    assert [code] == codes(trace)
    assert panel == played(DELPHI, acts[:-1])[0]


@pytest.mark.parametrize(
    "wrong",
    [
        {"experts": ()},
        {"experts": ("he", "li")},
        {"high": 1},
        {"salt": "short"},
        {"fewest_rounds": 0},
        {"most_rounds": 1},
        {"low": 0.5},
    ],
)
def test_terms_that_cannot_be_kept_are_refused_and_tell_no_salt(wrong):
    with pytest.raises(InputError) as refused:
        DelphiTerms(**{"experts": EXPERTS, **GIVEN, **wrong})
    assert "short" not in str(refused.value)


def pool(part, at):
    values = [a.GiveEstimate(value, reason) for value in (1, 5, "5.5", 9, 12) for reason in ("", "I saw it.")]
    return [a.OpenEstimates(), *values, a.CloseEstimates(), a.EndDelphi()]


PLAY = Play(DELPHI, answer, (*EXPERTS[:4], "he", "stranger"), pool)


@a_part(10)
@given(choices)
def test_any_walk_through_an_inquiry_keeps_its_laws(chosen):
    panel, at, moves = PLAY.walked(chosen)
    assert panel.round <= DELPHI.terms.most_rounds
    assert len(panel.closed) + (panel.phase is DelphiPhase.OPEN) == panel.round
    if panel.phase is DelphiPhase.ENDED:
        assert len(panel.closed) >= DELPHI.terms.fewest_rounds
    PLAY.check_replay(panel, moves)
    PLAY.check_legal(panel, at)


def test_the_table_is_drawn_in_both_languages():
    check_drawings(ORDER, DELPHI.acts)
    assert "    delphi_between --> delphi_open: 开始一轮估计 (主持人)" in ORDER.mermaid("zh").splitlines()

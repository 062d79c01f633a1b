"""How much weight stands with few, in exact figures and in words."""

from fractions import Fraction

import deliberate as d
from deliberate.community.concentration import Concentration, concentration
from deliberate.community.delegation import Delegation
from deliberate.community.resolve import resolve

NAMES = ("an", "bao", "chen", "ding", "er", "fu")


def found(chosen, direct, weights=(1,) * 6):
    delegations = [Delegation(*pair.split(">")) for pair in chosen.split()]
    return concentration(resolve(NAMES, delegations, direct.split()), weights)


def test_where_everybody_votes_in_person_nothing_is_concentrated():
    even = found("", "an bao chen ding er fu")
    assert (0, Fraction(1, 6), 6, 0) == (even.gini, even.share, even.effective, even.delegated)


def test_one_ballot_for_all_is_one_effective_ballot():
    one = found("bao>an chen>an ding>an er>an fu>an", "an")
    assert (0, 1, 1, 5) == (one.gini, one.share, one.effective, one.delegated)


def test_two_ballots_of_unequal_weight():
    two = found("bao>an chen>an ding>an", "an er")
    assert (Fraction(3, 10), Fraction(4, 5), Fraction(25, 17), 4) == (two.gini, two.share, two.effective, two.largest)


def test_chains_and_circles_are_counted():
    chains = found("bao>an chen>bao ding>er er>ding fu>er", "an")
    assert (1, 2, 3, 2) == (chains.direct, chains.delegated, chains.circular, chains.longest)


def test_the_weights_are_those_of_the_measure():
    assert 9000 + 12000 == found("bao>an", "an chen", (9000, 12000, 5000, 1, 1, 1)).largest


def test_where_nobody_votes_there_is_no_figure():
    assert Concentration(0, 0, 2, 0, 0, None, None, None) == found("an>bao bao>an", "")


def test_where_the_ballots_weigh_nothing_there_is_no_figure():
    nothing = found("", "an bao", (0,) * 6)
    assert (2, 0, None, None, None) == (nothing.direct, nothing.largest, nothing.share, nothing.gini, nothing.effective)


def test_the_figures_are_told_in_both_languages():
    two = found("bao>an chen>an ding>bao", "an er")
    assert (
        "2 people voted in person and 3 were carried by another's ballot; the heaviest ballot weighs 4, 80 % of all "
        "that counted; the weight is as concentrated as on 1.47 equal ballots (Gini coefficient 0.3, 0 being wholly "
        "even). The longest chain has 2 hops; 0 went round in circles."
    ) == two.explain("en")
    assert (
        "亲自表决 2 人，由他人代为表决 3 人；分量最重的一张票合计 4，占计入总数的 80%；集中程度相当于 1.47 张分量"
        "相等的票（基尼系数 0.3，0 为完全平均）。委托最多转 2 手；绕成一圈而未计入的有 0 人。"
    ) == two.explain("zh")


def test_where_there_is_no_figure_none_is_told():
    assert (
        "0 people voted in person and 0 were carried by another's ballot. The longest chain has 0 hops; 2 went round "
        "in circles."
    ) == found("an>bao bao>an", "").explain("en")


def test_a_measurement_travels_as_json():
    for each in (found("bao>an", "an chen"), found("", "")):
        assert each == d.from_dict(d.to_dict(each))

import pytest
from hypothesis import given

import deliberate as d
from deliberate.decision.answers import Answers
from deliberate.errors import InputError
from deliberate.io.door import format_text, parse
from deliberate.io.formats import FORMATS
from deliberate.io.losses import BALLOTS, losses
from deliberate.words import LANGUAGES, term
from tests.io.strategies import elections

WRITTEN = [each.name for each in FORMATS if each.written and "rankings" in each.holds]


@pytest.mark.parametrize("name", WRITTEN)
@given(election=elections())
def test_an_election_of_which_nothing_is_lost_is_read_back_equal(name, election):
    lost = losses(election, name)
    if BALLOTS & set(lost):
        with pytest.raises(InputError) as caught:
            format_text(election, name)
        assert "cannot-hold" == caught.value.code
    else:
        assert lost or parse(format_text(election, name), name) == election


@pytest.mark.parametrize("name", WRITTEN)
@given(election=elections())
def test_what_is_lost_is_never_a_ballot(name, election):
    lost = losses(election, name)
    if not {*BALLOTS, "loss.skipped-ranks", "loss.quotes"} & set(lost):
        assert election.table == parse(format_text(election, name), name).table


@pytest.mark.parametrize(
    ("election", "name", "lost"),
    [
        (d.ranked("1: a = b"), "soc", ("ties",)),
        (d.ranked("1: a; 1: b > a"), "soc", ("unranked",)),
        (
            d.ranked("1: a > b", seats=2, title="x", lot="ba", electorate=9),
            "csv",
            ("electorate", "lot", "seats", "title"),
        ),
        (d.ranked('1: a "x" > b'), "blt", ("quotes",)),
        (d.Election(d.Profile.from_ranks([[2, 0]], ("a", "b"))), "toi", ("skipped-ranks",)),
        (d.Election(d.Profile.from_ranks([[1, 3]], ("a", "b"))), "toc", ("skipped-ranks",)),
        (d.Election(d.Profile.from_scores([[1, 0]], ("a", "b"))), "blt", ("scores",)),
        (d.Election(d.Profile.from_approvals([["a"]])), "csv", ("approvals",)),
        (d.Election(Answers.of({}, {"li": (1,)}), invalid=1), "toi", ("answers", "invalid")),
        (d.Election(Answers.of({}, {"li": (1,)}, options=("lamps", "none"))), "answers", ("option-names",)),
        (d.ranked("1: a", title="x\ny"), "blt", ("title-form",)),
        (d.ranked("1: a > b", title="x\ny", seats=2), "json", ()),
    ],
)
def test_each_format_says_what_it_cannot_hold(election, name, lost):
    assert tuple(f"loss.{code}" for code in lost) == losses(election, name)


def test_every_loss_has_its_words_in_both_languages():
    codes = {code for each in FORMATS for code in each.holds}
    missing = [
        (code, lang) for code in sorted(codes) for lang in LANGUAGES if term(f"loss.{code}", lang) == f"loss.{code}"
    ]
    assert [] == missing


@pytest.mark.parametrize(
    ("name", "ties", "unranked"), [("soi", False, True), ("soc", False, False), ("toc", True, False)]
)
@given(election=elections())
def test_a_file_of_strict_or_complete_orders_has_no_others(name, ties, unranked, election):
    if BALLOTS & set(losses(election, name)):
        return
    ranks = parse(format_text(election, name), name).table.ranks.tolist()
    assert ties or all(len(set(row) - {0}) == len([rank for rank in row if rank]) for row in ranks)
    assert unranked or all(all(row) for row in ranks)

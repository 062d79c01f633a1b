"""Relations: the statute's table walked pair by pair, terms, and words."""

from datetime import date
from itertools import product

import pytest

from deliberate.community.party import Standing
from deliberate.community.relation import PAIRINGS, Party, Relation, RelationKind, contrary, drawn, pairing
from deliberate.errors import InputError, RollError

SINCE, UNTIL = date(2026, 1, 1), date(2027, 1, 1)

# Read in the texts: who, what, whom, which article of which law.
LAW = """
street guides committee: residents-committees 6
committee assists street: residents-committees 6
committee serves resident: residents-committees 10
resident supervises committee: residents-committees 11
committee guides resident-unit: residents-committees 46
owner supervises owners-committee: property-management 6
owner supervises property-company: property-management 6
owners-committee supervises property-company: property-management 15
owners-committee assists property-company: property-management 15
committee guides owners-committee: property-management 20
committee supervises owners-committee: property-management 20
owners-committee entrusts property-company: property-management 34
property-company serves owner: property-management 35
street guides owners-committee: owners-meetings 6
street supervises owners-committee: owners-meetings 6
committee assists owner: civil-code 277
owner entrusts property-company: civil-code 284
"""
ROWS = {tuple(line.split(": ")[0].split()): line.split(": ")[1] for line in LAW.strip().split("\n")}


def relation(one, kind, other, **more):
    return Relation(Party("one", one), Party("other", other), kind, since=more.pop("since", SINCE), **more)


def test_the_table_is_what_was_read():
    assert ROWS == {(row.one, row.how, row.other): f"{row.law} {row.article}" for row in PAIRINGS}


@pytest.mark.parametrize("kind", RelationKind)
def test_every_pair_of_parties_may_be_what_the_law_says_or_is_silent_on_and_never_the_reverse(kind):
    for one, other in product(Standing, Standing):
        forward, back = (one, kind, other) in ROWS, (other, kind, one) in ROWS
        turned = back and not forward and kind in {"entrusts", "guides", "supervises"}
        assert turned is bool(contrary(one, kind, other))
        if turned:
            with pytest.raises(RollError) as caught:
                relation(one, kind, other)
            assert "relation-turned-round" == caught.value.code
            assert caught.value.told("zh") != caught.value.told("en")
        else:
            made = relation(one, kind, other)
            assert forward is bool(made.pairing)
            assert forward is ("第" in made.explain("zh"))
            assert forward is ("article" in made.explain("en"))


@pytest.mark.parametrize("row", PAIRINGS, ids=lambda row: f"{row.one}-{row.how}-{row.other}")
def test_every_row_of_the_table_is_told_in_both_languages(row):
    assert row == pairing(row.one, row.how, row.other)
    for lang in ("zh", "en"):
        assert str(row.article) in row.explain(lang)
        assert not [word for word in ("party.", "relation.", "law.") if word in row.explain(lang)]


def test_the_property_company_cannot_supervise_the_owners_committee():
    with pytest.raises(RollError) as caught:
        relation("property-company", "supervises", "owners-committee")
    assert (
        "“one监督other”与法律规定的方向相反（《物业管理条例》第 15 条）。 请把双方对调，或者改写为别的关系。"
        == caught.value.told("zh")
    )


def test_service_goes_both_ways():
    assert relation("owner", "serves", "property-company").explain("en").startswith("one serves other")


@pytest.mark.parametrize(
    ("day", "tags", "holds"),
    [
        (date(2025, 12, 31), {"green"}, False),
        (SINCE, {"green"}, True),
        (date(2026, 12, 31), {"green", "lift"}, True),
        (UNTIL, {"green"}, False),
        (SINCE, {"pet"}, False),
        (SINCE, {"green", "pet"}, False),
    ],
)
def test_a_relation_holds_in_its_term_and_for_what_lies_wholly_inside(day, tags, holds):
    contract = relation("owner", "entrusts", "property-company", until=UNTIL, about={"green", "lift"})
    assert holds is contract.holds(frozenset(tags), day)


def test_a_relation_about_nothing_in_particular_holds_for_everything():
    assert relation("owner", "entrusts", "property-company").holds(frozenset({"pet"}), SINCE)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: Relation(Party("li", "resident"), Party("li", "owner"), "serves", SINCE), "related-to-self"),
        (lambda: relation("owner", "serves", "street", until=SINCE), "term-without-a-day"),
        (lambda: relation("owner", "rules", "street"), "unknown-relation"),
        (lambda: Party("li", "king"), "unknown-standing"),
        (lambda: Party("", "owner"), "empty-name"),
    ],
)
def test_what_is_no_relation_is_refused(make, code):
    with pytest.raises(InputError) as caught:
        make()
    assert code == caught.value.code
    assert caught.value.told("zh") != caught.value.told("en")


def test_relations_are_drawn_with_every_party_once():
    given = [relation("street", "guides", "committee"), relation("committee", "assists", "resident")]
    hostile = Relation(Party('a"]', "owner"), Party("one", "street"), "serves", SINCE)
    lines = drawn([*given, hostile], "zh").split("\n")
    assert [
        "flowchart TD",
        '    n0["one"]',
        '    n1["other"]',
        '    n2["a#34;#93;"]',
        "    n0 -->|指导| n1",
        "    n0 -->|协助| n1",
        "    n2 -->|服务| n0",
    ] == lines

"""Small charters for hypothesis: nested places, few tags, bodies that gap and overlap."""

from datetime import date

from hypothesis import strategies as st

from deliberate.community.body import Body, Competence
from deliberate.community.party import Standing
from deliberate.community.relation import Party, Relation, RelationKind, contrary
from deliberate.community.scope import Scope, Subject

PATHS = [
    (),
    ("玉林",),
    ("玉林", "东苑"),
    ("玉林", "西苑"),
    ("玉林", "东苑", "3 栋"),
    ("玉林", "东苑", "3 栋", "2 单元"),
]
TAGS = ["lift", "pet", "light"]
DAY = date(2026, 3, 1)
TERMS = [(None, None), (DAY, date(2031, 1, 1)), (date(2020, 1, 1), DAY)]


def tags(least=0):
    return st.frozensets(st.sampled_from(TAGS), min_size=least)


def subjects(least=0):
    return st.builds(Subject, st.sampled_from(PATHS), tags(least))


@st.composite
def a_body(draw, name):
    since, until = draw(st.sampled_from(TERMS))
    return Body(
        name,
        draw(st.sampled_from(Standing)),
        Scope(draw(st.sampled_from(PATHS)), draw(tags())),
        draw(st.sampled_from([{Competence.DECIDE}, {Competence.DECIDE, Competence.CARRY_OUT}, {Competence.ADVISE}])),
        homes=draw(st.lists(st.sampled_from(PATHS[1:]), max_size=1)),
        since=since,
        until=until,
    )


def bodies(most=6):
    return st.integers(0, most).flatmap(lambda count: st.tuples(*(a_body(f"b{number}") for number in range(count))))


@st.composite
def ladders(draw):
    """A matter in a unit, and bodies all the way up that may mostly decide on it."""
    subject = Subject(PATHS[-1], "lift")
    places = draw(
        st.lists(st.sampled_from([(), *(PATHS[-1][:depth] for depth in range(1, 5))]), min_size=2, max_size=6)
    )
    return subject, tuple(
        Body(f"b{number}", "resident", Scope(place, draw(st.sampled_from([{"lift"}, {"lift", "pet"}, {"pet"}]))))
        for number, place in enumerate(places)
    )


@st.composite
def a_relation(draw, parties):
    one, other = draw(st.permutations(parties))[:2]
    kind = draw(st.sampled_from(RelationKind))
    if contrary(one.standing, kind, other.standing):
        one, other = other, one
    since, until = draw(st.sampled_from(TERMS))
    about = draw(st.one_of(st.just(frozenset[str]()), tags()))
    return Relation(one, other, kind, since or date(2000, 1, 1), until, about)


def relations(parties: list[Party]):
    return st.lists(a_relation(parties), max_size=8) if len(parties) > 1 else st.just([])

"""Dockets: what clashes is found without looking at everything."""

from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.proposals.docket import Docket
from deliberate.assembly.proposals.pages import Span, clash, first_clash

LENGTH = 40


@st.composite
def dockets(draw):
    docket, all_spans = Docket(LENGTH), {}
    for n in range(draw(st.integers(1, 8))):
        found = []
        for _ in range(draw(st.integers(1, 3))):
            start = draw(st.integers(0, LENGTH))
            found.append(Span(start, draw(st.integers(start, min(start + 8, LENGTH))), "x"))
        if first_clash(found) is None:
            all_spans[f"a{n}"] = tuple(found)
            docket = docket.with_(f"a{n}", tuple(found))
    for name in draw(st.lists(st.sampled_from(sorted(all_spans) or ["none"]), max_size=2)):
        if name in all_spans and len(all_spans) > 1:
            del all_spans[name]
            docket = docket.without(name)
    return docket, all_spans


def meet(one, other):
    return any(clash(left, right) for left in one for right in other)


@given(dockets())
def test_what_clashes_is_what_clashes_pair_by_pair(given):
    docket, every = given
    for spans in every.values():
        assert {name for name, other in every.items() if meet(spans, other)} == set(docket.clashing(spans))


@given(dockets())
def test_a_component_is_what_hangs_together_pair_by_pair(given):
    docket, every = given
    for name in every:
        expected, waiting = {name}, [name]
        for each in waiting:
            new = [other for other in every if other not in expected and meet(every[each], every[other])]
            expected |= set(new)
            waiting += new
        assert expected == set(docket.component(name))


@given(dockets())
def test_a_docket_that_lost_some_is_one_that_never_had_them(given):
    docket, every = given
    afresh = Docket(LENGTH)
    for name, spans in every.items():
        afresh = afresh.with_(name, spans)
    assert afresh == docket
    assert docket.growth == sum(max(span.growth, 0) for spans in every.values() for span in spans)


def test_many_in_one_place_are_one_component():
    docket = Docket(100_000)
    for n in range(300):
        docket = docket.with_(f"a{n}", (Span(n, 90_000 + n, ""),))
    assert 300 == len(docket.component("a7"))

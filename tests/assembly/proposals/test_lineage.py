"""Lineage: where a text comes from, never from itself."""

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.moves import ReviseProposal
from deliberate.assembly.proposals.acts import AgreeToMerge, ForkProposal, OfferMerge, SplitProposal
from deliberate.assembly.proposals.lineage import Descent, Lineage
from deliberate.assembly.proposals.version import Edge
from deliberate.errors import InputError
from deliberate.records.convert import from_dict, to_dict
from tests.assembly.proposals.table import Table

NAMES = st.sampled_from(["a/1", "a/2", "b/1", "b/2", "c/1"])


@given(st.lists(st.tuples(NAMES, NAMES), max_size=8))
def test_a_loop_is_refused_and_nothing_else(edges):
    graph = networkx.DiGraph(edges)
    descents = [(one, other, "edit") for one, other in edges]
    if networkx.is_directed_acyclic_graph(graph):
        lineage = Lineage.of(descents)
        assert all(networkx.ancestors(graph, node) == set(lineage.ancestors(node)) for node in graph)
    else:
        with pytest.raises(InputError, match="would descend from itself"):
            Lineage.of(descents)


def family():
    table = Table()
    table.drafted("li", "lamps", "Repair the lamps.\nCheck them.")
    table.does("li", ReviseProposal("lamps", "Repair all lamps.\nCheck them."))
    table.does("wang", ForkProposal("lamps", "led", "Buy LED lamps.\nCheck them."))
    table.does("li", OfferMerge(("lamps", "led"), "light", "Buy LED lamps, repair the others.\nCheck them."))
    table.does("wang", AgreeToMerge("light"))
    table.does("li", SplitProposal("light", (("buy", (1,)), ("check", (2,)))))
    return table


def test_every_way_in_which_a_text_comes_of_another_is_an_edge():
    assert {
        ("lamps/1", "lamps/2", "edit"),
        ("lamps/2", "led/1", "fork"),
        ("lamps/2", "light/1", "merge"),
        ("led/1", "light/1", "merge"),
        ("light/1", "buy/1", "split"),
        ("light/1", "check/1", "split"),
    } == {(each.parent, each.child, str(each.edge)) for each in family().part.lineage.descents}


def test_the_lineage_is_a_graph_for_whoever_computes_with_it():
    graph = family().part.lineage.graph()
    assert networkx.is_directed_acyclic_graph(graph)
    assert ("fork", 64) == (graph.edges["lamps/2", "led/1"]["edge"], len(graph.nodes["led/1"]["hash"]))


@pytest.mark.parametrize(("lang", "word"), [("en", "merged"), ("zh", "合并")])
def test_the_lineage_is_drawn_with_its_edges_in_words(lang, word):
    drawn = family().part.lineage.mermaid(lang)
    assert "flowchart TD" == drawn.split("\n")[0]
    assert f"    v1 -->|{word}| v3" in drawn.split("\n")


def test_a_name_with_signs_of_the_drawing_breaks_nothing():
    assert 'v0["a#34;#93;/1"]' in Lineage.of([('a"]/1', "b/1", "fork")]).mermaid()


def test_an_edge_from_nowhere_is_refused():
    with pytest.raises(InputError) as caught:
        Lineage((("a/1", ""),), (Descent("a/1", "a/2", Edge.EDIT),))
    assert "unknown-version" == caught.value.code


def test_a_lineage_is_a_record():
    lineage = family().part.lineage
    assert lineage == from_dict(to_dict(lineage))

"""Where a text comes from: a graph without loops over the versions of all proposals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from deliberate.assembly.proposals.version import Edge
from deliberate.errors import InputError
from deliberate.records.kinds import kind
from deliberate.words import term

if TYPE_CHECKING:
    from networkx import DiGraph


@kind
@frozen
class Descent:
    """One version led to another."""

    parent: str
    child: str
    edge: Edge


@kind
@frozen
class Lineage:
    """The versions and how one led to another.

    Attributes
    ----------
    versions
        Pairs of a version and the hash of its text, in the order in which they came.
    descents
        From the parents to the children. A proposal that was retired in favour of another has an edge to it.

    Raises
    ------
    InputError
        ``lineage-loop``: a version would descend from itself; ``unknown-version``: an edge to or from nowhere.

    Examples
    --------
    >>> lineage = Lineage.of([("a/1", "a/2", "edit"), ("a/1", "b/1", "fork"), ("b/1", "a/2", "retire-in-favour")])
    >>> lineage.ancestors("a/2")
    ('a/1', 'b/1')
    >>> Lineage.of([("a/1", "b/1", "fork"), ("b/1", "a/1", "retire-in-favour")])
    Traceback (most recent call last):
    deliberate.errors.InputError: The version a/1 would descend from itself...
    """

    versions: tuple[tuple[str, str], ...]
    descents: tuple[Descent, ...]

    def __attrs_post_init__(self) -> None:
        known = {version for version, _ in self.versions}
        for descent in self.descents:
            for version in (descent.parent, descent.child):
                if version not in known:
                    raise InputError("unknown-version", version=version)
        caught = _in_a_loop(known, self.descents)
        if caught:
            raise InputError("lineage-loop", version=min(caught))

    @classmethod
    def of(cls, descents: Iterable[tuple[str, str, str]]) -> Lineage:
        """A lineage of parents, children and edges written out."""
        edges = tuple(Descent(parent, child, Edge(edge)) for parent, child, edge in descents)
        named = dict.fromkeys(version for each in edges for version in (each.parent, each.child))
        return cls(tuple((version, "") for version in named), edges)

    @cached_property
    def _parents(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for descent in self.descents:
            found.setdefault(descent.child, []).append(descent.parent)
        return {child: tuple(parents) for child, parents in found.items()}

    def ancestors(self, version: str) -> tuple[str, ...]:
        """All versions that led to one, the nearest first.

        Notes
        -----
        Cost O(versions + descents).
        """
        found = dict.fromkeys(self._parents.get(version, ()))
        waiting = list(found)
        for each in waiting:
            new = [parent for parent in self._parents.get(each, ()) if parent not in found]
            found |= dict.fromkeys(new)
            waiting += new
        return tuple(waiting)

    def graph(self) -> DiGraph:
        """The lineage as a networkx graph: nodes with their ``hash``, edges with their ``edge``."""
        import networkx

        graph = networkx.DiGraph()
        for version, hash_ in self.versions:
            graph.add_node(version, hash=hash_)
        for descent in self.descents:
            graph.add_edge(descent.parent, descent.child, edge=str(descent.edge))
        return graph

    def mermaid(self, lang: str = "en") -> str:
        """The lineage as a Mermaid flowchart.

        Examples
        --------
        >>> print(Lineage.of([("a/1", "a/2", "edit")]).mermaid())
        flowchart TD
            v0["a/1"]
            v1["a/2"]
            v0 -->|edited| v1
        """
        return "\n".join(("flowchart TD", *(f"    {line}" for line in self._drawn(lang))))

    def _drawn(self, lang: str) -> Iterator[str]:
        places = {version: place for place, (version, _) in enumerate(self.versions)}
        for version, hash_ in self.versions:
            yield f'v{places[version]}["{escaped(" ".join((version, hash_[:8])).strip())}"]'
        for each in self.descents:
            told = term(f"lineage-{each.edge}", lang)
            yield f"v{places[each.parent]} -->|{told}| v{places[each.child]}"


def escaped(text: str) -> str:
    """Quotes and brackets mean something to Mermaid."""
    return "".join(f"#{ord(sign)};" if sign in '"#<>[]{}|&;' else sign for sign in text)


def _in_a_loop(versions: Iterable[str], descents: Iterable[Descent]) -> set[str]:
    """What is left once every version without a parent left has been taken away, again and again."""
    children: dict[str, list[str]] = {version: [] for version in versions}
    waits = Counter(descent.child for descent in descents)
    for descent in descents:
        children[descent.parent].append(descent.child)
    free = [version for version in children if not waits[version]]
    for version in free:
        for child in children[version]:
            waits[child] -= 1
            if not waits[child]:
                free.append(child)
    return set(children) - set(free)

"""Parents activated: which adults became active after their child had made a pledge."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from deliberate.assembly.issues.part import Issues
from deliberate.records.kinds import kind
from deliberate.words import say


@kind
@frozen
class Activation:
    """Children who pledged, and the adults who became active after that.

    Attributes
    ----------
    children
        The minors who made a pledge, in the order of their first one.
    parents
        The adults linked to one of them who did nothing before the child's first pledge and something after it.
    """

    children: tuple[str, ...]
    parents: tuple[str, ...]

    @property
    def per_child(self) -> Fraction | None:
        """Parents activated per child who pledged; None where no child did."""
        return Fraction(len(self.parents), len(self.children)) if self.children else None

    def explain(self, lang: str = "en") -> str:
        """The figures in words: what followed, not what caused it."""
        told = {"children": len(self.children), "parents": len(self.parents), "per_child": self.per_child}
        return say("Activation", told, lang)


def activation(issues: Issues) -> Activation:
    """Find the adults who became active after their child had pledged.

    Notes
    -----
    Who comes later is told by the order of the steps. It says what followed, not what caused it. An adult with two
    children counts once. Cost O(pledges + links).
    """
    pledged, active = issues.pledged, issues.active
    moved = (
        parent for child, parent in issues.pledges.parents if active.get(parent, 0) > pledged.get(child, issues.count)
    )
    return Activation(tuple(pledged), tuple(dict.fromkeys(moved)))

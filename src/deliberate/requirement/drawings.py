"""A requirement drawn: as a tree in plain text, as a Mermaid flowchart."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

MARKS = {True: "✓", False: "✗", None: "·"}


@frozen
class Drawing:
    """A tree of sentences: as text a line for each, or a flowchart.

    Attributes
    ----------
    holds
        None where nothing was judged.

    Examples
    --------
    >>> print(Drawing("passed", True, (Drawing("yes: 7", True), Drawing("no: 6", None))))
    ✓ passed
    ├─ ✓ yes: 7
    └─ · no: 6
    """

    says: str
    holds: bool | None
    parts: tuple[Drawing, ...] = ()

    def __str__(self) -> str:
        return "\n".join(_lines(self, "", ""))

    @property
    def mermaid(self) -> str:
        """The tree as a Mermaid flowchart; what holds is green, what fails is red and marked, too.

        Examples
        --------
        >>> print(Drawing("passed", True, (Drawing("yes: 7", True),)).mermaid)
        flowchart TD
            n0["✓ passed"]:::holds
            n1["✓ yes: 7"]:::holds
            n0 --> n1
            classDef holds stroke:#2e7d32
            classDef fails stroke:#c62828
        """
        lines, edges = list[str](), list[str]()
        _boxes(self, lines, edges)
        classes = ("classDef holds stroke:#2e7d32", "classDef fails stroke:#c62828")
        return "\n".join(("flowchart TD", *(f"    {line}" for line in (*lines, *edges, *classes))))


def _lines(drawing: Drawing, first: str, rest: str) -> Iterator[str]:
    yield f"{first}{MARKS[drawing.holds]} {drawing.says}"
    for place, part in enumerate(drawing.parts, start=1):
        last = place == len(drawing.parts)
        yield from _lines(part, rest + ("└─ " if last else "├─ "), rest + ("   " if last else "│  "))


def _boxes(drawing: Drawing, lines: list[str], edges: list[str]) -> str:
    name = f"n{len(lines)}"
    mark, style = (
        (MARKS[drawing.holds], ":::holds" if drawing.holds else ":::fails") if drawing.holds is not None else ("", "")
    )
    lines.append(f'{name}["{_escaped(f"{mark} {drawing.says}".strip())}"]{style}')
    for part in drawing.parts:
        edges.append(f"{name} --> {_boxes(part, lines, edges)}")
    return name


def _escaped(text: str) -> str:
    """Quotes and brackets mean something to Mermaid."""
    return "".join(f"#{ord(sign)};" if sign in '"#<>[]{}|&;' else sign for sign in text)

"""The source as the house tests read it: parsed once, walked with the folder it stands in."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).resolve().parent.parent.parent
Function = ast.FunctionDef | ast.AsyncFunctionDef


@frozen
class Module:
    """One file of the package.

    Attributes
    ----------
    name
        Its dotted name without ``.__init__``: ``deliberate.decision.rules``.
    place
        As a problem names it: ``src/deliberate/decision/rules/__init__.py``.
    """

    name: str
    place: str
    text: str
    is_door: bool

    @property
    def tree(self) -> ast.Module:
        return _parsed(self.text)

    @property
    def room(self) -> str:
        """The top-level folder or file: ``decision``, ``lot``; empty for the public door."""
        return [*self.name.split("."), ""][1]

    def nodes(self) -> Iterator[ast.AST]:
        return ast.walk(self.tree)

    def at(self, node: ast.AST) -> str:
        return f"{self.place}:{getattr(node, 'lineno', 1)}"


def modules(root: Path) -> list[Module]:
    """Every module of the package that stands under this project's ``src``."""
    return [_module(file, root) for file in sorted((root / "src" / "deliberate").rglob("*.py"))]


def _module(file: Path, root: Path) -> Module:
    inside = file.relative_to(root / "src").with_suffix("")
    is_door = inside.name == "__init__"
    parts = inside.parent.parts if is_door else inside.parts
    return Module(".".join(parts), file.relative_to(root).as_posix(), file.read_text("utf-8"), is_door)


@cache
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


def dotted(node: ast.AST) -> str:
    """``a.b.c`` of names and attributes; empty for anything else."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attribute):
            before = dotted(value)
            return f"{before}.{attribute}" if before else ""
    return ""


def imported(node: ast.AST) -> list[str]:
    """The dotted names that an import statement brings in: ``a.b`` of ``from a import b``."""
    match node:
        case ast.Import(names=names):
            return [each.name for each in names]
        case ast.ImportFrom(module=str(module), names=names):
            return [f"{module}.{each.name}" for each in names]
    return []


def bare(function: Function) -> list[ast.stmt]:
    """The body of a function without its docstring."""
    first, *rest = function.body
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and bool(rest)
    return rest if is_docstring else function.body

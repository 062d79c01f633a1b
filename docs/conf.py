"""How the documentation is built: ``make docs``.

Pages are MyST Markdown. Three comments in a page are filled when it is built, so that the reference is never behind the
source: ``<!-- door -->`` the names of the public door, ``<!-- modules: decision -->`` every file of a room, and
``<!-- errors: zh -->`` every code with its sentence.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from re import Match, sub
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING, get_type_hints

import deliberate

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "deliberate"
author = "The deliberate authors"
copyright = "2026, the deliberate authors. Apache-2.0"
version = release = deliberate.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.viewcode",
    "numpydoc",
    "sphinx_gallery.gen_gallery",
]
exclude_patterns = ["_build", "gallery/*.ipynb", "gallery/*.py"]
nitpicky = False

html_theme = "furo"
html_title = "deliberate"
html_show_sourcelink = False
pygments_style = "friendly"

myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
# The class tells its attributes itself; a list of all methods beside it would say everything twice.
numpydoc_show_class_members = False
numpydoc_class_members_toctree = False

sphinx_gallery_conf = {
    "examples_dirs": str(Path(__file__).parent.parent / "examples"),
    "gallery_dirs": "gallery",
    # Every example runs and asserts; one that fails breaks the build.
    "filename_pattern": r"\.py$",
    "abort_on_example_error": True,
    # Examples draw their own SVG: matplotlib is no part of this.
    "image_scrapers": (),
    "reset_modules": (),
    "download_all_examples": False,
    "show_memory": False,
    "min_reported_time": 1_000_000,
    "show_signature": False,
}


def setup(app: Sphinx) -> None:
    """Fill the comments before a page is read, and the types before a signature is."""
    app.connect("source-read", _fill)
    app.connect("autodoc-before-process-signature", _typed)


def _typed(_app: Sphinx, given: object, _bound: bool) -> None:  # noqa: FBT001 - Sphinx calls it so
    # attrs writes __init__ before its class has its name. Where a field is of the class itself, all types of that
    # signature would stay strings, and a string may be the name of two classes.
    if isinstance(given, FunctionType) and given.__name__ == "__init__":
        with suppress(NameError):
            given.__annotations__ = get_type_hints(given, vars(sys.modules[given.__module__]))


def _fill(_app: Sphinx, _page: str, source: list[str]) -> None:
    fillers: dict[str, Callable[[str], Iterator[str]]] = {"door": _door, "modules": _modules, "errors": _errors}

    def filled(comment: Match[str]) -> str:
        return "\n".join(fillers[comment[1]](comment[2] or ""))

    told = sub(r"<!-- (door|modules|errors)(?:: ([\w. ]+))? -->", filled, source[0])
    # A doctest in Markdown ends with a blank line; on a page it would stand there as an empty one.
    source[0] = sub(r"\n\n```\n", "\n```\n", told)


def _door(_: str) -> Iterator[str]:
    """Every name of the public door, where it stands, and its first sentence."""
    yield from ("| name | what it gives |", "|---|---|")
    for name in deliberate.__all__:
        found = getattr(deliberate, name)
        if isinstance(found, ModuleType):
            role, target = "mod", found.__name__
        else:
            role = "class" if isinstance(found, type) else "func"
            target = f"{found.__module__}.{found.__qualname__}"
        said = (found.__doc__ or "").strip().splitlines()[0].replace("|", "\\|").replace("``", "`")
        yield f"| {{py:{role}}}`d.{name} <{target}>` | {said} |"
    yield ""


def _modules(rooms: str) -> Iterator[str]:
    """Each file of the rooms under its name; a room's own door only says what the room is."""
    for room in rooms.split():
        package = import_module(f"deliberate.{room}")
        folder = getattr(package, "__path__", None)
        yield from _module(package.__name__, members=folder is None)
        for each in walk_packages(folder, f"{package.__name__}.") if folder else ():
            yield from _module(each.name, members=not each.ispkg)


def _module(name: str, *, members: bool) -> Iterator[str]:
    yield from (f"## {name}", "", "```{eval-rst}", f".. automodule:: {name}")
    yield from ("   :members:",) if members else ()
    yield from ("```", "")


def _errors(lang: str) -> Iterator[str]:
    """Every code that an error can have, with its sentence in one language."""
    sentences: dict[str, str] = import_module(f"deliberate.words.{lang}").SENTENCES
    head = {"en": "| code | what it says |", "zh": "| 代码 | 说的是 |"}[lang]
    yield from (head, "|---|---|")
    for key in sorted(sentences):
        if key.startswith("error."):
            code = key.removeprefix("error.")
            hint = sentences.get(f"hint.{code}", "")
            told = f"{sentences[key]} {hint}".strip().replace("|", "\\|")
            yield f"| `{code}` | `` {told} `` |"
    yield ""

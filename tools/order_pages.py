"""The reference pages of the procedures, made from their data: ``python tools/order_pages.py``, or with ``--check``.

A page for each procedure of the menu, in both languages, and in ``order.md`` of each language the table between its
marks. With ``--check`` nothing is written, and a file that is behind is an error.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from deliberate.assembly.menu import MENU
from deliberate.assembly.procedure import Procedure
from deliberate.words import LANGUAGES, say

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.order_parts import acts, parameters  # noqa: E402 - a script does not see its own project
from tools.order_rules import rules  # noqa: E402 - a script does not see its own project
from tools.order_words import DOCS  # noqa: E402 - a script does not see its own project

BEGIN, END = "<!-- order: begin -->", "<!-- order: end -->"


def pages() -> dict[Path, str]:
    """Every page with its text, both languages."""
    made = {}
    for lang in LANGUAGES:
        folder = ROOT / "docs" / lang / "reference"
        for name in MENU:
            made[folder / "order" / f"{name}.md"] = "\n".join((*_page(name, lang), ""))
        overview = folder / "order.md"
        made[overview] = _between(overview.read_text("utf-8"), "\n".join(_table(lang)))
    return made


def behind() -> list[str]:
    """The pages that do not say what the procedures are now, and pages of procedures that are gone."""
    made = pages()
    found = [path for path, text in made.items() if not path.is_file() or path.read_text("utf-8") != text]
    there = {page for lang in LANGUAGES for page in (ROOT / "docs" / lang / "reference" / "order").glob("*.md")}
    return sorted(str(path.relative_to(ROOT)) for path in {*found, *(there - set(made))})


def _between(text: str, inside: str) -> str:
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{inside}\n\n{END}{after}"


def _class(name: str) -> type[Procedure]:
    # The menu of the house only: the pages are the same wherever they are made, whatever plug-ins are installed.
    module, _, kind = MENU[name].partition(":")
    found: type[Procedure] = getattr(import_module(module), kind)
    return found


def _title(name: str, lang: str) -> tuple[str, str]:
    """What a procedure is called, and what it is."""
    words = DOCS[lang]
    title, between, said = say(f"procedure.{name}", {}, lang).partition(words["colon"])
    return (title, f"{said[0].upper()}{said[1:]}") if between else (words[name], title)


def _page(name: str, lang: str) -> Iterator[str]:
    words, kind = DOCS[lang], _class(name)
    title, said = _title(name, lang)
    more = (words["what"],) if lang == "en" else ()
    yield from (f"# {title}", "", said, "", words["of"].format(name=name, kind=kind.__name__), "")
    heads = (words["parameter"], words["type"], words["default"], *more)
    yield from (f"## {words['parameters']}", "", *_rows(heads, parameters(kind, lang)), "", f"## {words['acts']}", "")
    answered = tuple(acts(kind, lang))
    if answered:
        heads = (words["act"], words["written"], words["file"], *more)
        yield from (words["from"], "", *_rows(heads, answered))
    else:
        yield words["none"]
    yield from rules(name, lang)


def _table(lang: str) -> Iterator[str]:
    words = DOCS[lang]
    rows = ((f"[`{name}`](order/{name}.md)", f"`{_class(name).__name__}`", _line(name, lang)) for name in MENU)
    yield from _rows((words["name"], words["class"], words["what"]), rows)
    yield from ("", "```{toctree}", ":hidden:", "", *(f"order/{name}" for name in MENU), "```")


def _line(name: str, lang: str) -> str:
    return say(f"procedure.{name}", {}, lang)


def _rows(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield from (f"| {' | '.join(heads)} |", "|---" * len(heads) + "|")
    for row in rows:
        yield f"| {' | '.join(row)} |"


def main(arguments: list[str]) -> int:
    """Write the pages, or only say which are behind."""
    if arguments == ["--check"]:
        found = behind()
        for page in found:
            print(f"{page} is behind: python tools/order_pages.py")
        return 1 if found else 0
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The reference pages of the packs, made from their data: ``python tools/pack_pages.py``, or with ``--check``.

A page for each pack that a community meets, in both languages, and in ``packs.md`` of each language the two tables
between their marks; and the packs' own files, laid out alike. With ``--check`` nothing is written, and a file that is
behind is an error.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from deliberate.requirement.packs import Example, Formality, Pack, packs
from deliberate.requirement.tallies import Tallies
from deliberate.words import LANGUAGES, say

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.pack_files import laid_out  # noqa: E402 - a script does not see its own project
from tools.pack_words import DOCS, PARTIES, SHOWN, in_english  # noqa: E402 - a script does not see its own project

OWN_PAGE = ("cn.", "robert.", "s3.")
BEGIN, END = "<!-- packs: begin -->", "<!-- packs: end -->"


def pages() -> dict[Path, str]:
    """Every page with its text, both languages."""
    made = {}
    for lang in LANGUAGES:
        folder = ROOT / "docs" / lang / "reference"
        own = [one for one in packs().values() if one.id.startswith(OWN_PAGE)]
        for one in own:
            made[folder / "packs" / f"{one.id}.md"] = "\n".join(_page(one, lang))
        rest = [one for one in packs().values() if one not in own]
        overview = (folder / "packs.md").read_text("utf-8")
        made[folder / "packs.md"] = _between(overview, "\n".join(_tables(own, rest, lang)))
    return made


def data_files() -> dict[Path, str]:
    """Every pack's own file as it is laid out."""
    folder = ROOT / "src" / "deliberate" / "requirement" / "packs"
    return {folder / f"{one.id}.json": laid_out(one.to_json()) for one in packs().values()}


def behind() -> list[str]:
    """The pages that do not say what the packs say now, pages of packs that are gone, and packs laid out otherwise."""
    made, data = pages(), data_files()
    found = [path for path, text in (made | data).items() if not path.is_file() or path.read_text("utf-8") != text]
    there = {page for lang in LANGUAGES for page in (ROOT / "docs" / lang / "reference" / "packs").glob("*.md")}
    return sorted(str(path.relative_to(ROOT)) for path in {*found, *(there - set(made))})


def _between(text: str, inside: str) -> str:
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{inside}\n\n{END}{after}"


def _page(one: Pack, lang: str) -> Iterator[str]:
    words = DOCS[lang]
    yield from (f"# {one.title[lang]}", "", f"`{one.id}` · {_standing(one, lang)}", "")
    yield from (f"## {words['rule']}", "", one.rule[lang], "")
    if one.note:
        yield from (one.note[lang], "")
    yield from (f"## {words['source']}", "", _source(one.source, lang), "")
    yield from (f"## {words['parameters']}", "", *_parameters(one, lang), "")
    yield from (f"## {words['examples']}", "", *_examples(one, lang), "")
    yield from (f"## {words['formalities']}", "", *_formalities(one, lang), "")
    yield from (f"## {words['use']}", "", *_use(one))


def _standing(one: Pack, lang: str) -> str:
    words = DOCS[lang]
    law = words["was-law" if one.valid_to else "law"] if one.is_law else words["not-law"]
    days = {"from": one.valid_from, "to": one.valid_to}
    key = "-".join(side for side, day in days.items() if day) or "always"
    return law.format(place=words.get(one.jurisdiction, "")) + words[key].format(
        **{side: day.isoformat() for side, day in days.items() if day}
    )


def _source(source: str, lang: str) -> str:
    return source if lang == "zh" else in_english(source)


def _parameters(one: Pack, lang: str) -> Iterator[str]:
    words = DOCS[lang]
    yield from (f"| {words['parameter']} | {words['default']} |", "|---|---|")
    for name, value in (*one.parameters.items(), ("base", "roll")):
        yield f"| `{name}` | `{_value(value)}` |"


def _value(value: object) -> str:
    if isinstance(value, list | tuple):
        return " ".join(map(str, value))
    return value if isinstance(value, str) else json.dumps(value)


def _examples(one: Pack, lang: str) -> Iterator[str]:
    words = DOCS[lang]
    yield from (f"| {words['case']} | {words['counted']} | {words['ruling']} | {words['why']} |", "|---|---|---|---|")
    for case in one.examples:
        ruling = say("ruling", {"status": case.status}, lang)
        yield f"| {case.id} | {_counted(case)} | {ruling} | {case.why[lang]} |"


def _counted(case: Example) -> str:
    sums = [f"`{measure}` {_sums(case.facts.tallies, measure)}" for measure in case.facts.tallies.names]
    given = [f"`{name} = {_value(value)}`" for name, value in case.parameters.items()]
    return "<br>".join([*sums, *given])


def _sums(tallies: Tallies, measure: str) -> str:
    return " ".join(f"{stance} {units}" for stance, units in tallies.counts(measure).items())


def _formalities(one: Pack, lang: str) -> Iterator[str]:
    words = DOCS[lang]
    heads = ("step", "who", "when", "shown-by", "basis")
    yield "| | " + " | ".join(words[head] for head in heads) + " |"
    yield "|---|---|---|---|---|---|"
    for place, each in enumerate(one.formalities, start=1):
        shown = SHOWN[each.shown_by][lang] if each.shown_by else ""
        cells = (f"`{each.step}` {each.title[lang]}", _who(each, lang), _when(each, lang), shown, _basis(each, lang))
        yield f"| {place} | " + " | ".join(cells) + " |"


def _who(each: Formality, lang: str) -> str:
    actor, told = (PARTIES[party] if lang == "en" and party else party for party in (each.actor, each.who))
    return f"{actor} → {told}" if told else actor


def _when(each: Formality, lang: str) -> str:
    words = DOCS[lang]
    side = each.relative_to.partition(" ")[0] or "lasting"
    if each.within is not None:
        return words["within" if each.within else "at-once"].format(days=each.within)
    return words[f"days-{side}" if each.days else side].format(days=each.days)


def _basis(each: Formality, lang: str) -> str:
    return each.basis if lang == "zh" else in_english(each.basis)


def _use(one: Pack) -> Iterator[str]:
    case = next(case for case in one.examples if not case.parameters)
    yield from ("```python id=use", ">>> import deliberate as d", f'>>> ruling = d.requirement("{one.id}").rule_on({{')
    for measure in case.facts.tallies.names:
        counts = {str(stance): units for stance, units in case.facts.tallies.counts(measure).items()}
        yield f"...     {json.dumps(measure)}: {json.dumps(counts)},"
    yield from ("... })", ">>> print(ruling.status)", str(case.status), "", "```", "")


def _tables(own: list[Pack], rest: list[Pack], lang: str) -> Iterator[str]:
    words = DOCS[lang]
    yield from (
        f"## {words['own']}",
        "",
        f"| {words['pack']} | {words['title']} | {words['standing']} |",
        "|---|---|---|",
    )
    for one in own:
        yield f"| [`{one.id}`](packs/{one.id}.md) | {one.title[lang]} | {_standing(one, lang)} |"
    yield from ("", "```{toctree}", ":hidden:", "", *(f"packs/{one.id}" for one in own), "```", "")
    heads = ("pack", "rule", "parameters", "source")
    yield from (
        f"## {words['rest']}",
        "",
        "| " + " | ".join(words[head].lower() for head in heads) + " |",
        "|---|---|---|---|",
    )
    for one in rest:
        names = "<br>".join(f"`{name}`" for name in (one.id, *one.aliases))
        told = " ".join(part for part in (f"**{one.title[lang]}**", one.rule[lang], one.note.get(lang, "")) if part)
        given = "<br>".join(f"`{name} = {_short(value)}`" for name, value in one.parameters.items())
        yield f"| {names} | {told} | {given} | {one.source.replace('; ', '<br>')} |"


def _short(value: object) -> str:
    return re.sub(r"[{}\"\[\]]", "", json.dumps(value)) if isinstance(value, Mapping) else _value(value)


def main(arguments: list[str]) -> int:
    """Write the pages and the packs' files, or only say which are behind."""
    if arguments == ["--check"]:
        found = behind()
        print(*(f"{page} is behind: python tools/pack_pages.py" for page in found), sep="\n", end="\n" if found else "")
        return 1 if found else 0
    for path, text in (pages() | data_files()).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

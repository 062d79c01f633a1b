"""``deliberate record``: the public record of one matter."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from deliberate.cli.command import Command, Reply, Word
from deliberate.errors import InputError

if TYPE_CHECKING:
    from deliberate.hall.hall import Hall
    from deliberate.hall.state import Matter
    from deliberate.report.sections import Notice

_DAYS = "7"


def add(parser: ArgumentParser, word: Word) -> None:
    """Tell the arguments."""
    parser.add_argument("file", metavar="FILE.db", help=word("file"))
    parser.add_argument("--matter", metavar="ID", required=True, help=word("matter"))
    parser.add_argument("--out", metavar="OUT.html", required=True, help=word("page"))
    parser.add_argument("--body", metavar="TEXT", help=word("body"))
    parser.add_argument("--posted", metavar="DATE", help=word("posted"))
    parser.add_argument("--days", metavar="N", default=_DAYS, help=word("days"))
    parser.add_argument("--objections", metavar="TEXT", default="", help=word("objections"))


def record(given: Namespace) -> Reply:
    """Write the record of a matter, in both languages, the one asked for first.

    Raises
    ------
    InputError
        ``no-matter``, ``file-exists``, ``bad-day``.
    """
    from deliberate.cli.journal import hall_of
    from deliberate.quantities import whole
    from deliberate.report.sections import Notice
    from deliberate.words.show import CHINA

    now = datetime.now(UTC)
    posted = now.astimezone(CHINA).date() if given.posted is None else _day(given.posted)
    with hall_of(given.file) as hall:
        # Every hash is checked before anything of it is made public.
        hashes = [entry.hash for entry in hall.entries() if entry.stream == given.matter]
        matter = hall.matter(given.matter, now)
        notice = Notice(
            body=given.body or hall.community.name,
            posted=posted,
            days=whole(given.days, where="--days"),
            objections=given.objections,
            head=hashes[-1],
        )
    out = written(matter, notice, given.out, given)
    data = {"out": out, "matter": given.matter, "head": notice.head}
    return Reply(lambda: data, lambda: said(out, given.out, given.lang))


def head(hall: Hall, matter: str) -> str:
    """The hash of the matter's last entry."""
    return [entry.hash for entry in hall.store.read(matter)][-1]


def written(matter: Matter, notice: Notice, out: str, given: Namespace) -> str:
    """Write the record, a page where its library is there, else Markdown; gives the path."""
    from deliberate.cli.files import put_text
    from deliberate.words.show import LANGUAGES

    languages = (given.lang, *(each for each in LANGUAGES if each != given.lang))
    if Path(out).suffix.lower() == ".md" or find_spec("jinja2") is None:
        from deliberate.report.markdown import markdown

        out, text = str(Path(out).with_suffix(".md")), markdown(matter, notice, languages)
    else:
        from deliberate.report.html import page

        text = page(matter, notice, languages)
    put_text(out, text, force=given.force, marks=(notice.head,))
    return out


def said(out: str, asked: str, lang: str) -> str:
    """Where the record is, and which extra gives the page where it is not one."""
    from deliberate.errors import MissingExtra
    from deliberate.words import say

    place = say("cli.record.out", {"out": out}, lang)
    missing = MissingExtra("missing-extra", library="jinja2", extra="html")
    return place if out == asked else f"{say('cli.record.markdown', {}, lang)} {missing.hint(lang)}\n{place}"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError("bad-day", where="--posted", day=text[:40]) from None


RECORD = Command(
    name="record",
    usage="FILE.db --matter ID --out OUT.html [--body TEXT]\n[--posted DATE] [--days N] [--objections TEXT]",
    examples=(
        "deliberate record courtyard.db --matter pet-waste --out record.html",
        "deliberate record courtyard.db --matter pet-waste --out record.md --lang zh",
    ),
    add=add,
    do=record,
)

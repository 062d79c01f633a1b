"""A thing and a language in, one sentence out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from string import Formatter

from deliberate.words.show import LANGUAGES, show

_TOUCHING = re.compile("[\u4e00-\u9fff][0-9]|[0-9][\u4e00-\u9fff]")
# "[[" and "]]" are plain brackets; between single ones stands a part that may be left out.
_PIECES = re.compile(r"\[\[|\]\]|\[[^\[\]]*\]|(?:(?!\[|\]\]).)+", re.DOTALL)


def say(key: str, fields: Mapping[str, object], lang: str = "en") -> str:
    """Make the sentence of one kind from its fields.

    A sentence is data: ``{field}`` is the field as :func:`show` writes it, ``{field:term}`` its
    translation, ``{field:vote|votes}`` the number with the noun that fits it; a part in square
    brackets is left out where one of its fields is empty.

    Parameters
    ----------
    key
        The kind of step, the code of an error (``error.unknown-option``), a rule (``rule.irv``).
    fields
        What the sentence is made of.
    lang
        ``"en"`` or ``"zh"``.

    Raises
    ------
    LookupError
        Where the catalogue has no such sentence: a defect that the house tests catch, not an input error.

    Examples
    --------
    >>> say("Chosen", {"options": ("lamps",)}, "en")
    'Chosen: lamps.'
    >>> say("Chosen", {"options": ("路灯",)}, "zh")
    '选定：路灯。'
    """
    sentence = catalogue(_known(lang))[key]
    return "".join(_piece(piece, fields, lang) for piece in _PIECES.findall(sentence))


def knows(key: str, lang: str) -> bool:
    """Whether the catalogue of this language has the sentence."""
    return key in catalogue(_known(lang))


def term(word: object, lang: str) -> str:
    """Translate one word of the engine's own vocabulary; a word that it does not own stays as it is."""
    return catalogue(_known(lang)).get(f"term.{word}", str(word))


@cache
def catalogue(lang: str) -> Mapping[str, str]:
    """All sentences of one language, those of plug-ins (entry points ``deliberate.words``) included."""
    package = import_module(f"deliberate.words.{lang}")
    sentences: dict[str, str] = dict(package.SENTENCES)
    for point in entry_points(group="deliberate.words"):
        joined: Mapping[str, Mapping[str, str]] = point.load()
        sentences |= joined.get(lang, {})
    return sentences


def _known(lang: str) -> str:
    return lang if lang in LANGUAGES else "en"


def _piece(piece: str, fields: Mapping[str, object], lang: str) -> str:
    if piece in {"[[", "]]"}:
        return piece[0]
    if piece.startswith("["):
        return _fill(piece[1:-1], fields, lang, optional=True)
    return _fill(piece, fields, lang)


def _fill(template: str, fields: Mapping[str, object], lang: str, *, optional: bool = False) -> str:
    parts = list(_parts(template, fields, lang))
    if optional and any(text == "" for text in parts):
        return ""
    return "".join(parts)


def _parts(template: str, fields: Mapping[str, object], lang: str) -> Iterator[str]:
    before = ""
    for literal, name, form, _ in Formatter().parse(template):
        if literal:
            yield _apart(before, literal)
            before = literal
        if name is not None:
            shown = _field(fields[name], form or "", lang)
            # Only days and moments: what somebody typed, and what is counted, stands as the sentence puts it.
            yield _apart(before, shown) if isinstance(fields[name], date) else shown
            before = shown if isinstance(fields[name], date) else ""


def _apart(before: str, text: str) -> str:
    """A text, with a space before it where digits and 汉字 would touch."""
    return f" {text}" if _TOUCHING.fullmatch(before[-1:] + text[:1]) else text


def _field(value: object, form: str, lang: str) -> str:
    if form == "term":
        return _terms(value, lang)
    shown = show(value, lang)
    if "|" in form and shown:
        one, many = form.split("|")
        return f"{shown} {one if value == 1 else many}"
    return shown


def _terms(value: object, lang: str) -> str:
    match value:
        case None:
            return ""
        case tuple() | frozenset():
            ordered = value if isinstance(value, tuple) else tuple(sorted(value))
            return show(tuple(_term_entry(part, lang) for part in ordered), lang)
    return term(value, lang)


def _term_entry(part: object, lang: str) -> object:
    match part:
        case (str(word), amount):
            return (term(word, lang), amount)
    return term(part, lang)

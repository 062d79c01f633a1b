"""Shingles: how alike two texts are, by the short runs of words that they share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

WORDS = 5
CHARACTERS = 3

# Scripts written without spaces: radicals, kana, bopomofo, ideographs. Hangul is written with spaces.
_CJK = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3105-\u312f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
_CJK += "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
_MARKS = "\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
# Said as what it is not, so that vowel signs and joiners stay with their word.
_WORD = (
    rf"[^\s{_CJK}!-/:-@\[-`{{-~\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf"
    r"\u2010-\u2027\u2030-\u205e\u3001-\u3004\u3008-\u3020\u3030\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]"
)
_TOKEN = re.compile(
    rf"[{_CJK}][{_MARKS}]*|\n|[^\S\n]+|(?:{_WORD}|(?<=\d)[.,:/](?=\d)|(?<={_WORD})['’-](?={_WORD}))+|.", re.DOTALL
)
_IS_CJK = re.compile(f"[{_CJK}]")
_IS_WORD = re.compile(_WORD)


def tokens(text: str) -> tuple[str, ...]:
    """The pieces of a text, which together are the text again.

    A word where words stand apart, a character in Chinese and Japanese, a run of spaces, a line end, or one
    sign of punctuation.

    Examples
    --------
    >>> tokens("Repair 15.00 m, 修路灯。")
    ('Repair', ' ', '15.00', ' ', 'm', ',', ' ', '修', '路', '灯', '。')
    """
    return tuple(_TOKEN.findall(text))


def shingles(text: str) -> frozenset[str]:
    """All runs of 5 words, of 3 characters in Chinese and Japanese; a shorter text is one run.

    Punctuation, the width of characters and capitals do not count.

    Examples
    --------
    >>> sorted(shingles("修路灯吧！"))
    ['修路灯', '路灯吧']
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    said = (token for token in tokens(plain) if _IS_WORD.match(token) or _IS_CJK.match(token))
    return frozenset(run for cjk, group in groupby(said, _is_cjk) for run in _runs(list(group), cjk))


def jaccard(one: str, other: str) -> Fraction:
    """How much two texts share: shingles in both by shingles in either, exact.

    Two texts without any word share everything.

    Examples
    --------
    >>> jaccard("三号楼的路灯坏了", "三号楼的路灯又坏了")
    Fraction(4, 9)

    Notes
    -----
    Cost O(length). A likeness is something to show to people; it decides nothing.

    References
    ----------
    A. Z. Broder, On the resemblance and containment of documents, 1997, doi:10.1109/SEQUEN.1997.666900.
    """
    return resemblance(shingles(one), shingles(other))


def resemblance(one: frozenset[str], other: frozenset[str]) -> Fraction:
    """The same of two sets of shingles, for whoever compares one text with many."""
    together = len(one | other)
    return Fraction(len(one & other), together) if together else Fraction(1)


def _is_cjk(token: str) -> bool:
    return _IS_CJK.match(token) is not None


def _runs(said: list[str], cjk: bool) -> Iterator[str]:  # noqa: FBT001 - groupby's key, passed on
    size, between = (CHARACTERS, "") if cjk else (WORDS, " ")
    for start in range(max(len(said) - size, 0) + 1):
        yield between.join(said[start : start + size])

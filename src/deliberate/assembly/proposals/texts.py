"""The one form of a text, and the characters that melt into others."""

from __future__ import annotations

import unicodedata


def plain(text: str) -> str:
    r"""A text in NFC with plain line ends: what its hash is taken of.

    Examples
    --------
    >>> plain("one\r\ntwo")
    'one\ntwo'
    """
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def joins(character: str) -> bool:
    """Whether a character can melt into what stands before it: marks, and the later parts of a Hangul syllable.

    Where such a seam is refused, texts in NFC stay in NFC whatever is put together, and places stay places.
    """
    return bool(character) and (unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff")

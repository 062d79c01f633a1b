"""What a text must be silent about: who it was."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

from attrs import frozen

# Chinese and Japanese set no spaces between words; in Korean particles join a name.
_WRITTEN_TOGETHER = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)


def without_spaces(text: str) -> bool:
    """Whether the text is, in whole or in part, of a script where no space need stand around a name."""
    return _WRITTEN_TOGETHER.search(text) is not None


def plain(text: str) -> str:
    """A text for comparing: wide and narrow forms, capitals and small letters are the same."""
    return unicodedata.normalize("NFKC", text).casefold()


@frozen
class NameCheck:
    """Finds names of a list in a text: a plain comparison of letters and no more.

    It does not know that a name is a word as well (it refuses 平安 where somebody is called so), does not find a
    nickname, a flat number, "my neighbour upstairs" or a misspelt name, and looks at no photo. It keeps the
    most careless accusation out; that the rest speak of acts and places is up to those who read them.

    Attributes
    ----------
    names
        The names to look for. One of a single character is not looked for: it is part of too many words.

    Examples
    --------
    >>> check = NameCheck(("陈静", "Li Wei"))
    >>> check.finds("陈静家的狗"), check.finds("seen by li wei."), check.finds("Li Weijun")
    (True, True, False)
    """

    names: tuple[str, ...]

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(each for each in map(plain, self.names) if len(each) > 1)

    @cached_property
    def _lengths(self) -> dict[str, tuple[int, ...]]:
        lengths: dict[str, set[int]] = {}
        for each in self._known:
            lengths.setdefault(each[0], set()).add(len(each))
        return {first: tuple(sorted(each)) for first, each in lengths.items()}

    def finds(self, text: str) -> bool:
        """Whether one of the names stands in the text; in scripts with spaces only as whole words.

        Notes
        -----
        Cost O(length of the text), however long the list is.
        """
        searched = plain(text)
        return any(
            searched[start : start + length] in self._known and _apart(searched, start, start + length)
            for start, first in enumerate(searched)
            for length in self._lengths.get(first, ())
        )


def _apart(text: str, start: int, end: int) -> bool:
    return not (_joined(text[start - 1 : start], text[start]) or _joined(text[end - 1], text[end : end + 1]))


def _joined(left: str, right: str) -> bool:
    """Whether two neighbouring characters belong to one word, as letters of a script with spaces do."""
    return left.isalnum() and right.isalnum() and not (without_spaces(left) or without_spaces(right))

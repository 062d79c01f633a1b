"""What differs between two texts, for people to read: words where words stand apart, characters in Chinese."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from fractions import Fraction
from functools import cached_property
from itertools import groupby

from attrs import frozen

from deliberate.assembly.proposals.pages import Page
from deliberate.assembly.proposals.texts import joins
from deliberate.assembly.shingles import tokens
from deliberate.records.kinds import kind
from deliberate.words import say

# Pairs of an operation (``keep``, ``strike``, ``add``) and the text that it is about.
Piece = tuple[str, str]

# Comparing takes longer than the texts are long: what would meet more often than this is told as one change.
MOST_MEETINGS = 100_000
_LONG = 200
_MARKS = {"keep": ("", ""), "strike": ("[-", "-]"), "add": ("{+", "+}")}


@kind
@frozen
class Difference:
    """How one text becomes another.

    Attributes
    ----------
    pieces
        Pairs of ``keep``, ``strike`` or ``add`` and a text. What is kept and struck is the old text, what is kept and
        added the new one. The texts are plain: whoever writes HTML escapes them and chooses the tags.

    Examples
    --------
    >>> changed = difference("Repair the three lamps.", "Repair all lamps.")
    >>> changed.pieces
    (('keep', 'Repair '), ('strike', 'the three'), ('add', 'all'), ('keep', ' lamps.'))
    >>> print(changed)
    Repair [-the three-]{+all+} lamps.
    >>> print(changed.explain("en"))
    Paragraph 1: “the three” becomes “all”.
    >>> changed.share
    Fraction(1, 3)
    """

    pieces: tuple[Piece, ...]

    @property
    def old(self) -> str:
        """The text before."""
        return "".join(text for op, text in self.pieces if op != "add")

    @property
    def new(self) -> str:
        """The text after."""
        return "".join(text for op, text in self.pieces if op != "strike")

    @cached_property
    def changed(self) -> int:
        """How many words are struck or added; of Chinese and Japanese, how many characters. Spaces do not count."""
        return sum(length(text) for op, text in self.pieces if op != "keep")

    @property
    def share(self) -> Fraction:
        """The words struck and added, of all words before and after: 0 where nothing is, 1 where all is changed."""
        kept = sum(length(text) for op, text in self.pieces if op == "keep")
        return share_of(self.changed, self.changed + 2 * kept)

    @property
    def changes(self) -> tuple[tuple[int, str, str], ...]:
        """Each change: the paragraph of the old text that it begins in, what is struck, what is added."""
        return tuple((paragraph, struck, added) for paragraph, _, struck, added in located(self.pieces))

    def __str__(self) -> str:
        return "".join(f"{_MARKS[op][0]}{text}{_MARKS[op][1]}" for op, text in self.pieces)

    def explain(self, lang: str = "en") -> str:
        """The changes in words, one line each."""
        if not self.changes:
            return say("difference.none", {}, lang)
        return "\n".join(_sentence(*change, lang) for change in self.changes)


def _sentence(paragraph: int, struck: str, added: str, lang: str) -> str:
    key = "changed" if struck and added else "struck" if struck else "added"
    shown = {"paragraph": paragraph, "struck": _one_line(struck), "added": _one_line(added)}
    return say(f"difference.{key}", shown, lang)


def _one_line(text: str) -> str:
    return text.strip("\n").replace("\n", " / ") or "¶"


def length(text: str) -> int:
    """How many words a text has; of Chinese and Japanese, how many characters."""
    return sum(not token.isspace() for token in tokens(text))


def share_of(changed: int, words: int) -> Fraction:
    """The share of the words before and after that was struck or added; 0 where there are none."""
    return Fraction(changed, words) if words else Fraction(0)


def bag(text: str) -> Mapping[str, int]:
    """How often each word stands in a text."""
    return Counter(token for token in tokens(text) if not token.isspace())


def least_share(one: Mapping[str, int], other: Mapping[str, int]) -> Fraction:
    """A share of the words that is changed for certain, whatever their order: never above that of the difference.

    Examples
    --------
    >>> least_share(bag("three lamps"), bag("lamps, three"))
    Fraction(1, 5)
    """
    apart = sum(abs(one.get(word, 0) - other.get(word, 0)) for word in one.keys() | other.keys())
    return share_of(apart, sum(one.values()) + sum(other.values()))


def certain_share(old: str, new: str) -> Fraction:
    """The share of the words that is changed; of texts too long to be compared, what is changed for certain.

    Examples
    --------
    >>> certain_share("three lamps", "four lamps")
    Fraction(1, 2)
    """
    if _meetings(_units(old), _units(new)) > MOST_MEETINGS:
        return least_share(bag(old), bag(new))
    return difference(old, new).share


def located(pieces: Sequence[Piece]) -> Iterator[tuple[int, int, str, str]]:
    """Each change: its paragraph and its first character in the old text, what is struck, what is added."""
    at, paragraph = 0, 1
    for changed, group in groupby(pieces, lambda piece: piece[0] != "keep"):
        part = tuple(group)
        old = "".join(text for op, text in part if op != "add")
        if changed:
            yield paragraph, at, old, "".join(text for op, text in part if op == "add")
        at += len(old)
        paragraph += old.count("\n")


def difference(old: str, new: str) -> Difference:
    """How the old text becomes the new one.

    Parameters
    ----------
    old, new
        In NFC with plain line ends.

    Notes
    -----
    First by paragraphs, then inside those that differ. Readable, not the fewest changes possible; where two long
    stretches share too much at random to be compared in good time, they are told as struck and added whole, which
    counts more as changed than there is.

    References
    ----------
    J. W. Ratcliff and D. E. Metzener, Pattern matching: the gestalt approach, Dr. Dobb's Journal, 1988 (difflib).
    """
    pieces = list[Piece]()
    before, after = Page(old).paragraphs, Page(new).paragraphs
    # The last paragraph has no line end and is the same paragraph all the same.
    for here, there in _blocks(old.split("\n"), new.split("\n")):
        one, other = before[here], after[there]
        if len(one) == len(other):
            for line, changed in zip(one, other, strict=True):
                pieces += _inside(line, changed)
        else:
            pieces += _inside("".join(one), "".join(other))
    return Difference(_joined(_smooth(_joined(pieces))))


def _inside(old: str, new: str) -> list[Piece]:
    """Token by token."""
    if old == new:
        return [("keep", old)]
    found = list[Piece]()
    before, after = _units(old), _units(new)
    for here, there in _blocks(before, after):
        struck, added = "".join(before[here]), "".join(after[there])
        found += [("keep", struck)] if struck == added else [("strike", struck), ("add", added)]
    return found


def _units(text: str) -> list[str]:
    """The tokens, a mark never apart from what it stands on."""
    units = list[str]()
    for token in tokens(text):
        if units and not token.isascii() and joins(token[0]):
            units[-1] += token
        else:
            units.append(token)
    return units


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[slice, slice]]:
    """Stretches side by side, equal or not, after what both begin and end with is set aside."""
    first = _alike(old, new)
    last = _alike(old[first:][::-1], new[first:][::-1])
    one, other = old[first : len(old) - last], new[first : len(new) - last]
    yield slice(0, first), slice(0, first)
    # Where nothing meets, there is nothing to compare.
    if not 0 < _meetings(one, other) <= MOST_MEETINGS:
        yield slice(first, len(old) - last), slice(first, len(new) - last)
    else:
        for _, start, stop, begin, end in SequenceMatcher(None, one, other).get_opcodes():
            yield slice(first + start, first + stop), slice(first + begin, first + end)
    yield slice(len(old) - last, len(old)), slice(len(new) - last, len(new))


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))


def _meetings(one: Sequence[str], other: Sequence[str]) -> int:
    """How often a token of one meets its equal in the other; what difflib itself takes as too common is not met."""
    counts = Counter(other)
    common = len(other) // 100 + 1 if len(other) >= _LONG else len(other)
    return sum(counts[token] for token in one if counts[token] <= common)


def _smooth(pieces: Sequence[Piece]) -> list[Piece]:
    """No lonely space between two changes: it is struck and added with them."""
    smooth = list[Piece]()
    for place, (op, text) in enumerate(pieces):
        between = 0 < place < len(pieces) - 1 and op == "keep" and text.isspace() and "\n" not in text
        smooth += [("strike", text), ("add", text)] if between else [(op, text)]
    return smooth


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one kind are one piece, and what is struck comes before what is added."""
    joined = list[Piece]()
    for changed, group in groupby(pieces, lambda piece: piece[0] != "keep"):
        part = tuple(group)
        for op in ("strike", "add") if changed else ("keep",):
            text = "".join(each for done, each in part if done == op)
            joined += [(op, text)] if text else []
    return tuple(joined)

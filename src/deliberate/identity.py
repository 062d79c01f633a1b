"""Names and bytes: one person, one name; one record, one text."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping

from deliberate.errors import InputError

# Beyond this, JavaScript and half of the world's JSON readers lose digits (RFC 8785).
SAFE_INTEGER = 2**53 - 1
DEEPEST = 64

_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def name(text: str, *, where: str = "") -> str:
    """The one form of a name: NFC, without characters that show nothing or turn the line around.

    Parameters
    ----------
    text
        As somebody typed it.
    where
        Named in the error.

    Raises
    ------
    InputError
        ``empty-name`` or ``unreadable-name`` (control and bidi characters, lone surrogates).

    Examples
    --------
    >>> name("e\u0301tude") == "\u00e9tude"
    True
    """
    if _SURROGATE.search(text) or _BIDI.search(text) or _CONTROL.search(text):
        raise InputError("unreadable-name", where=where, name=ascii(text))
    one = unicodedata.normalize("NFC", text).strip()
    if not one:
        raise InputError("empty-name", where=where)
    return one


def nfc(text: str) -> str:
    """A text in NFC: how whoever is meant by a name writes it; whether there is anybody is for others to say."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def names(texts: Iterable[str], *, where: str = "") -> tuple[str, ...]:
    """Names in the order given; two that are equal after NFC are refused."""
    known: dict[str, str] = {}
    for text in texts:
        one = name(text, where=where)
        if one in known:
            raise InputError("same-name-twice", where=where, name=one)
        known[one] = text
    return tuple(known)


# Letters that look alike across scripts (from Unicode's confusables, UTS 39, those a roll meets).
_ALIKE = str.maketrans(
    "АВЕЗКМНОРСТУХаеорсухіјѕԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο０１２３４５６７８９Ｏｌ",
    "ABE3KMHOPCTYXaeopcyxijsdqwABEZHIKMNOPTYXo0123456789Ol",
)


def skeleton(text: str) -> str:
    """What a name looks like: two names with one skeleton are easily taken for each other."""
    folded = unicodedata.normalize("NFKC", text).translate(_ALIKE).casefold()
    return folded.replace("0", "o").replace("1", "l").replace("rn", "m").replace(" ", "")


def confusable(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of different names that look alike: a warning, never a merger.

    Examples
    --------
    >>> confusable(("Bob O", "Bob 0", "Li"))
    (('Bob O', 'Bob 0'),)
    """
    seen: dict[str, str] = {}
    pairs = []
    for text in texts:
        first = seen.setdefault(skeleton(text), text)
        if first != text:
            pairs.append((first, text))
    return tuple(pairs)


def canonical(value: object, *, where: str = "") -> bytes:
    """The one text of a JSON value (RFC 8785 on null, booleans, integers, text, arrays, objects).

    Parameters
    ----------
    value
        No floats; fractions and integers past 2**53 - 1 travel as text. Names are brought to NFC.
    where
        Named in the error.

    Raises
    ------
    InputError
        ``not-canonical``: a float, an integer too large, a key that is not text, two keys equal after NFC,
        a lone surrogate, an unassigned character, or nesting past 64.

    Examples
    --------
    >>> canonical({"b": 1, "a": [True, None, "路灯"]}).decode()
    '{"a":[true,null,"路灯"],"b":1}'
    """
    plain = _plain(value, where, 0)
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _plain(value: object, where: str, depth: int) -> object:
    if depth > DEEPEST:
        raise InputError("not-canonical", where=where, value=f"nesting past {DEEPEST}")
    match value:
        case None | bool():
            return value
        case str():
            return _text(value, where)
        case int():
            if abs(value) > SAFE_INTEGER:
                raise InputError("not-canonical", where=where, value=f"an integer of {value.bit_length()} bits")
            return value
        case Mapping():
            return _object(value, where, depth)
        case list() | tuple():
            return [_plain(part, where, depth + 1) for part in value]
    raise InputError("not-canonical", where=where, value=type(value).__name__)


def _object(value: Mapping[object, object], where: str, depth: int) -> dict[str, object]:
    pairs: dict[str, object] = {}
    for key, part in value.items():
        if not isinstance(key, str):
            raise InputError("not-canonical", where=where, value=f"the key {key!r}")
        one = _text(key, where)
        if one in pairs:
            raise InputError("not-canonical", where=where, value=f"the key {one!r} twice")
        pairs[one] = _plain(part, where, depth + 1)
    return dict(sorted(pairs.items(), key=lambda pair: pair[0].encode("utf-16-be")))


def _text(value: str, where: str) -> str:
    if value.isascii():
        return value
    one = unicodedata.normalize("NFC", value)
    for character in one:
        # Unassigned code points are refused: what NFC does to them differs from one Python to the next.
        if unicodedata.category(character) in {"Cn", "Cs"}:
            raise InputError("not-canonical", where=where, value=f"the character U+{ord(character):04X}")
    return one


def digest(value: object) -> str:
    """SHA-256 of the canonical text, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(value)).hexdigest()


def text_hash(text: str) -> str:
    """SHA-256 of a text in NFC with plain line ends: what a vote is bound to."""
    one = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return hashlib.sha256(one.encode()).hexdigest()

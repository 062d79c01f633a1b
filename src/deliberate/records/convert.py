"""Every record to plain JSON data and back: ``from_dict(to_dict(x)) == x``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from fractions import Fraction
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Protocol, Union, cast, get_args, get_origin

import attrs

from deliberate.errors import RecordError
from deliberate.identity import DEEPEST, SAFE_INTEGER
from deliberate.quantities import exact
from deliberate.records.kinds import KINDS

if TYPE_CHECKING:
    from cattrs import Converter


class SelfWritten(Protocol):
    """A record whose JSON form is a grammar of its own, such as a requirement's."""

    def to_json(self) -> object:
        """The record as plain JSON data."""

    @classmethod
    def from_json(cls, data: object, /) -> SelfWritten:
        """The record that the data says; raises a typed error."""


def to_dict(record: object) -> object:
    """Write a record as JSON data, each registered kind tagged ``"kind"``.

    Parameters
    ----------
    record
        Any record of the house, or a tuple of them. Exact numbers become text (``"3/4"``).

    Examples
    --------
    >>> from deliberate.lot import Lot
    >>> to_dict(Lot(("b", "a")))
    {'kind': 'Lot', 'order': ['b', 'a'], 'by': 'lot'}
    """
    return _converter().unstructure(record)


def from_dict(data: object, *, where: str = "") -> object:
    """Read the record that the data says.

    Parameters
    ----------
    data
        JSON data with a ``"kind"``, as :func:`to_dict` writes it.
    where
        Named in the error.

    Raises
    ------
    RecordError
        ``bad-record``, with the path: an unknown kind, an unknown key, a value that does not fit.

    Examples
    --------
    >>> from_dict({"kind": "Lot", "order": ["b", "a"], "by": "lot"}).order
    ('b', 'a')
    """
    from cattrs import BaseValidationError, transform_error

    _shallow(data, where)
    try:
        return _tagged(data, _converter())
    except BaseValidationError as error:
        told = "; ".join(transform_error(error))
        raise RecordError("bad-record", where=where, problem=told) from error
    except (TypeError, ValueError, LookupError) as error:
        if isinstance(error, RecordError):
            raise
        raise RecordError("bad-record", where=where, problem=str(error)) from error


def _shallow(data: object, where: str) -> None:
    level = [data]
    for _ in range(DEEPEST + 1):
        level = [part for each in level for part in _parts(each)]
        if not level:
            return
    raise RecordError("bad-record", where=where, problem=f"nested deeper than {DEEPEST}")


def _parts(data: object) -> list[object]:
    if isinstance(data, Mapping):
        return [part for part in data.values() if isinstance(part, Mapping | list)]
    return [part for part in data if isinstance(part, Mapping | list)] if isinstance(data, list) else []


def _tagged(data: object, converter: Converter) -> object:
    if isinstance(data, list):
        return tuple(_tagged(part, converter) for part in data)
    if not isinstance(data, Mapping) or "kind" not in data:
        raise RecordError("bad-record", problem='an object with a "kind" is expected')
    known = KINDS.get(str(data["kind"]))
    if known is None:
        raise RecordError("bad-record", problem=f"unknown kind {data['kind']!r}")
    return converter.structure(data, known)


@cache
def _converter() -> Converter:
    from cattrs import Converter

    converter = Converter(forbid_extra_keys=True)
    converter.register_unstructure_hook(int, _int_out)
    converter.register_structure_hook(int, lambda data, _: _int_in(data))
    converter.register_structure_hook(bool, lambda data, _: _same(data, bool))
    # A StrEnum is a str as well and comes this way, too.
    converter.register_structure_hook(str, lambda data, kind: kind(data) if _is_enum(kind) else _same(data, str))
    converter.register_unstructure_hook(Fraction, str)
    converter.register_structure_hook(Fraction, lambda data, _: Fraction(exact(data)))
    converter.register_unstructure_hook_func(_is_amount, lambda amount: None if amount is None else str(amount))
    converter.register_structure_hook_func(_is_amount, lambda data, _: None if data is None else exact(data))
    converter.register_unstructure_hook(datetime, moment_text)
    converter.register_unstructure_hook_func(_is_words, lambda words: words if isinstance(words, str) else list(words))
    converter.register_structure_hook_func(_is_words, lambda data, _: _words(data, converter))
    converter.register_structure_hook(datetime, lambda data, _: moment(str(data)))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda data, _: date.fromisoformat(str(data)))
    converter.register_unstructure_hook_func(_is_enum, lambda each: each.value)
    converter.register_unstructure_hook_func(_is_set, sorted)
    converter.register_structure_hook_func(_is_tuple, lambda data, kind: _tuple(data, kind, converter))
    _register_kinds(converter)
    return converter


def _tuple(data: object, kind: object, converter: Converter) -> tuple[object, ...]:
    """A tuple from a list; a text is no list of letters."""
    parts = get_args(kind)
    if not isinstance(data, list | tuple) or (parts[-1] is not Ellipsis and len(parts) != len(data)):
        raise RecordError("bad-record", problem=f"a list is expected, not {data!r}"[:200])
    kinds = parts[:1] * len(data) if parts[-1] is Ellipsis else parts
    return tuple(converter.structure(part, each) for part, each in zip(data, kinds, strict=True))


def _words(data: object, converter: Converter) -> object:
    """A text or several, told apart by what the data is."""
    return converter.structure(data, str if isinstance(data, str) else tuple[str, ...])


def _register_kinds(converter: Converter) -> None:
    converter.register_unstructure_hook_factory(_is_record, lambda kind: _write(kind, converter))
    converter.register_structure_hook_factory(_is_record, lambda kind: _read(kind, converter))
    converter.register_structure_hook_func(_is_open, lambda data, _: _tagged(data, converter))
    converter.register_unstructure_hook_func(_is_open, converter.unstructure)


def _write(kind: type, converter: Converter) -> Callable[[object], object]:
    from cattrs.gen import make_dict_unstructure_fn

    if hasattr(kind, "to_json"):
        return lambda record: {
            "kind": kind.__name__,
            **cast("dict[str, object]", cast("SelfWritten", record).to_json()),
        }
    plain: Callable[[object], dict[str, object]] = make_dict_unstructure_fn(kind, converter, _cattrs_use_alias=True)
    return lambda record: {"kind": kind.__name__, **plain(record)}


def _read(kind: type, converter: Converter) -> Callable[[object, object], object]:
    plain = None if hasattr(kind, "from_json") else _reader(kind, converter)
    name = (get_origin(kind) or kind).__name__

    def read(data: object, _: object) -> object:
        if not isinstance(data, Mapping):
            raise RecordError("bad-record", problem=f"{name}: an object is expected")
        rest = {key: part for key, part in data.items() if key != "kind"}
        if data.get("kind", name) != name:
            raise RecordError("bad-record", problem=f"{name} is expected, not {data['kind']}")
        return cast("type[SelfWritten]", kind).from_json(rest) if plain is None else plain(rest, kind)

    return read


def _reader(kind: type, converter: Converter) -> Callable[[Mapping[str, object], object], object]:
    from cattrs.gen import make_dict_structure_fn

    # The tags in the data say what a generic record holds, so that its type parameters do not matter here.
    open_ = getattr(kind, "__parameters__", ())
    read: Callable[[Mapping[str, object], object], object] = make_dict_structure_fn(
        kind[(object,) * len(open_)] if open_ else kind,  # type: ignore[index]  # mypy sees a plain type
        converter,
        _cattrs_forbid_extra_keys=True,
        _cattrs_use_alias=True,
    )
    return read


def _is_record(kind: object) -> bool:
    plain = get_origin(kind) or kind
    return isinstance(plain, type) and attrs.has(plain)


def _is_open(kind: object) -> bool:
    """A field that holds any of several kinds: a protocol or a union, told apart by the tag."""
    members = _members(kind)
    return _is_protocol(kind) or (len(members) > 1 and all(_is_record(each) or _is_protocol(each) for each in members))


def _is_amount(kind: object) -> bool:
    return _members(kind) == {int, Fraction}


def _is_words(kind: object) -> bool:
    return _members(kind) == {str, tuple[str, ...]}


def _members(kind: object) -> set[object]:
    """What a union may hold besides None; empty where the kind is no union."""
    union = get_origin(kind) in {Union, UnionType}
    return {part for part in getattr(kind, "__args__", ()) if part is not type(None)} if union else set()


def _is_protocol(kind: object) -> bool:
    return bool(getattr(get_origin(kind) or kind, "_is_protocol", False))


def _is_enum(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _is_set(kind: object) -> bool:
    return (get_origin(kind) or kind) is frozenset


def _same(data: object, kind: type) -> object:
    if type(data) is not kind:
        raise RecordError("bad-record", problem=f"{kind.__name__} is expected, not {data!r}"[:200])
    return data


def _int_out(value: int) -> int | str:
    return value if abs(value) <= SAFE_INTEGER else str(value)


def _int_in(data: object) -> int:
    amount = exact(data)
    if not isinstance(amount, int):
        raise RecordError("bad-record", problem=f"a whole number is expected, not {data}")
    return amount


def moment_text(value: datetime) -> str:
    """A moment as text in UTC: ``2026-03-01T08:00:00Z``."""
    if value.tzinfo is None:
        raise RecordError("no-time-zone", moment=value.isoformat())
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def moment(text: str) -> datetime:
    """The moment that a text says; it must name its distance from UTC."""
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        raise RecordError("bad-moment", moment=text) from None
    if value.tzinfo is None:
        raise RecordError("no-time-zone", moment=text)
    return value

"""What can go wrong, as one tree.

::

    DeliberateError              code, parameters, where; the wording is in words/
    ├── InputError               something given cannot be used (also a ValueError)
    │   ├── ParseError           a text or file cannot be read: says which line
    │   ├── ElectionError        ballots, options, seats or a lot that do not fit together
    │   ├── RuleError            a rule or parameter that does not exist or does not fit
    │   ├── RequirementError     a quorum or threshold that is not well formed: says which node
    │   ├── RecordError          JSON that is not the record it claims to be: says which path
    │   └── RollError            members, parties or weights that cannot stand on one roll
    ├── TooManyUniverses         more outcomes than the bound: asks for a single lot
    ├── Refused                  a move or command is against the rules of order, and when it may be made
    ├── JournalError             the journal cannot be trusted or used
    │   ├── BrokenChain          names the first bad entry
    │   ├── Conflict             somebody else wrote first
    │   └── CommandIdReused      one command id, two contents
    └── MissingExtra             an optional library is not installed (also an ImportError)

"Not decided" is an outcome, never an exception.
"""

from __future__ import annotations

from collections.abc import Mapping

from deliberate.words import knows, say


class DeliberateError(Exception):
    """Something went wrong, with a code that a host can act on and words that a resident can read.

    Parameters
    ----------
    code
        Short and fixed, such as ``unknown-option``.
    where
        The file and line, the node's path, the stream: empty where there is only one place.
    fields
        What the sentence is made of.
    """

    def __init__(self, code: str, /, *, where: str = "", **fields: object) -> None:
        super().__init__(code)
        self.code = code
        self.where = where
        self.fields: Mapping[str, object] = fields

    def message(self, lang: str = "en") -> str:
        """What is wrong."""
        return say(f"error.{self.code}", {"where": self.where, **self.fields}, lang)

    def hint(self, lang: str = "en") -> str:
        """What to do about it; empty where the message says it all."""
        key = f"hint.{self.code}"
        return say(key, {"where": self.where, **self.fields}, lang) if knows(key, lang) else ""

    def told(self, lang: str = "en") -> str:
        """Where, what, and what to do, in one text."""
        message = self.message(lang)
        place = f"{self.where}: " if self.where and self.where not in message else ""
        return f"{place}{message} {self.hint(lang)}".rstrip()

    def __str__(self) -> str:
        return self.told()

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.code, self.where, dict(self.fields)))


def _rebuild(kind: type[DeliberateError], code: str, where: str, fields: dict[str, object]) -> DeliberateError:
    return kind(code, where=where, **fields)


class InputError(DeliberateError, ValueError):
    """Something given cannot be used."""


class ParseError(InputError):
    """A text or file cannot be read."""


class ElectionError(InputError):
    """Ballots, options, seats or a lot that do not fit together."""


class RuleError(InputError):
    """A rule or parameter that does not exist or does not fit."""


class RequirementError(InputError):
    """A quorum or threshold that is not well formed."""


class RecordError(InputError):
    """JSON that is not the record it claims to be."""


class RollError(InputError):
    """Members, parties or weights that cannot stand on one roll."""


class TooManyUniverses(DeliberateError):  # noqa: N818 - the field's word for it; an error all the same
    """More outcomes than the documented bound."""


class Refused(DeliberateError):  # noqa: N818 - the assembly's own word: a move is refused
    """A move or command is against the rules of order; nothing was changed."""


class JournalError(DeliberateError):
    """The journal cannot be trusted or used."""


class BrokenChain(JournalError):  # noqa: N818 - says what happened, as the events do
    """A journal whose hashes do not follow from its entries."""


class Conflict(JournalError):  # noqa: N818 - says what happened, as the events do
    """Somebody else wrote to the stream first."""


class CommandIdReused(JournalError):  # noqa: N818 - says what happened, as the events do
    """One command id was sent with two contents."""


class MissingExtra(DeliberateError, ImportError):  # noqa: N818 - names what is missing
    """An optional library is not installed."""

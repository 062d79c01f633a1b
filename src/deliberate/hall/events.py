"""Commands and events: an act asked for, and the same act accepted, numbered, dated."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import cast

from attrs import field, frozen

from deliberate.errors import JournalError
from deliberate.hall.acts import ACTS, EVENTS, Act
from deliberate.hall.kinds import from_dict
from deliberate.identity import canonical, digest, name
from deliberate.records.convert import moment, moment_text, to_dict

VERSION = 1
COMMUNITY = "community"


@frozen
class Command:
    """Somebody asks for an act.

    Attributes
    ----------
    id
        Unique; the same command sent again has the same id and gets the equal receipt.
    stream
        The matter, or ``community``.
    """

    id: str = field(converter=name)
    actor: str = field(converter=name)
    stream: str = field(converter=name)
    act: Act

    @property
    def hash(self) -> str:
        """SHA-256 of what is asked, whoever asks again."""
        return digest([self.actor, self.stream, to_dict(self.act)])


@frozen
class Event:
    """An accepted act.

    Attributes
    ----------
    seq
        The place in its stream, from 1.
    command
        The id of the command that led to it.
    """

    stream: str
    seq: int
    at: datetime
    actor: str
    command: str
    act: Act

    @property
    def type(self) -> str:
        """What the accepted act is called."""
        return EVENTS[type(self.act).__name__]

    @property
    def line(self) -> str:
        """The event's canonical JSON: what is hashed and stored."""
        data = cast("dict[str, object]", to_dict(self.act))
        del data["kind"]
        envelope = {
            "actor": self.actor,
            "at": moment_text(self.at),
            "cmd": self.command,
            "data": data,
            "seq": self.seq,
            "stream": self.stream,
            "type": self.type,
            "v": VERSION,
        }
        return canonical(envelope).decode()


def event(line: str) -> Event:
    """Read an event from its line.

    Raises
    ------
    JournalError
        ``future-version`` where the entry was written by a later version, or is of an unknown type.
    """
    data = cast("Mapping[str, object]", json.loads(line))
    if data["v"] != VERSION or data["type"] not in ACTS:
        raise JournalError("future-version", where=f"{data['stream']} {data['seq']}", type=data["type"], v=data["v"])
    act = from_dict({"kind": ACTS[str(data["type"])], **cast("dict[str, object]", data["data"])})
    return Event(
        stream=str(data["stream"]),
        seq=cast("int", data["seq"]),
        at=moment(str(data["at"])),
        actor=str(data["actor"]),
        command=str(data["cmd"]),
        act=cast("Act", act),
    )

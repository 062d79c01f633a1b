"""The hall: the one object that a host opens."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Self, cast

import attrs

from deliberate.errors import JournalError
from deliberate.hall.events import COMMUNITY, Command, event
from deliberate.hall.evolve import evolve
from deliberate.hall.gates import Allowed, allowed
from deliberate.hall.handle import handle
from deliberate.hall.journal.chain import Entry, verified
from deliberate.hall.journal.memory import Memory
from deliberate.hall.journal.sqlite import SQLite
from deliberate.hall.journal.store import Receipt, Store
from deliberate.hall.state import Community, Matter, State


class Hall:
    """The four beats in time, over a journal.

    Parameters
    ----------
    store
        Where the journals are; :meth:`open` gives one in a SQLite file, :meth:`in_memory` one that is gone
        with the process.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from deliberate.hall.acts import FoundCommunity
    >>> hall = Hall.in_memory()
    >>> founded = Command("c-1", "chen", "community", FoundCommunity("玉林"))
    >>> hall.handle(founded, now=datetime(2026, 3, 1, tzinfo=UTC)).last
    1
    >>> hall.community.name
    '玉林'
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._states: dict[str, State] = {}

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """Open the hall in this file; made where it does not exist."""
        return cls(SQLite(path))

    @classmethod
    def in_memory(cls) -> Self:
        """A hall that is gone with the process."""
        return cls(Memory())

    def handle(self, command: Command, *, now: datetime) -> Receipt:
        """Carry out a command, or refuse it.

        Parameters
        ----------
        command
            Who asks for what; sent twice it has one effect and gives the equal receipt.
        now
            With its distance from UTC.

        Raises
        ------
        Refused
            Against the rules of order, or too early: with the moment from which it may be asked. Nothing is
            appended.
        CommandIdReused
            The id came before with another content.
        Conflict
            Somebody else wrote first: ask again.
        """
        asked = (command.id, command.hash)
        before = self.store.receipt(asked)
        if before is not None:
            return before
        state = self._state(command.stream)
        events = handle(state, command, now)
        receipt = self.store.append(command.stream, state.version, asked, [each.line for each in events])
        for each in events:
            state = evolve(state, each)
        self._states[command.stream] = state
        return receipt

    @property
    def community(self) -> Community:
        """The community as it is."""
        return cast("Community", self._state(COMMUNITY))

    def matter(self, id: str, now: datetime | None = None) -> Matter:  # noqa: A002 - the field's word for it
        """The matter as it stands at a moment.

        Parameters
        ----------
        now
            A vote whose time is over by then has its result, recorded or not; None for what is recorded.

        Raises
        ------
        JournalError
            ``no-matter``.
        """
        state = cast("Matter", self._state(id))
        if state.version == 0:
            raise JournalError("no-matter", matter=id, known=self.matters)
        return state if now is None else settled(state, now)

    def allowed(self, member: str, matter: str, now: datetime) -> Allowed:
        """What a member may do in a matter now, and when the rest opens."""
        return allowed(settled(cast("Matter", self._state(matter)), now), member, now)

    @property
    def matters(self) -> tuple[str, ...]:
        """The ids of all matters, in the order in which they began."""
        streams = dict.fromkeys(entry.stream for entry in self.store.read())
        return tuple(stream for stream in streams if stream != COMMUNITY)

    def entries(self) -> Iterator[Entry]:
        """The whole journal, each entry verified as it passes."""
        return verified(self.store.read())

    def close(self) -> None:
        """Let go of the journal."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _state(self, stream: str) -> State:
        """The state of a stream, caught up with what others have written."""
        if stream == COMMUNITY:
            return self._caught_up(stream, Community())
        matter = cast("Matter", self._caught_up(stream, Matter(stream)))
        return attrs.evolve(matter, community=self.community)

    def _caught_up(self, stream: str, begun: State) -> State:
        state = self._states.get(stream, begun)
        for entry in self.store.read(stream, after=state.version):
            state = replayed(state, entry)
        self._states[stream] = state
        return state


def settled(matter: Matter, now: datetime) -> Matter:
    """The matter with the result of a vote whose time is over: derived, whether recorded or not."""
    if matter.vote is None or not matter.vote.is_due(now):
        return matter
    closed = attrs.evolve(matter.vote, result=matter.vote.record(now))
    return attrs.evolve(matter, votes=(*matter.votes[:-1], closed))


def replayed(state: State, entry: Entry) -> State:
    """The state after a stored entry; a result recorded before the close, or not as the ballots give it, is refused.

    Raises
    ------
    JournalError
        ``result-does-not-replay``.
    """
    one = event(entry.line)
    grown = evolve(state, one)
    if isinstance(grown, Matter) and one.type == "VotingClosed":
        vote = grown.votes[-1]
        if one.at < vote.closes or vote.record(one.at) != vote.result:
            raise JournalError("result-does-not-replay", where=f"{entry.stream} {entry.seq}")
    return grown


def dump(hall: Hall) -> str:
    """The state of everything as readable JSON: what a replay gives."""
    matters = {}
    for id_ in hall.matters:
        matter = hall.matter(id_)
        results = [vote.result.status for vote in matter.votes if vote.result]
        matters[id_] = {"version": matter.version, "results": results, "closed": bool(matter.closed)}
    return json.dumps({"community": hall.community.name, "matters": matters}, ensure_ascii=False, indent=2)

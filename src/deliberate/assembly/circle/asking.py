"""One asking for objections: everybody's answer, what became of the objections, and all of it as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

import attrs
from attrs import field, frozen

from deliberate.records.kinds import kind


class Given(StrEnum):
    """What a member answered."""

    CONSENT = "YES"
    ASIDE = "STAND_ASIDE"
    OBJECTION = "OBJECTION"


class State(StrEnum):
    """Where an objection stands."""

    UNTESTED = "untested"
    QUALIFIED = "qualified"
    CONCERN = "concern"
    INTEGRATED = "integrated"
    WITHDRAWN = "withdrawn"


# A round of consent asks what became of an objection that held: only of these there is something to say.
_TREATED = (State.INTEGRATED, State.WITHDRAWN)


@kind
@frozen
class CircleRound:
    """One asking as plain data: what a ``ConsentRound`` of ``decision`` is made of.

    Attributes
    ----------
    text
        The hash of the text that was asked about.
    stances
        Pairs of a member and ``YES``, ``STAND_ASIDE`` or ``OBJECTION``.
    reasons
        Pairs of a member and their reason or concern.
    treatments
        Pairs of who objected in the asking before and ``integrated`` or ``withdrawn``.
    held
        The day on which it ended.
    """

    text: str
    stances: tuple[tuple[str, str], ...]
    reasons: tuple[tuple[str, str], ...]
    treatments: tuple[tuple[str, str], ...]
    held: date


@frozen
class Objection:
    """An objection of one asking."""

    reason: str
    state: State = State.UNTESTED


@frozen
class Asking:
    """The asking that is under way.

    Attributes
    ----------
    text
        The hash of the text that is asked about.
    given
        What each member has answered.
    words
        The concerns of those who do not object.
    objections
        By objector, in the order in which they came.
    before
        What became of the objections of the asking before.
    """

    text: str = ""
    given: Mapping[str, Given] = field(factory=dict)
    words: Mapping[str, str] = field(factory=dict)
    objections: Mapping[str, Objection] = field(factory=dict)
    before: tuple[tuple[str, str], ...] = ()

    def answered(self, by: str, given: Given, words: str = "") -> Asking:
        """The asking with one answer more."""
        objections, concerns = self.objections, self.words
        if given is Given.OBJECTION:
            objections = {**objections, by: Objection(words)}
        elif words:
            concerns = {**concerns, by: words}
        return attrs.evolve(self, given={**self.given, by: given}, words=concerns, objections=objections)

    def unsaid(self, by: str) -> Asking:
        """The asking where an objection was taken back before it closed: as if there had been none."""
        objections = {each: one for each, one in self.objections.items() if each != by}
        return attrs.evolve(self, given={**self.given, by: Given.CONSENT}, objections=objections)

    def with_state(self, objector: str, state: State) -> Asking:
        """The asking where an objection stands otherwise."""
        changed = attrs.evolve(self.objections[objector], state=state)
        return attrs.evolve(self, objections={**self.objections, objector: changed})

    def of_state(self, *states: State) -> tuple[str, ...]:
        """Whose objections stand so, in the order in which they came."""
        return tuple(by for by, one in self.objections.items() if one.state in states)

    def failed(self, silent: Iterable[str], held: date) -> CircleRound:
        """The asking as one in which objections held."""
        return self._closed(silent, held, (State.UNTESTED, State.QUALIFIED, *_TREATED))

    def reached(self, silent: Iterable[str], held: date) -> CircleRound:
        """The asking as one that reached consent: who took an objection back has none."""
        return self._closed(silent, held, ())

    @property
    def treatments(self) -> tuple[tuple[str, str], ...]:
        """What became of its objections."""
        return tuple((by, str(self.objections[by].state)) for by in self.of_state(*_TREATED))

    def _closed(self, silent: Iterable[str], held: date, holding: tuple[State, ...]) -> CircleRound:
        given = {**dict.fromkeys(silent, Given.CONSENT), **self.given}
        stances = tuple((by, str(self._stance(by, answer, holding))) for by, answer in given.items())
        return CircleRound(self.text, stances, tuple(self._reasons()), self.before, held)

    def _stance(self, by: str, answer: Given, holding: tuple[State, ...]) -> Given:
        if answer is not Given.OBJECTION or self.objections[by].state in holding:
            return answer
        return Given.ASIDE if self.objections[by].state is State.CONCERN else Given.CONSENT

    def _reasons(self) -> Iterator[tuple[str, str]]:
        for by in self.given:
            if by in self.objections:
                yield by, self.objections[by].reason
            elif by in self.words:
                yield by, self.words[by]

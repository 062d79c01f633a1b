"""One step of the procedure 程序 that a pack asks for beside the count."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import frozen

from deliberate.requirement.packs import reading

# Against the day on which voting opens; a step of neither kind has no such day.
BEFORE, AFTER = "before voting", "after voting"
_MAY = ("actor", "who", "days", "within", "relative_to", "shown_by", "basis")


@frozen
class Formality:
    """Who does what, how many days before or after the vote, and what shows that it happened.

    Attributes
    ----------
    step
        Short id, such as ``notice``; the vote itself is ``vote``.
    title
        By language.
    actor, who
        Who does it, and who is told; empty where the text does not say.
    days
        At least so many days before or after the vote, as ``relative_to`` says; where that is empty, how long the
        step itself lasts. 0 where none is set.
    within
        At most so many days after the vote; None where none is set.
    relative_to
        ``"before voting"``, ``"after voting"`` or empty.
    shown_by
        What shows it: a posted notice, minutes, ...
    basis
        Article that asks for it; empty where custom does.
    """

    step: str
    title: Mapping[str, str]
    actor: str = ""
    who: str = ""
    days: int = 0
    within: int | None = None
    relative_to: str = ""
    shown_by: str = ""
    basis: str = ""

    def in_time(self, done: date, voted: date) -> bool:
        """Whether the days between this step and the vote are enough, and not too many.

        Parameters
        ----------
        done
            The day of the step.
        voted
            The day on which voting opened.

        Examples
        --------
        >>> notice = Formality("notice", {}, days=10, relative_to="before voting")
        >>> notice.in_time(date(2026, 3, 17), date(2026, 3, 27)), notice.in_time(date(2026, 3, 18), date(2026, 3, 27))
        (True, False)
        """
        if not self.relative_to:
            return True
        apart = (voted - done).days if self.relative_to == BEFORE else (done - voted).days
        return self.days <= apart and (self.within is None or apart <= self.within)


def formality(data: object, where: str) -> Formality:
    """The step that a node says.

    Raises
    ------
    RequirementError
        With the path of what is wrong.
    """
    given = reading.entry(data, where, needs=("step", "title"), may=_MAY)
    told = ("actor", "who", "shown_by", "basis")
    within = given.get("within")
    return Formality(
        step=reading.text(given["step"], f"{where}.step"),
        title=reading.languages(given["title"], f"{where}.title"),
        days=reading.days(given.get("days", 0), f"{where}.days"),
        within=None if within is None else reading.days(within, f"{where}.within"),
        relative_to=reading.word(given.get("relative_to", ""), f"{where}.relative_to", (BEFORE, AFTER, "")),
        **{key: reading.text(given[key], f"{where}.{key}") for key in told if key in given},
    )

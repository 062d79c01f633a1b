"""What a quorum still lacks, in one line for each building, without a word on who voted how."""

from __future__ import annotations

from attrs import frozen

from deliberate.errors import RequirementError
from deliberate.requirement.conditions import All, tallies_in
from deliberate.requirement.facts import Facts
from deliberate.requirement.needed import needed
from deliberate.requirement.ruling import Requirement
from deliberate.requirement.statuses import Stance
from deliberate.words import knows, say, show

# What one head is, in a line for the notice board.
WHO = ("household", "person", "owner")


@frozen
class Lacking:
    """How many must still take part.

    Attributes
    ----------
    group
        The building, or empty for the whole electorate.
    units
        For each measure the fewest of those absent, in its unit; None where all of them would not do.
    """

    group: str
    units: tuple[tuple[str, int | None], ...]

    @property
    def reached(self) -> bool:
        """Whether enough take part."""
        return all(units == 0 for _, units in self.units)

    def explain(self, lang: str = "en", who: str = "household") -> str:
        """The line for the notice board.

        Parameters
        ----------
        lang
            ``en`` or ``zh``.
        who
            What one head is: ``household``, ``person`` or ``owner``.

        Raises
        ------
        RequirementError
            ``bad-policy`` for another word.

        Examples
        --------
        >>> print(Lacking("3 栋", (("head", 3), ("area", 1500))).explain("zh"))
        3 栋：还差 3 户、15.00 m²
        """
        if who not in WHO:
            raise RequirementError("bad-policy", where="who", given=who, known=WHO)
        if self.reached:
            return say("lacking.none", {"group": self.group}, lang)
        if any(units is None for _, units in self.units):
            return say("lacking.never", {"group": self.group}, lang)
        told = tuple(_amount(measure, units or 0, who, lang) for measure, units in self.units if units)
        return say("lacking", {"group": self.group, "units": told}, lang)


def _amount(measure: str, units: int, who: str, lang: str) -> str:
    if measure == "head":
        return say(f"lacking.{who}", {"units": units}, lang)
    if knows(f"lacking.{measure}", lang):
        hundredths = f"{units // 100}.{units % 100:02}"
        return say(f"lacking.{measure}", {"units": hundredths}, lang)
    return say("lacking.other", {"units": show(units, lang), "measure": measure}, lang)


def lacking(requirement: Requirement, facts: Facts, by: str = "") -> tuple[Lacking, ...]:
    """What the quorum lacks: of the whole electorate, or of each group as if it were one.

    Parameters
    ----------
    requirement
        Its quorum is asked, never its threshold.
    facts
        What was counted so far.
    by
        How the electorate is divided, such as ``building``; nothing for the whole. Where every group reaches a share
        of its own roll, the whole electorate does.

    Raises
    ------
    RequirementError
        ``tells-votes`` where the quorum itself counts YES apart from NO, so that the line of a small building
        would tell how somebody voted; ``no-groups``.

    Examples
    --------
    >>> from deliberate.requirement.packs import requirement
    >>> so_far = {"1 栋": {"head": {"YES": 4, "NO": 1, "ABSENT": 7}}, "2 栋": {"head": {"NO": 9, "ABSENT": 3}}}
    >>> facts = Facts.of(groups={"building": so_far})
    >>> for line in lacking(requirement("cn.residents.2026"), facts, by="building"):
    ...     print(line.explain("zh"))
    1 栋：还差 2 户
    2 栋：已达到
    """
    for tally in tallies_in(requirement.valid):
        if (Stance.YES in tally.stances) != (Stance.NO in tally.stances):
            raise RequirementError("tells-votes", by=by)
    measures = sorted(requirement.measures, key=lambda measure: (measure != "head", measure))
    parts = [(name, Facts(each, t=facts.t)) for name, each in facts.within(by)] if by else [("", facts)]
    return tuple(
        Lacking(name, tuple((measure, needed(requirement.valid, All(()), each, measure).join) for measure in measures))
        for name, each in parts
    )

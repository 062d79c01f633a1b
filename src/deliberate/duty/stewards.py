"""Stewards: for each duty that wants one, one person who answers for it, and a deputy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from deliberate.duty.duty import Duty
from deliberate.duty.steps import EvaluatorNamed, HoursAssigned, StewardNamed
from deliberate.duty.undertaking import Undertaking


def stewards(undertaking: Undertaking, assigned: Sequence[HoursAssigned]) -> Iterator[StewardNamed]:
    """Name stewards and deputies.

    Whoever takes hours of a duty may be named, and whoever said that they would answer for it. The proposed person
    comes first where they have accepted; then who takes hours and likes the duty most; then who would answer for it
    without doing hours; equals in the order of the offers.

    Yields
    ------
    StewardNamed
        One for each duty that wants a steward and has found one. A duty without is always unfilled, too: nobody
        takes an hour of it.
    """
    proposed, standing_in = dict(undertaking.stewards), dict(undertaking.deputies)
    doers: dict[str, set[str]] = {}
    for step in assigned:
        doers.setdefault(step.duty, set()).add(step.person)
    for duty in undertaking.duties:
        accepted = _accepted(undertaking, duty, doers)
        if duty.steward and accepted:
            wanted = proposed.get(duty.name)
            steward = wanted if wanted in accepted else accepted[0]
            others = [person for person in accepted if person != steward]
            deputy = standing_in.get(duty.name)
            yield StewardNamed(
                duty.name,
                steward,
                deputy if deputy in others else next(iter(others), None),
                None if steward == wanted else wanted,
            )


def evaluators(undertaking: Undertaking) -> Iterator[EvaluatorNamed]:
    """Name who judges each duty; the undertaking has made sure that they have no part in it."""
    return (EvaluatorNamed(duty.name, duty.evaluator) for duty in undertaking.duties if duty.evaluator)


def _accepted(undertaking: Undertaking, duty: Duty, doers: Mapping[str, set[str]]) -> list[str]:
    doing = [offer for offer in undertaking.offers if offer.person in doers.get(duty.name, ())]
    willing = [offer for offer in undertaking.offers if duty.name in offer.steward_of and offer not in doing]
    doing.sort(key=lambda offer: offer.duties.index(duty.name))
    return [offer.person for offer in (*doing, *willing)]

"""An undertaking: a decision, the duties that follow from it, and the offers of those who are willing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import field, frozen

from deliberate.decision.decision import Decision
from deliberate.duty.duty import Duty
from deliberate.duty.offer import Offer
from deliberate.errors import InputError
from deliberate.identity import name, names
from deliberate.records.kinds import kind

Named = tuple[tuple[str, str], ...]


def _pairs(given: Iterable[tuple[str, str]]) -> Named:
    return tuple((name(duty), name(person)) for duty, person in given)


def _duties(given: Iterable[Duty]) -> tuple[Duty, ...]:
    return tuple(given)


def _offers(given: Iterable[Offer]) -> tuple[Offer, ...]:
    return tuple(given)


@kind
@frozen
class Undertaking:
    """All that an assigner may know.

    Attributes
    ----------
    decision
        What the duties follow from.
    duties
        In the order in which they matter: where hours lack, the earlier is served first.
    offers
        One a person; where nothing else decides, the earlier is preferred.
    stewards, deputies
        Who was proposed to answer for which duty, and to stand in 责任人, B角: pairs of duty and person. A
        proposal binds nobody who has not accepted.

    Raises
    ------
    InputError
        ``same-name-twice``: two duties of one name, two offers of one person, two people proposed for one place.
        ``unknown-duty``: an offer or proposal for a duty that is not there. ``evaluates-own-duty`` and
        ``evaluator-close-tie``: who judges a duty has a part in it, or a close tie to somebody who has.
        ``deputy-is-steward``.
    """

    decision: Decision
    duties: tuple[Duty, ...] = field(converter=_duties)
    offers: tuple[Offer, ...] = field(converter=_offers)
    stewards: Named = field(default=(), converter=_pairs)
    deputies: Named = field(default=(), converter=_pairs)

    def __attrs_post_init__(self) -> None:
        names((duty.name for duty in self.duties), where="duties")
        names((offer.person for offer in self.offers), where="offers")
        names((duty for duty, _ in self.stewards), where="stewards")
        names((duty for duty, _ in self.deputies), where="deputies")
        self._check_duties_known()
        self._check_deputies()
        for duty in self.duties:
            self._check_evaluator(duty)

    @property
    def needed(self) -> int:
        """The hours of all duties."""
        return sum(duty.hours for duty in self.duties)

    def duty(self, name: str) -> Duty:
        """The duty of this name; ``unknown-duty`` where there is none."""
        for duty in self.duties:
            if duty.name == name:
                return duty
        raise InputError("unknown-duty", duty=name, known=tuple(each.name for each in self.duties))

    def offer(self, person: str) -> Offer | None:
        """What this person offers; None where they were silent."""
        return self._by_person.get(person)

    def tied(self, one: str, other: str) -> bool:
        """Whether either of them has declared a close tie to the other."""
        pairs = ((self.offer(one), other), (self.offer(other), one))
        return any(offer is not None and person in offer.close_to for offer, person in pairs)

    def apart(self, duty: Duty, person: str) -> bool:
        """Whether this person may have a part in the duty: neither its evaluator nor close to them."""
        return not duty.evaluator or (person != duty.evaluator and not self.tied(person, duty.evaluator))

    @cached_property
    def _by_person(self) -> dict[str, Offer]:
        return {offer.person: offer for offer in self.offers}

    def _check_duties_known(self) -> None:
        known = {duty.name for duty in self.duties}
        for person, duty in self._wishes():
            if duty not in known:
                raise InputError(
                    "unknown-duty", where=person, duty=duty, known=tuple(each.name for each in self.duties)
                )

    def _wishes(self) -> Iterator[tuple[str, str]]:
        for offer in self.offers:
            yield from ((offer.person, duty) for duty in (*offer.duties, *offer.steward_of))
        yield from ((person, duty) for duty, person in (*self.stewards, *self.deputies))

    def _check_deputies(self) -> None:
        for duty, person in self.deputies:
            if (duty, person) in self.stewards:
                raise InputError("deputy-is-steward", duty=duty, person=person)

    def _check_evaluator(self, duty: Duty) -> None:
        # Guard 4 of the accountability rules: who judges is neither steward nor doer, nor close to them. Everybody who
        # may come to have a part counts, so that the answer does not depend on the assigner.
        involved = [person for person, wished in self._wishes() if wished == duty.name]
        if duty.evaluator in involved:
            raise InputError("evaluates-own-duty", duty=duty.name, person=duty.evaluator)
        for person in involved:
            if not self.apart(duty, person):
                raise InputError("evaluator-close-tie", duty=duty.name, evaluator=duty.evaluator, person=person)

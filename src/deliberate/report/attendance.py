"""Who was at a meeting: what the secretary wrote down, and what the record itself knows."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from deliberate.assembly.confer import Deliberation
from deliberate.assembly.mediation.steps import CaseOpened, CaseTaken
from deliberate.assembly.motions.steps import AttendanceTaken, CalledToOrder
from deliberate.assembly.procedures.consent_circle import ConsentCircle
from deliberate.assembly.procedures.delphi import Delphi
from deliberate.assembly.talk.steps import ChairTakenBack, ChairYielded, InterestInvited
from deliberate.assembly.talk.terms import TalkTerms
from deliberate.report.minutes_head import MinutesHead
from deliberate.report.secrecy import procedures_of


@frozen
class Attendance:
    """Who was there, who was not, who presided.

    Attributes
    ----------
    chair
        Who presided at the beginning; empty where nobody did.
    present
        Who was there at any time.
    absent
        Who belongs to the body and was never there, where the record says who belongs to it.
    invited
        The invitations to the people of an interest.
    mediators, parties
        In a mediation.
    """

    chair: str = ""
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    invited: tuple[InterestInvited, ...] = ()
    mediators: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()

    @property
    def leads(self) -> str:
        """Who signs as the one who led."""
        return self.chair or (self.mediators[-1] if self.mediators else "")


def attendance(talk: Deliberation, head: MinutesHead) -> Attendance:
    """Who was there; what the secretary wrote down goes before what the record knows."""
    parties = tuple(party for step in talk.steps(CaseOpened) for party in step.parties)
    mediators = tuple(dict.fromkeys(step.by for step in talk.steps(CaseTaken)))
    present = head.present or tuple(dict.fromkeys(_present(talk))) or (*parties, *mediators)
    known = frozenset((*present, *head.excused, *head.guests))
    body = dict.fromkeys(member for step in talk.steps(CalledToOrder) for member in step.members)
    return Attendance(
        chair=head.chair or next(_chairs(talk), ""),
        present=present,
        absent=tuple(member for member in body if member not in known),
        invited=tuple(talk.steps(InterestInvited)),
        mediators=mediators,
        parties=parties,
    )


def handovers(talk: Deliberation, chair: str) -> Iterator[tuple[int, str]]:
    """Each time that somebody else began to preside: the place of the step, and who."""
    now = chair
    for place, step in enumerate(talk.trace):
        match step:
            case ChairYielded(to=member) | ChairTakenBack(by=member) | CalledToOrder(chair=member):
                if now and member != now:
                    yield place, member
                now = member


def _present(talk: Deliberation) -> Iterator[str]:
    for step in talk.trace:
        if isinstance(step, CalledToOrder | AttendanceTaken):
            yield from step.present
    for procedure in procedures_of(talk.procedure):
        terms = getattr(procedure, "terms", None)
        match procedure, terms:
            case _, TalkTerms(members):
                yield from members
            case ConsentCircle(), _:
                yield from procedure.terms.members


def _chairs(talk: Deliberation) -> Iterator[str]:
    yield from (step.chair for step in talk.steps(CalledToOrder))
    for procedure in procedures_of(talk.procedure):
        terms = getattr(procedure, "terms", None)
        match procedure, terms:
            case _, TalkTerms(_, chair):
                yield chair
            case ConsentCircle() | Delphi(), _:
                yield procedure.terms.facilitator

"""The frame of the minutes: when, where and who at the top, the lines to sign on at the end."""

from __future__ import annotations

from collections.abc import Iterator

from deliberate.assembly.mediation.steps import AgreementReached
from deliberate.quantities import meets
from deliberate.report.attendance import Attendance, attendance, handovers
from deliberate.report.minutes_head import MinutesHead
from deliberate.report.plain import one_line
from deliberate.report.secrecy import Kept, procedures_of
from deliberate.report.sheet import Sheet
from deliberate.words import say

_LINES = ("body", "when", "where", "chair", "mediators", "secretary", "entitled")
_PEOPLE = ("present", "absent", "excused", "guests", "parties")


def opening(sheet: Sheet) -> Iterator[str]:
    """When, where and who, a line each; what is not known has no line. Then the rules of order."""
    talk, head, lang = sheet.talk, sheet.head, sheet.lang
    there = attendance(talk, head)
    about = _about(head, there, sheet.kept)
    lines = [say(f"minutes.head.{key}", about, lang) for key in _LINES]
    lines[4:4] = _handed_over(sheet, there)
    lines += [say(f"minutes.head.{key}", about, lang) for key in _PEOPLE if there.present or key != "present"]
    lines += [
        say("minutes.head.invited", {"interest": each.interest, "stake": each.stake, "members": each.members}, lang)
        for each in there.invited
    ]
    if head.quorum is not None:
        reached = "quorate" if meets(len(there.present), head.quorum, strict=False) else "inquorate"
        lines.append(say(f"minutes.{reached}", {"quorum": head.quorum, "present": len(there.present)}, lang))
    yield "\n".join(one_line(line) for line in lines if line)
    yield "\n".join(say(f"procedure.{each.name}", {}, lang) for each in procedures_of(talk.procedure))


def _about(head: MinutesHead, there: Attendance, kept: Kept) -> dict[str, object]:
    """Where somebody may not be named, who was there is told as a number only: a gap in a list names as well."""
    named = not kept.experts
    return {
        "body": head.body,
        "place": head.place,
        "opened": head.opened,
        "closed": head.closed,
        "chair": there.chair,
        "secretary": head.secretary,
        "present": there.present if named else (),
        "n": len(there.present),
        "absent": there.absent if named else (),
        "excused": head.excused if named else (),
        "guests": head.guests if named else (),
        "entitled": head.entitled,
        "mediators": there.mediators,
        "parties": there.parties,
    }


def _handed_over(sheet: Sheet, there: Attendance) -> list[str]:
    """A line for each time that the chair changed hands."""
    return [
        say("minutes.head.handed-over", {"clock": sheet.clock(place), "now": now}, sheet.lang)
        for place, now in handovers(sheet.talk, there.chair)
    ]


def signatures(sheet: Sheet) -> str:
    """The lines on which chair and secretary sign, and the parties to an agreement."""
    talk, head, lang = sheet.talk, sheet.head, sheet.lang
    there = attendance(talk, head)
    about = {"chair": there.chair, "mediator": there.leads, "secretary": head.secretary}
    leads = "mediator" if there.mediators and not there.chair else "chair"
    lines = [say(f"minutes.sign.{key}", about, lang) for key in (leads, "secretary")]
    agreed = next(talk.steps(AgreementReached), None)
    lines += [say("minutes.sign.party", {"party": party}, lang) for party in (agreed.parties if agreed else ())]
    return "\n".join((*lines, say("minutes.sign.date", about, lang)))

"""Who spoke in a meeting how often and how long, who did not, and of which affected group nobody was heard."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from deliberate.assembly.circle.steps import (
    AsideTaken,
    ClarificationAnswered,
    ClarificationAsked,
    ConcernRecorded,
    ObjectionBrought,
)
from deliberate.assembly.confer import Deliberation
from deliberate.assembly.mediation.steps import InterestNamed, OptionSuggested, ReflectedBack, ReflectionCorrected
from deliberate.assembly.motions.steps import MotionMade
from deliberate.assembly.speeches import Speech
from deliberate.assembly.talk.part import Talk
from deliberate.assembly.talk.terms import TalkTerms
from deliberate.assembly.talk.voices import voices
from deliberate.report.attendance import attendance
from deliberate.report.blocks import Block, Table
from deliberate.report.margins import seconds
from deliberate.report.secrecy import procedures_of
from deliberate.report.sheet import Sheet
from deliberate.report.texts import parts_of
from deliberate.words import say

# No turn that anybody counts, and not silence either.
Heard = (
    Speech
    | ClarificationAsked
    | ClarificationAnswered
    | ConcernRecorded
    | AsideTaken
    | ObjectionBrought
    | ReflectedBack
    | ReflectionCorrected
    | InterestNamed
    | OptionSuggested
    | MotionMade
)


@frozen
class Share:
    """How often and how long somebody spoke."""

    turns: int = 0
    seconds: int = 0


def speakers(sheet: Sheet) -> Iterator[Block]:
    """Who spoke, in the order of the first turn; who did not; which affected groups were not heard."""
    talk, head, lang, shares = sheet.talk, sheet.head, sheet.lang, _shares(sheet)
    if shares:
        timed = any(share.seconds for share in shares.values())
        columns = ("speaker", "turns", "seconds")[: 3 if timed else 2]
        rows = tuple((by, str(share.turns), str(share.seconds))[: len(columns)] for by, share in shares.items())
        head_row = tuple(say(f"minutes.{column}", {}, lang) for column in columns)
        yield Table(say("minutes.speakers-table", {}, lang), head_row, rows)
    there = attendance(talk, head)
    heard = {step.by for step in talk.trace if isinstance(step, Heard)}
    listed = {*there.present, *there.mediators, *head.guests, head.chair, head.secretary}
    # Who presides is not waited for; and where nobody may be named, no list has a gap that names them.
    silent = [] if sheet.kept.experts or not shares else [member for member in there.present if member not in heard]
    groups = (
        ("silent", tuple(member for member in silent if member not in {there.leads, head.secretary})),
        ("unlisted", tuple(member for member in shares if member not in listed)),
    )
    for key, members in groups:
        if members:
            yield say(f"minutes.{key}", {"members": members}, lang)
    yield from _missing(talk, lang)


def _shares(sheet: Sheet) -> dict[str, Share]:
    found = dict[str, Share]()
    for place, step in enumerate(sheet.talk.trace):
        if isinstance(step, Speech):
            before = found.get(step.by, Share())
            found[step.by] = Share(before.turns + 1, before.seconds + seconds(sheet, place))
    return found


def _missing(talk: Deliberation, lang: str) -> Iterator[str]:
    """The affected groups of which nobody spoke."""
    part = next((each for each in parts_of(talk.part) if isinstance(each, Talk)), None)
    for procedure in procedures_of(talk.procedure):
        terms = getattr(procedure, "terms", None)
        if part is not None and isinstance(terms, TalkTerms):
            found = voices(part, terms)
            for key, interests in (("missing", found.missing), ("nobody-of", found.absent)):
                if interests:
                    yield say(f"minutes.{key}", {"interests": interests}, lang)

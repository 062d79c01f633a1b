"""Who has spoken and who has not, live: everybody's turns and seconds, and the groups that nobody has heard yet."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from deliberate.assembly.talk.alternation import Alternation, alternation
from deliberate.assembly.talk.equality import Equality, equality, median
from deliberate.assembly.talk.part import Talk, Voice
from deliberate.assembly.talk.terms import Interest, TalkTerms
from deliberate.assembly.talk.traits import Stake
from deliberate.records.kinds import fields, kind
from deliberate.words import say

# A share of so few would say what one of them did.
FEWEST = 5


@kind
@frozen
class GroupVoice:
    """How much is heard of one interest.

    Attributes
    ----------
    here
        How many of its people take part in the meeting.
    spoke
        How many of them have spoken.
    ratio
        Its share of the seconds over its share of the meeting: 1 is as much as the others; None where it is too
        small to be shown or nobody has spoken.
    """

    interest: str
    stake: Stake
    here: int
    spoke: int
    ratio: Fraction | None


@kind
@frozen
class Voices:
    """Who is heard in a meeting.

    Attributes
    ----------
    spoken
        In the order of their first turn.
    silent
        Who has not spoken, in the order of the meeting; who presides is not waited for.
    quiet
        Who has spoken less than half the median of seconds, or of turns where no seconds were taken; the silent
        included.
    missing
        The affected groups of which nobody has spoken, whether they came or not.
    absent
        Those of them of whom nobody is here.
    alternation
        Whether the sides take turns.
    """

    spoken: tuple[str, ...]
    silent: tuple[str, ...]
    quiet: tuple[str, ...]
    groups: tuple[GroupVoice, ...]
    missing: tuple[str, ...]
    absent: tuple[str, ...]
    turns: Equality
    seconds: Equality
    alternation: Alternation

    def explain(self, lang: str = "en") -> str:
        """Who is heard, in words."""
        return say("Voices", fields(self), lang)


def voices(part: Talk, terms: TalkTerms, fewest: int = FEWEST) -> Voices:
    """Who has been heard so far, and who has not.

    Parameters
    ----------
    fewest
        Of a group with fewer people no share is shown.

    Notes
    -----
    O(members log members + turns). Figures, not verdicts: silence can be a choice.

    Examples
    --------
    >>> voices(Talk(), TalkTerms(("li", "wang", "zhao"), "zhao")).silent
    ('li', 'wang')
    """
    presides = part.chair or terms.chair
    heard = {member: part.voice(member) for member in terms.members if member != presides or member in part.voices}
    turns, seconds = [each.turns for each in heard.values()], [each.seconds for each in heard.values()]
    groups = tuple(_group(part, terms, each, fewest) for each in terms.interests)
    missing = tuple(each for each in groups if each.stake is Stake.AFFECTED and not each.spoke)
    return Voices(
        spoken=tuple(part.voices),
        silent=tuple(member for member, voice in heard.items() if not voice.turns),
        quiet=_quiet(heard),
        groups=groups,
        missing=tuple(each.interest for each in missing),
        absent=tuple(each.interest for each in missing if not each.here),
        turns=equality(turns),
        seconds=equality(seconds),
        alternation=alternation(turn.side for turn in part.turns),
    )


def _quiet(heard: dict[str, Voice]) -> tuple[str, ...]:
    timed = any(voice.seconds for voice in heard.values())
    amounts = {member: voice.seconds if timed else voice.turns for member, voice in heard.items()}
    half = median(amounts.values()) / 2
    return tuple(member for member, amount in amounts.items() if amount < half)


def _group(part: Talk, terms: TalkTerms, interest: Interest, fewest: int) -> GroupVoice:
    here = [member for member in interest.members if member in terms.here]
    total = sum(voice.seconds for voice in part.voices.values())
    ratio = None
    if len(here) >= fewest and total:
        share = Fraction(sum(part.voice(member).seconds for member in here), total)
        ratio = share / Fraction(len(here), len(terms.members))
    spoke = sum(member in part.voices for member in here)
    return GroupVoice(interest.name, interest.stake, len(here), spoke, ratio)

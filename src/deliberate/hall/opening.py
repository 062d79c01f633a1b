"""What an opening freezes, and why it may be refused: texts, electorate, and the packs in force on the day."""

from __future__ import annotations

from datetime import datetime
from typing import cast

import attrs

from deliberate.community.proxy import Proxies
from deliberate.community.roll import Roll
from deliberate.decision.ballots import Answer, Ranking
from deliberate.decision.rule import AnyRule
from deliberate.errors import Refused
from deliberate.hall.acts import FreezeText, OpenVoting
from deliberate.hall.count import divided, unanswered
from deliberate.hall.evolve import opened
from deliberate.hall.extension import requirement_of
from deliberate.hall.rounds import objectors
from deliberate.hall.state import Matter
from deliberate.hall.trust import delegations_of
from deliberate.requirement.packs.pack import packs


def slate(matter: Matter, act: FreezeText) -> FreezeText:
    """The slate with the hash of each text.

    Raises
    ------
    Refused
        ``unknown-proposal``, ``no-proposal``; ``same-text-again`` and ``objections-open`` where the last vote
        rejected just these texts, or left objections to them.
    """
    texts = []
    for name in act.proposals:
        proposal = matter.floor.proposal(name)
        if proposal is None:
            raise Refused("unknown-proposal", proposal=name)
        texts.append((name, proposal.latest.hash))
    if not texts:
        raise Refused("no-proposal")
    last = matter.vote
    if last is not None and last.result is not None and tuple(texts) == last.texts:
        if last.result.status == "rejected":
            raise Refused("same-text-again", proposals=tuple(act.proposals))
        by = objectors(last)
        if by and not last.carried:
            raise Refused("objections-open", by=by)
    return attrs.evolve(act, texts=tuple(texts))


def opening(matter: Matter, act: OpenVoting, at: datetime) -> OpenVoting:
    """The opening with what the hall fills in: the roll, the packs, the delegations and the proxies.

    Raises
    ------
    Refused
        ``vote-too-short``, ``text-changed``, ``one-proposal``, ``ballot-not-held``, ``unknown-group``,
        ``pack-not-in-force``; ``not-divided-so`` and ``place-missing`` where the requirement asks groups of which
        the roll does not tell.
    InputError
        Where the rule cannot count this electorate at all, such as by an area that is not on the roll, and where
        the list of proxies does not fit it: better now than at the close.
    """
    text = cast("FreezeText", matter.text)
    if act.until <= at:
        raise Refused("vote-too-short", until=act.until)
    for name, hash_ in text.texts:
        proposal = matter.floor.proposal(name)
        if proposal is None or proposal.latest.hash != hash_:
            raise Refused("text-changed", proposal=name)
    if act.rule.ballot is Answer and len(text.texts) != 1:
        raise Refused("one-proposal", rule=act.rule.name, proposals=len(text.texts))
    if act.rule.ballot not in {Answer, Ranking}:
        raise Refused("ballot-not-held", ballot=act.rule.ballot.__name__)
    roll = _electorate(matter, act.among)
    _check_countable(matter, act.rule, roll)
    filled = attrs.evolve(
        act,
        roll=roll,
        packs=used_packs(act.rule, at),
        delegations=delegations_of(matter, roll),
        proxies=Proxies.of(roll, matter.proxies, matter.policy.proxies_most).given,
    )
    opened(matter, filled, at).record(act.until)
    return filled


def _check_countable(matter: Matter, rule: AnyRule, roll: Roll) -> None:
    """Refuse a requirement that reads what is not there, also where a count without ballots would not reach it."""
    requirement = requirement_of(rule)
    if requirement is None:
        return
    # Where options are ranked, all are counted together.
    levels = matter.policy.levels if rule.ballot is Answer else ()
    for by in requirement.divisions:
        if by not in levels:
            raise Refused("not-divided-so", by=by, known=levels)
        nowhere = [line.member.id for line in roll.lines if len(line.member.place) <= levels.index(by)]
        if nowhere:
            raise Refused("place-missing", by=by, member=nowhere[0], n=len(nowhere))
    requirement.rule_on(unanswered(rule, roll, divided(roll, levels, requirement.divisions)).facts())


def used_packs(rule: AnyRule, at: datetime) -> tuple[tuple[str, str], ...]:
    """The packs that a rule's requirements come from, each with its hash.

    Parameters
    ----------
    at
        The moment of the opening; the pack's own calendar says which day that is.

    Raises
    ------
    Refused
        ``pack-not-in-force`` on that day.

    Notes
    -----
    A requirement says its pack by name. One of another name, or of none, is the community's own and always in
    force.
    """
    requirement = requirement_of(rule)
    pack = packs().get(requirement.name) if requirement is not None else None
    if pack is None:
        return ()
    day = pack.day(at)
    if not pack.in_force(day):
        raise Refused("pack-not-in-force", pack=pack.id, day=day, valid_from=pack.valid_from, valid_to=pack.valid_to)
    return ((pack.id, pack.hash),)


def _electorate(matter: Matter, among: str) -> Roll:
    roll = matter.community.roll.electorate
    if not among:
        return roll
    group = matter.community.group(among)
    if group is None:
        raise Refused("unknown-group", group=among)
    return Roll(roll.measures, tuple(line for line in roll.lines if line.member.id in group.members))

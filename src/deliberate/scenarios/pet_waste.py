"""铲屎官小队: a complaint about pet waste goes the whole way round.

Scenario (b): raised and handed to the group that owns it, talked over in rounds, ranked, refused once by consent,
changed, adopted, offered as duties, declined and offered again, counted every day, judged.
All names and figures are made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from deliberate.assembly.moves import (
    AnswerHandover,
    CloseRound,
    DraftProposal,
    GiveSupport,
    HandIssueOver,
    OpenRound,
    RaiseIssue,
    ReviseProposal,
    Side,
    TakeTurn,
)
from deliberate.community.group import Group, Scope, competent
from deliberate.community.party import Member, Standing
from deliberate.community.roll import Roll, RollLine
from deliberate.decision.ballots import Answer, Ranking
from deliberate.decision.rules.majority.consent import Consent
from deliberate.decision.rules.ranked.schulze import Schulze
from deliberate.decision.tested import Tested
from deliberate.duty.assigners.balanced import Balanced
from deliberate.duty.duty import Duty
from deliberate.duty.follow import Report
from deliberate.evaluation.indicators.habit import HalfBaselineRun
from deliberate.evaluation.indicators.mean_change import MeanChange
from deliberate.evaluation.indicators.target import Target
from deliberate.hall.acts import (
    AdoptPolicy,
    AdoptRoll,
    AnswerOffer,
    AssignDuties,
    CastBallot,
    CloseMatter,
    CloseVoting,
    Evaluate,
    FormGroup,
    FoundCommunity,
    FreezeText,
    Measure,
    OfferDuty,
    OpenVoting,
    PlanMeasure,
    ProposeDuties,
)
from deliberate.hall.hall import Hall
from deliberate.hall.policy import Policy
from deliberate.requirement.ruling import Requirement
from deliberate.requirement.statuses import Stance
from deliberate.scenarios.script import Script, at

MATTER = "pet-waste"
SQUAD = "铲屎官小队"
COMPANION = "社工小何"
CHEN, LI, SUN, QIAN = "陈静", "李芳", "孙伟", "钱勇"
WANG = "王老师"
BODY = "玉林东苑院落居民议事会"
OBJECTIONS = "写在院门口的意见箱里，或当面告诉社工小何"
STATUS_QUO = "维持现状"
A, B, C, D = "便袋站", "遛狗时段", "轮流巡查", "罚款"

OWNERS = (CHEN, LI, SUN, QIAN, *(f"养犬户{number:02}" for number in range(5, 49)))
NEIGHBOURS = (WANG, *(f"住户{number:03}" for number in range(50, 421)))

# 36 valid rankings; the status quo is left out on all of them and so stands last.
RANKINGS = ((13, (D, A, B, C)), (9, (C, A, B, D)), (8, (B, A, C, D)), (6, (A, C, B, D)))

TEXT_1 = "在小区设四个便袋站：南门、北门、花园、幼儿园旁。每站备便袋和带盖桶，队员轮流补袋清桶。"
TEXT_2 = (
    "在小区设四个便袋站：南门、停车场东侧、花园、西围墙。离幼儿园近的两处挪开了。每站备便袋和带盖桶，队员轮流补袋清桶。"
)
CHARTER = "养犬的邻居自己管好自己的狗，互相提醒，一起收拾。"

BEFORE = (14, 12, 15, 13, 16, 11, 14, 13, 15, 12, 14, 16, 13, 12)
AFTER = (12, 11, 12, 10, 9, 10, 8, 9, 8, 7, 8, 6, 7, 6, 6, 5, 6, 5, 5, 4, 5)
SERIES = "狗粪处数"
START = date(2026, 3, 20)

INSTALL = Duty("装站", what="装好四个便袋站", hours=6, due=date(2026, 3, 22), evaluator=WANG)
ROTA = Duty("轮值", what="轮流补便袋、清桶", hours=9, review=date(2026, 4, 9), evaluator=WANG)
COUNT = Duty("清点", what="每天清点一次", hours=6, review=date(2026, 4, 9), evaluator=WANG)

# What the squad agreed on before: at least half must take part; the winner must beat the way things are.
QUORUM = Requirement.from_json(
    {
        "valid": {
            "share": {
                "of": {"tally": ["head", "roll"]},
                "part": {"tally": ["head", ["YES", "NO", "ABSTAIN", "BLANK"]]},
                "is": "1/2",
                "strict": False,
            }
        },
        "pass": {">": [{"tally": ["head", ["YES"]]}, {"tally": ["head", ["NO"]]}]},
    }
)


def play(hall: Hall) -> str:
    """Play the whole matter into an empty hall.

    Parameters
    ----------
    hall
        Any, with nothing in it yet.

    Returns
    -------
    str
        The id of the matter.
    """
    for _ in acts(hall):
        pass
    return MATTER


def acts(hall: Hall) -> Iterator[str]:
    """Play the matter beat by beat; yields the name of each beat when it is done."""
    script = Script(hall, MATTER)
    found(script)
    yield "community"
    raise_and_talk(script)
    yield "assembly"
    rank(script)
    yield "ranking"
    consent(script)
    yield "consent"
    take_on(script)
    yield "duty"
    measure(script)
    yield "evaluation"


def roll() -> Roll:
    """420 households with one head each, and a companion who guides and never votes."""
    lines = tuple(RollLine(Member(household), (1,)) for household in (*OWNERS, *NEIGHBOURS))
    return Roll(("head",), (*lines, RollLine(Member(COMPANION, Standing.COMPANION), (0,))))


def found(script: Script) -> None:
    """Found the community, adopt the roll and the policy, form the squad."""
    squad = Group(SQUAD, CHARTER, Scope(tags=frozenset({"宠物", "院落"})), OWNERS)
    script.community(at(2, 20), WANG, FoundCommunity("玉林东苑"))
    script.community(at(2, 20), WANG, AdoptRoll(roll()))
    script.community(at(2, 20), WANG, AdoptPolicy(Policy(status_quo=STATUS_QUO, review_days=21)))
    script.community(at(2, 27), CHEN, FormGroup(squad))


def raise_and_talk(script: Script) -> None:
    """Raise the issue, hand it to the group that owns it, talk in two rounds, put four proposals on the table."""
    tags = frozenset({"宠物", "院落"})
    issue = RaiseIssue("小区里的狗粪", "花园和滑梯边每天都有十几处狗粪，孩子踩到过。", tags, "visit")
    script.do(at(3, 1), NEIGHBOURS[1], issue)
    [owner] = competent(script.hall.community.groups, tags)
    script.do(at(3, 1), COMPANION, HandIssueOver(owner.name, answer_by=at(3, 8)))
    script.do(at(3, 4, 20), CHEN, AnswerHandover("accept", "这是我们的狗，我们来管。"))
    script.do(at(3, 5, 19, 30), COMPANION, OpenRound("有哪些办法"))
    script.do(at(3, 5, 19, 32), CHEN, DraftProposal(A, TEXT_1))
    script.do(at(3, 5, 19, 35), LI, DraftProposal(B, "早晚各两小时集中遛狗，队员在场提醒。"))
    script.do(at(3, 5, 19, 38), SUN, DraftProposal(C, "每晚两名队员巡查一圈，见到就收拾。"))
    script.do(at(3, 5, 19, 41), OWNERS[10], DraftProposal(D, "不收拾的每次罚五十元，归院落公用。"))
    script.do(at(3, 5, 19, 45), QIAN, TakeTurn("袋子就在手边，谁都会顺手。", A, Side.FOR, 60))
    script.do(at(3, 5, 19, 47), OWNERS[20], TakeTurn("罚款伤和气，谁来收？", D, Side.AGAINST, 50))
    script.do(at(3, 5, 20), COMPANION, CloseRound("四个办法，各有人支持。"))
    script.do(at(3, 7, 19, 30), COMPANION, OpenRound("比一比四个办法"))
    script.do(at(3, 7, 19, 33), OWNERS[10], TakeTurn("没有约束就没人当回事。", D, Side.FOR, 90))
    script.do(at(3, 7, 19, 36), LI, TakeTurn("时段定了，上班的人不方便，我愿意退一步支持便袋站。", A, Side.FOR, 80))
    script.each(at(3, 7, 19, 50), [(name, GiveSupport(A)) for name in OWNERS[:12]])
    script.do(at(3, 7, 20), COMPANION, CloseRound())


def rank(script: Script) -> None:
    """Rank the four proposals and the status quo under Schulze's rule."""
    script.do(at(3, 8), CHEN, FreezeText((A, B, C, D), seed_rule="3 月 9 日 17:30 在院门口当众掷十六次骰子"))
    rule = Tested(requirement=QUORUM, rule=Schulze(), status_quo=STATUS_QUO)
    seed = "骰子 3 1 6 6 2 4 5 1 1 3 2 6 4 5 5 2"
    script.do(at(3, 9, 18), CHEN, OpenVoting(rule, until=at(3, 12, 18), seed=seed, among=SQUAD))
    ballots = [Ranking(ranking) for votes, ranking in RANKINGS for _ in range(votes)]
    pairs = zip(OWNERS, ballots, strict=False)
    script.each(at(3, 10, 20), [(name, CastBallot(name, ballot)) for name, ballot in pairs])
    # One paper ballot names the same option twice: it is kept as invalid and stands in no base.
    spoilt = CastBallot(OWNERS[36], Answer(Stance.INVALID, "同一方案写了两次"), "paper")
    script.do(at(3, 11, 20), COMPANION, spoilt)
    script.do(at(3, 12, 18), COMPANION, CloseVoting())


def consent(script: Script) -> None:
    """Ask for consent: two reasons against the first text, none against the second."""
    reason = "便袋站离幼儿园太近，夏天有味道。"
    first = [Stance.YES] * 40 + [Stance.STAND_ASIDE] * 6 + [Stance.OBJECTION] * 2
    script.do(at(3, 12, 19), CHEN, FreezeText((A,), seed_rule="同意决不用抽签"))
    script.do(at(3, 12, 20), CHEN, OpenVoting(Consent(), until=at(3, 14, 20), seed="-", among=SQUAD))
    script.each(at(3, 13, 20), [(n, CastBallot(n, _answer(s, reason))) for n, s in zip(OWNERS, first, strict=True)])
    script.do(at(3, 14, 20), COMPANION, CloseVoting())
    script.do(at(3, 15, 19, 30), COMPANION, OpenRound("怎样回应两条反对理由"))
    script.do(at(3, 15, 19, 32), OWNERS[46], TakeTurn(reason, A, Side.AGAINST, 70))
    script.do(at(3, 15, 19, 36), CHEN, TakeTurn("那就把北门和幼儿园旁的两个站挪开。", A, Side.FOR, 60))
    script.do(at(3, 15, 19, 40), CHEN, ReviseProposal(A, TEXT_2))
    script.do(at(3, 15, 20), COMPANION, CloseRound("第二稿挪了两个站。"))
    second = [Stance.YES] * 41 + [Stance.STAND_ASIDE] * 7
    script.do(at(3, 15, 20, 30), CHEN, FreezeText((A,), seed_rule="同意决不用抽签"))
    script.do(at(3, 16), CHEN, OpenVoting(Consent(), until=at(3, 18), seed="-", among=SQUAD))
    script.each(at(3, 17), [(n, CastBallot(n, _answer(s, ""))) for n, s in zip(OWNERS, second, strict=True)])
    script.do(at(3, 18), COMPANION, CloseVoting())


def take_on(script: Script) -> None:
    """Offer the duties; one neighbour declines, three hours are missing, he is asked again and accepts."""
    script.do(at(3, 18, 19), CHEN, ProposeDuties((INSTALL, ROTA, COUNT)))
    asked = ((INSTALL, CHEN), (ROTA, CHEN), (ROTA, LI), (ROTA, SUN), (COUNT, SUN), (COUNT, QIAN))
    script.do(at(3, 18, 19, 10), CHEN, *(OfferDuty(duty.name, to) for duty, to in asked))
    script.do(at(3, 18, 20), CHEN, _accept(INSTALL, 8, "yes"), _accept(ROTA, 8, "yes"))
    script.do(at(3, 18, 20), LI, _accept(ROTA, 6))
    script.do(at(3, 18, 20), QIAN, _accept(COUNT, 4, "yes"))
    script.do(at(3, 18, 21), SUN, AnswerOffer(ROTA.name, "decline", reason="这周加班"))
    script.do(at(3, 18, 21), SUN, AnswerOffer(COUNT.name, "decline", reason="这周加班"))
    stewards = ((INSTALL.name, CHEN), (ROTA.name, CHEN), (COUNT.name, QIAN))
    plan = AssignDuties(Balanced(), stewards=stewards, deputies=((ROTA.name, LI), (INSTALL.name, LI)))
    script.do(at(3, 18, 21, 30), CHEN, plan)
    script.do(at(3, 19), CHEN, OfferDuty(ROTA.name, SUN), OfferDuty(COUNT.name, SUN))
    script.do(at(3, 19, 12), SUN, _accept(ROTA, 10), _accept(COUNT, 10))
    script.do(at(3, 19, 13), CHEN, plan)


def measure(script: Script) -> None:
    """Fix the target, count every day, judge, close; what comes next stands on the agenda."""
    indicators = (
        MeanChange(SERIES, START),
        HalfBaselineRun(SERIES, START),
        Target(SERIES, START, at_most=Fraction(3, 5), registered=date(2026, 3, 19)),
    )
    script.do(at(3, 19, 19), WANG, PlanMeasure(indicators))
    before = START - timedelta(days=len(BEFORE))
    baseline = tuple(Report(SERIES, before + timedelta(days=n), value, QIAN) for n, value in enumerate(BEFORE))
    script.do(at(3, 19, 20), QIAN, Measure(baseline))
    for number, value in enumerate(AFTER):
        day = START + timedelta(days=number)
        script.do(at(day.month, day.day, 21), QIAN, Measure((Report(SERIES, day, value, QIAN),)))
    script.do(at(4, 10), WANG, Evaluate())
    script.do(at(4, 10), WANG, CloseMatter())


def _answer(stance: Stance, reason: str) -> Answer:
    return Answer(stance, reason if stance is Stance.OBJECTION else "")


def _accept(duty: Duty, hours: int, steward: str = "no") -> AnswerOffer:
    return AnswerOffer(duty.name, "accept", hours, steward)

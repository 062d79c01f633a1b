"""Whole meetings for the minutes: neighbours of one courtyard, under six rules of order. All names are made up."""

from datetime import UTC, datetime, timedelta

from attrs import frozen

from deliberate.assembly import Agenda, AgendaItem, Move, confer
from deliberate.assembly.confer import Deliberation
from deliberate.assembly.motions import acts as robert
from deliberate.assembly.motions.table import Motion
from deliberate.assembly.moves import (
    CloseRound,
    DraftProposal,
    GiveSupport,
    ReviseProposal,
    Side,
    TakeTurn,
)
from deliberate.assembly.procedures.drafting import Drafting
from deliberate.assembly.procedures.radish import Radish
from deliberate.assembly.procedures.robert import Robert
from deliberate.assembly.proposals import acts as draft
from deliberate.assembly.proposals.hunks import between
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.talk import acts as talk
from deliberate.assembly.talk.terms import Interest, TalkTerms
from deliberate.assembly.talk.traits import Ground, Stake
from deliberate.identity import text_hash
from deliberate.report import MinutesHead

EVENING = datetime(2026, 3, 1, 11, 30, tzinfo=UTC)
LI, WANG, ZHAO, SUN, ZHOU, WU, CHEN = "李芳", "王强", "赵敏", "孙刚", "周岚", "吴桐", "陈静"
FOR, AGAINST, NEITHER = Side.FOR, Side.AGAINST, Side.NEITHER


@frozen
class Held:
    """A meeting that was held: what is known of it, and its moves."""

    record: Deliberation
    head: MinutesHead
    moves: tuple[Move, ...]


def held(procedure, script, head, agenda=(), minutes=1):
    """Hold a meeting, a move a minute; what is marked with ``NO`` is refused, and nothing else is."""
    moves = tuple(
        Move(by, EVENING + timedelta(minutes=minutes * place), act) for place, (by, act, *_) in enumerate(script)
    )
    items = tuple(AgendaItem(title, "raised") for title in agenda)
    record = confer(Agenda(items), procedure, moves)
    for step, (by, act, *no) in zip(record.trace, script, strict=True):
        assert bool(no) is isinstance(step, MoveRefused), (by, act, step)
    return Held(record, head, moves)


NO = "refused"


def headed(title, **more):
    return MinutesHead(title, EVENING, body="院落居民议事会", place="3 栋门厅", secretary=ZHOU, **more)


def spoken(by, side, text, seconds, chair=WANG):
    return [
        (by, talk.RaiseHand(side)),
        (chair, talk.CallOn(by)),
        (by, TakeTurn(text, side=side, seconds=seconds)),
    ]


def radish():
    """Two motions: one after a ruling, a chair who hands over, and a close by two thirds; one that ties."""
    members = (WANG, LI, ZHAO, SUN, ZHOU, WU)
    interests = (
        Interest("底楼住户", Stake.AFFECTED, (LI, SUN)),
        Interest("夜班住户", Stake.AFFECTED, (WU,)),
        Interest("沿街商户", Stake.AFFECTED, ("钱老板",)),
    )
    lamps, curfew = "在北门和南门各装一盏路灯，带灯罩。", "晚上十点以后关掉院里的灯。"
    script = [
        (LI, TakeTurn("院里太黑了。", side=FOR), NO),
        (LI, talk.LayMotion(lamps)),
        *spoken(LI, FOR, "老人晚上看不清台阶，去年摔过两个。", 75),
        *spoken(SUN, AGAINST, "灯会照进底楼的卧室。", 50),
        *spoken(ZHAO, FOR, "有人就是小气，怕多交几块电费。", 40),
        (WANG, talk.RuleOut(3, Ground.PERSONAL, "请谈灯，不谈人。")),
        (WANG, TakeTurn("我也说两句。", side=FOR), NO),
        (WANG, talk.YieldChair(ZHOU)),
        *spoken(SUN, AGAINST, "要装就装在门外，别对着窗户。", 45, ZHOU),
        *spoken(WANG, FOR, "加灯罩，光只朝下，照不进卧室。", 60, ZHOU),
        (SUN, TakeTurn("还有一点。", side=AGAINST), NO),
        *((member, talk.AgreeToClose()) for member in (LI, ZHAO, ZHOU)),
        (WANG, talk.AgreeToClose()),
        (ZHOU, talk.CallVote()),
        *((member, talk.VoteByHand(FOR)) for member in (LI, ZHAO, WANG, ZHOU)),
        (SUN, talk.VoteByHand(AGAINST)),
        (ZHOU, talk.DeclareResult()),
        (WANG, talk.TakeChairBack()),
        (SUN, talk.LayMotion(curfew)),
        *spoken(SUN, FOR, "灯亮一夜，睡不好。", 30),
        *spoken(LI, AGAINST, "十点以后才是最黑的时候。", 25),
        (WANG, CloseRound("一边要睡觉，一边要走路，今天就关灯的时间表个决。")),
        (WANG, talk.CallVote()),
        (SUN, talk.VoteByHand(FOR)),
        (ZHAO, talk.VoteByHand(FOR)),
        (LI, talk.VoteByHand(AGAINST)),
        (ZHOU, talk.VoteByHand(AGAINST)),
        (WU, talk.VoteByHand(NEITHER)),
        (WANG, talk.DeclareResult()),
    ]
    terms = TalkTerms(members, WANG, interests)
    head = headed("三月院落议事会", closed=EVENING + timedelta(hours=2), excused=("钱进",), entitled=7, quorum=4)
    return held(Radish(terms), script, head, ("院里的路灯", "几点关灯"))


def robert_meeting():
    """A main motion, amended twice, one amendment of which fails; a ruling; a question that is postponed; the end."""
    body = (CHEN, LI, WANG, ZHAO, SUN, ZHOU, WU)
    here = (CHEN, LI, WANG, ZHAO, SUN)
    main = "修好院里的三盏路灯，\n费用不超过三千元。"
    four = "修好院里的四盏路灯，\n费用不超过三千元。"
    cheap = "修好院里的四盏路灯，\n费用不超过两千元。"

    def floor(by):
        return [(by, robert.AskForTheFloor()), (CHEN, robert.Recognise(by))]

    def moved(by, second, motion, text="", **more):
        made = (by, robert.MakeMotion(motion, text, **more))
        return [*floor(by), made, (second, robert.SecondMotion()), (CHEN, robert.StateQuestion())]

    def spoke(by, text, seconds):
        return [*floor(by), (by, robert.Debate(text, seconds))]

    def voted(yes, no, **names):
        return [(CHEN, robert.PutQuestion(yes, no, **names)), (CHEN, robert.AnnounceResult())]

    script = [
        (CHEN, robert.CallToOrder(body, here)),
        (LI, robert.MakeMotion(Motion.MAIN, main), NO),
        *moved(LI, WANG, Motion.MAIN, main),
        *spoke(LI, "三盏灯坏了两个月。", 90),
        *moved(ZHAO, SUN, Motion.AMEND, four, question=1),
        *spoke(ZHAO, "北门那盏也是坏的。", 30),
        *voted(4, 0),
        *moved(WANG, ZHAO, Motion.AMEND, cheap, question=1),
        *spoke(SUN, "两千元修不了四盏。", 20),
        *voted(1, 3),
        (SUN, robert.MakeMotion(Motion.POINT, "请只说路灯。")),
        (CHEN, robert.GiveRuling(robert.Ruling.GRANTED, reason="发言要与议题有关。")),
        *voted(4, 0, ayes=(LI, WANG, ZHAO, SUN), noes=()),
        *floor(WANG),
        (WANG, robert.MakeMotion(Motion.MAIN, "把自行车棚刷成绿色。")),
        (CHEN, robert.LetMotionFall()),
        (CHEN, robert.TakeAttendance((*here, ZHOU))),
        *moved(SUN, ZHOU, Motion.MAIN, "楼道里不放鞋柜。"),
        *moved(ZHOU, LI, Motion.POSTPONE, until=EVENING + timedelta(days=7)),
        *voted(5, 0),
        *moved(LI, WANG, Motion.ADJOURN),
        *voted(5, 0),
    ]
    head = headed("业主小组例会", closed=EVENING + timedelta(hours=2))
    return held(Robert(), script, head, ("路灯", "鞋柜"))


def drafting():
    """Two proposals; one is amended, by silence and by vote; another amendment fails and becomes a rival; a merger."""
    lamps = "修好院里的三盏路灯。\n费用从公共收益中支出。"
    bins = "在北门放两个垃圾桶。"
    both = "修好院里的四盏路灯，装灯罩。\n在北门放两个垃圾桶。\n费用从公共收益中支出。"

    def amends(by, name, proposal, old, new, reason):
        return (by, draft.OfferAmendment(name, proposal, text_hash(old), between(old, new), reason))

    shaded = lamps.replace("路灯。", "路灯，装灯罩。")
    four = lamps.replace("三盏", "四盏")
    fee = lamps.replace("从公共收益中支出", "由各户分摊")
    script = [
        (LI, DraftProposal("路灯", lamps)),
        (ZHAO, DraftProposal("垃圾桶", "在北门放一个垃圾桶。")),
        *((member, GiveSupport("路灯")) for member in (WANG, SUN)),
        (WANG, GiveSupport("路灯"), NO),
        (CHEN, GiveSupport("垃圾桶")),
        (ZHAO, ReviseProposal("垃圾桶", bins)),
        amends(SUN, "灯罩", "路灯", lamps, shaded, "免得照进卧室。"),
        amends(ZHOU, "四盏", "路灯", lamps, four, "北门那盏也坏了。"),
        amends(WU, "分摊", "路灯", lamps, fee, "公共收益不够。"),
        (LI, draft.DecideAmendment("灯罩", "PASSED")),
        (LI, draft.DecideAmendment("四盏", "PASSED")),
        (LI, draft.DecideAmendment("分摊", "REJECTED")),
        (WU, draft.ProposeRival("分摊", "路灯（分摊）")),
        (LI, draft.ConsolidateText("路灯")),
        (WANG, GiveSupport("路灯")),
        (LI, draft.OfferMerge(("路灯", "垃圾桶"), "灯和桶", both)),
        (ZHAO, draft.AgreeToMerge("灯和桶")),
        (WANG, GiveSupport("灯和桶")),
        (WU, draft.RetireProposal("路灯（分摊）", "灯和桶")),
        (LI, draft.RecordDecision("灯和桶", "PASSED")),
    ]
    head = headed("方案商议会", present=(LI, WANG, ZHAO, SUN, ZHOU, WU, CHEN), chair=CHEN)
    return held(Drafting(ProposalPolicy(live_each=2)), script, head)

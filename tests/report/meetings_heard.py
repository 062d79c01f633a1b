"""Whole meetings for the minutes in which people are heard before anything is settled. All names are made up."""

from datetime import date, timedelta

from deliberate.assembly.allegations import acts as alleged
from deliberate.assembly.allegations.terms import FairTerms
from deliberate.assembly.circle import acts as circle_acts
from deliberate.assembly.circle.terms import CircleTerms, Fallback
from deliberate.assembly.delphi import acts as estimate
from deliberate.assembly.delphi.terms import DelphiTerms
from deliberate.assembly.mediation import acts as mediate
from deliberate.assembly.mediation.terms import MediationTerms
from deliberate.assembly.procedures.consent_circle import ConsentCircle
from deliberate.assembly.procedures.delphi import Delphi
from deliberate.assembly.procedures.fair_finding import FairFinding
from deliberate.assembly.procedures.mediation import Mediation
from deliberate.assembly.ties import CloseTie
from tests.report.meetings import CHEN, EVENING, LI, NO, SUN, WANG, ZHAO, ZHOU, headed, held

DOWN, UP, HE, QIAN = "周大爷", "小吴", "何敏", "钱师傅"
EXPERTS = ("刘师傅", "马工", "郑电工", "Li Yun", "Wang Bo")


def mediation():
    """Advice that comes too early, a talk alone, a correction, an agreement of two clauses."""
    peace = mediate.AdviseParties("远亲不如近邻，各让一步吧。")
    script = [
        (DOWN, mediate.OpenCase("夜里楼上的响动", (DOWN, UP))),
        (QIAN, mediate.TakeCase(), NO),
        (HE, mediate.TakeCase()),
        (DOWN, mediate.ConsentToMediation()),
        (UP, mediate.ConsentToMediation()),
        (HE, peace, NO),
        (HE, mediate.HearParty(DOWN)),
        (DOWN, mediate.Tell("十二点还有球在滚，我心脏不好。")),
        (UP, mediate.Tell("哪有！"), NO),
        (DOWN, mediate.FinishTelling()),
        (HE, mediate.ReflectBack("夜里的响动让您睡不着，您担心身体。")),
        (DOWN, mediate.ConfirmReflection()),
        (HE, mediate.LogPrivateTalk(UP)),
        (HE, mediate.LogPrivateTalk("小吴说他白天要补觉，家里还欠着债"), NO),
        (HE, mediate.HearParty(UP)),
        (UP, mediate.Tell("孩子夜里起来玩球，我上夜班。")),
        (UP, mediate.FinishTelling()),
        (HE, mediate.ReflectBack("您管不住孩子。")),
        (UP, mediate.CorrectReflection("不是管不住，是夜里家里没有大人。")),
        (HE, mediate.ReflectBack("夜里只有孩子和外婆在家，您也着急。")),
        (UP, mediate.ConfirmReflection()),
        (HE, peace),
        (DOWN, mediate.NameInterest("夜里能睡。")),
        (UP, mediate.NameInterest("有人照应。")),
        (HE, mediate.OpenOptions()),
        (DOWN, mediate.SuggestOption("照应", "孩子醒了，可以到我家来下棋。")),
        (UP, mediate.DraftClause("铺上地垫。", (UP,), date(2026, 3, 15))),
        (DOWN, mediate.DraftClause("周三、周五夜里照应孩子。", (DOWN,), date(2026, 6, 30))),
        (HE, mediate.AgreeToClause(1), NO),
        *((who, mediate.AgreeToClause(n)) for n in (1, 2) for who in (DOWN, UP)),
        (HE, mediate.ConcludeAgreement()),
    ]
    terms = MediationTerms((DOWN, UP), (HE, QIAN), "街道调解委员会", (CloseTie(UP, QIAN),))
    return held(Mediation(terms), script, headed("邻里调解"))


def circle():
    """A driver, a text that is tuned, two objections: one is worked in, one is no objection; consent."""
    members = (LI, WANG, ZHAO, SUN)
    text = "院里的灯整夜亮着。"
    script = [
        (LI, circle_acts.StateDriver("晚上看不清台阶，老人摔过两次；我们需要夜里走路安全。")),
        *((member, circle_acts.AgreeToDriver()) for member in members),
        (LI, circle_acts.BringToCircle("亮灯", text)),
        (SUN, circle_acts.AskClarification("楼道里的灯也算吗？")),
        (ZHAO, circle_acts.GiveReaction("太费电。"), NO),
        (LI, circle_acts.AnswerClarification(1, "不算，只说院里的三盏。")),
        (CHEN, circle_acts.MoveOn()),
        (WANG, circle_acts.GiveReaction("安全要紧。")),
        (ZHAO, circle_acts.GiveReaction("担心电费。")),
        (SUN, circle_acts.PassReaction()),
        (LI, circle_acts.PassReaction()),
        (CHEN, circle_acts.MoveOn()),
        (LI, circle_acts.TuneProposal("院里的三盏灯整夜亮着，换成节能灯。")),
        (CHEN, circle_acts.MoveOn()),
        (LI, circle_acts.SayNoObjection()),
        (WANG, circle_acts.RecordConcern("换灯的钱要先报个数。")),
        (SUN, circle_acts.RaiseObjection("整夜亮着，底楼睡不好。")),
        (ZHAO, circle_acts.RaiseObjection("灯杆不好看。")),
        (CHEN, circle_acts.MoveOn()),
        (CHEN, circle_acts.TestObjection(SUN, circle_acts.Effect.UNINTENDED)),
        (CHEN, circle_acts.TestObjection(ZHAO, circle_acts.Effect.NEITHER)),
        (CHEN, circle_acts.NameSilenceDate(EVENING + timedelta(minutes=25))),
        (CHEN, circle_acts.MoveOn()),
        (LI, circle_acts.OfferIntegration(SUN, "院里的三盏灯整夜亮着，换成节能灯，十点以后调暗。")),
        (SUN, circle_acts.AcceptIntegration()),
        (CHEN, circle_acts.MoveOn()),
        *((member, circle_acts.SayNoObjection()) for member in (LI, WANG, SUN)),
        (ZHAO, circle_acts.StandAside("还是觉得灯杆不好看。")),
        (CHEN, circle_acts.ReachConsent(date(2026, 6, 1))),
    ]
    terms = CircleTerms(members, CHEN, Fallback.VOTE, EVENING + timedelta(days=14))
    return held(ConsentCircle(terms), script, headed("亮灯同意圈"))


def delphi():
    """Two rounds; reasons of those outside the middle half, one of which names somebody; then they lie together."""
    first, second = (2, 3, 3, 5, 8), (3, 3, 3, 4, 4)
    reasons = ("北门那盏还能修。", "", "", "", "Wang Bo here: 每个门洞都该有一盏。")
    names = dict(zip(EXPERTS, first, strict=True))
    script = [
        (CHEN, estimate.OpenEstimates()),
        *((who, estimate.GiveEstimate(names[who], why)) for who, why in zip(EXPERTS, reasons, strict=True)),
        (EXPERTS[0], estimate.GiveEstimate(3), NO),
        ("过路人", estimate.GiveEstimate(3), NO),
        (CHEN, estimate.CloseEstimates()),
        (CHEN, estimate.OpenEstimates()),
        *((who, estimate.GiveEstimate(value)) for who, value in zip(EXPERTS, second, strict=True)),
        (CHEN, estimate.CloseEstimates()),
        (CHEN, estimate.EndDelphi()),
    ]
    terms = DelphiTerms("院里要几盏灯？", EXPERTS, CHEN, low=0, high=10, salt="sixteen letters!")
    head = headed("装灯数量估计", chair=CHEN, present=EXPERTS[:3], excused=EXPERTS[3:4], guests=EXPERTS[4:])
    return held(Delphi(terms), script, head)


def finding():
    """A volunteer is accused, answers, and both sides are heard."""
    script = [
        (WANG, alleged.DeclareInterests(("女婿在电梯公司",))),
        (LI, alleged.AnnounceAssignment("电梯更新", WANG)),
        (SUN, alleged.MakeAllegation("电梯更新", "他一定拿了好处。", ("他常去公司",))),
        (WANG, alleged.AnswerAllegation(1, "去公司是为了验收。", ("账本第 12 页",))),
        (LI, alleged.NameReviewer(1, ZHAO)),
        (ZHAO, alleged.HearSide(1, SUN, "我只见他常去公司。")),
        (ZHAO, alleged.PublishFinding(1, alleged.Found.UNFOUNDED, "账目相符。"), NO),
        (ZHAO, alleged.HearSide(1, WANG, "账本大家都可以查。")),
        (ZHAO, alleged.PublishFinding(1, alleged.Found.UNFOUNDED, "账目相符。")),
    ]
    terms = FairTerms((LI, WANG, SUN, ZHOU), keepers=(LI,), reviewers=(ZHAO,))
    return held(FairFinding(terms), script, headed("核查"))

"""没听就劝的调解员: the mediator who did not listen
===================================================

An old couple want a divorce. The mediator sees the wife in tears and says: don't cry, don't part. But it is with the
husband that somebody should have talked, and she weeps the more. Here that advice is refused until both were heard;
by then it is another one. All names are made up. Run it with ``python examples/mediator_who_did_not_listen.py``.
"""

from datetime import date, timedelta
from fractions import Fraction

from deliberate.assembly.confer import told
from deliberate.assembly.mediation import ORDER, MediationTerms, Phase, case_figures
from deliberate.assembly.mediation import acts as a
from deliberate.assembly.moves import Move
from deliberate.assembly.procedures.mediation import Mediation
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.ties import CloseTie
from deliberate.duty.duty import Duty
from deliberate.scenarios.script import at

# %%
# Wu is kind and has never learnt to mediate. Auntie He has, and so has Qian, who is the husband's brother-in-law.
SHEN, LUO, WU, HE, QIAN = "沈奶奶", "罗爷爷", "吴姐", "何阿姨", "钱师傅"
mediation = Mediation(MediationTerms((SHEN, LUO, WU), (HE, QIAN), "街道调解委员会", (CloseTie(LUO, QIAN),)))
trace = []


def play(case, moment, *acts):
    """Play acts, one a minute; gives where the case stands and the codes of what was refused."""
    answers = []
    for minute, (by, act) in enumerate(acts):
        answers.append(mediation.step(case, Move(by, moment + timedelta(minutes=minute), act)))
        case = case.after(answers[-1])
    trace.extend(answers)
    return case, [step.code for step in answers if isinstance(step, MoveRefused)]


# %%
# Kindness is not enough, and who is close to a side cannot mediate. Nobody is made to come: both agree to talk.
take, yes, hush = a.TakeCase(), a.ConsentToMediation(), a.AdviseParties("别哭了，别离婚，都一辈子了。")
brought = a.OpenCase("过不下去了", (SHEN, LUO))
case, refused = play(mediation.begin(), at(3, 1), (SHEN, brought), (WU, take), (QIAN, take), (HE, take))
assert refused == ["not-your-part", "mediator-has-a-tie"]

# %%
# The tears are there before the story is. Advice now is refused, and the refusal names who was not heard.
case, refused = play(case, at(3, 2), (SHEN, yes), (LUO, yes), (HE, hush))
assert (refused, dict(trace[-1].about), case.unheard) == (["not-all-heard"], {"missing": (SHEN, LUO)}, (SHEN, LUO))

# %%
# She is heard, and not interrupted. One of two is not everybody: it is not her that there is something to say to.
hers = "膝盖开了刀，他一早出门，天黑才回，一句话也没有。"
case, refused = play(
    case, at(3, 2, 10), (HE, a.HearParty(SHEN)), (SHEN, a.Tell(hers)), (LUO, a.Tell("我又没做错什么！")),
    (SHEN, a.FinishTelling()), (HE, a.ReflectBack("最难的时候，身边没有人。")), (SHEN, a.ConfirmReflection()),
    (HE, hush),
)  # fmt: skip
assert (refused, case.unheard) == (["hearing-uninterrupted", "not-all-heard"], (LUO,))

# %%
# He was not heard right at first, and says so. Only what he confirms counts as heard.
case, refused = play(
    case, at(3, 2, 14), (HE, a.HearParty(LUO)), (LUO, a.Tell("医生的话我听不懂，怕照顾不好，就躲出去了。")),
    (LUO, a.FinishTelling()), (HE, a.ReflectBack("您嫌她麻烦。")), (HE, hush),
    (LUO, a.CorrectReflection("不是嫌，是怕。")), (HE, a.ReflectBack("您怕做不好，又不知道怎么开口。")),
    (LUO, a.ConfirmReflection()), (HE, a.AdviseParties("罗爷爷，您怕的事，先说给她听。")),
)  # fmt: skip
assert (refused, case.unheard, case.phase) == (["not-all-heard"], (), Phase.INTERESTS)
assert case.advised_unheard == 0

# %%
# What each needs, what could be done, what each agrees to: by whom and until when. Whether they part is theirs to say;
# the mediator agrees to nothing.
case, refused = play(
    case, at(3, 3), (SHEN, a.NameInterest("有人说说话。")), (LUO, a.NameInterest("有人教我怎么照顾。")),
    (HE, a.OpenOptions()), (SHEN, a.SuggestOption("康复", "一起去，听康复师讲。")),
    (LUO, a.DraftClause("每周二、四陪她去康复。", (LUO,), date(2026, 6, 30))),
    (SHEN, a.DraftClause("晚饭后一起走一圈。", (SHEN, LUO), date(2026, 3, 31))), (HE, a.AgreeToClause(1)),
    (HE, a.ConcludeAgreement()), *((who, a.AgreeToClause(n)) for n in (1, 2) for who in (SHEN, LUO)),
    (HE, a.ConcludeAgreement()),
)  # fmt: skip
assert refused == ["mediator-decides-nothing", "clause-not-agreed"]
assert (case.phase, case.mediator, [clause.agreeing for clause in case.agreement]) == (
    Phase.AGREEMENT,
    HE,
    [(SHEN, LUO), (SHEN, LUO)],
)

# %%
# Clauses are plain data that duties are made of.
duties = [Duty(f"第 {clause.number} 条", clause.what, hours=2, due=clause.until) for clause in case.agreement]
assert [(duty.what, duty.due) for duty in duties] == [
    ("每周二、四陪她去康复。", date(2026, 6, 30)),
    ("晚饭后一起走一圈。", date(2026, 3, 31)),
]
assert [clause.who for clause in case.agreement] == [(LUO,), (SHEN, LUO)]

# %%
# Another conflict finds nobody who is both skilled and neutral, and goes up, not before all were asked. In figures:
# nobody advised unheard in two cases, one of two handed up.
shoes, up = a.OpenCase("楼道里的鞋柜", (WU, LUO)), a.EscalateCase()
other, refused = play(mediation.begin(), at(4, 1), (WU, shoes), (WU, up), (HE, a.DeclineCase()), (WU, up))
assert (refused, other.phase) == (["skilled-mediator-left"], Phase.ESCALATED)
figures = case_figures([case, other])
assert (figures.cases, figures.agreed, figures.escalated, figures.advised_unheard) == (2, 1, 1, 0)
assert figures.escalation_rate == Fraction(1, 2)

print(ORDER.mermaid("zh"), ORDER.text_table("en"), sep="\n\n", end="\n\n")
for lang in ("zh", "en"):
    print(*(told(step, lang) for step in trace), figures.explain(lang), sep="\n", end="\n\n")

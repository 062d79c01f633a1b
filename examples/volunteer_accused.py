"""无利不起早？the volunteer accused
======================================

Wang looks after the new lift for nothing, and a neighbour says: nobody does that for nothing, he colludes with the
company. Interests were declared first, so there is something to look at; the accused answers in time, somebody without
a tie reviews, both sides are heard, and what was found is public with what both said. All names and figures are made
up. Run it with ``python examples/volunteer_accused.py``.
"""

from datetime import timedelta
from fractions import Fraction

import deliberate as d
from deliberate.assembly.allegations import ORDER, AllegationState, FairTerms
from deliberate.assembly.allegations import acts as a
from deliberate.assembly.confer import told
from deliberate.assembly.moves import Move
from deliberate.assembly.procedures.fair_finding import FairFinding
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.ties import CloseTie
from deliberate.scenarios.script import at

# %%
# Wang and Chen sit in the committee of seven; Zheng keeps its notices. Zhao and Sun may review; Sun is married to
# Wang's sister.
WANG, CHEN, ZHENG, NEIGHBOUR, ZHAO, SUN = "老王", "老陈", "小郑", "邻居甲", "赵老师", "孙师傅"
COMMITTEE = (WANG, CHEN, "委员丙", "委员丁", "委员戊", "委员己", "委员庚")
LIFT, VENDOR = "电梯更新", "电梯公司甲"
fair = FairFinding(
    FairTerms(
        (*COMMITTEE, NEIGHBOUR), (ZHENG,), (ZHAO, SUN), (CloseTie(SUN, WANG),), notice_days=7, response_days=5
    )
)  # fmt: skip
docket, trace = fair.begin(), []


def play(docket, moment, *acts):
    """Play acts, one a minute; gives where it stands and the codes of what was refused."""
    answers = []
    for minute, (by, act) in enumerate(acts):
        answers.append(fair.step(docket, Move(by, moment + timedelta(minutes=minute), act)))
        docket = docket.after(answers[-1])
    trace.extend(answers)
    return docket, [step.code for step in answers if isinstance(step, MoveRefused)]


# %%
# Interests first, even where there are none and the pay is nothing; then seven days of public notice 公示.
announce = (ZHENG, a.AnnounceAssignment(LIFT, WANG))
nothing, works = (WANG, a.DeclareInterests(pay=0)), (CHEN, a.DeclareInterests((VENDOR,), pay=0))
docket, refused = play(docket, at(3, 1), announce, nothing, works, announce)
assert refused == ["interests-not-declared"]
assert (docket.interests[WANG].interests, docket.interests[WANG].pay) == ((), 0)
assert docket.assignments[LIFT].until - docket.assignments[LIFT].at == timedelta(days=7)

# %%
# Who works for a vendor stands back from the choice of the vendor, and the base stays seven: four against two pass,
# three against three do not.
for yes, no, status in ((4, 2, "PASSED"), (3, 3, "REJECTED")):
    back = [member for member in COMMITTEE if member in docket.interests and docket.interests[member].interests]
    free = [member for member in COMMITTEE if member not in back]
    stances = dict.fromkeys(back, "RECUSED") | dict(zip(free, ["YES"] * yes + ["NO"] * no, strict=True))
    choice = d.Answers.of(stances, roll=dict.fromkeys(COMMITTEE, (1,)))
    ruling = d.requirement("cn.committee").rule_on(choice.tallies())
    assert (back, ruling.status, ruling.pass_.right) == ([CHEN], status, Fraction(7, 2))

# %%
# Day five: an allegation. It needs something that shows it, and has its answer due within five days.
claim = "无利不起早，他一定和电梯公司有勾结。"
accusing = [(NEIGHBOUR, a.MakeAllegation(LIFT, claim, shown)) for shown in ((), ("他常去公司",))]
docket, refused = play(docket, at(3, 5, 10), *accusing)
made = docket.allegations[1].made
assert refused == ["evidence-needed"]
assert (made.at.date() - docket.assignments[LIFT].at.date(), made.in_notice) == (timedelta(days=4), True)
assert made.due - made.at == timedelta(days=5)

# %%
# No reviewer before the answer is there or overdue, and none with a tie. The answer comes a day before it is due, with
# the ledger.
name = (ZHENG, a.NameReviewer(1, ZHAO))
docket, refused = play(docket, at(3, 7), name)
open_ = docket.figures(at(3, 7))
assert (refused, open_.due, open_.rate, open_.unresolved) == (["answer-awaited"], 0, None, 1)
answer = a.AnswerAllegation(1, "去公司是为了验收，每一笔都在账上。", ("账本第 12 至 18 页",))
docket, refused = play(docket, at(3, 9), (WANG, answer), (ZHENG, a.NameReviewer(1, SUN)), name)
assert (refused, docket.allegations[1].reviewer) == (["reviewer-has-a-tie"], ZHAO)
assert (docket.allegations[1].answered.in_time, len(docket.allegations[1].answered.evidence)) == (True, 1)

# %%
# No finding before both sides were heard, and no consequence where nothing was found: the rules protect who accuses and
# who serves.
finding = (ZHAO, a.PublishFinding(1, a.Found.UNFOUNDED, "账目与合同相符，没有付给他本人的款项。"))
harsh = (ZHAO, a.PublishFinding(1, a.Found.UNFOUNDED, "账目与合同相符。", sanction="暂停职务"))
docket, refused = play(docket, at(3, 10), (ZHAO, a.HearSide(1, NEIGHBOUR, "我只见他常去公司，没有看过账。")), finding)
assert (refused, dict(trace[-1].about)) == (["side-not-heard"], {"missing": (WANG,)})
docket, refused = play(docket, at(3, 11), (ZHAO, a.HearSide(1, WANG, "账本大家都可以查。")), harsh, finding)
assert refused == ["sanction-without-ground"]

# %%
# Unfounded, both statements public, no consequence. Answered in time: one of one; without a finding: none.
found = docket.allegations[1].finding
assert (docket.allegations[1].state, found.found, found.sanction) == (AllegationState.FOUND, a.Found.UNFOUNDED, "")
assert (found.accuser_said, found.accused_said) == ("我只见他常去公司，没有看过账。", "账本大家都可以查。")
figures = docket.figures(at(3, 12))
assert (figures.made, figures.due, figures.in_time, figures.unresolved) == (1, 1, 1, 0)
assert figures.rate == Fraction(1)

print(ORDER.mermaid("zh"), ORDER.text_table("en"), sep="\n\n", end="\n\n")
for lang in ("zh", "en"):
    print(*(told(step, lang) for step in trace), figures.explain(lang), sep="\n", end="\n\n")

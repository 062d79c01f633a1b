"""小动物选美 → 铲屎官小队: the pet squad
=========================================

First a pet show, and nobody complains. Those who came found a squad and agree on who leads it; only then a complaint
is handed to them, and they take it on as their own. What they talk over and agree on then is told in
``pet_squad_agrees.py``. All names and figures are made up. Run it with ``python examples/pet_squad.py``.
"""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby

import deliberate as d
from deliberate.assembly.circle import acts as c
from deliberate.assembly.circle.terms import CircleTerms
from deliberate.assembly.confer import told
from deliberate.assembly.issues import IssueTerms, widening
from deliberate.assembly.issues import acts as a
from deliberate.assembly.issues.complaint import Complaint
from deliberate.assembly.issues.order import before
from deliberate.assembly.moves import Move
from deliberate.assembly.procedures.consent_circle import ConsentCircle
from deliberate.assembly.procedures.ripening import Ripening
from deliberate.assembly.steps import MoveRefused
from deliberate.community.group import competent
from deliberate.duty.assigners.balanced import Balanced
from deliberate.duty.duty import Duty
from deliberate.duty.offer import Offer
from deliberate.scenarios.pet_waste import CHARTER, CHEN, COMPANION, LI, NEIGHBOURS, OWNERS, QIAN, SQUAD, SUN, roll
from deliberate.scenarios.script import at

# %%
# 420 households, 48 of them with a dog. The companion calls people together, and leads nobody.
SHOW, DIRT, PARKING, TAGS = "小动物选美", "小区里的狗粪", "门口乱停车", {"宠物", "院落"}
ripening = Ripening(IssueTerms(roll(), names=OWNERS, answer_days=7))
state, trace = ripening.begin(), []


def moves(moment, *acts):
    """Acts as moves, one a minute."""
    return [Move(by, moment + timedelta(minutes=minute), act) for minute, (by, act) in enumerate(acts)]


def do(state, moment, *acts):
    """Play acts; gives where things stand and the codes of what was refused."""
    answers = []
    for move in moves(moment, *acts):
        answers.append(ripening.step(state, move))
        state = state.after(answers[-1])
    trace.extend(answers)
    return state, [step.code for step in answers if isinstance(step, MoveRefused)]


# %%
# 60 come to the show, 45 of them with a dog. Who was not there founds no squad; who was founds it by a charter that
# says what it answers for. Some join who did not come. Nobody has complained of anything.
came = (*OWNERS[:45], *NEIGHBOURS[1:16])
found = a.FoundGroup(SQUAD, SHOW, CHARTER, TAGS)
state, _ = do(state, at(1, 31), (COMPANION, a.HoldGathering(SHOW, came, "二十六只狗、九只猫、一只乌龟。")))
state, refused = do(state, at(1, 31, 15), (OWNERS[47], found), (COMPANION, found), (CHEN, found))
state, _ = do(state, at(2, 1), *((each, a.JoinGroup(SQUAD)) for each in OWNERS[1:]))
assert refused == ["did-not-attend", "companions-guide"]
assert state.gatherings.bands[SQUAD].formed.tags == TAGS
assert list(state.gatherings.bands[SQUAD].members) == list(OWNERS)
assert state.gatherings.gathering(SHOW).conversion == Fraction(45, 60) == Fraction(3, 4)
assert not state.listed.issues

# %%
# Who leads 带头人, and who stands in: the squad asks itself. Two have a concern, nobody an objection.
text = "陈静带头，李芳作副手；半年后再看。"
talk = (
    (LI, c.StateDriver("有了小队，还没有人牵头。")), *((each, c.AgreeToDriver()) for each in OWNERS),
    (LI, c.BringToCircle("带头人", text)), (SUN, c.AskClarification("副手做什么？")),
    (LI, c.AnswerClarification(1, "陈静不在的时候，我来。")), (COMPANION, c.MoveOn()),
    *((each, c.PassReaction()) for each in OWNERS), (COMPANION, c.MoveOn()), (COMPANION, c.MoveOn()),
    *((each, c.SayNoObjection()) for each in OWNERS[:46]), *((each, c.RecordConcern("太忙。")) for each in OWNERS[46:]),
    (COMPANION, c.ReachConsent(date(2026, 8, 10))),
)  # fmt: skip
circle = ConsentCircle(CircleTerms(OWNERS, facilitator=COMPANION))
deliberation = d.confer(d.Agenda(), circle, moves(at(2, 10), *talk))
[asked] = deliberation.part.rounds
assert Counter(stance for _, stance in asked.stances) == {"YES": 48}
assert asked.reasons == ((OWNERS[46], "太忙。"), (OWNERS[47], "太忙。"))
trace += deliberation.trace

# %%
# Consented is not yet accepted: she is asked and says yes, and so does her deputy.
election = d.Election(d.Answers.of(dict(asked.stances), dict.fromkeys(OWNERS, (1,)), options=("带头人", "没有人带头")))
decision = d.Decision(deliberation, election, d.decide(election, d.rule("consent")), review=date(2026, 8, 10))
offers = (Offer(CHEN, ("带头",), hours=4), Offer(LI, (), hours=0, steward_of=("带头",)))
leading = (Duty("带头", text, hours=4),)
mandate = d.assign(d.Undertaking(decision, leading, offers, (("带头", CHEN),), (("带头", LI),)), Balanced())
assert (decision.adopted, mandate.steward("带头"), mandate.deputy("带头")) == ("带头人", CHEN, LI)
state, _ = do(state, at(2, 12), (LI, a.AskToLead(SQUAD, CHEN)), (CHEN, a.AnswerLead(SQUAD, "accept")))
assert state.gatherings.bands[SQUAD].leader == CHEN

# %%
# Only now, 1 March at nine, a complaint. Its tags are in the charter, so it is the squad's; parked cars are not. Seven
# days for an answer: had nobody answered by the eighth at nine, it would have gone up by itself.
assert before("ComplaintHandedTo") >= {"GatheringHeld", "GroupFormed", "LeadAnswered"}
state, _ = do(state, at(3, 1), (NEIGHBOURS[1], a.ListIssue(DIRT, "花园和滑梯边每天都有。", TAGS, channel="visit")))
assert [group.name for group in competent(state.gatherings.groups, TAGS)] == [SQUAD]
state, _ = do(state, at(3, 1), (COMPANION, a.HandComplaint(DIRT, SQUAD)))
parked = a.ListIssue(PARKING, tags={"停车", "院落"})
state, refused = do(state, at(3, 1), (NEIGHBOURS[2], parked), (COMPANION, a.HandComplaint(PARKING, SQUAD)))
handed = state.complaints.latest(DIRT).handed
assert refused == ["outside-charter"]
assert (handed.group, handed.at, handed.answer_by) == (SQUAD, at(3, 1), at(3, 8))
assert [Complaint(handed).state(day) for day in (at(3, 1), at(3, 7), at(3, 8))] == ["waiting", "waiting", "escalated"]

# %%
# Whoever leads answers, on the fourth day.
yes = a.AnswerComplaint(DIRT, "accept", "这是我们的狗，我们来管。")
state, refused = do(state, at(3, 4, 20), (LI, yes), (CHEN, yes))
answer = state.complaints.latest(DIRT).answer
assert (refused, answer.answer, answer.at.date()) == (["not-the-leader"], "accept", date(2026, 3, 4))
assert state.complaints.latest(DIRT).state(at(3, 8)) == "accept"

# %%
# Four pieces of work: three are taken by whoever saw them, one by somebody who was asked.
tasks = ((CHEN, "看四个点", ""), (LI, "问袋子的价", ""), (SUN, "画一张图", ""), (QIAN, "主持商量会", CHEN))
state, _ = do(state, at(3, 4, 21), *((by, a.TakeTask(DIRT, task, asked_by)) for by, task, asked_by in tasks))
widened = widening(state, at(3, 5))
assert (widened.gatherings, widened.attendees, widened.joined, widened.conversion) == (1, 60, 45, Fraction(3, 4))
assert (widened.groups, widened.led, widened.handed, widened.accepted) == (1, 1, 1, 1)
assert (widened.volunteered, widened.tasks, widened.self_assigned) == (3, 4, Fraction(3, 4))

# %%
# Where many do the same one after another, the last of them is told.
runs = groupby(trace, lambda step: (type(step), getattr(step, "code", "")))
story = [[*run][-1] for _, run in runs]
for lang in ("zh", "en"):
    print(*(told(step, lang) for step in story), widened.explain(lang), sep="\n", end="\n\n")

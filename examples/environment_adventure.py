"""环保大冒险: the children's environment adventure
==================================================

Children walk the courtyard with their parents, say what they saw and where, advise in an online vote that binds
nobody, pledge, and their parents follow. All names and figures are made up. Run it with
``python examples/environment_adventure.py``.
"""

from datetime import timedelta
from fractions import Fraction

import deliberate as d
from deliberate.assembly.confer import told
from deliberate.assembly.issues import IssueTerms, activation, duplicates, focus
from deliberate.assembly.issues.acts import (
    Advise,
    BreakPledge,
    KeepPledge,
    LinkParent,
    ListIssue,
    MakePledge,
    MergeIssues,
    Observe,
    OpenAdvisoryPoll,
    ShareIssue,
)
from deliberate.assembly.moves import Move
from deliberate.assembly.procedures.ripening import Ripening
from deliberate.assembly.steps import MoveRefused
from deliberate.community.group import Group, Scope
from deliberate.community.party import Member, Standing
from deliberate.community.roll import Roll, RollLine
from deliberate.errors import RequirementError
from deliberate.scenarios.script import at

# %%
# Eight children, twelve adults, a companion who guides.
CHILDREN, PARENTS = [[f"{who}{n}号" for n in range(1, 9)] for who in ("小队员", "家长")]
NEIGHBOURS, HE = ["邻居甲", "邻居乙", "邻居丙", "邻居丁"], "社工小何"
who = [Member(each, Standing.MINOR) for each in CHILDREN] + [Member(each) for each in (*PARENTS, *NEIGHBOURS)]
roll = Roll(("head",), tuple(RollLine(each, (1,)) for each in (*who, Member(HE, Standing.COMPANION))))
ripening = Ripening(IssueTerms(roll, names=roll.members))
state, trace = ripening.begin(), []


def do(state, moment, *acts):
    """Play acts, one a minute; each is answered by a step."""
    for minute, (by, act) in enumerate(acts):
        trace.append(ripening.step(state, Move(by, moment + timedelta(minutes=minute), act)))
        state = state.after(trace[-1])
    return state


# %%
# Observations are of acts and places. One that names a neighbour is refused, and says so without naming her again.
state = do(state, at(3, 1), *((each, Observe("北门", "垃圾扔在桶外")) for each in (PARENTS[0], PARENTS[1])))
state = do(state, at(3, 7), *((each, Observe("花园", "狗粪没有收拾", photo="相册 3-7")) for each in CHILDREN[:5]))
state = do(state, at(3, 7, 10), (CHILDREN[5], Observe("花园", "邻居甲的狗粪没有收拾")))
refused = trace[-1]
assert isinstance(refused, MoveRefused)
assert (refused.code, len(state.listed.observations)) == ("about-a-person", 7)

# %%
# Three issues, two of them the same: proposed by the words they share, merged by hand, nobody's voice lost.
state = do(
    state,
    at(3, 8),
    (CHILDREN[0], ListIssue("花园里的狗粪", tags={"宠物", "院落"}, channel="visit", seen=(3, 4, 5, 6, 7))),
)
state = do(
    state,
    at(3, 8, 10),
    (NEIGHBOURS[0], ListIssue("花园里的狗粪多")),
    (PARENTS[0], ListIssue("北门停车", channel="meeting")),
)
state = do(state, at(3, 8, 11), *((each, ShareIssue("花园里的狗粪")) for each in CHILDREN[1:5]))
state = do(state, at(3, 8, 12), *((each, ShareIssue("北门停车")) for each in (*PARENTS[1:3], *NEIGHBOURS[1:])))
[pair] = duplicates(state.listed)
assert ("花园里的狗粪", "花园里的狗粪多", Fraction(4, 5)) == (pair.one, pair.other, pair.likeness)
state = do(state, at(3, 8, 13), (HE, MergeIssues(pair.one, pair.other)))
assert len(state.listed.raisers("花园里的狗粪")) == len(state.listed.raisers("北门停车")) == 6

# %%
# As many raise the parking; the dogs touch more groups, and the residents can do something about them.
members = {"孩子": CHILDREN, "家长": PARENTS, "老住户": NEIGHBOURS[:1], "车主": NEIGHBOURS[1:]}
groups = [Group(name, "-", Scope(), tuple(each)) for name, each in members.items()]
ranked = focus(state.listed, roll, groups, {"花园里的狗粪": "4/5", "北门停车": "3/10"})
assert ranked.ranking == (("花园里的狗粪",), ("北门停车",))
assert [Fraction(3, 25), Fraction(9, 200)] == [each.score for each in ranked.scores]

# %%
# Advice online: children and grown-ups, counted, and told apart. No requirement rules on it: it has no tally.
state = do(
    state, at(3, 9), (CHILDREN[0], OpenAdvisoryPoll("怎么办", "狗粪怎么办？", ("便袋站", "提醒牌"), closes=at(3, 12)))
)
choices = ["便袋站"] * 6 + ["提醒牌"] * 2
state = do(
    state, at(3, 10), *((each, Advise("怎么办", choice)) for each, choice in zip(CHILDREN, choices, strict=True))
)
state = do(state, at(3, 11), (NEIGHBOURS[0], Advise("怎么办", "提醒牌")), (HE, Advise("怎么办", "提醒牌")))
advice = state.polls.polls["怎么办"].count()
assert advice.counts == (("便袋站", 6), ("提醒牌", 3))
assert sum(n for _, n in advice.minors) == 8
try:
    d.requirement("robert.majority").rule_on(advice)
except RequirementError as error:
    assert error.code == "bad-node"
else:
    raise AssertionError

# %%
# Six children pledge for three weeks. Five of their parents follow; three of them had never done anything before.
pledges = [(child, MakePledge("见到垃圾就捡，出门带便袋", until=at(4, 2))) for child in CHILDREN[:6]]
state = do(
    state, at(3, 12), *((child, LinkParent(child, parent)) for child, parent in zip(CHILDREN, PARENTS, strict=True))
)
state = do(state, at(3, 13), *pledges)
state = do(
    state, at(3, 15), *((each, MakePledge("遛狗带便袋", until=at(4, 5))) for each in (*PARENTS[:2], *PARENTS[3:6]))
)
moved = activation(state)
assert (6, 3, Fraction(1, 2)) == (len(moved.children), len(moved.parents), moved.per_child)

# %%
# Kept, broken, open: by their own word or a neighbour's. The open ones are in no base.
state = do(
    state, at(4, 2, 18), *((each, KeepPledge(n)) for n, each in enumerate(CHILDREN[:4], start=1)), (HE, KeepPledge(5))
)
state = do(state, at(4, 2, 20), (CHILDREN[5], BreakPledge(6)))
before, after = (state.pledges.figures(moment) for moment in (at(4, 1), at(4, 3)))
assert (before.kept, before.broken, before.open, before.rate) == (0, 0, 11, None)
assert (5, 1, 5, Fraction(5, 6)) == (after.kept, after.broken, after.open, after.rate)
assert state.pledges.pledge(5).witnessed

for lang in ("zh", "en"):
    print(*(told(step, lang) for step in trace), sep="\n")
    print(*(each.explain(lang) for each in (pair, ranked, advice, after, moved)), sep="\n", end="\n\n")

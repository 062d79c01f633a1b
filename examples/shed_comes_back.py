"""充电棚再议: what happens between two votes
===========================================

A vote that too few took part in rejects nothing. In the round that follows 37 households say what worries them; the
text is amended and so becomes another text: support for the first one is void, and the 196 who gave it are asked
again. (The votes themselves, with their calendar, are in ``charging_shed.py``.) All names and figures are made up.
Run it with ``python examples/shed_comes_back.py``.
"""

from datetime import date, timedelta
from fractions import Fraction
from itertools import chain, groupby
from textwrap import shorten

import deliberate as d
from deliberate.assembly.confer import told
from deliberate.assembly.issues import IssueTerms
from deliberate.assembly.issues import acts as i
from deliberate.assembly.moves import CloseRound, DraftProposal, Move, OpenRound, TakeTurn
from deliberate.assembly.procedures.drafting import Drafting
from deliberate.assembly.procedures.ripening import Ripening
from deliberate.assembly.procedures.structured_round import StructuredRound
from deliberate.assembly.proposals import acts as a
from deliberate.assembly.proposals.admission import slate
from deliberate.assembly.proposals.diffs import difference
from deliberate.assembly.proposals.hunks import between
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.talk.terms import TalkTerms
from deliberate.assembly.talk.voices import voices
from deliberate.assembly.together import Together
from deliberate.scenarios.charging_shed import COMPANION, HOUSEHOLDS, KEEPER, PACK, SHED, TEXT_1, TEXT_2, roll
from deliberate.scenarios.script import at

# %%
# What worries 37 households; the first of each line will stand for the others.
THEMES = [line.split() for line in """
棚离窗太近 怕半夜着火 起火没处跑 充电声吵人 灯照进卧室 挡一楼的光 塑料味进屋 电线过窗 孩子够得着 堆满车
老人不会线上投票 没有智能手机 不知在哪里点 没看到通知 上班没空 租户能不能投 代投算不算 网页打不开 怕留电话
谁来管电闸 坏了找谁修 夜里没人看 飞线还拉不拉 外来车能不能充 占位不走 雨天漏电
电费怎么算 建棚谁出钱 动不动维修基金 会不会涨价 没车也要摊 账目公开吗
四十个不够 三轮车放哪里 先到先得不公平 离后门太远 残疾人车位
""".strip().splitlines()]  # fmt: skip
AUTHOR, WINDOW, PAPER = HOUSEHOLDS[8], HOUSEHOLDS[200], HOUSEHOLDS[203]
SAYING = (KEEPER, *HOUSEHOLDS[171:207])
policy = ProposalPolicy(status_quo="不建", keepers=frozenset({KEEPER}))
terms = TalkTerms(SAYING, chair=KEEPER)
sitting = Together((Drafting(policy), StructuredRound(terms, seconds=60), Ripening(IssueTerms(roll()))))
trace = []


def play(state, moment, *acts):
    """Play acts, one a minute; gives where things stand and the codes of what was refused."""
    answers = []
    for minute, (by, act) in enumerate(acts):
        answers.append(sitting.step(state, Move(by, moment + timedelta(minutes=minute), act)))
        state = state.after(answers[-1])
    trace.extend(answers)
    return state, [step.code for step in answers if isinstance(step, MoveRefused)]


def ruled(yes, no, abstain):
    sums = {"YES": yes, "NO": no, "ABSTAIN": abstain, "ABSENT": len(HOUSEHOLDS) - yes - no - abstain}
    return d.requirement(PACK).rule_on({"head": sums})


# %%
# The first text, 1 March: 196 of 420 households sign it, by its hash, as what they will vote on. 196 > 210 is false.
state, _ = play(sitting.begin(), at(2, 12), (AUTHOR, DraftProposal(SHED, TEXT_1)))
first = state.each[0].draft(SHED).latest
state, _ = play(state, at(3, 1), *((each, a.SupportVersion(SHED, first.hash)) for each in HOUSEHOLDS[:196]))
thin = ruled(100, 70, 26)
assert (thin.status, thin.valid.left, thin.valid.right, thin.needed["head"].join) == ("NO_QUORUM", 196, 210, 15)
assert len(state.each[0].supporters(SHED, at(3, 1, 20))) == 196

# %%
# That decides nothing: it is not written down as a defeat, and the proposal stays on the table.
undecided, refused = play(state, at(3, 1, 20), (KEEPER, a.RecordDecision(SHED, thin.status)))
assert (refused, undecided.each[0].draft(SHED).is_live) == (["vote-undecided"], True)

# %%
# A round in between: each of 37 speaks once, and every concern stands on the list under the name of who has it.
said = list(zip(SAYING, chain(*THEMES), strict=True))
state, _ = play(undecided, at(3, 5, 19), (KEEPER, OpenRound("为什么没来，担心什么")))
state, _ = play(state, at(3, 5, 19), *((by, TakeTurn(concern, SHED, seconds=30)) for by, concern in said))
state, _ = play(state, at(3, 5, 20), (KEEPER, CloseRound()))
state, _ = play(state, at(3, 5, 21), *((by, i.ListIssue(concern, channel="meeting")) for by, concern in said))
heard, listed = voices(state.each[1], terms), state.each[2].listed
assert (len(heard.spoken), heard.silent, heard.turns.gini) == (37, (), 0)
assert (len(listed.issues), len(set(SAYING) - set(HOUSEHOLDS[:196]))) == (37, 11)

# %%
# 32 are merged by hand into those that say the same: five themes, and whose each concern was is kept.
merged = [(COMPANION, i.MergeIssues(theme, concern)) for theme, *rest in THEMES for concern in rest]
state, refused = play(state, at(3, 6), *merged)
listed = state.each[2].listed
assert (len(merged), refused, len(list(listed.standing))) == (32, [], 5)
assert [len(listed.stands_for(theme)) for theme in listed.standing] == [10, 9, 7, 6, 5]
assert sum(len(listed.raised(theme)) for theme in listed.standing) == 37
assert {raising.member: raising.issue for theme in listed.standing for raising in listed.raised(theme)} == dict(said)

# %%
# Two amendments answer the two largest; whoever wrote the text takes them over unless somebody is against it in time.
away = TEXT_1.replace(" 3 栋一层窗前空地", "西围墙边").replace("。", "，离一层窗户十五米以上。")
offers = ((WINDOW, "挪开", away), (PAPER, "加纸质票", TEXT_1 + "可以线上投票，也可以投纸质票。"))
offered = [(by, a.OfferAmendment(name, SHED, first.hash, between(TEXT_1, text))) for by, name, text in offers]
state, _ = play(state, at(3, 7), *offered, *((AUTHOR, a.AcceptAmendment(name)) for _, name, _ in offers))
conclude = [(KEEPER, a.ConcludeAcceptance(name)) for _, name, _ in offers]
state, early = play(state, at(3, 14), conclude[0])
state, _ = play(state, at(3, 15), *conclude, (AUTHOR, a.ConsolidateText(SHED)))
second = state.each[0].draft(SHED).latest
assert (early, second.id, second.text) == (["window-open"], "充电棚/2", TEXT_2)

# %%
# Another text, another hash: nobody's support counts, the 196 are asked again, and a signature on the first is refused.
texts = state.each[0]
assert first.hash != second.hash
assert (texts.supporters(SHED, at(3, 16)), texts.unconfirmed(SHED, at(3, 16))) == ((), HOUSEHOLDS[:196])
state, refused = play(state, at(3, 16), (PAPER, a.SupportVersion(SHED, first.hash)))
assert refused == ["superseded-version"]

# %%
# Notice on 17 March is ten days before voting opens on the 27th; a day later would be too late. The new text alone is
# on the ballot; by 31 March 243 households have signed it, all of the 196 among them.
meeting, opens = d.pack(PACK), date(2026, 3, 27)
assert [len(meeting.late({"notice": date(2026, 3, day), "vote": opens})) for day in (17, 18)] == [0, 1]
assert slate(state.each[0], policy).texts == ((SHED, second.hash),)
state, _ = play(state, at(3, 27), *((each, a.SupportVersion(SHED, second.hash)) for each in HOUSEHOLDS[:243]))
texts = state.each[0]
assert (len(texts.supporters(SHED, at(3, 31))), texts.unconfirmed(SHED, at(3, 31))) == (243, ())
carried = ruled(128, 92, 23)
state, _ = play(state, at(4, 1, 22), (KEEPER, a.RecordDecision(SHED, carried.status)))
assert (carried.status, carried.pass_.left, carried.pass_.right) == ("PASSED", 128, Fraction(243, 2))
assert state.each[0].draft(SHED).life == "adopted"

# %%
# Had the first text been rejected, nearly the same could not come again at all, and a changed one only after 30 days.
near, changed = TEXT_1.replace("四十", "五十"), TEXT_1.replace("一层窗前", "北侧").replace("。", "，加防火墙。")
assert [difference(TEXT_1, text).share for text in (near, changed)] == [Fraction(1, 23), Fraction(11, 49)]
story, drafts = list(trace), [(AUTHOR, DraftProposal(f"{SHED}再提", text)) for text in (near, changed)]
beaten, _ = play(undecided, at(3, 1, 21), (KEEPER, a.RecordDecision(SHED, "REJECTED")))
again = [play(beaten, day, *drafts)[1] for day in (at(3, 16), at(4, 1))]
assert again == [["text-hardly-changed", "still-cooling"], ["text-hardly-changed"]]

# %%
# Where many do the same one after another, the last of them is told; long lists of names are cut.
runs = groupby(story, lambda step: (type(step), getattr(step, "code", "")))
last = [[*run][-1] for _, run in runs]
for lang in ("zh", "en"):
    print(*(shorten(told(step, lang), 400, placeholder="…") for step in last), sep="\n")
    print(*(f"{theme}: {len(listed.stands_for(theme))}" for theme in listed.standing), sep="\n")
    print(difference(TEXT_1, TEXT_2).explain(lang))
    print(thin.explain(lang), carried.explain(lang), sep="\n", end="\n\n")

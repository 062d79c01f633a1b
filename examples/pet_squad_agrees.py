"""铲屎官小队商量: the pet squad agrees
=======================================

The squad of ``pet_squad.py`` has taken the complaint on. Four proposals are talked over by the rules of 萝卜, and one
group that it concerns is not heard. The ranking puts bag stations first; two reasons stand against the text, it moves
two stations, and everybody is asked anew. All names and figures are made up. Run it with
``python examples/pet_squad_agrees.py``.
"""

from collections import Counter
from datetime import date, timedelta
from itertools import groupby

import deliberate as d
from deliberate.assembly.circle import acts as c
from deliberate.assembly.circle.terms import CircleTerms
from deliberate.assembly.confer import told
from deliberate.assembly.moves import CloseRound, DraftProposal, GiveSupport, Move, ReviseProposal, Side, TakeTurn
from deliberate.assembly.procedures.consent_circle import ConsentCircle
from deliberate.assembly.procedures.drafting import Drafting
from deliberate.assembly.procedures.radish import Radish
from deliberate.assembly.proposals.admission import slate
from deliberate.assembly.proposals.diffs import difference
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.talk import acts as t
from deliberate.assembly.talk.terms import Interest, TalkTerms
from deliberate.assembly.talk.voices import voices
from deliberate.assembly.together import Together
from deliberate.decision.consent_rounds import ConsentRound, ConsentRounds
from deliberate.scenarios import pet_waste
from deliberate.scenarios.pet_waste import CHEN, COMPANION, LI, OWNERS, QIAN, RANKINGS, STATUS_QUO, SUN, TEXT_1, TEXT_2
from deliberate.scenarios.script import at

# %%
# 48 dog households; two of them have a child in the kindergarten. The texts by one set of rules, the turns by another.
STATIONS, HOURS, PATROL, FINES = pet_waste.A, pet_waste.B, pet_waste.C, pet_waste.D
FINER, FRIEND, PARENTS = OWNERS[10], OWNERS[20], OWNERS[46:]
policy = ProposalPolicy(status_quo=STATUS_QUO)
terms = TalkTerms(OWNERS, chair=QIAN, interests=(Interest("幼儿园家长", "affected", PARENTS),))
sitting = Together((Drafting(policy), Radish(terms, turns=2, seconds=120)))
circle = ConsentCircle(CircleTerms(OWNERS, facilitator=COMPANION))
trace = []


def play(procedure, part, moment, *acts):
    """Play acts, one a minute; gives where things stand and the codes of what was refused."""
    answers = []
    for minute, (by, act) in enumerate(acts):
        answers.append(procedure.step(part, Move(by, moment + timedelta(minutes=minute), act)))
        part = part.after(answers[-1])
    trace.extend(answers)
    return part, [step.code for step in answers if isinstance(step, MoveRefused)]


def each(act, members=OWNERS):
    return [(member, act) for member in members]


# %%
# No motion, no discussion. Four proposals, and a motion that can be carried out.
pros, cons = t.RaiseHand(Side.FOR), t.RaiseHand(Side.AGAINST)
state, refused = play(
    sitting, sitting.begin(), at(3, 5, 19), (FINER, TakeTurn("不罚没人听。", side=Side.FOR)),
    (CHEN, DraftProposal(STATIONS, TEXT_1)), (LI, DraftProposal(HOURS, "早晚各两小时集中遛狗，队员在场提醒。")),
    (SUN, DraftProposal(PATROL, "每晚两名队员巡查一圈，见到就收拾。")),
    (FINER, DraftProposal(FINES, "不收拾的每次罚五十元，归院落公用。")),
    (CHEN, t.LayMotion("四个办法和维持现状，九日起一起交全队排序。")),
)  # fmt: skip
assert refused == ["no-motion"]
assert slate(state.each[0], policy).options == (STATIONS, HOURS, PATROL, FINES, STATUS_QUO)

# %%
# Two turns of two minutes, the sides alternate, first-timers first; who presides does not speak.
state, refused = play(
    sitting, state, at(3, 5, 19, 30), (CHEN, pros), (FINER, pros), (FRIEND, cons),
    (QIAN, t.CallOn(CHEN)), (CHEN, TakeTurn("袋子就在手边，谁都会顺手。排了再看。", STATIONS, Side.FOR, 60)),
    (QIAN, t.CallOn(FINER)), (QIAN, t.CallOn(FRIEND)),
    (FRIEND, TakeTurn("罚款伤和气，不该上桌。", FINES, Side.AGAINST, 130)),
    (FRIEND, TakeTurn("罚款伤和气，不该上桌。", FINES, Side.AGAINST, 50)),
    (QIAN, t.CallOn(FINER)), (FINER, TakeTurn("没有约束就没人当回事。", FINES, Side.FOR, 90)),
    (CHEN, pros), (LI, cons), (QIAN, t.CallOn(CHEN)), (QIAN, t.CallOn(LI)),
    (LI, TakeTurn("先试一个办法，用不着排四个。", side=Side.AGAINST, seconds=40)),
    (QIAN, t.CallOn(CHEN)), (CHEN, TakeTurn("排序又不花钱。", side=Side.FOR, seconds=20)),
    (CHEN, pros), (QIAN, pros), (QIAN, CloseRound()),
)  # fmt: skip
assert refused == ["other-side-waits", "turn-over", "first-timer-waits", "turns-spent", "chair-must-yield"]
heard = voices(state.each[1], terms)
assert (heard.spoken, heard.turns.total, heard.alternation.runs) == ((CHEN, FRIEND, FINER, LI), 5, 5)
assert (len(heard.silent), heard.missing) == (43, ("幼儿园家长",))

# %%
# The motion is voted on by hand; then 36 rank, and Schulze's rule puts the bag stations first.
hands = [*each(t.VoteByHand(Side.FOR), OWNERS[:30]), *each(t.VoteByHand(Side.AGAINST), OWNERS[30:40])]
state, _ = play(sitting, state, at(3, 5, 20, 30), (QIAN, t.CallVote()), *hands, (QIAN, t.DeclareResult()))
state, _ = play(sitting, state, at(3, 7, 20), *each(GiveSupport(STATIONS), OWNERS[:12]))
assert [(result.yes, result.no) for result in state.each[1].results] == [(30, 10)]
assert state.each[0].supporters(STATIONS, at(3, 8)) == OWNERS[:12]
written = "; ".join(f"{votes}: {' > '.join(ranking)}" for votes, ranking in RANKINGS)
ranked = d.ranked(written, options=slate(state.each[0], policy).options, electorate=48)
assert d.decide(ranked, d.rule("schulze")).chosen == (STATIONS,)

# %%
# Consent on the bag stations, the first text: 40 consent, 6 stand aside, 2 have a reason against it.
why = "便袋站离幼儿园太近，夏天有味道。"
asked, refused = play(
    circle, circle.begin(), at(3, 12), (CHEN, c.StateDriver("狗粪天天有，队里接了投诉。")), *each(c.AgreeToDriver()),
    (CHEN, c.BringToCircle(STATIONS, TEXT_1)), (COMPANION, c.MoveOn()), *each(c.PassReaction()),
    (COMPANION, c.MoveOn()), (COMPANION, c.MoveOn()), *each(c.SayNoObjection(), OWNERS[:40]),
    *each(c.StandAside("怕没人补袋。"), OWNERS[40:46]), *each(c.RaiseObjection(why), PARENTS), (COMPANION, c.MoveOn()),
    *((COMPANION, c.TestObjection(parent, c.Effect.UNINTENDED)) for parent in PARENTS),
    (COMPANION, c.ReachConsent(date(2026, 4, 8))), (COMPANION, c.MoveOn()),
)  # fmt: skip
assert (refused, asked.standing) == (["objections-stand"], PARENTS)

# %%
# The second text moves two stations and meets both objections, one after the other. No answer carries over.
met = [each for one in PARENTS for each in ((CHEN, c.OfferIntegration(one, TEXT_2)), (one, c.AcceptIntegration()))]
asked, _ = play(circle, asked, at(3, 15, 19), *met, (COMPANION, c.MoveOn()))
assert (asked.round, asked.text, asked.asking.given) == (2, TEXT_2, {})
state, _ = play(sitting, state, at(3, 15, 20), (CHEN, ReviseProposal(STATIONS, TEXT_2)))
stations = [set(text.split("：")[1].split("。")[0].split("、")) for text in (TEXT_1, TEXT_2)]
assert [len(stations[0]), len(stations[1]), len(stations[1] - stations[0])] == [4, 4, 2]

# %%
# Nor does support: twelve are asked again, and nobody counts until they say so.
texts = state.each[0]
assert [version.hash for version in texts.draft(STATIONS).versions] == list(asked.hashes)
assert (texts.supporters(STATIONS, at(3, 15, 21)), texts.unconfirmed(STATIONS, at(3, 15, 21))) == ((), OWNERS[:12])
yes, aside = each(c.SayNoObjection(), OWNERS[:41]), each(c.StandAside("怕没人补袋。"), OWNERS[41:])
asked, _ = play(circle, asked, at(3, 18), *yes, *aside, (COMPANION, c.ReachConsent(date(2026, 4, 8))))


# %%
# Counted: 40, 6 and 2 is no consent (E30), 41, 7 and none is (E31); reviewed in 21 days.
roll, options = dict.fromkeys(OWNERS, (1,)), (STATIONS, STATUS_QUO)
rounds = ConsentRounds(tuple(ConsentRound.of(one, roll, options) for one in asked.rounds), review_days=21)
given = [Counter(stance for _, stance in one.stances) for one in asked.rounds]
assert given == [{"YES": 40, "STAND_ASIDE": 6, "OBJECTION": 2}, {"YES": 41, "STAND_ASIDE": 7}]
assert [ruling.status for ruling in rounds.rulings] == ["REJECTED", "PASSED"]
assert (rounds.status, rounds.review, asked.end.review) == ("decided", date(2026, 4, 8), date(2026, 4, 8))

# %%
# Where many do the same one after another, the last of them is told.
runs = groupby(trace, lambda step: (type(step), getattr(step, "code", "")))
story = [[*run][-1] for _, run in runs]
for lang in ("zh", "en"):
    print(*(told(step, lang) for step in story), sep="\n")
    print(
        difference(TEXT_1, TEXT_2).explain(lang), heard.turns.explain(lang), rounds.explain(lang), sep="\n", end="\n\n"
    )

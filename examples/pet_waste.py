"""铲屎官小队: pet waste, the whole circle
===========================================

A complaint about pet waste goes the whole way round: raised and handed to the group that owns it, talked over in
rounds, ranked, refused once by consent, changed, adopted, offered as duties, declined and offered again, counted
every day, judged. Run it with ``python examples/pet_waste.py``.
"""

from datetime import date
from fractions import Fraction

import attrs

import deliberate as d
from deliberate.decision.pairwise import preferred
from deliberate.decision.steps import Tallied
from deliberate.duty.assigners.balanced import Balanced
from deliberate.evaluation.steps import HabitState
from deliberate.hall.hall import Hall
from deliberate.scenarios import pet_waste
from deliberate.scenarios.pet_waste import SUN, A, B, C, D
from deliberate.scenarios.script import Script, at

# %%
# Raised on 1 March at nine, routed by its tags to the group whose charter covers them, due in seven days, accepted
# on the fourth.
hall = Hall.in_memory()
script = Script(hall, pet_waste.MATTER)
pet_waste.found(script)
pet_waste.raise_and_talk(script)
floor = hall.matter(pet_waste.MATTER).floor
assert floor.handed_to is not None
assert (pet_waste.SQUAD, at(3, 8)) == (floor.handed_to.group, floor.handed_to.answer_by)
assert floor.answer is not None
assert ("accept", date(2026, 3, 4)) == (floor.answer.answer, floor.answer.at.date())

# %%
# Thirty-six valid rankings and an invalid one, of 48: five ways to count them. The figures are over the four
# proposals alone.
written = "; ".join(f"{votes}: {' > '.join(ranking)}" for votes, ranking in pet_waste.RANKINGS)
election = d.ranked(written, options=(A, B, C, D))


def tallies(rule: str) -> list[dict[str, object]]:
    """The tallies of a count, round by round."""
    outcome = d.decide(election, d.rule(rule))
    return [dict(step.tallies) for step in outcome.trace if isinstance(step, Tallied)]


assert tallies("plurality") == [{D: 13, C: 9, B: 8, A: 6}]
assert d.decide(election, d.rule("plurality")).chosen == (D,)
assert tallies("irv") == [{A: 6, B: 8, C: 9, D: 13}, {B: 8, C: 15, D: 13}, {C: 23, D: 13}]
assert d.decide(election, d.rule("irv")).chosen == (C,)
assert tallies("borda") == [{A: 78, B: 52, C: 47, D: 39}]
above = preferred(election.profile)
assert [(int(above[0, other]), int(above[other, 0])) for other in (1, 2, 3)] == [(28, 8), (27, 9), (23, 13)]
assert d.decide(election, d.rule("schulze")).chosen == (A,)

# %%
# The policy fixed Schulze's rule before the vote opened, the status quo on the slate and last where a ballot leaves
# it out; at least half of the 48 had to take part.
pet_waste.rank(script)
matter = hall.matter(pet_waste.MATTER)
assert matter.decision is not None
ranked = matter.decision
assert (ranked.election.table.total, ranked.election.invalid, ranked.election.electorate) == (36, 1, 48)
assert (ranked.outcome.chosen, ranked.outcome.status) == ((A,), "decided")
assert ranked.outcome.ranking == ((A,), (B,), (C,), (D,), (pet_waste.STATUS_QUO,))

# %%
# Consent on A: two reasons against the first text (E30), none against the second (E31). Answers to the first text do
# not carry over.
pet_waste.consent(script)
matter = hall.matter(pet_waste.MATTER)
first, second = (vote.election() for vote in matter.votes[1:])
counts = [
    tuple(table.answers.tallies().count("head", stance) for stance in ("YES", "STAND_ASIDE", "OBJECTION"))
    for table in (first, second)
]
assert counts == [(40, 6, 2), (41, 7, 0)]
assert [vote.result.status for vote in matter.votes if vote.result] == ["decided", "rejected", "decided"]
assert matter.votes[1].texts != matter.votes[2].texts
assert matter.decision is not None
assert (matter.decision.adopted, matter.decision.review) == (A, date(2026, 4, 8))

# %%
# Sun declines: three hours are missing, and he is asked again, not forced. With him the 21 hours are filled.
pet_waste.take_on(script)
matter = hall.matter(pet_waste.MATTER)
assert matter.mandate is not None
assert (matter.mandate.flow, matter.mandate.short) == (21, 0)
assert (matter.mandate.steward("轮值"), matter.mandate.deputy("轮值")) == ("陈静", "李芳")
assert matter.mandate.evaluator("轮值") == "王老师"
undertaking = matter.mandate.undertaking
without = attrs.evolve(undertaking, offers=tuple(offer for offer in undertaking.offers if offer.person != SUN))
assert (d.assign(without, Balanced()).flow, d.assign(without, Balanced()).short) == (18, 3)

# %%
# Counted every day for three weeks: six fewer a day, a habit that holds on day twenty, a target reached, a verdict.
pet_waste.measure(script)
matter = hall.matter(pet_waste.MATTER)
assert matter.evaluation is not None
values = {reading.indicator: reading.value for reading in matter.evaluation.readings}
assert (Fraction(95, 7), Fraction(53, 7), -6) == (values["mean-before"], values["mean-after"], values["change"])
held = [step for step in matter.evaluation.trace if isinstance(step, HabitState) and step.state == "HOLDING"]
assert [step.since_day for step in held] == [20]
assert matter.evaluation.verdict == "keep"
assert matter.agenda.items[0].reason == "habit-review"

print(matter.evaluation.explain("zh"))

"""充电棚选址: a failed quorum comes back
===========================================

420 households of one courtyard, under the residents' committee law in force since 2026. The first vote misses its
quorum and is not "rejected"; a retry comes too early; the new text voids the support given to the old one; the second
vote carries. Run it with ``python examples/charging_shed.py``.
"""

from datetime import date

import deliberate as d
from deliberate.assembly.steps import ProposalRevised
from deliberate.errors import Refused
from deliberate.hall.acts import FreezeText, OpenVoting
from deliberate.hall.events import Command
from deliberate.hall.hall import Hall
from deliberate.scenarios import charging_shed
from deliberate.scenarios.charging_shed import KEEPER, MATTER, SHED
from deliberate.scenarios.script import Script, at

# %%
# 196 of 420 take part: 196 > 210 is false. Nobody was refused; too few came.
hall = Hall.in_memory()
script = Script(hall, MATTER)
charging_shed.found(script)
charging_shed.first_vote(script)
[vote] = hall.matter(MATTER).votes
assert vote.result is not None
assert vote.result.status == "inquorate"
assert dict(vote.election().answers.tallies().counts("head")) == {"YES": 100, "NO": 70, "ABSTAIN": 26, "ABSENT": 224}

# %%
# On the tenth day it is too early: the answer says from when it may be asked.
script.do(at(3, 11), KEEPER, FreezeText((SHED,), seed_rule="过半数决,不用抽签"))
again = Command("again", KEEPER, MATTER, OpenVoting(d.rule("majority", requirement=charging_shed.PACK), at(3, 12), "-"))
try:
    hall.handle(again, now=at(3, 11))
except Refused as refusal:
    assert ("too-early", date(2026, 3, 15)) == (refusal.code, refusal.fields["until"].date())
    print(refusal.told("zh"))
else:
    raise AssertionError("the retry was not refused")

# %%
# A new text: the 30 who supported the old one are asked again.
charging_shed.new_text(script)
[revised] = [step for step in hall.matter(MATTER).steps if isinstance(step, ProposalRevised)]
assert (revised.version, len(revised.void)) == (2, 30)

# %%
# 248 ballots from 243 households; each counts once, paper before online. 243 > 210, and 128 > 121.5. The 211th
# household answers on 30 March at 22:00: the close moves from 31 March, 18:00 to 1 April, 22:00, once.
charging_shed.second_vote(script)
matter = hall.matter(MATTER)
assert (len(matter.votes[1].casts), len(matter.votes[1].counted)) == (248, 243)
assert (matter.votes[1].until, matter.votes[1].closes) == (at(3, 31, 18), at(4, 1, 22))
assert [(each.channel, each.cast, each.counted) for each in matter.votes[1].slots.figures] == [
    ("paper", 98, 98),
    ("online", 150, 145),
]
assert (matter.votes[1].result.status, matter.votes[1].result.chosen) == ("decided", (SHED,))

# %%
# Both edges: half of those present is not more than half; one more is.
requirement = d.requirement(charging_shed.PACK)
edges = [((128, 92, 23), "PASSED"), ((121, 99, 23), "REJECTED"), ((122, 98, 23), "PASSED")]
for (yes, no, abstain), status in edges:
    ruling = requirement.rule_on({"head": {"YES": yes, "NO": no, "ABSTAIN": abstain, "ABSENT": 177}})
    assert status == ruling.status
print(matter.decision.outcome.explain("zh"))

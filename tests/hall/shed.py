"""Scenario (d) up to its second vote, under any policy: 420 households, open 27 March 8:00 to 31 March 18:00."""

from deliberate.assembly.moves import DraftProposal, RaiseIssue
from deliberate.decision.rules.majority.majority import Majority
from deliberate.hall import acts
from deliberate.hall.hall import Hall
from deliberate.hall.policy import Policy
from deliberate.scenarios.charging_shed import COMPANION, HOUSEHOLDS, KEEPER, MATTER, PACK, SHED, TEXT_2, answers, roll
from deliberate.scenarios.script import Script, at

__all__ = ["COMPANION", "HOUSEHOLDS", "KEEPER", "MATTER", "answers", "at", "roll", "shed"]


def shed(**settings):
    """The vote on the second text, just opened."""
    script = Script(Hall.in_memory(), MATTER)
    for act in (
        acts.FoundCommunity("玉林东苑"),
        acts.AdoptRoll(roll()),
        acts.AdoptPolicy(Policy(status_quo="不建", **settings)),
    ):
        script.community(at(3, 1), KEEPER, act)
    script.do(at(3, 15), KEEPER, RaiseIssue("电动车没处充电"), DraftProposal(SHED, TEXT_2))
    script.do(at(3, 17), KEEPER, acts.FreezeText((SHED,), seed_rule="过半数决，不用抽签"))
    script.do(at(3, 27, 8), KEEPER, acts.OpenVoting(Majority(PACK), until=at(3, 31, 18), seed="-"))
    return script

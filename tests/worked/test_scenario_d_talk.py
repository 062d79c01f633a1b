"""Scenario (d) between its votes: too few took part, which rejects nothing; another text comes back.

196 of 420 households, then 37 concerns in five themes, a text that moves the shed and adds a paper channel; whoever
took part in the first is asked again. Notice on 17 March, voting from 27 to 31 March.
"""

from datetime import date

import pytest

import deliberate as d
from deliberate.assembly.issues import IssueTerms
from deliberate.assembly.issues import acts as i
from deliberate.assembly.moves import DraftProposal, Move, ReviseProposal
from deliberate.assembly.procedures.drafting import Drafting
from deliberate.assembly.procedures.ripening import Ripening
from deliberate.assembly.proposals import acts as a
from deliberate.assembly.proposals.admission import slate
from deliberate.assembly.proposals.diffs import difference
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.steps import MoveRefused, ProposalRevised
from deliberate.errors import Refused
from deliberate.hall.acts import FreezeText, OpenVoting
from deliberate.hall.events import Command
from deliberate.hall.hall import Hall
from deliberate.identity import text_hash
from deliberate.scenarios import charging_shed
from deliberate.scenarios.charging_shed import COMPANION, HOUSEHOLDS, KEEPER, MATTER, PACK, SHED, TEXT_1, TEXT_2
from deliberate.scenarios.script import Script, at

AUTHOR = HOUSEHOLDS[8]
TOOK_PART = HOUSEHOLDS[:196]
THEMES = (10, 9, 7, 6, 5)
POLICY = ProposalPolicy(status_quo="不建", cooling_days=30)
DRAFTING = Drafting(POLICY)
HARDLY, SOMEWHAT = TEXT_1.replace("四十", "五十"), TEXT_1.replace("一层窗前", "北侧").replace("。", "，加防火墙。")


def played(procedure, part, moment, *acts):
    """Where things stand after some acts, and the codes of what was refused."""
    codes = []
    for by, act in acts:
        step = procedure.step(part, Move(by, moment, act))
        part = part.after(step)
        codes += [step.code] if isinstance(step, MoveRefused) else []
    return part, codes


SIGNED, _ = played(
    DRAFTING, DRAFTING.begin(), at(3, 1), (AUTHOR, DraftProposal(SHED, TEXT_1)),
    *((each, a.SupportVersion(SHED, text_hash(TEXT_1))) for each in TOOK_PART),
)  # fmt: skip
THIN = d.requirement(PACK).rule_on({"head": {"YES": 100, "NO": 70, "ABSTAIN": 26, "ABSENT": 224}})
REVISED, _ = played(DRAFTING, SIGNED, at(3, 15), (AUTHOR, ReviseProposal(SHED, TEXT_2)))


def after_the_first_vote():
    """The same matter in a hall, up to the vote that missed its quorum."""
    script = Script(Hall.in_memory(), MATTER)
    charging_shed.found(script)
    charging_shed.first_vote(script)
    return script


def test_196_of_420_households_take_part():
    assert (196, 420) == (len(TOOK_PART), len(HOUSEHOLDS))
    assert [196, 196] == [100 + 70 + 26, len(SIGNED.supporters(SHED, at(3, 1)))]


def test_no_quorum_is_not_a_rejection_and_cannot_be_written_down_as_one():
    assert "NO_QUORUM" == THIN.status
    part, codes = played(DRAFTING, SIGNED, at(3, 1), (KEEPER, a.RecordDecision(SHED, THIN.status)))
    assert (["vote-undecided"], SIGNED) == (codes, part)


def test_there_is_no_cooling_penalty_for_it_the_text_may_change_the_next_day():
    part, codes = played(DRAFTING, SIGNED, at(3, 2), (AUTHOR, ReviseProposal(SHED, SOMEWHAT)))
    assert ([], "充电棚/2") == (codes, part.draft(SHED).latest.id)


@pytest.mark.parametrize(
    ("text", "day", "codes"),
    [
        (HARDLY, at(3, 15), ["text-hardly-changed"]),
        (HARDLY, at(6, 1), ["text-hardly-changed"]),
        (SOMEWHAT, at(3, 15), ["still-cooling"]),
        (SOMEWHAT, at(3, 31), []),
    ],
)
def test_after_a_rejection_it_would_need_a_changed_text_and_thirty_days(text, day, codes):
    beaten, _ = played(DRAFTING, SIGNED, at(3, 1), (KEEPER, a.RecordDecision(SHED, "REJECTED")))
    assert codes == played(DRAFTING, beaten, day, (AUTHOR, DraftProposal("再提", text)))[1]


def test_a_retry_on_the_tenth_day_is_too_early_until_15_march():
    thin = after_the_first_vote()
    thin.do(at(3, 11), KEEPER, FreezeText((SHED,), seed_rule="-"))
    again = OpenVoting(d.rule("majority", requirement=PACK), at(3, 12), "-")
    with pytest.raises(Refused) as caught:
        thin.hall.handle(Command("again", KEEPER, MATTER, again), now=at(3, 11))
    assert ("too-early", date(2026, 3, 15)) == (caught.value.code, caught.value.fields["until"].date())


def merged():
    """37 concerns, each raised by one household, the first of each theme standing for the others."""
    ripening = Ripening(IssueTerms(charging_shed.roll()))
    names = [[f"{theme}.{number}" for number in range(size)] for theme, size in enumerate(THEMES)]
    concerns = [concern for theme in names for concern in theme]
    raised = [(by, i.ListIssue(each, channel="meeting")) for by, each in zip(HOUSEHOLDS, concerns, strict=False)]
    together = [(COMPANION, i.MergeIssues(theme, each)) for theme, *others in names for each in others]
    part, codes = played(ripening, ripening.begin(), at(3, 5), *raised, *together)
    return part.listed, codes, len(together)


def test_37_concerns_become_five_themes():
    listed, codes, together = merged()
    assert ([], 37, 32) == (codes, len(listed.issues), together)
    assert list(THEMES) == [len(listed.stands_for(theme)) for theme in listed.standing]


def test_whose_each_concern_was_stays_on_record():
    listed, _, _ = merged()
    raisings = [raising for theme in listed.standing for raising in listed.raised(theme)]
    assert (37, 37) == (len({raising.issue for raising in raisings}), len({raising.member for raising in raisings}))


def test_the_second_text_moves_the_shed_from_the_windows_and_adds_a_paper_channel():
    [(_, struck, instead), (_, _, added)] = difference(TEXT_1, TEXT_2).changes
    assert (" 3 栋一层窗前空地", "西围墙边") == (struck, instead)
    assert "也可以投纸质票" in added


def test_its_hash_differs():
    first, second = REVISED.draft(SHED).versions
    assert [text_hash(TEXT_1), text_hash(TEXT_2)] == [first.hash, second.hash]
    assert first.hash != second.hash


def test_the_support_given_to_the_first_text_is_void():
    assert (196, 0) == tuple(len(part.supporters(SHED, at(3, 16))) for part in (SIGNED, REVISED))
    late = a.SupportVersion(SHED, text_hash(TEXT_1))
    assert ["superseded-version"] == played(DRAFTING, REVISED, at(3, 16), (KEEPER, late))[1]


def test_the_196_who_took_part_are_invited():
    assert TOOK_PART == REVISED.draft(SHED).backing.invited


def test_an_invitation_is_not_support_however_long_one_is_silent():
    assert () == REVISED.supporters(SHED, at(12, 31))


@pytest.mark.parametrize(("day", "late"), [(17, []), (18, ["notice"])])
def test_notice_on_17_march_is_ten_days_before_27_march_and_on_the_18th_too_late(day, late):
    done = {"notice": date(2026, 3, day), "vote": date(2026, 3, 27)}
    assert late == [each.step for each in d.pack(PACK).late(done)]


def test_the_vote_is_on_the_new_text_alone():
    assert ((SHED, text_hash(TEXT_2)),) == slate(REVISED, POLICY).texts


def test_in_the_hall_voting_opens_on_the_new_text_on_27_march_until_31_march():
    script = after_the_first_vote()
    charging_shed.new_text(script)
    charging_shed.second_vote(script)
    matter = script.hall.matter(MATTER)
    _, vote = matter.votes
    assert ((SHED, text_hash(TEXT_2)),) == tuple(vote.texts)
    assert (date(2026, 3, 27), at(3, 31, 18)) == (vote.opened.date(), vote.until)
    [revised] = (step for step in matter.steps if isinstance(step, ProposalRevised))
    assert (2, HOUSEHOLDS[:30]) == (revised.version, revised.void)

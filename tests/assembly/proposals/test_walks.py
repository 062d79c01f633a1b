"""Random moves: no state that cannot be, every refusal with its words, and what is legal is what is taken."""

from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.confer import told
from deliberate.assembly.moves import DraftProposal, GiveSupport, Move, ReviseProposal
from deliberate.assembly.proposals import acts
from deliberate.assembly.proposals.carry import AskAgain, ReconfirmAbove, UnlessWithdrawn
from deliberate.assembly.proposals.gates import GATES, legal
from deliberate.assembly.proposals.hunks import apply, hunk_of, misfits
from deliberate.assembly.proposals.pages import Page, Span, first_clash
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.proposals.rules import answer
from deliberate.assembly.proposals.steps import TextConsolidated, TextRevised
from deliberate.assembly.steps import MoveRefused
from deliberate.community.roll import Roll
from deliberate.identity import text_hash
from deliberate.records.convert import from_dict, to_dict
from tests.assembly.proposals.table import Table
from tests.search import a_part

MEMBERS = ("li", "wang", "zhao")
POLICIES = st.builds(
    ProposalPolicy,
    carry=st.sampled_from([AskAgain(), UnlessWithdrawn(2), ReconfirmAbove("1/3")]),
    order=st.sampled_from(["farthest-first", "robert"]),
    consent_days=st.just(2),
    live_each=st.integers(1, 3),
    cooling_days=st.integers(0, 3),
    keepers=st.sampled_from([frozenset(), frozenset({"li"})]),
    roll=st.just(Roll.of(dict.fromkeys(MEMBERS, (1,)))),
)
FRESH = "Something that nobody has said before in any of these texts, for the yard behind the house."
WAITS = [timedelta(0), timedelta(minutes=1), timedelta(hours=9), timedelta(days=2)]
WORDS = ["lamp", "bin", "cat", "灯", "修", "yard"]


class Dice(Random):
    """What is done next, drawn from one seed: long walks are found sooner so than move by move."""

    def text(self):
        return "\n".join(" ".join(self.choices(WORDS, k=self.randint(1, 5))) for _ in range(self.randint(1, 3)))

    def new(self):
        return f"n{self.randrange(99)}"

    def one(self, names):
        return self.choice([*names, "nothing"]) if self.random() < 0.1 or not names else self.choice([*names])

    def spans(self, text):
        """Spans that mostly do not clash."""
        for _ in range(self.choice([1, 1, 1, 2, 3])):
            start = self.randint(0, len(text))
            yield Span(start, self.randint(start, min(start + self.choice([0, 3, 30]), len(text))), self.choice(ENDS))


ENDS = ["", "lamp", "灯", "bin\n", "cat 5 ", "修 修 修"]


def an_offer(dice, part):
    """An amendment to something; mostly one that fits."""
    proposal, of, hunk = dice.one([draft.name for draft in part.live]), "", 0
    pending = [one for one in part.amendments.named.values() if one.is_pending]
    if pending and dice.random() < 0.3:
        one = dice.choice(pending)
        proposal, of, hunk = one.proposal, one.name, dice.randint(1, len(one.spans))
    page = part.page((proposal, of, hunk)) if part.draft(proposal) else Page("lamp")
    hunks = tuple(hunk_of(page, span) for span in dice.spans(page.text))
    return acts.OfferAmendment(dice.new(), proposal, text_hash(page.text), hunks, "", of, hunk or 1)


def an_act(dice, part, kind):
    """One act of a kind, about what is there."""
    drafts, amendments, live = part.drafts.named, part.amendments.named, [draft.name for draft in part.live]
    status = dice.choice(["PASSED", "PASSED", "decided", "REJECTED", "tied"])
    parts = ((dice.new(), (1,)), (dice.new(), (2, 3)), (dice.new(), (1, 2)))[: dice.randint(1, 3)]
    make = {
        "DraftProposal": lambda: DraftProposal(dice.new(), dice.text()),
        "ReviseProposal": lambda: ReviseProposal(dice.one(live), dice.text()),
        "GiveSupport": lambda: GiveSupport(dice.one(live)),
        "SupportVersion": lambda: acts.SupportVersion(dice.one(live), text_hash(dice.text())),
        "ForkProposal": lambda: acts.ForkProposal(dice.one(drafts), dice.new(), dice.text()),
        "OfferMerge": lambda: acts.OfferMerge(tuple(live[-2:]), dice.new(), dice.text()),
        "AgreeToMerge": lambda: acts.AgreeToMerge(dice.one(part.drafts.mergers)),
        "SplitProposal": lambda: acts.SplitProposal(dice.one(live), parts),
        "RetireProposal": lambda: acts.RetireProposal(dice.one(live), dice.one(live)),
        "RecordDecision": lambda: acts.RecordDecision(dice.one(live), status),
        "OfferAmendment": lambda: an_offer(dice, part),
        "DecideAmendment": lambda: acts.DecideAmendment(dice.one(amendments), status),
        "ProposeRival": lambda: acts.ProposeRival(dice.one(amendments), dice.new()),
    }
    names = amendments if "Amend" in kind or "Acceptance" in kind else drafts
    return make.get(kind, lambda: getattr(acts, kind)(dice.one(names)))()


@st.composite
def walks(draw):
    """A table at which members did all sorts of things."""
    table, dice = Table(draw(POLICIES)), Dice(draw(st.integers(0, 2**32)))
    table.drafted("li", "lamps", "lamp lamp lamp\nbin\ncat cat")
    table.drafted("wang", "灯", "修 灯\n灯 灯 灯 灯")
    for _ in range(draw(st.integers(0, 40))):
        by, wait = dice.choice(MEMBERS), dice.choice(WAITS)
        kinds = legal(table.part, table.policy, by, table.now + wait) if dice.random() < 0.7 else tuple(GATES)
        often = [kind for kind in kinds if "Amend" in kind] * 2
        if dice.random() < 0.03:
            by, wait = dice.choice([("ghost", wait), (by, timedelta(days=-1))])
        # What ends a proposal ends the walk upon it.
        rare = (
            {"WithdrawProposal", "RecordDecision", "RetireProposal", "SplitProposal"} if dice.random() < 0.8 else set()
        )
        kinds = [kind for kind in (*kinds, *often) if kind not in rare] or list(GATES)
        check_move(table, by, an_act(dice, table.part, dice.choice(kinds)), wait)
    return table


def check_move(table, by, act, wait):
    """What is taken was legal; what is refused says why in both languages and changes nothing."""
    before = table.part
    was_legal = legal(before, table.policy, by, table.now + wait)
    table.does(by, act, later=wait)
    step = table.steps[-1]
    if not isinstance(step, MoveRefused):
        assert type(act).__name__ in was_legal
        assert all(told(step, lang) for lang in ("en", "zh"))
    else:
        table.now -= wait if wait < timedelta(0) else timedelta(0)
    assert step == from_dict(to_dict(step))


@a_part(2)
@given(walks())
def test_no_state_is_reached_that_cannot_be_and_the_steps_tell_everything(table):
    part = table.part
    assert table.replayed == part
    assert len(part.lineage.versions) == sum(len(draft.versions) for draft in part.drafts.named.values())
    for draft in part.drafts.named.values():
        assert all(version.hash == text_hash(version.text) for version in draft.versions)
        assert list(range(1, len(draft.versions) + 1)) == [version.number for version in draft.versions]
        people = (*draft.backing.confirmed, *draft.backing.asked, *draft.backing.invited)
        assert len(set(people)) == len(people)
    check_amendments(part)


def check_amendments(part):
    named = part.amendments.named
    waiting = {name for docket in part.amendments.waiting.values() for name in docket.spans}
    assert {name for name, one in named.items() if one.is_pending} == waiting
    assert {name for name, one in named.items() if one.state == "asked"} == set(part.amendments.asked)
    adopted = {name for docket in part.amendments.adopted.values() for name in docket.spans}
    assert {name for name, one in named.items() if one.state == "adopted" and not one.of} == adopted
    for name in waiting:
        one = named[name]
        assert part.drafts.named[one.proposal].is_live
        assert not one.of or named[one.of].is_pending
        page = part.page(one.target)
        assert None is next(misfits(page, part.hunks(one)), None)
        assert one.spans == part.amendments.docket(one.target).spans[name]
        assert page.spliced(one.spans) == apply(page.text, part.hunks(one))
    for docket in part.amendments.adopted.values():
        assert None is first_clash(span for each in docket.spans.values() for span in each)


@a_part(5)
@given(walks())
def test_support_never_outlives_its_version(table):
    for step in table.steps:
        if isinstance(step, TextRevised | TextConsolidated):
            assert not step.confirmed or isinstance(table.policy.carry, ReconfirmAbove)
            assert not step.confirmed or step.changed <= table.policy.carry.share
            assert not step.asked or step.until == step.at + timedelta(days=2)


@a_part(4)
@given(walks(), st.sampled_from(MEMBERS))
def test_what_is_legal_can_be_done(table, member):
    at = table.now + timedelta(days=1)
    for act in legal(table.part, table.policy, member, at):
        steps = (answer(table.part, Move(member, at, each), table.policy) for each in witnesses(table.part, act))
        assert any(not isinstance(step, MoveRefused) for step in steps), act


def witnesses(part, act):
    """Acts of one kind with content that nothing can be said against, about everything that is there."""
    drafts, amendments = part.drafts.named, part.amendments.named
    make, names = getattr(acts, act, None), (*drafts, *amendments, *part.drafts.mergers)
    found = {
        "DraftProposal": lambda: [DraftProposal("fresh", FRESH)],
        "ForkProposal": lambda: (make(name, "fresh", FRESH) for name in drafts),
        "ReviseProposal": lambda: (ReviseProposal(name, FRESH) for name in drafts),
        "GiveSupport": lambda: (GiveSupport(name) for name in drafts),
        "SupportVersion": lambda: (make(name, draft.latest.hash) for name, draft in drafts.items()),
        "OfferMerge": lambda: (make((one, other), "fresh", FRESH) for one in drafts for other in drafts),
        "SplitProposal": lambda: (divided(draft) for draft in drafts.values()),
        "RetireProposal": lambda: (make(one, other) for one in drafts for other in drafts),
        "RecordDecision": lambda: (make(name, "PASSED") for name in drafts),
        "DecideAmendment": lambda: (make(name, "PASSED") for name in amendments),
        "OfferAmendment": lambda: (each for draft in drafts.values() for each in insertions(draft)),
        "ProposeRival": lambda: (make(name, "fresh") for name in amendments),
    }
    return found.get(act, lambda: (make(name) for name in names))()


def divided(draft):
    said = [number for number, text in enumerate(draft.latest.page.paragraphs, 1) if text.strip()]
    return acts.SplitProposal(draft.name, (("fresh", tuple(said[:1])), ("too", tuple(said[1:]))))


def insertions(draft):
    page = draft.latest.page
    for place in range(len(page.text) + 1):
        hunks = (hunk_of(page, Span(place, place, FRESH)),)
        yield acts.OfferAmendment("fresh", draft.name, draft.latest.hash, hunks)

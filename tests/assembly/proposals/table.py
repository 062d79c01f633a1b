"""A table to try moves at: keeps the part, the steps and the clock."""

from datetime import UTC, datetime, timedelta

from deliberate.assembly.confer import told
from deliberate.assembly.moves import DraftProposal, Move
from deliberate.assembly.proposals.acts import OfferAmendment
from deliberate.assembly.proposals.hunks import between, hunk_of
from deliberate.assembly.proposals.pages import Span
from deliberate.assembly.proposals.part import Proposals, proposals_of
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.proposals.rules import answer
from deliberate.assembly.steps import MoveRefused
from deliberate.identity import text_hash

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
POLICY = ProposalPolicy()
DAY = timedelta(days=1)


class Table:
    """Moves in, the code of the refusal or the step out."""

    def __init__(self, policy=POLICY):
        self.policy, self.part, self.steps, self.now = policy, Proposals(), [], NOON

    def does(self, by, act, *, later=timedelta(minutes=1)):
        """The step, or the code of the refusal."""
        self.now += later
        step = answer(self.part, Move(by, self.now, act), self.policy)
        before, self.part = self.part, self.part.after(step)
        self.steps.append(step)
        if isinstance(step, MoveRefused):
            assert before is self.part
            assert [step.code] * 2 == [step.code for lang in ("en", "zh") if told(step, lang)]
            return step.code
        return step

    def drafted(self, by, name, text):
        return self.does(by, DraftProposal(name, text))

    def amends(self, by, name, proposal, text, *, of="", hunk=1):
        """An amendment that would lead from the text as it stands to this one, with no more changes than needed."""
        base = self.part.page((proposal, of, hunk if of else 0)).text
        return self.does(by, OfferAmendment(name, proposal, text_hash(base), between(base, text), "", of, hunk))

    def replaces(self, by, name, proposal, old, new, *, of=""):
        """An amendment that puts new words in the place of old ones, as one change."""
        page = self.part.page((proposal, of, 1 if of else 0))
        start = page.text.index(old)
        hunks = (hunk_of(page, Span(start, start + len(old), new)),)
        return self.does(by, OfferAmendment(name, proposal, text_hash(page.text), hunks, "", of))

    def text(self, proposal):
        return self.part.draft(proposal).latest.text

    def state(self, amendment):
        return str(self.part.amendment(amendment).state)

    @property
    def replayed(self):
        return proposals_of(self.steps)

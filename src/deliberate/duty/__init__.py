"""担责: what was decided finds accountable, willing people; nobody is given what they did not offer."""

from deliberate.duty.assign import Mandate, assign
from deliberate.duty.assigner import Assigner
from deliberate.duty.assigners.balanced import Balanced
from deliberate.duty.claims import DutyClaim
from deliberate.duty.duty import Duty
from deliberate.duty.follow import Followed, Report, follow
from deliberate.duty.offer import Offer
from deliberate.duty.undertaking import Undertaking

__all__ = [
    "Assigner",
    "Balanced",
    "Duty",
    "DutyClaim",
    "Followed",
    "Mandate",
    "Offer",
    "Report",
    "Undertaking",
    "assign",
    "follow",
]

"""Who acts: residents, owners, committees, organisations, companions."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from attrs import field, frozen

from deliberate.identity import name
from deliberate.records.kinds import kind


class Standing(StrEnum):
    """What kind of party 主体 somebody is; 业主 is not 居民: tenants live here, absent owners own here."""

    RESIDENT = "resident"
    OWNER = "owner"
    MINOR = "minor"
    COMPANION = "companion"
    COMMITTEE = "committee"
    OWNERS_COMMITTEE = "owners-committee"
    PROPERTY_COMPANY = "property-company"
    SOCIAL_ORGANISATION = "social-organisation"
    PARTY_ORGANISATION = "party-organisation"
    STREET = "street"
    RESIDENT_UNIT = "resident-unit"


# Companions guide and never vote; minors advise, in ballots that bind nobody.
VOTING = frozenset({Standing.RESIDENT, Standing.OWNER})


def several(given: str | Iterable[str]) -> tuple[str, ...]:
    """Texts as a tuple; a lone text is one of them, not a sequence of letters.

    Examples
    --------
    >>> several("li"), several(["li", "wang"])
    (('li',), ('li', 'wang'))
    """
    return (given,) if isinstance(given, str) else tuple(given)


@kind
@frozen
class Member:
    """One person or household of the community.

    Attributes
    ----------
    id
        What the community calls them; unique on the roll.
    standing
        Resident, owner, minor, companion, ...
    place
        Where they live, as a path from the largest: ``("玉林", "3 栋", "2 单元")``.
    """

    id: str = field(converter=name)
    standing: Standing = field(default=Standing.RESIDENT, converter=Standing)
    place: tuple[str, ...] = ()

    @property
    def votes(self) -> bool:
        """Whether the member may take part in a binding vote."""
        return self.standing in VOTING

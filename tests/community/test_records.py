"""Every record of a roll's story comes back from its canonical text."""

import json
from datetime import date
from fractions import Fraction

import pytest

from deliberate.community.channels import Channels, Slip, counted
from deliberate.community.party import Member
from deliberate.community.proxy import Proxies, Proxy
from deliberate.community.register import Register
from deliberate.community.representative import Composition, Representative, representation
from deliberate.community.roll import Roll
from deliberate.community.units import Unit
from deliberate.errors import RecordError
from deliberate.identity import canonical
from deliberate.records import from_dict, to_dict

DAY = date(2026, 3, 1)
ROLL = Roll.of({"li": (1,), "wang": (1,)})
SEATS = [
    Representative("li", "body", ("wang",), DAY, None, "say no", ("玉林",)),
    Representative("wang", "body", (), date(2020, 1, 1), DAY),
]
SLIPS = [Slip("li", "online", Member("yes")), Slip("li", "paper", Member("no")), Slip("li", "paper", Member("yes"))]


@pytest.mark.parametrize(
    "record",
    [
        Unit(("3 栋", "301"), 2**60, ("li", "wang"), "undelivered"),
        Register((Unit("301", 9000, ("li",)), Unit("302", 1, state="unsold")), "builder", "per-unit"),
        Proxy("li", "wang", "lift", DAY),
        Proxies((Proxy("li", "wang"),), most=2),
        SEATS[0],
        representation(SEATS, "body", ROLL, DAY),
        Composition(4, 5, Fraction(4, 5)),
        Channels(("online", "paper"), "none"),
        SLIPS[0],
        counted(SLIPS),
        counted(SLIPS, Channels(revote="none")),
        counted(SLIPS).figures,
    ],
    ids=lambda record: type(record).__name__,
)
def test_a_record_comes_back_from_its_canonical_text(record):
    assert record == from_dict(json.loads(canonical(to_dict(record))))


@pytest.mark.parametrize(
    "data",
    [
        {"kind": "Unit", "place": ["301"], "area": 1, "owners": ["li"], "state": "leased"},
        {"kind": "Unit", "place": "301", "area": 1, "owners": ["li"]},
        {"kind": "Proxies", "given": [{"kind": "Proxy", "giver": "li", "holder": "li"}]},
        {"kind": "Slip", "member": "li", "channel": "paper", "ballot": "YES"},
        {"kind": "Slip", "member": "li"},
        {"kind": "Counted", "slips": [], "superseded": [], "refused": []},
        {"kind": "Channels", "precedence": "paper"},
    ],
)
def test_data_that_is_no_such_record_is_refused(data):
    with pytest.raises(RecordError) as caught:
        from_dict(data)
    assert "bad-record" == caught.value.code

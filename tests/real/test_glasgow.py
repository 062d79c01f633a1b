"""Glasgow City Council 2007, 21 wards; Govan, where three conventions give three winners."""

import pytest

import deliberate as d
from deliberate.decision.pairwise import preferred
from deliberate.io.door import read

# Ward: candidates, seats, valid ballots.
WARDS = {
    "Anderston-City-2007": (9, 4, 6900),
    "Baillieston-2007": (11, 4, 10376),
    "Calton-2007": (10, 3, 5199),
    "Canal-2007": (11, 4, 8624),
    "Craigton-2007": (10, 4, 11052),
    "Drumchapel-Anniesland-2007": (10, 4, 8680),
    "East-Centre-2007": (13, 4, 9078),
    "Garscadden-Scotsounhill-2007": (10, 4, 10160),
    "Govan-2007": (11, 4, 9560),
    "Greater-Pollock-2007": (9, 4, 8682),
    "Hillhead-2007": (10, 4, 8984),
    "Langside-2007": (8, 3, 9334),
    "Linn-2007": (11, 4, 9567),
    "Maryhill-Kelvin-2007": (8, 4, 9901),
    "Newlands-Auldburn-2007": (9, 3, 8654),
    "North-East-2007": (10, 4, 8363),
    "Partick-West-2007": (9, 4, 12744),
    "Pollokshields-2007": (9, 3, 9567),
    "Shettleston-2007": (11, 4, 8803),
    "Southside-Central-2007": (9, 4, 8738),
    "Springburn-2007": (10, 3, 5410),
}


@pytest.fixture
def blt(data):
    return data / "ranked/glasgow-2007-stv/blt"


@pytest.fixture
def govan(data):
    """As PrefLib has it: one seat, so that single-winner rules count it."""
    return read(data / "ranked/preflib-samples/00008-00000009.soi")


def test_all_wards_are_there(blt):
    assert set(WARDS) == {path.stem for path in blt.glob("*.blt")}


@pytest.mark.parametrize("ward", WARDS)
def test_every_ward_has_its_candidates_seats_and_valid_ballots(blt, ward):
    election = read(blt / f"{ward}.blt")
    assert WARDS[ward] == (len(election.options), election.seats, election.profile.total)


def test_the_council_and_preflib_tell_of_the_same_ballots(blt, govan):
    council = read(blt / "Govan-2007.blt").profile
    assert (council.ranks.tolist(), council.weights.tolist()) == (
        govan.profile.ranks.tolist(),
        govan.profile.weights.tolist(),
    )


@pytest.mark.parametrize(
    ("parameters", "winner"),
    [
        ({"strength": "margins"}, "Stephen Dornan"),
        ({"strength": "winning-votes"}, "John Flanagan"),
        ({"strength": "margins", "unranked": "no-opinion"}, "Allison Hunter"),
    ],
)
def test_in_govan_three_conventions_elect_three_winners(govan, parameters, winner):
    assert (winner,) == d.decide(govan, d.rule("schulze", **parameters)).chosen


@pytest.mark.parametrize(
    ("one", "other", "votes"),
    [
        ("Stephen Dornan", "John Flanagan", (2992, 2390)),
        ("John Flanagan", "Allison Hunter", (3654, 3568)),
        ("Allison Hunter", "Stephen Dornan", (3578, 3557)),
    ],
)
def test_govan_has_a_circle_at_the_top(govan, one, other, votes):
    above = preferred(govan.profile)
    a, b = govan.options.index(one), govan.options.index(other)
    assert votes == (above[a, b], above[b, a])


def test_the_completed_file_ties_at_the_end_what_the_other_leaves_out(data, govan):
    completed = read(data / "ranked/preflib-samples/00008-00000009.toc.gz")
    assert preferred(govan.profile).tolist() == preferred(completed.profile).tolist()
    assert (completed.profile.ranks > 0).all()

"""A hall in memory and one in a file: everything is tried on both."""

import pytest

from deliberate.assembly.moves import DraftProposal, RaiseIssue
from deliberate.hall import acts
from deliberate.hall.hall import Hall
from deliberate.hall.journal.memory import Memory
from deliberate.hall.journal.sqlite import SQLite
from deliberate.hall.policy import Policy
from tests.hall.courtyard import QUO, Player, a_roll, day


@pytest.fixture(params=["memory", "sqlite"])
def store(request, tmp_path):
    made = Memory() if request.param == "memory" else SQLite(tmp_path / "courtyard.db")
    yield made
    made.close()


@pytest.fixture
def hall(store):
    return Hall(store)


@pytest.fixture
def play(hall):
    player = Player(hall)
    player(day(-9), "li", acts.FoundCommunity("yulin"), "community")
    player(day(-9), "li", acts.AdoptRoll(a_roll()), "community")
    player(day(-9), "li", acts.AdoptPolicy(Policy(status_quo=QUO)), "community")
    player(day(0), "wang", RaiseIssue("lamps"))
    player(day(0), "li", DraftProposal("repair", "Repair the lamps."))
    player(day(0), "wang", DraftProposal("replace", "Buy new lamps."))
    return player

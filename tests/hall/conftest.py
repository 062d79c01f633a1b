"""A hall in memory and one in a file: everything is tried on both."""

import pytest

from deliberate.hall.hall import Hall
from deliberate.hall.journal.memory import Memory
from deliberate.hall.journal.sqlite import SQLite
from deliberate.hall.policy import Policy
from tests.hall.courtyard import QUO, begun


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
    return begun(hall, Policy(status_quo=QUO))

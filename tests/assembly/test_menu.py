"""The shelf of procedures: each on the menu under its name, with words for itself and for all that it answers."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

import deliberate as d
from deliberate.assembly import procedures
from deliberate.assembly.menu import MENU, classes
from deliberate.words import LANGUAGES, knows

EACH = pytest.mark.parametrize("procedure", classes().values(), ids=classes())
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def _acts(procedure):
    """The acts of a class, which do not depend on its parameters."""
    return procedure.acts.fget(procedure) if procedure.name != "together" else ()


def test_every_file_of_the_shelf_is_on_the_menu():
    files = {path.stem for path in Path(procedures.__file__).parent.glob("*.py")} - {"__init__"}
    served = {path.partition(":")[0].rpartition(".")[2] for path in MENU.values()}
    assert files == served - {"together"}


@pytest.mark.parametrize("name", MENU)
def test_every_procedure_answers_to_its_name(name):
    assert name == classes()[name].name


def test_the_shelf_gives_each_by_the_name_of_its_class():
    assert classes()["radish"] is d.procedures.Radish
    assert {"Radish", "Together"} <= set(dir(d.procedures))
    with pytest.raises(AttributeError):
        _ = d.procedures.Radishes


@pytest.mark.parametrize("lang", LANGUAGES)
@EACH
def test_every_procedure_says_what_it_is_and_names_what_it_answers(procedure, lang):
    assert knows(f"procedure.{procedure.name}", lang)
    assert [] == [act.__name__ for act in _acts(procedure) if not knows(f"term.act.{act.__name__}", lang)]


@EACH
def test_every_procedure_can_be_asked_by_a_live_host(procedure):
    for asked in ("acts", "begin", "steps", "step", "legal"):
        assert hasattr(procedure, asked)

"""Every act of every procedure is called something in both languages."""

import pytest

from deliberate.assembly.procedures.ripening import Ripening
from deliberate.assembly.procedures.rounds import Rounds
from deliberate.words import LANGUAGES, knows

PROCEDURES = (Rounds, Ripening)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("procedure", PROCEDURES)
def test_every_act_has_a_name(procedure, lang):
    acts = procedure.acts.fget(procedure)
    assert [] == [act.__name__ for act in acts if not knows(f"term.act.{act.__name__}", lang)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("procedure", PROCEDURES)
def test_every_procedure_says_what_it_is(procedure, lang):
    assert knows(f"procedure.{procedure.name}", lang)

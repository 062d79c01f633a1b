"""Laws over any sequence of moves in a mediation."""

from datetime import date

from hypothesis import given

from deliberate.assembly.mediation import acts as a
from deliberate.assembly.mediation.clause import Clause
from deliberate.assembly.mediation.order import ORDER, Phase
from deliberate.assembly.mediation.rules import answer
from deliberate.assembly.mediation.terms import MediationTerms
from deliberate.assembly.procedures.mediation import Mediation
from deliberate.assembly.ties import CloseTie
from deliberate.records.convert import from_dict, to_dict
from tests.assembly.walk import NOON, Play, check_drawings, choices
from tests.search import a_part

TERMS = MediationTerms(("zhou", "wu", "sun"), ("he", "sun", "qian"), "the street", (CloseTie("wu", "qian"),))
MEDIATION = Mediation(TERMS)
PEOPLE = ("zhou", "wu", "sun", "he", "qian", "stranger")


def pool(part, at):
    spring = date(2027, 3, 1)
    return [
        a.OpenCase("noise", ("zhou", "wu")),
        a.OpenCase("noise", ("zhou",)),
        a.TakeCase(),
        a.ConsentToMediation(),
        *(a.HearParty(who) for who in PEOPLE),
        a.Tell("It was late."),
        a.Tell(" "),
        a.FinishTelling(),
        a.ReflectBack("It was late for you."),
        a.ConfirmReflection(),
        a.CorrectReflection("And loud."),
        a.NameInterest("Sleep."),
        a.OpenOptions(),
        a.AdviseParties("Be quiet."),
        a.JudgeMatter("You are right."),
        a.SuggestOption(f"option {len(part.options)}"),
        a.SuggestOption("carpets"),
        a.DraftClause("Carpets.", ("zhou",), spring),
        a.DraftClause("Carpets.", ("he",), spring),
        a.DraftClause("Carpets.", ("wu",), date(2020, 1, 1)),
        *(a.AgreeToClause(number) for number in range(part.drafted + 2)),
        *(a.DropClause(number) for number in range(part.drafted + 2)),
        a.ConcludeAgreement(),
        a.LogPrivateTalk("wu"),
        a.LogPrivateTalk("he"),
        a.DeclineCase(),
        a.EscalateCase(),
        a.DeclareImpasse(),
        a.HandCaseBack(),
        a.LeaveMediation(),
    ]


ENDS = frozenset({"LeaveMediation", "EscalateCase", "DeclareImpasse", "HandCaseBack", "DeclineCase", "DropClause"})
PLAY = Play(MEDIATION, answer, PEOPLE, pool, ENDS)


@a_part(10)
@given(choices)
def test_any_walk_through_a_mediation_keeps_its_laws(chosen):
    part, at, moves = PLAY.walked(chosen)
    assert 0 == part.advised_unheard
    assert part.mediator not in part.parties
    assert part.mediator != "qian" or "wu" not in part.parties
    if part.phase in {Phase.INTERESTS, Phase.OPTIONS, Phase.AGREEMENT}:
        assert () == part.unheard
    if part.phase is Phase.AGREEMENT:
        assert all(set(part.parties) == set(clause.agreeing) for clause in part.agreement)
        assert part.agreement
    PLAY.check_replay(part, moves)
    PLAY.check_legal(part, at)


def test_the_table_is_drawn_in_both_languages():
    check_drawings(ORDER, MEDIATION.acts)
    ended = {Phase.AGREEMENT, Phase.IMPASSE, Phase.WITHDRAWN, Phase.ESCALATED}
    assert ended == set(ORDER.ends)
    assert "    mediation_reflected --> mediation_told: 更正复述 (轮到的当事人)" in ORDER.mermaid("zh").splitlines()
    assert "agree to talk" in ORDER.text_table("en")


def test_a_clause_is_plain_data():
    clause = Clause(1, "Carpets.", ("zhou",), date(2027, 3, 1), (("wu", NOON),))
    assert clause == from_dict(to_dict(clause))
    assert "(1) “Carpets.” by zhou, until 1 March 2027 (agreed by wu)" == clause.explain("en")

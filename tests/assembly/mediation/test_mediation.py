"""A mediation: who is heard when, who may advise, what an agreement is."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest

from deliberate.assembly.mediation import acts as a
from deliberate.assembly.mediation.case import MediationCase
from deliberate.assembly.mediation.figures import case_figures
from deliberate.assembly.mediation.order import Phase
from deliberate.assembly.mediation.steps import PartiesAdvised, PrivateTalkLogged
from deliberate.assembly.mediation.terms import MediationTerms
from deliberate.assembly.moves import Move, TakeTurn
from deliberate.assembly.procedures.mediation import Mediation
from deliberate.assembly.ties import CloseTie
from deliberate.duty.duty import Duty
from deliberate.errors import InputError
from deliberate.records.kinds import fields
from tests.assembly.walk import NOON, codes, played

TERMS = MediationTerms(("zhou", "wu", "sun"), ("he", "sun", "qian"), "the street", (CloseTie("wu", "qian"),))
MEDIATION = Mediation(TERMS)
OPENED = [("zhou", a.OpenCase("noise", ("zhou", "wu")))]
TAKEN = [*OPENED, ("he", a.TakeCase())]
CONSENTED = [*TAKEN, ("zhou", a.ConsentToMediation()), ("wu", a.ConsentToMediation())]


def heard(party):
    return [
        ("he", a.HearParty(party)),
        (party, a.Tell("It is so.")),
        (party, a.FinishTelling()),
        ("he", a.ReflectBack("For you it is so.")),
        (party, a.ConfirmReflection()),
    ]


BOTH = [*CONSENTED, *heard("zhou"), *heard("wu")]
SEEKING = [*BOTH, ("zhou", a.NameInterest("Sleep.")), ("wu", a.NameInterest("Play.")), ("he", a.OpenOptions())]
FAR = datetime.max.replace(tzinfo=UTC)
CLAUSE = [*SEEKING, ("he", a.DraftClause("Carpets.", ("wu",), date(2026, 4, 1)))]


def last(acts):
    return played(MEDIATION, acts)[1][-1]


def stands(acts):
    return played(MEDIATION, acts)[0]


@pytest.mark.parametrize("advice", [a.AdviseParties("!"), a.JudgeMatter("!"), a.SuggestOption("rugs")])
@pytest.mark.parametrize(
    ("acts", "missing"),
    [
        (CONSENTED, ("zhou", "wu")),
        ([*CONSENTED, *heard("wu")], ("zhou",)),
        ([*CONSENTED, *heard("zhou")[:-1]], ("zhou", "wu")),
    ],
)
def test_nobody_is_advised_before_every_party_was_heard(advice, acts, missing):
    refused = last([*acts, ("he", advice)])
    assert ("not-all-heard", (("missing", missing),)) == (refused.code, refused.about)


def test_who_is_heard_first_makes_no_difference():
    one, other = ([*CONSENTED, *heard(first), *heard(second)] for first, second in (("zhou", "wu"), ("wu", "zhou")))
    assert stands(one) == stands(other)
    assert isinstance(last([*other, ("he", a.AdviseParties("Talk."))]), PartiesAdvised)


def test_a_party_who_has_the_word_is_interrupted_by_nobody_but_may_be_left():
    hearing = [*CONSENTED, ("he", a.HearParty("zhou"))]
    for by, act in (("wu", a.Tell("No!")), ("he", a.LogPrivateTalk("wu")), ("he", a.DeclareImpasse())):
        assert "hearing-uninterrupted" == last([*hearing, (by, act)]).code
    assert Phase.WITHDRAWN is stands([*hearing, ("wu", a.LeaveMediation())]).phase


def test_what_was_not_heard_is_restated_until_the_party_agrees():
    corrected = [*CONSENTED, *heard("zhou")[:-1], ("zhou", a.CorrectReflection("And the stairs."))]
    assert Phase.TOLD is stands(corrected).phase
    again = [*corrected, ("he", a.ReflectBack("And the stairs.")), ("zhou", a.ConfirmReflection())]
    assert (Phase.CONFIRMED, ("wu",)) == (stands(again).phase, stands(again).unheard)


def test_a_mediator_has_no_stake():
    assert "mediator-is-a-party" == last([("wu", a.OpenCase("noise", ("sun", "wu"))), ("sun", a.TakeCase())]).code
    assert "mediator-has-a-tie" == last([*OPENED, ("qian", a.TakeCase())]).code
    assert "not-your-part" == last([*OPENED, ("zhou", a.TakeCase())]).code


def test_a_mediator_has_no_vote():
    assert "mediator-decides-nothing" == last([*CLAUSE, ("he", a.AgreeToClause(1))]).code
    assert "mediator-decides-nothing" == last([*CONSENTED, *heard("wu")[:-1], ("he", a.ConfirmReflection())]).code


def test_a_case_goes_up_only_where_nobody_skilled_and_neutral_is_left():
    refused = last([*OPENED, ("zhou", a.EscalateCase())])
    assert ("skilled-mediator-left", (("left", ("he", "sun")),)) == (refused.code, refused.about)
    declined = [*OPENED, ("he", a.DeclineCase()), ("sun", a.DeclineCase())]
    assert Phase.ESCALATED is stands([*declined, ("zhou", a.EscalateCase())]).phase
    assert "mediator-there" == last([*TAKEN, ("zhou", a.EscalateCase())]).code


def test_who_comes_after_a_mediator_hears_everybody_anew():
    back = stands([*BOTH, ("he", a.HandCaseBack("ill"))])
    assert (Phase.OPENED, ("zhou", "wu"), frozenset({"he"})) == (back.phase, back.unheard, back.declined)
    assert "case-declined-already" == last([*BOTH, ("he", a.HandCaseBack("ill")), ("he", a.TakeCase())]).code


def test_an_agreement_needs_every_party_to_agree_to_every_clause():
    one = [*CLAUSE, ("wu", a.AgreeToClause(1))]
    refused = last([*one, ("he", a.ConcludeAgreement())])
    assert ("clause-not-agreed", (("clause", "1"), ("missing", ("zhou",)))) == (refused.code, refused.about)
    agreed = stands([*one, ("zhou", a.AgreeToClause(1)), ("he", a.ConcludeAgreement())])
    [clause] = agreed.agreement
    assert (Phase.AGREEMENT, ("wu",), date(2026, 4, 1)) == (agreed.phase, clause.who, clause.until)
    assert ("wu", "zhou") == clause.agreeing
    assert all(isinstance(at, datetime) for _, at in clause.agreed)


def test_a_clause_can_become_a_duty():
    [clause] = stands(
        [*CLAUSE, ("wu", a.AgreeToClause(1)), ("zhou", a.AgreeToClause(1)), ("he", a.ConcludeAgreement())]
    ).agreement
    assert date(2026, 4, 1) == Duty(f"clause {clause.number}", clause.what, hours=2, due=clause.until).due


def test_a_clause_is_due_on_a_day_even_where_somebody_gives_its_hour():
    drafted = last([*SEEKING, ("he", a.DraftClause("Carpets.", ("wu",), datetime(2026, 4, 1, 9)))])
    assert (date(2026, 4, 1), date) == (drafted.until, type(drafted.until))


def test_a_party_can_let_a_clause_fall():
    dropped = stands([*CLAUSE, ("wu", a.DropClause(1, "too dear"))])
    assert {} == dropped.clauses
    redrafted = stands([*CLAUSE, ("wu", a.DropClause(1)), ("wu", a.DraftClause("Rugs.", ("wu",), date(2026, 4, 1)))])
    assert [2] == list(redrafted.clauses)


def test_a_private_talk_is_logged_without_what_was_said():
    step = last([*CONSENTED, ("he", a.LogPrivateTalk("wu"))])
    assert {"party", "by", "at"} == set(fields(step))
    assert isinstance(step, PrivateTalkLogged)
    assert ["party"] == list(fields(a.LogPrivateTalk("wu")))


@pytest.mark.parametrize(
    ("code", "acts"),
    [
        ("not-on-the-roll", [("stranger", a.TakeCase())]),
        ("not-on-the-roll", [("zhou", a.OpenCase("noise", ("zhou", "stranger")))]),
        ("one-party", [("zhou", a.OpenCase("noise", ("zhou",)))]),
        ("not-in-this-phase", [("zhou", a.Tell("It is so."))]),
        ("no-mediator", [*OPENED, ("zhou", a.ConsentToMediation())]),
        ("mediator-there", [*TAKEN, ("sun", a.TakeCase())]),
        ("consented-already", [*TAKEN, *[("zhou", a.ConsentToMediation())] * 2]),
        ("not-a-party", [*CONSENTED, ("he", a.HearParty("sun"))]),
        ("heard-already", [*CONSENTED, *heard("wu"), ("he", a.HearParty("wu"))]),
        ("nothing-told", [*CONSENTED, ("he", a.HearParty("wu")), ("wu", a.FinishTelling())]),
        ("says-nothing", [*CONSENTED, ("he", a.HearParty("wu")), ("wu", a.Tell("  "))]),
        ("not-your-part", [*CONSENTED, ("sun", a.HearParty("wu"))]),
        ("interests-missing", [*BOTH, ("wu", a.NameInterest("Play.")), ("he", a.OpenOptions())]),
        ("option-suggested-already", [*SEEKING, *[("wu", a.SuggestOption("rugs"))] * 2]),
        ("unknown-clause", [*SEEKING, ("wu", a.AgreeToClause(1))]),
        ("no-clause", [*SEEKING, ("he", a.ConcludeAgreement())]),
        ("clause-agreed-already", [*CLAUSE, *[("wu", a.AgreeToClause(1))] * 2]),
        ("clause-binds-nobody", [*SEEKING, ("wu", a.DraftClause("Rugs.", (), date(2026, 4, 1)))]),
        ("not-a-party", [*SEEKING, ("wu", a.DraftClause("Rugs.", ("he",), date(2026, 4, 1)))]),
        ("until-passed", [*SEEKING, ("wu", a.DraftClause("Rugs.", ("wu",), date(2026, 2, 28)))]),
        ("unreadable-text", [*CONSENTED, ("he", a.HearParty("wu")), ("wu", a.Tell("a\u202eb"))]),
        ("text-too-long", [*CONSENTED, ("he", a.HearParty("wu")), ("wu", a.Tell("a" * 1_000_001))]),
        ("not-done-here", [("wu", TakeTurn("!"))]),
        ("not-in-this-phase", [*TAKEN, ("wu", a.LeaveMediation()), ("he", a.AdviseParties("!"))]),
    ],
)
def test_an_illegal_move_is_refused_with_its_rule_and_changes_nothing(code, acts):
    part, trace = played(MEDIATION, acts)
    assert [code] == codes(trace)
    assert part == played(MEDIATION, acts[:-1])[0]


def test_a_move_in_the_past_or_without_a_zone_is_refused():
    case = stands(TAKEN)
    early, bare = NOON - timedelta(days=1), NOON.replace(tzinfo=None)
    assert "move-in-the-past" == MEDIATION.step(case, Move("zhou", early, a.ConsentToMediation())).code
    assert "no-time-zone" == MEDIATION.step(case, Move("zhou", bare, a.ConsentToMediation())).code
    assert () == MEDIATION.legal(case, "zhou", early)
    assert "moment-out-of-reach" == MEDIATION.step(case, Move("zhou", FAR, a.ConsentToMediation())).code


def test_the_terms_need_two_members():
    with pytest.raises(InputError, match="members"):
        MediationTerms(("zhou",), ("he",), "the street")


def test_figures_over_cases():
    agreed = stands([*CLAUSE, *((who, a.AgreeToClause(1)) for who in ("wu", "zhou")), ("he", a.ConcludeAgreement())])
    gone, stuck = stands([*TAKEN, ("wu", a.LeaveMediation())]), stands([*BOTH, ("he", a.DeclareImpasse())])
    up = stands([*OPENED, ("he", a.DeclineCase()), ("sun", a.DeclineCase()), ("zhou", a.EscalateCase())])
    found = case_figures([MediationCase(), agreed, gone, stuck, up, stands(TAKEN)])
    assert (5, 1, 1, 1, 1, 1) == (
        found.cases, found.agreed, found.withdrawn, found.impasse, found.escalated, found.open,
    )  # fmt: skip
    assert (Fraction(1, 5), 0) == (found.escalation_rate, found.advised_unheard)
    assert "handed up 1 (0.2 of all)" in found.explain("en")
    assert "未听完就劝的 0 件" in found.explain("zh")


def test_a_trace_in_which_somebody_was_advised_unheard_is_counted_as_such():
    case = stands(CONSENTED).after(PartiesAdvised("he", "Be reasonable.", NOON))
    assert (1, 1) == (case.advised_unheard, case_figures([case]).advised_unheard)

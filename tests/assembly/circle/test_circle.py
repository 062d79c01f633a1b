"""A consent circle: rounds kept apart, objections with reasons, silence only after a date, three ways to end."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given

from deliberate.assembly.circle import acts as a
from deliberate.assembly.circle.asking import State
from deliberate.assembly.circle.order import ORDER, CirclePhase
from deliberate.assembly.circle.rules import answer
from deliberate.assembly.circle.terms import CircleTerms, Fallback
from deliberate.assembly.confer import told
from deliberate.assembly.moves import Move, TakeTurn
from deliberate.assembly.procedures.consent_circle import ConsentCircle
from deliberate.decision.consent_rounds import ConsentRound, ConsentRounds
from deliberate.errors import InputError
from deliberate.identity import text_hash
from deliberate.words import LANGUAGES
from tests.assembly.walk import NOON, Play, check_drawings, choices, codes, played
from tests.search import a_part

MEMBERS = ("li", "wang", "zhao")
UNTIL = NOON + timedelta(days=30)
CIRCLE = ConsentCircle(CircleTerms(MEMBERS, "he", Fallback.VOTE, UNTIL, brief=20))
REVIEW = date(2026, 6, 1)


def each(act):
    return [(who, act) for who in MEMBERS]


AGREED = [("li", a.StateDriver("It is dark.")), *each(a.AgreeToDriver())]
ASKED = [*AGREED, ("li", a.BringToCircle("lamps", "Lamps on."))]
REACTED = [*ASKED, ("he", a.MoveOn()), *each(a.GiveReaction("Fine."))]
OBJECTING = [*REACTED, ("he", a.MoveOn()), ("he", a.MoveOn())]
OBJECTED = [
    *OBJECTING,
    ("li", a.SayNoObjection()),
    ("wang", a.RaiseObjection("The light wakes the baby.")),
    ("zhao", a.RaiseObjection("Ugly.")),
]
TESTED = [
    *OBJECTED,
    ("he", a.MoveOn()),
    ("he", a.TestObjection("wang", a.Effect.UNINTENDED)),
    ("he", a.TestObjection("zhao", a.Effect.MISSED)),
]
INTEGRATING = [*TESTED, ("he", a.MoveOn())]
MET = [("li", a.OfferIntegration("wang", "Lamps on until ten.")), ("wang", a.AcceptIntegration())]


def stands(acts, circle=CIRCLE):
    return played(circle, acts)[0]


def last(acts, circle=CIRCLE):
    return played(circle, acts)[1][-1]


def rounds(circle):
    """The plain data of the circle as the rounds that a count of consent takes."""
    return ConsentRounds(tuple(ConsentRound.of(one, dict.fromkeys(MEMBERS, (1,))) for one in circle.rounds))


def test_a_circle_ends_with_consent_and_a_review_date_and_counts_as_such():
    met = [*INTEGRATING, *MET, ("zhao", a.TakeObjectionBack()), ("he", a.MoveOn()), *each(a.SayNoObjection())]
    circle = stands([*met, ("he", a.ReachConsent(REVIEW))])
    assert (CirclePhase.CONSENT, 2, REVIEW) == (circle.phase, circle.end.version, circle.end.review)
    first, second = circle.rounds
    assert (("li", "YES"), ("wang", "OBJECTION"), ("zhao", "OBJECTION")) == first.stances
    assert (("wang", "integrated"), ("zhao", "withdrawn")) == second.treatments
    assert [text_hash("Lamps on."), text_hash("Lamps on until ten.")] == [first.text, second.text]
    counted = rounds(circle)
    assert ("decided", ["REJECTED", "PASSED"]) == (counted.status, [ruling.status for ruling in counted.rulings])


def test_objections_are_integrated_one_by_one():
    refused = last([*INTEGRATING, ("li", a.OfferIntegration("zhao", "Pretty lamps."))])
    assert ("one-objection-at-a-time", (("first", "wang"),)) == (refused.code, refused.about)
    assert "one-objection-at-a-time" == last([*INTEGRATING, *MET[:1], ("zhao", a.AcceptIntegration())]).code
    assert "objections-stand" == last([*INTEGRATING, *MET, ("he", a.MoveOn())]).code


def test_an_offer_for_an_objection_that_is_taken_back_is_void():
    gone = [*INTEGRATING, *MET[:1], ("wang", a.TakeObjectionBack()), ("zhao", a.AcceptIntegration())]
    assert "no-integration-offered" == last(gone).code
    kept = stands([*INTEGRATING, *MET[:1], ("zhao", a.TakeObjectionBack()), ("wang", a.AcceptIntegration())])
    assert "Lamps on until ten." == kept.text


def test_an_objection_that_is_taken_back_before_the_round_is_closed_was_none():
    back = [*OBJECTED, ("wang", a.TakeObjectionBack()), ("zhao", a.TakeObjectionBack()), ("he", a.ReachConsent(REVIEW))]
    [only] = stands(back).rounds
    assert ({"YES"}, ()) == ({stance for _, stance in only.stances}, only.reasons)
    assert "decided" == rounds(stands(back)).status


def test_an_objection_without_a_reason_is_refused():
    assert "objection-needs-reason" == last([*OBJECTING, ("li", a.RaiseObjection("  "))]).code


@pytest.mark.parametrize(
    "opinion",
    [
        a.GiveReaction("Bad."),
        a.RaiseObjection("Bad."),
        a.RecordConcern("Bad."),
        a.StandAside("Bad."),
        a.SayNoObjection(),
    ],
)
def test_an_opinion_in_the_question_round_is_refused(opinion):
    assert "opinion-in-question-round" == last([*ASKED, ("wang", opinion)]).code


def test_there_is_no_second_reaction_before_the_circle_closed():
    refused = last([*ASKED, ("he", a.MoveOn()), *[("li", a.GiveReaction("Fine."))] * 2])
    assert ("second-reaction", (("missing", ("wang", "zhao")),)) == (refused.code, refused.about)
    assert "second-reaction" == last([*ASKED, ("he", a.MoveOn()), *[("li", a.PassReaction())] * 2]).code


def test_reactions_in_any_order_come_to_the_same():
    turned = [*ASKED, ("he", a.MoveOn()), *reversed(each(a.GiveReaction("Fine.")))]
    assert stands(REACTED) == stands(turned)


def test_silence_is_consent_only_after_a_named_date():
    silent = [*OBJECTING, ("li", a.SayNoObjection())]
    refused = last([*silent, ("he", a.ReachConsent(REVIEW))])
    assert ("silence-is-not-consent", ("missing", ("wang", "zhao"))) == (refused.code, refused.about[0])
    date_ = NOON + timedelta(days=3)
    named = stands([*silent, ("he", a.NameSilenceDate(date_))])
    early, late = (Move("he", at, a.ReachConsent(REVIEW)) for at in (date_ - timedelta(seconds=1), date_))
    assert "silence-is-not-consent" == CIRCLE.step(named, early).code
    step = CIRCLE.step(named, late)
    assert ("wang", "zhao") == step.silent
    assert "decided" == rounds(named.after(step)).status


def test_a_date_of_silence_holds_for_its_phase_only():
    named = [*OBJECTED, ("he", a.NameSilenceDate(NOON + timedelta(hours=1))), ("he", a.MoveOn())]
    assert stands(named).silence is None


def test_nobodys_objection_is_set_aside_by_the_facilitator_alone():
    neither = [*OBJECTED, ("he", a.MoveOn()), *[("he", a.TestObjection(who, a.Effect.NEITHER)) for who in MEMBERS[1:]]]
    refused = last([*neither, ("he", a.ReachConsent(REVIEW))])
    assert ("silence-is-not-consent", ("missing", ("wang", "zhao"))) == (refused.code, refused.about[0])
    upheld = stands([*neither, ("li", a.UpholdObjection("wang", a.Effect.UNINTENDED))])
    assert (State.QUALIFIED, ("wang",)) == (upheld.asking.objections["wang"].state, upheld.standing)
    assert "effect-needed" == last([*neither, ("li", a.UpholdObjection("wang", a.Effect.NEITHER))]).code


def test_what_shows_neither_effect_is_a_concern_and_blocks_nothing():
    neither = [*OBJECTED, ("he", a.MoveOn()), *[("he", a.TestObjection(who, a.Effect.NEITHER)) for who in MEMBERS[1:]]]
    named = stands([*neither, ("he", a.NameSilenceDate(NOON + timedelta(days=1))), ("zhao", a.TakeObjectionBack())])
    circle = named.after(CIRCLE.step(named, Move("he", NOON + timedelta(days=1), a.ReachConsent(REVIEW))))
    [only] = circle.rounds
    assert (("li", "YES"), ("wang", "STAND_ASIDE"), ("zhao", "YES")) == only.stances
    assert "decided" == rounds(circle).status


def test_a_concern_and_standing_aside_are_on_record_and_block_nothing():
    answers = [("li", a.RecordConcern("The cost.")), ("wang", a.StandAside("The look.")), ("zhao", a.SayNoObjection())]
    circle = stands([*OBJECTING, *answers, ("he", a.ReachConsent(REVIEW))])
    [only] = circle.rounds
    assert (("li", "The cost."), ("wang", "The look.")) == only.reasons
    assert "decided" == rounds(circle).status


def test_a_proposal_is_delegated_to_a_group_with_everybody_who_objects():
    refused = last([*INTEGRATING, ("he", a.DelegateProposal(("li", "wang")))])
    assert ("objector-left-out", (("missing", ("zhao",)),)) == (refused.code, refused.about)
    circle = stands([*INTEGRATING, ("he", a.DelegateProposal(("wang", "zhao")))])
    assert (CirclePhase.DELEGATED, ("wang", "zhao")) == (circle.phase, circle.end.to)
    assert "rejected" == rounds(circle).status


def test_where_the_time_is_over_the_declared_fallback_holds_and_nothing_else_goes_on():
    circle = stands(OBJECTING)
    assert "circle-has-time" == last([*OBJECTING, ("li", a.DeclareTimeOut())]).code
    assert "circle-time-over" == CIRCLE.step(circle, Move("li", UNTIL, a.SayNoObjection())).code
    assert ("DeclareTimeOut",) == CIRCLE.legal(circle, "li", UNTIL)
    ended = circle.after(CIRCLE.step(circle, Move("li", UNTIL, a.DeclareTimeOut())))
    assert (CirclePhase.TIMED_OUT, Fallback.VOTE) == (ended.phase, ended.end.fallback)
    assert () == CIRCLE.legal(ended, "he", UNTIL)


def test_what_has_ended_is_not_said_to_have_time():
    ended = [*OBJECTING, *each(a.SayNoObjection()), ("he", a.ReachConsent(REVIEW)), ("li", a.DeclareTimeOut())]
    assert "not-in-this-phase" == last(ended).code


@pytest.mark.parametrize("until", [datetime.max.replace(tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)])
def test_a_moment_from_which_no_day_can_be_reckoned_is_refused(until):
    refused = last([*OBJECTING, ("he", a.NameSilenceDate(until))])
    assert "moment-out-of-reach" == refused.code
    assert all(told(refused, lang) for lang in LANGUAGES)
    assert "moment-out-of-reach" == CIRCLE.step(CIRCLE.begin(), Move("li", until, a.StateDriver("dark"))).code
    with pytest.raises(InputError, match="calendar"):
        CircleTerms(MEMBERS, "he", until=until)


def test_the_review_is_on_a_day_even_where_somebody_gives_its_hour():
    consented = last([*OBJECTING, *each(a.SayNoObjection()), ("he", a.ReachConsent(datetime(2026, 6, 1, 9)))])
    assert (REVIEW, date) == (consented.review, type(consented.review))


def test_a_text_is_kept_in_the_form_that_its_hash_is_taken_of():
    brought = last([*AGREED, ("li", a.BringToCircle("lamps", "Une e\u0301tude.\r\nLamps on."))])
    assert "Une \u00e9tude.\nLamps on." == brought.text


def test_a_circle_without_an_end_never_times_out():
    endless = ConsentCircle(CircleTerms(MEMBERS, "he"))
    assert "circle-has-time" == endless.step(endless.begin(), Move("li", UNTIL, a.DeclareTimeOut())).code


def test_a_new_driver_is_agreed_to_anew():
    again = [("li", a.StateDriver("dark")), ("li", a.AgreeToDriver()), ("wang", a.StateDriver("loud"))]
    assert ("loud", frozenset()) == (stands(again).driver, stands(again).agreed)


def test_a_proposer_answers_and_tunes():
    asked = [*ASKED, ("wang", a.AskClarification("How many?"))]
    assert "questions-wait" == last([*asked, ("he", a.MoveOn())]).code
    assert "not-your-part" == last([*asked, ("wang", a.AnswerClarification(1, "Three."))]).code
    assert "question-answered" == last([*asked, *[("li", a.AnswerClarification(1, "Three."))] * 2]).code
    tuned = stands([*REACTED, ("he", a.MoveOn()), ("li", a.TuneProposal("Dim lamps on."))])
    assert ("Dim lamps on.", 2) == (tuned.text, len(tuned.hashes))
    assert "text-was-there" == last([*REACTED, ("he", a.MoveOn()), ("li", a.TuneProposal("Lamps on."))]).code


def test_nobody_who_stays_away_holds_the_circle_up_for_ever():
    stated = [("li", a.StateDriver("It is dark.")), ("li", a.AgreeToDriver()), ("wang", a.AgreeToDriver())]
    assert "silence-is-not-consent" == last([*stated, ("he", a.MoveOn())]).code
    until = NOON + timedelta(minutes=len(stated) + 1)
    named = [*stated, ("he", a.NameSilenceDate(until)), ("he", a.MoveOn())]
    assert (CirclePhase.PROPOSAL, ("zhao",)) == (stands(named).phase, last(named).silent)
    asked = [*named, ("li", a.BringToCircle("lamps", "Lamps on.")), ("he", a.MoveOn()), ("li", a.PassReaction())]
    assert "circle-not-closed" == last([*asked, ("he", a.MoveOn())]).code
    until = NOON + timedelta(minutes=len(asked) + 1)
    moved = [*asked, ("he", a.NameSilenceDate(until)), ("he", a.MoveOn())]
    assert (CirclePhase.TUNING, {}) == (stands(moved).phase, stands(moved).asking.given)


def test_one_text_may_meet_two_objections():
    again = [("li", a.OfferIntegration("zhao", "Lamps on until ten.")), ("zhao", a.AcceptIntegration())]
    circle = stands([*INTEGRATING, *MET, *again, ("he", a.MoveOn())])
    assert (2, "Lamps on until ten.") == (len(circle.hashes), circle.text)
    assert (("wang", "integrated"), ("zhao", "integrated")) == circle.asking.before
    assert "text-was-there" == last([*INTEGRATING, ("li", a.OfferIntegration("wang", "Lamps on."))]).code


def test_whoever_says_which_text_they_accept_is_not_given_another_one():
    offered = [*INTEGRATING, ("li", a.OfferIntegration("wang", "Lamps on until ten."))]
    assert "offer-changed" == last([*offered, ("wang", a.AcceptIntegration(text_hash("Lamps off.")))]).code
    read = a.AcceptIntegration(text_hash("Lamps on until ten."))
    assert "Lamps on until ten." == stands([*offered, ("wang", read)]).text


def test_a_text_that_was_given_up_does_not_come_back_as_an_integration():
    back = [*INTEGRATING, *MET, ("li", a.OfferIntegration("zhao", "Lamps on."))]
    assert "text-was-there" == last(back).code


@pytest.mark.parametrize(
    ("code", "acts"),
    [
        ("not-in-the-circle", [("stranger", a.StateDriver("dark"))]),
        ("not-your-part", [("he", a.StateDriver("dark"))]),
        ("not-your-part", [*ASKED, ("wang", a.MoveOn())]),
        ("not-your-part", [*INTEGRATING, *MET[:1], ("li", a.AcceptIntegration())]),
        ("not-in-the-circle", [*INTEGRATING, ("he", a.DelegateProposal(("wang", "zhao", "stranger")))]),
        ("nobody-objects", [*INTEGRATING, *MET, ("zhao", a.TakeObjectionBack()), ("he", a.DelegateProposal(("li",)))]),
        ("no-driver", [("li", a.AgreeToDriver())]),
        ("driver-agreed-already", [*AGREED[:2], ("li", a.AgreeToDriver())]),
        ("says-nothing", [("li", a.StateDriver(" "))]),
        ("not-in-this-phase", [("li", a.BringToCircle("lamps", "Lamps on."))]),
        ("no-such-question", [*ASKED, ("li", a.AnswerClarification(1, "Three."))]),
        ("circle-not-closed", [*REACTED[:-1], ("he", a.MoveOn())]),
        ("reaction-too-long", [*ASKED, ("he", a.MoveOn()), ("li", a.GiveReaction("x" * 21))]),
        ("circle-answered-already", [*OBJECTED, ("li", a.RaiseObjection("Too dear."))]),
        ("nobody-objects", [*OBJECTING, *each(a.SayNoObjection()), ("he", a.MoveOn())]),
        ("objections-stand", [*OBJECTED, ("he", a.ReachConsent(REVIEW))]),
        ("objections-untested", [*TESTED[:-1], ("he", a.MoveOn())]),
        ("objection-stands-otherwise", [*TESTED, ("he", a.TestObjection("wang", a.Effect.MISSED))]),
        ("no-open-objection", [*TESTED, ("he", a.TestObjection("li", a.Effect.MISSED))]),
        ("no-open-objection", [*INTEGRATING, *MET, ("wang", a.TakeObjectionBack())]),
        ("no-integration-offered", [*INTEGRATING, ("wang", a.AcceptIntegration())]),
        ("until-passed", [*OBJECTING, ("he", a.NameSilenceDate(NOON))]),
        ("until-passed", [*OBJECTING, *each(a.SayNoObjection()), ("he", a.ReachConsent(date(2026, 2, 1)))]),
        ("unreadable-text", [("li", a.StateDriver("da\u0000rk"))]),
        ("not-done-here", [("li", TakeTurn("dark"))]),
    ],
)
def test_an_illegal_move_is_refused_with_its_rule_and_changes_nothing(code, acts):
    part, trace = played(CIRCLE, acts)
    assert [code] == codes(trace)
    assert part == stands(acts[:-1])


@pytest.mark.parametrize(
    "terms", [{"members": ()}, {"brief": 0}, {"until": datetime(2026, 3, 1)}, {"facilitator": "\u202e"}]
)
def test_terms_that_cannot_be_kept_are_refused(terms):
    with pytest.raises(InputError):
        CircleTerms(**{"members": MEMBERS, "facilitator": "he", **terms})


def pool(part, at):
    new = f"text {len(part.hashes)}"
    return [
        a.StateDriver("dark"),
        a.AgreeToDriver(),
        a.BringToCircle("lamps", "Lamps on."),
        a.AskClarification("How many?"),
        *(a.AnswerClarification(number, "Three.") for number in range(1, len(part.questions) + 2)),
        a.GiveReaction("Fine."),
        a.GiveReaction("x" * 21),
        a.PassReaction(),
        a.TuneProposal(new),
        a.SayNoObjection(),
        a.RecordConcern("The cost."),
        a.StandAside(),
        a.RaiseObjection("The light."),
        a.RaiseObjection(""),
        a.TakeObjectionBack(),
        a.NameSilenceDate(at + timedelta(minutes=2)),
        *(a.TestObjection(who, effect) for who in MEMBERS for effect in a.Effect),
        *(a.UpholdObjection(who, a.Effect.MISSED) for who in MEMBERS),
        *(a.OfferIntegration(who, text) for who in MEMBERS for text in (new, "Lamps on.")),
        a.AcceptIntegration(),
        *[a.MoveOn()] * 3,
        a.ReachConsent(date(2030, 1, 1)),
        a.DelegateProposal(MEMBERS),
        a.DelegateProposal(("li",)),
        a.DeclareTimeOut(),
    ]


PEOPLE = (*MEMBERS, "he", "stranger")
ENDS = frozenset({"ReachConsent", "DelegateProposal", "AskClarification", "StateDriver", "TakeObjectionBack"})
PLAYS = [
    Play(ConsentCircle(CircleTerms(MEMBERS, "he", until=until)), answer, PEOPLE, pool, ENDS)
    for until in (None, datetime(2026, 4, 1, tzinfo=UTC))
]


@pytest.mark.parametrize("play", PLAYS, ids=["endless", "with an end"])
@a_part(10)
@given(chosen=choices)
def test_any_walk_through_a_circle_keeps_its_laws(play, chosen):
    part, at, moves = play.walked(chosen)
    assert len(set(part.hashes)) == len(part.hashes)
    if part.phase is CirclePhase.CONSENT:
        assert () == part.standing
    if part.rounds:
        consented = part.phase is CirclePhase.CONSENT
        assert ("decided" if consented else "rejected") == rounds(part).status
    play.check_replay(part, moves)
    play.check_legal(part, at)


def test_the_table_is_drawn_in_both_languages():
    check_drawings(ORDER, CIRCLE.acts)
    assert {CirclePhase.CONSENT, CirclePhase.DELEGATED, CirclePhase.TIMED_OUT} == set(ORDER.ends)
    assert "    circle_testing --> circle_integrating: 转入下一步 (主持人)" in ORDER.mermaid("zh").splitlines()

"""The consent procedure: reasons, new texts, and no answer carried over."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import deliberate as d
from deliberate.decision.consent_rounds import INTEGRATED, WITHDRAWN, ConsentRound, ConsentRounds, Treatment
from deliberate.decision.consent_steps import (
    ConsentAsked,
    ConsentReached,
    ObjectionIntegrated,
    ObjectionRaised,
    ObjectionWithdrawn,
    StoodAside,
)
from deliberate.errors import InputError, Refused
from deliberate.hall.kinds import from_dict
from deliberate.records import to_dict

KINDERGARTEN = "便袋站离幼儿园太近，夏天有味道。"
FOUR = ("li", "wang", "zhao", "sun")


def squad(yes, aside, objections):
    """48 dog households: so many consent, stand aside, object."""
    stances = ["YES"] * yes + ["STAND_ASIDE"] * aside + ["OBJECTION"] * objections
    names = [f"养犬户{number:02}" for number in range(1, 49)]
    return d.Answers.of(
        dict(zip(names, stances, strict=False)), dict.fromkeys(names, (1,)), options=("便袋站", "维持现状")
    )


def answers(*stances, members=FOUR):
    return d.Answers.of(dict(zip(FOUR, stances, strict=False)), dict.fromkeys(members, (1,)), options=("lamps", "no"))


def courtyard():
    """Scenario (b): two objections, a second text, consent."""
    objectors = ("养犬户47", "养犬户48")
    first = ConsentRound("v1", squad(40, 6, 2), tuple((by, KINDERGARTEN) for by in objectors), held=date(2026, 3, 14))
    met = tuple(Treatment(by, INTEGRATED) for by in objectors)
    second = ConsentRound("v2", squad(41, 7, 0), treatments=met, held=date(2026, 3, 18))
    return first, second


def test_e30_two_reasoned_objections_of_48_and_the_text_is_not_adopted():
    rounds = ConsentRounds(courtyard()[:1], review_days=21)
    assert ("rejected", None) == (rounds.status, rounds.review)
    assert [("养犬户47", KINDERGARTEN), ("养犬户48", KINDERGARTEN)] == [
        (each.by, each.reason) for each in rounds.open_objections
    ]


def test_e31_the_second_text_is_adopted_with_seven_aside_and_reviewed_in_21_days():
    rounds = ConsentRounds(courtyard(), review_days=21)
    assert ("decided", (), date(2026, 4, 8)) == (rounds.status, rounds.open_objections, rounds.review)
    assert ConsentReached(2, "便袋站", date(2026, 4, 8)) == rounds.trace[-1]


def test_every_step_is_told_in_its_place():
    kinds = [type(step) for step in ConsentRounds(courtyard()).trace]
    first = [ObjectionRaised] * 2 + [StoodAside] * 6 + [ConsentAsked]
    second = [ObjectionIntegrated] * 2 + [StoodAside] * 7 + [ConsentAsked, ConsentReached]
    assert (first, second) == (kinds[:9], kinds[9:])


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "zh",
            (
                "养犬户47反对：便袋站离幼儿园太近，夏天有味道。",
                "回应养犬户48的反对",
                "2026 年 4 月 8 日回看",
            ),
        ),
        ("en", ("养犬户47 objects", "to meet the objection of 养犬户48", "looked at again on 8 April 2026")),
    ],
)
def test_the_rounds_are_told_in_both_languages(lang, said):
    told = ConsentRounds(courtyard(), review_days=21).explain(lang)
    for part in said:
        assert part in told


def test_a_concern_is_recorded_and_does_not_stand_in_the_way():
    one = ConsentRound("v1", answers("YES", "STAND_ASIDE", "STAND_ASIDE"), (("wang", "It is dear."),))
    rounds = ConsentRounds((one,))
    assert "decided" == rounds.status
    assert (StoodAside(1, "wang", "It is dear."), StoodAside(1, "zhao", "")) == rounds.trace[:2]
    assert "wang stands aside. Concern: It is dear." in rounds.explain("en")
    assert "zhao stands aside." in rounds.explain("en")


def objecting(text="v1", *, treatments=()):
    return ConsentRound(text, answers("YES", "OBJECTION", "YES"), (("wang", "It is dear."),), treatments)


def test_an_objection_withdrawn_by_its_objector_lets_the_same_text_pass():
    second = ConsentRound("v1", answers("YES", "YES", "YES"), treatments=(Treatment("wang", WITHDRAWN),))
    rounds = ConsentRounds((objecting(), second))
    assert ObjectionWithdrawn(2, "wang", "It is dear.") in rounds.trace
    assert "decided" == rounds.status
    assert "withdrew" in rounds.explain("en")


def test_no_answer_is_carried_over_to_the_next_round():
    second = ConsentRound("v2", answers("YES"), treatments=(Treatment("wang", INTEGRATED),))
    rounds = ConsentRounds((objecting(), second))
    assert ("inquorate", ()) == (rounds.status, rounds.open_objections)


def test_the_same_objection_may_be_raised_against_the_new_text():
    again = objecting("v2", treatments=(Treatment("wang", INTEGRATED),))
    rounds = ConsentRounds((objecting(), again))
    assert ("rejected", [2]) == (rounds.status, [each.round for each in rounds.open_objections])


def test_objections_of_a_round_that_too_few_answered_are_answered_too():
    thin = ConsentRound("v1", answers("OBJECTION", members=FOUR), (("li", "It is dear."),))
    assert "inquorate" == ConsentRounds((thin,)).status
    with pytest.raises(Refused) as error:
        ConsentRounds((thin, ConsentRound("v1", answers("YES", "YES"))))
    assert "objection-unanswered" == error.value.code


def test_after_consent_was_reached_a_further_round_answers_to_nothing():
    """As a second reading, or a review, asks again."""
    one = ConsentRound("v1", answers("YES", "YES"))
    assert ["decided", "rejected"] == [ConsentRounds((one,)).status, ConsentRounds((one, objecting())).status]


def test_a_requirement_that_lets_an_objection_stand_reaches_consent_and_keeps_it_on_record():
    own = {"pass": {">": [{"tally": ["head", ["YES"]]}, {"tally": ["head", ["OBJECTION"]]}]}}
    requirement = type(d.requirement("s3.consent")).from_json(own)
    rounds = ConsentRounds((objecting(), ConsentRound("v1", answers("YES"))), requirement)
    assert "decided" == rounds.status
    assert ["wang"] == [each.by for each in ConsentRounds((objecting(),), requirement).open_objections]


REFUSED = {
    "no-consent-round": lambda: (),
    "objection-needs-reason": lambda: (ConsentRound("v1", answers("OBJECTION", "YES"), (("li", "  "),)),),
    "objection-unanswered": lambda: (objecting(), ConsentRound("v2", answers("YES", "YES"))),
    "objection-not-raised": lambda: (
        objecting(),
        ConsentRound(
            "v2", answers("YES", "YES"), treatments=(Treatment("wang", INTEGRATED), Treatment("li", WITHDRAWN))
        ),
    ),
    "text-not-changed": lambda: (objecting(), objecting(treatments=(Treatment("wang", INTEGRATED),))),
}


@pytest.mark.parametrize("code", REFUSED)
def test_rounds_out_of_order_are_refused_in_both_languages(code):
    with pytest.raises(Refused) as error:
        ConsentRounds(REFUSED[code]())
    assert code == error.value.code
    assert error.value.told("zh") != error.value.told("en")


UNFIT = {
    "bad-parameter": lambda: Treatment("wang", "forgotten"),
    "not-on-the-roll": lambda: ConsentRounds((ConsentRound("v1", answers("YES"), (("nobody", "It is dear."),)),)),
    "same-name-twice": lambda: ConsentRounds(
        (objecting(), objecting("v2", treatments=(Treatment("wang", INTEGRATED), Treatment("wang", WITHDRAWN))))
    ),
    "profiles-differ": lambda: ConsentRounds(
        (ConsentRound("v1", answers("YES")), ConsentRound("v1", squad(48, 0, 0)))
    ),
}  # fmt: skip


@pytest.mark.parametrize("code", UNFIT)
def test_input_that_does_not_fit_together_is_a_typed_error(code):
    with pytest.raises(InputError) as error:
        UNFIT[code]()
    assert code == error.value.code


def test_a_treatment_in_the_first_round_answers_to_nothing():
    with pytest.raises(Refused) as error:
        ConsentRounds((objecting(treatments=(Treatment("wang", WITHDRAWN),)),))
    assert "objection-not-raised" == error.value.code


def test_the_rounds_and_every_step_come_back_from_their_json():
    rounds = ConsentRounds(courtyard(), review_days=21)
    again = from_dict(json.loads(json.dumps(to_dict(rounds))))
    assert rounds == again
    assert rounds.trace == again.trace
    assert rounds.trace == from_dict(json.loads(json.dumps(to_dict(rounds.trace))))


ANSWERS = st.lists(st.sampled_from(("YES", "STAND_ASIDE", "OBJECTION", "ABSENT")), min_size=4, max_size=4)


@given(st.lists(ANSWERS, min_size=1, max_size=4))
def test_rounds_whose_objections_are_all_met_are_as_the_consent_rule_counts_the_last_one(given_answers):
    rounds, open_ = [], ()
    for number, stances in enumerate(given_answers):
        treatments = tuple(Treatment(by, INTEGRATED) for by in open_)
        table = answers(*stances)
        objectors = [by for by, stance in zip(FOUR, stances, strict=True) if stance == "OBJECTION"]
        rounds.append(ConsentRound(f"v{number}", table, tuple((by, "why") for by in objectors), treatments))
        open_ = () if d.decide(d.Election(table), d.rule("consent")).status == "decided" else objectors
    made = ConsentRounds(tuple(rounds))
    assert d.decide(d.Election(rounds[-1].answers), d.rule("consent")).status == made.status
    assert tuple(open_) == tuple(each.by for each in made.open_objections)

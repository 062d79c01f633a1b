"""A law that nothing breaks says nothing: each is shown a planted rule that breaks it, and catches it."""

from fractions import Fraction

import pytest
from attrs import frozen

from deliberate.decision.ballots import Ranking
from deliberate.decision.claims import Claim
from deliberate.decision.menu import rule as on_the_menu
from deliberate.decision.pairwise import margins, preferred
from deliberate.decision.select import best
from deliberate.decision.steps import Chosen, TieBroken
from deliberate.records.kinds import KINDS, kind
from deliberate.testing.claims import holds
from deliberate.testing.laws import LAWS, check, leaks, search


def points(election):
    surplus = margins(preferred(election.profile)).astype(object).sum(axis=1)
    return dict(zip(election.options, map(int, surplus), strict=True))


def best_by_name(election):
    """Breaks ties by itself, in the order of the alphabet."""
    won = points(election)
    most = max(won.values())
    yield Chosen((min(option for option, each in won.items() if each == most),))


def best_by_ballot(election):
    won = points(election)
    yield Chosen((max(won, key=won.get),))


def best_by_lot(election):
    yield from best(election, points(election))


def tells_a_wrong_tie(election):
    for step in best(election, points(election)):
        yield TieBroken(step.between, kept=step.between[0]) if isinstance(step, TieBroken) else step


def chooses_twice(election):
    yield Chosen(election.options[:1] * 2)


def chooses_all(election):
    yield Chosen(election.table.options)


def chooses_nobody(election):
    yield Chosen(())


@frozen
class Stray:
    options: tuple[str, ...]
    weights_of_all: tuple[int, ...] = ()


def speaks_a_field(election):
    yield Stray(election.options)
    yield from best(election, points(election))


COUNTS = []


def forgets(election):
    COUNTS.append(1)
    yield Chosen((election.options[len(COUNTS) % len(election.options)],))


@pytest.fixture(autouse=True)
def _no_trace_of_the_planted():
    known = dict(KINDS)
    yield
    KINDS.clear()
    KINDS.update(known)


def planted(count, *claims):
    @frozen
    class Planted:
        name = "borda"
        ballot = Ranking
        single_winner = True
        satisfies = frozenset(claims)

        def steps(self, election, /):
            yield from count(election)

    return kind(Planted)()


def caught(rule, name, law):
    with pytest.raises(AssertionError, match=f"breaks the law: {name}"):
        # The search ends at the first that is found; this many only keep luck out of it.
        search(rule, name, law, 3000)


def test_a_rule_that_breaks_ties_by_the_alphabet_is_caught_ignoring_the_lot():
    caught(planted(best_by_name, Claim.NEUTRAL), "obeys the lot", LAWS["obeys the lot"])


def test_a_rule_that_breaks_ties_by_the_order_on_the_ballot_is_caught_ignoring_the_lot():
    caught(planted(best_by_ballot, Claim.NEUTRAL), "obeys the lot", LAWS["obeys the lot"])


def test_the_same_rule_that_asks_the_lot_is_not_caught():
    search(planted(best_by_lot, Claim.NEUTRAL), "obeys the lot", LAWS["obeys the lot"], 100)


@pytest.mark.parametrize(
    ("count", "law"),
    [
        (tells_a_wrong_tie, "tells each tie"),
        (chooses_twice, "chooses what stands"),
        (chooses_all, "chooses what stands"),
        (chooses_nobody, "chooses what stands"),
        (forgets, "repeats itself"),
    ],
)
def test_a_planted_defect_is_caught(count, law):
    caught(planted(count), law, LAWS[law])


def test_a_step_that_no_record_is_does_not_survive_json():
    with pytest.raises(Exception, match=r"Stray|law"):
        search(planted(speaks_a_field), "survives JSON", LAWS["survives JSON"], 50)


def test_a_step_without_a_sentence_is_caught():
    with pytest.raises((LookupError, AssertionError)):
        search(planted(speaks_a_field), "is put into words", LAWS["is put into words"], 50)


@pytest.mark.parametrize(
    "text",
    [
        "Chosen: {options}.",
        "On round=1.",
        "weights_of_all: 3.",
        "Tallied(votes).",
        "It is NO_QUORUM.",
        "None leaves.",
        "",
    ],
)
def test_a_sentence_that_shows_the_inside_is_a_leak(text):
    assert leaks(text, "en")


def test_a_clean_sentence_is_no_leak():
    assert "" == leaks("Chosen: lamps.", "en")
    assert "" == leaks("选定:路灯。", "zh")


def the_last_on_the_ballot(election):
    yield Chosen(election.options[-1:])


@pytest.mark.parametrize("claim", [Claim.NEUTRAL, Claim.PARETO, Claim.MAJORITY, Claim.CONDORCET])
def test_a_false_claim_is_caught(claim):
    caught(planted(the_last_on_the_ballot, claim), f"is {claim}", lambda one, election: holds(claim, one, election))


def test_a_rule_that_looks_at_how_ballots_are_piled_is_not_homogeneous():
    def by_parity(election):
        yield Chosen(election.options[election.profile.total % 2 : 1] or election.options[-1:])

    caught(planted(by_parity), "is homogeneous", lambda one, e: holds(Claim.HOMOGENEOUS, one, e))


def test_a_rule_that_shuns_popular_options_is_not_monotone():
    def odd_points(election):
        yield from best(election, {option: -abs(each - 1) for option, each in points(election).items()})

    caught(planted(odd_points), "is monotone", lambda one, e: holds(Claim.MONOTONE, one, e))


def test_a_rule_that_loves_extremes_is_not_reversible():
    def extremes(election):
        yield from best(election, {option: abs(each) for option, each in points(election).items()})

    caught(planted(extremes), "is reversal", lambda one, e: holds(Claim.REVERSAL, one, e))
    caught(planted(extremes), "is condorcet-loser", lambda one, e: holds(Claim.CONDORCET_LOSER, one, e))


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (Claim.CONDORCET, "4: a > b > c; 3: c > b > a; 2: b > c > a"),
        (Claim.CONDORCET_LOSER, "4: a > b > c; 3: b > c > a; 2: c > b > a"),
    ],
)
def test_what_plurality_does_not_declare_it_does_not_keep(claim, text):
    import deliberate as d

    assert claim not in on_the_menu("plurality").satisfies
    assert not holds(claim, on_the_menu("plurality"), d.ranked(text))


def test_check_names_the_law_and_writes_the_election_down():
    with pytest.raises(AssertionError, match='"kind":"Election"'):
        check(planted(best_by_name, Claim.NEUTRAL), 300)


def test_fractions_of_points_do_not_disturb_the_laws():
    def halves(election):
        yield from best(election, {option: Fraction(each, 2) for option, each in points(election).items()})

    search(planted(halves), "survives JSON", LAWS["survives JSON"], 50)

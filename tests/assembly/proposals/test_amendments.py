"""Amendments: what is voted on in which order, and what becomes of the rest."""

import pytest

from deliberate.assembly.confer import told
from deliberate.assembly.moves import ReviseProposal
from deliberate.assembly.proposals.acts import (
    AcceptAmendment,
    ConcludeAcceptance,
    ConsolidateText,
    DecideAmendment,
    OfferAmendment,
    OpposeAcceptance,
    ProposeRival,
    RecordDecision,
    WithdrawAmendment,
    WithdrawProposal,
)
from deliberate.assembly.proposals.course import Moot
from deliberate.assembly.proposals.diffs import difference
from deliberate.assembly.proposals.hunks import Hunk, apply, hunk_of
from deliberate.assembly.proposals.pages import Page, Span
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.proposals.steps import AmendmentAdopted
from deliberate.identity import text_hash
from deliberate.requirement.packs import requirement
from tests.assembly.proposals.table import DAY, Table

TEXT = "Repair the three lamps of building 3.\nCheck them weekly.\nTell everybody."
MAJORITY = requirement("robert.majority")
PASSES = MAJORITY.rule_on({"head": {"YES": 7, "NO": 3}})
FAILS = MAJORITY.rule_on({"head": {"YES": 3, "NO": 7}})
ROBERT = ProposalPolicy(order="robert")


def table_with(*offers, policy=None):
    table = Table(policy or ProposalPolicy())
    table.drafted("li", "repair", TEXT)
    for by, name, old, new in offers:
        step = table.replaces(by, name, "repair", old, new)
        assert not isinstance(step, str), step
    return table


ALL = ("wang", "all", "the three lamps of building 3", "all lamps")
FOUR = ("zhao", "four", "three", "four")
DAILY = ("zhao", "daily", "weekly", "daily")


def adopts(table, name):
    return table.does("chair", DecideAmendment(name, "PASSED"))


def rejects(table, name):
    return table.does("chair", DecideAmendment(name, "REJECTED"))


def test_disjoint_amendments_are_voted_on_in_any_order_and_stand_together_in_the_text():
    texts = set()
    for order in (("all", "daily"), ("daily", "all")):
        table = table_with(ALL, DAILY)
        for name in order:
            adopts(table, name)
        step = table.does("li", ConsolidateText("repair"))
        assert order == step.amendments
        texts.add(table.text("repair"))
        assert ["in-text"] * 2 == [table.state(name) for name in order]
    assert {"Repair all lamps.\nCheck them daily.\nTell everybody."} == texts


def test_the_farthest_reaching_is_voted_on_first_and_its_adoption_leaves_nothing_to_decide():
    table = table_with(FOUR, ALL)
    assert "another-first" == adopts(table, "four")
    assert ("four",) == adopts(table, "all").overtaken
    assert Moot.OVERTAKEN is table.part.amendment("four").moot
    assert "not-at-this-point" == adopts(table, "four")


def test_once_the_farthest_reaching_is_rejected_the_next_one_is_voted_on():
    table = table_with(FOUR, ALL)
    rejects(table, "all")
    assert isinstance(adopts(table, "four"), AmendmentAdopted)


def test_a_chain_goes_through_amendments_that_do_not_meet_each_other():
    table = table_with(
        ("wang", "left", "Repair the", "Mend each and every one of the"),
        ("wang", "middle", "the three lamps", "lamps"),
        ("wang", "right", "lamps of building 3", "lights of all the buildings here"),
    )
    assert "another-first" == adopts(table, "middle")
    assert ("middle",) == adopts(table, "right").overtaken
    assert () == adopts(table, "left").overtaken


def test_by_robert_what_perfects_a_paragraph_comes_before_what_substitutes_it_and_the_substitute_outlives_it():
    whole = ("wang", "whole", "Repair the three lamps of building 3.", "Buy new lamps.")
    table = table_with(whole, FOUR, policy=ROBERT)
    assert "another-first" == adopts(table, "whole")
    assert () == adopts(table, "four").overtaken
    assert ("four",) == adopts(table, "whole").substituted
    table.does("li", ConsolidateText("repair"))
    assert TEXT.replace(whole[2], whole[3]) == table.text("repair")


def test_by_robert_a_substitute_that_waits_covers_the_perfected_paragraph():
    whole = ("wang", "whole", "Repair the three lamps of building 3.", "Buy new lamps.")
    table = table_with(whole, FOUR, policy=ROBERT)
    adopts(table, "four")
    table.does("li", ConsolidateText("repair"))
    one = table.part.amendment("whole")
    assert TEXT.replace(whole[2], whole[3]) == apply(table.text("repair"), table.part.hunks(one))


def test_by_robert_a_substitute_does_not_outlive_another_one():
    first = ("wang", "first", "Repair the three lamps of building 3.", "Buy new lamps.")
    table = table_with(first, ("zhao", "second", first[2], "Sell all lamps."), policy=ROBERT)
    assert ("second",) == adopts(table, "first").overtaken


def test_by_robert_what_is_no_whole_paragraph_any_more_substitutes_none():
    whole = ("wang", "whole", "Check them weekly.", "Check them.")
    table = table_with(whole, ("zhao", "part", "them weekly", "each day"), policy=ROBERT)
    assert "another-first" == adopts(table, "whole")
    table.does("li", ReviseProposal("repair", TEXT.replace("3.\nCheck", "3. Check")))
    assert ("part",) == adopts(table, "whole").overtaken


def test_who_wanted_the_same_has_it():
    table = table_with(FOUR, ("wang", "too", "three", "four"))
    assert ("too",) == adopts(table, "four").alike
    assert Moot.ALIKE is table.part.amendment("too").moot


def test_what_waits_stands_on_the_new_text_with_its_hashes():
    table = table_with(FOUR, DAILY, ("wang", "tell", "Tell", "At once tell"))
    adopts(table, "four")
    table.does("li", ConsolidateText("repair"))
    for name, expected in (("daily", TEXT.replace("weekly", "daily")), ("tell", TEXT.replace("Tell", "At once tell"))):
        one = table.part.amendment(name)
        assert 2 == one.version
        assert expected.replace("three", "four") == apply(table.text("repair"), table.part.hunks(one))


def test_an_amendment_to_words_that_their_author_changed_is_moot_and_the_others_stand():
    table = table_with(FOUR, DAILY)
    revised = table.does("li", ReviseProposal("repair", "Please note.\n" + TEXT.replace("three", "3")))
    assert ("four",) == revised.overtaken
    assert ("moot", Moot.REWRITTEN) == (table.state("four"), table.part.amendment("four").moot)
    [hunk] = table.part.hunks(table.part.amendment("daily"))
    assert 3 == hunk.paragraph


def test_what_is_adopted_is_not_amended_again_before_it_is_in_the_text():
    table = table_with(FOUR)
    adopts(table, "four")
    assert "amended-already" == table.amends("wang", "five", "repair", TEXT.replace("three", "five"))
    assert "adopted-not-in-text" == table.does("li", ReviseProposal("repair", "text"))
    assert "adopted-not-in-text" == table.does("li", RecordDecision("repair", "decided"))
    table.does("li", ConsolidateText("repair"))
    five = table.amends("wang", "five", "repair", TEXT.replace("three", "five"))
    assert "AmendmentOffered" == type(five).__name__
    assert "nothing-to-consolidate" == table.does("li", ConsolidateText("repair"))


def test_what_an_amendment_changed_is_counted_as_what_a_new_text_changed():
    table = table_with(("wang", "more", "lamps", "lampshades"))
    page = Page(TEXT)
    inside = (hunk_of(page, Span(TEXT.index("week") + 4, TEXT.index("week") + 4, "end")),)
    table.does("zhao", OfferAmendment("end", "repair", text_hash(TEXT), inside))
    adopts(table, "more")
    adopts(table, "end")
    step = table.does("li", ConsolidateText("repair"))
    assert difference(TEXT, TEXT.replace("lamps", "lampshades").replace("weekly", "weekendly")).share == step.changed


def test_an_amendment_is_amended_once_and_no_deeper():
    table = table_with(ALL)
    table.replaces("zhao", "led", "repair", "lamps", "LED lamps", of="all")
    assert 2 == table.part.amendment("led").depth
    assert "amendment-depth" == table.replaces("li", "deeper", "repair", "LED", "red", of="led")
    assert "amendment-pending" == adopts(table, "all")
    adopts(table, "led")
    adopts(table, "all")
    table.does("li", ConsolidateText("repair"))
    assert "Repair all LED lamps." == table.text("repair").split("\n")[0]


def test_amendments_to_an_amendment_fall_with_it():
    table = table_with(ALL)
    table.replaces("zhao", "led", "repair", "lamps", "LED lamps", of="all")
    table.does("wang", WithdrawAmendment("all"))
    assert (Moot.WITH_ITS_AMENDMENT, "withdrawn") == (table.part.amendment("led").moot, table.state("all"))


def test_what_changes_one_replacement_moves_on_with_it():
    table = table_with(("wang", "all", "the three lamps of building 3", "all lamps of the yard"))
    table.replaces("zhao", "old", "repair", "lamps", "old lamps", of="all")
    table.replaces("li", "court", "repair", "yard", "court", of="all")
    adopts(table, "old")
    adopts(table, "court")
    assert "all old lamps of the court" == table.part.amendment("all").spans[0].replacement
    read = [str(table.part.changes(table.part.amendment(name))) for name in ("old", "court")]
    assert ["all {+old +}lamps of the yard", "all old lamps of the [-yard-]{+court+}"] == read


def test_silence_is_consent_only_after_the_named_moment():
    table = table_with(FOUR)
    announced = table.does("li", AcceptAmendment("four"))
    assert table.now + 7 * DAY == announced.until
    assert "window-open" == table.does("wang", ConcludeAcceptance("four"))
    assert "not-at-this-point" == adopts(table, "four")
    table.now = announced.until
    assert "window-over" == table.does("wang", OpposeAcceptance("four"), later=0 * DAY)
    assert "by-silence" == table.does("wang", ConcludeAcceptance("four")).way


def test_one_who_is_against_it_brings_it_to_the_vote():
    table = table_with(FOUR)
    table.does("li", AcceptAmendment("four"))
    table.does("wang", OpposeAcceptance("four", "Three are enough."))
    assert "opposed-already" == table.does("li", AcceptAmendment("four"))
    assert "by-vote" == adopts(table, "four").way


def test_who_offered_an_amendment_answers_for_its_words():
    table = table_with(ALL)
    table.replaces("zhao", "led", "repair", "lamps", "LED lamps", of="all")
    assert "not-your-words" == table.does("li", AcceptAmendment("led"))
    assert "led" == table.does("wang", AcceptAmendment("led")).amendment


def test_a_rejected_amendment_may_become_a_rival():
    table = table_with(FOUR, policy=ProposalPolicy(requirement=MAJORITY))
    assert "not-at-this-point" == table.does("zhao", ProposeRival("four", "four lamps"))
    table.does("chair", DecideAmendment("four", "REJECTED", FAILS))
    assert "not-your-amendment" == table.does("wang", ProposeRival("four", "four lamps"))
    table.does("zhao", ProposeRival("four", "four lamps"))
    assert TEXT.replace("three", "four") == table.text("four lamps")
    assert ("repair/1",) == tuple(parent.id for parent in table.part.draft("four lamps").latest.parents)
    assert "live-limit" == table.does("zhao", ProposeRival("four", "again"))
    table.does("zhao", WithdrawProposal("four lamps"))
    assert "rival-already" == table.does("zhao", ProposeRival("four", "again"))


def test_what_changes_an_amendment_makes_no_proposal_of_its_own():
    table = table_with(ALL)
    table.replaces("zhao", "led", "repair", "lamps", "LED lamps", of="all")
    rejects(table, "led")
    assert "amendment-depth" == table.does("zhao", ProposeRival("led", "led lamps"))


def test_an_amendment_of_another_proposal_is_not_amended_here():
    table = table_with(ALL)
    table.drafted("sun", "cats", "Feed the cats.")
    assert "unknown-amendment" == table.does("zhao", offer(FITS, proposal="cats", of="all"))


def test_nobody_makes_a_proposal_that_says_nothing():
    table = table_with()
    table.replaces("zhao", "most", "repair", TEXT[:-1], "")
    assert "says-nothing" == table.amends("wang", "all", "repair", "\n")
    table.replaces("zhao", "inner", "repair", "weekly", "")
    adopts(table, "most")
    assert "moot" == table.state("inner")


def test_what_is_too_early_is_not_told_to_be_past():
    table = table_with(ALL)
    table.does("zhao", ProposeRival("all", "new"))
    assert "This cannot be done" in told(table.steps[-1], "en")
    assert "past" not in told(table.steps[-1], "en")


def test_what_is_gone_has_no_rivals():
    table = table_with(FOUR)
    rejects(table, "four")
    table.does("chair", RecordDecision("repair", "REJECTED"))
    assert "dead-version" == table.does("zhao", ProposeRival("four", "four lamps"))


@pytest.mark.parametrize(
    ("code", "status", "ruling"),
    [
        ("ruling-missing", "PASSED", None),
        ("ruling-differs", "REJECTED", PASSES),
        ("ruling-differs", "decided", FAILS),
        ("another-requirement", "PASSED", requirement("robert.two_thirds").rule_on({"head": {"YES": 9, "NO": 1}})),
        ("vote-undecided", "NO_QUORUM", MAJORITY.rule_on({"head": {}})),
        ("vote-undecided", "tied", None),
        ("unknown-status", "adopted?", PASSES),
    ],
)
def test_a_vote_that_does_not_say_what_is_written_down_decides_nothing(code, status, ruling):
    table = table_with(FOUR, policy=ProposalPolicy(requirement=MAJORITY))
    assert code == table.does("chair", DecideAmendment("four", status, ruling))
    assert PASSES == table.does("chair", DecideAmendment("four", "PASSED", PASSES)).ruling


def test_votes_are_written_down_by_the_keepers_where_there_are_any():
    table = table_with(FOUR, policy=ProposalPolicy(keepers=frozenset({"chair"})))
    assert "not-keeper" == table.does("li", DecideAmendment("four", "PASSED"))
    assert "four" == adopts(table, "four").amendment


def test_what_waits_on_a_proposal_that_is_gone_is_moot():
    table = table_with(FOUR, DAILY)
    adopts(table, "four")
    table.does("li", WithdrawProposal("repair"))
    assert {Moot.WITH_ITS_PROPOSAL} == {table.part.amendment(name).moot for name in ("four", "daily")}
    assert "dead-version" == table.amends("wang", "late", "repair", "text")
    assert "dead-version" == table.does("zhao", WithdrawAmendment("daily"))


HASH = text_hash(TEXT)


def offer(hunks, *, base=HASH, of="", hunk=1, proposal="repair", name="new"):
    return OfferAmendment(name, proposal, base, hunks, "", of, hunk)


FITS = (Hunk(1, 0, 6, "Mend", text_hash("Repair")),)


@pytest.mark.parametrize(
    ("code", "act"),
    [
        ("amendment-exists", offer(FITS, name="all")),
        ("unknown-proposal", offer(FITS, proposal="bins")),
        ("superseded-version", offer(FITS, base=text_hash("other"))),
        ("superseded-words", offer(FITS, of="all")),
        ("unknown-amendment", offer(FITS, of="nothing")),
        ("unknown-amendment", offer(FITS, of="new")),
        ("no-such-hunk", offer(FITS, of="all", hunk=2)),
        ("no-such-hunk", offer(FITS, of="all", hunk=0)),
        ("same-text", offer(())),
        ("same-text", offer((Hunk(1, 0, 6, "Repair", text_hash("Repair")),))),
        ("hunk-does-not-fit", offer((Hunk(2, 0, 6, "Mend", text_hash("Repair")),))),
        ("hunk-outside", offer((Hunk(9, 0, 6, "Mend", text_hash("Repair")),))),
        ("hunks-overlap", offer(FITS * 2)),
        ("unreadable-text", offer((Hunk(1, 0, 0, "\u2066", text_hash("")),))),
        ("text-too-long", offer((Hunk(1, 0, 0, "x" * 999_999, text_hash("")),))),
        ("text-too-long", offer((Hunk(1, 0, 0, "x" * 10_000_000, text_hash("")),))),
    ],
)
def test_an_amendment_that_does_not_fit_is_refused_and_nothing_is_changed(code, act):
    assert code == table_with(ALL).does("zhao", act)


def test_a_change_that_is_given_twice_meets_itself():
    table = table_with()
    table.does("zhao", offer(FITS * 2))
    assert (("place", "1"), ("other", "2")) == table.steps[-1].about


def test_an_amendment_that_only_brings_an_earlier_text_back_is_a_loop():
    table = table_with()
    table.does("li", ReviseProposal("repair", TEXT.replace("three", "four")))
    assert "lineage-loop" == table.amends("wang", "back", "repair", TEXT)


def test_what_an_amendment_changes_can_be_read():
    table = table_with(FOUR)
    changes = table.part.changes(table.part.amendment("four"))
    assert "第 1 段：“three”改为“four”。" == changes.explain("zh")

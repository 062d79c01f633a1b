"""Decidim's exports, in the shapes of several years; the data is our own."""

from datetime import UTC, datetime

import pytest

from deliberate.assembly import Agenda, Rounds, confer
from deliberate.assembly.moves import DraftProposal, GiveSupport, OpenRound, RaiseIssue, Side, TakeTurn
from deliberate.errors import ParseError
from deliberate.io.bounded import LONGEST_LINE, read_text
from deliberate.io.decidim import comments, proposals
from deliberate.io.decidim_talk import DecidimTalk, losses, moves_of
from deliberate.io.exported import Person
from deliberate.words import LANGUAGES, term

# As a recent Decidim writes them ...
PROPOSALS = (
    "id;author/id;author/name;author/url;title/en;title/ca;title/machine_translations/fr;body/en;body/ca;state;votes;"
    "likes/total_count;likes/user_endorsements;published_at;url;is_amend;original_proposal/title/en;original_proposal/url;withdrawn\n"
    '12;3;Anna Li;u;Two lamps;Dos fanals;;"One at the north gate.\nOne at the south gate.";;accepted;7;'
    "2;Bo, Cai;2026-03-01 12:00:00 UTC;https://x/proposals/12;false;;;false\n"
    "13;3, 4;Anna Li, Bo;u;;Un banc;;;<p>Al <b>sol</b>.</p>;;;"
    "1;Li, Jr.;2026-03-02 12:00:00 UTC;https://x/proposals/13;false;;;true\n"
    "14;5;Cai;u;Two lamps;;;Three lamps.;;evaluating;0;"
    "0;;2026-03-03 12:00:00 UTC;https://x/proposals/14;true;Two lamps;https://x/proposals/12;false\n"
)
# ... and as one of 2019 did.
OLD = (
    "id,category/id,title,body,state,supports,endorsements/total_count,endorsements/user_endorsements,published_at\n"
    '1,,Bins,"<p>More, please</p>",,4,1,Dora,2019-03-01 12:00:00 +0100\n'
)
COMMENTS = (
    "id;created_at;body;locale;author/id;author/name;alignment;depth;user_group/id;user_group/name;commentable_id;"
    "commentable_type;root_commentable_url\n"
    "1;2026-03-01 13:00:00 UTC;Too bright.;en;9;Anna Li;-1;0;;;12;Decidim::Proposals::Proposal;https://x/proposals/12\n"
    "2;2026-03-01 14:00:00 UTC;With shades?;en;3;Anna Li;0;1;;;1;Decidim::Comments::Comment;https://x/proposals/12\n"
    "3;2026-03-01 15:00:00 UTC;Yes!;en;;;1;0;;;12;Decidim::Proposals::Proposal;\n"
    "4;2026-03-01 16:00:00 UTC;Lost answer;en;5;Cai;0;1;;;99;Decidim::Comments::Comment;https://x/proposals/14\n"
    "5;2026-03-01 17:00:00 UTC;Elsewhere;en;5;Cai;0;0;;;7;Decidim::Meetings::Meeting;https://x/meetings/7\n"
)


def talk():
    return DecidimTalk(proposals(PROPOSALS, lang="en"), comments(COMMENTS))


def test_a_proposal_is_read_with_its_text_state_supports_and_names():
    one = proposals(PROPOSALS, lang="en")[0]
    assert ("12", "Two lamps", "accepted", 7, ("Bo", "Cai")) == (
        one.id,
        one.title,
        one.state,
        one.supports,
        one.endorsers,
    )
    assert "One at the north gate.\nOne at the south gate." == one.text
    assert datetime(2026, 3, 1, 12, tzinfo=UTC) == one.at


def test_the_language_asked_for_is_taken_and_else_another():
    assert ["Dos fanals", "Un banc", "Two lamps"] == [one.title for one in proposals(PROPOSALS, lang="ca")]
    assert ["Two lamps", "Un banc", "Two lamps"] == [one.title for one in proposals(PROPOSALS)]


def test_a_machine_translation_is_taken_only_where_there_is_nothing_else():
    head = "id;title/machine_translations/fr;title/en;body;published_at\n"
    row = "1;Lampes;{};x;2026-03-01 12:00:00 UTC\n"
    assert ["Lamps"] == [one.title for one in proposals(head + row.format("Lamps"))]
    assert ["Lampes"] == [one.title for one in proposals(head + row.format(""))]


def test_markup_several_authors_and_a_withdrawal_are_read():
    one = proposals(PROPOSALS)[1]
    assert ("Al sol.", "withdrawn", None) == (one.text, one.state, one.supports)
    assert (Person("3", "Anna Li"), Person("4", "Bo")) == one.authors


def test_names_that_cannot_be_told_apart_are_left_out():
    assert () == proposals(PROPOSALS)[1].endorsers


def test_an_amendment_knows_what_it_would_change():
    assert ["", "", "12"] == [one.amends for one in proposals(PROPOSALS)]


def test_an_old_export_is_read():
    [one] = proposals(OLD)
    assert ("Bins", "More, please", 4, ("Dora",), ()) == (one.title, one.text, one.supports, one.endorsers, one.authors)


def test_comments_have_their_side():
    sides = [one.side for one in comments(COMMENTS)]
    assert [Side.AGAINST, Side.NEITHER, Side.FOR, Side.NEITHER, Side.NEITHER] == sides


def test_a_comment_is_about_the_proposal_at_the_root():
    assert ("Two lamps", "Two lamps", "Two lamps", "Two lamps #14", "") == talk().about()


def test_answers_in_a_circle_are_about_nothing():
    head = "id;created_at;body;commentable_id;commentable_type\n"
    row = "{};2026-03-01 13:00:00 UTC;x;{};Decidim::Comments::Comment\n"
    circle = comments(head + row.format(1, 2) + row.format(2, 1))
    assert ("", "") == DecidimTalk((), circle).about()


def test_the_moves_stand_in_the_order_of_time():
    moves = moves_of(talk(), "The dark yard")
    assert sorted(move.at for move in moves) == [move.at for move in moves]
    assert [
        ("Anna Li", RaiseIssue("The dark yard")),
        ("Anna Li", OpenRound("The dark yard")),
        ("Anna Li", DraftProposal("Two lamps", "One at the north gate.\nOne at the south gate.")),
        ("Bo", GiveSupport("Two lamps")),
        ("Cai", GiveSupport("Two lamps")),
        ("Anna Li #9", TakeTurn("Too bright.", "Two lamps", Side.AGAINST)),
        ("Anna Li", TakeTurn("With shades?", "Two lamps")),
        ("comments/3", TakeTurn("Yes!", "Two lamps", Side.FOR)),
    ] == [(move.by, move.act) for move in moves[:8]]


def test_an_imported_conversation_is_folded_without_a_refusal_where_every_entry_has_its_proposal():
    early = DecidimTalk(talk().proposals, tuple(one for one in talk().comments if one.id != "4"))
    deliberation = confer(Agenda(), Rounds(turns=100), moves_of(early, "The dark yard"))
    assert () == deliberation.refusals
    assert ("Two lamps", "Un banc", "Two lamps #14") == tuple(one.name for one in deliberation.slate)
    assert ("Bo", "Cai") == deliberation.slate[0].latest.supporters


def test_nothing_gives_no_moves():
    assert () == moves_of(DecidimTalk(()), "x")


def test_what_is_lost_is_said_in_both_languages():
    assert "loss.comments" in losses(talk())
    assert "loss.comments" not in losses(DecidimTalk(talk().proposals, talk().comments[:3]))
    for code in losses(talk()):
        for lang in LANGUAGES:
            assert code != term(code, lang)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "empty-file", 1),
        ("id;title\n1;x\n", "no-column", 1),
        ("id;id;title;body\n", "same-name-twice", 1),
        ("id;title;body;published_at\n1;x;y\n", "row-does-not-fit", 2),
        ("id;title;body;published_at\n1;x;y;soon\n", "bad-moment", 2),
        ("id;title;body;published_at\n1;x;y;2026-03-01 12:00:00\n", "no-time-zone", 2),
        ("id;title;body;published_at\n1;;y;2026-03-01 12:00:00 UTC\n", "empty-name", 2),
        ("id;title;body;published_at\n;x;y;2026-03-01 12:00:00 UTC\n", "empty-name", 2),
        ("id;title;body;votes;published_at\n1;x;y;many;2026-03-01 12:00:00 UTC\n", "not-a-number", 2),
        ("id;title;body;published_at\n" + "1;x;y;2026-03-01 12:00:00 UTC\n" * 2, "same-name-twice", 3),
        ('id;title;body;published_at\n1;"x;y;2026-03-01 12:00:00 UTC\n', "bad-csv", 2),
        ("id;title;body;published_at\n1;x;" + "y" * 10**7 + ";2026-03-01 12:00:00 UTC\n", "bad-csv", 2),
    ],
)
def test_a_broken_export_of_proposals_is_refused_with_its_place(text, code, line):
    with pytest.raises(ParseError) as caught:
        proposals(text, "p.csv")
    assert (code, f"p.csv:{line}") == (caught.value.code, caught.value.where)


def test_a_side_that_is_none_is_refused():
    with pytest.raises(ParseError) as caught:
        comments("id;body;alignment;created_at\n1;x;2;2026-03-01 12:00:00 UTC\n", "c.csv")
    assert ("unknown-alignment", "c.csv:2") == (caught.value.code, caught.value.where)
    for lang in LANGUAGES:
        assert "2" in caught.value.told(lang)


def test_a_cell_of_ten_megabytes_is_refused_when_the_file_is_read(tmp_path):
    path = tmp_path / "p.csv"
    path.write_text("id;title;body;published_at\n1;x;" + "y" * 10**7 + ";\n")
    with pytest.raises(ParseError) as caught:
        proposals(read_text(path), str(path))
    assert ("line-too-long", LONGEST_LINE) == (caught.value.code, caught.value.fields["most"])


def test_titles_are_nfc_and_hide_nothing():
    [one] = proposals("id;title;body;published_at\n1;e\u0301t\u202ee\u0301;y;2026-03-01 12:00:00 UTC\n")
    assert "\u00e9t\u00e9" == one.title

"""Loomio's exports of a group and of a poll, in the shapes of several years; the data is our own."""

import pytest

from deliberate.assembly import Agenda, Rounds, confer
from deliberate.assembly.moves import CloseRound, DraftProposal, OpenRound, RaiseIssue, Side, TakeTurn
from deliberate.errors import InputError, ParseError
from deliberate.io.exported import Person
from deliberate.io.loomio import group
from deliberate.io.loomio_poll import STANCES, answers, rankings, votes
from deliberate.io.loomio_talk import losses, moves_of
from deliberate.requirement.statuses import Stance
from deliberate.words import LANGUAGES, term

AT = "2026-03-0{} 12:00:00 UTC"
GROUP = f"""Export for Yulin (3)

Groups (1)
Id,Key,Name,Description,Created at
1,k,Yulin,,{AT.format(1)}

Memberships (2)
Group,User,User name,User email,Admin,Created at,Accepted at
1,1,Li,l@x,true,{AT.format(1)},
1,2,Wang,w@x,false,{AT.format(1)},

Discussions (2)
Id,Topic,Author,Author name,Title,Description,Created at
5,50,1,Li,Lamps,"<p>Too dark,
at night.</p>",{AT.format(1)}
6,60,2,Wang,Bins,,{AT.format(2)}

Comments (3)
Id,Group,Topic,Author,Author name,Title,Author name,Body,Created at
7,1,50,2,Wang,Lamps,Wang,"Where, then?",{AT.format(2)}
8,1,60,1,Li,Bins,Li,Green ones.,{AT.format(3)}
9,1,50,3,Li,Lamps,Li,I am another Li.,{AT.format(4)}

Polls (2)
Id,Key,Topic,Author,Author name,Title,Details,Closing at,Closed at,Created at,Poll type,Custom fields
4,p,50,1,Li,Two lamps,One at each gate.,,{AT.format(6)},{AT.format(3)},proposal,{{}}
3,q,50,1,Li,Which colour?,,,,{AT.format(3)},ranked_choice,{{}}

Stances (4)
Id,Poll,Participant,Author name,Reason,Latest,Created at,Updated at
70,4,1,Li,Old reason,false,{AT.format(3)},{AT.format(3)}
71,4,1,Li,Dark.,true,{AT.format(5)},{AT.format(5)}
72,4,2,Wang,,true,{AT.format(5)},{AT.format(5)}
73,3,2,Wang,Warm light.,true,{AT.format(5)},{AT.format(5)}

Outcomes (1)
Id,Poll,Author,Statement,Created at,Updated at
2,4,1,We do it.,{AT.format(7)},{AT.format(7)}
"""
OLD = f"""Export for Yulin

Discussions (1)
Id,Group,Author,Author name,Title,Description,Created at
5,1,1,Li,Lamps,Too dark.,{AT.format(1)}

Comments (1)
Id,Group,Discussion,Author,Discussion title,Author name,Body,Created at
7,1,5,2,Lamps,Wang,Where?,{AT.format(2)}

Polls (1)
Id,Key,Discussion,Group,Author,Title,Details,Closing at,Closed at,Created at,Poll type,Multiple choice,Custom fields
4,p,5,1,1,Two lamps,,,,{AT.format(3)},proposal,false,{{}}

Stances (1)
Id,Poll,Participant,Reason,Latest,Created at,Updated at
71,4,2,Dark.,true,{AT.format(4)},{AT.format(4)}
"""
POLL = """poll
id,group_id,topic_id,author_id,title,author_name,created_at,decided_voters_count,poll_url
4,1,50,1,Two lamps,Li,2026-03-03 12:00:00 UTC,3,https://x/p/4
poll_options
id,poll_id,name,name_format,rank,score
1,4,Agree,plain,1,1
2,4,Disagree,plain,2,1
3,4,abstain,i18n,3,0
9,4,Block,plain,4,1
votes
id,poll_id,voter_id,voter_name,member_title,delegate,created_at,updated_at,reason,reason_format,Agree,Disagree,abstain,Block
71,4,1,Li,,false,2026-03-05T12:00:00Z,2026-03-05T12:00:00Z,Dark.,html,1,,,
72,4,2,Wang,,false,2026-03-05T12:00:00Z,2026-03-05T12:00:00Z,,html,,1,,
74,4,3,Li,,false,2026-03-05T12:00:00Z,2026-03-05T12:00:00Z,Never,html,,,,1
75,4,6,Zhao,,false,2026-03-05T12:00:00Z,2026-03-05T12:00:00Z,,html,,,1,
76,4,8,Qian,,,,,,html,,,,
"""
RANKED = """poll
id,title
3,Which colour?
poll_options
id,name
1,warm
2,cold
3,reason
votes
id,voter_id,voter_name,reason,warm,cold,reason
1,1,Li,I like it,3,1,2
2,2,Wang,,1,2,
3,3,Zhao,,,,
"""


def test_a_discussion_is_read_with_its_author_and_text():
    one = group(GROUP).discussion("5")
    assert ("Lamps", "Too dark, at night.", Person("1", "Li"), "50") == (one.title, one.text, one.author, one.topic)


def test_polls_stances_and_outcomes_are_read():
    read = group(GROUP)
    assert ["proposal", "ranked_choice"] == [one.kind for one in read.polls]
    assert [False, True, True, True] == [one.latest for one in read.stances]
    assert [Person("1", "Li")] == [one.author for one in read.outcomes]


def test_the_moves_of_one_discussion_stand_in_the_order_of_time():
    moves = moves_of(group(GROUP), "5", (votes(POLL), votes(RANKED)))
    assert sorted(move.at for move in moves) == [move.at for move in moves]
    assert [
        ("Li", RaiseIssue("Lamps", "Too dark, at night.")),
        ("Li", OpenRound("Lamps")),
        ("Wang", TakeTurn("Where, then?")),
        ("Li", DraftProposal("Two lamps", "One at each gate.")),
        ("Li #3", TakeTurn("I am another Li.")),
        ("Li", TakeTurn("Dark.", "Two lamps", Side.FOR)),
        ("Wang", TakeTurn("Warm light.")),
        ("Li", CloseRound("We do it.")),
    ] == [(move.by, move.act) for move in moves]


def test_without_the_poll_a_reason_has_no_side_and_the_loss_is_said():
    read = group(GROUP)
    turns = [move.act for move in moves_of(read, "5") if isinstance(move.act, TakeTurn)]
    assert {Side.NEITHER} == {turn.side for turn in turns}
    assert "loss.choices" in losses(read)
    assert "loss.choices" not in losses(read, (votes(POLL), votes(RANKED)))
    for code in losses(read):
        for lang in LANGUAGES:
            assert code != term(code, lang)


@pytest.mark.parametrize("text", [GROUP, OLD])
def test_an_imported_discussion_is_folded_without_a_refusal(text):
    deliberation = confer(Agenda(), Rounds(turns=100), moves_of(group(text), "5"))
    assert () == deliberation.refusals
    assert ("Lamps", ("Two lamps",)) == (deliberation.issue, tuple(one.name for one in deliberation.slate))


def test_an_old_export_names_people_by_their_numbers_where_it_can():
    assert Person("2", "Wang") == group(OLD).stances[0].voter
    assert Person("1", "Li") == group(OLD).polls[0].author


def test_the_votes_of_a_proposal_are_answers():
    read = answers(votes(POLL), "as it is")
    assert ("Two lamps", "as it is") == read.options
    assert ("Li", "Wang", "Li #3", "Zhao", "Qian") == read.members
    tallies = read.tallies()
    for stance in (Stance.YES, Stance.NO, Stance.OBJECTION, Stance.ABSTAIN, Stance.ABSENT):
        assert 1 == tallies.count("head", stance)


def test_in_a_secret_poll_every_voter_counts_once():
    head, rest = POLL.split("71,4,1,Li")
    secret = head + "71,4,,Anonymous,,,,,,html,1,,,\n72,4,,Anonymous,,,,,,html,1,,,\n"
    assert rest
    assert 2 == answers(votes(secret)).tallies().count("head", "YES")


def test_every_option_that_has_a_stance_is_in_lower_case():
    assert [option.casefold() for option in STANCES] == list(STANCES)


def test_rankings_are_read_by_the_kind_of_the_poll():
    poll = votes(RANKED)
    high, low = rankings(poll, "ranked_choice"), rankings(poll, "stv")
    assert ("warm", "cold", "reason") == high.options
    assert [[1, 3, 2], [2, 1, 0]] == sorted(high.profile.ranks.tolist())
    assert [[1, 2, 0], [3, 1, 2]] == sorted(low.profile.ranks.tolist())
    assert "Which colour?" == high.title


def test_a_poll_of_another_kind_has_no_rankings():
    with pytest.raises(InputError) as caught:
        rankings(votes(RANKED), "dot_vote")
    assert "not-ranked" == caught.value.code
    for lang in LANGUAGES:
        assert "dot_vote" in caught.value.told(lang)


@pytest.mark.parametrize(
    ("row", "code"),
    [("1,1,,", "several-answers"), (",,,1", "unknown-stance")],
)
def test_an_answer_that_is_none_is_refused(row, code):
    text = POLL.replace("Block", "Maybe").replace("html,1,,,\n", f"html,{row}\n", 1)
    with pytest.raises(InputError) as caught:
        answers(votes(text))
    assert code == caught.value.code
    for lang in LANGUAGES:
        assert caught.value.told(lang)


def test_a_discussion_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(InputError) as caught:
        moves_of(group(GROUP), "77")
    assert "unknown-discussion" == caught.value.code
    assert "5" in caught.value.told("zh")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "empty-file", 1),
        ("Comments (0)\nId,Body,Created at\n", "no-table", 1),
        (OLD.replace("Comments (1)", "Comments (2)"), "truncated-file", 7),
        (OLD.replace("Wang,Where?", "Wang,soon,Where?"), "row-does-not-fit", 9),
        (OLD.replace(AT.format(2), "yesterday"), "bad-moment", 9),
        (OLD.replace("Lamps,Too dark", ",Too dark"), "empty-name", 5),
        (OLD.replace("Body", "Words"), "no-column", 7),
        (OLD + "\nComments (0)\n", "same-name-twice", 19),
        (OLD.replace("Where?", '"Where?'), "bad-csv", 17),
        (OLD.replace("Where?", "y" * 10**7), "bad-csv", 9),
    ],
)
def test_a_broken_export_of_a_group_is_refused_with_its_place(text, code, line):
    with pytest.raises(ParseError) as caught:
        group(text, "g.csv")
    assert (code, f"g.csv:{line}") == (caught.value.code, caught.value.where)
    for lang in LANGUAGES:
        assert caught.value.told(lang)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("poll\nid,title\n4,x\n", "no-table", 1),
        (RANKED.replace("3,Which colour?\n", ""), "truncated-file", 1),
        (RANKED.replace("voter_name", "who"), "no-column", 9),
        (RANKED.replace("3,1,2\n", "3,1,x\n"), "not-a-number", 11),
        (RANKED.replace("2,2,Wang", "2,1,Wang"), "same-name-twice", 12),
        (RANKED.replace("2,cold", "2,warm"), "same-name-twice", 7),
    ],
)
def test_a_broken_export_of_a_poll_is_refused_with_its_place(text, code, line):
    with pytest.raises(ParseError) as caught:
        votes(text, "v.csv")
    assert (code, f"v.csv:{line}") == (caught.value.code, caught.value.where)

"""The chain and the tree of hashes, against published vectors; every way to tamper is found."""

import hashlib

import attrs
import pytest

from deliberate.errors import BrokenChain
from deliberate.hall.journal.chain import Entry, link, merkle_root, origin, verified
from deliberate.hall.journal.export import anchor, fork, lines, read

STREAM = "courtyard/light"
LINES = (
    """{"actor":"m1","at":"2026-03-01T08:00:00Z","cmd":"c-1","data":{"title":"路灯"},"seq":1,"stream":"courtyard/light",\
"type":"IssueRaised","v":1}""",
    """{"actor":"m1","at":"2026-03-02T08:00:00Z","cmd":"c-2","data":{"options":["repair","status-quo"],\
"roll":[["m1",1],["m2",1],["m3",1]],"rule":"majority","seed":"4 2 6"},"seq":2,"stream":"courtyard/light",\
"type":"VotingOpened","v":1}""",
    """{"actor":"m2","at":"2026-03-03T08:00:00.250Z","cmd":"c-3","data":{"ranking":["repair","status-quo"]},"seq":3,\
"stream":"courtyard/light","type":"BallotCast","v":1}""",
)
HASHES = (
    "9d189deb83cc24368f5a1801f4c722330cdae43fac05311f7b7bb9bf5e208609",
    "57e8bd2525d02579042203ebe785cc29c975c7d540ce8d7a697e3512fdb55f63",
    "18ad2e23c11fd9dd8ee8e4140adf1f19767e0f2c8ce5a32020608b6bb5a78b71",
)


def entries(count=3):
    known, head = [], origin(STREAM)
    for place, line in enumerate(LINES[:count], 1):
        head = link(head, line)
        known.append(Entry(STREAM, place, place, line, head))
    return known


def test_the_origin_of_a_stream_is_the_published_one():
    assert "0916aec32f83e2a1ba6a6d4468b3933473685c1d3d901d90fe9db02c8313da68" == origin(STREAM)


def test_the_hashes_of_the_chain_are_the_published_ones():
    assert list(HASHES) == [entry.hash for entry in entries()]


def test_the_merkle_root_of_the_three_events_is_the_published_one():
    assert "96543d0a2a1af0a9be12b749fa0607e0f9034ad4649a56b1008743f4b3b60e19" == merkle_root(LINES)
    assert hashlib.sha256(b"").hexdigest() == merkle_root(())


@pytest.mark.parametrize(
    ("size", "root"),
    [
        (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
        (2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
        (3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
        (5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
        (7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
        (8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
    ],
)
def test_the_merkle_roots_are_those_of_certificate_transparency(size, root):
    leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    assert root == merkle_root(bytes.fromhex(leaf).decode("ascii") for leaf in leaves[:size])


def test_the_anchor_is_the_published_one():
    made = anchor(entries(), hall="yulin", at="2026-03-04T00:00:00Z")
    assert "1861fabf5e3a18702cd507a416679b11e01abd449ea008bea0530f2be96c9091" == made.hash


def tampered(known):
    """Every kind of mutation at every place, with the place that verification must name."""
    for place, entry in enumerate(known):
        edited = attrs.evolve(entry, line=entry.line.replace('"actor":"m', '"actor":"x'))
        yield "edited", place, [*known[:place], edited, *known[place + 1 :]]
        dated = attrs.evolve(entry, line=entry.line.replace("2026-03", "2026-04"))
        yield "re-dated", place, [*known[:place], dated, *known[place + 1 :]]
        yield "duplicated", place + 1, [*known[: place + 1], entry, *known[place + 1 :]]
        yield "inserted", place, [*known[:place], attrs.evolve(entry, hash="0" * 64), *known[place:]]
        if place + 1 < len(known):
            yield "deleted", place, [*known[:place], *known[place + 1 :]]
            yield "swapped", place, [*known[:place], known[place + 1], entry, *known[place + 2 :]]
        rehashed = attrs.evolve(edited, hash=link(known[place - 1].hash if place else origin(STREAM), edited.line))
        if place + 1 < len(known):
            yield "rehashed", place + 1, [*known[:place], rehashed, *known[place + 1 :]]


@pytest.mark.parametrize(("how", "place", "mutated"), list(tampered(entries())))
def test_tampering_is_found_at_the_first_bad_entry(how, place, mutated):
    passed = []
    with pytest.raises(BrokenChain) as error:
        passed.extend(verified(mutated))
    assert (place, "broken-chain") == (len(passed), error.value.code)


def test_a_cut_tail_is_not_seen_by_the_chain_and_is_seen_from_an_anchor():
    assert 2 == len(list(verified(entries(2))))
    assert anchor(entries(3), "yulin").heads != anchor(entries(2), "yulin").heads


@pytest.mark.parametrize(
    "line", ['{"seq":1,"stream":"s"} ', '{"stream":"s","seq":1}', '{"seq":1.0,"stream":"s"}', "[" * 100_000]
)
def test_a_line_that_is_not_canonical_is_refused_even_with_a_right_hash(line):
    with pytest.raises(BrokenChain):
        list(verified([Entry("s", 1, 1, line, link(origin("s"), line))]))


def test_an_export_reads_back_and_a_flipped_byte_is_named():
    text = "".join(lines(entries()))
    assert entries() == list(verified(read(text)))
    with pytest.raises(BrokenChain) as error:
        list(verified(read(text.replace("repair", "repaid", 1))))
    assert ("courtyard/light 2", 2) == (error.value.where, error.value.fields["position"])


@pytest.mark.parametrize("bad", ["not json", '{"event":1}', '{"event":{"seq":1},"hash":"0"}'])
def test_an_export_that_is_none_names_the_line(bad):
    with pytest.raises(BrokenChain) as error:
        list(read("".join(lines(entries(1))) + bad))
    assert "line 2" == error.value.where


def test_two_journals_are_one_story_until_they_fork():
    other = attrs.evolve(entries()[1], line=LINES[1].replace("4 2 6", "6 6 6"))
    assert None is fork(entries(), entries(2))
    assert 2 == fork(entries(), [entries()[0], other])


def test_an_error_says_where_once():
    with pytest.raises(BrokenChain) as error:
        list(verified([attrs.evolve(entries()[0], hash="0" * 64)]))
    assert "The journal is broken at entry 1 (courtyard/light 1): its hash does not fit." == str(error.value)


def test_a_line_separator_in_a_name_does_not_cut_an_export():
    line = '{"seq":1,"stream":"s\u2028t"}'
    entry = Entry("s\u2028t", 1, 1, line, link(origin("s\u2028t"), line))
    assert [entry] == list(verified(read("".join(lines([entry])))))

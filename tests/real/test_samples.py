"""PrefLib's samples and the BLT files of several counting programs: all are read, and read back after writing."""

import pytest

import deliberate as d
from deliberate.io.door import format_text, parse, read
from deliberate.io.losses import losses


def blts(data):
    folders = ("droop-stv-reference", "glasgow-2007-stv", "small-blt", "stv-rs-meek-ties")
    return sorted(path for folder in folders for path in (data / "ranked" / folder).rglob("*.blt"))


@pytest.fixture
def droop(data):
    return data / "ranked/droop-stv-reference/blt"


def test_berkeley_2010_elects_worthington(data):
    election = read(data / "ranked/preflib-samples/00017-00000001.toi")
    assert (4173, ("Kriss Worthington",)) == (election.profile.total, d.decide(election, d.rule("irv")).chosen)


def test_dublin_north_has_its_43942_ballots_of_19299_kinds(data):
    election = read(data / "ranked/preflib-samples/00001-00000001.soi.gz")
    assert (43942, 19299, 12) == (election.profile.total, election.profile.n_types, len(election.options))
    assert "2002 Dublin North" == election.title


def test_every_blt_file_is_read_and_written_and_read_again_equal(data):
    files = blts(data)
    assert 65 <= len(files)
    different = []
    for path in files:
        election = read(path)
        assert () == losses(election, "blt")
        if election != parse(format_text(election, "blt"), "blt"):
            different.append(path.name)
    assert [] == different


def test_gnome_and_maemo_have_their_seats_and_titles(data):
    gnome, maemo = (read(data / f"ranked/small-blt/{name}.blt") for name in ("gnome_26", "maemo"))
    assert (11, 7, "2018 Spring Board of Directors Election") == (len(gnome.options), gnome.seats, gnome.title)
    assert (5, 3, 51) == (len(maemo.options), maemo.seats, maemo.profile.total)


def test_empty_ballots_of_maemo_are_kept(data):
    profile = read(data / "ranked/small-blt/maemo.blt").profile
    empty = profile.weights[(profile.ranks == 0).all(axis=1)]
    assert [4] == empty.tolist()


def test_the_validation_profile_m135_has_its_679_ballots(droop):
    election = read(droop / "M135.blt")
    assert (679, 25, 7) == (election.profile.total, len(election.options), election.seats)


def test_two_ways_to_withdraw_a_candidate_are_one_election(droop):
    one, other = read(droop / "SCw.blt"), read(droop / "SCwopt.blt")
    assert one == other
    assert (one.table.options[3],) == one.withdrawn


def test_a_byte_order_mark_makes_no_difference(droop):
    assert read(droop / "42u.blt") == read(droop / "42ubom.blt")


def test_a_tie_order_is_the_lot(droop):
    assert ("Helen", "Pollux", "Castor") == read(droop / "42t.blt").lot.order

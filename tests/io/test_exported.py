"""Moments, markup and names of platforms' exports."""

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.errors import ParseError
from deliberate.io.exported import Person, distinct, moment, name_each, plain_text

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "cell",
    [
        "2026-03-01 12:00:00 UTC",
        "2026-03-01T12:00:00Z",
        "2026-03-01 20:00:00 +0800",
        "2026-03-01T20:00:00.000+08:00",
        "2026-03-01 12:00 UTC",
    ],
)
def test_a_moment_is_read_in_every_way_it_is_written(cell):
    assert NOON == moment(cell, "", 1)


@pytest.mark.parametrize("cell", ["", "yesterday", "2026-13-01 12:00:00 UTC", "2026-03-01", "２026-03-01 12:00:00 UTC"])
def test_what_is_no_moment_is_refused_with_its_place(cell):
    with pytest.raises(ParseError) as caught:
        moment(cell, "a.csv", 7)
    assert ("bad-moment", "a.csv:7") == (caught.value.code, caught.value.where)


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ParseError) as caught:
        moment("2026-03-01 12:00:00", "a.csv", 7)
    assert "no-time-zone" == caught.value.code


@given(st.datetimes(timezones=st.just(UTC)), st.integers(-12, 14))
def test_every_moment_that_ruby_writes_is_read_back(at, hours):
    at = at.replace(microsecond=0)
    if 1 < at.year < 9999:
        local = at + timedelta(hours=hours)
        assert at == moment(
            f"{local:%Y-%m-%d %H:%M:%S} {hours:+03}00".replace(f"{local:%Y}", f"{local.year:04}", 1), "", 1
        )


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<p>One.</p><p>Two&nbsp;three.</p>", "One.\nTwo three."),
        ("one<br/>two", "one\ntwo"),
        ('<a href="http://x">here</a>, please', "here, please"),
        ("<p>a</p><script>alert(1)</script><p>b</p>", "a\nb"),
        ("<ul><li>x</li><li></li></ul>", "- x"),
        ("if a<b and c>d", "if a<b and c>d"),
        ("R&D &amp; so on", "R&D &amp; so on"),
        ("one\r\ntwo", "one\ntwo"),
        ("<p>e\u0301te\u0301</p>", "\u00e9t\u00e9"),
        ("", ""),
    ],
)
def test_a_cell_is_read_as_a_reader_sees_it(cell, text):
    assert text == plain_text(cell)


@given(st.text().filter(lambda text: not {"<", "&"} & set(text) and text.strip() != "-"))
def test_text_in_a_paragraph_is_kept_to_the_letter(text):
    assert unicodedata.normalize("NFC", " ".join(text.split())) == plain_text(f"<p>{text}</p>")


@pytest.mark.parametrize("sign", ["<!--", "<a ", "<![CDATA[", "</", "<?", "<"])
def test_a_cell_full_of_what_begins_no_tag_is_text(sign):
    # The parser of the standard library alone would take minutes for these 40,000.
    assert (sign * 40_000).strip() == plain_text("<p>" + sign * 40_000)


@given(st.lists(st.tuples(st.sampled_from("123"), st.sampled_from(("Li", "Li #2", "", "#1", "Li #2 #2")))))
def test_everybody_has_a_name_of_their_own(pairs):
    names = distinct(pairs)
    assert set(pairs) == set(names)
    by_number = {}
    for (number, _), one in names.items():
        assert number == by_number.setdefault(one, number)


def test_two_people_of_one_name_are_told_apart():
    one, two = Person("3", "Li"), Person("7", "Li")
    assert {one: "Li", two: "Li #7"} == name_each((one, two, one))

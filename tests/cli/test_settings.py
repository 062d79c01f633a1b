"""``--set key=value``: every value is read as the rule's field wants it."""

from fractions import Fraction

import pytest
from attrs import frozen

from deliberate.cli import settings
from deliberate.cli.settings import rule_of
from deliberate.decision import menu
from deliberate.errors import InputError


@frozen
class Planted:
    name = "planted"

    bold: "bool" = False
    most_places: "int | None" = None
    share: "Fraction" = Fraction(1, 2)
    note: str = ""


@pytest.fixture(autouse=True)
def _planted(monkeypatch):
    for module in (menu, settings):
        monkeypatch.setattr(module, "classes", lambda: {"planted": Planted})


def test_each_value_is_of_its_fields_type():
    given = ("bold=true", "most_places=12", "share=2/3", "note=a=b")
    assert Planted(bold=True, most_places=12, share=Fraction(2, 3), note="a=b") == rule_of("planted", given)


def test_a_key_may_be_written_with_hyphens_and_the_last_value_counts():
    assert Planted(most_places=2) == rule_of("planted", ("most-places=1", "most-places=2"))


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        ("bold=yes", "bad-parameter"),
        ("most_places=many", "not-a-number"),
        ("most_places=1/2", "not-whole"),
        ("share=1e9", "not-a-number"),
        ("note", "bad-setting"),
        ("=note", "bad-setting"),
        ("noet=a", "unknown-parameter"),
    ],
)
def test_a_value_that_does_not_fit_is_a_typed_error(setting, code):
    with pytest.raises(InputError) as error:
        rule_of("planted", (setting,))
    assert code == error.value.code


def test_an_unknown_rule_is_told_before_its_settings():
    with pytest.raises(InputError) as error:
        rule_of("plantet", ("bold=yes",))
    assert ("unknown-rule", ("planted",)) == (error.value.code, error.value.fields["near"])

"""What somebody typed goes into a sentence once, as it stands."""

import pytest

from deliberate.words import say


@pytest.mark.parametrize("typed", ["{x}", "{{ 7 * 7 }}", "[{by}]", "]]", "[", "{", "%s"])
def test_braces_and_brackets_that_somebody_typed_stay_as_they_are(typed):
    fields = {"at": None, "by": typed, "title": typed, "tags": frozenset({typed}), "channel": "online", "text": typed}
    assert 4 == say("IssueRaised", fields, "en").count(typed)


def test_doubled_brackets_in_a_sentence_are_plain_brackets():
    said = say("hint.missing-extra", {"extra": "html"}, "en")
    assert 'Install it with: pip install "deliberate-commons[html]"' == said

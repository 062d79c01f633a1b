"""Elections with every trap that a file format has: names with its signs in them, gaps, ties, empty ballots."""

from hypothesis import strategies as st

from deliberate.decision.election import Election
from deliberate.decision.profile import Profile

# Signs that mean something in one format or another, and names that look like numbers or heads of columns.
TRICKY = (
    "votes",
    "rank1",
    "1",
    "0",
    "-",
    "a,b",
    "a;b",
    'say "no"',
    "# not a comment",
    "a = b",
    "{1}",
    "[tie]",
    "V: 12",
    "路灯",
)
LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\u202a\u202b\u202c\u202d\u202e")
WEIGHTS = st.one_of(st.integers(0, 9), st.sampled_from((2**53 + 1, 2**63 + 1, 10**40)))


@st.composite
def names(draw, most=4):
    """Different names as the read door lets them in."""
    from deliberate.errors import InputError
    from deliberate.identity import name

    def readable(text):
        try:
            return bool(name(text))
        except InputError:
            return False

    texts = st.one_of(st.sampled_from(TRICKY), st.text(LETTERS, min_size=1, max_size=8).filter(readable))
    return tuple(draw(st.lists(texts.map(name), min_size=1, max_size=most, unique=True)))


@st.composite
def profiles(draw):
    """Rankings with ties, gaps, options left out and empty ballots; now and then no ballot at all."""
    options = draw(names())
    row = st.lists(st.integers(0, len(options) + 2), min_size=len(options), max_size=len(options))
    rows = draw(st.lists(row, max_size=5))
    import numpy as np

    table = np.array(rows, dtype=np.int64).reshape(len(rows), len(options))
    return Profile.from_ranks(table, options, [draw(WEIGHTS) for _ in rows])


@st.composite
def elections(draw):
    """All that an election can say besides its ballots."""
    profile = draw(profiles())
    gone = draw(st.integers(0, len(profile.options) - 1))
    title = draw(st.one_of(st.just(""), st.sampled_from(TRICKY), st.text(max_size=8)))
    return Election(
        profile,
        seats=draw(st.integers(1, len(profile.options) - gone)),
        lot=draw(st.one_of(st.none(), st.permutations(profile.options))),
        title=title,
        withdrawn=tuple(draw(st.permutations(profile.options))[:gone]),
        electorate=draw(st.sampled_from((None, None, 10**42))),
        invalid=draw(st.sampled_from((0, 0, 3))),
    )

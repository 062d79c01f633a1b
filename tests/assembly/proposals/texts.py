"""Texts, spans and changes as hypothesis makes them up."""

from hypothesis import strategies as st

from deliberate.assembly.proposals.hunks import hunks_of
from deliberate.assembly.proposals.pages import Page, Span, clash
from deliberate.assembly.proposals.texts import joins, plain

# Words, 汉字, line ends, and characters that melt together in NFC.
PIECES = st.sampled_from(["lamp", " ", "\n", "灯", "修好", "，", "e", "\u0301", "15.00", ".", "\u1112\u1161", "🙂"])
# A mark at the beginning of a paragraph stands on nothing: nobody writes so.
TEXTS = (
    st.lists(PIECES, max_size=12)
    .map(lambda pieces: plain("".join(pieces)))
    .filter(lambda text: not any(joins(line[:1]) for line in text.split("\n")))
)
WORDING = st.lists(st.sampled_from(["lamp", " ", "\n", "灯", "bin", "5"]), max_size=3).map("".join)


@st.composite
def spans(draw, text, *, most=4):
    """Spans of a text that do not clash and would not be refused for what they are."""
    found = []
    for _ in range(draw(st.integers(0, most))):
        start = draw(st.integers(0, len(text)))
        span = Span(start, draw(st.integers(start, min(start + 5, len(text)))), draw(WORDING))
        if not any(clash(span, other) for other in found):
            found.append(span)
    return tuple(found)


@st.composite
def changed(draw, *, sides=2):
    """A page and so many sets of hunks on it, none of which clashes with any other."""
    page = Page(plain(draw(st.lists(st.sampled_from(["lamp ", "\n", "灯", "bin, "]), max_size=12).map("".join))))
    every = draw(spans(page.text, most=6))
    sorted_out = [draw(st.integers(0, sides - 1)) for _ in every]
    parts = [[span for span, side in zip(every, sorted_out, strict=True) if side == n] for n in range(sides)]
    return page, tuple(hunks_of(page, part) for part in parts)

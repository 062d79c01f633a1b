"""参与率 × 赞成率: where a change of the law flips the verdict
============================================================

One estate of 1,000 owners with drawn areas; the same answers judged by the law until 2020 (``cn.owners.2007``, matters
other than the fund and rebuilding) and by the law since (``cn.owners.2021.ordinary``). The old one asks that more than
half of all owners say yes; the new one that two thirds take part, and more than half of those say yes. So a small
meeting of one mind no longer carries a matter, and a large divided one can. ``python examples/turnout_sweep.py
sweep.svg`` writes the picture.
"""

import sys
from pathlib import Path

import numpy as np

import deliberate as d

areas = np.random.default_rng(2021).integers(50_00, 180_01, 1000)  # 50.00 to 180.00 m2, in 0.01 m2
first = {"head": np.arange(1001), "area": np.append(0, areas.cumsum())}  # of the first 0, 1, 2, ... owners
laws = [d.requirement("cn.owners.2007"), d.requirement("cn.owners.2021.ordinary")]


def verdicts(turnout: int, support: int) -> list[str]:
    """So many per cent of the owners come, and so many per cent of those say yes: the old verdict and the new."""
    came, tallies = 10 * turnout, {}
    for measure, total in first.items():
        yes, all_, entitled = (int(total[owners]) for owners in (came * support // 100, came, 1000))
        tallies[measure] = {"YES": yes, "NO": all_ - yes, "ABSENT": entitled - all_}
    return [str(law.rule_on(tallies).status) for law in laws]


# %%
# Every turnout with every support: 10,201 votes, each under both laws.
swept = np.array([[verdicts(turnout, support) for support in range(101)] for turnout in range(101)])
old, new = swept[..., 0] == "PASSED", swept[..., 1] == "PASSED"
assert verdicts(60, 90) == ["PASSED", "NO_QUORUM"]  # 540 of 1,000 say yes, but 600 are not two thirds
assert verdicts(70, 60) == ["REJECTED", "PASSED"]  # 420 are not half of all; of the 700 who came they are
assert verdicts(70, 50) == ["REJECTED", "REJECTED"]  # half is not more than half
assert verdicts(45, 100) == ["NO_QUORUM", "NO_QUORUM"]
assert verdicts(100, 51) == ["PASSED", "PASSED"]
assert not (old & ~new)[70:].any()  # where two thirds come, nothing that passed is lost
assert not (new & ~old)[:66].any()  # and where they do not, nothing is won
assert not (old ^ new)[100].any()  # where everybody comes, the two laws are one

# %%
# The picture: turnout to the right, support upwards; nothing passes where it is white.
masks = {"under both laws": old & new, "only until 2020": old & ~new, "only since 2021": new & ~old}
drawn = '<path d="M0 0v101h101" fill="none" stroke="#777"/><text x="30" y="109">turnout 0 … 100 %</text>'
drawn += '<text transform="rotate(-90)" x="-70" y="-4">yes 0 … 100 %</text>'
for (name, cells), colour, y in zip(masks.items(), ("#90a4ae", "#ef6c00", "#1565c0"), (9, 17, 25), strict=True):
    squares = "".join(f"M{turnout} {100 - support}h1v1h-1z" for turnout, support in np.argwhere(cells))
    drawn += f'<path d="{squares}" fill="{colour}"/><text x="106" y="{y}" fill="{colour}">{name}</text>'
    print(f"passes {name}: {cells.sum():,} of {cells.size:,}")
head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -4 160 116" font-size="5" style="background:#fff">'
svg = head + drawn + "</svg>"
for path in sys.argv[1:]:
    Path(path).write_text(svg, encoding="utf-8")


class Picture(str):
    """Markup that a notebook and the gallery show."""

    __slots__ = ()
    _repr_html_ = str.__str__


Picture(svg)

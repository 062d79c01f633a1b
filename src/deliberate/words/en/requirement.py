"""Quorums and thresholds in words."""

SENTENCES = {
    "ruling": "{status:term}",
    "ruling.valid": "Taking part:",
    "ruling.pass": "Agreement:",
    "ruling.all": "all of these:",
    "ruling.any": "at least one of these:",
    "ruling.not": "none of this:",
    "ruling.share.more-than": "{part}: {left}; needed: more than {right} ({share} of {of})[; short by {short}][, and exactly that is not enough {equal}]",
    "ruling.share.at-least": "{part}: {left}; needed: at least {right} ({share} of {of})[; short by {short}]",
    "ruling.compare.more-than": "{one}: {left}; must be more than {other}: {right}",
    "ruling.compare.at-least": "{one}: {left}; must be at least {other}: {right}",
    "tally": "{measure} of {base}",
    "unit.area": "{amount} m²",
    "per-unit.area": "100",
    "term.share.1/2": "half",
    "term.share.2/3": "two thirds",
    "term.share.3/4": "three quarters",
    "Ruling": "{status:term}",
}

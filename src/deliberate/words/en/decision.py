"""How a count is told."""

SENTENCES = {
    "rule.majority": "Majority: the proposal against the way things are.",
    "rule.consent": "Consent: adopted unless somebody has a reason against it.",
    "rule.plurality": "Plurality: the most first choices win; later choices are not counted.",
    "rule.borda": "Borda count: an option earns a point for each option that a ballot ranks below it.",
    "rule.irv": "Instant runoff: the option with the fewest votes leaves and its ballots move on, until one has more than half.",
    "rule.schulze": "Schulze's rule: options are compared two by two, and a circle of victories is settled by the strongest path.",
    "rule.approval": "Approval: the options that most people find acceptable.",
    "rule.tested": "Enough must take part; then the winner must hold against the way things are.",
    "Tallied": "[Round {round}: ]{measure:term}: {tallies}[; no longer counted for anyone: {exhausted}].",
    "PairsCompared": "Every option was compared with every other on all ballots[ ({unranked:term})].",
    "PathsFound": "The strongest path from each option to each other was found; a victory is worth its {strength:term}.",
    "Eliminated": "After round {round} these leave: {options}.",
    "TieBroken": "{between} were tied; [{kept} goes on][{dropped} leaves], by {by:term}.",
    "Ranked": "Order: {order}.",
    "Ruled": "On {on}: {ruling}",
    "QuorumRuled": "Whether enough took part: {ruling}",
    "Chosen": "Chosen: {options}.",
    "Undecided": "Nothing is chosen: {status:term}[ between {between}].",
}

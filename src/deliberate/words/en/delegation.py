"""Who votes for whom, in words."""

SENTENCES = {
    "undelivered.lost": "{member}'s delegation ends with somebody who neither voted nor delegated.",
    "undelivered.circular": "{member}'s delegation goes round in a circle: it reaches nobody who votes.",
    "undelivered.too-deep": "{member}'s delegation passes through more hands than the rule allows.",
    "undelivered.over-cap": "{member}'s delegation comes to somebody who votes for as many as the rule allows already.",
    "Concentration": "{direct:person|people} voted in person and {delegated:was|were} carried by another's ballot[; the heaviest ballot weighs {largest}, {share} % of all that counted][; the weight is as concentrated as on {effective} equal ballots (Gini coefficient {gini}, 0 being wholly even)]. The longest chain has {longest:hop|hops}; {circular} went round in circles.",
}

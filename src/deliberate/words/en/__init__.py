"""All sentences in English."""

from deliberate.words.en import (
    assembly,
    cli,
    community,
    decision,
    delegation,
    duty,
    errors,
    evaluation,
    hall,
    io,
    issues,
    proposals,
    report,
    requirement,
    scopes,
    terms,
)

SENTENCES = {
    **terms.SENTENCES,
    **errors.SENTENCES,
    **requirement.SENTENCES,
    **community.SENTENCES,
    **assembly.SENTENCES,
    **decision.SENTENCES,
    **delegation.SENTENCES,
    **duty.SENTENCES,
    **evaluation.SENTENCES,
    **hall.SENTENCES,
    **io.SENTENCES,
    **report.SENTENCES,
    **cli.SENTENCES,
    **scopes.SENTENCES,
    **issues.SENTENCES,
    **proposals.SENTENCES,
}

"""All sentences in English."""

from deliberate.words.en import (
    assembly,
    community,
    decision,
    duty,
    errors,
    evaluation,
    hall,
    report,
    requirement,
    terms,
)

SENTENCES = {
    **terms.SENTENCES,
    **errors.SENTENCES,
    **requirement.SENTENCES,
    **community.SENTENCES,
    **assembly.SENTENCES,
    **decision.SENTENCES,
    **duty.SENTENCES,
    **evaluation.SENTENCES,
    **hall.SENTENCES,
    **report.SENTENCES,
}

"""All sentences in 中文."""

from deliberate.words.zh import (
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

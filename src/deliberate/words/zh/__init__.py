"""All sentences in 中文."""

from deliberate.words.zh import (
    assembly,
    cli,
    decision,
    duty,
    errors,
    evaluation,
    hall,
    io,
    report,
    requirement,
    terms,
)

SENTENCES = {
    **terms.SENTENCES,
    **errors.SENTENCES,
    **requirement.SENTENCES,
    **assembly.SENTENCES,
    **decision.SENTENCES,
    **duty.SENTENCES,
    **evaluation.SENTENCES,
    **hall.SENTENCES,
    **io.SENTENCES,
    **report.SENTENCES,
    **cli.SENTENCES,
}

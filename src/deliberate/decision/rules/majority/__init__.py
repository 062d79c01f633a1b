"""Rules over answers: a proposal against the status quo."""

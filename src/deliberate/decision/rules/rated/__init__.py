"""Rules over approvals and points."""

"""Proposals: their versions, amendments, where each text comes from and who supports it."""

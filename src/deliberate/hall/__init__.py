"""The four beats in time, for host applications: commands, events, journals, one door."""

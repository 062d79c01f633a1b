"""院落: whole matters of a made-up courtyard, ready to play with."""

from deliberate.scenarios.examples import EXAMPLES, example

__all__ = ["EXAMPLES", "example"]

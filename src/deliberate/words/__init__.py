"""Words: one sentence for each kind of step, error, rule and indicator, in 中文 and English."""

from deliberate.words.say import knows, say, term
from deliberate.words.show import LANGUAGES, show

__all__ = ["LANGUAGES", "knows", "say", "show", "term"]

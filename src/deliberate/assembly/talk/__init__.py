"""Who speaks when: queues, circles, seats, the chair; and how equal the voices are."""

from deliberate.assembly.talk.alternation import Alternation, alternation
from deliberate.assembly.talk.drawings import mermaid, table
from deliberate.assembly.talk.equality import Equality, equality
from deliberate.assembly.talk.form import Form
from deliberate.assembly.talk.forms import FORMS
from deliberate.assembly.talk.part import Talk
from deliberate.assembly.talk.rules import answer, legal
from deliberate.assembly.talk.terms import Interest, TalkTerms
from deliberate.assembly.talk.voices import GroupVoice, Voices, voices

__all__ = [
    "FORMS",
    "Alternation",
    "Equality",
    "Form",
    "GroupVoice",
    "Interest",
    "Talk",
    "TalkTerms",
    "Voices",
    "alternation",
    "answer",
    "equality",
    "legal",
    "mermaid",
    "table",
    "voices",
]

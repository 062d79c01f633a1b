"""The rules of order as a resident reads them: a table, and a state diagram."""

from __future__ import annotations

from collections.abc import Iterator

from deliberate.assembly.talk.course import Phase, course
from deliberate.assembly.talk.form import Form
from deliberate.assembly.talk.forms import FORMS
from deliberate.words import say
from deliberate.words.say import term
from deliberate.words.show import show


def table(lang: str = "en", forms: tuple[Form, ...] = FORMS) -> str:
    """The rules of some forms side by side, as a Markdown table: a line for each rule, a column for each form.

    Examples
    --------
    >>> print(table("zh").splitlines()[0])
    | 规则 | 自由发言 | 轮流发言 | 金鱼缸 | 萝卜议事规则 | 南塘十三条 | 议事会 | 听证会 | 恳谈会 |
    """
    columns = [dict(rules(form, lang)) for form in forms]
    head = [say("talk.rule", {}, lang), *(term(form.term, lang) for form in forms)]
    lines = [[rule, *(column[rule] for column in columns)] for rule in columns[0]]
    rows = [head, ["---"] * len(head), *lines]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def rules(form: Form, lang: str = "en") -> Iterator[tuple[str, str]]:
    """The rules of one form: pairs of what is ruled and how; a dash where there is no rule."""
    chosen: dict[str, tuple[object, ...]] = {
        "access": (form.access,),
        "opening": (form.opening,),
        "order": form.order,
        "turns": (form.turns,),
        "seconds": (form.seconds,),
        "seats": (form.seats,),
        "minutes": (form.minutes,),
        "chair": (form.chair,),
        "clauses": tuple(sorted(form.clauses)),
        "closes": form.closes,
        "outcome": (form.outcome,),
        "invites": form.invites,
        "speakers": form.speakers,
        "voters": form.voters,
        "publishes": form.publishes,
    }
    between = {"en": "; ", "zh": "；"}[lang]
    for rule, values in chosen.items():
        told = [term(each, lang) for each in values if each is not None]
        yield say(f"talk.rule.{rule}", {}, lang), between.join(told) or "-"


def mermaid(form: Form, lang: str = "en") -> str:
    r"""The course of a meeting in one form, as a Mermaid state diagram.

    Examples
    --------
    >>> from deliberate.assembly.talk.forms import STRUCTURED
    >>> print("\n".join(mermaid(STRUCTURED).splitlines()[:3]))
    stateDiagram-v2
        [*] --> talk_ready
        talk_ready --> talk_open: open a round
    """
    rows = course(form.traits)
    arrows: dict[tuple[Phase, Phase], list[str]] = {}
    for row in rows:
        arrows.setdefault((row.before, row.after), []).append(term(f"act.{row.act}", lang))
    drawn = [f"    {_box(one)} --> {_box(two)}: {show(tuple(acts), lang)}" for (one, two), acts in arrows.items()]
    there = {phase for row in rows for phase in (row.before, row.after)}
    names = [f'    state "{term(phase, lang)}" as {_box(phase)}' for phase in Phase if phase in there]
    return "\n".join(("stateDiagram-v2", f"    [*] --> {_box(Phase.READY)}", *drawn, *names))


def _box(phase: Phase) -> str:
    return phase.value.replace("-", "_")

"""A walk: any sequence of moves through a procedure, mostly along what is open, and the laws that hold on it."""

from datetime import UTC, datetime, timedelta

from attrs import frozen
from hypothesis import strategies as st

from deliberate.assembly.agenda import Agenda
from deliberate.assembly.confer import Deliberation, told
from deliberate.assembly.moves import Move
from deliberate.assembly.procedure import Sitting
from deliberate.assembly.steps import MoveRefused
from deliberate.records.convert import from_dict, to_dict
from deliberate.words import LANGUAGES

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SELDOM = 7
PAUSES = (0, 1, 1, 1, 60, 1440, 8 * 1440)

# Who (a place among the people), which act (a place in the pool), how long after the last, whether anything goes.
choices = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 99), st.sampled_from(PAUSES), st.integers(0, 5)), max_size=45
)


def played(procedure, pairs, start=None, at=NOON):
    """The part and the trace after some acts, one a minute."""
    part, trace = procedure.begin() if start is None else start, []
    for minute, (by, act) in enumerate(pairs):
        trace.append(procedure.step(part, Move(by, at + timedelta(minutes=minute), act)))
        part = part.after(trace[-1])
    return part, trace


def codes(trace):
    return [step.code for step in trace if isinstance(step, MoveRefused)]


@frozen
class Play:
    """A procedure, its rules' own answer, who moves, and what may be tried where the part stands so."""

    procedure: object
    answer: object
    people: tuple[str, ...]
    pool: object
    # What would end most walks early: tried now and then, and where nothing else goes on.
    rare: frozenset[str] = frozenset()

    def accepts(self, part, move):
        return not isinstance(self.answer(part, move, self.procedure.terms), MoveRefused)

    def move(self, part, at, who, which):
        """The first move that is accepted, counted from a place; any where none is."""
        acts = _shuffled(self.pool(part, at), which)
        if which != SELDOM:
            acts = sorted(acts, key=lambda act: type(act).__name__ in self.rare)
        tries = (Move(by, at, act) for act in acts for by in _turned(self.people, who))
        return next((each for each in tries if self.accepts(part, each)), self.wild(part, at, who, which))

    def wild(self, part, at, who, which):
        """Any move."""
        acts = self.pool(part, at)
        return Move(self.people[who % len(self.people)], at, acts[which % len(acts)])

    def walked(self, chosen):
        """Where a walk ends, when, and its moves; each move is checked against what was said to be legal."""
        part, at, moves = self.procedure.begin(), NOON, []
        for who, which, pause, aim in chosen:
            at += timedelta(minutes=pause)
            move = self.move(part, at, who, which) if aim else self.wild(part, at, who, which)
            legal, step = self.procedure.legal(part, move.by, at), self.procedure.step(part, move)
            after = part.after(step)
            if isinstance(step, MoveRefused):
                assert (after, legal) == (part, step.legal)
            else:
                assert type(move.act).__name__ in legal
            part = after
            moves.append(move)
        return part, at, tuple(moves)

    def check_legal(self, part, at):
        """What is said to be legal is exactly what is accepted."""
        acts = self.pool(part, at)
        for by in self.people:
            accepted = {type(act).__name__ for act in acts if self.accepts(part, Move(by, at, act))}
            assert accepted == set(self.procedure.legal(part, by, at))

    def check_replay(self, part, moves):
        """The same moves give the same steps; the steps, written down and read again, give the same part."""
        trace = tuple(self.procedure.steps(Sitting(Agenda(), moves)))
        written = to_dict((self.procedure, trace))
        assert (self.procedure, trace) == from_dict(written)
        assert part == Deliberation(Agenda(), *from_dict(written)).part
        for lang in LANGUAGES:
            assert all(told(step, lang) for step in trace)


def _shuffled(items, seed):
    """The items in an order of their own for each seed below 100."""
    order = sorted(range(len(items)), key=lambda place: (37 * place * (2 * seed + 1) + seed) % 101)
    return [items[place] for place in order]


def _turned(items, place):
    start = place % len(items)
    return (*items[start:], *items[:start])


def check_drawings(order, acts):
    """Every act has its row, every phase is drawn and called something, in both languages."""
    assert {act.__name__ for act in acts} == set(order.acts)
    for lang in LANGUAGES:
        drawn, table = order.mermaid(lang), order.text_table(lang)
        assert len(order.rows) + 1 == len(table.splitlines())
        assert all(f"as {phase.replace('.', '_').replace('-', '_')}\n" in drawn for phase in order.phases)
        for raw in (*order.phases, *(f"act.{act}" for act in order.acts), *(f"role.{row.by}" for row in order.rows)):
            assert f'"{raw}"' not in drawn
            assert raw not in table

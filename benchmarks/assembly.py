"""A meeting of 10,000 turns and 2,000 amendments: how long it takes to hold it, to fold it, and to say what is open.

Run ``python benchmarks/assembly.py`` (``--proposals`` makes it smaller: each brings 1,000 turns and 200 amendments).
500 neighbours sit under two rules of order together: texts by ``drafting``; turns by ``radish``, where a hand goes up
and the chair calls before anybody speaks, then by ``open-floor``. On the first day everything is spoken about and many
amendments are accepted; a week later the acceptances are concluded, the other amendments decided one by one, and what
was adopted is put into the texts, twice. To hold the meeting is to answer every move and to fold its step; to fold it
is to go through the stored steps alone. The loop is plain Python with dictionaries over the same steps: it ends with
the turns of each speaker, the hands that are up, whose amendments wait and the texts, which are asserted equal before
anything is printed. It overwrites one state and cannot say what is in order; the ratio is what it costs that every
state stays as it was and can be asked. Each line is the median of runs in turn. Then comes the busiest moment, all
amendments waiting and 400 hands up: what each member may do now (the best of five times each; every answer is compared
with what the loop knows), and moves that are refused and told what is in order. Last comes the most memory that a fold
takes beside its steps, and a meeting beside its moves.
"""

from __future__ import annotations

import argparse
import statistics
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from typing import TypeVar, cast

from deliberate.assembly.agenda import Agenda
from deliberate.assembly.confer import Deliberation, confer
from deliberate.assembly.moves import CloseRound, DraftProposal, GiveSupport, Move, OpenRound, Side, TakeTurn
from deliberate.assembly.procedures.drafting import Drafting
from deliberate.assembly.procedures.open_floor import OpenFloor
from deliberate.assembly.procedures.radish import Radish
from deliberate.assembly.proposals import acts, steps
from deliberate.assembly.proposals.hunks import Hunks, hunk_of, spans_of
from deliberate.assembly.proposals.pages import Page, Span
from deliberate.assembly.proposals.part import Proposals
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.talk.acts import CallOn, CallVote, DeclareResult, LayMotion, RaiseHand, VoteByHand
from deliberate.assembly.talk.part import Talk
from deliberate.assembly.talk.queue import Queue
from deliberate.assembly.talk.steps import HandRaised, TurnSpoken
from deliberate.assembly.talk.terms import TalkTerms
from deliberate.assembly.together import Parts, Together
from deliberate.identity import text_hash
from deliberate.records.kinds import Step, Trace

T = TypeVar("T")
Form = Radish | OpenFloor
Done = tuple[str, Step]
NOON, SECOND, WEEK = datetime(2026, 3, 1, 12, tzinfo=UTC), timedelta(seconds=1), timedelta(days=7)
MEMBERS = tuple(f"m{number}" for number in range(500))
CHAIR, *OTHERS = MEMBERS
# To each proposal so many groups of ten amendments, to ten paragraphs; five turns on each amendment.
GROUPS, SIZE, TURNS = 20, 10, 5
HANDS = 400


def text(proposal: int) -> str:
    doors = range(GROUPS * SIZE)
    lines = (f"{door}. The lamp at door {door} is looked at every week; the fund pays." for door in doors)
    return "\n".join((f"Proposal {proposal}.", *lines))


def offers(proposal: int) -> Iterator[acts.OfferAmendment]:
    """For each group: changes of words, a new paragraph, a struck one and its rival, a change and a change of it."""
    page, inner = Page(text(proposal)), Page("on the first day of the month")

    def changed(page: Page, paragraph: int, old: str, new: str) -> Hunks:
        start = page.text.index(old, page.starts[paragraph])
        return (hunk_of(page, Span(start, start + len(old), new)),)

    for group in range(GROUPS):
        lines = range(1 + SIZE * group, 1 + SIZE * (group + 1))
        changes = [(lines[place], "every week", f"every {place + 2} days") for place in range(5)]
        changes += [(lines[5], "", "Whoever agrees signs here.\n"), (lines[6], page.paragraphs[lines[6]], "")]
        changes += [(lines[6], "the fund", "the street"), (lines[8], "every week", inner.text)]
        for place, change in enumerate(changes):
            name = f"{proposal}/{group}/{place}"
            yield acts.OfferAmendment(name, f"p{proposal}", text_hash(page.text), changed(page, *change))
        name, hunks = f"{proposal}/{group}/9", changed(inner, 0, "first", "last")
        yield acts.OfferAmendment(name, f"p{proposal}", text_hash(inner.text), hunks, of=f"{proposal}/{group}/8")


def author(proposal: int, number: int) -> str:
    return OTHERS[(SIZE * proposal + number) % len(OTHERS)]


def side(number: int) -> Side:
    return Side.FOR if number % 2 else Side.AGAINST


def spoken(turn: int, form: Form) -> Iterator[Done]:
    """Ask, be called where the form wants it, speak."""
    member = OTHERS[turn % len(OTHERS)]
    yield member, RaiseHand(side(turn))
    if isinstance(form, Radish):
        yield CHAIR, CallOn(member)
    yield member, TakeTurn("It is so dark there that people fall.", side=side(turn), seconds=60)


def opened(topic: str, form: Form) -> Done:
    return (OTHERS[0], LayMotion(topic)) if isinstance(form, Radish) else (CHAIR, OpenRound(topic))


def first_day(proposals: int, form: Form) -> Iterator[Done]:
    """Everything comes and is spoken about, two amendments in ten are accepted; at the end 400 hands stay up."""
    turns = count()
    for proposal in range(proposals):
        yield OTHERS[proposal], DraftProposal(f"p{proposal}", text(proposal))
        yield from ((member, GiveSupport(f"p{proposal}")) for member in OTHERS[:100])
        yield opened(f"p{proposal}", form)
        for number, offer in enumerate(offers(proposal)):
            yield author(proposal, number), offer
            for _ in range(TURNS):
                yield from spoken(next(turns), form)
        for group in range(GROUPS):
            yield from ((OTHERS[proposal], acts.AcceptAmendment(f"{proposal}/{group}/{each}")) for each in (0, 4))
        yield CHAIR, CloseRound()
        if isinstance(form, Radish):
            yield CHAIR, CallVote()
            yield from ((member, VoteByHand(side(place))) for place, member in enumerate(MEMBERS))
            yield CHAIR, DeclareResult()
    yield opened("all of it", form)
    yield from ((member, RaiseHand(side(place))) for place, member in enumerate(OTHERS[:HANDS]))


def next_week(proposals: int) -> Iterator[Done]:
    """What nobody was against is concluded and put into the text; then the others are decided, and put into it."""
    for proposal in range(proposals):
        for group in range(GROUPS):
            yield from ((CHAIR, acts.ConcludeAcceptance(f"{proposal}/{group}/{each}")) for each in (0, 4))
        yield CHAIR, acts.ConsolidateText(f"p{proposal}")
        for group in range(GROUPS):
            yield author(proposal, SIZE * group + 3), acts.WithdrawAmendment(f"{proposal}/{group}/3")
            # Where the paragraph is struck, there is nothing left to change in it.
            struck = ((6, "PASSED"),) if group % 2 else ((6, "REJECTED"), (7, "PASSED"))
            for each, status in ((1, "PASSED"), (2, "REJECTED"), (5, "PASSED"), *struck, (9, "PASSED"), (8, "PASSED")):
                yield CHAIR, acts.DecideAmendment(f"{proposal}/{group}/{each}", status)
        yield CHAIR, acts.ConsolidateText(f"p{proposal}")


def meeting(proposals: int, form: Form) -> tuple[tuple[Move, ...], tuple[Move, ...]]:
    """The moves until the busiest moment, and those after it, a second apart and a week between."""
    first = tuple(Move(by, NOON + place * SECOND, act) for place, (by, act) in enumerate(first_day(proposals, form)))
    later = first[-1].at + WEEK
    return first, tuple(Move(by, later + place * SECOND, act) for place, (by, act) in enumerate(next_week(proposals)))


class Loop:
    """One state that is overwritten, by plain dictionaries, and the few facts of a meeting that are compared."""

    def __init__(self) -> None:
        self.turns, self.hands = Counter[str](), set[str]()
        self.texts, self.adopted = dict[str, str](), dict[str, list[str]]()
        self.waiting, self.spans = dict[str, steps.AmendmentOffered](), dict[str, list[Span]]()

    def run(self, trace: Trace) -> Loop:
        """The loop after all these steps."""
        for step in trace:
            match step:
                case HandRaised(by):
                    self.hands.add(by)
                case TurnSpoken(by=by):
                    self.turns[by] += 1
                    self.hands.discard(by)
                case steps.TextProposed(proposal, text=words):
                    self.texts[proposal] = words
                case steps.AmendmentOffered():
                    self.offer(step)
                case steps.AmendmentRejected(name) | steps.AmendmentWithdrawn(name):
                    del self.waiting[name]
                case steps.AmendmentAdopted(name):
                    self.adopt(self.waiting.pop(name))
                    for other in (*step.overtaken, *step.alike):
                        del self.waiting[other]
                case steps.TextConsolidated(proposal):
                    self.consolidate(proposal)
        return self

    def offer(self, step: steps.AmendmentOffered) -> None:
        """An amendment waits at its places."""
        changed = self.spans[step.of][0].replacement if step.of else self.texts[step.proposal]
        self.waiting[step.amendment], self.spans[step.amendment] = step, list(spans_of(Page(changed), step.hunks))

    def adopt(self, step: steps.AmendmentOffered) -> None:
        """An adopted amendment waits for the text; a change of a change is made at once."""
        if not step.of:
            self.adopted.setdefault(step.proposal, []).append(step.amendment)
            return
        whole = self.spans[step.of][0]
        words = spliced(whole.replacement, self.spans[step.amendment])
        self.spans[step.of] = [Span(whole.start, whole.stop, words)]

    def consolidate(self, proposal: str) -> None:
        """What was adopted is put into the text, and what waits moves with it."""
        done = sorted(span for name in self.adopted.pop(proposal) for span in self.spans[name])
        self.texts[proposal] = spliced(self.texts[proposal], done)
        for name, step in self.waiting.items():
            if step.proposal == proposal and not step.of:
                self.spans[name] = [moved(span, done) for span in self.spans[name]]


def spliced(text: str, spans: list[Span]) -> str:
    for span in reversed(spans):
        text = text[: span.start] + span.replacement + text[span.stop :]
    return text


def moved(span: Span, done: list[Span]) -> Span:
    by = sum(each.growth for each in done if each.start <= span.start)
    return Span(span.start + by, span.stop + by, span.replacement)


def agree(loop: Loop, parts: Parts) -> None:
    """Assert that the loop and the folded state say the same."""
    table, talk = cast("tuple[Proposals, Talk]", parts.each)
    assert talk.floor is not None
    assert isinstance(talk.floor.way, Queue)
    assert loop.turns == {member: voice.turns for member, voice in talk.voices.items()}
    assert loop.hands == talk.floor.way.hands.keys()
    assert loop.texts == {draft.name: draft.latest.text for draft in table.live}
    assert loop.waiting.keys() == {name for docket in table.amendments.waiting.values() for name in docket.spans}


def folded(rules: Together, trace: Trace) -> Parts:
    parts = rules.begin()
    for step in trace:
        parts = parts.after(step)
    return parts


def timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def beside_the_loop(moves: tuple[Move, ...], rules: Together, repeats: int) -> Deliberation:
    held = confer(Agenda(), rules, moves)
    assert not held.refusals
    agree(Loop().run(held.trace), folded(rules, held.trace))
    kinds = Counter(type(step) for step in held.trace)
    print(f"{len(moves):,} moves, {kinds[TurnSpoken]:,} turns, {kinds[steps.AmendmentOffered]:,} amendments")
    works: tuple[Callable[[], object], ...] = (
        lambda: confer(Agenda(), rules, moves),
        lambda: folded(rules, held.trace),
        lambda: Loop().run(held.trace),
    )
    runs = [tuple(timed(work)[0] for work in works) for _ in range(repeats)]
    hold, fold, loop = (statistics.median(times) for times in zip(*runs, strict=True))
    ratio = statistics.median(run[1] / run[2] for run in runs)
    print(f"hold {hold:6.3f} s   fold {fold:6.3f} s   loop {loop:6.3f} s   fold to loop {ratio:5.1f} times")
    return held


def expected(loop: Loop, member: str, form: Form) -> dict[str, bool]:
    """What the loop knows about what is in order at the busiest moment."""
    authors = {step.by for step in loop.waiting.values()}
    changed = {loop.waiting[step.of].by for step in loop.waiting.values() if step.of}
    return {
        "RaiseHand": member not in loop.hands and (member != CHAIR or isinstance(form, OpenFloor)),
        "LowerHand": member in loop.hands,
        "CallOn": member == CHAIR and isinstance(form, Radish),
        "OfferAmendment": True,
        "WithdrawAmendment": member in authors,
        "AcceptAmendment": member in changed or member in OTHERS[: len(loop.texts)],
        "OpposeAcceptance": True,
        "ConcludeAcceptance": False,
        "DecideAmendment": True,
        "ConsolidateText": False,
    }


def busiest(first: tuple[Move, ...], trace: Trace, rules: Together) -> None:
    """What each member may do now, and moves that are refused there."""
    parts, at, loop = folded(rules, trace[: len(first)]), first[-1].at, Loop().run(trace[: len(first)])
    agree(loop, parts)
    form = cast("Form", rules.procedures[1])
    best = []
    for member in MEMBERS:
        asked = [timed(partial(rules.legal, parts, member, at)) for _ in range(5)]
        names = asked[0][1]
        wanted = expected(loop, member, form)
        assert wanted == {act: act in names for act in wanted}, (member, names)
        best.append(min(seconds for seconds, _ in asked))
    median, worst = statistics.median(best), max(best)
    print(f"what may this member do now? median {median * 1e3:.3f} ms, worst {worst * 1e3:.3f} ms")
    for amount in (500, 1000):
        seconds, refused = timed(partial(stormed, rules, parts, at, amount))
        assert all(isinstance(step, MoveRefused) and step.legal for step in refused)
        print(f"{amount:>5,} refused moves in a row: {seconds / amount * 1e3:.3f} ms each, with what is in order")


def memory(moves: tuple[Move, ...], trace: Trace, rules: Together) -> None:
    """The most that a fold takes beside the steps, and that a meeting takes beside its moves."""
    for title, work in (("fold", partial(folded, rules, trace)), ("meeting", partial(confer, Agenda(), rules, moves))):
        tracemalloc.start()
        work()
        print(f"most memory of a {title}: {tracemalloc.get_traced_memory()[1] / 2**20:.1f} MB")
        tracemalloc.stop()


def stormed(rules: Together, parts: Parts, at: datetime, amount: int) -> list[Step]:
    """Everybody speaks without being called, and decides what is not there."""
    answers, at = [], at + SECOND
    for place in range(amount):
        act: Step = TakeTurn("Me!", side=Side.FOR) if place % 2 else acts.DecideAmendment("nothing", "PASSED")
        answers.append(rules.step(parts, Move(OTHERS[1 + place % (len(OTHERS) - 1)], at, act)))
        parts = parts.after(answers[-1])
    return answers


def main() -> None:
    parser = argparse.ArgumentParser(description="Time a meeting of 10,000 turns and 2,000 amendments.")
    parser.add_argument("--proposals", type=int, default=10)
    parser.add_argument("--repeats", type=int, default=5)
    given = parser.parse_args()
    terms = TalkTerms(MEMBERS, CHAIR)
    for form in (Radish(terms, turns=3), OpenFloor(terms)):
        rules = Together((Drafting(), form))
        first, later = meeting(given.proposals, form)
        print(f"{form.name}: ", end="")
        held = beside_the_loop((*first, *later), rules, given.repeats)
        busiest(first, held.trace, rules)
        memory((*first, *later), held.trace, rules)
        print()


if __name__ == "__main__":
    main()

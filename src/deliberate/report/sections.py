"""The public record of a matter as sections: sentences, tables, bars; no markup yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from attrs import frozen

from deliberate.assembly.confer import told as said
from deliberate.decision.decision import Decision
from deliberate.decision.steps import PairsCompared, PathsFound, QuorumRuled, Ruled, Tallied
from deliberate.hall.days import day_of
from deliberate.hall.state import Matter
from deliberate.hall.vote import Vote
from deliberate.records.kinds import told
from deliberate.report.blocks import Bar, Bars, Block, Section, Table
from deliberate.report.narration import story
from deliberate.report.plain import one_line
from deliberate.report.secrecy import Kept
from deliberate.report.texts import papers, written
from deliberate.requirement.ruling import Ruling
from deliberate.requirement.statuses import STANCES
from deliberate.words import say, show, term


@frozen
class Notice:
    """What makes a record a public notice 公示: who posts it, how long, and how to object.

    Attributes
    ----------
    body
        Who signs 落款.
    posted
        From when it hangs.
    days
        How many days one may object.
    objections
        Where and how, in words.
    head
        The hash of the matter's last journal entry: what a verifier compares.
    """

    body: str
    posted: date
    days: int = 7
    objections: str = ""
    head: str = ""

    @property
    def until(self) -> date:
        """The last day on which one may object."""
        return self.posted + timedelta(days=self.days)


def sections(matter: Matter, notice: Notice, lang: str) -> tuple[Section, ...]:
    """The sections of the record that have something to say, in their order."""
    made = (
        Section("outcome", _title("outcome", lang), tuple(_outcome(matter, notice, lang))),
        Section("question", _title("question", lang), tuple(_question(matter, lang))),
        Section("people", _title("people", lang), tuple(_people(matter, lang))),
        Section("talk", _title("talk", lang), tuple(_talk(matter, lang))),
        *_counts(matter, lang),
        Section("duties", _title("duties", lang), tuple(_duties(matter, lang))),
        Section("evaluation", _title("evaluation", lang), tuple(_evaluation(matter, lang))),
        Section("objection", _title("objection", lang), tuple(_objection(notice, lang))),
        Section("verify", _title("verify", lang), tuple(_verify(matter, notice, lang))),
    )
    return tuple(section for section in made if section.blocks)


def title(matter: Matter) -> str:
    """What the record is about."""
    return matter.floor.issue.title if matter.floor.issue else matter.id


def _title(key: str, lang: str) -> str:
    return say(f"record.{key}", {}, lang)


def _outcome(matter: Matter, notice: Notice, lang: str) -> Iterator[str]:
    decision = matter.decision
    if decision is None:
        yield say("record.undecided", {}, lang)
        return
    vote = [vote for vote in matter.votes if vote.result][-1]
    day = day_of(vote.closes, matter.policy.utc_offset)
    told = {"title": title(matter), "day": day, "again": decision.next_reading, "review": decision.review}
    yield say(_outcome_key(decision), told | {"option": decision.passed or vote.status_quo}, lang)
    if matter.evaluation is not None:
        yield say("record.verdict", {"verdict": matter.evaluation.verdict}, lang)
    yield say("record.provisional", {"body": notice.body, "posted": notice.posted, "until": notice.until}, lang)


def _outcome_key(decision: Decision) -> str:
    """Which sentence tells what came of the newest vote."""
    if decision.outcome.status != "decided":
        return f"record.{decision.outcome.status}"
    if decision.passed is None:
        return "record.status-quo"
    return "record.adopted" if decision.adopted else "record.read-once"


def _question(matter: Matter, lang: str) -> Iterator[Block]:
    if matter.floor.issue:
        yield one_line(said(matter.floor.issue, lang))
    for paper in papers(matter.deliberation()):
        yield from written(paper.name, paper.versions[-1], lang)


def _people(matter: Matter, lang: str) -> Iterator[Block]:
    for number, vote in enumerate(matter.votes, 1):
        yield say("record.vote", {"number": number, "roll": len(vote.roll), "ballots": vote.turnout}, lang)
        for holder in dict.fromkeys(proxy.holder for proxy in vote.proxies.given):
            yield say("record.proxies", {"holder": holder, "givers": vote.proxies.held_by(holder)}, lang)


def _talk(matter: Matter, lang: str) -> Iterator[Block]:
    yield from story(matter.steps, Kept.of(matter.policy.procedure), lang)


def _counts(matter: Matter, lang: str) -> Iterator[Section]:
    if matter.decision is None:
        return
    votes = [vote for vote in matter.votes if vote.result]
    for number, (vote, decision) in enumerate(zip(votes, matter.decision.counts, strict=True), 1):
        heading = say("record.count", {"number": number, "title": vote.title}, lang)
        yield Section(f"count-{number}", heading, tuple(_count(vote, decision, lang)))


def _count(vote: Vote, decision: Decision, lang: str) -> Iterator[Block]:
    yield say(f"rule.{decision.outcome.rule.name}", {}, lang)
    until = vote.until if vote.until != vote.closes else None
    yield say("record.open", {"opened": vote.opened, "closes": vote.closes, "until": until}, lang)
    for step in decision.outcome.trace:
        match step:
            case Tallied():
                yield told(step, lang)
                yield _tally_bars(step, lang)
            case PairsCompared():
                yield told(step, lang)
                yield _matrix(step.options, step.above, say("record.pairs", {}, lang))
            case PathsFound():
                yield told(step, lang)
                yield _matrix(step.options, step.paths, say("record.paths", {}, lang))
            case QuorumRuled():
                yield say("record.quorum", {"status": step.ruling.status}, lang)
                yield _tree(step.ruling, lang)
            case Ruled():
                yield from _ruled(step, lang)
            case _:
                yield told(step, lang)
    order = {"order": vote.lot.order, "seed": vote.seed, "context": vote.context}
    if decision.outcome.rule.name not in {"consent", "majority"}:
        yield say("record.lot", order | {"ties": len(decision.outcome.ties)}, lang)
    yield from _beside(vote, lang)


def _beside(vote: Vote, lang: str) -> Iterator[Block]:
    """What stands beside a count: how it was delegated, and what the minors advised."""
    if vote.delegations and vote.concentration is not None:
        yield vote.concentration.explain(lang)
        if vote.undelivered:
            yield say("record.undelivered", {"n": len(vote.undelivered)}, lang)
    if vote.advised:
        head = (say("record.stance", {}, lang), say("record.minors", {}, lang))
        rows = ((said if said in vote.options else term(said, lang), str(n)) for said, n in vote.advised)
        yield Table(say("record.advice", {}, lang), head, tuple(rows))


def _tally_bars(step: Tallied, lang: str) -> Bars:
    most = max((amount for _, amount in step.tallies), default=0)
    bars = (
        Bar(option, Fraction(amount) / most if most else Fraction(0), show(amount, lang))
        for option, amount in step.tallies
    )
    return Bars(term(step.measure, lang), tuple(bars))


def _matrix(options: tuple[str, ...], values: tuple[tuple[int, ...], ...], caption: str) -> Table:
    rows = (
        (option, *("—" if row == column else str(value) for column, value in enumerate(line)))
        for row, (option, line) in enumerate(zip(options, values, strict=True))
    )
    return Table(caption, ("", *options), tuple(rows))


def _ruled(step: Ruled, lang: str) -> Iterator[Block]:
    yield say("record.ruled", {"on": step.on, "status": step.ruling.status}, lang)
    for measure, counts in step.ruling.tallies.measures:
        known = dict(counts)
        rows = tuple((term(stance, lang), str(known[stance])) for stance in STANCES if stance in known)
        yield Table(
            say("record.stances", {"measure": measure}, lang),
            (say("record.stance", {}, lang), term(measure, lang)),
            rows,
        )
    yield _tree(step.ruling, lang)


def _tree(ruling: Ruling, lang: str) -> str:
    """The comparisons; the first line is the status, which is said before."""
    return ruling.explain(lang).partition("\n")[2]


def _duties(matter: Matter, lang: str) -> Iterator[Block]:
    mandate = matter.mandate
    if mandate is None:
        return
    rows = []
    for duty in mandate.undertaking.duties:
        doers = tuple((step.person, step.hours) for step in mandate.assigned if step.duty == duty.name)
        steward, deputy = mandate.steward(duty.name), mandate.deputy(duty.name)
        due = duty.due or duty.review
        rows.append((
            f"{duty.name}: {duty.what}", str(duty.hours), steward or "—", deputy or "—", show(doers, lang),
            mandate.evaluator(duty.name) or "—", show(due, lang),
        ))  # fmt: skip
    yield Table(say("record.duty-table", {}, lang), _duty_head(lang), tuple(rows))
    yield from mandate.explain(lang).split("\n")


def _duty_head(lang: str) -> tuple[str, ...]:
    keys = ("duty", "hours", "steward", "deputy", "doers", "evaluator", "due")
    return tuple(say(f"record.head.{key}", {}, lang) for key in keys)


def _evaluation(matter: Matter, lang: str) -> Iterator[Block]:
    evaluation = matter.evaluation
    if evaluation is None:
        return
    yield from evaluation.explain(lang).split("\n")
    counts = tuple(matter.reports)
    most = max((report.value for report in counts), default=0)
    bars = tuple(
        Bar(report.day.isoformat(), Fraction(report.value) / most, show(report.value, lang)) for report in counts
    )
    yield Bars(say("record.series", {}, lang), bars)
    if matter.agenda:
        yield say("record.agenda", {"items": tuple(item.title for item in matter.agenda.items)}, lang)


def _objection(notice: Notice, lang: str) -> Iterator[Block]:
    yield say("record.object", {"until": notice.until, "how": notice.objections, "body": notice.body}, lang)
    yield say("record.signed", {"body": notice.body, "posted": notice.posted}, lang)


def _verify(matter: Matter, notice: Notice, lang: str) -> Iterator[Block]:
    if notice.head:
        yield say("record.check", {"stream": matter.id, "version": matter.version, "head": notice.head}, lang)

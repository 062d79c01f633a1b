"""充电棚选址: a vote that too few took part in comes back with a new text and carries.

Scenario (d): 420 households of one courtyard, one representative each, under the residents' committee law in force
since 2026. The first vote misses its quorum; a retry on the tenth day comes too early; the second text moves the
shed and adds paper ballots, which make the quorum a day before the close: everybody has two more days to answer.
All names and figures are made up.
"""

from __future__ import annotations

from collections.abc import Iterator

from deliberate.assembly.moves import (
    CloseRound,
    DraftProposal,
    GiveSupport,
    OpenRound,
    RaiseIssue,
    ReviseProposal,
    Side,
    TakeTurn,
)
from deliberate.community.party import Member, Standing
from deliberate.community.roll import Roll, RollLine
from deliberate.decision.ballots import Answer
from deliberate.decision.rules.majority.majority import Majority
from deliberate.hall.acts import AdoptPolicy, AdoptRoll, CastBallot, CloseVoting, FoundCommunity, FreezeText, OpenVoting
from deliberate.hall.hall import Hall
from deliberate.hall.policy import Policy
from deliberate.requirement.statuses import Stance
from deliberate.scenarios.script import Script, at

MATTER = "charging-shed"
PACK = "cn.residents.2026"
SHED = "充电棚"
COMPANION = "社工小何"
HOUSEHOLDS = tuple(f"{number:03} 户" for number in range(1, 421))
KEEPER = HOUSEHOLDS[0]

TEXT_1 = "在 3 栋一层窗前空地建电动车充电棚，四十个车位。"
TEXT_2 = "在西围墙边建电动车充电棚，四十个车位，离一层窗户十五米以上。可以线上投票，也可以投纸质票。"

# Paper counts before online; a quorum made late leaves two days to answer it.
POLICY = Policy(status_quo="不建", reopen_days=14, precedence=("paper", "online"), extension_hours=48)

FIRST = (100, 70, 26)
SECOND = (128, 92, 23)
TWICE = 5


def play(hall: Hall) -> str:
    """Play the matter into an empty hall, up to the decision; gives the matter's id."""
    for _ in acts(hall):
        pass
    return MATTER


def acts(hall: Hall) -> Iterator[str]:
    """Play the matter part by part; yields the name of each part when it is done."""
    script = Script(hall, MATTER)
    found(script)
    first_vote(script)
    yield "first vote"
    new_text(script)
    yield "new text"
    second_vote(script)
    yield "second vote"


def roll() -> Roll:
    """One representative for each of 420 households, and a companion who never votes."""
    lines = tuple(RollLine(Member(household), (1,)) for household in HOUSEHOLDS)
    return Roll(("head",), (*lines, RollLine(Member(COMPANION, Standing.COMPANION), (0,))))


def answers(yes: int, no: int, abstain: int) -> list[Answer]:
    """So many answers of each kind."""
    return [
        Answer(stance) for stance, n in zip(["YES", "NO", "ABSTAIN"], (yes, no, abstain), strict=True) for _ in range(n)
    ]


def found(script: Script) -> None:
    """Found the community and put the issue with its first text on the table."""
    script.community(at(2, 1), KEEPER, FoundCommunity("玉林东苑"))
    script.community(at(2, 1), KEEPER, AdoptRoll(roll()))
    script.community(at(2, 1), KEEPER, AdoptPolicy(POLICY))
    script.do(
        at(2, 10),
        HOUSEHOLDS[8],
        RaiseIssue("电动车没处充电", "飞线充电，上月烧了一辆。", frozenset({"消防"}), "meeting"),
    )
    script.do(at(2, 12), HOUSEHOLDS[8], DraftProposal(SHED, TEXT_1))
    script.each(at(2, 13), [(name, GiveSupport(SHED)) for name in HOUSEHOLDS[:30]])


def first_vote(script: Script) -> None:
    """196 of 420 households take part: not more than half."""
    script.do(at(2, 19), KEEPER, FreezeText((SHED,), seed_rule="过半数决，不用抽签"))
    script.do(at(3, 1, 8), KEEPER, OpenVoting(Majority(PACK), until=at(3, 1, 20), seed="-"))
    pairs = zip(HOUSEHOLDS, answers(*FIRST), strict=False)
    script.each(at(3, 1, 12), [(name, CastBallot(name, answer)) for name, answer in pairs])
    script.do(at(3, 1, 20), KEEPER, CloseVoting())


def new_text(script: Script) -> None:
    """Hear the concerns and give the proposal a new text: the support given to the first is void."""
    script.do(at(3, 12, 19), COMPANION, OpenRound("37 条顾虑，五个方面"))
    script.do(at(3, 12, 19, 5), HOUSEHOLDS[200], TakeTurn("窗前着火往哪跑？", SHED, Side.AGAINST, 60))
    script.do(at(3, 12, 19, 8), HOUSEHOLDS[300], TakeTurn("老人不会用手机投票。", SHED, Side.NEITHER, 45))
    script.do(at(3, 12, 20), COMPANION, CloseRound("移到西围墙，加纸质票。"))
    script.do(at(3, 15), HOUSEHOLDS[8], ReviseProposal(SHED, TEXT_2))
    script.do(at(3, 17), KEEPER, FreezeText((SHED,), seed_rule="过半数决，不用抽签"))


def second_vote(script: Script) -> None:
    """248 ballots from 243 households, online and on paper: one of each household counts.

    The 211th household answers on 30 March at 22:00, so that the vote stays open until 1 April at 22:00.
    """
    script.do(at(3, 27, 8), KEEPER, OpenVoting(Majority(PACK), until=at(3, 31, 18), seed="-"))
    counted = list(zip(HOUSEHOLDS, answers(*SECOND), strict=False))
    online = [(name, CastBallot(name, Answer(Stance.NO))) for name, _ in counted[:TWICE]]
    online += [(name, CastBallot(name, answer)) for name, answer in counted[TWICE:150]]
    script.each(at(3, 28), online)
    # Whoever voted online and on paper is counted once, by the paper ballot.
    paper = [*counted[:TWICE], *counted[150:]]
    script.each(at(3, 30, 22), [(COMPANION, CastBallot(name, answer, "paper")) for name, answer in paper])
    script.do(at(4, 1, 22), KEEPER, CloseVoting())

"""评估: the record is read and judged, and the verdict opens the next round."""

from deliberate.evaluation.evaluate import Evaluation, evaluate
from deliberate.evaluation.indicator import Indicator
from deliberate.evaluation.indicators.habit import Habit, HalfBaselineRun
from deliberate.evaluation.indicators.mean_change import MeanChange
from deliberate.evaluation.indicators.target import Target
from deliberate.evaluation.reading import Reading
from deliberate.evaluation.verdict import Verdict

__all__ = [
    "Evaluation",
    "Habit",
    "HalfBaselineRun",
    "Indicator",
    "MeanChange",
    "Reading",
    "Target",
    "Verdict",
    "evaluate",
]

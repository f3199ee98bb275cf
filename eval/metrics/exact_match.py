"""Share of first candidates that are the reference once names, layout and comments are put aside."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from eval.items import Prediction, Score, Task
from eval.metrics import intervals
from eval.metrics.context import Context, first, reference
from translate.languages import language
from translate.source.extract import extract
from translate.source.normalise import Unreadable, normalise
from translate.units import SourceUnit


def score(tasks: Sequence[Task], predictions: Sequence[Prediction], context: Context) -> Score:
    """100 where the normal forms are the same; None where the reference has none."""
    per_task: dict[str, float | None] = {}
    for task, prediction in zip(tasks, predictions, strict=True):
        wanted = normal_form(reference(task), task.target)
        per_task[task.id] = None if wanted is None else 100.0 * (normal_form(first(prediction), task.target) == wanted)
    return intervals.share("exact_match", per_task)


@cache
def normal_form(text: str, spoken: str) -> tuple[tuple[str, ...], ...] | None:
    """The tokens of each function in normal form; None where there is none or one cannot be read."""
    functions = extract(SourceUnit(text, language(spoken), "text"))
    try:
        return tuple(normalise(function).tokens for function in functions) or None
    except Unreadable:
        return None

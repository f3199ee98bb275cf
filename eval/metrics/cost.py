"""What an answer costs: seconds and tokens for each function."""

from __future__ import annotations

from collections.abc import Sequence

from eval.items import Prediction, Score, Task
from eval.metrics import intervals
from eval.metrics.context import Context


def score(tasks: Sequence[Task], predictions: Sequence[Prediction], context: Context) -> Score:
    """Mean seconds; among the parts the mean number of tokens, None where the model counts none."""
    tokens = [prediction.tokens for prediction in predictions if prediction.tokens]
    return intervals.mean(
        "cost",
        {task.id: prediction.seconds for task, prediction in zip(tasks, predictions, strict=True)},
        context.seed,
        parts={"tokens": sum(tokens) / len(tokens) if tokens else None},
        signature="seconds",
    )

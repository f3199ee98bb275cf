"""ROUGE-L: F1 of the longest common subsequence of tokens (Lin, 2004, with beta = 1).

For a candidate X and a reference Y with LCS(X, Y) tokens in common: P = LCS / |X|, R = LCS / |Y|, F = 2 P R / (P + R).
"""

from __future__ import annotations

from collections.abc import Sequence

from eval.items import Prediction, Score, Task
from eval.metrics import intervals
from eval.metrics.context import Context, first, reference
from eval.metrics.words import words


def score(tasks: Sequence[Task], predictions: Sequence[Prediction], context: Context) -> Score:
    """The mean over tasks, in percent."""
    per_task: dict[str, float | None] = {
        task.id: 100 * rouge_l(words(first(prediction), task.target), words(reference(task), task.target))
        for task, prediction in zip(tasks, predictions, strict=True)
    }
    return intervals.mean("rouge_l", per_task, context.seed, signature="tokens:grammar|beta:1|mean of tasks")


def rouge_l(found: Sequence[str], truth: Sequence[str]) -> float:
    """F1 between 0 and 1; 0 where either is empty."""
    common = common_subsequence(found, truth)
    return 2 * common / (len(found) + len(truth)) if common else 0.0


def common_subsequence(left: Sequence[str], right: Sequence[str]) -> int:
    """The length of the longest common subsequence, by whole rows as bits of one number (Hyyrö, 2004)."""
    places: dict[str, int] = {}
    for at, word in enumerate(left):
        places[word] = places.get(word, 0) | 1 << at
    everything = (1 << len(left)) - 1
    row = everything
    for word in right:
        matched = row & places.get(word, 0)
        row = ((row + matched) | (row - matched)) & everything
    return len(left) - row.bit_count()

"""The bootstrap over tasks, for scores of a corpus as well: intervals of one score, and of the difference of two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

from eval.items import Prediction, Score, Task
from eval.metrics.words import sides

SAMPLES = 1_000
# Scores of a corpus that are no means over its tasks: a resampled corpus has its sums of these statistics.
OF_A_CORPUS: dict[str, Callable[[], Any]] = {"bleu": lambda: BLEU(tokenize="none"), "chrf": CHRF, "ter": TER}
Array = npt.NDArray[np.float64]
Value = Callable[[Array], float]


def mean(rows: Array) -> float:
    """The value of a corpus that is the mean over its tasks."""
    return float(rows.mean())


def of_corpus(metric: str) -> Value:
    """The value of a corpus by its tasks' statistics."""
    made = OF_A_CORPUS[metric]()
    return lambda rows: float(made._compute_score_from_stats(rows.sum(axis=0).tolist()).score)


def statistics(metric: str, tasks: Sequence[Task], predictions: Sequence[Prediction]) -> Array:
    """What sacrebleu counts of each task: n-grams, edits, lengths."""
    outputs, references = sides(tasks, predictions)
    return np.array(OF_A_CORPUS[metric]()._extract_corpus_statistics(outputs, [references]), dtype=float)


def paired(first: Array, second: Array, value: Value, seed: int) -> tuple[float, float, float, tuple[float, float]]:
    """Interval and two-sided p of `value(second) - value(first)` over the same resampled rows (Koehn, 2004), and both values."""
    values = value(first), value(second)
    seen = values[1] - values[0]
    differences = np.array([value(second[rows]) - value(first[rows]) for rows in _drawn(len(first), seed)])
    extreme = int(np.sum(np.abs(differences - differences.mean()) >= abs(seen) - 1e-12))
    low, high = np.percentile(differences, [2.5, 97.5])
    return float(low), float(high), (extreme + 1) / (SAMPLES + 1), values


def with_interval(found: Score, tasks: Sequence[Task], predictions: Sequence[Prediction], seed: int) -> Score:
    """The score with the ends of its 95 % interval, where it has none and can have one.

    Of a corpus score without known statistics it is the spread of the mean over tasks, laid around the score.
    """
    known = [one for one in found.per_task.values() if one is not None]
    if found.value is None or found.low is not None or len(known) < 2:
        return found
    if found.metric in OF_A_CORPUS and found.metric != "ter":
        rows, value, shift = statistics(found.metric, tasks, predictions), of_corpus(found.metric), 0.0
    else:
        rows, value = np.array(known, dtype=float)[:, None], mean
        shift = found.value - mean(rows)
    low, high = np.percentile([value(rows[drawn]) for drawn in _drawn(len(rows), seed)], [2.5, 97.5])
    return replace(found, low=float(low) + shift, high=float(high) + shift)


def _drawn(count: int, seed: int) -> npt.NDArray[np.int64]:
    """Which rows each sample holds; the same for the same seed."""
    return np.random.default_rng(seed).integers(0, count, (SAMPLES, count))

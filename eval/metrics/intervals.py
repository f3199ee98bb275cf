"""Scores over tasks with 95 % confidence intervals: Wilson's for shares, the bootstrap for other means."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from eval.items import Score

QUANTILE = 1.959963984540054
"""Of the normal distribution at 97.5 %."""
SAMPLES = 2_000


def share(metric: str, per_task: Mapping[str, float | None], **further: object) -> Score:
    """The mean of 0 and 100 over the tasks that have a value, with Wilson's interval (1927)."""
    values = [value for value in per_task.values() if value is not None]
    if not values:
        return _filled(Score(metric, None, 0, len(per_task), per_task=per_task), further)
    low, high = wilson(sum(values) / 100, len(values))
    found = Score(metric, sum(values) / len(values), len(values), len(per_task) - len(values), low, high, per_task=per_task)
    return _filled(found, further)


def mean(metric: str, per_task: Mapping[str, float | None], seed: int = 1, **further: object) -> Score:
    """The mean over the tasks that have a value, with the bootstrap's percentile interval."""
    values = [value for value in per_task.values() if value is not None]
    if not values:
        return _filled(Score(metric, None, 0, len(per_task), per_task=per_task), further)
    low, high = bootstrap(values, seed)
    found = Score(metric, sum(values) / len(values), len(values), len(per_task) - len(values), low, high, per_task=per_task)
    return _filled(found, further)


def together(parts: Sequence[Score], seed: int = 1) -> Score:
    """The score over the tasks of all `parts`, which are of one metric that is a mean over tasks; its own parts are means as well."""
    per_task = {task: value for part in parts for task, value in part.per_task.items()}
    shares = all(value in (0.0, 100.0, None) for value in per_task.values())
    name = parts[0].metric if parts else ""
    found = share(name, per_task) if shares else mean(name, per_task, seed)
    names = dict.fromkeys(key for part in parts for key in part.parts)
    evidence = {task: words for part in parts for task, words in part.evidence.items()}
    return replace(
        found, parts={key: _weighted(parts, key) for key in names}, evidence=evidence, signature=parts[0].signature if parts else ""
    )


def _weighted(parts: Sequence[Score], key: str) -> float | None:
    known = [(value, part.counted) for part in parts if (value := part.parts.get(key)) is not None and part.counted]
    return sum(value * count for value, count in known) / sum(count for _, count in known) if known else None


def wilson(passed: float, count: int) -> tuple[float, float]:
    """The ends of the interval of the share `passed` of `count`, in percent."""
    rate, square = passed / count, QUANTILE**2
    middle = (rate + square / (2 * count)) / (1 + square / count)
    half = QUANTILE / (1 + square / count) * math.sqrt(rate * (1 - rate) / count + square / (4 * count**2))
    return 100 * max(middle - half, 0.0), 100 * min(middle + half, 1.0)


def bootstrap(values: Sequence[float], seed: int, samples: int = SAMPLES) -> tuple[float, float]:
    """The 2.5 % and 97.5 % percentiles of the mean of resampled values; the same for the same seed."""
    draw = random.Random(seed)
    means = sorted(sum(draw.choices(values, k=len(values))) / len(values) for _ in range(samples))
    return means[round(0.025 * (samples - 1))], means[round(0.975 * (samples - 1))]


def _filled(found: Score, further: Mapping[str, object]) -> Score:
    return replace(found, **further)  # type: ignore[arg-type]

"""Metrics by name; each is a module with `score(tasks, predictions, context) -> Score`, imported only when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from eval.items import Prediction, Score, Task
from eval.metrics.context import Context
from translate.errors import UsageError

# What comes first is shown first: what was run, then what was compiled, then what was compared as text.
METRICS = {
    "equivalence": "eval.metrics.equivalence",
    "unit_tests": "eval.metrics.unit_tests",
    "execution": "eval.metrics.execution",
    "compile": "eval.metrics.compile",
    "debugging_success": "eval.metrics.debugging_success",
    "bleu": "eval.metrics.bleu",
    "chrf": "eval.metrics.chrf",
    "ter": "eval.metrics.ter",
    "rouge_l": "eval.metrics.rouge_l",
    "exact_match": "eval.metrics.exact_match",
    "codebleu": "eval.metrics.codebleu",
    "codebleu_published": "eval.metrics.codebleu_published",
    "cost": "eval.metrics.cost",
    "ptxas": "eval.metrics.ptxas",
}
RUNS_CODE = frozenset({"equivalence", "unit_tests", "execution"})
"""These need a sandbox."""
BY_TASK = frozenset({"equivalence", "unit_tests", "execution", "compile", "debugging_success", "exact_match", "cost", "ptxas"})
"""Scores that are means over tasks: parts of a run can be scored by themselves and put together by `intervals.together`."""
SLOW = frozenset({"ter"})
"""Minutes for long functions, so only on demand."""

__all__ = ["BY_TASK", "METRICS", "RUNS_CODE", "SLOW", "Context", "score"]


def score(name: str, tasks: Sequence[Task], predictions: Sequence[Prediction], context: Context) -> Score:
    """The metric called `name` over tasks of one direction, one prediction for each. Raises UsageError for an unknown name."""
    if name not in METRICS:
        raise UsageError(f"no metric is called '{name}'", help=f"use some of {', '.join(METRICS)}")
    found: Score = import_module(METRICS[name]).score(tasks, predictions, context)
    return found

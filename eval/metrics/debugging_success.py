"""Debugging Success Rate@K: share that compiles after at most K rounds in which the translator is told what the compiler said."""

from __future__ import annotations

from collections.abc import Sequence

from eval.items import Prediction, Score, Task
from eval.metrics import intervals
from eval.metrics.compile import at_hand, faults
from eval.metrics.context import Context, first
from translate.languages import language
from translate.units import Diagnostic
from translate.verify.compile import compile_text

ROUNDS = 5


def score(tasks: Sequence[Task], predictions: Sequence[Prediction], context: Context) -> Score:
    """The share after ROUNDS rounds, and that after each among the parts; None for a translator that cannot repair."""
    if context.repairer is None:
        return Score("debugging_success", None, 0, len(tasks), per_task=dict.fromkeys((task.id for task in tasks), None))
    texts = [first(prediction) for prediction in predictions]
    rates: dict[str, float | None] = {}
    for turn in range(ROUNDS + 1):
        reasons = faults(tasks, texts)
        rates[f"@{turn}"] = 100 * sum(not reason for reason in reasons) / max(len(tasks), 1)
        if turn < ROUNDS:
            texts = [_repaired(context, *one) if one[2] else one[1] for one in zip(tasks, texts, reasons, strict=True)]
    per_task: dict[str, float | None] = {task.id: 0.0 if reason else 100.0 for task, reason in zip(tasks, reasons, strict=True)}
    return intervals.share("debugging_success", per_task, parts=rates, signature=f"rounds:{ROUNDS}")


def _repaired(context: Context, task: Task, text: str, reason: str) -> str:
    """Another answer; the same where the translator has none."""
    assert context.repairer is not None
    built = compile_text(at_hand(text, task.target), language(task.target)) if text.strip() else None
    diagnostics = built.diagnostics if built is not None and built.diagnostics else (Diagnostic("error", reason),)
    return context.repairer.repair(task, text, diagnostics) or text

"""TER by sacrebleu: edits for each token of the reference, less is better (Snover et al., 2006). Minutes for long functions."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from sacrebleu.metrics.ter import TER, TERScore

from eval.items import Prediction, Score, Task
from eval.metrics.context import Context
from eval.metrics.words import sides

AT_A_TIME = 2


def score(tasks: Sequence[Task], predictions: Sequence[Prediction], context: Context) -> Score:
    """Corpus TER of the first candidates, 0 for the reference itself."""
    if not tasks:
        return Score("ter", None, 0)
    with ProcessPoolExecutor(AT_A_TIME) as pool:
        found = list(pool.map(_sentence, *sides(tasks, predictions), chunksize=4))
    # sacrebleu's corpus score is this quotient; it is not asked twice, because a long function takes it seconds.
    metric = TER()
    value = metric._compute_score_from_stats(
        [float(sum(one.num_edits for one in found)), float(sum(one.ref_length for one in found))]
    ).score
    each = {task.id: float(one.score) for task, one in zip(tasks, found, strict=True)}
    metric.num_refs = 1
    return Score("ter", float(value), len(tasks), signature=str(metric.get_signature()), per_task=each)


def _sentence(output: str, truth: str) -> TERScore:
    found: TERScore = TER().sentence_score(output, [truth])
    return found

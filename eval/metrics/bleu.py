"""BLEU by sacrebleu over tokens of the grammar (Papineni et al., 2002); it rewards copying, so read `copy` beside it."""

from __future__ import annotations

from collections.abc import Sequence

from sacrebleu.metrics.bleu import BLEU

from eval.items import Prediction, Score, Task
from eval.metrics.context import Context
from eval.metrics.sacre import scored


def score(tasks: Sequence[Task], predictions: Sequence[Prediction], context: Context) -> Score:
    """Corpus BLEU of the first candidates; for a single task with the effective order, as sacrebleu advises."""
    return scored("bleu", BLEU(tokenize="none"), BLEU(tokenize="none", effective_order=True), tasks, predictions)

"""chrF by sacrebleu: character n-grams (Popović, 2015)."""

from __future__ import annotations

from collections.abc import Sequence

from sacrebleu.metrics.chrf import CHRF

from eval.items import Prediction, Score, Task
from eval.metrics.context import Context
from eval.metrics.sacre import scored


def score(tasks: Sequence[Task], predictions: Sequence[Prediction], context: Context) -> Score:
    """Corpus chrF2 of the first candidates."""
    return scored("chrf", CHRF(), CHRF(), tasks, predictions)

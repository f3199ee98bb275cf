"""sacrebleu's metrics: the corpus score to its last digit, and one for each sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from eval.items import Prediction, Score, Task
from eval.metrics.words import sides


def scored(name: str, whole: Any, sentence: Any, tasks: Sequence[Task], predictions: Sequence[Prediction]) -> Score:
    """The score by `whole` over all tasks, and by `sentence` for each."""
    if not tasks:
        return Score(name, None, 0)
    outputs, references = sides(tasks, predictions)
    found = whole.corpus_score(outputs, [references])
    each = {
        task.id: float(sentence.sentence_score(output, [truth]).score)
        for task, output, truth in zip(tasks, outputs, references, strict=True)
    }
    return Score(name, float(found.score), len(tasks), signature=str(whole.get_signature()), per_task=each)

"""CodeBLEU on our own grammars, for all three languages; what is undefined is left out in the open (see `eval.codebleu`)."""

from __future__ import annotations

from collections.abc import Sequence

from eval.codebleu import code_bleu
from eval.items import Prediction, Score, Task
from eval.metrics.context import Context, first, reference
from translate.languages import language

PARTS = ("ngram", "weighted_ngram", "syntax", "dataflow")


def score(tasks: Sequence[Task], predictions: Sequence[Prediction], context: Context) -> Score:
    """The score over the whole corpus, in percent, with its four parts, None where undefined; and one for each task."""
    if not tasks:
        return Score("codebleu", None, 0)
    spoken = language(tasks[0].target)
    pairs = [(first(prediction), reference(task)) for task, prediction in zip(tasks, predictions, strict=True)]
    whole = code_bleu(pairs, spoken)
    per_task = {task.id: _percent(code_bleu([pair], spoken).mean) for task, pair in zip(tasks, pairs, strict=True)}
    parts = {name: _percent(getattr(whole, name)) for name in PARTS}
    return Score(
        "codebleu", _percent(whole.mean), len(tasks), signature=f"grammar:{spoken.parser}|weights:equal", parts=parts, per_task=per_task
    )


def _percent(value: float | None) -> float | None:
    return None if value is None else 100 * value

"""CodeBLEU as the `codebleu` package 0.7.0 computes it, for comparison with papers: faults and all.

CUDA is scored with `lang="cpp"`, as CodeRosetta did; C++ data flow is that of C#; a data flow of 0 counts as 1. Fortran is not
covered. Read `codebleu` for a figure to trust.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from eval.items import Prediction, Score, Task
from eval.metrics.context import Context
from eval.metrics.words import sides
from translate.errors import EnvironmentIncomplete

LANGUAGES = {"cpp": "cpp", "cuda": "cpp"}
PARTS = {
    "ngram": "ngram_match_score",
    "weighted_ngram": "weighted_ngram_match_score",
    "syntax": "syntax_match_score",
    "dataflow": "dataflow_match_score",
}


def score(tasks: Sequence[Task], predictions: Sequence[Prediction], context: Context) -> Score:
    """The package's own number for the whole corpus, in percent, with its four parts; None for Fortran."""
    covered = bool(tasks) and tasks[0].target in LANGUAGES
    if not covered:
        return Score("codebleu_published", None, 0, len(tasks), per_task=dict.fromkeys((task.id for task in tasks), None))
    name = LANGUAGES[tasks[0].target]
    outputs, references = sides(tasks, predictions)
    found = published(outputs, references, name)
    each = {
        task.id: 100 * published([output], [truth], name)["codebleu"]
        for task, output, truth in zip(tasks, outputs, references, strict=True)
    }
    parts = {part: 100 * float(found[key]) for part, key in PARTS.items()}
    signature = f"codebleu:0.7.0|lang:{name}|weights:equal|tokens:grammar"
    return Score("codebleu_published", 100 * found["codebleu"], len(tasks), signature=signature, parts=parts, per_task=each)


def published(outputs: Sequence[str], references: Sequence[str], name: str) -> dict[str, float]:
    """What the package says. Raises EnvironmentIncomplete where it is not installed."""
    try:
        package: Any = import_module("codebleu")
    except ModuleNotFoundError as missing:
        raise EnvironmentIncomplete(
            "the Python package 'codebleu' is missing", help="its pin breaks the grammars, so: pip install --no-deps codebleu==0.7.0"
        ) from missing
    before = logging.root.manager.disable
    # It warns of what the parts say as well.
    logging.disable(logging.WARNING)
    try:
        found: dict[str, float] = package.calc_codebleu([[truth] for truth in references], list(outputs), lang=name)
        return found
    finally:
        logging.disable(before)

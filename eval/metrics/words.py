"""Texts as the tokens that metrics compare."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from eval.items import Prediction, Task
from eval.metrics.context import first, reference
from translate.languages import language
from translate.source.normalise import NEWLINE, leaves_of
from translate.source.parse import parse


@cache
def words(text: str, spoken: str) -> tuple[str, ...]:
    """The leaves of the syntax tree without comments, whatever the layout; the end of a line where it ends a statement."""
    of = language(spoken)
    leaves = [leaf.text for leaf in leaves_of(parse(text, of))]
    return tuple(word for leaf in leaves if of.line_ends or leaf != NEWLINE for word in leaf.split())


def spaced(text: str, spoken: str) -> str:
    """`text` with a blank between its tokens, as published test sets have it."""
    return " ".join(words(text, spoken))


def sides(tasks: Sequence[Task], predictions: Sequence[Prediction]) -> tuple[list[str], list[str]]:
    """First candidates and references, blanks between their tokens."""
    outputs = [spaced(first(prediction), task.target) for task, prediction in zip(tasks, predictions, strict=True)]
    return outputs, [spaced(reference(task), task.target) for task in tasks]

"""The order in which examples are seen: a function of the seed and the step alone, so that a resumed run sees the same."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate.training.recipes import Recipe


@dataclass(frozen=True, slots=True)
class Encoded:
    """An example as token ids, each side with its end token."""

    source: tuple[int, ...]
    target: tuple[int, ...]


def batches(examples: Sequence[Encoded], recipe: Recipe, start: int = 0) -> Iterator[list[Encoded]]:
    """One batch a step from step `start` on: examples of like length, `batch_tokens` in all with their padding."""
    step, epoch = 0, 0
    while True:
        made = _epoch(examples, recipe, epoch)
        shortest = min(map(_longest, made))
        for batch in made:
            # Short sequences first: a model learns to look at its source there (docs/log.md).
            if _longest(batch) > max(shortest, longest_at(step, recipe)):
                continue
            if step >= start:
                yield batch
            step += 1
            if step >= recipe.steps:
                return
        epoch += 1


def longest_at(step: int, recipe: Recipe) -> float:
    """The longest source in tokens that is seen at `step`."""
    share = step / max(1, recipe.short_until * recipe.steps)
    return float("inf") if share >= 1 else recipe.shortest * (1 + 3 * share)


def _longest(batch: Sequence[Encoded]) -> int:
    return max(len(example.source) for example in batch)


def _epoch(examples: Sequence[Encoded], recipe: Recipe, epoch: int) -> list[list[Encoded]]:
    rng = random.Random(recipe.seed * 1_000_003 + epoch)
    # A jitter of the length, so that batches are made up anew in every epoch.
    ordered = sorted(examples, key=lambda example: len(example.source) * rng.uniform(0.9, 1.1))
    made: list[list[Encoded]] = []
    batch: list[Encoded] = []
    widest = 0
    for example in ordered:
        width = max(widest, len(example.source) + len(example.target))
        if batch and width * (len(batch) + 1) > recipe.batch_tokens:
            made.append(batch)
            batch, width = [], len(example.source) + len(example.target)
        batch.append(example)
        widest = width
    if batch:
        made.append(batch)
    rng.shuffle(made)
    return made

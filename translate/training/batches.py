"""The order in which examples are seen: a function of the seed and a cursor alone, so that a resumed run sees the same."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translate.training.recipes import Recipe

IGNORED = -100
"""A target that counts for nothing; the value that torch's losses leave out."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """An example as token ids, each side with its end token."""

    source: Sequence[int]
    target: Sequence[int]


@dataclass(frozen=True, slots=True)
class Size:
    """What an example takes in a batch, and how often it is seen in an epoch on average."""

    source: int
    target: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Cursor:
    """The next batch: its stage, epoch and number."""

    stage: int = 0
    epoch: int = 0
    batch: int = 0


class Feed:
    """Batches of examples of like length, as their numbers, from a cursor on and without an end."""

    def __init__(self, sizes: Sequence[Size], recipe: Recipe, cursor: Cursor = Cursor()) -> None:
        self._sizes = sizes
        self._recipe = recipe
        self.cursor = cursor
        """Where the next batch comes from."""
        self._epoch = epoch_of(sizes, recipe, cursor.epoch)
        self._shortest = min(self._longest(batch) for batch in self._epoch)

    def next(self, longest: float = float("inf")) -> tuple[Cursor, list[int]]:
        """The place and the examples of the next batch without a source above `longest`, which never goes below the shortest batch."""
        while True:
            at = self.cursor
            if at.batch == len(self._epoch):
                self.cursor = Cursor(at.stage, at.epoch + 1)
                self._epoch = epoch_of(self._sizes, self._recipe, at.epoch + 1)
                self._shortest = min(self._longest(batch) for batch in self._epoch)
                continue
            self.cursor = Cursor(at.stage, at.epoch, at.batch + 1)
            batch = self._epoch[at.batch]
            # Short sequences first: a model learns to look at its source there (docs/log.md).
            if self._longest(batch) <= max(longest, self._shortest):
                return at, batch

    def _longest(self, batch: Iterable[int]) -> int:
        return max(self._sizes[number].source for number in batch)


def longest_at(share: float, recipe: Recipe) -> float:
    """The longest source in tokens that is seen when `share` of the run is done."""
    if share >= recipe.short_until:
        return float("inf")
    return recipe.shortest * (1 + 3 * share / recipe.short_until)


def epoch_of(sizes: Sequence[Size], recipe: Recipe, epoch: int) -> list[list[int]]:
    """The batches of one epoch, each of `batch_tokens` at most with its padding, in random order."""
    rng = random.Random(recipe.seed * 1_000_003 + epoch)
    chosen = [number for number, size in enumerate(sizes) for _ in range(int(size.weight + rng.random()))]
    # A jitter of the length, so that batches are made up anew in every epoch.
    keyed = sorted((sizes[number].source * rng.uniform(0.9, 1.1), number) for number in chosen)
    made: list[list[int]] = []
    batch: list[int] = []
    source = target = 0
    for _, number in keyed:
        size = sizes[number]
        widest = max(source, size.source) + max(target, size.target)
        if batch and widest * (len(batch) + 1) > recipe.batch_tokens:
            made.append(batch)
            batch, source, target = [], 0, 0
        batch.append(number)
        source, target = max(source, size.source), max(target, size.target)
    if batch or not made:
        made.append(batch or [max(range(len(sizes)), key=lambda number: sizes[number].weight)])
    rng.shuffle(made)
    return made

"""Proved pairs: the target, token by token, from its source."""

from __future__ import annotations

import random
from collections.abc import Sequence

import torch

from translate.errors import UsageError
from translate.training.batches import Cursor, Encoded, Size
from translate.training.losses import Learner, cross_entropy
from translate.training.objectives import Material, encode
from translate.training.recipes import Recipe

MOST_HELD_OUT = 400


class Pairs:
    """Cross-entropy of the targets of all pairs but the held-out ones, each as often as its origin weighs."""

    def __init__(self, material: Material, recipe: Recipe) -> None:
        if not material.examples:
            raise UsageError("no examples to train on", path=recipe.name, help="prepare a pair file with readable functions")
        held = held_out_numbers(len(material.examples), recipe)
        self.smoothing = recipe.label_smoothing
        self._data = encoded_pairs(material)
        times = dict(recipe.repeats)
        self.sizes: Sequence[Size] = [
            Size(len(pair.source), len(pair.target), 0.0 if number in held else times.get(example.origin, 1.0))
            for number, (pair, example) in enumerate(zip(self._data, material.examples, strict=True))
        ]

    def batch(self, numbers: Sequence[int], at: Cursor, learner: Learner) -> list[Encoded]:
        """The pairs as they are."""
        return [self._data[number] for number in numbers]

    def loss(self, learner: Learner, batch: Sequence[Encoded]) -> torch.Tensor:
        """Cross-entropy, summed over the target tokens."""
        return cross_entropy(learner.scores(batch), batch, self.smoothing)


def held_out(material: Material, recipe: Recipe) -> list[Encoded]:
    """The pairs that no run of this recipe on this material learns from."""
    data = encoded_pairs(material)
    return [data[number] for number in sorted(held_out_numbers(len(data), recipe))]


def held_out_numbers(count: int, recipe: Recipe) -> frozenset[int]:
    """The numbers of the held-out ones among `count` examples: one in fifty, 400 at most."""
    order = list(range(count))
    random.Random(recipe.seed).shuffle(order)
    return frozenset(order[: min(MOST_HELD_OUT, count // 50)])


def encoded_pairs(material: Material) -> Sequence[Encoded]:
    """All examples as ids."""
    if material.encoded:
        return material.encoded
    sources = encode([example.source for example in material.examples], material.tokenizer)
    targets = encode([example.target for example in material.examples], material.tokenizer)
    return [Encoded(source, target) for source, target in zip(sources, targets, strict=True)]

"""Masked tokens, whole ones, all languages mixed (CodeRosetta's first stage): the encoder learns what stands where."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import torch

from translate.training.batches import IGNORED, Cursor, Encoded, Size
from translate.training.losses import Learner, cross_entropy
from translate.training.monolingual import Pieces, forms_of
from translate.training.objectives import Material, item_random
from translate.training.recipes import Recipe

MASKED = 0.15
HIDDEN, REPLACED = 0.8, 0.1
"""Of the masked tokens; the rest stay as they are (Devlin et al. 2019)."""


class MaskedTokens:
    """Cross-entropy of the masked tokens' pieces, from the encoder's states and the tied embeddings."""

    def __init__(self, material: Material, recipe: Recipe) -> None:
        self._recipe = recipe
        self._pieces = Pieces(material.tokenizer)
        self._forms = [form.tokens for form in forms_of(material.functions, recipe.name, material.notation)]
        self._words = sorted({token for tokens in self._forms for token in tokens})
        self.sizes: Sequence[Size] = [Size(len(self._pieces.sequence(tokens)), 0) for tokens in self._forms]

    def batch(self, numbers: Sequence[int], at: Cursor, learner: Learner) -> list[Encoded]:
        """Functions with 15 % of their tokens hidden; only those are targets."""
        return [self._masked(number, at.epoch) for number in numbers]

    def _masked(self, number: int, epoch: int) -> Encoded:
        tokens = self._forms[number]
        rng = item_random(self._recipe, epoch, number)
        chosen = set(rng.sample(range(len(tokens)), max(1, round(MASKED * len(tokens)))))
        source: array[int] = array("i")
        target: array[int] = array("i")
        for position, token in enumerate(tokens):
            ids = self._pieces.of(token)
            target.extend(ids if position in chosen else [IGNORED] * len(ids))
            draw = rng.random() if position in chosen else 1.0
            if draw < HIDDEN:
                ids = [self._pieces.mask] * len(ids)
            elif draw < HIDDEN + REPLACED:
                ids = [*self._pieces.of(rng.choice(self._words)), *ids][: len(ids)]
            source.extend(ids)
        return Encoded([*source, self._pieces.end], [*target, IGNORED])

    def loss(self, learner: Learner, batch: Sequence[Encoded]) -> torch.Tensor:
        """Cross-entropy, summed over the masked pieces."""
        return cross_entropy(learner.words(learner.encoded(batch)), batch)

"""Abstract entity recognition (CodeRosetta's second stage): the encoder tells variables from types from pointers."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from translate.source.entities import ENTITIES, entities
from translate.training.batches import IGNORED, Cursor, Encoded, Size
from translate.training.losses import Learner, cross_entropy
from translate.training.monolingual import Form, Pieces, forms_of
from translate.training.objectives import Material
from translate.training.recipes import Recipe

CLASSES: dict[str | None, int] = {None: 0, **{entity: number for number, entity in enumerate(ENTITIES, start=1)}}


class Entities:
    """Cross-entropy of each piece's entity, from a layer on the encoder that is not exported."""

    def __init__(self, material: Material, recipe: Recipe) -> None:
        pieces = Pieces(material.tokenizer)
        self._data = [_tagged(form, pieces) for form in forms_of(material.functions, recipe.name, material.notation)]
        self.sizes: Sequence[Size] = [Size(len(example.source), 0) for example in self._data]

    def batch(self, numbers: Sequence[int], at: Cursor, learner: Learner) -> list[Encoded]:
        """Functions, and the entity of each piece."""
        return [self._data[number] for number in numbers]

    def loss(self, learner: Learner, batch: Sequence[Encoded]) -> torch.Tensor:
        """Cross-entropy, summed over the pieces."""
        assert learner.entities is not None
        return cross_entropy(learner.entities(learner.encoded(batch)), batch)


def _tagged(form: Form, pieces: Pieces) -> Encoded:
    tags = [CLASSES[entity] for token, entity in zip(form.tokens, entities(form.function), strict=True) for _ in pieces.of(token)]
    return Encoded(pieces.sequence(form.tokens), [*tags, IGNORED])

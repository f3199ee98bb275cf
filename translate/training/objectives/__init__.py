"""Objectives: each turns records into batches and says what a batch costs; one file each, named in recipes."""

from __future__ import annotations

import random
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tokenizers import Tokenizer

from translate.errors import UsageError
from translate.training.batches import Cursor, Encoded, Size
from translate.training.examples import Example
from translate.training.notation import NormalForm, Notation
from translate.training.recipes import Recipe
from translate.units import Function

if TYPE_CHECKING:
    import torch

    from translate.training.losses import Learner

OBJECTIVES = {
    "pairs": "translate.training.objectives.pairs:Pairs",
    "mlm": "translate.training.objectives.mlm:MaskedTokens",
    "aer": "translate.training.objectives.aer:Entities",
    "dae": "translate.training.objectives.dae:Denoising",
    "back_translation": "translate.training.objectives.back_translation:BackTranslation",
    "distill": "translate.training.objectives.distill:SoftTargets",
    "distill_sequences": "translate.training.objectives.distill:TeacherSequences",
}

WRITES = frozenset({"back_translation"})
"""Those that ask the model in training for answers."""


@dataclass(frozen=True, slots=True)
class Material:
    """What there is to learn from: pairs as examples, functions of one language, a teacher; and the tokenizer that reads them."""

    tokenizer: Tokenizer
    examples: Sequence[Example] = ()
    functions: Sequence[Function] = ()
    teacher: Path | None = None
    encoded: Sequence[Encoded] = field(default=())
    """The examples as ids, where that is known already."""
    notation: Notation = NormalForm()
    """How functions of one language are read."""


class Objective(Protocol):
    """A way to learn from a material; made as `Objective(material, recipe)`."""

    sizes: Sequence[Size]

    def batch(self, numbers: Sequence[int], at: Cursor, learner: Learner) -> list[Encoded]:
        """The examples of those numbers as they are seen at that cursor; the same whoever asks."""

    def loss(self, learner: Learner, batch: Sequence[Encoded]) -> torch.Tensor:
        """The sum of the losses over the targets of `batch`."""


def open_objective(name: str, material: Material, recipe: Recipe) -> Objective:
    """The objective called `name`. Raises UsageError for an unknown one, or where its material is missing."""
    if name not in OBJECTIVES:
        raise UsageError(f"no objective is called '{name}'", path=recipe.name, help=f"one of {', '.join(OBJECTIVES)}")
    module, _, kind = OBJECTIVES[name].partition(":")
    made: Objective = getattr(import_module(module), kind)(material, recipe)
    return made


def encode(sequences: Sequence[Sequence[str]], tokenizer: Tokenizer) -> list[array[int]]:
    """The ids of token sequences, each with the end token."""
    return [array("i", found.ids) for found in tokenizer.encode_batch([" ".join(sequence) for sequence in sequences])]


def item_random(recipe: Recipe, epoch: int, number: int) -> random.Random:
    """Random numbers for one example in one epoch, on whatever machine it is seen."""
    return random.Random((recipe.seed * 1_000_003 + epoch) * 10_000_019 + number)

"""Distillation: what a larger model says of the pairs, token by token or as whole answers."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from translate.errors import UsageError
from translate.training.batches import Cursor, Encoded
from translate.training.checkpoint import TOKENIZER
from translate.training.decoding import greedy
from translate.training.losses import Learner, cross_entropy
from translate.training.monolingual import Pieces
from translate.training.objectives import Material
from translate.training.objectives.pairs import Pairs
from translate.training.recipes import Recipe

TEMPERATURE = 2.0
SOFT = 0.5
"""Share of the teacher in the loss (Hinton et al. 2015)."""


class SoftTargets(Pairs):
    """Half cross-entropy of the targets, half divergence from the teacher's distribution at temperature 2."""

    def __init__(self, material: Material, recipe: Recipe) -> None:
        super().__init__(material, recipe)
        self._teacher = _teacher(material)

    def loss(self, learner: Learner, batch: Sequence[Encoded]) -> torch.Tensor:
        """The mixed loss, summed over the target tokens."""
        own = learner.scores(batch)
        with torch.no_grad():
            wanted = torch.log_softmax(self._teacher.scores(batch).float() / TEMPERATURE, dim=-1)
        given = torch.log_softmax(own.float() / TEMPERATURE, dim=-1)
        apart = torch.nn.functional.kl_div(given, wanted, log_target=True, reduction="sum")
        return SOFT * TEMPERATURE**2 * apart + (1 - SOFT) * cross_entropy(own, batch, self.smoothing)


class TeacherSequences(Pairs):
    """Cross-entropy of the answers that the teacher writes in place of the targets (Kim and Rush 2016)."""

    def __init__(self, material: Material, recipe: Recipe) -> None:
        super().__init__(material, recipe)
        self._teacher = _teacher(material)
        self._end = Pieces(material.tokenizer).end
        self._written: dict[int, Encoded] = {}

    def batch(self, numbers: Sequence[int], at: Cursor, learner: Learner) -> list[Encoded]:
        """The sources, with the teacher's answers."""
        missing = [number for number in numbers if number not in self._written]
        pairs = super().batch(missing, at, learner)
        for number, pair, answer in zip(missing, pairs, greedy(self._teacher, [pair.source for pair in pairs]), strict=True):
            self._written[number] = Encoded(pair.source, [*answer, self._end])
        return [self._written[number] for number in numbers]


def _teacher(material: Material) -> Learner:
    from tokenizers import Tokenizer
    from transformers import AutoModelForSeq2SeqLM

    folder = material.teacher
    if folder is None or not (folder / "config.json").is_file():
        raise UsageError(
            "no teacher to learn from", path=str(folder or "--teacher"), help="give --teacher with a folder that `export` wrote"
        )
    if Tokenizer.from_file(str(folder / TOKENIZER)).get_vocab() != material.tokenizer.get_vocab():
        raise UsageError(
            "the teacher has another tokenizer", path=str(folder), help=f"train with its own: --tokenizer {folder / TOKENIZER}"
        )
    network = AutoModelForSeq2SeqLM.from_pretrained(str(folder), dtype=torch.float32).eval()
    return Learner(network, pad=network.config.pad_token_id).eval()

"""What the network says of a batch, and what that costs; padding is never scored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from transformers import T5ForConditionalGeneration

from translate.training.batches import IGNORED, Encoded
from translate.training.machine import fast_bf16


class Learner(torch.nn.Module):
    """The network, with what only some objectives need: a layer that names the entity a token is."""

    def __init__(self, network: Any, *, width: int = 0, entities: int = 0, pad: int = 0, bf16: bool | None = None) -> None:
        super().__init__()
        self.bf16 = fast_bf16() if bf16 is None else bf16
        """Whether products are computed in bf16; a run and its resumption choose alike."""
        self.network = network
        self.entities = torch.nn.Linear(width, entities) if entities else None
        self.pad = pad

    def forward(self, objective: Any, batch: Sequence[Encoded]) -> torch.Tensor:
        """The sum of the losses over the batch's targets; a method of its own, so that a wrapper for many machines sees it."""
        loss: torch.Tensor = objective.loss(self, batch)
        return loss

    def encoded(self, batch: Sequence[Encoded]) -> torch.Tensor:
        """The encoder's states, of shape (targets, width), at the positions whose target counts."""
        source, mask = self._source(batch)
        target = self._target(batch, source.shape[1])
        states: torch.Tensor = self.network.encoder(input_ids=source, attention_mask=mask)[0]
        return states[target != IGNORED]

    def scores(self, batch: Sequence[Encoded]) -> torch.Tensor:
        """The logits of every target token, of shape (targets, pieces)."""
        source, mask = self._source(batch)
        target = self._target(batch)
        wanted = target != IGNORED
        given = self._shifted(target)
        if not isinstance(self.network, T5ForConditionalGeneration):
            logits: torch.Tensor = self.network(input_ids=source, attention_mask=mask, decoder_input_ids=given, use_cache=False).logits
            return logits[wanted]
        memory = self.network.encoder(input_ids=source, attention_mask=mask)[0]
        states = self.network.decoder(input_ids=given, encoder_hidden_states=memory, encoder_attention_mask=mask, use_cache=False)[0]
        # Padding is left out before the vocabulary's matrix, the widest of all.
        return self.words(states[wanted])

    def words(self, states: torch.Tensor) -> torch.Tensor:
        """Logits over the vocabulary from the states of the decoder, or of the encoder."""
        if self.network.config.scale_decoder_outputs:
            states = states * self.network.config.d_model**-0.5
        logits: torch.Tensor = self.network.lm_head(states)
        return logits

    def _source(self, batch: Sequence[Encoded]) -> tuple[torch.Tensor, torch.Tensor]:
        source = padded([example.source for example in batch], self.pad, self.device)
        lengths = torch.tensor([len(example.source) for example in batch], device=self.device)
        return source, (torch.arange(source.shape[1], device=self.device) < lengths[:, None]).long()

    def _target(self, batch: Sequence[Encoded], width: int = 0) -> torch.Tensor:
        return padded([example.target for example in batch], IGNORED, self.device, width)

    def _shifted(self, target: torch.Tensor) -> torch.Tensor:
        start = self.network.config.decoder_start_token_id
        given = torch.nn.functional.pad(target[:, :-1], (1, 0), value=start)
        return given.masked_fill(given == IGNORED, self.pad)

    @property
    def device(self) -> torch.device:
        """Where the weights are."""
        found: torch.device = next(self.network.parameters()).device
        return found


def cross_entropy(scores: torch.Tensor, batch: Sequence[Encoded], smoothing: float = 0.0) -> torch.Tensor:
    """The sum over the batch's targets of the cross-entropy."""
    target = targets(batch).to(scores.device)
    return torch.nn.functional.cross_entropy(scores.float(), target, label_smoothing=smoothing, reduction="sum")


def targets(batch: Sequence[Encoded]) -> torch.Tensor:
    """All targets of a batch that count, one after another."""
    flat = np.concatenate([np.asarray(example.target, dtype=np.int64) for example in batch])
    return torch.from_numpy(flat[flat != IGNORED])


def target_count(batch: Sequence[Encoded]) -> int:
    """How many targets of a batch count."""
    return sum(int((np.asarray(example.target) != IGNORED).sum()) for example in batch)


def token_count(batch: Sequence[Encoded]) -> int:
    """How many tokens of a batch are read, and how many are asked for."""
    return sum(len(example.source) for example in batch) + target_count(batch)


def padded(rows: Sequence[Sequence[int]], filler: int, device: torch.device, width: int = 0) -> torch.Tensor:
    """A matrix of the rows, filled up at their ends."""
    matrix = np.full((len(rows), max(width, *map(len, rows))), filler, dtype=np.int64)
    for number, row in enumerate(rows):
        matrix[number, : len(row)] = row
    return torch.from_numpy(matrix).to(device)

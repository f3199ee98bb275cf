"""How good the averaged weights are on pairs that the run does not learn from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import torch

from translate.training.batches import Encoded
from translate.training.losses import Learner, target_count, targets

TOGETHER = 16


@torch.no_grad()
def evaluate(learner: Learner, pairs: Sequence[Encoded]) -> dict[str, float]:
    """Loss and share of right tokens and of wholly right targets, given the true tokens before each; empty without pairs."""
    if not pairs:
        return {}
    ordered = sorted(pairs, key=lambda pair: len(pair.source))
    learner.eval()
    losses, right, tokens, whole = 0.0, 0, 0, 0
    for start in range(0, len(ordered), TOGETHER):
        batch = ordered[start : start + TOGETHER]
        with torch.autocast(learner.device.type, dtype=torch.bfloat16, enabled=learner.bf16):
            scores = learner.scores(batch).float()
        target = targets(batch).to(scores.device)
        hits = scores.argmax(-1) == target
        losses += float(torch.nn.functional.cross_entropy(scores, target, reduction="sum"))
        right += int(hits.sum())
        tokens += len(target)
        whole += sum(bool(part.all()) for part in torch.split(hits, [target_count([pair]) for pair in batch]))
    learner.train()
    return {"held_out_loss": losses / tokens, "token_accuracy": right / tokens, "exact": whole / len(pairs)}


@contextmanager
def averaged(network: Any, average: Mapping[str, torch.Tensor]) -> Iterator[None]:
    """The network with its averaged weights, for as long as the block lasts."""
    weights = dict(network.named_parameters())
    own = {name: weights[name].detach().clone() for name in average}
    with torch.no_grad():
        for name, value in average.items():
            weights[name].copy_(value)
        try:
            yield
        finally:
            for name, value in own.items():
                weights[name].copy_(value)

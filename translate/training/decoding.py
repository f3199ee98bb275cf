"""The network's greedy answers, as ids."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from translate.training.losses import Learner, padded

TOGETHER = 16
MOST = 256
"""Pieces of an answer; longer ones are cut."""


@torch.no_grad()
def greedy(learner: Learner, sources: Sequence[Sequence[int]], most: int = MOST) -> list[list[int]]:
    """The likeliest pieces one after another for each source, without start and end."""
    training = learner.training
    learner.eval()
    answers: list[list[int]] = []
    for start in range(0, len(sources), TOGETHER):
        part = sources[start : start + TOGETHER]
        ids = padded(part, learner.pad, learner.device)
        lengths = torch.tensor([len(source) for source in part], device=learner.device)
        mask = (torch.arange(ids.shape[1], device=learner.device) < lengths[:, None]).long()
        with torch.autocast(learner.device.type, dtype=torch.bfloat16, enabled=learner.bf16):
            rows = learner.network.generate(input_ids=ids, attention_mask=mask, max_new_tokens=most, num_beams=1, do_sample=False)
        answers.extend(_without_end(row[1:].tolist(), learner.network.config.eos_token_id) for row in rows)
    learner.train(training)
    return answers


def _without_end(ids: list[int], end: int) -> list[int]:
    return ids[: ids.index(end)] if end in ids else ids

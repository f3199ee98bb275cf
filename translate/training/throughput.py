"""How fast this machine trains, as a share of what its matrix products reach."""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import torch

from translate.training.batches import Encoded
from translate.training.losses import Learner, cross_entropy
from translate.training.machine import fast_bf16
from translate.training.network import new_network, optimisers
from translate.training.recipes import Recipe, first, medium, small

PIECES = 2_048
SOURCE, TARGET = 128, 40
"""What an example looks like: labels make targets a third as long as their sources. A batch has as many as the recipe says."""


@dataclass(frozen=True, slots=True)
class Throughput:
    """Tokens a second of processor time, and the share of the measured peak that their arithmetic is."""

    parameters: int
    tokens_per_second: float
    share: float
    peak: float
    """FLOP a second of processor time, of the best square matrix product in the precision that is trained in."""


def throughput(recipe: Recipe, steps: int = 4) -> Throughput:
    """Whole steps of training, optimiser included, on batches made up for it.

    Processor time is measured, not the clock's, since a machine may be shared; with several threads it counts all of them.
    """
    kind = torch.bfloat16 if fast_bf16() else torch.float32
    network = new_network(recipe, PIECES)
    learner = Learner(network, pad=0)
    optimizers = optimisers(learner, recipe, learner.bf16)
    examples = recipe.batch_tokens // (SOURCE + TARGET)
    batch = _batch(examples)

    def step() -> None:
        with torch.autocast(learner.device.type, dtype=torch.bfloat16, enabled=kind == torch.bfloat16):
            loss = cross_entropy(learner.scores(batch), batch) / (TARGET * examples)
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(learner.parameters(), 1.0)
        for optimizer in optimizers:
            optimizer.step()
            optimizer.zero_grad()

    step()
    peak = 0.0
    taken = []
    for _ in range(steps):
        # Side by side, so that both see the same neighbours.
        peak = max(peak, _peak(kind))
        taken.append(_seconds(step))
    seconds = min(taken)
    parameters = sum(weight.numel() for weight in network.parameters())
    tokens = examples * (SOURCE + TARGET)
    return Throughput(parameters, tokens / seconds, flops(recipe, examples) / seconds / peak, peak)


def flops(recipe: Recipe, examples: int) -> float:
    """Arithmetic of a step on so many examples: three times that of the matrix products forward; the optimiser's own is not counted."""
    width, deep = recipe.d_model, recipe.d_ff
    attention, forward = 4 * width**2, 3 * width * deep
    encoder = recipe.encoder_layers * (attention + forward + 2 * SOURCE * width) * SOURCE
    decoder = recipe.decoder_layers * (
        (attention + 2 * width**2 + forward + 2 * (TARGET + SOURCE) * width) * TARGET + 2 * width**2 * SOURCE
    )
    return 3 * 2.0 * examples * (encoder + decoder + PIECES * width * TARGET)


def show() -> None:
    """Print a line for each size of model: parameters, tokens a second, share of the peak; and the process's peak memory."""
    for recipe in (first(), small(), medium()):
        found = throughput(replace(recipe, name="throughput"))
        label = f"training, {found.parameters / 1e6:.1f} M parameters"
        print(
            f"{label:<32} {found.tokens_per_second:8.0f} tokens a second, {found.share:.0%} of {found.peak / 1e9:.0f} GFLOPS,"
            f" {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB, {torch.get_num_threads()} threads",
            flush=True,
        )


def _batch(examples: int) -> list[Encoded]:
    rng = random.Random(1)
    sides = [[[rng.randrange(3, PIECES) for _ in range(length)] for length in (SOURCE, TARGET)] for _ in range(examples)]
    return [Encoded(source, target) for source, target in sides]


def _peak(kind: torch.dtype, size: int = 1_024) -> float:
    one, other = (torch.randn(size, size).to(kind) for _ in range(2))
    _ = one @ other
    return 2.0 * size**3 / min(_seconds(lambda: one @ other) for _ in range(5))


def _seconds(work: Callable[[], object]) -> float:
    """Processor time of all threads over their number."""
    before = time.process_time()
    work()
    return max(1e-9, time.process_time() - before) / torch.get_num_threads()


if __name__ == "__main__":
    show()

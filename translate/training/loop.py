"""The training loop: a pure function of recipe and data, killed and resumed at any step with the same loss curve."""

from __future__ import annotations

import json
import math
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import torch
from accelerate import Accelerator
from tokenizers import Tokenizer

from translate.errors import UsageError
from translate.training import checkpoint
from translate.training.batches import Encoded, batches
from translate.training.examples import Example
from translate.training.network import new_network, optimisers, rate_at
from translate.training.recipes import Recipe

LOG = "log.jsonl"
Report = Callable[[str], None]


def train(
    recipe: Recipe,
    examples: Sequence[Example],
    tokenizer: Tokenizer,
    out: Path,
    *,
    save_seconds: float = 240.0,
    log_steps: int = 50,
    stop_after: int | None = None,
    report: Report = lambda line: print(line, file=sys.stderr, flush=True),
) -> None:
    """Train to the recipe's last step, or from the checkpoint in `out` on; leaves the final checkpoint there.

    `stop_after` ends the call after that many steps, as a kill would, at a checkpoint. Raises UsageError for an empty
    data set, a checkpoint of another recipe or a loss that is not a number.
    """
    if not examples:
        raise UsageError("no examples to train on", path=str(out), help="prepare a pair file with readable functions")
    times = dict(recipe.repeats)
    drawn = [(encoded(example, tokenizer), times.get(example.origin, 1)) for example in examples]
    data, held_out = _split(drawn, recipe)
    accelerator = Accelerator(cpu=not torch.cuda.is_available(), mixed_precision="bf16" if fast_bf16() else "no")
    network = new_network(recipe, tokenizer.get_vocab_size())
    network, *optimizers = accelerator.prepare(network, *optimisers(network, recipe))
    average = {name: weight.detach().clone() for name, weight in network.named_parameters()}
    first = _resume(out, recipe, network, optimizers, average)
    began = saved = time.monotonic()
    seen, losses = 0, []
    for step, batch in enumerate(batches(data, recipe, first), start=first):
        for optimizer, peak in zip(optimizers, (recipe.muon_rate, recipe.adam_rate), strict=True):
            for group in optimizer.param_groups:
                group["lr"] = peak * rate_at(step, recipe)
        with accelerator.autocast():
            loss = loss_of(network, batch, recipe.label_smoothing)
        if not math.isfinite(loss.item()):
            raise UsageError(f"the loss is {loss.item()} at step {step}", path=str(out), help="resume with a lower learning rate")
        accelerator.backward(loss)
        accelerator.clip_grad_norm_(network.parameters(), 1.0)
        for optimizer in optimizers:
            optimizer.step()
            optimizer.zero_grad()
        _move(average, network, min(recipe.average, (1 + step) / (10 + step)))
        losses.append(loss.item())
        seen += sum(len(example.source) + len(example.target) for example in batch)
        done = step + 1
        stopping = done == recipe.steps or (stop_after is not None and done - first >= stop_after)
        if done % log_steps == 0 or stopping:
            seconds = time.monotonic() - began
            row = {"step": done, "loss": sum(losses) / len(losses), "tokens_per_second": seen / seconds}
            if done % (log_steps * 10) == 0 or done == recipe.steps:
                row |= evaluate(network, held_out, recipe)
            remaining = (recipe.steps - done) * seconds / (done - first)
            _log(out, row)
            report(" ".join([*(f"{key} {value:.4g}" for key, value in row.items()), f"remaining {remaining / 60:.0f} min"]))
            losses = []
        if stopping or time.monotonic() - saved > save_seconds:
            checkpoint.save(out, _state(done, recipe, network, optimizers, average))
            saved = time.monotonic()
        if stopping:
            return


@cache
def fast_bf16() -> bool:
    """Whether this machine multiplies bf16 matrices faster than fp32, by trying: having the instructions is no promise.

    Clearly faster, so that a run and its resumption choose alike.
    """
    return torch.cuda.is_available() or _seconds_of_product(torch.bfloat16) < 0.7 * _seconds_of_product(torch.float32)


def _seconds_of_product(kind: torch.dtype, size: int = 512, times: int = 5) -> float:
    matrix = torch.ones(size, size, dtype=kind)
    matrix @ matrix
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        matrix @ matrix
        taken.append(time.perf_counter() - began)
    return min(taken)


def encoded(example: Example, tokenizer: Tokenizer) -> Encoded:
    """The example's ids; both sides end with the end token."""
    source, target = (tokenizer.encode(" ".join(side)).ids for side in (example.source, example.target))
    return Encoded(tuple(source), tuple(target))


def loss_of(network: Any, batch: Sequence[Encoded], smoothing: float = 0.0) -> torch.Tensor:
    """Mean cross-entropy per target token, padding left out."""
    source, target = _padded([e.source for e in batch], 0), _padded([e.target for e in batch], -100)
    logits = network(input_ids=source, attention_mask=(source != 0).long(), labels=target).logits
    flat = logits.flatten(0, 1).float()
    return torch.nn.functional.cross_entropy(flat, target.flatten(), ignore_index=-100, label_smoothing=smoothing)


@torch.no_grad()
def evaluate(network: Any, held_out: Sequence[Encoded], recipe: Recipe) -> dict[str, float]:
    """Loss and share of right tokens and of wholly right targets on `held_out`, given the true tokens before each."""
    network.eval()
    losses, right, tokens, whole, count = 0.0, 0, 0, 0, 0
    for start in range(0, len(held_out), 16):
        batch = held_out[start : start + 16]
        source, target = _padded([e.source for e in batch], 0), _padded([e.target for e in batch], -100)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=fast_bf16()):
            logits = network(input_ids=source, attention_mask=(source != 0).long(), labels=target).logits.float()
        mask = target != -100
        hits = (logits.argmax(-1) == target) & mask
        losses += float(torch.nn.functional.cross_entropy(logits.flatten(0, 1), target.flatten(), ignore_index=-100, reduction="sum"))
        right += int(hits.sum())
        tokens += int(mask.sum())
        whole += int((hits.sum(1) == mask.sum(1)).sum())
        count += len(batch)
    network.train()
    return {"held_out_loss": losses / tokens, "token_accuracy": right / tokens, "exact": whole / count} if count else {}


def _split(data: list[tuple[Encoded, int]], recipe: Recipe) -> tuple[list[Encoded], list[Encoded]]:
    """What is trained on, repeated as the recipe says, and what is held out."""
    order = list(range(len(data)))
    random.Random(recipe.seed).shuffle(order)
    held = set(order[: min(400, len(data) // 50)])
    seen = [example for i, (example, times) in enumerate(data) if i not in held for _ in range(times)]
    return seen, [data[i][0] for i in sorted(held)]


def _padded(rows: Sequence[Sequence[int]], filler: int) -> torch.Tensor:
    width = max(map(len, rows))
    return torch.tensor([[*row, *[filler] * (width - len(row))] for row in rows])


def _move(average: dict[str, torch.Tensor], network: Any, decay: float) -> None:
    with torch.no_grad():
        names, kept = list(average), list(average.values())
        weights = dict(network.named_parameters())
        torch._foreach_lerp_(kept, [weights[name].detach() for name in names], 1 - decay)


def _state(step: int, recipe: Recipe, network: Any, optimizers: Sequence[Any], average: dict[str, torch.Tensor]) -> dict[str, Any]:
    return {
        "step": step,
        "recipe": asdict(recipe),
        "network": network.state_dict(),
        "optimizers": [optimizer.state_dict() for optimizer in optimizers],
        "average": average,
        "random": torch.get_rng_state(),
    }


def _resume(out: Path, recipe: Recipe, network: Any, optimizers: Sequence[Any], average: dict[str, torch.Tensor]) -> int:
    state = checkpoint.load(out)
    if state is None:
        return 0
    if state["recipe"] != asdict(recipe):
        raise UsageError("the checkpoint belongs to another recipe", path=str(out), help="give another --out, or delete the folder")
    network.load_state_dict(state["network"])
    for optimizer, saved in zip(optimizers, state["optimizers"], strict=True):
        optimizer.load_state_dict(saved)
    for name, weight in state["average"].items():
        average[name].copy_(weight)
    torch.set_rng_state(state["random"])
    return int(state["step"])


def _log(out: Path, row: dict[str, float]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    with (out / LOG).open("a", encoding="utf-8") as sink:
        sink.write(json.dumps(row) + "\n")

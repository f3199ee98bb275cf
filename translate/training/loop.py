"""The training loop: a function of recipe and data, killed and resumed at any step with the same loss curve."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from accelerate import Accelerator
from accelerate.utils import DistributedDataParallelKwargs, broadcast_object_list
from tokenizers import Tokenizer

from translate.errors import UsageError
from translate.source.entities import ENTITIES
from translate.training import checkpoint
from translate.training.batches import Cursor, Encoded, Feed, longest_at
from translate.training.evaluation import averaged, evaluate
from translate.training.examples import Example
from translate.training.logs import LOG, Logs, Report, to_terminal
from translate.training.losses import Learner, target_count, token_count
from translate.training.machine import agreed_bf16
from translate.training.network import new_network, optimisers, peaks
from translate.training.objectives import WRITES, Material, Objective, open_objective
from translate.training.objectives.pairs import held_out
from translate.training.recipes import Recipe
from translate.training.schedule import Clock, Place, place_at, rate_at
from translate.training.sharding import local, replica, shard, spread
from translate.training.state import state_of, take_over

__all__ = ["LOG", "Plan", "train"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a call decides besides recipe and data."""

    minutes: float | None = None
    """Wall-clock length of the whole run, which the schedule then follows; None: the recipe's steps."""
    rate: float = 1.0
    """Factor on all learning rates."""
    start: Path | None = None
    """Run, or transformers folder, whose weights are the first ones."""
    save_seconds: float = 240.0
    log_steps: int = 50
    evaluate_steps: int = 500
    stop_after: int | None = None
    """Ends the call after that many steps, as a kill would, at a checkpoint."""
    tensorboard: bool = True
    sharded: bool = False
    """Whether the processes share weights, gradients and moments out instead of each having all of them."""
    tokens: int | None = None
    """Length of the whole run in tokens read and written, which the schedule then follows."""


def train(
    recipe: Recipe,
    examples: Sequence[Example] | Material,
    tokenizer: Tokenizer,
    out: Path,
    *,
    plan: Plan = Plan(),
    report: Report = to_terminal,
    network: Any = None,
    measure: Callable[[Any], Mapping[str, float]] | None = None,
    **changes: Any,
) -> None:
    """Train to the recipe's end, or from the checkpoint in `out` on; leaves the final checkpoint there.

    `measure` looks at the averaged network at every evaluation; `changes` are fields of the plan. Raises UsageError for an empty
    data set, a checkpoint of another recipe or tokenizer, a disk without room, or a loss that is not a number.
    """
    material = examples if isinstance(examples, Material) else Material(tokenizer, examples)
    learner = learner_for(recipe, material, network)
    Training(recipe, material, learner, out, replace(plan, **changes), report, measure).run()


def learner_for(recipe: Recipe, material: Material, network: Any = None) -> Learner:
    """What is trained: `network`, or one made afresh."""
    network = network if network is not None else new_network(recipe, material.tokenizer.get_vocab_size())
    named = any(stage.objective == "aer" for stage in recipe.stages)
    config = network.config
    return Learner(network, width=getattr(config, "d_model", 0), entities=len(ENTITIES) + 1 if named else 0, pad=config.pad_token_id)


class Training:
    """A run under way: what the next step depends on, all of which is in its checkpoint."""

    def __init__(
        self,
        recipe: Recipe,
        material: Material,
        learner: Learner,
        out: Path,
        plan: Plan,
        report: Report = to_terminal,
        measure: Callable[[Any], Mapping[str, float]] | None = None,
    ) -> None:
        self.recipe, self.material, self.out, self.plan, self.measure = recipe, material, out, plan, measure
        # Objectives that train the encoder alone leave the decoder without gradients.
        unused = DistributedDataParallelKwargs(find_unused_parameters=any(stage.objective != "pairs" for stage in recipe.stages))
        state = checkpoint.load(out)
        learner.bf16 = agreed_bf16(state)
        precision = "bf16" if learner.bf16 else "no"
        self.accelerator = Accelerator(cpu=not torch.cuda.is_available(), mixed_precision=precision, kwargs_handlers=[unused])
        if state is None and plan.start:
            checkpoint.start_from(plan.start, learner.network, material.tokenizer)
        self.learner = learner
        # What writes answers: of shared-out weights, nobody can ask alone.
        self.speaker = replica(learner, self.accelerator.device) if plan.sharded else learner
        self._prepare()
        self.average = {name: weight.detach().clone() for name, weight in learner.network.named_parameters() if weight.requires_grad}
        self.step, self.tokens, self.stage_began, self.best, self.worse = 0, 0, 0, math.inf, 0
        elapsed, self.cursor = 0.0, Cursor()
        if state is not None:
            elapsed = take_over(self, state)
        self.clock = Clock(recipe, plan.minutes, elapsed, plan.tokens)
        self.held_out = held_out(material, recipe) if material.examples or material.encoded else []
        self.objective: Objective | None = None
        self.logs = Logs(out, report, tensorboard=plan.tensorboard) if self.accelerator.is_main_process else None

    def _prepare(self) -> None:
        if self.plan.sharded:
            shard(self.learner, self.recipe)
            self.wrapped: Any = self.learner
        else:
            self.wrapped = self.accelerator.prepare(self.learner)
        self.optimizers = [self.accelerator.prepare(one) for one in optimisers(self.learner, self.recipe, self.learner.bf16)]

    def run(self) -> None:
        """Step until the end, the stop that was asked for, or until nothing gets better."""
        first, before, began, saved = self.step, self.tokens, time.monotonic(), time.monotonic()
        losses: list[float] = []
        while (share := self._share()) < 1:
            place = place_at(share, self.recipe.stages)
            self._enter(place.stage)
            losses.append(self._take_step(place, share))
            share = self._share()
            stopping = share >= 1 or (self.plan.stop_after is not None and self.step - first >= self.plan.stop_after)
            if self.step % self.plan.log_steps == 0 or stopping:
                speed = (self.tokens - before) / (time.monotonic() - began)
                row = {"step": self.step, "loss": sum(losses) / len(losses), "tokens_per_second": speed, "stage": self._stage_name(place)}
                if self.step % self.plan.evaluate_steps == 0 or share >= 1:
                    row |= self._evaluate()
                remaining = (time.monotonic() - began) / (self.step - first) * (self.recipe.steps - self.step)
                self._log(row, remaining if self.plan.minutes is None else 60 * self.plan.minutes - self.clock.elapsed)
                losses = []
            stopping |= bool(self.recipe.patience) and self.worse >= self.recipe.patience
            if stopping or self._agreed(time.monotonic() - saved > self.plan.save_seconds):
                self.save()
                saved = time.monotonic()
            if stopping:
                break
        if self.logs:
            self.logs.close()

    def _take_step(self, place: Place, share: float) -> float:
        """One optimiser step; the mean loss a target."""
        rate = self.plan.rate * rate_at(place, self.step - self.stage_began, self.recipe)
        for optimizer, peak in zip(self.optimizers, peaks(self.recipe, len(self.optimizers)), strict=True):
            for group in optimizer.param_groups:
                group["lr"] = peak * rate
        before = self.feed.cursor
        parts = [self._own_part(longest_at(share, self.recipe)) for _ in range(self.recipe.accumulate)]
        counts = torch.tensor([sum(target_count(part) for part in parts), sum(map(token_count, parts))], device=self.accelerator.device)
        count, tokens = (int(number) for number in self.accelerator.reduce(counts, "sum"))
        total = torch.zeros((), device=self.accelerator.device)
        for number, part in enumerate(parts):
            quiet = self.accelerator.no_sync(self.wrapped) if number + 1 < len(parts) else nullcontext()
            with quiet, self.accelerator.autocast():
                loss = self.wrapped(self.objective, part or self._placeholder(parts)) * (1.0 if part else 0.0)
                # Gradients are averaged over processes: the mean is over the targets of all of them.
                self.accelerator.backward(loss * (self.accelerator.num_processes / max(1, count)))
            total += loss.detach()
        mean = float(self.accelerator.reduce(total, "sum")) / max(1, count)
        if not math.isfinite(mean):
            self._give_up(mean, before)
        self.accelerator.clip_grad_norm_(self.wrapped.parameters(), 1.0)
        for optimizer in self.optimizers:
            optimizer.step()
            optimizer.zero_grad()
        self._move()
        self.step += 1
        self.tokens += tokens
        return mean

    def _own_part(self, longest: float) -> list[Encoded]:
        """This process's share of the next batch."""
        at, numbers = self.feed.next(longest)
        own = numbers[self.accelerator.process_index :: self.accelerator.num_processes]
        assert self.objective is not None
        if self.plan.sharded and self.recipe.stages[at.stage].objective in WRITES:
            spread(self.learner.network.named_parameters(), self.speaker)
        return self.objective.batch(own, at, self.speaker) if own else []

    def _placeholder(self, parts: Sequence[Sequence[Encoded]]) -> list[Encoded]:
        """Something to pass through the network where a process has no example of its own, for nothing."""
        return next((list(part[:1]) for part in parts if part), [Encoded([1], [1])])

    def _give_up(self, loss: float, before: Cursor) -> None:
        """Keep the weights from before this step, and say so."""
        self.feed.cursor = before
        self.save()
        raise UsageError(
            f"the loss is {loss} at step {self.step}",
            path=str(self.out),
            help="the step was not taken; go on with a lower rate: --rate 0.3",
        )

    def _enter(self, stage: int) -> None:
        if self.objective is not None and self.cursor.stage == stage:
            return
        if self.cursor.stage != stage:
            self.cursor, self.stage_began = Cursor(stage), self.step
        self.objective = open_objective(self.recipe.stages[stage].objective, self.material, self.recipe)
        self.feed = Feed(self.objective.sizes, self.recipe, self.cursor)

    def _evaluate(self) -> dict[str, float]:
        found: dict[str, float] = {}
        if self.plan.sharded:
            spread(self.average.items(), self.speaker)
        if self.accelerator.is_main_process:
            with averaged(self.speaker.network, {} if self.plan.sharded else self.average):
                found = evaluate(self.speaker, self.held_out)
                if self.measure:
                    found |= self.measure(self.speaker.network)
        self.accelerator.wait_for_everyone()
        loss = self._same(found.get("held_out_loss", 0.0))
        self.worse = 0 if loss < self.best else self.worse + 1
        self.best = min(self.best, loss)
        return found

    def _move(self) -> None:
        """The moving average, which follows closely while a run is young."""
        decay = min(self.recipe.average, (1 + self.step) / (10 + self.step))
        weights = dict(self.learner.network.named_parameters())
        own = [local(weights[name].detach()) for name in self.average]
        torch._foreach_lerp_(list(map(local, self.average.values())), own, 1 - decay)

    def _share(self) -> float:
        return self._same(self.clock.share(self.step, self.tokens))

    def _agreed(self, wanted: bool) -> bool:
        return bool(self._same(float(wanted)))

    def _same(self, value: float) -> float:
        """The main process's value, everywhere: clocks differ."""
        if self.accelerator.num_processes == 1:
            return value
        values = [value]
        broadcast_object_list(values)
        return values[0]

    def _stage_name(self, place: Place) -> str:
        return self.recipe.stages[place.stage].objective

    def _log(self, row: Mapping[str, Any], remaining: float) -> None:
        try:
            if self.logs:
                self.logs.write(row, remaining)
        except OSError as fault:
            raise UsageError(f"the log cannot be written: {fault}", path=str(self.out), help="make room on the disk and resume") from fault

    def save(self) -> None:
        """Write the checkpoint; one process does it for all."""
        self.cursor = self.feed.cursor
        state = state_of(self)
        if self.accelerator.is_main_process:
            checkpoint.save(self.out, state)
        self.accelerator.wait_for_everyone()

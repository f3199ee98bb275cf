"""What a checkpoint holds of a run under way, and how a run takes it over; whole weights, however many processes share them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import torch

from translate.errors import UsageError
from translate.training import checkpoint
from translate.training.batches import Cursor
from translate.training.recipes import recipe_of
from translate.training.sharding import dealt, whole

if TYPE_CHECKING:
    from translate.training.loop import Training


def state_of(run: Training) -> dict[str, Any]:
    """All that the run's next step depends on. Every process has to ask, where weights are shared out."""
    network = run.learner.network
    trained = network.state_dict()
    if any(not weight.requires_grad for weight in network.parameters()):
        trained = {name: weight.detach() for name, weight in network.named_parameters() if weight.requires_grad}
    state = {
        "step": run.step,
        "tokens": run.tokens,
        "recipe": asdict(run.recipe),
        "pieces": run.material.tokenizer.get_vocab_size(),
        "network": trained,
        "entities": run.learner.entities.state_dict() if run.learner.entities else None,
        "optimizers": [optimizer.state_dict() for optimizer in run.optimizers],
        "average": run.average,
        "random": torch.get_rng_state(),
        "cursor": asdict(run.feed.cursor),
        "bf16": run.learner.bf16,
        "elapsed": run.clock.elapsed,
        "stage_began": run.stage_began,
        "best": run.best,
        "worse": run.worse,
    }
    found: dict[str, Any] = whole(state)
    return found


def take_over(run: Training, state: Mapping[str, Any]) -> float:
    """Go on from `state`; the seconds trained before it. Raises UsageError where it belongs to another run."""
    if recipe_of(state["recipe"], run.out) != run.recipe:
        raise UsageError("the checkpoint belongs to another recipe", path=str(run.out), help="give another --out, or delete the folder")
    checkpoint.fit(state, run.learner.network, run.material.tokenizer, run.out)
    try:
        _load_weights(run.learner.network, state["network"])
        if run.learner.entities and state["entities"]:
            _load_weights(run.learner.entities, state["entities"])
        for optimizer, saved in zip(run.optimizers, state["optimizers"], strict=True):
            _load_optimiser(optimizer, saved)
        if state["average"].keys() != run.average.keys():
            raise ValueError("its average is of other weights")
        with torch.no_grad():
            for name, weight in state["average"].items():
                run.average[name].copy_(dealt(weight, run.average[name]))
        torch.set_rng_state(state["random"])
        cursor = Cursor(**state["cursor"])
    except (KeyError, TypeError, ValueError, RuntimeError, AttributeError) as fault:
        raise UsageError(
            f"the checkpoint does not fit this run: {type(fault).__name__}: {fault}",
            path=str(run.out / checkpoint.STATE),
            help="go on with the version that wrote it, or start afresh with another --out",
        ) from fault
    run.step, run.stage_began, run.tokens = int(state["step"]), int(state["stage_began"]), int(state.get("tokens", 0))
    run.best, run.worse, run.cursor = state["best"], state["worse"], cursor
    return float(state["elapsed"])


def _load_weights(module: torch.nn.Module, saved: Mapping[str, torch.Tensor]) -> None:
    own = module.state_dict()
    module.load_state_dict({name: dealt(weight, own[name]) for name, weight in saved.items()}, strict=False)


def _load_optimiser(optimizer: torch.optim.Optimizer, saved: Mapping[str, Any]) -> None:
    weights = [weight for group in optimizer.param_groups for weight in group["params"]]
    if len(saved["state"]) > len(weights):
        raise ValueError(f"it has moments of {len(saved['state'])} weights, the run {len(weights)}")
    state = {
        number: {name: dealt(value, weights[number]) for name, value in moments.items()} for number, moments in saved["state"].items()
    }
    optimizer.load_state_dict({**saved, "state": state})

"""Weights shared out over processes (FSDP2): each holds its part of every weight, gradient and moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

import torch
from torch.distributed.tensor import DTensor, distribute_tensor

from translate.errors import UsageError
from translate.training.losses import Learner
from translate.training.recipes import Recipe


def shard(learner: Learner, recipe: Recipe) -> None:
    """Share the learner's weights out, block by block. Raises UsageError for a recipe that needs whole matrices, or without processes."""
    from torch.distributed.device_mesh import init_device_mesh
    from torch.distributed.fsdp import fully_shard

    if recipe.muon:
        raise UsageError(
            "Muon needs whole matrices, so its weights cannot be sharded",
            path=recipe.name,
            help="choose a recipe of AdamW alone, such as large, or leave out --sharded",
        )
    if not torch.distributed.is_initialized():
        told = "one process has nobody to share weights with"
        raise UsageError(told, path=recipe.name, help="start it by torchrun, or leave out --sharded")
    kind = "cuda" if torch.cuda.is_available() else "cpu"
    learner.to(kind)
    mesh = init_device_mesh(kind, (torch.distributed.get_world_size(),))
    for part in (learner.network.encoder, learner.network.decoder):
        for block in part.block:
            fully_shard(block, mesh=mesh)
    fully_shard(learner, mesh=mesh)


def whole(value: Any) -> Any:
    """`value` with every shared-out tensor in it put together, on the processor; all processes have to ask, in the same order."""
    if isinstance(value, DTensor):
        return value.full_tensor().detach().cpu()
    if isinstance(value, Mapping):
        return {key: whole(one) for key, one in value.items()}
    if isinstance(value, list):
        return [whole(one) for one in value]
    return value


def dealt(value: Any, like: torch.Tensor) -> Any:
    """This process's part of `value`, where `like` is shared out and of its shape; else `value`."""
    if not isinstance(like, DTensor) or not isinstance(value, torch.Tensor) or value.shape != like.shape:
        return value
    # Every process has read the same file, so that none has to send.
    return distribute_tensor(value.to(like.device), like.device_mesh, like.placements, src_data_rank=None)


def local(weight: torch.Tensor) -> torch.Tensor:
    """This process's part of a weight; the weight where it is whole."""
    return weight.to_local() if isinstance(weight, DTensor) else weight


def replica(learner: Learner, device: torch.device) -> Learner:
    """A copy with whole weights, for what one process asks of the model alone; to be made before they are shared out."""
    return deepcopy(learner).to(device)


@torch.no_grad()
def spread(weights: Iterable[tuple[str, torch.Tensor]], speaker: Learner) -> None:
    """Give the replica these weights of its network; all processes have to ask."""
    own = dict(speaker.network.named_parameters())
    for name, weight in weights:
        own[name].copy_(weight.full_tensor() if isinstance(weight, DTensor) else weight)

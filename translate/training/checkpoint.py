"""A run's state on disk: written whole or not at all, so that a kill at any moment costs the steps since the last one."""

from __future__ import annotations

import os
import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from tokenizers import Tokenizer

from translate.errors import UsageError

STATE = "state.pt"
FIELDS = frozenset(
    "step recipe pieces network entities optimizers average random cursor bf16 elapsed stage_began best worse".split()
)
"""What every checkpoint has."""
TOKENIZER = "tokenizer.json"


def save(folder: Path, state: dict[str, Any]) -> None:
    """Replace the checkpoint in `folder` by `state`. Raises UsageError where it cannot be written; the earlier one is then still there."""
    temporary = folder / f"{STATE}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as sink:
            torch.save(state, sink)
            sink.flush()
            os.fsync(sink.fileno())
        temporary.replace(folder / STATE)
    except (OSError, RuntimeError) as fault:
        temporary.unlink(missing_ok=True)
        kept = "the checkpoint before it is kept" if (folder / STATE).exists() else "there is none before it"
        raise UsageError(
            f"no checkpoint of step {state['step']} could be written, {kept}: {fault}",
            path=str(folder / STATE),
            help="make room on the disk and give the same command again: it goes on from the checkpoint",
        ) from fault


def load(folder: Path) -> dict[str, Any] | None:
    """The state saved in `folder`; None where there is none. Raises UsageError for a file that is cut short, or of another make."""
    path = folder / STATE
    if not path.exists():
        return None
    try:
        state: Any = torch.load(path, map_location="cpu", weights_only=True)
    except (RuntimeError, EOFError, ValueError, OSError, pickle.UnpicklingError) as fault:
        said = str(fault).partition("\n")[0]
        raise UsageError(f"the checkpoint cannot be read: {said}", path=str(path), help="delete it to start this run afresh") from fault
    lacking = sorted(FIELDS.difference(state)) if isinstance(state, dict) else sorted(FIELDS)
    if lacking:
        raise UsageError(
            f"the checkpoint has no '{lacking[0]}': it is from another version, or another program",
            path=str(path),
            help="go on with the version that wrote it, or delete it to start this run afresh",
        )
    found: dict[str, Any] = state
    return found


def start_from(place: Path, network: Any, tokenizer: Tokenizer) -> None:
    """Give `network` the averaged weights of the run, or those of the transformers folder, in `place`.

    Raises UsageError where it holds neither, or weights or a tokenizer that do not fit.
    """
    state = load(place)
    weights = state["average"] if state is not None else _exported(place)
    other = place / TOKENIZER
    if other.is_file() and Tokenizer.from_file(str(other)).get_vocab() != tokenizer.get_vocab():
        raise UsageError("was trained with another tokenizer", path=str(place), help=f"give its own: --tokenizer {other}")
    fit({"network": weights, "pieces": tokenizer.get_vocab_size()}, network, tokenizer, place)
    network.load_state_dict(weights, strict=False)


def fit(state: Mapping[str, Any], network: Any, tokenizer: Tokenizer, place: Path) -> None:
    """Raise UsageError unless tokenizer and weights belong to `network`."""
    pieces = tokenizer.get_vocab_size()
    if state.get("pieces", pieces) != pieces:
        raise UsageError(
            f"the weights know {state['pieces']} pieces, the tokenizer has {pieces}",
            path=str(place),
            help="train on with the tokenizer that the run began with",
        )
    own = {name: tuple(weight.shape) for name, weight in network.state_dict().items()}
    for name, weight in state["network"].items():
        if name not in own:
            raise UsageError(
                f"the weights are of another network: {name}", path=str(place), help="choose the recipe that they were trained with"
            )
        if own[name] != tuple(weight.shape):
            raise UsageError(
                f"{name} has the shape {tuple(weight.shape)}, the network's {own[name]}",
                path=str(place),
                help="choose the recipe, and the tokenizer, that the weights were trained with",
            )


def _exported(folder: Path) -> dict[str, torch.Tensor]:
    path = folder / "model.safetensors"
    if not path.is_file():
        raise UsageError("no weights to start from", path=str(folder), help="name the folder of a run, or one that `export` wrote")
    try:
        return {name: weight.float() for name, weight in load_file(path).items()}
    except SafetensorError as fault:
        raise UsageError(f"the weights cannot be read: {fault}", path=str(path), help="export them again") from fault

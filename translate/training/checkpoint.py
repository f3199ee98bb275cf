"""A run's state on disk: written whole or not at all, so that a kill at any moment costs the steps since the last one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import torch

from translate.errors import UsageError

STATE = "state.pt"


def save(folder: Path, state: dict[str, Any]) -> None:
    """Replace the checkpoint in `folder` by `state`."""
    folder.mkdir(parents=True, exist_ok=True)
    temporary = folder / f"{STATE}.part"
    with temporary.open("wb") as sink:
        torch.save(state, sink)
        sink.flush()
        os.fsync(sink.fileno())
    temporary.replace(folder / STATE)


def load(folder: Path) -> dict[str, Any] | None:
    """The state saved in `folder`; None where there is none. Raises UsageError for a file that is cut short."""
    path = folder / STATE
    if not path.exists():
        return None
    try:
        state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    except (RuntimeError, EOFError, ValueError, OSError) as fault:
        raise UsageError(f"the checkpoint cannot be read: {fault}", path=str(path), help="delete it to start this run afresh") from fault
    return state

"""What this machine is fast at."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import cache
from typing import Any

import torch
from accelerate import PartialState
from accelerate.utils import broadcast_object_list


@cache
def fast_bf16() -> bool:
    """Whether this machine multiplies bf16 matrices faster than fp32, by trying: having the instructions is no promise.

    Clearly faster, so that a run and its resumption choose alike.
    """
    return torch.cuda.is_available() or seconds_of_product(torch.bfloat16) < 0.7 * seconds_of_product(torch.float32)


def seconds_of_product(kind: torch.dtype, size: int = 512, times: int = 5) -> float:
    """Processor time of the best of a few products of square matrices; neighbours on the machine do not count."""
    matrix = torch.ones(size, size, dtype=kind)
    matrix @ matrix
    taken = []
    for _ in range(times):
        began = time.process_time()
        matrix @ matrix
        taken.append(time.process_time() - began)
    return min(taken)


def agreed_bf16(state: Mapping[str, Any] | None) -> bool:
    """Whether a run computes in bf16: as it began; at its start as the main process's machine is fast at."""
    if state is not None:
        return bool(state["bf16"])
    processes = PartialState(cpu=not torch.cuda.is_available())
    chosen = [fast_bf16()]
    if processes.num_processes > 1:
        broadcast_object_list(chosen)
    return chosen[0]

"""What this machine is fast at."""

from __future__ import annotations

import time
from functools import cache

import torch


@cache
def fast_bf16() -> bool:
    """Whether this machine multiplies bf16 matrices faster than fp32, by trying: having the instructions is no promise.

    Clearly faster, so that a run and its resumption choose alike.
    """
    return torch.cuda.is_available() or seconds_of_product(torch.bfloat16) < 0.7 * seconds_of_product(torch.float32)


def seconds_of_product(kind: torch.dtype, size: int = 512, times: int = 5) -> float:
    """The best of a few products of square matrices."""
    matrix = torch.ones(size, size, dtype=kind)
    matrix @ matrix
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        matrix @ matrix
        taken.append(time.perf_counter() - began)
    return min(taken)

"""Muon for weight matrices, in the precision that the processor is fast at (torch's own always computes in bf16)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch

from translate.training.machine import fast_bf16

COEFFICIENTS = (3.4445, -4.7750, 2.0315)
"""Of the quintic iteration that pushes all singular values towards one; Keller Jordan 2024."""
ITERATIONS = 5


class Muon(torch.optim.Optimizer):
    """Nesterov momentum whose update is made orthogonal; scaled to the size of AdamW's (Liu et al. 2025)."""

    def __init__(self, weights: Iterable[torch.Tensor], lr: float, momentum: float = 0.95, bf16: bool = False) -> None:
        super().__init__(weights, {"lr": lr, "momentum": momentum})
        self._kind = torch.bfloat16 if bf16 else torch.float32

    @torch.no_grad()
    def step(self, closure: Any = None) -> None:  # type: ignore[override]
        """Move every weight that has a gradient; matrices of one shape are handled together."""
        for group in self.param_groups:
            shapes: dict[tuple[int, ...], list[torch.Tensor]] = {}
            for weight in group["params"]:
                if weight.grad is not None:
                    shapes.setdefault(tuple(weight.shape), []).append(weight)
            for (rows, columns), weights in shapes.items():
                updates = torch.stack([self._with_momentum(weight, group["momentum"]) for weight in weights])
                scale = group["lr"] * 0.2 * max(rows, columns) ** 0.5
                for weight, update in zip(weights, orthogonal(updates.to(self._kind)), strict=True):
                    weight.add_(update.to(weight.dtype), alpha=-scale)

    def _with_momentum(self, weight: torch.Tensor, momentum: float) -> torch.Tensor:
        assert weight.grad is not None
        state = self.state[weight]
        if "momentum" not in state:
            state["momentum"] = torch.zeros_like(weight.grad)
        state["momentum"].lerp_(weight.grad, 1 - momentum)
        return weight.grad.lerp(state["momentum"], momentum)


def orthogonal(matrices: torch.Tensor) -> torch.Tensor:
    """Matrices of shape (count, rows, columns) with the singular vectors of the given ones and singular values near one."""
    a, b, c = COEFFICIENTS
    tall = matrices.shape[1] > matrices.shape[2]
    x = matrices.transpose(1, 2) if tall else matrices
    # The iteration forgives rounding: half the time where the processor is fast at bf16.
    x = (x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)).to(torch.bfloat16 if fast_bf16() else x.dtype)
    for _ in range(ITERATIONS):
        gram = x @ x.transpose(1, 2)
        x = a * x + (b * gram + c * gram @ gram) @ x
    result: torch.Tensor = x.transpose(1, 2) if tall else x
    return result

"""Host functions around translated kernels: memory, launch and errors, under the name and signature of the original."""

from __future__ import annotations

from collections.abc import Mapping

from translate.host.arguments import read_pair
from translate.host.launch import Launch
from translate.host.launch import launch as _launch
from translate.host.launch import walks as _walks

__all__ = ["Launch", "arguments", "launch_extents"]


def launch_extents(original: str, kernel: str, stated: Mapping[str, str] | None = None) -> Launch:
    """How many threads the kernel needs to do what the original does."""
    pair = read_pair(original, kernel)
    if pair is None:
        return Launch(("0", "0", "0"), (1, 1, 1), missing=("threads.x",))
    return _launch(pair, *_walks(pair), stated or {})


def arguments(original: str, kernel: str) -> dict[str, str | None]:
    """For each parameter of the kernel, what it takes of the original's: a name or an expression; None where nothing fits."""
    pair = read_pair(original, kernel)
    if pair is None:
        return {}
    taken = pair.taken
    return {p.name: taken[p.name].name if p.is_array and p.name in taken else pair.expression(p) for p in pair.kernel.parameters}

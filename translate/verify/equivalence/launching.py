"""How a kernel is launched to be compared: enough threads and more, in blocks of several shapes, or exactly as many as it trusts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations
from math import prod

from translate.source.threads import ThreadUse
from translate.source.usage import Usage, integer_value

Triple = tuple[int, int, int]
MOST_THREADS = 1 << 21
MOST_BESIDE_EACH_OTHER = 70_000
BLOCK = 1_024
WARP = 32
SHAPES: dict[int, tuple[Triple, ...]] = {
    1: ((32, 1, 1), (128, 1, 1), (1, 1, 1)),
    2: ((8, 4, 1), (3, 5, 1)),
    3: ((4, 2, 3), (2, 3, 2)),
}
COOPERATING: tuple[Triple, ...] = ((256, 1, 1), (64, 1, 1), (16, 16, 1), (32, 32, 1), (8, 8, 1))


@dataclass(frozen=True, slots=True)
class Launch:
    """Blocks, threads of a block, and bytes of dynamic shared memory."""

    grid: Triple
    threads: Triple
    shared: int = 0

    def __str__(self) -> str:
        return f"<<<{_short(self.grid)}, {_short(self.threads)}{f', {self.shared}' if self.shared else ''}>>>"


@dataclass(frozen=True, slots=True)
class Scheme:
    """A way to launch for every case; no launch where there is nothing to do."""

    launches: Callable[[Mapping[str, int]], list[Launch] | None]
    """None where the case's numbers do not tell how many threads are needed."""
    trusted: bool
    """Whether the kernel is right only for exactly this many threads."""


def schemes(use: ThreadUse, loops: Usage, known: frozenset[str]) -> Iterator[Scheme]:
    """What to try, in order; a kernel passes when it agrees in all launches of one of them. `known` are the numbers it is given."""
    axes = [axis for axis in "xyz" if use.axis(axis) and not _flattened(use, axis)]
    if use.cooperates:
        yield from (_cooperating(shape, use, axes, loops) for shape in _block_shapes(use))
        return
    if not axes:
        yield Scheme(lambda names: [Launch((1, 1, 1), (1, 1, 1))], trusted=True)
        return
    apart = any({"threadIdx", "blockIdx"} <= use.axis(axis) and "blockDim" not in use.axis(axis) for axis in axes)
    can_guard = bool(loops.extents) and _named(loops) and _names_of(loops) <= known
    if not apart and (use.guarded or can_guard or not loops.extents):
        yield Scheme(lambda names: _more_than_enough(use, axes, loops, names), trusted=False)
    if apart or not can_guard:
        for order in range(len(_orders(2 if apart else len(axes)))):
            yield Scheme(lambda names, order=order: _exact(use, axes, loops, names, order, apart), trusted=True)  # type: ignore[misc]


def _flattened(use: ThreadUse, axis: str) -> bool:
    """Whether the axis only counts blocks on, as in `blockIdx.x + blockIdx.y * gridDim.x`."""
    return axis != "x" and bool(use.axis(axis)) and use.axis(axis) <= {"blockIdx", "gridDim"} and "gridDim.x" in use.coordinates


def _more_than_enough(use: ThreadUse, axes: list[str], loops: Usage, names: Mapping[str, int]) -> list[Launch] | None:
    enough = _enough(axes, loops, names)
    if enough > MOST_THREADS:
        return None
    found: list[Launch] = []
    for shape in SHAPES[max(len(axes), 1)]:
        if prod(shape) == 1 and enough > BLOCK:
            continue
        if enough <= MOST_BESIDE_EACH_OTHER or not found:
            found.append(_covering(use, axes, enough, shape))
    if use.strided and len(axes) == 1:
        few, wide = (1 if name not in use.axis(axes[0]) else count for name, count in (("blockIdx", 2), ("threadIdx", 8)))
        found.append(Launch(_on(axes[0], few), _on(axes[0], wide)))
    if any(_flattened(use, axis) for axis in "yz"):
        last = found[0]
        found.append(Launch((max(last.grid[0] // 2, 1) + 1, 2, 1), last.threads))
    return found


def _covering(use: ThreadUse, axes: list[str], enough: int, shape: Triple) -> Launch:
    grid, threads = [1, 1, 1], [1, 1, 1]
    for position, axis in enumerate(axes):
        at, words = "xyz".index(axis), use.axis(axis)
        if "blockIdx" not in words:
            threads[at] = min(shape[position] if use.strided else enough + 1, BLOCK)
        elif "threadIdx" not in words:
            grid[at] = enough + 1
        else:
            threads[at] = shape[position]
            grid[at] = enough // shape[position] + 1
    while prod(threads) > BLOCK:
        threads[threads.index(max(threads))] //= 2
    return Launch((grid[0], grid[1], grid[2]), (threads[0], threads[1], threads[2]))


def _enough(axes: list[str], loops: Usage, names: Mapping[str, int]) -> int:
    """At least as many threads as the loops have iterations, on each axis."""
    numbers = [value for value in names.values() if value > 0]
    values = _known_values(loops, names)
    nests = [[size for text in nest if (size := integer_value(text, values)) is not None and size > 0] for nest in loops.extents]
    single = max([1, *numbers, *loops.constants, *(size for nest in nests for size in nest)])
    if len(axes) > 1:
        return single
    together = min(prod(value + 1 for value in numbers), MOST_BESIDE_EACH_OTHER)
    return max(single, together, *(min(prod(nest), MOST_THREADS) for nest in nests), 1)


def _exact(use: ThreadUse, axes: list[str], loops: Usage, names: Mapping[str, int], order: int, apart: bool) -> list[Launch] | None:
    values = _known_values(loops, names)
    nest = [integer_value(text, values) for text in (loops.extents[0] if loops.extents else ())]
    sizes = [size for size in nest if size is not None]
    if not sizes:
        return None
    if apart:
        blocks, threads = _chosen(sizes, 2, order)
        return [Launch((blocks, 1, 1), (threads, 1, 1))] if 0 < threads <= BLOCK and blocks > 0 else []
    chosen = _chosen(sizes, max(len(axes), 1), order)
    if min(chosen) <= 0 or prod(chosen) > MOST_THREADS:
        return [] if min(chosen) <= 0 else None
    grid, threads_ = [1, 1, 1], [1, 1, 1]
    found = []
    for widest in (1, 64 if len(axes) == 1 else 8):
        for axis, size in zip(axes, chosen, strict=False):
            at, words = "xyz".index(axis), use.axis(axis)
            width = size if "blockIdx" not in words else 1 if "threadIdx" not in words else _divisor(size, widest)
            grid[at], threads_[at] = size // width, width
        if prod(threads_) > BLOCK:
            return None
        found.append(Launch((grid[0], grid[1], grid[2]), (threads_[0], threads_[1], threads_[2])))
    return found


def _orders(count: int) -> list[tuple[int, ...]]:
    """Which loop stands for which axis: for one axis the outer loop, all together, or the inner one."""
    return [(0,), (-1,), (1,)] if count < 2 else list(permutations(range(count)))


def _chosen(sizes: list[int], count: int, order: int) -> list[int]:
    places = _orders(count)[order]
    if count < 2:
        return [prod(sizes) if places[0] < 0 else sizes[min(places[0], len(sizes) - 1)]]
    padded = [*sizes, *[1] * count][:count]
    return [padded[::-1][place] for place in places]


def _cooperating(shape: Triple, use: ThreadUse, axes: list[str], loops: Usage) -> Scheme:
    def launches(names: Mapping[str, int]) -> list[Launch] | None:
        enough = _enough(axes, loops, names)
        if enough > MOST_BESIDE_EACH_OTHER:
            return None
        grid = [1, 1, 1]
        for axis in axes:
            at, words = "xyz".index(axis), use.axis(axis)
            if "blockIdx" in words:
                grid[at] = enough // shape[at] + 1 if "threadIdx" in words else enough
        return [Launch((grid[0], grid[1], grid[2]), shape, 16 * prod(shape) if use.dynamic_shared else 0)]

    return Scheme(launches, trusted=True)


def _block_shapes(use: ThreadUse) -> Iterator[Triple]:
    """Blocks as large as the shared arrays first; only whole warps where their threads ask each other."""
    yield from (shape for shape in _sized_shapes(use) if not use.uses_warps or prod(shape) % WARP == 0)


def _sized_shapes(use: ThreadUse) -> Iterator[Triple]:
    for shape in use.shared_shapes:
        if len(shape) == 1 and 0 < shape[0] <= BLOCK:
            yield (shape[0], 1, 1)
        elif len(shape) == 2 and 0 < shape[0] * shape[1] <= BLOCK + 32:
            rows, columns = shape
            yield (min(rows, columns), min(rows, columns), 1) if abs(rows - columns) <= 2 else (columns, rows, 1)
    yield from COOPERATING


def _known_values(loops: Usage, names: Mapping[str, int]) -> dict[str, int]:
    values = dict(names)
    for name, text in loops.definitions:
        value = integer_value(text, values)
        if value is not None:
            values.setdefault(name, value)
    return values


def _names_of(loops: Usage) -> set[str]:
    """The numbers that the loops run up to, locals followed back to what they were set from."""
    words = {word for nest in loops.extents for text in nest[:2] for word in _words(text)}
    texts = dict(loops.definitions)
    return {inner for word in words for inner in (_words(texts[word]) if word in texts else [word])}


def _named(loops: Usage) -> bool:
    return bool(_names_of(loops))


def _words(text: str) -> list[str]:
    words = "".join(c if c.isalnum() or c == "_" else " " for c in text).split()
    return [word for word in words if not word[0].isdigit() and word != "sizeof"]


def _divisor(size: int, most: int) -> int:
    return next(width for width in range(min(size, most), 0, -1) if size % width == 0)


def _on(axis: str, size: int) -> Triple:
    return (size if axis == "x" else 1, size if axis == "y" else 1, size if axis == "z" else 1)


def _short(sizes: Triple) -> str:
    return str(sizes[0]) if sizes[1:] == (1, 1) else f"({', '.join(str(size) for size in sizes)})"

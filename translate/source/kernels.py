"""How CUDA code spells its thread indices, and the pieces of a kernel around them."""

from __future__ import annotations

from itertools import permutations

from translate.source.loops import bare, squeezed
from translate.source.parse import Node, Tree, walk

COORDINATES = frozenset({"threadIdx", "blockIdx", "blockDim", "gridDim"})
NEEDS_A_BLOCK = frozenset({"__syncthreads", "__syncwarp", "warpSize", "__threadfence", "__threadfence_block"})


def _spellings(axis: str) -> frozenset[str]:
    products = [*("*".join(pair) for pair in permutations((f"blockIdx.{axis}", f"blockDim.{axis}")))]
    products += [f"__mul24({a},{b})" for a, b in permutations((f"blockIdx.{axis}", f"blockDim.{axis}"))]
    sums = [sum_ for product in products for sum_ in (f"{product}+threadIdx.{axis}", f"threadIdx.{axis}+{product}")]
    if axis == "x":
        sums.append("blockIdx.x+blockIdx.y*gridDim.x*blockDim.x+threadIdx.x")
    return frozenset([*sums, f"threadIdx.{axis}", f"blockIdx.{axis}"])


INDEX_SPELLINGS = {axis: _spellings(axis) for axis in "xyz"}
STRIDE_SPELLINGS = {
    axis: frozenset(
        [*("*".join(pair) for pair in permutations((f"blockDim.{axis}", f"gridDim.{axis}"))), f"blockDim.{axis}", f"gridDim.{axis}"]
    )
    for axis in "xyz"
}


def index_axis(tree: Tree, node: Node) -> str | None:
    """The axis whose thread index `node` computes, in any usual spelling; None if it is something else."""
    text = _plain(tree, node)
    return next((axis for axis, spellings in INDEX_SPELLINGS.items() if text in spellings), None)


def stride_axis(tree: Tree, node: Node) -> str | None:
    """The axis whose grid size in threads `node` computes; None if it is something else."""
    text = _plain(tree, node)
    return next((axis for axis, spellings in STRIDE_SPELLINGS.items() if text in spellings), None)


def mentions_threads(tree: Tree, node: Node) -> str | None:
    """The first name below `node` that only means something inside a block of threads; None if there is none."""
    for leaf in walk(node):
        if leaf.type in ("identifier", "__shared__"):
            text = tree.text(leaf)
            if (
                text in COORDINATES
                or text in NEEDS_A_BLOCK
                or text == "__shared__"
                or text.startswith(("__shfl", "__ballot", "__any", "__all"))
            ):
                return text
    return None


def _plain(tree: Tree, node: Node) -> str:
    """The text of `node` without blanks, casts and parentheses; a call keeps its own."""
    inner = bare(node)
    if inner.type == "cast_expression":
        value = inner.child_by_field_name("value")
        return _plain(tree, value) if value is not None else ""
    if inner.type == "call_expression":
        return squeezed(tree.text(inner))
    if inner.type == "binary_expression":
        left, right, operator = (inner.child_by_field_name(name) for name in ("left", "right", "operator"))
        if left is not None and right is not None and operator is not None:
            return _plain(tree, left) + operator.type + _plain(tree, right)
    return squeezed(tree.text(inner))

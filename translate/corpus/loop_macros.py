"""The macros and ranges with which libraries spell a grid-stride loop, written out as the loop."""

from __future__ import annotations

import re

_LOOP = "for ({type} {name} = blockIdx.x * blockDim.x + threadIdx.x; {name} < {bound}; {name} += blockDim.x * gridDim.x)"
# The name of the macro decides how many words stand before the bound: type and variable, or the variable alone.
_MACROS = re.compile(r"\b(?:CUDA_(?:1D_)?KERNEL_LOOP(?:_TYPE)?|CUDA_LOOP|KERNEL_LOOP|GRID_STRIDE_XLOOP|DGL_CUDA_KERNEL_LOOP)\s*\(")
_RANGES = re.compile(r"\bfor\s*\(\s*(?P<type>[\w ]+?)\s+(?P<name>\w+)\s*:\s*(?P<range>[\w:]*(?:grid_stride_range|KernelLoopX)[\w:<> ]*)\(")


def spelled_out(kernel: str) -> str:
    """`kernel` with every loop of a known macro or range written as a plain loop; the rest byte for byte."""
    text = kernel
    while (found := _MACROS.search(text)) is not None:
        given, end = _arguments(text, found.end())
        if end < 0 or len(given) not in (2, 3):
            return kernel
        words = sorted(given[:-1], key=lambda word: word in ("int", "int64_t", "size_t", "sunindextype", "index_t"), reverse=True)
        kind = words[0] if len(words) == 2 else "int"
        text = text[: found.start()] + _LOOP.format(type=kind, name=words[-1], bound=_bound(given[-1])) + text[end:]
    while (found := _RANGES.search(text)) is not None:
        given, end = _arguments(text, found.end())
        close = re.match(r"\s*\)", text[end:]) if end >= 0 else None
        if close is None or len(given) not in (1, 2) or (len(given) == 2 and given[0] != "0"):
            return kernel
        kind = "int" if "auto" in found["type"] else found["type"].replace("const ", "")
        loop = _LOOP.format(type=kind, name=found["name"], bound=_bound(given[-1]))
        text = text[: found.start()] + loop + text[end + close.end() :]
    return text


def _arguments(text: str, start: int) -> tuple[list[str], int]:
    """The arguments of the call whose parenthesis was opened before `start`, and where it ends; -1 where it does not."""
    depth, last, given = 1, start, []
    for at in range(start, len(text)):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(text[at], 0)
        if depth == 0 or (depth == 1 and text[at] == ","):
            given.append(text[last:at].strip())
            last = at + 1
            if depth == 0:
                return given, at + 1
    return given, -1


def _bound(text: str) -> str:
    return text if re.fullmatch(r"[\w.>\-\[\]]+|\w+(?: \* \w+)*", text) else f"({text})"

"""Directives that tell a compiler how to run what stands there: a translation says it in its own way."""

from __future__ import annotations

from translate.source.parse import parse, walk, without
from translate.units import Function


def without_pragmas(function: Function) -> str:
    """The text of C++ or CUDA without its lines of `#pragma`."""
    if "#pragma" not in function.text:
        return function.text
    tree = parse(function.text, function.language)
    found = [node for node in walk(tree.root) if node.type == "preproc_call" and tree.text(node).lstrip().startswith("#pragma")]
    return without(tree, found)

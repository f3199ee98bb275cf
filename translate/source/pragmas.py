"""Directives that tell a compiler how to run what stands there: a translation says it in its own way."""

from __future__ import annotations

from translate.source.parse import parse, walk
from translate.units import Function


def without_pragmas(function: Function) -> str:
    """The text of C++ or CUDA without its lines of `#pragma`."""
    if "#pragma" not in function.text:
        return function.text
    tree = parse(function.text, function.language)
    found = [node for node in walk(tree.root) if node.type == "preproc_call" and tree.text(node).lstrip().startswith("#pragma")]
    content = tree.source
    for node in reversed(found):
        content = content[: node.start_byte] + content[node.end_byte :]
    return content.decode("utf-8")

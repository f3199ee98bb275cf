"""Directives that tell a compiler how to run what stands there: a translation says it in its own way."""

from __future__ import annotations

from translate.languages import Language
from translate.source.parse import parse, walk


def without_pragmas(text: str, of: Language) -> str:
    """C++ or CUDA without its lines of `#pragma`; Fortran, where they are comments, as it is."""
    if of.family != "cpp" or "#pragma" not in text:
        return text
    tree = parse(text, of)
    found = [node for node in walk(tree.root) if node.type == "preproc_call" and tree.text(node).lstrip().startswith("#pragma")]
    content = tree.source
    for node in reversed(found):
        content = content[: node.start_byte] + content[node.end_byte :]
    return content.decode("utf-8")

"""Translated functions back into their file; the inverse of extract."""

from __future__ import annotations

from collections.abc import Iterable

from translate.languages import Language
from translate.source.parse import parse, walk, without
from translate.units import Function, SourceUnit

PLACES = frozenset(("__constant__", "__device__", "__managed__"))
"""Where CUDA keeps a variable."""


def splice(unit: SourceUnit, replacements: Iterable[tuple[Function, str]], prelude: str = "") -> str:
    """The unit's text with each function replaced; all other bytes as they were, line ends those of the file.

    A `prelude` goes before the first line that is code.
    """
    content = unit.text.encode("utf-8")
    # Back to front, so that earlier byte offsets stay true.
    for function, text in sorted(replacements, key=lambda item: -item[0].span.start):
        content = content[: function.span.start] + _lines(unit, text.rstrip("\n")) + content[function.span.end :]
    if prelude:
        top = _first_code(unit)
        content = content[:top] + _lines(unit, f"{prelude.strip()}\n\n") + content[top:]
    return content.decode("utf-8")


def without_own_headers(text: str, source: Language, target: Language) -> str:
    """`text` in `target` without the headers that only compilers of `source` have, where nothing of `source` is left in it.

    A variable of the file is one of `target` without the words that say where it lies.
    """
    plain = _without_places(text, source)
    tree = parse(plain, source)
    named = [node for node in walk(tree.root) if node.type == "preproc_include"]
    theirs = [node for node in named if (path := node.child_by_field_name("path")) and tree.text(path).strip('<>"') in source.own_headers]
    own = source.kept - target.kept
    if target.name in (source.name, *source.holds) and not any(tree.text(node) in own or node.type == "<<<" for node in walk(tree.root)):
        return without(tree, theirs)
    return text


def _without_places(text: str, source: Language) -> str:
    """`text` without `__constant__` and the like before what is declared outside of functions."""
    if not any(word in text for word in PLACES):
        return text
    tree = parse(text, source)
    content = tree.source
    words = [leaf for node in tree.root.children if node.type == "declaration" for leaf in node.children if tree.text(leaf) in PLACES]
    for leaf in reversed(words):
        content = content[: leaf.start_byte] + content[leaf.end_byte :].lstrip(b" \t")
    return content.decode("utf-8")


def _lines(unit: SourceUnit, text: str) -> bytes:
    newline = "\r\n" if "\r\n" in unit.text else "\n"
    return text.replace("\r\n", "\n").replace("\n", newline).encode("utf-8")


def _first_code(unit: SourceUnit) -> int:
    """The byte where the first line that is neither comment nor empty begins."""
    root = parse(unit.text, unit.language).root
    return next((node.start_byte for node in root.children if node.type != "comment"), 0)

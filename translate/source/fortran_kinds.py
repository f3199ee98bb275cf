"""Kinds and whole-number expressions of Fortran, as bytes and as C writes them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from translate.source.parse import Node, Tree

REAL_DIGITS = 6
"""More decimal digits than a single holds need a double."""
INTEGER_DIGITS = 9


def typed(tree: Tree, kind: Node, constants: Mapping[str, str]) -> tuple[str, int]:
    """The type that a declaration names, and the bytes of one number."""
    if kind.type == "derived_type":
        return tree.text(kind).lower(), 0
    size = next((child for child in kind.named_children if child.type == "kind"), None)
    word = " ".join(tree.source[kind.start_byte : size.start_byte if size else kind.end_byte].decode().lower().split())
    name, usual = facts()["types"].get(word.replace("doubleprecision", "double precision"), (word, 0))
    if size is None or name == "character":
        return name, usual
    return name, _bytes(tree, size, name, constants)


def c_spelling(tree: Tree, node: Node, constants: Mapping[str, str]) -> str:
    """An expression in whole numbers as C writes it, known constants put in; `?` where C has no word for a part of it."""
    match node.type:
        case "identifier" | "name":
            name = tree.text(node).lower()
            return f"({constants[name]})" if name in constants else name
        case "number_literal":
            return tree.text(node).split("_")[0]
        case "parenthesized_expression":
            return f"({c_spelling(tree, node.named_children[0], constants)})"
        case "unary_expression":
            return f"{tree.text(node)[0]}{c_spelling(tree, node.named_children[-1], constants)}"
        case "math_expression":
            return _arithmetic(tree, node, constants)
        case "call_expression":
            return _function(tree, node, constants)
        case "assumed_size":
            return "*"
        case "assumed_rank":
            return ".."
    return "?"


@cache
def facts() -> dict[str, Any]:
    """Kinds and types, as fortran_kinds.toml states them."""
    return tomllib.loads((Path(__file__).parent / "fortran_kinds.toml").read_text(encoding="utf-8"))


def _bytes(tree: Tree, size: Node, name: str, constants: Mapping[str, str]) -> int:
    """Bytes of one number of the kind that stands in `(kind=...)` or behind a star; of a complex, of each part."""
    value = size.named_children[0] if size.named_children else None
    starred = size.children[0].type == "*"
    if value is not None and value.type == "keyword_argument":
        value = value.child_by_field_name("value")
    if value is None:
        return 0
    text = kind_number(tree, value) or c_spelling(tree, value, constants)
    plain = text.strip("()")
    number = int(plain) if plain.isdecimal() else facts()["bytes"].get(plain, 0)
    return number // 2 if starred and name == "complex" else int(number)


def kind_number(tree: Tree, node: Node) -> str:
    """The bytes that `kind(1d0)`, `selected_real_kind(15)` or the name of a kind stands for."""
    if node.type == "identifier":
        return str(facts()["bytes"].get(tree.text(node).lower(), ""))
    if node.type != "call_expression":
        return ""
    name, *_ = tree.text(node.named_children[0]).lower().split()
    listed = node.named_children[-1].named_children
    first = listed[0].child_by_field_name("value") if listed and listed[0].type == "keyword_argument" else listed[0] if listed else None
    text = tree.text(first).lower() if first is not None else ""
    if name == "kind":
        return ("8" if "d" in text else "4") if text[:1].isdigit() or text[:1] == "." else ""
    if name in ("selected_real_kind", "selected_int_kind") and text.isdecimal():
        return "8" if int(text) > (REAL_DIGITS if "real" in name else INTEGER_DIGITS) else "4"
    return ""


def _arithmetic(tree: Tree, node: Node, constants: Mapping[str, str]) -> str:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    operator = next((tree.text(child) for child in node.children if not child.is_named), "?")
    if right is None:
        return "?"
    if left is None:
        return f"{operator}{c_spelling(tree, right, constants)}"
    first, second = c_spelling(tree, left, constants), c_spelling(tree, right, constants)
    if operator == "**":
        return "*".join([f"({first})"] * int(second)) if second in ("2", "3") else "?"
    return f"{first}{operator}{second}"


def _function(tree: Tree, node: Node, constants: Mapping[str, str]) -> str:
    name = tree.text(node.named_children[0]).lower()
    listed = [c_spelling(tree, child, constants) for child in node.named_children[-1].named_children]
    if name == "mod" and len(listed) == 2:
        return f"(({listed[0]})%({listed[1]}))"
    if name in ("int", "max") and listed:
        # `a(lda, max(1, n))` says that n may be 0.
        return f"({next((one for one in reversed(listed) if not one.isdecimal()), listed[-1])})"
    if name == "size" and listed:
        array = tree.text(node.named_children[-1].named_children[0]).lower()
        return f"size_{array}{'_' + listed[1] if len(listed) > 1 else ''}"
    return "?"

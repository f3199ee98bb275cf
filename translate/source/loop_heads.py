"""Heads of the loops that an answer writes for a kernel's threads: each counts what its body uses, as far as the kernel's guards say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from translate.languages import Language
from translate.source.edits import Edits
from translate.source.kernels import index_axis, mentions_threads
from translate.source.loops import comparison, declarations, names_in
from translate.source.parse import Node, Tree, parse, walk

UPPER = {"<": "<", "<=": "<=", ">=": "<", ">": "<="}
"""Comparison in a guard -> the loop's: one that leaves is turned around."""


@dataclass(frozen=True, slots=True)
class _Head:
    variable: str
    first: Node
    condition: Node
    update: Node
    body: Node


@dataclass(frozen=True, slots=True)
class _Kernel:
    counters: tuple[str, ...]
    """Names that threads or loops count with, in order."""
    strides: frozenset[str]
    """Other names whose values only a thread has."""
    bounds: dict[str, str]
    """Counter -> the first comparison with it that is an upper bound."""


def with_heads(text: str, original: str, source: Language, target: Language) -> str:
    """`text`, a serial C++ answer to a kernel, with loops that count what they are said to."""
    if (source.name, target.name) != ("cuda", "cpp") or "__global__" not in original:
        return text
    tree, first = parse(text, target), parse(original, source)
    heads = list(_heads(tree))
    if tree.root.has_error or first.root.has_error or not heads:
        return text
    kernel = _kernel(first)
    edits = Edits(tree)
    gone = _remove_what_threads_have(edits, kernel, {head.variable for head in heads})
    counted = _renamed(edits, heads, kernel, gone)
    conditions = [tree.text(head.condition) for head in heads]
    for head, variable in zip(heads, counted, strict=True):
        if variable not in set(names_in(tree, head.condition)):
            elsewhere = (text for other, text in zip(heads, conditions, strict=True) if _bounds(tree, other.condition, variable))
            right = next(elsewhere, kernel.bounds.get(variable))
            if right is not None:
                edits.replace(head.condition, right)
    return edits.text(tree.root)


def _heads(tree: Tree) -> Iterator[_Head]:
    for node in walk(tree.root):
        if node.type != "for_statement":
            continue
        parts = [node.child_by_field_name(name) for name in ("initializer", "condition", "update", "body")]
        first, condition, update, body = parts
        if first is None or condition is None or update is None or body is None or first.type != "declaration":
            continue
        names = declarations(tree, first)
        if len(names) == 1:
            yield _Head(names[0].name, first, condition, update, body)


def _kernel(first: Tree) -> _Kernel:
    counters: dict[str, None] = {}
    strides: set[str] = set()
    bounds: dict[str, str] = {}
    for node in walk(first.root):
        if node.type == "declaration":
            in_loop = node.parent is not None and node.parent.type == "for_statement"
            for one in declarations(first, node):
                if in_loop or (one.value is not None and index_axis(first, one.value)):
                    counters[one.name] = None
                elif one.value is not None and mentions_threads(first, one.value):
                    strides.add(one.name)
        elif node.type == "binary_expression" and (compared := comparison(first, node)) is not None:
            name, operator, right = compared
            if name in counters and operator in UPPER:
                bounds.setdefault(name, f"{name} {UPPER[operator]} {right}")
    return _Kernel(tuple(counters), frozenset(strides - set(counters)), bounds)


def _bounds(tree: Tree, condition: Node, variable: str) -> bool:
    compared = comparison(tree, condition)
    return compared is not None and compared[0] == variable and compared[1] in ("<", "<=")


def _renamed(edits: Edits, heads: list[_Head], kernel: _Kernel, gone: set[str]) -> list[str]:
    """The variable of each loop, after one that its body never uses got the name of a counter that is used and not declared."""
    tree = edits.tree
    declared = {one.name for node in walk(tree.root) if "declaration" in node.type for one in declarations(tree, node)} - gone
    used = set(names_in(tree, tree.root))
    wanted = [name for name in kernel.counters if name in used and name not in declared]
    counted = [head.variable for head in heads]
    for name in wanted:
        for at, head in enumerate(heads):
            if counted[at] == head.variable and name in _free(tree, head.body) and head.variable not in _free(tree, head.body):
                for leaf in (*walk(head.first), *walk(head.update), *walk(head.condition)):
                    if leaf.type == "identifier" and tree.text(leaf) == head.variable:
                        edits.replace(leaf, name)
                counted[at] = name
                break
    return counted


def _free(tree: Tree, body: Node) -> set[str]:
    """The names of a body, without those that loops inside it declare for themselves."""
    found: set[str] = set()
    stack = [(body, frozenset[str]())]
    while stack:
        node, own = stack.pop()
        first = node.child_by_field_name("initializer") if node.type == "for_statement" else None
        if first is not None and first.type == "declaration":
            own = own | {one.name for one in declarations(tree, first)}
        if node.type == "identifier" and tree.text(node) not in own:
            found.add(tree.text(node))
        stack += [(child, own) for child in node.children]
    return found


def _remove_what_threads_have(edits: Edits, kernel: _Kernel, loops: set[str]) -> set[str]:
    """Remove index declarations that came along, and steps by the number of threads; the names that are no longer declared."""
    tree = edits.tree
    gone: set[str] = set()
    for node in walk(tree.root):
        if node.type == "declaration" and mentions_threads(tree, node) not in (None, "__shared__"):
            names = {one.name for one in declarations(tree, node)}
            if names <= {*kernel.counters, *kernel.strides}:
                edits.replace(node, "")
                gone |= names
        elif node.type == "expression_statement" and node.named_child_count == 1:
            step = node.named_children[0]
            left, right = step.child_by_field_name("left"), step.child_by_field_name("right")
            if step.type != "assignment_expression" or left is None or right is None or tree.text(left) not in {*kernel.counters, *loops}:
                continue
            if mentions_threads(tree, right) or set(names_in(tree, right)) & kernel.strides:
                edits.replace(node, "")
    return gone

"""Text to syntax tree, with the place of every syntax error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

import tree_sitter

from translate.languages import Language

Node = tree_sitter.Node
"""A node of a syntax tree."""

# A tree deeper than this is refused: later steps and the compilers themselves recurse.
MAX_DEPTH = 1_000


@dataclass(frozen=True, slots=True)
class Tree:
    """A syntax tree and the UTF-8 bytes that it was made from."""

    root: tree_sitter.Node
    source: bytes
    language: Language

    def text(self, node: tree_sitter.Node) -> str:
        """The source text of `node`."""
        return self.source[node.start_byte : node.end_byte].decode("utf-8")


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """A place that the grammar cannot read; line and column count from 1."""

    line: int
    column: int
    message: str


def parse(text: str, language: Language) -> Tree:
    """The tree of `text`; where the grammar cannot read it, the tree holds the faults."""
    source = text.encode("utf-8")
    return Tree(_parser(language).parse(source).root_node, source, language)


def syntax_faults(tree: Tree, limit: int = 20) -> list[SyntaxFault]:
    """The first `limit` places that could not be read, in order of appearance; empty for a clean tree."""
    faults: list[SyntaxFault] = []
    for node in _faulty(tree.root):
        row, column = node.start_point
        what = f"expected '{node.type}'" if node.is_missing else f"cannot read {_shortened(tree.text(node))}"
        faults.append(SyntaxFault(row + 1, column + 1, what))
        if len(faults) == limit:
            break
    return faults


def too_deep(root: tree_sitter.Node, limit: int = MAX_DEPTH) -> bool:
    """Whether some leaf lies more than `limit` levels below `root`."""
    cursor = root.walk()
    while True:
        if cursor.depth > limit:
            return True
        if cursor.goto_first_child() or cursor.goto_next_sibling():
            continue
        while cursor.goto_parent():
            if cursor.goto_next_sibling():
                break
        else:
            return False


def walk(root: tree_sitter.Node) -> Iterator[tree_sitter.Node]:
    """Every node below and including `root`, parents first, without recursion."""
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children))


def without(tree: Tree, nodes: Iterable[tree_sitter.Node]) -> str:
    """The text of `tree` with the bytes of `nodes`, which do not overlap, left out."""
    content = tree.source
    for node in sorted(nodes, key=lambda node: -node.start_byte):
        content = content[: node.start_byte] + content[node.end_byte :]
    return content.decode("utf-8")


def captures(tree: Tree, name: str, within: tree_sitter.Node | None = None) -> dict[str, list[tree_sitter.Node]]:
    """The nodes that the language's `<name>.scm` captures, by capture name, in order, outer before inner."""
    found = tree_sitter.QueryCursor(_query(tree.language, name)).captures(within or tree.root)
    return {key: sorted(nodes, key=lambda node: (node.start_byte, -node.end_byte)) for key, nodes in found.items()}


@cache
def _grammar(module: str) -> tree_sitter.Language:
    return tree_sitter.Language(import_module(module).language())


@cache
def _parser(language: Language) -> tree_sitter.Parser:
    return tree_sitter.Parser(_grammar(language.parser))


@cache
def _query(language: Language, name: str) -> tree_sitter.Query:
    return tree_sitter.Query(_grammar(language.parser), language.query(name))


def _faulty(root: tree_sitter.Node) -> Iterator[tree_sitter.Node]:
    stack = [root]
    while stack:
        node = stack.pop()
        # Some grammars mark a node as faulty without a faulty child; it is then the place.
        if node.is_missing or node.is_error or (node.has_error and not any(c.has_error or c.is_missing for c in node.children)):
            yield node
        elif node.has_error:
            stack.extend(reversed(node.children))


def _shortened(text: str, width: int = 40) -> str:
    line = text.strip().split("\n", 1)[0]
    return f"'{line[:width]}...'" if len(line) > width else f"'{line}'"

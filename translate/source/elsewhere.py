"""Calls of one language's own functions, spelled with what the other language has."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from translate.languages import Language
from translate.source.parse import Node, Tree, parse


class _Argument(str):
    """A text that a spelling puts in as it is, or as the place that it points to (`{0:place}`)."""

    def __format__(self, kind: str) -> str:
        if kind != "place":
            return str(self)
        return self[1:].strip() if self.startswith("&") else f"(*({self}))"


def respelled_calls(text: str, source: Language, target: Language) -> str:
    """`text`, in `target`, with the calls that only `source` knows replaced; one that `text` itself defines stays."""
    spellings = source.elsewhere.get(target.name)
    if not spellings or not any(name in text for name in spellings):
        return text
    tree = parse(text, target)
    return text if tree.root.has_error else _respelled(tree, tree.root, spellings)


def _respelled(tree: Tree, node: Node, spellings: Mapping[str, str]) -> str:
    if node.type == "call_expression" and (made := _spelling(tree, node, spellings)) is not None:
        return made
    return _with_children(tree, node, spellings)


def _spelling(tree: Tree, call: Node, spellings: Mapping[str, str]) -> str | None:
    function, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    if function is None or arguments is None or function.type != "identifier":
        return None
    form = spellings.get(tree.text(function))
    given = [_respelled(tree, argument, spellings) for argument in arguments.named_children if argument.type != "comment"]
    if form is None or len(_places(form)) != len(given) or _defines(tree, tree.text(function)):
        return None
    if ":place" in form and (call.parent is None or call.parent.type != "expression_statement"):
        return None  # What an atomic operation returns is the value before, which no assignment gives.
    return form.format(*map(_Argument, given))


def _places(form: str) -> set[str]:
    """The numbers of the arguments that a spelling puts in."""
    return {name for _, name, _, _ in Formatter().parse(form) if name}


def _with_children(tree: Tree, node: Node, spellings: Mapping[str, str]) -> str:
    pieces: list[str] = []
    at = node.start_byte
    for child in node.children:
        pieces.append(tree.source[at : child.start_byte].decode("utf-8"))
        pieces.append(_respelled(tree, child, spellings))
        at = child.end_byte
    return "".join([*pieces, tree.source[at : node.end_byte].decode("utf-8")])


def _defines(tree: Tree, name: str) -> bool:
    stack = [tree.root]
    while stack:
        node = stack.pop()
        if node.type == "function_declarator" and (declared := node.child_by_field_name("declarator")) and tree.text(declared) == name:
            return True
        stack.extend(node.children)
    return False

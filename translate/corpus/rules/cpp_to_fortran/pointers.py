"""Pointers into arrays: a name for a part of an array, with an index of its own where the pointer moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.kinds import INT, LONG, spelled
from translate.corpus.rules.cpp_to_fortran.places import target_of
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, added, bare, integer, name, walk_terms
from translate.source.loops import Declared
from translate.source.loops import bare as bare_node
from translate.source.parse import Node, walk

Translate = Callable[[Context, Node], Term]


def bind_pointer(c: Context, one: Declared, expression: Translate) -> bool:
    """Let the pointer stand for the part of an array that it points to; False where it points to something else. Raises Declined."""
    if one.value is None or c.text(one.value) in ("nullptr", "NULL", "0"):
        if not _set_once(c, one.name):
            raise Declined("a pointer that moves")
        c.names.bind(one.name, Symbol("", INT, role="unset"))
        return True
    found = target_of(c, one.value, expression)
    if found is None:
        return False
    if "auto" not in one.type and c.kind(one.type).family != found.array.kind.family:
        raise Declined("a pointer to what is no array")
    if one.name in moved_pointers(c) or not _steady(c, found.offset):
        found = replace(found, offset=_index(c, one.name, found.offset))
    c.names.bind(one.name, Symbol(found.array.name, found.array.kind, alias=(found.array, found.offset)))
    return True


def _set_once(c: Context, name_: str) -> bool:
    """Whether the pointer is only ever made to point to one place."""
    found = set()
    for node in walk(c.body) if c.body is not None else ():
        if node.type == "update_expression" and c.text(field_of(node, "argument")) == name_:
            return False
        if node.type == "assignment_expression" and c.text(field_of(node, "left")) == name_:
            found.add((field_of(node, "operator").type, c.text(field_of(node, "right"))))
        if node.type in ("binary_expression", "condition_clause", "parenthesized_expression", "unary_expression"):
            if any(child.type == "identifier" and c.text(child) == name_ for child in node.named_children):
                return False
    return len(found) == 1 and next(iter(found))[0] == "="


def _index(c: Context, pointer: str, offset: Term) -> Term:
    """A variable that keeps the place of a pointer, counted from zero, set to where it starts."""
    kind = LONG if any(inner.kind.size == 8 for inner in walk_terms(offset)) else INT
    wanted = f"{pointer}_at"
    symbol = c.names.local(wanted, spelled(kind, c.style), Symbol("", kind, role="pointer"))
    c.put(f"{symbol.name} = {c.fortran(bare(offset))}")
    return name(symbol.name, kind)


def bind_moving_parameter(c: Context, c_name: str) -> None:
    """Give a pointer parameter that moves an index of its own."""
    array = c.names.known(c_name)
    c.names.bind(c_name, Symbol(array.name, array.kind, alias=(array, _index(c, c_name, integer(0)))))


def step_pointer(c: Context, node: Node, operator: str, expression: Translate, change: Term | None = None) -> bool:
    """Put `p++` or `p += n`; False where the name is no pointer."""
    node = bare_node(node)
    symbol = c.names.find(c.text(node)) if node.type == "identifier" else None
    if symbol is None or symbol.alias is None:
        return False
    at = symbol.alias[1]
    if not _is_index(c, at):
        raise Declined("a pointer that moves")
    c.put(f"{at.text} = {c.fortran(added(operator, at, change or integer(1), INT))}")
    return True


def set_pointer(c: Context, node: Node, value: Node, expression: Translate) -> bool:
    """Put `p = q + n`; False where the name is no pointer. Raises Declined."""
    symbol = c.names.find(c.text(node)) if node.type == "identifier" else None
    if symbol is None or symbol.alias is None:
        return False
    found = target_of(c, value, expression)
    if found is None or found.array.name != symbol.alias[0].name or not _is_index(c, symbol.alias[1]):
        raise Declined("a pointer that changes its array")
    c.put(f"{symbol.alias[1].text} = {c.fortran(bare(found.offset))}")
    return True


def pointers_compared(c: Context, node: Node, expression: Translate) -> tuple[Term, Term] | None:
    """The places that two pointers into one array point to; None where one side is none."""
    sides = [bare_node(field_of(node, side)) for side in ("left", "right")]
    if not any(_is_pointer(c, side) for side in sides):
        return None
    left, right = (target_of(c, side, expression) for side in sides)
    if left is None or right is None:
        return None
    if left.array.name != right.array.name:
        raise Declined("pointers into two arrays")
    return left.offset, right.offset


def _is_pointer(c: Context, node: Node) -> bool:
    if node.type == "binary_expression":
        return any(_is_pointer(c, bare_node(field_of(node, side))) for side in ("left", "right"))
    symbol = c.names.find(c.text(node)) if node.type == "identifier" else None
    return symbol is not None and symbol.alias is not None


def _is_index(c: Context, term: Term) -> bool:
    return any(symbol.name == term.text and symbol.role == "pointer" for block in c.names.blocks for symbol in block.values())


def moved_pointers(c: Context) -> frozenset[str]:
    """Names that are assigned or stepped themselves, rather than what they point to."""
    assert c.body is not None
    moved = set()
    for node in walk(c.body):
        key = {"assignment_expression": "left", "update_expression": "argument"}.get(node.type)
        target = bare_node(field_of(node, key)) if key else None
        if target is not None and target.type == "identifier":
            moved.add(c.text(target))
    return frozenset(moved)


def _steady(c: Context, offset: Term) -> bool:
    """Whether nothing in the offset changes while the pointer lives: only loop variables, constants and unchanged parameters."""
    by_name = {symbol.name: (key, symbol) for block in c.names.blocks for key, symbol in block.items()}
    for inner in walk_terms(offset):
        if inner.op == "element":
            return False
        if inner.op == "name":
            key, symbol = by_name.get(inner.text, ("", None))
            if symbol is None or (key in c.changed and symbol.role != "loop") or symbol.rank or symbol.role == "pointer":
                return False
    return True

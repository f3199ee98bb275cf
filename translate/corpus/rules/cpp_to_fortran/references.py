"""Other names of what is already there: references and pointers that stay where they first point, and what `auto` stands for."""

from __future__ import annotations

from dataclasses import replace

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.calling import callee_of
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.declared import Typed
from translate.corpus.rules.cpp_to_fortran.expressions import expression
from translate.corpus.rules.cpp_to_fortran.kinds import promoted
from translate.corpus.rules.cpp_to_fortran.places import place, symbol_at, target_of
from translate.corpus.rules.cpp_to_fortran.pointers import bind_pointer as bind_array_pointer
from translate.corpus.rules.cpp_to_fortran.pointers import moved_pointers
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, walk_terms
from translate.source.loops import Declared
from translate.source.loops import bare as bare_node
from translate.source.parse import Node

PLACES = ("identifier", "subscript_expression", "field_expression", "qualified_identifier")


def inferred(c: Context, value: Node | None) -> Typed:
    """The type that `auto` stands for. Raises Declined."""
    value = bare_node(value) if value is not None else None
    if value is None:
        raise Declined("auto without a value")
    if value.type == "call_expression":
        callee = callee_of(c, field_of(value, "function"), expression)
        if callee is not None:
            return Typed(callee.called.kind, callee.called.rank, callee.called.extents)
    symbol = symbol_at(c, value, expression) if value.type in PLACES else None
    if symbol is not None and symbol.rank:
        return Typed(symbol.kind, symbol.rank, () if symbol.vector else tuple(reversed(symbol.shape)))
    kind = expression(c, value).kind
    return Typed(promoted(kind) if kind.family == "integer" else kind)


def bind_reference(c: Context, one: Declared) -> bool:
    """Let the name stand for the place that it refers to; False where it refers to a value of its own. Raises Declined."""
    value = bare_node(one.value) if one.value is not None else None
    if value is None:
        raise Declined("a reference to nothing")
    if value.type not in PLACES:
        return False
    symbol = symbol_at(c, value, expression)
    if symbol is not None and (symbol.rank or value.type in ("identifier", "qualified_identifier")):
        c.names.bind(one.name, symbol)
        return True
    term = place(c, value, expression)
    for inner in walk_terms(term):
        if inner.op == "element":
            for subscript in inner.args[1:]:
                _require_steady(c, subscript)
    c.names.bind(one.name, Symbol("", term.kind, element=term))
    return True


def bind_pointer(c: Context, one: Declared) -> None:
    """Let a pointer stand for what it points to. Raises Declined."""
    value = bare_node(one.value) if one.value is not None else None
    if bind_array_pointer(c, one, expression):
        return
    if value is None or value.type != "pointer_expression" or one.name in moved_pointers(c):
        raise Declined("a pointer to what is no array")
    _pointer_to_variable(c, one, bare_node(field_of(value, "argument")))


def bind_set_pointer(c: Context, c_name: str, value: Node) -> None:
    """Let a pointer that was declared without a place stand for the one that it is given. Raises Declined."""
    block = next(block for block in reversed(c.names.blocks) if c_name in block)
    target = target_of(c, value, expression)
    if target is not None and not any(inner.op == "name" for inner in walk_terms(target.offset)):
        block[c_name] = Symbol(target.array.name, target.array.kind, alias=(target.array, target.offset))
        return
    inner = bare_node(value)
    if target is None and inner.type == "pointer_expression" and inner.children[0].type == "&":
        symbol = symbol_at(c, field_of(inner, "argument"), expression)
        if symbol is not None and not (symbol.rank or symbol.moved or symbol.element or symbol.alias):
            block[c_name] = replace(symbol, pointee=True)
            return
    raise Declined("a pointer that moves")


def _pointer_to_variable(c: Context, one: Declared, inner: Node) -> None:
    symbol = symbol_at(c, inner, expression) if inner.type in PLACES else None
    if symbol is None or symbol.rank or symbol.moved or symbol.element or symbol.alias:
        raise Declined("a pointer to a variable")
    c.names.bind(one.name, replace(symbol, pointee=True))


def _require_steady(c: Context, offset: Term) -> None:
    """Nothing in the offset changes while the pointer lives: only loop variables, constants and unchanged parameters."""
    by_name = {symbol.name: (key, symbol) for block in c.names.blocks for key, symbol in block.items()}
    for inner in walk_terms(offset):
        if inner.op == "element":
            raise Declined("a pointer to a place that is looked up")
        if inner.op == "name":
            key, symbol = by_name.get(inner.text, ("", None))
            if symbol is None or (key in c.changed and symbol.role != "loop") or symbol.rank or symbol.role == "pointer":
                raise Declined("a pointer to a place that changes")

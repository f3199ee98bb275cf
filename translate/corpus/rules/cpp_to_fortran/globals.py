"""Variables outside of functions: what their declaration cannot say is put at the beginning of the program."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.classes import CLASSES
from translate.corpus.rules.cpp_to_fortran.context import Context
from translate.corpus.rules.cpp_to_fortran.conversions import assigned
from translate.corpus.rules.cpp_to_fortran.declared import typed
from translate.corpus.rules.cpp_to_fortran.expressions import expression
from translate.corpus.rules.cpp_to_fortran.kinds import Kind, spelled
from translate.corpus.rules.cpp_to_fortran.locals import declare_one
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.structures import constant, structure
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare, walk_terms, zero_of
from translate.source.loops import Declared, declarations
from translate.source.parse import Node

SIMPLE = ("number", "neg", "paren", "+", "-", "*", "/", "raw", "name")


def outer_variable(c: Context, node: Node) -> list[str]:
    """The declarations for variables and constants outside of functions. Raises Declined."""
    lines = []
    kind = node.child_by_field_name("type")
    spoken = ""
    if kind is not None and kind.type in CLASSES and kind.child_by_field_name("body") is not None:
        named = kind.child_by_field_name("name")
        first = next(iter(declarations(c.tree, node)), None)
        spoken = c.text(named) if named is not None else f"{first.name}_t" if first is not None else ""
        lines += structure(c, kind, spoken)
    found = declarations(c.tree, node)
    if len(found) != len(node.children_by_field_name("declarator")):
        raise Declined("a variable outside of functions")
    for one in found:
        lines += _variable(c, Declared(one.node, spoken or one.type, one.name, one.shape, one.value))
    return lines


def static_members(c: Context) -> list[str]:
    """The declarations for static members that are no numbers."""
    lines = []
    for owner, one in c.statics:
        long = f"{owner}_{one.name}"
        lines += _set_later(c, Declared(one.node, one.type.replace("inline", ""), long, one.shape, one.value))
        c.names.bind(f"{owner}::{one.name}", c.names.known(long))
    c.statics.clear()
    return lines


def _variable(c: Context, one: Declared) -> list[str]:
    words = [word for word in one.type.split() if word not in ("extern", "static", "volatile")]
    fixed = "const" in words or "constexpr" in words
    found = typed(c, " ".join(word for word in words if word != "auto")) if words != ["auto"] else None
    if found is not None and one.shape == "" and not found.rank and found.kind.is_number:
        value = _inside(one.value)
        term = assigned(c, expression(c, value), found.kind) if value is not None else zero_of(found.kind)
        if _is_constant(c, term):
            put = constant if fixed and value is not None else _set_at_once
            return [put(c, one.name, found.kind, term)]
    return _set_later(c, one)


def _inside(value: Node | None) -> Node | None:
    """The one value within braces or parentheses."""
    if value is not None and value.type in ("initializer_list", "argument_list") and value.named_child_count == 1:
        return value.named_children[0]
    return value if value is None or value.type not in ("initializer_list", "argument_list") else None


def _is_constant(c: Context, term: Term) -> bool:
    constants = {symbol.name for block in c.names.blocks for symbol in block.values() if symbol.role == "constant"}
    return all(one.op in SIMPLE and (one.op != "name" or one.text in constants) for one in walk_terms(bare(term)))


def _set_at_once(c: Context, c_name: str, kind: Kind, value: Term) -> str:
    name = c.names.spelled(c_name)
    c.names.bind(c_name, Symbol(name, kind, role="global"))
    return f"{spelled(kind, c.style)} :: {name} = {c.fortran(value)}"


def _set_later(c: Context, one: Declared) -> list[str]:
    """Declared like a local variable of the program, and given its value before anything else is done."""
    words = [word for word in one.type.split() if word not in ("extern", "static", "volatile")]
    before = dict(c.names.declared)
    c.names.declared.clear()
    plain = " ".join(words)
    setup = c.aside(lambda: declare_one(c, Declared(one.node, plain, one.name, one.shape, one.value)))
    declared = list(c.names.declared.values())
    c.names.declared.clear()
    c.names.declared.update(before)
    symbol = c.names.known(one.name)
    if symbol.role != "constant":
        symbol.role = "global"
    if one.value is None and (one.shape.startswith("[") or (symbol.shape and not symbol.vector)) and symbol.kind.family != "derived":
        setup.append(f"{symbol.name} = {c.fortran(zero_of(symbol.kind))}")
    c.setup += setup
    return declared

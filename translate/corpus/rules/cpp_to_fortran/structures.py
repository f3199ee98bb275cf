"""Structures, enumerations, named types and constants outside of functions."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.called import Class
from translate.corpus.rules.cpp_to_fortran.classes import base_of, data_of, is_static, needs_more, nested_type
from translate.corpus.rules.cpp_to_fortran.context import STEP, Context, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import assigned
from translate.corpus.rules.cpp_to_fortran.declared import allocatable, colons, typed
from translate.corpus.rules.cpp_to_fortran.expressions import expression
from translate.corpus.rules.cpp_to_fortran.kinds import INT, TEXT, Kind, spelled
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, integer, zero_of
from translate.source.loops import Declared
from translate.source.parse import Node, parse, walk


def structure(c: Context, node: Node, c_name: str = "") -> list[str]:
    """The derived type for the data of a class. Raises Declined."""
    c_name = c_name or c.text(field_of(node, "name"))
    body = node.child_by_field_name("body")
    if body is None:
        return []
    base = base_of(c, node)
    taken = {c.text(leaf).lower() for leaf in walk(c.tree.root) if leaf.type == "identifier"}
    fortran_name = c.names.spelled(c_name if c_name.lower() not in taken else f"{c_name}_type")
    members: dict[str, Symbol] = dict(c.structures[base.kind.name]) if base is not None else {}
    before = [line for child in body.named_children if (inner := nested_type(child)) for line in _nested(c, inner)]
    lines = [STEP + _member(c, one, members) for child in data_of(body) for one in _fields(c, child)]
    c.structures[fortran_name] = members
    kind = Kind("derived", name=fortran_name)
    c.types[c_name] = kind
    c.classes[c_name] = Class(c_name, kind, base, needs_more(members))
    statics = [line for child in body.named_children if is_static(child) for line in _static(c, c_name, child)]
    head = f"type, extends({base.kind.name})" if base is not None else "type"
    return [*before, *statics, f"{head} :: {fortran_name}", *lines, f"end type {fortran_name}"]


def _nested(c: Context, node: Node) -> list[str]:
    return enumeration(c, node) if node.type == "enum_specifier" else structure(c, node)


def _static(c: Context, owner: str, node: Node) -> list[str]:
    """The declarations for what belongs to a class and to none of its objects."""
    if node.type != "field_declaration" or any(one.type == "function_declarator" for one in walk(node)):
        return []
    lines = []
    words = [c.text(child) for child in node.children if child.type == "type_qualifier"]
    for one in _fields(c, node):
        found = typed(c, one.type)
        if one.shape or found.rank or not found.kind.is_number:
            value = one.value or _defined_outside(c, f"{owner}::{one.name}")
            c.statics.append((owner, Declared(one.node, " ".join([*words, one.type]), one.name, one.shape, value)))
            continue
        key, value = f"{owner}::{one.name}", one.value or _defined_outside(c, f"{owner}::{one.name}")
        c.names.blocks.append({name.rpartition("::")[2]: s for name, s in c.names.blocks[0].items() if name.startswith(f"{owner}::")})
        term = assigned(c, expression(c, value), found.kind) if value is not None else zero_of(found.kind)
        c.names.blocks.pop()
        name = c.names.spelled(f"{owner}_{one.name}")
        constant = value is not None and ("constexpr" in words or "const" in words)
        c.names.bind(key, Symbol(name, found.kind, role="constant" if constant else "global"))
        if constant and term.op == "number" and found.kind.family == "integer":
            c.constants[name] = term.text
        lines.append(f"{spelled(found.kind, c.style)}{', parameter' if constant else ''} :: {name} = {c.fortran(term)}")
    return lines


def _defined_outside(c: Context, name: str) -> Node | None:
    """The value that `int T::count = 0` gives."""
    for node in walk(c.tree.root):
        inner = node.child_by_field_name("declarator") if node.type == "init_declarator" else None
        while inner is not None and inner.type == "array_declarator":
            inner = inner.child_by_field_name("declarator")
        if inner is not None and inner.type == "qualified_identifier" and c.plain(c.text(inner)) == name:
            return node.child_by_field_name("value")
    return None


def enumeration(c: Context, node: Node) -> list[str]:
    """The constants of an `enum`. Raises Declined."""
    scoped = any(child.type in ("class", "struct") for child in node.children)
    name = node.child_by_field_name("name")
    if name is not None:
        c.types[c.text(name)] = INT
    lines, last = [], -1
    for child in field_of(node, "body").named_children:
        if child.type != "enumerator":
            continue
        value = child.child_by_field_name("value")
        if value is not None and not c.text(value).lstrip("-").isdigit():
            raise Declined("an enumerator that is computed")
        last = int(c.text(value)) if value is not None else last + 1
        c_name = c.text(field_of(child, "name"))
        if scoped and name is not None:
            lines.append(constant(c, f"{c.text(name)}_{c_name}", INT, integer(last)))
            c.names.bind(f"{c.text(name)}::{c_name}", c.names.known(f"{c.text(name)}_{c_name}"))
        else:
            lines.append(constant(c, c_name, INT, integer(last)))
    return lines


def alias(c: Context, node: Node) -> None:
    """Take note of `typedef double real` and `using real = double`. Raises Declined."""
    if node.type == "alias_declaration":
        found = typed(c, c.text(field_of(node, "type")))
        name = c.text(field_of(node, "name"))
    else:
        kind, declarator = field_of(node, "type"), field_of(node, "declarator")
        if kind.type == "struct_specifier" or declarator.type != "type_identifier":
            raise Declined("a typedef of another form")
        found, name = typed(c, c.text(kind)), c.text(declarator)
    if found.rank:
        c.named[name] = found
        return
    c.types[name] = found.kind


def macro(c: Context, node: Node) -> str | None:
    """The constant for `#define N 100`; None where the macro is nothing at all. Raises Declined."""
    value = node.child_by_field_name("value")
    if value is None:
        return None
    tree = parse(f"int x = {c.text(value)};", c.tree.language)
    literal = next((one for one in walk(tree.root) if one.type == "init_declarator"), None)
    inner = literal.child_by_field_name("value") if literal is not None else None
    if inner is None or tree.root.has_error:
        raise Declined("a macro")
    text = tree.text(inner).strip("()")
    if not text.lstrip("-").replace(".", "").replace("e-", "").replace("f", "").isdigit():
        raise Declined("a macro")
    kept, c.tree = c.tree, tree
    term = expression(c, inner)
    c.tree = kept
    return constant(c, c.text(field_of(node, "name")), term.kind, term)


def constant(c: Context, c_name: str, kind: Kind, value: Term) -> str:
    """The declaration of a named constant."""
    name = c.names.spelled(c_name)
    c.names.bind(c_name, Symbol(name, kind, role="constant"))
    if value.op == "number" and kind.family == "integer":
        c.constants[name] = value.text
    return f"{spelled(kind, c.style)}, parameter :: {name} = {c.fortran(value)}"


def _fields(c: Context, node: Node) -> list[Declared]:
    kind = field_of(node, "type")
    found = []
    default = node.child_by_field_name("default_value")
    for declarator in node.children_by_field_name("declarator"):
        leaf = next((one for one in walk(declarator) if one.type == "field_identifier"), None)
        if leaf is None or declarator.type not in ("field_identifier", "array_declarator"):
            raise Declined("a structure with more than data")
        shape = "".join(c.text(declarator).replace(c.text(leaf), "", 1).split())
        found.append(Declared(declarator, c.text(kind), c.text(leaf), shape, default))
    return found


def _member(c: Context, one: Declared, members: dict[str, Symbol]) -> str:
    if any(name.lower() == one.name.lower() for name in members):
        raise Declined("members that only differ in case")
    found = typed(c, one.type)
    extents = [part.rstrip("]") for part in one.shape.split("[")[1:]] + list(found.extents)
    kind = spelled(found.kind, c.style)
    symbol = Symbol(one.name, found.kind)
    if found.kind.unsigned and extents:
        raise Declined("an array of unsigned numbers")
    text = f"{kind} :: {one.name}"
    if extents:
        constants = {name: s.name for block in c.names.blocks for name, s in block.items() if s.role == "constant"}
        if not all(extent.isdigit() or extent in constants for extent in extents):
            raise Declined("an array whose size is computed")
        symbol.shape = tuple(constants.get(extent, extent) for extent in reversed(extents))
        symbol.rank = len(symbol.shape)
        text += f"({', '.join(symbol.shape)})"
    elif found.rank:
        symbol.rank, symbol.vector = found.rank, True
        text = f"{allocatable(c, found.kind, found.rank)} :: {one.name}{colons(found.rank)}"
    if one.value is not None:
        if (found.kind == TEXT and not symbol.rank) or symbol.rank:
            symbol.made_by = one.value
            members[one.name] = symbol
            return text
        if symbol.rank or found.kind.family not in ("integer", "real", "logical"):
            raise Declined("a member with a value of another form")
        symbol.preset = True
        text += f" = {c.fortran(assigned(c, expression(c, one.value), found.kind))}"
    members[one.name] = symbol
    return text

"""The parameters of a C++ function as dummy arguments."""

from __future__ import annotations

from dataclasses import dataclass, replace

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import STEP, Context, field_of
from translate.corpus.rules.cpp_to_fortran.declared import colons, settled_extent, typed
from translate.corpus.rules.cpp_to_fortran.expressions import expression
from translate.corpus.rules.cpp_to_fortran.kinds import TEXT, Kind, is_letter, spelled
from translate.corpus.rules.cpp_to_fortran.places import split_row
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.uses import plain_extent
from translate.source.loops import bare, declarations, squeezed
from translate.source.loops import terms as chained
from translate.source.parse import Node, walk

QUALIFIERS = ("const", "__restrict__", "__restrict", "restrict", "register", "volatile")
GROWING = ("push_back", "emplace_back", "pop_back", "resize", "clear", "assign", "insert", "erase", "reserve")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter as C++ says it."""

    name: str
    kind: Kind
    how: str
    """`value`, `reference`, `array`, `vector` or `copy` for a vector by value."""
    constant: bool
    widths: tuple[str, ...] = ()
    """Extents of the dimensions after the first."""
    rank: int = 0
    default: Node | None = None
    extents: tuple[str, ...] = ()
    """Of a `std::array`, outer first."""


@dataclass(frozen=True, slots=True)
class Dummy:
    """The declaration of a dummy argument: those of lower order come first."""

    order: int
    type: str
    name: str


def head_of(function: Node) -> Node:
    """The declarator with the parameters. Raises Declined."""
    head = field_of(function, "declarator")
    if head.type == "reference_declarator":
        head = head.named_children[-1]
    if head.type != "function_declarator":
        raise Declined("a function that returns a pointer")
    return head


def parameters(c: Context, function: Node) -> list[Parameter]:
    """The parameters of a function. Raises Declined."""
    found: list[Parameter] = []
    for node in field_of(head_of(function), "parameters").named_children:
        if node.type == "comment" or c.text(node) == "void":
            continue
        names = declarations(c.tree, node) if node.type in ("parameter_declaration", "optional_parameter_declaration") else []
        if len(names) != 1:
            raise Declined("a parameter of another form")
        if not c.in_program and any(names[0].name.lower() == other.name.lower() for other in found):
            raise Declined("parameters that only differ in case")
        one = _parameter(c, names[0].name, names[0].type, names[0].shape)
        found.append(replace(one, default=node.child_by_field_name("default_value")))
    return found


def bound(c: Context, one: Parameter, body: Node) -> Dummy:
    """Bind the parameter's name, and say how it is declared. Raises Declined."""
    name = c.names.spelled(one.name)
    symbol = c.names.bind(one.name, Symbol(name, one.kind, role="dummy"))
    kind = spelled(one.kind, c.style)
    changed = one.name in c.changed and not (one.how == "array" and one.constant)
    intent = "inout" if changed else "in"
    if one.kind == TEXT:
        return _text(one, name, changed)
    if one.how == "value":
        return Dummy(0 if one.kind.family == "integer" else 1, f"{kind}, intent(in)", name)
    if one.how == "reference":
        symbol.role = "reference"
        return Dummy(1, f"{kind}, intent({intent})", name)
    if one.how in ("vector", "copy"):
        symbol.rank, symbol.vector = one.rank, not one.extents
        if one.extents:
            symbol.shape = tuple(settled_extent(c, extent, expression) for extent in reversed(one.extents))
            shape = f"({', '.join(symbol.shape)})"
            return Dummy(2, f"{kind}, intent({'in' if one.how == 'copy' else intent})", name + shape)
        grows = ", allocatable" if one.how == "vector" and grown(c, one.name, body) else ""
        return Dummy(2, f"{kind}{grows}, intent({'in' if one.how == 'copy' else intent})", f"{name}{colons(one.rank)}")
    return Dummy(*_array(c, one, symbol, body, f"{kind}, intent({intent})"))


def copies(c: Context, given: list[Parameter]) -> list[str]:
    """Lines that give the procedure its own copy of what C++ passes by value and changes."""
    lines = []
    for one in given:
        if one.how in ("value", "copy") and one.name in c.changed:
            dummy = c.names.known(one.name)
            symbol = Symbol("", one.kind, rank=one.rank, vector=one.how == "copy" and not one.extents)
            if one.how == "copy":
                symbol.shape = dummy.shape if one.extents else (":",) * one.rank
            kind = spelled(one.kind, c.style) + (", allocatable" if symbol.vector else "")
            copy = c.names.local(f"{dummy.name}_local", kind, symbol)
            c.names.bind(one.name, copy)
            lines.append(f"{STEP}{copy.name} = {dummy.name}")
    return lines


def grown(c: Context, name: str, body: Node) -> bool:
    """Whether a vector may change its length."""
    for node in walk(body):
        if node.type == "field_expression" and c.text(field_of(node, "argument")) == name and c.text(field_of(node, "field")) in GROWING:
            return True
        if node.type == "assignment_expression" and c.text(field_of(node, "left")) == name:
            return True
        if node.type == "call_expression":
            called = c.called(c.text(field_of(node, "function")))
            if called and any(c.text(arg) == name for arg in field_of(node, "arguments").named_children) and called.grows:
                return True
    return False


def how_passed(c: Context, one: Parameter, body: Node) -> str:
    """How a caller hands the argument over."""
    if one.how == "array" and not one.widths and _one_value(c, one.name, body):
        return "pointee"
    return "constant" if one.how == "reference" and one.constant else one.how


def _parameter(c: Context, name: str, kind_text: str, shape: str) -> Parameter:
    for word in QUALIFIERS:
        shape = shape.replace(word, "")
    constant = "const" in kind_text.split()
    if is_letter(kind_text) and shape == "*" and constant:
        return Parameter(name, TEXT, "reference", True)
    found = typed(c, kind_text)
    kind = found.kind
    if found.rank:
        if shape not in ("", "&"):
            raise Declined("a parameter that holds an array")
        if found.extents:
            how = "copy" if shape == "" and not constant else "vector"
            return Parameter(name, kind, how, constant, (), found.rank, extents=found.extents)
        return Parameter(name, kind, "copy" if shape == "" and not constant else "vector", constant, (), found.rank)
    scalar = kind.is_number or kind.family in ("character", "derived")
    if shape == "" and scalar:
        return Parameter(name, kind, "value", constant)
    if shape == "&" and scalar:
        return Parameter(name, kind, "reference", constant)
    extents = [part.rstrip("]") for part in shape.split("[")[1:]]
    if (shape == "*" or (shape.startswith("[") and shape.endswith("]"))) and (kind.is_number or kind.family == "derived"):
        if kind.unsigned and kind.size > 2:
            raise Declined("an array of unsigned numbers")
        return Parameter(name, kind, "array", constant, tuple(extents[1:]))
    raise Declined(f"a parameter {kind.family} {''.join(ch for ch in shape if ch in '*&[]')}".strip())


def _text(one: Parameter, name: str, changed: bool) -> Dummy:
    if one.how == "reference" and not one.constant:
        return Dummy(1, "character(len=:), allocatable, intent(inout)", name)
    if changed:
        raise Declined("a text that is changed where it is passed by value")
    return Dummy(1, "character(len=*), intent(in)", name)


def _array(c: Context, one: Parameter, symbol: Symbol, body: Node, kind: str) -> tuple[int, str, str]:
    name = symbol.name
    if one.widths:
        symbol.rank = 1 + len(one.widths)
        if not all(width.isdigit() or _settled(c, width) or _constant(c, width) for width in one.widths):
            raise Declined("an array whose rows have no known length")
        shape = [*reversed([_name_of(c, width) for width in one.widths]), "*"]
        return 2, kind, f"{name}({', '.join(shape)})"
    symbol.rank = 1
    if _one_value(c, one.name, body):
        symbol.rank, symbol.pointee = 0, True
        return 1, kind, name
    width = _width(c, one.name, body) if c.style.two_dimensional else ""
    symbol.width = width
    shape_text = f"{_name_of(c, width)}, *" if width else _extent(c, one.name)
    return 2, kind, f"{name}({shape_text})"


def _name_of(c: Context, width: str) -> str:
    return width if width.isdigit() else c.names.known(width).name


def _constant(c: Context, name: str) -> bool:
    symbol = c.names.find(name)
    return symbol is not None and symbol.role == "constant"


def _settled(c: Context, name: str) -> bool:
    """Whether the name is a parameter that keeps its value."""
    assert c.body is not None and c.body.parent is not None
    one = next((one for one in parameters(c, c.body.parent) if one.name == name), None)
    return one is not None and one.how == "value" and one.kind.family == "integer" and name not in c.changed


def _extent(c: Context, name: str) -> str:
    if c.style.shapes == "assumed":
        return "*"
    found = plain_extent(c, name)
    return _late_name(c, found[0]) if found and _settled(c, found[0]) else "*"


def _late_name(c: Context, name: str) -> str:
    symbol = c.names.find(name)
    if symbol is not None:
        return symbol.name
    # The parameter comes later in the list; its name must be what it will be called.
    low = name.lower()
    return name if low not in c.names.taken and low not in c.names.avoided and not name.startswith("_") else "*"


def _width(c: Context, name: str, body: Node) -> str:
    """The row length that every subscript of the array names; empty where there is none."""
    indices = []
    for leaf in walk(body):
        if leaf.type == "identifier" and c.text(leaf) == name:
            parent = leaf.parent
            found = parent.child_by_field_name("indices") if parent is not None and parent.type == "subscript_expression" else None
            if found is None or found.named_child_count != 1 or parent is None or parent.child_by_field_name("argument") != leaf:
                return ""
            indices.append(found.named_children[0])
    if not indices:
        return ""
    for term in chained(indices[0], "+"):
        for factor in chained(term, "*"):
            width = squeezed(c.text(factor))
            known = width.isdigit() or (_settled(c, width) and c.names.find(width) is not None)
            if known and all(split_row(c, bare(index), width) for index in indices):
                return width
    return ""


def _one_value(c: Context, name: str, body: Node) -> bool:
    """Whether a pointer is only ever looked at as `*p`, and somewhere is."""
    seen = False
    for leaf in walk(body):
        if leaf.type == "identifier" and c.text(leaf) == name:
            parent = leaf.parent
            while parent is not None and parent.type == "parenthesized_expression":
                parent = parent.parent
            if parent is None or parent.type != "pointer_expression" or parent.children[0].type != "*":
                return False
            seen = True
    return seen

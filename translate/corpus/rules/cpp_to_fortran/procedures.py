"""A C++ function as a Fortran procedure."""

from __future__ import annotations

from dataclasses import dataclass

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import STEP, Called, Context, changed_names, field_of
from translate.corpus.rules.cpp_to_fortran.kinds import Kind, kind_of, spelled
from translate.corpus.rules.cpp_to_fortran.places import split_row
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.statements import block
from translate.corpus.rules.cpp_to_fortran.uses import plain_extent
from translate.source.loops import bare, declarations, squeezed
from translate.source.loops import terms as chained
from translate.source.parse import Node, walk

QUALIFIERS = ("const", "__restrict__", "__restrict", "restrict", "register", "volatile")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter as C++ says it."""

    name: str
    kind: Kind
    how: str
    """`value`, `reference` or `array`."""
    constant: bool
    widths: tuple[str, ...] = ()
    """Extents of the dimensions after the first."""


def called(c: Context, function: Node) -> Called:
    """What callers need to know of the function. Raises Declined."""
    given = parameters(c, function)
    name = c.text(field_of(head_of(function), "declarator"))
    return Called(name, kind_of(_type(c, function)), tuple(one.how for one in given), tuple(one.kind for one in given))


def procedure(c: Context, function: Node) -> list[str]:
    """The lines of the procedure, its own name and parameters kept. Raises Declined."""
    body = field_of(function, "body")
    given = parameters(c, function)
    kind = kind_of(_type(c, function))
    name = c.names.spelled(c.text(field_of(head_of(function), "declarator")))
    c.body = body
    c.changed = changed_names(c.tree, body, c.functions)
    dummies = [_bind(c, one, body) for one in given]
    if kind.family != "void":
        c.result, c.result_kind = c.names.spelled(c.style.result), kind
    copies = _copies(c, given)
    declared = [line for _, line in sorted(dummies, key=lambda one: one[0])]
    block(c, body)
    lines = c.lines[:-1] if c.lines and c.lines[-1] == f"{STEP}return" else c.lines
    _require_result(c, body)
    order = ", ".join(_shown(c, one) for one in given)
    word = "subroutine" if kind.family == "void" else "function"
    recursive = "recursive " if name.lower() in {callee.lower() for callee in c.used} or _calls_itself(c, body, name) else ""
    head = f"{recursive}{word} {name}({order})" + (f" result({c.result})" if c.result else "")
    result = [f"{STEP}{spelled(kind, c.style)} :: {c.result}"] if c.result else []
    return [
        head,
        *_uses(c),
        f"{STEP}implicit none",
        *_parameter_of_kind(c),
        *(STEP + line for line in declared),
        *result,
        *(STEP + line for line in c.names.declared.values()),
        "",
        *copies,
        *lines,
        f"end {word} {name}",
    ]


def head_of(function: Node) -> Node:
    """The declarator with the parameters. Raises Declined."""
    head = field_of(function, "declarator")
    if head.type != "function_declarator":
        raise Declined("a function that returns a pointer")
    if field_of(head, "declarator").type != "identifier":
        raise Declined("a method")
    return head


def parameters(c: Context, function: Node) -> list[Parameter]:
    """The parameters of a function. Raises Declined."""
    found = []
    for node in field_of(head_of(function), "parameters").named_children:
        if node.type == "comment" or c.text(node) == "void":
            continue
        names = declarations(c.tree, node) if node.type == "parameter_declaration" else []
        if len(names) != 1:
            raise Declined("a parameter of another form")
        found.append(_parameter(names[0].name, names[0].type, names[0].shape))
    return found


def _parameter(name: str, kind_text: str, shape: str) -> Parameter:
    for word in QUALIFIERS:
        shape = shape.replace(word, "")
    constant = "const" in kind_text.split()
    kind = kind_of(kind_text)
    if shape == "" and kind.is_number:
        return Parameter(name, kind, "value", constant)
    if shape == "&" and kind.is_number:
        return Parameter(name, kind, "reference", constant)
    extents = [part.rstrip("]") for part in shape.split("[")[1:]]
    if (shape == "*" or (shape.startswith("[") and shape.endswith("]"))) and kind.is_number:
        if kind.unsigned:
            raise Declined("an array of unsigned numbers")
        return Parameter(name, kind, "array", constant, tuple(extents[1:]))
    raise Declined(f"a parameter {kind.family} {''.join(ch for ch in shape if ch in '*&[]')}".strip())


def _bind(c: Context, one: Parameter, body: Node) -> tuple[int, str]:
    """The rank of a dummy argument's declaration among the others, and its text."""
    name = c.names.spelled(one.name)
    symbol = c.names.bind(one.name, Symbol(name, one.kind, role="dummy"))
    kind = spelled(one.kind, c.style)
    changed = one.name in c.changed
    if one.how == "value":
        return (0 if one.kind.family == "integer" else 1), f"{kind}, intent(in) :: {name}"
    if one.how == "reference":
        symbol.role = "reference"
        return 1, f"{kind}, intent({'inout' if changed else 'in'}) :: {name}"
    intent = "inout" if changed else "in"
    if one.widths:
        symbol.rank = 1 + len(one.widths)
        if not all(width.isdigit() or _settled(c, width) for width in one.widths):
            raise Declined("an array whose rows have no known length")
        shape = [*reversed([_name_of(c, width) for width in one.widths]), "*"]
        return 2, f"{kind}, intent({intent}) :: {name}({', '.join(shape)})"
    symbol.rank = 1
    if _one_value(c, one.name, body):
        symbol.rank, symbol.pointee = 0, True
        return 1, f"{kind}, intent({intent}) :: {name}"
    width = _width(c, one.name, body) if c.style.two_dimensional else ""
    symbol.width = width
    shape_text = f"{_name_of(c, width)}, *" if width else _extent(c, one.name)
    return 2, f"{kind}, intent({intent}) :: {name}({shape_text})"


def _name_of(c: Context, width: str) -> str:
    return width if width.isdigit() else c.names.known(width).name


def _settled(c: Context, name: str) -> bool:
    """Whether the name is a parameter that keeps its value."""
    parameters_ = {one.name: one for one in _given(c)}
    one = parameters_.get(name)
    return one is not None and one.how == "value" and one.kind.family == "integer" and name not in c.changed


def _given(c: Context) -> list[Parameter]:
    assert c.body is not None and c.body.parent is not None
    return parameters(c, c.body.parent)


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
            if found is None or found.named_child_count != 1 or leaf.parent is None or leaf.parent.child_by_field_name("argument") != leaf:
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


def _copies(c: Context, given: list[Parameter]) -> list[str]:
    """Lines that give the procedure its own copy of what C++ passes by value and changes."""
    lines = []
    for one in given:
        if one.how == "value" and one.name in c.changed:
            dummy = c.names.known(one.name)
            copy = c.names.local(f"{dummy.name}_local", spelled(one.kind, c.style), Symbol("", one.kind))
            c.names.bind(one.name, copy)
            lines.append(f"{STEP}{copy.name} = {dummy.name}")
    return lines


def _shown(c: Context, one: Parameter) -> str:
    symbol = c.names.blocks[0].get(one.name)
    assert symbol is not None
    return symbol.name.removesuffix("_local") if symbol.role == "local" else symbol.name


def _require_result(c: Context, body: Node) -> None:
    returns = [node for node in walk(body) if node.type == "return_statement"]
    if c.result and not returns:
        raise Declined("a function without a return")


def _calls_itself(c: Context, body: Node, name: str) -> bool:
    return any(node.type == "call_expression" and c.text(node.child_by_field_name("function") or node) == name for node in walk(body))


def _uses(c: Context) -> list[str]:
    if c.style.reals != "real64":
        return []
    text = "\n".join([*c.lines, *c.names.declared.values()])
    wanted = [name for name in ("int16", "int32", "int64", "int8", "real32", "real64") if name in text or True]
    return [f"{STEP}use, intrinsic :: iso_fortran_env, only: {', '.join(wanted)}"]


def _parameter_of_kind(c: Context) -> list[str]:
    return [f"{STEP}integer, parameter :: dp = kind(1.0d0)"] if c.style.reals == "dp" else []


def _type(c: Context, function: Node) -> str:
    words = [
        c.text(child)
        for child in function.children
        if child.type in ("primitive_type", "sized_type_specifier", "type_identifier", "qualified_identifier", "template_type")
    ]
    if not words:
        raise Declined("a function without a type")
    return " ".join(words)

"""A C++ function as a Fortran procedure."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.called import Called
from translate.corpus.rules.cpp_to_fortran.classes import bind_members, is_constructor, is_static, owner_name
from translate.corpus.rules.cpp_to_fortran.context import STEP, Context, changed_names, field_of
from translate.corpus.rules.cpp_to_fortran.declared import Typed, allocatable, colons, settled_extent, typed
from translate.corpus.rules.cpp_to_fortran.expressions import expression
from translate.corpus.rules.cpp_to_fortran.kinds import spelled
from translate.corpus.rules.cpp_to_fortran.objects import initialised
from translate.corpus.rules.cpp_to_fortran.parameters import Dummy, Parameter, bound, copies, grown, head_of, how_passed, parameters
from translate.corpus.rules.cpp_to_fortran.pointers import bind_moving_parameter, moved_pointers
from translate.corpus.rules.cpp_to_fortran.scope import facts
from translate.corpus.rules.cpp_to_fortran.statements import block
from translate.source.parse import Node, walk

WIDEST_LIST = 90
PRINTING = ("cout", "cerr", "printf", "puts")
OPERATORS = {
    "+": "plus", "-": "minus", "*": "times", "/": "over", "==": "equals", "!=": "differs", "<": "below", ">": "above", "()": "at",
    "[]": "at", "+=": "add", "-=": "subtract", "*=": "scale",
}  # fmt: skip


def called(c: Context, function: Node) -> Called:
    """What callers need to know of the function. Raises Declined."""
    given = parameters(c, function)
    kind = returned(c, function)
    body = field_of(function, "body")
    grows = any(grown(c, one.name, body) for one in given if one.how == "vector" and not one.extents)
    name = function_name(c, function)
    method = owner_name(c, function) in c.classes and not is_static(function) and not is_constructor(c, name)
    return Called(
        c.names.spelled(fortran_name(c, name)),
        kind.kind,
        tuple(how_passed(c, one, body) for one in given),
        tuple(one.kind for one in given),
        tuple(one.rank or 1 + len(one.widths) for one in given),
        kind.rank,
        kind.extents,
        grows,
        any(leaf.type == "identifier" and c.text(leaf) in PRINTING for leaf in walk(body)),
        tuple(one.default for one in given),
        method,
        method and not _is_constant(c, function),
        function,
    )


def function_name(c: Context, function: Node) -> str:
    """The name that C++ calls the function by, its class in front."""
    name = c.plain(c.text(field_of(head_of(function), "declarator")))
    owner = owner_name(c, function)
    return name if not owner or "::" in name else f"{owner}::{name}"


def fortran_name(c: Context, name: str) -> str:
    """What the procedure would like to be called."""
    if is_constructor(c, name):
        return f"new_{name.rpartition('::')[2]}"
    if name.lower() in facts()["names"]["intrinsics"].split():
        # The translation may need the intrinsic function itself.
        return f"{name}_of"
    name = name.replace("::", "_")
    head, operator, sign = name.partition("operator")
    if operator and sign and not sign[0].isidentifier():
        if sign.strip() not in OPERATORS:
            raise Declined(f"an operator {sign}")
        name = head + OPERATORS[sign.strip()]
    return name


def _is_constant(c: Context, function: Node) -> bool:
    """Whether a method promises to leave its object alone."""
    return any(child.type == "type_qualifier" and c.text(child) == "const" for child in head_of(function).children)


def returned(c: Context, function: Node) -> Typed:
    """The type of what the function returns. Raises Declined."""
    words = [
        c.text(child)
        for child in function.children
        if child.type in ("primitive_type", "sized_type_specifier", "type_identifier", "qualified_identifier", "template_type")
    ]
    if not words:
        name = function_name(c, function)
        if is_constructor(c, name):
            return Typed(c.classes[name.rpartition("::")[0]].kind)
        raise Declined("a function without a type")
    return typed(c, " ".join(words))


def procedure(c: Context, function: Node, name: str) -> list[str]:
    """The lines of the procedure. Raises Declined."""
    body = field_of(function, "body")
    c_name = function_name(c, function)
    made = is_constructor(c, c_name)
    c.owner = c.classes.get(owner_name(c, function))
    given = parameters(c, function)
    kind = returned(c, function)
    c.body = body
    c.changed = changed_names(c.tree, body, c.functions)
    first = _object(c, function, made) if c.owner is not None else []
    dummies = [*first, *(bound(c, one, body) for one in given)]
    order = ", ".join([*(one.name for one in first), *(c.names.known(one.name).name for one in given)])
    result = [f"{STEP}{spelled(kind.kind, c.style)} :: {c.self_name}"] if made else _result(c, kind)
    own = [*copies(c, given), *(STEP + line for line in c.aside(lambda: _moving(c, given)))]
    if made:
        initialised(c, function)
    block(c, body)
    lines = c.lines[:-1] if c.lines and c.lines[-1] == f"{STEP}return" else c.lines
    if c.result and not made and not any(node.type in ("return_statement", "throw_statement") for node in walk(body)):
        raise Declined("a function without a return")
    word = "function" if c.result else "subroutine"
    recursive = "recursive " if _calls_itself(c, body, c_name) else ""
    declared = grouped((one.type, one.name) for one in sorted(dummies, key=lambda one: one.order))
    text = [*(STEP + line for line in declared), *result, *(STEP + line for line in locals_of(c)), "", *own, *lines]
    return [
        f"{recursive}{word} {name}({order})" + (f" result({c.result})" if c.result else ""),
        *kinds_used(c, text),
        f"{STEP}implicit none",
        *parameter_of_kind(c),
        *text,
        f"end {word} {name}",
    ]


def _moving(c: Context, given: list[Parameter]) -> None:
    """Give the pointers that move an index each."""
    for one in given:
        if one.how == "array" and not one.widths and one.name in moved_pointers(c) and c.names.known(one.name).rank == 1:
            bind_moving_parameter(c, one.name)


def _object(c: Context, function: Node, made: bool) -> list[Dummy]:
    """The object that a method is called on; a constructor's is its result."""
    assert c.owner is not None
    if is_static(function):
        bind_members(c, c.owner, statics=True)
        return []
    c.self_name = c.names.spelled("self")
    bind_members(c, c.owner)
    if made:
        c.result, c.result_kind = c.self_name, c.owner.kind
        return []
    intent = "in" if _is_constant(c, function) else "inout"
    return [Dummy(1, f"{spelled(c.owner.kind, c.style)}, intent({intent})", c.self_name)]


def locals_of(c: Context) -> list[str]:
    """The declarations of the local variables."""
    return grouped(tuple(one.split(" :: ", 1)) for one in c.names.declared.values())  # type: ignore[misc]


def grouped(declared: Iterable[tuple[str, str]]) -> list[str]:
    """Declarations, those of one type that follow each other in one line."""
    lines = []
    for kind, names in groupby(declared, key=lambda one: one[0]):
        line = ""
        for _, name in names:
            if line and ("parameter" in kind or len(line) + len(name) > WIDEST_LIST):
                lines.append(f"{kind} :: {line}")
                line = ""
            line += f", {name}" if line else name
        lines.append(f"{kind} :: {line}")
    return lines


def kinds_used(c: Context, lines: list[str]) -> list[str]:
    """The `use` of the module that names kinds, where the style has it."""
    if c.style.reals != "real64" or c.contained:
        return []
    text = "\n".join(lines)
    wanted = [name for name in ("int8", "int16", "int64", "real32", "real64") if name in text]
    return [f"{STEP}use, intrinsic :: iso_fortran_env, only: {', '.join(wanted)}"] if wanted else []


def parameter_of_kind(c: Context) -> list[str]:
    """The declaration of the kind of reals, where the style names it."""
    return [f"{STEP}integer, parameter :: dp = kind(1.0d0)"] if c.style.reals == "dp" and not c.contained else []


def _result(c: Context, kind: Typed) -> list[str]:
    if kind.kind.family == "void":
        return []
    c.result, c.result_kind, c.result_rank = c.names.spelled(c.style.result), kind.kind, kind.rank
    c.result_extents = kind.extents
    if kind.extents:
        shape = [settled_extent(c, extent, expression) for extent in reversed(kind.extents)]
        return [f"{STEP}{spelled(kind.kind, c.style)} :: {c.result}({', '.join(shape)})"]
    if kind.rank:
        return [f"{STEP}{allocatable(c, kind.kind, kind.rank)} :: {c.result}{colons(kind.rank)}"]
    return [f"{STEP}{spelled(kind.kind, c.style)} :: {c.result}"]


def _calls_itself(c: Context, body: Node, name: str) -> bool:
    last = name.rpartition("::")[2]
    heads = (c.text(node.child_by_field_name("function") or node) for node in walk(body) if node.type == "call_expression")
    return any(head == last or head.endswith((f"::{last}", f".{last}", f">{last}")) for head in heads)

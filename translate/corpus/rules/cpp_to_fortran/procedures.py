"""A C++ function as a Fortran procedure."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import STEP, Called, Context, changed_names, field_of
from translate.corpus.rules.cpp_to_fortran.declared import Typed, allocatable, colons, typed
from translate.corpus.rules.cpp_to_fortran.kinds import spelled
from translate.corpus.rules.cpp_to_fortran.parameters import bound, copies, grown, head_of, how_passed, parameters
from translate.corpus.rules.cpp_to_fortran.statements import block
from translate.source.parse import Node, walk

WIDEST_LIST = 90
PRINTING = ("cout", "cerr", "printf", "puts")


def called(c: Context, function: Node) -> Called:
    """What callers need to know of the function. Raises Declined."""
    given = parameters(c, function)
    kind = returned(c, function)
    body = field_of(function, "body")
    grows = any(grown(c, one.name, body) for one in given if one.how == "vector")
    return Called(
        c.names.spelled(function_name(c, function)),
        kind.kind,
        tuple(how_passed(c, one, body) for one in given),
        tuple(one.kind for one in given),
        tuple(one.rank or 1 + len(one.widths) for one in given),
        kind.rank,
        grows,
        any(leaf.type == "identifier" and c.text(leaf) in PRINTING for leaf in walk(body)),
    )


def function_name(c: Context, function: Node) -> str:
    """The name that C++ calls the function by."""
    return c.text(field_of(head_of(function), "declarator"))


def returned(c: Context, function: Node) -> Typed:
    """The type of what the function returns. Raises Declined."""
    words = [
        c.text(child)
        for child in function.children
        if child.type in ("primitive_type", "sized_type_specifier", "type_identifier", "qualified_identifier", "template_type")
    ]
    if not words:
        raise Declined("a function without a type")
    return typed(c, " ".join(words))


def procedure(c: Context, function: Node, name: str) -> list[str]:
    """The lines of the procedure. Raises Declined."""
    body = field_of(function, "body")
    given = parameters(c, function)
    kind = returned(c, function)
    c.body = body
    c.changed = changed_names(c.tree, body, c.functions)
    dummies = [bound(c, one, body) for one in given]
    order = ", ".join(c.names.known(one.name).name for one in given)
    result = _result(c, kind)
    own = copies(c, given)
    block(c, body)
    lines = c.lines[:-1] if c.lines and c.lines[-1] == f"{STEP}return" else c.lines
    if c.result and not any(node.type == "return_statement" for node in walk(body)):
        raise Declined("a function without a return")
    word = "function" if c.result else "subroutine"
    recursive = "recursive " if _calls_itself(c, body, function_name(c, function)) else ""
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
    if kind.extents:
        raise Declined("a function that returns an array")
    c.result, c.result_kind, c.result_rank = c.names.spelled(c.style.result), kind.kind, kind.rank
    if kind.rank:
        return [f"{STEP}{allocatable(c, kind.kind, kind.rank)} :: {c.result}{colons(kind.rank)}"]
    return [f"{STEP}{spelled(kind.kind, c.style)} :: {c.result}"]


def _calls_itself(c: Context, body: Node, name: str) -> bool:
    return any(node.type == "call_expression" and c.text(node.child_by_field_name("function") or node) == name for node in walk(body))

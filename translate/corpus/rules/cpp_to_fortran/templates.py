"""Function templates: one procedure for each set of types that the text calls them with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.called import Called
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.declared import CONTAINERS, Typed, typed
from translate.corpus.rules.cpp_to_fortran.kinds import VOID, Kind
from translate.corpus.rules.cpp_to_fortran.places import array_at
from translate.corpus.rules.cpp_to_fortran.terms import Term
from translate.source.loops import declarations
from translate.source.parse import Node

Translate = Callable[[Context, Node], Term]


@dataclass(slots=True)
class Instance:
    """A template with its types."""

    node: Node
    called: Called
    types: dict[str, Typed]


@dataclass(slots=True)
class Templates:
    """The templates of a text, and those of their instances that are called."""

    host: Context
    make: Callable[[Context, Node], Called]
    """What callers know of a function."""
    nodes: dict[str, Node] = field(default_factory=dict)
    made: dict[tuple[str, tuple[Typed, ...]], Instance] = field(default_factory=dict)
    pending: list[Instance] = field(default_factory=list)


def remember(c: Context, node: Node, name: str) -> None:
    """Take note of a function template. Raises Declined."""
    function = node.named_children[-1]
    head = field_of(function, "declarator")
    given = head.child_by_field_name("parameters")
    if function.type != "function_definition" or given is None or c.templates is None or name in c.functions:
        raise Declined("a template of another form")
    how = []
    for one in given.named_children:
        found = declarations(c.tree, one)
        changes = bool(found) and found[0].shape[:1] in ("&", "*") and "const" not in found[0].type.split()
        how.append("reference" if changes else "value")
    c.templates.nodes[name] = node
    c.functions[name] = Called(name, VOID, tuple(how), (VOID,) * len(how), template=True)


def instance(c: Context, name: str, function: Node, given: list[Node], expression: Translate) -> Called:
    """The procedure for the types of a call. Raises Declined."""
    assert c.templates is not None
    template = c.templates.nodes[name]
    names = _type_names(c, template)
    types = dict(zip(names, _explicit(c, function), strict=False))
    head = field_of(template.named_children[-1], "declarator")
    parameters = [one for one in field_of(head, "parameters").named_children if one.type.endswith("parameter_declaration")]
    for parameter, node in zip(parameters, given, strict=False):
        _infer(c, parameter, node, names, types, expression)
    if set(types) != set(names):
        raise Declined("a template whose types the call does not say")
    key = (name, tuple(types[one] for one in names))
    if key not in c.templates.made:
        host = c.templates.host
        kept = host.types, host.named
        host.types, host.named = with_types(host, types)
        made = Instance(template.named_children[-1], c.templates.make(host, template.named_children[-1]), types)
        host.types, host.named = kept
        c.templates.made[key] = made
        c.templates.pending.append(made)
    found: Called = c.templates.made[key].called
    return found


def with_types(c: Context, types: dict[str, Typed]) -> tuple[dict[str, Kind], dict[str, Any]]:
    """The named types and containers, those of an instance added."""
    scalars = {name: one.kind for name, one in types.items() if not one.rank}
    return {**c.types, **scalars}, {**c.named, **{name: one for name, one in types.items() if one.rank}}


def _type_names(c: Context, template: Node) -> list[str]:
    parameters = field_of(template, "parameters").named_children
    if any(one.type != "type_parameter_declaration" for one in parameters):
        raise Declined("a template with other than types")
    return [c.text(one.named_children[0]) for one in parameters]


def _explicit(c: Context, function: Node) -> list[Typed]:
    arguments = function.child_by_field_name("arguments") if function.type == "template_function" else None
    return [typed(c, c.text(one)) for one in arguments.named_children] if arguments is not None else []


def _infer(c: Context, parameter: Node, node: Node, names: list[str], types: dict[str, Typed], expression: Translate) -> None:
    one = next(iter(declarations(c.tree, parameter)), None)
    if one is None:
        return
    text = " ".join(word for word in one.type.split() if word != "const").replace("std::", "")
    depth = 0
    while any(text.startswith(f"{container}<") for container in CONTAINERS):
        text, depth = text.partition("<")[2].rpartition(">")[0].partition(",")[0].strip(), depth + 1
    if text not in names or text in types:
        return
    array = array_at(c, node, expression)
    depth += one.shape.count("*") + one.shape.count("[")
    if array is None:
        if depth:
            raise Declined("a template called with what is no array")
        types[text] = Typed(expression(c, node).kind)
    elif array.rank == depth:
        types[text] = Typed(array.kind)
    elif not depth and array.vector:
        types[text] = Typed(array.kind, array.rank)
    else:
        raise Declined("a template called with an array of another form")

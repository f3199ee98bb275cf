"""A whole C++ program as a Fortran program, or functions that belong together as a module."""

from __future__ import annotations

from dataclasses import dataclass, field

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.called import Called
from translate.corpus.rules.cpp_to_fortran.classes import CLASSES, methods_of, nested_type
from translate.corpus.rules.cpp_to_fortran.context import STEP, Context, changed_names, field_of
from translate.corpus.rules.cpp_to_fortran.declared import Typed
from translate.corpus.rules.cpp_to_fortran.exceptions import FLAG, MESSAGE, declared_flags, somebody_catches, throwing
from translate.corpus.rules.cpp_to_fortran.globals import outer_variable, static_members
from translate.corpus.rules.cpp_to_fortran.procedures import (
    called,
    fortran_name,
    function_name,
    kinds_used,
    locals_of,
    parameter_of_kind,
    procedure,
)
from translate.corpus.rules.cpp_to_fortran.scope import Names
from translate.corpus.rules.cpp_to_fortran.statements import block
from translate.corpus.rules.cpp_to_fortran.structures import alias, enumeration, macro, structure
from translate.corpus.rules.cpp_to_fortran.style import FortranStyle
from translate.corpus.rules.cpp_to_fortran.supplied import supplied_lines, supplied_types
from translate.corpus.rules.cpp_to_fortran.templates import Templates, remember, with_types
from translate.source.parse import Node, Tree, walk

SKIPPED = ("string_literal", "preproc_include", "using_declaration", "comment", "preproc_call", ";", "static_assert_declaration")


@dataclass(slots=True)
class Outside:
    """What stands outside of functions: lines for the declarations, and the functions themselves."""

    lines: list[str] = field(default_factory=list)
    functions: list[Node] = field(default_factory=list)


def outside(c: Context) -> Outside:
    """Everything of the text, in order. Raises Declined."""
    found = Outside()
    _gather(c, c.tree.root, found)
    for function in list(found.functions):
        for node in walk(field_of(function, "body")) if function.type == "function_definition" else ():
            if node.type in CLASSES and node.child_by_field_name("body") is not None:
                if c.text(field_of(node, "name")) in c.classes:
                    raise Declined("two structures of one name")
                found.lines += structure(c, node)
                found.functions += _methods(c, node)
    return found


def whole_text(tree: Tree, style: FortranStyle, avoided: frozenset[str]) -> tuple[list[str], frozenset[str]]:
    """The lines, and the names of variables that hide an intrinsic function that the lines need. Raises Declined."""
    host = Context(tree, style, Names(avoided=avoided))
    host.templates = Templates(host, called)
    found = outside(host)
    functions = [one for one in found.functions if one.type == "function_definition"]
    if not functions:
        raise Declined("no function")
    main = next((one for one in functions if function_name(host, one) == "main"), None)
    if len(functions) == 1 and main is None:
        return _alone(host, functions[0], found.lines)
    host.names.spelled("main")
    host.in_program = main is not None
    host.catches = main is not None and somebody_catches(tree)
    host.throwing = throwing(host, [(function_name(host, one), one) for one in functions])
    if host.catches:
        host.names.spelled(FLAG)
        host.names.spelled(MESSAGE)
    ours = [(one, called(host, one)) for one in functions if one != main]
    for node, one in ours:
        first = host.functions.setdefault(function_name(host, node), one)
        if first is not one:
            first.others.append(one)
    names = [function_name(host, node) for node, _ in ours] or ["functions"]
    if main is not None:
        _main_body(host, main)
    inner = [_contained(host, node, one, {}, avoided) for node, one in ours]
    while host.templates.pending:
        made = host.templates.pending.pop(0)
        inner.append(_contained(host, made.node, made.called, made.types, avoided))
    lines = _program(host, found.lines, inner) if main is not None else _module(host, names[-1], found.lines, inner)
    used = {name.lower() for context in (host, *(context for context, _ in inner)) for name in context.used}
    taken = {name for context in (host, *(context for context, _ in inner)) for name in context.names.taken}
    instances = [made.called for made in host.templates.made.values()]
    known = {one.name.lower() for one in [*(one for _, one in ours), *instances]} | {name.lower() for name in host.structures}
    return lines, frozenset((used - known) & taken)


def _gather(c: Context, node: Node, found: Outside) -> None:
    for child in node.named_children:
        if child.type in SKIPPED or (child.type == "expression_statement" and not child.named_children):
            continue
        if child.type == "function_definition":
            if not any(one.type in ("default_method_clause", "delete_method_clause") for one in child.children):
                found.functions.append(child)
        elif child.type in CLASSES:
            found.lines += [*structure(c, child), *static_members(c)]
            found.functions += _methods(c, child)
        elif child.type == "linkage_specification":
            inner = field_of(child, "body")
            _gather(c, inner if inner.type == "declaration_list" else child, found)
        elif child.type == "template_declaration" and child.named_children[-1].type == "function_definition":
            remember(c, child, function_name(c, child.named_children[-1]))
            found.functions.append(child)
        elif child.type == "enum_specifier":
            found.lines += enumeration(c, child)
        elif child.type in ("alias_declaration", "type_definition"):
            alias(c, child)
        elif child.type == "preproc_def":
            found.lines += [line] if (line := macro(c, child)) else []
        elif child.type == "namespace_definition":
            space = child.child_by_field_name("name")
            if space is not None:
                c.namespaces.add(c.text(space))
            _gather(c, field_of(child, "body"), found)
        elif child.type == "declaration":
            if not _is_prototype(child):
                found.lines += outer_variable(c, child)
        else:
            raise Declined(child.type.replace("_", " "))


def _is_prototype(node: Node) -> bool:
    """Whether a declaration declares functions, or what a class has declared already."""
    kinds = {"function_declarator", "qualified_identifier"}
    for one in node.children_by_field_name("declarator"):
        inner = one.child_by_field_name("declarator") if one.type == "init_declarator" else one
        while inner is not None and inner.type in ("pointer_declarator", "reference_declarator", "array_declarator"):
            inner = inner.child_by_field_name("declarator") or inner.named_children[-1]
        if inner is None or inner.type not in kinds:
            return False
    return True


def _methods(c: Context, node: Node) -> list[Node]:
    body = node.child_by_field_name("body")
    if body is None:
        return []
    nested = [kind for child in body.named_children if (kind := nested_type(child)) is not None and kind.type in CLASSES]
    return [*(one for kind in nested for one in _methods(c, kind)), *methods_of(c, body)]


def _alone(c: Context, function: Node, lines: list[str]) -> tuple[list[str], frozenset[str]]:
    """One function, its constants declared within it."""
    if c.setup or any(" :: " not in line or "parameter" not in line for line in lines):
        raise Declined("a function with types or variables around it")
    name = function_name(c, function)
    c.names.declared.update({line.split(" :: ")[1].split(" = ")[0]: line for line in lines})
    c.names.blocks.append({})
    text = procedure(c, function, c.names.spelled(name))
    return text, frozenset(one.lower() for one in c.used) & frozenset(c.names.taken)


def _contained(
    host: Context, function: Node, one: Called, types: dict[str, Typed], avoided: frozenset[str]
) -> tuple[Context, list[str]]:
    # A name of the program that the function does not mention may be hidden by one of its own.
    mentioned = {host.text(leaf) for leaf in walk(function) if leaf.type in ("identifier", "type_identifier", "field_identifier")}
    seen = {name: symbol for block_ in host.names.blocks[:1] for name, symbol in block_.items() if name.rpartition("::")[2] in mentioned}
    needed = {symbol.name.lower() for symbol in seen.values()}
    for name, first in host.functions.items():
        if name.rpartition("::")[2] in mentioned or "operator" in name:
            needed |= {other.name.lower() for other in first.all() if not other.template}
    needed |= {name.lower() for name in host.structures}
    names = Names(blocks=[seen, {}], taken=dict.fromkeys(needed, ""), avoided=avoided)
    c = Context(host.tree, host.style, names, functions=host.functions, structures=host.structures, types=host.types, contained=True)
    c.catches, c.throwing, c.in_program = host.catches, host.throwing, host.in_program
    c.supplied, c.templates = host.supplied, host.templates
    c.types, c.named = with_types(host, types)
    c.namespaces, c.constants, c.classes = host.namespaces, dict(host.constants), host.classes
    return c, procedure(c, function, one.name)


def _main_body(host: Context, main: Node) -> None:
    host.main = True
    body = field_of(main, "body")
    host.body = body
    host.changed = changed_names(host.tree, body, host.functions)
    host.names.blocks.append({})
    block(host, body)


def _program(host: Context, outer: list[str], inner: list[tuple[Context, list[str]]]) -> list[str]:
    lines = host.lines[:-1] if host.lines and host.lines[-1] == f"{STEP}stop" else host.lines
    lines = [*(STEP + line for line in host.setup), *lines]
    contained = _indented([*(lines for _, lines in inner), *supplied_lines(host)])
    text = [*(STEP + line for line in [*supplied_types(host), *outer, *declared_flags(host), *locals_of(host)]), "", *lines, *contained]
    return ["program main", *kinds_used(host, text), f"{STEP}implicit none", *parameter_of_kind(host), *text, "end program main"]


def _module(host: Context, name: str, outer: list[str], inner: list[tuple[Context, list[str]]]) -> list[str]:
    if host.setup:
        raise Declined("a variable outside of functions that has to be set")
    text = [*(STEP + line for line in [*supplied_types(host), *outer]), *_indented([*(lines for _, lines in inner), *supplied_lines(host)])]
    module = host.names.spelled(f"{fortran_name(host, name)}_mod")
    return [f"module {module}", *kinds_used(host, text), f"{STEP}implicit none", *parameter_of_kind(host), *text, f"end module {module}"]


def _indented(inner: list[list[str]]) -> list[str]:
    lines = ["", "contains"] if inner else []
    for procedure_lines in inner:
        lines += ["", *(STEP + line if line else "" for line in procedure_lines if line.strip() != "implicit none")]
    return lines

"""Exceptions: a flag that is looked at after every call that may set it; where nobody goes on after one, the end of the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.expressions import expression
from translate.corpus.rules.cpp_to_fortran.kinds import TEXT
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare, name
from translate.source.loops import bare as bare_node
from translate.source.parse import Node, Tree, walk

ANY = ("std::exception", "exception", "...")
DERIVED = {
    "runtime_error": ("runtime_error", "overflow_error", "underflow_error", "range_error"),
    "logic_error": ("logic_error", "invalid_argument", "domain_error", "length_error", "out_of_range"),
}
FLAG, MESSAGE = "thrown", "thrown_text"


def somebody_catches(tree: Tree) -> bool:
    """Whether the program may go on after an exception of its own."""
    nodes = list(walk(tree.root))
    return any(node.type == "throw_statement" for node in nodes) and any(node.type == "try_statement" for node in nodes)


def throwing(c: Context, functions: list[tuple[str, Node]]) -> frozenset[str]:
    """The last parts of the C++ names of those functions that an exception may leave."""
    found: set[str] = set()
    for _ in functions:
        more = {key.rpartition("::")[2] for key, node in functions if _leaves(c, node, found)}
        if more <= found:
            break
        found |= more
    return frozenset(found)


def _leaves(c: Context, node: Node, throwing_names: set[str]) -> bool:
    if node.type == "try_statement":
        # What a handler throws again leaves all the same.
        return any(_leaves(c, child, throwing_names) for child in node.named_children if child.type == "catch_clause")
    if node.type == "throw_statement":
        return True
    if node.type == "call_expression" and _last_name(c, node) in throwing_names:
        return True
    return any(_leaves(c, child, throwing_names) for child in node.named_children)


def _last_name(c: Context, node: Node) -> str:
    function = field_of(node, "function")
    field = function.child_by_field_name("field") if function.type == "field_expression" else None
    return c.text(field or function).rpartition("::")[2]


def may_throw(c: Context, node: Node) -> bool:
    """Whether something called within the expression may throw, and somebody would go on after that."""
    if not c.catches:
        return False
    return any(one.type == "call_expression" and _last_name(c, one) in c.throwing for one in walk(node))


def leave_if_thrown(c: Context) -> None:
    """Put the way out of a procedure, a `try` or the program after an exception."""
    c.put(f"if ({FLAG}) {_way_out(c)}")


def _way_out(c: Context) -> str:
    if c.attempts:
        return f"exit {c.attempts[-1]}"
    return "error stop" if c.main else "return"


def throw(c: Context, node: Node) -> None:
    """Put a `throw`. Raises Declined."""
    message = _message(c, node)
    if not c.catches:
        c.put(f"error stop {c.fortran(message)}" if message is not None else "error stop")
        return
    if message is None:
        raise Declined("an exception of another form")
    c.put(f"{FLAG} = .true.")
    c.put(f"{MESSAGE} = {c.fortran(message)}")
    c.put(_way_out(c))


def _message(c: Context, node: Node) -> Term | None:
    value = bare_node(node.named_children[0]) if node.named_children else None
    if value is None:
        return None
    if value.type in ("call_expression", "compound_literal_expression"):
        given = value.child_by_field_name("arguments") or value.child_by_field_name("value")
        value = given.named_children[0] if given is not None and given.named_child_count == 1 else None
    if value is None or value.type in ("number_literal", "identifier"):
        return None
    term = bare(expression(c, value))
    return term if term.kind == TEXT else None


def attempt(c: Context, node: Node, block: Callable[[Context, Node], None]) -> None:
    """Put a `try` with its handler. Raises Declined."""
    handlers = [child for child in node.named_children if child.type == "catch_clause"]
    if not c.catches:
        block(c, field_of(node, "body"))
        return
    if len(handlers) != 1 or not _catches_all(c, handlers[0]):
        raise Declined("handlers that choose among exceptions")
    label = f"attempt{len(c.attempts) + c.tried}" if c.attempts or c.tried else "attempt"
    c.tried += 1
    c.attempts.append(label)
    c.within(f"{label}: block", lambda: block(c, field_of(node, "body")), f"end block {label}")
    c.attempts.pop()

    def handle() -> None:
        c.put(f"{FLAG} = .false.")
        c.names.blocks.append({})
        for caught in _caught(c, handlers[0]):
            c.names.bind(caught, Symbol(MESSAGE, TEXT, role="exception", element=name(MESSAGE, TEXT)))
        block(c, field_of(handlers[0], "body"))
        c.names.blocks.pop()

    c.within(f"if ({FLAG}) then", handle, "end if")


def _caught(c: Context, handler: Node) -> Iterator[str]:
    return (c.text(leaf) for leaf in walk(field_of(handler, "parameters")) if leaf.type == "identifier" and leaf.parent is not None
            and leaf.parent.type in ("reference_declarator", "parameter_declaration"))  # fmt: skip


def _catches_all(c: Context, handler: Node) -> bool:
    """Whether the handler is meant for everything that the text throws."""
    parameters = field_of(handler, "parameters")
    kinds = [c.text(field_of(one, "type")) for one in parameters.named_children if one.type == "parameter_declaration"]
    if not kinds or kinds[0] in ANY:
        return True
    wanted = kinds[0].removeprefix("std::")
    thrown = [c.text(one.named_children[0]) for one in walk(c.tree.root) if one.type == "throw_statement" and one.named_children]
    heads = [text.removeprefix("std::").partition("(")[0] for text in thrown]
    return all(head in DERIVED.get(wanted, (wanted,)) for head in heads)


def declared_flags(c: Context) -> list[str]:
    """The declarations that exceptions need."""
    return [f"logical :: {FLAG} = .false.", f"character(len=:), allocatable :: {MESSAGE}"] if c.catches else []



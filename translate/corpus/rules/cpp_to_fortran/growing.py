"""Methods that change a container: a new array of another length takes the place of the old one."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import as_number, complex_number
from translate.corpus.rules.cpp_to_fortran.expressions import expression
from translate.corpus.rules.cpp_to_fortran.kinds import INT, TEXT
from translate.corpus.rules.cpp_to_fortran.lists import exact, object_value
from translate.corpus.rules.cpp_to_fortran.places import array_at, place, section
from translate.corpus.rules.cpp_to_fortran.ranges import Range, range_of
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.strings import text_statement
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare, call, integer, name, plus, zero_of
from translate.corpus.rules.cpp_to_fortran.vectors import allocate, fill_container
from translate.source.loops import bare as bare_node
from translate.source.parse import Node, walk


def method_statement(c: Context, function: Node, given: list[Node]) -> None:
    """Put a call of a container's method. Raises Declined."""
    method = c.text(field_of(function, "field"))
    subject = field_of(function, "argument")
    symbol = array_at(c, subject, expression)
    if symbol is None:
        term = place(c, subject, expression, whole=True)
        if term.kind != TEXT:
            raise Declined(f"method {method}")
        text_statement(c, term, method, [expression(c, one) for one in given])
        return
    if method == "fill" and len(given) == 1:
        c.put(f"{c.fortran(section(symbol))} = {c.fortran(exact(c, given[0], symbol.kind))}")
        return
    if not symbol.vector or symbol.fixed:
        raise Declined(f"method {method}")
    if method in ("reserve", "shrink_to_fit"):
        return
    if symbol.rank == 1:
        _of_row(c, symbol, method, given)
    else:
        _of_rows(c, symbol, method, given, subject)


def _of_row(c: Context, symbol: Symbol, method: str, given: list[Node]) -> None:
    base = name(symbol.name, symbol.kind)
    if method in ("push_back", "emplace_back"):
        c.put(f"{symbol.name} = [{symbol.name}, {c.fortran(object_value(c, given, symbol.kind))}]")
    elif method == "pop_back":
        c.used.add("size")
        c.put(f"{symbol.name} = {symbol.name}(1:size({symbol.name}) - 1)")
    elif method == "clear":
        c.put(f"{symbol.name} = {symbol.name}(1:0)")
    elif method == "resize" and len(given) in (1, 2):
        _resize(c, symbol, given)
    elif method == "assign" and len(given) == 1 and given[0].type == "initializer_list":
        fill_container(c, symbol, given[0], again=True)
    elif method == "assign" and len(given) == 2:
        _assign(c, symbol, given)
    elif method == "insert" and len(given) in (2, 3):
        _insert(c, symbol, given)
    elif method == "erase" and len(given) == 1:
        at = _place(c, symbol, given[0])
        rest = Range(symbol, plus(at, 1), None)
        c.put(f"{symbol.name} = [{c.fortran(Range(symbol, integer(0), at).term())}, {c.fortran(rest.term())}]")
    else:
        raise Declined(f"method {method}")
    c.used |= {one.text for one in (call("size", INT, base),)}


def _resize(c: Context, symbol: Symbol, given: list[Node]) -> None:
    kind = symbol.kind
    if len(given) == 2:
        value = exact(c, given[1], kind)
    elif kind.family == "complex":
        value = complex_number(c, kind, [integer(0)])
    elif kind.is_number or kind.family == "character":
        value = zero_of(kind)
    else:
        value = object_value(c, [], kind)
    length = bare(as_number(expression(c, given[0])))
    c.used.add("reshape")
    c.put(f"{symbol.name} = reshape({symbol.name}, [{c.fortran(length)}], pad=[{c.fortran(value)}])")


def _assign(c: Context, symbol: Symbol, given: list[Node]) -> None:
    if _is_iterator(c, given[0]):
        source = range_of(c, given[0], given[1], expression)
        c.put(f"{symbol.name} = {c.fortran(source.term())}")
        return
    length, value = bare(as_number(expression(c, given[0]))), exact(c, given[1], symbol.kind)
    allocate(c, symbol, [c.fortran(length)], again=True)
    c.put(f"{symbol.name} = {c.fortran(value)}")


def _is_iterator(c: Context, node: Node) -> bool:
    text = c.text(node)
    return any(word in text for word in ("begin(", "end(")) or array_at(c, bare_node(node), expression) is not None


def _insert(c: Context, symbol: Symbol, given: list[Node]) -> None:
    at = _place(c, symbol, given[0])
    if len(given) == 3:
        middle = c.fortran(range_of(c, given[1], given[2], expression).term())
    else:
        middle = c.fortran(exact(c, given[1], symbol.kind))
    before, after = Range(symbol, integer(0), at), Range(symbol, at, None)
    parts = [c.fortran(before.term()) if at.text != "0" else "", middle, c.fortran(after.term()) if at.op != "call" else ""]
    c.put(f"{symbol.name} = [{', '.join(part for part in parts if part)}]")


def _place(c: Context, symbol: Symbol, node: Node) -> Term:
    """Where an iterator into the container points, counted from zero."""
    node = bare_node(node)
    first = range_of(c, node, node, expression) if not c.text(node).endswith(("end()", "cend()")) else None
    if first is None:
        return call("size", INT, name(symbol.name, symbol.kind))
    if first.symbol.name != symbol.name:
        raise Declined("an iterator into another container")
    return first.first


def _of_rows(c: Context, symbol: Symbol, method: str, given: list[Node], subject: Node) -> None:
    if method == "clear":
        allocate(c, symbol, ["0"] * symbol.rank, again=True)
    elif method in ("resize", "assign") and len(given) == 2 and (method == "assign" or _is_empty_before(c, subject)):
        fill_container(c, symbol, bare_node(given[0]).parent, again=True)
    else:
        raise Declined(f"method {method}")


def _is_empty_before(c: Context, subject: Node) -> bool:
    """Whether nothing else in the text gives the container a length."""
    wanted, others = c.text(subject), 0
    for node in walk(c.tree.root):
        function = node.child_by_field_name("function") if node.type == "call_expression" else None
        if function is not None and c.text(function) in (f"{wanted}.resize", f"{wanted}.push_back", f"{wanted}.assign"):
            others += 1
        if node.type == "assignment_expression" and c.text(field_of(node, "left")) == wanted:
            others += 1
        if node.type == "init_declarator" and c.text(field_of(node, "declarator")) == wanted:
            others += 1
    return others == 1

"""Algorithms of the C++ library over ranges, as array expressions and intrinsic functions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import as_condition, as_number, assigned, converted, same_kind
from translate.corpus.rules.cpp_to_fortran.kinds import BOOL, INT, Kind
from translate.corpus.rules.cpp_to_fortran.places import symbol_at, whole_number
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, added, bare, call, integer, name, plus, walk_terms
from translate.source.loops import bare as bare_node
from translate.source.parse import Node, walk

Translate = Callable[[Context, Node], Term]
ELEMENTAL = frozenset(
    "sqrt exp log log10 sin cos tan asin acos atan sinh cosh tanh abs real dble int max min mod iand ior nint achar iachar".split()
)
BEGINS, ENDS = ("begin", "cbegin"), ("end", "cend")


@dataclass(frozen=True, slots=True)
class Range:
    """Elements of an array that follow each other: the array, and where they begin, counted from zero."""

    symbol: Symbol
    first: Term
    last: Term | None
    """None: to the end of the array."""

    def term(self) -> Term:
        """The section of the array."""
        base = name(self.symbol.name, self.symbol.kind)
        whole = self.first.text == "0" and self.last is None
        if whole and not self.symbol.fixed:
            return base
        ends = (plus(self.first, 1), self.last) if self.last is not None else (plus(self.first, 1), call("size", INT, base))
        span = Term("raw", INT, (), ":") if whole else Term("range", INT, ends)
        return Term("element", self.symbol.kind, (base, span, *self.symbol.fixed))


@dataclass(frozen=True, slots=True)
class _End:
    symbol: Symbol
    place: Term | None
    """Counted from zero; None: the end of the array."""


def range_of(c: Context, begin: Node, end: Node, expression: Translate) -> Range:
    """The elements between two iterators or pointers. Raises Declined."""
    first, last = _end_of(c, begin, expression), _end_of(c, end, expression)
    if first.symbol.name != last.symbol.name or first.symbol.fixed != last.symbol.fixed or first.place is None:
        raise Declined("a range over two arrays")
    return Range(first.symbol, first.place, last.place)


def starting_at(c: Context, begin: Node, count: Term, expression: Translate) -> Range:
    """So many elements from an iterator on. Raises Declined."""
    first = _end_of(c, begin, expression)
    if first.place is None:
        raise Declined("a range that begins at an end")
    return Range(first.symbol, first.place, added("+", first.place, count, INT) if first.place.text != "0" else count)


def length(c: Context, found: Range) -> Term:
    """How many elements a range has."""
    if found.last is None and found.first.text == "0":
        dimension = [integer(1)] if found.symbol.fixed else []
        return call("size", INT, name(found.symbol.name, found.symbol.kind), *dimension)
    last = found.last or call("size", INT, name(found.symbol.name, found.symbol.kind))
    return last if found.first.text == "0" else Term("-", INT, (last, found.first))


def _end_of(c: Context, node: Node, expression: Translate) -> _End:
    node = bare_node(node)
    if node.type == "binary_expression" and field_of(node, "operator").type in ("+", "-"):
        inner = _end_of(c, field_of(node, "left"), expression)
        change = whole_number(expression(c, field_of(node, "right")))
        start = inner.place if inner.place is not None else _size(inner.symbol)
        return _End(inner.symbol, added(field_of(node, "operator").type, start, change, INT) if start.text != "0" else change)
    if node.type == "call_expression":
        return _end_by_call(c, node, expression)
    if node.type == "pointer_expression" and node.children[0].type == "&":
        inner_node = bare_node(field_of(node, "argument"))
        if inner_node.type == "subscript_expression":
            index = field_of(inner_node, "indices").named_children
            return _End(_array(c, field_of(inner_node, "argument"), expression), whole_number(expression(c, index[0])))
    symbol = _array(c, node, expression)
    if symbol.vector:
        raise Declined("a range of another form")
    if symbol.alias is not None:
        return _End(symbol.alias[0], symbol.alias[1])
    return _End(symbol, integer(0))


def _end_by_call(c: Context, node: Node, expression: Translate) -> _End:
    function, given = field_of(node, "function"), field_of(node, "arguments").named_children
    if function.type == "field_expression" and not given:
        word, subject = c.text(field_of(function, "field")), field_of(function, "argument")
    elif len(given) == 1:
        word, subject = c.plain(c.text(function)), given[0]
    else:
        raise Declined("a range of another form")
    if word == "data":
        return _End(_array(c, subject, expression), integer(0))
    if word not in (*BEGINS, *ENDS):
        raise Declined("a range of another form")
    return _End(_array(c, subject, expression), integer(0) if word in BEGINS else None)


def _array(c: Context, node: Node, expression: Translate) -> Symbol:
    node = bare_node(node)
    symbol = symbol_at(c, node, expression)
    if symbol is None and node.type == "subscript_expression":
        owner = symbol_at(c, field_of(node, "argument"), expression)
        index = field_of(node, "indices").named_children
        if owner is not None and owner.rank == 2 and not owner.fixed and len(index) == 1:
            row = plus(whole_number(expression(c, index[0])), 1)
            return Symbol(owner.name, owner.kind, owner.shape[:1], 1, fixed=(row,), vector=owner.vector)
    if symbol is None or (symbol.rank != 1 and symbol.alias is None) or symbol.width or symbol.pointee:
        raise Declined("a range of another form")
    return symbol


def _size(symbol: Symbol) -> Term:
    return call("size", INT, name(symbol.name, symbol.kind), *([integer(1)] if symbol.fixed else []))


def range_value(c: Context, function: str, given: list[Node], expression: Translate) -> Term | None:
    """The value of an algorithm that looks at a range; None where it is none of those. Raises Declined."""
    known = VALUES.get(function)
    if known is None or len(given) < 2:
        return None
    return known(c, given, expression)


def extreme(c: Context, node: Node, expression: Translate) -> Term | None:
    """`*max_element(...)`; None where it is something else."""
    function = c.plain(c.text(field_of(node, "function"))) if node.type == "call_expression" else ""
    given = field_of(node, "arguments").named_children if function in ("max_element", "min_element") else []
    if len(given) != 2:
        return None
    found = range_of(c, given[0], given[1], expression)
    return call(function[:3] + "val", found.symbol.kind, found.term())


def place_of_extreme(c: Context, begin: Node, node: Node, expression: Translate) -> Term:
    """`distance(begin, max_element(...))`. Raises Declined."""
    node = bare_node(node)
    function = c.plain(c.text(field_of(node, "function"))) if node.type == "call_expression" else ""
    given = field_of(node, "arguments").named_children if function in ("max_element", "min_element") else []
    if len(given) != 2 or c.text(given[0]) != c.text(begin):
        raise Declined("a distance of another form")
    found = range_of(c, given[0], given[1], expression)
    return Term("-", INT, (call(function[:3] + "loc", INT, found.term(), integer(1)), integer(1)))


def applied(c: Context, function: Node, args: list[Term], expression: Translate) -> Term:
    """What a lambda makes of elements: its one expression, its parameters standing for them. Raises Declined."""
    body = field_of(function, "body") if function.type == "lambda_expression" else None
    inside = [child for child in body.named_children if child.type != "comment"] if body is not None else []
    if len(inside) != 1 or inside[0].type != "return_statement" or not inside[0].named_children:
        raise Declined("a function of another form for a range")
    names = [leaf for one in walk(field_of(function, "declarator")) if one.type == "parameter_declaration" for leaf in _named(one)]
    if len(names) != len(args):
        raise Declined("a function of another form for a range")
    c.names.blocks.append({})
    for leaf, arg in zip(names, args, strict=True):
        c.names.bind(c.text(leaf), Symbol("", arg.kind, element=arg))
    term = expression(c, inside[0].named_children[0])
    c.names.blocks.pop()
    calls = [one for one in walk_terms(term) if one.op == "call" and one.text not in ELEMENTAL]
    if any(arg in tuple(walk_terms(one)) for one in calls for arg in args):
        raise Declined("a function for a range that takes one element at a time")
    return term


def _named(parameter: Node) -> list[Node]:
    declarator = parameter.child_by_field_name("declarator")
    return [one for one in walk(declarator) if one.type == "identifier"][:1] if declarator is not None else []


def _sum(c: Context, given: list[Node], expression: Translate) -> Term:
    found, start = range_of(c, given[0], given[1], expression), as_number(expression(c, given[2]))
    kind = found.symbol.kind
    if start.kind.family == "integer" and kind.family != "integer" or kind.family not in ("integer", "real"):
        raise Declined("a sum of another type than its start")
    operator, function = "+", "sum"
    if len(given) == 4:
        text = c.text(given[3]).removeprefix("std::")
        if not text.startswith("multiplies<"):
            raise Declined("a sum by a function")
        operator, function = "*", "product"
    total = call(function, kind, found.term())
    neutral = {"+": "0", "*": "1"}[operator]
    if start.op == "number" and float(start.text) == float(neutral):
        return converted(c, total, start.kind) if not same_kind(kind, start.kind) else total
    return Term(operator, start.kind, (start, converted(c, total, start.kind)))


def _dot(c: Context, given: list[Node], expression: Translate) -> Term:
    first = range_of(c, given[0], given[1], expression)
    second = starting_at(c, given[2], length(c, first), expression)
    start = as_number(expression(c, given[3]))
    if len(given) != 4 or not same_kind(first.symbol.kind, second.symbol.kind) or start.kind.family != first.symbol.kind.family:
        raise Declined("a product of two types")
    total = call("dot_product", first.symbol.kind, first.term(), second.term())
    if start.op == "number" and float(start.text) == 0:
        return converted(c, total, start.kind) if not same_kind(total.kind, start.kind) else total
    return Term("+", start.kind, (start, converted(c, total, start.kind)))


def _by_test(reduction: str, kind: Kind, *, negate: bool = False) -> Callable[[Context, list[Node], Translate], Term]:
    def tested(c: Context, given: list[Node], expression: Translate) -> Term:
        found = range_of(c, given[0], given[1], expression)
        test = bare(as_condition(applied(c, given[2], [found.term()], expression)))
        reduced = call(reduction, kind, test)
        return Term("not", BOOL, (reduced,)) if negate else reduced

    return tested


def _count(c: Context, given: list[Node], expression: Translate) -> Term:
    found = range_of(c, given[0], given[1], expression)
    value = bare(assigned(c, expression(c, given[2]), found.symbol.kind))
    equal = ".eqv." if found.symbol.kind.family == "logical" else "=="
    return call("count", INT, Term(equal, BOOL, (found.term(), value)))


def _equal(c: Context, given: list[Node], expression: Translate) -> Term:
    first = range_of(c, given[0], given[1], expression)
    second = starting_at(c, given[2], length(c, first), expression)
    equal = ".eqv." if first.symbol.kind.family == "logical" else "=="
    return call("all", BOOL, Term(equal, BOOL, (first.term(), second.term())))


def _distance(c: Context, given: list[Node], expression: Translate) -> Term:
    try:
        return length(c, range_of(c, given[0], given[1], expression))
    except Declined:
        return place_of_extreme(c, given[0], given[1], expression)


VALUES: dict[str, Callable[[Context, list[Node], Translate], Term]] = {
    "accumulate": _sum, "reduce": _sum, "inner_product": _dot, "all_of": _by_test("all", BOOL), "any_of": _by_test("any", BOOL),
    "none_of": _by_test("any", BOOL, negate=True), "count_if": _by_test("count", INT), "count": _count, "equal": _equal,
    "distance": _distance,
}  # fmt: skip

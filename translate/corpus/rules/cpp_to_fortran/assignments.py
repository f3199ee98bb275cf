"""Assignments, steps and swaps."""

from __future__ import annotations

from dataclasses import replace

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import assigned, complex_number
from translate.corpus.rules.cpp_to_fortran.expressions import condition, expression
from translate.corpus.rules.cpp_to_fortran.guarding import one_sided
from translate.corpus.rules.cpp_to_fortran.kinds import TEXT, Kind, spelled
from translate.corpus.rules.cpp_to_fortran.lists import structure_value
from translate.corpus.rules.cpp_to_fortran.operators import binary
from translate.corpus.rules.cpp_to_fortran.places import place, row_at, section, symbol_at
from translate.corpus.rules.cpp_to_fortran.pointers import set_pointer, step_pointer
from translate.corpus.rules.cpp_to_fortran.references import bind_set_pointer
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, integer, name, plus, walk_terms
from translate.corpus.rules.cpp_to_fortran.terms import bare as bare_term
from translate.corpus.rules.cpp_to_fortran.vectors import fill_container, whole
from translate.source.loops import bare
from translate.source.parse import Node, walk


def assign(c: Context, node: Node, *, value: Node | None = None) -> None:
    """Put an assignment; with `value`, that of a function's result."""
    if value is not None and c.result_rank and not c.result_extents and _is_made(c, bare(value)):
        fill_container(c, Symbol(c.result, c.result_kind, rank=c.result_rank, vector=True), bare(value), again=True)
        return
    if value is not None and c.result_rank:
        c.put(f"{c.result} = {c.fortran(whole(c, value, Symbol(c.result, c.result_kind, rank=c.result_rank, vector=True)))}")
        return
    if value is not None:
        _put(c, name(c.result, c.result_kind), "=", value, node)
        return
    left, right = bare(field_of(node, "left")), bare(field_of(node, "right"))
    if right.type == "assignment_expression":
        assign(c, right)
        right = field_of(right, "left")
    symbol = symbol_at(c, left, expression) if left.type in ("identifier", "field_expression", "qualified_identifier") else None
    if symbol is None and left.type == "subscript_expression" and field_of(node, "operator").type == "=":
        symbol = row_at(c, left, expression)
    if symbol is not None and symbol.fixed and field_of(node, "operator").type == "=":
        c.put(f"{c.fortran(section(symbol))} = {c.fortran(whole(c, right, symbol))}")
        return
    if symbol is not None and symbol.vector and not symbol.fixed and field_of(node, "operator").type == "=" and _is_made(c, right):
        fill_container(c, symbol, right, again=True)
        return
    if symbol is not None and symbol.rank and (symbol.vector or symbol.shape) and field_of(node, "operator").type == "=":
        c.put(f"{symbol.name} = {c.fortran(whole(c, right, symbol))}")
        return
    operator = field_of(node, "operator").type
    named = c.names.find(c.text(left)) if left.type == "identifier" else None
    if operator == "=" and named is not None and named.role == "unset":
        bind_set_pointer(c, c.text(left), right)
        return
    if operator == "=" and set_pointer(c, left, right, expression):
        return
    if operator in ("+=", "-=") and left.type == "identifier" and (c.names.known(c.text(left)).alias is not None):
        step_pointer(c, left, operator[0], expression, bare_term(expression(c, right)))
        return
    c.after = []
    target = place(c, left, expression)
    _settle(c, node, lambda: _put(c, target, field_of(node, "operator").type, right, node))


def _is_made(c: Context, value: Node) -> bool:
    """Whether the value is a new container, `vector<double>(n)`, or none at all."""
    if value.type == "initializer_list":
        return not value.named_children
    function = value.child_by_field_name("function") if value.type == "call_expression" else None
    return function is not None and "vector<" in c.text(function).partition("(")[0]


def initialise(c: Context, symbol: Symbol, value: Node) -> None:
    """Put the first assignment of a local variable."""
    c.after = []
    _settle(c, value, lambda: _put(c, name(symbol.name, symbol.kind), "=", value, value, symbol.moved))


def step(c: Context, node: Node) -> None:
    """Put `i = i + 1`."""
    if step_pointer(c, field_of(node, "argument"), field_of(node, "operator").type[0], expression):
        return
    target = place(c, field_of(node, "argument"), expression)
    _require_unmoved(target)
    if target.kind.family not in ("integer", "real"):
        raise Declined("++ of what is no number")
    sign = "+" if field_of(node, "operator").type == "++" else "-"
    c.put(f"{c.fortran(target)} = {c.fortran(Term(sign, target.kind, (target, integer(1))))}")


def swapped(c: Context, nodes: list[Node]) -> None:
    """Put the exchange of two places."""
    first, second = (place(c, node, expression) for node in nodes)
    if first.kind != second.kind or not first.kind.is_number:
        raise Declined("a swap of two types")
    kept = c.names.local("tmp", spelled(first.kind, c.style), Symbol("", first.kind))
    c.put(f"{kept.name} = {c.fortran(first)}")
    c.put(f"{c.fortran(first)} = {c.fortran(second)}")
    c.put(f"{c.fortran(second)} = {kept.name}")


def _settle(c: Context, node: Node, put: object) -> None:
    """Put the lines, then what the expression has left to be done, if nothing else looks at the stepped variables."""
    assert callable(put)
    put()
    after, c.after = c.after or [], None
    for line in after:
        stepped = line.partition(" = ")[0]
        spoken = (stepped.lower(), stepped.lower().removesuffix("_at"))
        uses = sum(leaf.type == "identifier" and c.text(leaf).lower() in spoken for leaf in walk(node))
        if uses != 1:
            raise Declined("++ of a variable that the statement uses again")
        c.put(line)


def _put(c: Context, target: Term, operator: str, value: Node, whole: Node, moved: int = 0) -> None:
    _require_unmoved(target)
    value = bare(value)
    if value.type == "conditional_expression" and (c.style.ternary == "if" or target.kind == TEXT or one_sided(c, value)):
        _put_choice(c, target, operator, value, whole, moved)
        return
    if target.kind.family == "derived" and operator == "=":
        c.put(f"{c.fortran(target)} = {c.fortran(structure_value(c, value, target.kind))}")
        return
    if value.type == "initializer_list" and target.kind.is_number and operator == "=":
        parts = [expression(c, part) for part in value.named_children]
        term = complex_number(c, target.kind, parts) if target.kind.family == "complex" else parts[0] if len(parts) == 1 else None
        if term is None:
            raise Declined("a number with several values")
    else:
        term = expression(c, value)
    if operator != "=":
        term = binary(c, operator.removesuffix("="), target, term)
        _require_no_growth(target.kind, term, target)
    term = assigned(c, term, target.kind)
    if moved:
        term = plus(term, moved)
    _require_no_growth(target.kind, term, target)
    c.put(f"{c.fortran(target)} = {c.fortran(term)}")


def _put_choice(c: Context, target: Term, operator: str, value: Node, whole: Node, moved: int) -> None:
    if c.after:
        raise Declined("++ within an expression")
    c.after = None
    head = c.fortran(condition(c, field_of(value, "condition")))
    c.within(f"if ({head}) then", lambda: _put(c, target, operator, field_of(value, "consequence"), whole, moved))
    c.within("else", lambda: _put(c, target, operator, field_of(value, "alternative"), whole, moved), "end if")


def _require_unmoved(target: Term) -> None:
    if target.text == "moved":
        raise Declined("a loop variable changed in the loop")


def _require_no_growth(kind: Kind, term: Term, target: Term) -> None:
    """An unsigned variable that multiplies or mixes itself is a hash, and wraps."""
    if not kind.unsigned or kind.size < 4:
        return
    inner = list(walk_terms(term))
    same = any(one.op == target.op and replace(one, kind=target.kind) == target for one in inner)
    if same and any(one.op == "*" or one.text in ("ishft", "ieor", "not") for one in inner):
        raise Declined("unsigned arithmetic that may wrap")

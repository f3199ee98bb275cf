"""Loops that do one thing to every element, as array expressions and reductions."""

from __future__ import annotations

from dataclasses import replace

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import as_number, assigned
from translate.corpus.rules.cpp_to_fortran.expressions import expression
from translate.corpus.rules.cpp_to_fortran.kinds import INT
from translate.corpus.rules.cpp_to_fortran.operators import binary
from translate.corpus.rules.cpp_to_fortran.places import place
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare, call, name, plus, walk_terms
from translate.source.loops import bare as bare_node
from translate.source.loops import counted_loop, statements
from translate.source.parse import Node, walk

ELEMENTAL = frozenset("sqrt exp log log10 sin cos tan asin acos atan sinh cosh tanh abs real dble max min mod".split())
SUMS = {"+": "sum", "*": "product"}
PLACEHOLDER = "."
NOT_AT_ONCE = ("update_expression", "assignment_expression", "conditional_expression")


def array_form(c: Context, node: Node) -> bool:
    """Put the loop without a `do` if the style asks for it and the loop allows it; whether it was put."""
    if not (c.style.array_expressions or c.style.reductions):
        return False
    loop = counted_loop(c.tree, node)
    inside = statements(loop.body) if loop is not None else []
    if loop is None or loop.type is None or loop.comparison != "<" or len(inside) != 1 or inside[0].type != "expression_statement":
        return False
    work = inside[0].named_children[0] if inside[0].named_children else None
    if work is None or work.type != "assignment_expression":
        return False
    start, bound = field_of(node, "initializer"), field_of(node, "condition")
    value = next(one for one in walk(start) if one.type == "init_declarator").child_by_field_name("value")
    if value is None or any(one.type in NOT_AT_ONCE for one in walk(field_of(work, "right"))):
        return False
    c.names.blocks.append({})
    try:
        return _put(c, loop.variable, value, field_of(bare_node(bound), "right"), work)
    except Declined:
        # The loop itself may still be said, or say why not.
        return False
    finally:
        c.names.blocks.pop()


def _put(c: Context, variable: str, start: Node, bound: Node, work: Node) -> bool:
    first = bare(as_number(expression(c, start)))
    last = bare(as_number(expression(c, bound)))
    if first.kind.family != "integer" or last.kind.family != "integer" or any(one.op == "element" for one in walk_terms(last)):
        return False
    c.names.bind(variable, Symbol(PLACEHOLDER, INT, moved=1, role="loop"))
    target = place(c, field_of(work, "left"), expression)
    operator = field_of(work, "operator").type
    right = expression(c, field_of(work, "right"))
    limits = (plus(first, 1), last)
    if target.op == "element" and c.style.array_expressions:
        return _elementwise(c, target, operator, right, limits)
    if target.op == "name" and c.style.reductions and operator in ("+=", "*="):
        return _reduction(c, target, operator[0], right, limits)
    return False


def _elementwise(c: Context, target: Term, operator: str, right: Term, limits: tuple[Term, Term]) -> bool:
    if operator != "=":
        right = binary(c, operator.removesuffix("="), target, right)
    right = assigned(c, right, target.kind)
    left = _sectioned(target, limits)
    whole = _sectioned(right, limits)
    if left is None or whole is None:
        return False
    # What another element of the same array says may already have been changed.
    if any(one.op == "element" and one.args[0] == target.args[0] and one != target for one in walk_terms(right)):
        return False
    c.put(f"{c.fortran(left)} = {c.fortran(whole)}")
    return True


def _reduction(c: Context, target: Term, operator: str, right: Term, limits: tuple[Term, Term]) -> bool:
    right = bare(right)
    if right.kind != target.kind or right.kind.family not in ("integer", "real") or target in tuple(walk_terms(right)):
        return False
    if not any(one.op == "element" for one in walk_terms(right)):
        return False
    if operator == "+" and right.op == "*" and all(bare(arg).op == "element" for arg in right.args):
        sections = [_sectioned(bare(arg), limits) for arg in right.args]
        if None in sections or right.args[0].kind != right.args[1].kind:
            return False
        reduced = call("dot_product", right.kind, *(one for one in sections if one is not None))
    else:
        section = _sectioned(right, limits)
        if section is None:
            return False
        reduced = call(SUMS[operator], right.kind, section)
    c.put(f"{c.fortran(target)} = {c.fortran(target)} {operator} {c.fortran(reduced)}")
    return True


def _sectioned(term: Term, limits: tuple[Term, Term]) -> Term | None:
    """The term with sections where elements were; None where the loop variable stands anywhere else."""
    if term.op == "element":
        if _mentions(term.args[0]) or len(term.args) != 2:
            return None
        offset = _offset(term.args[1])
        if offset is None:
            return term if not _mentions(term.args[1]) else None
        ends = tuple(plus(limit, offset) for limit in limits)
        return replace(term, args=(term.args[0], Term("range", INT, ends)))
    if term.op == "name":
        return None if term.text == PLACEHOLDER else term
    if term.op == "call" and term.text not in ELEMENTAL and _mentions(term):
        return None
    parts = [_sectioned(arg, limits) for arg in term.args]
    if None in parts:
        return None
    return replace(term, args=tuple(part for part in parts if part is not None))


def _offset(subscript: Term) -> int | None:
    """What is added to the variable; None where the subscript is anything else than the variable and a number."""
    for change in range(-4, 5):
        if subscript == plus(name(PLACEHOLDER, INT), change):
            return change
        if change and replace(subscript, text="") == replace(plus(name(PLACEHOLDER, INT), change), text=""):
            return change
    return None


def _mentions(term: Term) -> bool:
    return any(one.text == PLACEHOLDER for one in walk_terms(term))

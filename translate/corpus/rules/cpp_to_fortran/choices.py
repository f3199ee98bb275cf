"""`switch` as `select case`."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Around, Context, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import as_number
from translate.corpus.rules.cpp_to_fortran.expressions import expression
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare
from translate.source.loops import bare as bare_node
from translate.source.parse import Node

LEAVES = ("break_statement", "return_statement", "continue_statement")


def switch_statement(c: Context, node: Node, statement: Callable[[Context, Node], None]) -> None:
    """Put a `switch` whose cases do not run into each other. Raises Declined."""
    subject = expression(c, bare_node(field_of(node, "condition")))
    subject = subject if subject.kind.family == "character" else as_number(subject)
    if subject.kind.family not in ("integer", "character"):
        raise Declined("a switch over what is no whole number")
    cases = [child for child in field_of(node, "body").named_children if child.type != "comment"]
    if any(case.type != "case_statement" for case in cases):
        raise Declined("a switch of another form")
    c.loops.append(Around(False))
    c.put(f"select case ({c.fortran(bare(subject))})")
    values: list[Term] = []
    default = False
    for position, case in enumerate(cases):
        value = case.child_by_field_name("value")
        inside = [child for child in case.named_children if child != value and child.type != "comment"]
        if value is None:
            default = True
        else:
            values.append(bare(expression(c, value)))
        if not inside and position < len(cases) - 1:
            continue
        _put_case(c, values, default, _body(inside, last=position == len(cases) - 1), statement)
        values, default = [], False
    c.put("end select")
    c.loops.pop()


def _put_case(c: Context, values: list[Term], default: bool, body: list[Node], statement: Callable[[Context, Node], None]) -> None:
    head = "case default" if default else f"case ({', '.join(c.fortran(value) for value in values)})"

    def put() -> None:
        c.names.blocks.append({})
        for node in body:
            statement(c, node)
        c.names.blocks.pop()

    c.within(head, put)


def _body(inside: list[Node], last: bool) -> list[Node]:
    if len(inside) == 1 and inside[0].type == "compound_statement":
        inside = [child for child in inside[0].named_children if child.type != "comment"]
    elif len(inside) == 2 and inside[0].type == "compound_statement" and inside[1].type == "break_statement":
        return inside[:1]
    if not last and (not inside or inside[-1].type not in LEAVES):
        raise Declined("a case that runs into the next")
    return inside[:-1] if inside and inside[-1].type == "break_statement" else inside

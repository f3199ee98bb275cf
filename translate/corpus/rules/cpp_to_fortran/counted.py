"""`for` as `do` where it counts, as `do while` where it does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.array_forms import array_form
from translate.corpus.rules.cpp_to_fortran.conditions import is_safe, nested, put_exit, split_condition
from translate.corpus.rules.cpp_to_fortran.context import Context, changed_names, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import as_number, may_wrap
from translate.corpus.rules.cpp_to_fortran.expressions import condition, expression
from translate.corpus.rules.cpp_to_fortran.kinds import spelled
from translate.corpus.rules.cpp_to_fortran.locals import declare
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare, integer, negated, plus
from translate.corpus.rules.cpp_to_fortran.uses import begins_at_one, compared, lives_on
from translate.source.loops import bare as bare_node
from translate.source.loops import declarations, squeezed
from translate.source.loops import terms as chained
from translate.source.parse import Node, walk

Effect = Callable[[Context, Node], None]
Body = Callable[..., None]
TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "!=": "!="}


@dataclass(frozen=True, slots=True)
class Header:
    """`for (type variable = start; variable < bound && rest; variable += step)`."""

    type: str | None
    variable: str
    start: Node
    operator: str
    bound: Node
    rest: list[Node]
    step: Node | None
    """None: one."""
    down: bool


def for_statement(c: Context, node: Node, effect: Effect, loop_body: Body) -> None:
    """Put a `for` loop. Raises Declined."""
    if array_form(c, node):
        return
    header = _header(c, node)
    body = field_of(node, "body")
    if header is None or not _counts(c, header, body):
        _as_while(c, node, effect, loop_body)
        return
    c.names.blocks.append({})
    _counted(c, node, header, loop_body)
    c.names.blocks.pop()


def _counted(c: Context, node: Node, header: Header, loop_body: Body) -> None:
    kept = lives_on(c, header.variable, header.type)
    moved = int(begins_at_one(c, header.variable, node, kept) and _may_move(c, header))
    start = bare(as_number(expression(c, header.start)))
    bound = bare(as_number(expression(c, header.bound)))
    if "integer" != start.kind.family or bound.kind.family != "integer" or may_wrap(start):
        raise Declined("a loop over what is no whole number")
    if header.type is not None:
        kind = c.kind(header.type) if "auto" not in header.type else start.kind
        symbol = c.names.local(header.variable, spelled(kind, c.style), Symbol("", kind, role="loop"))
    else:
        symbol = c.names.known(header.variable)
    if symbol.kind.family != "integer" or symbol.kind.size < 4 or symbol.rank or symbol.role in ("reference", "global") or symbol.moved:
        raise Declined("a loop variable of another kind")
    last = {"<": -1, "!=": -1, "<=": 0, ">": 1, ">=": 0}[header.operator]
    if header.operator == "!=" and header.down:
        last = 1
    limits = [c.fortran(plus(start, moved)), c.fortran(plus(bound, last + moved))]
    step = bare(expression(c, header.step)) if header.step is not None else integer(1)
    if header.down:
        step = negative(step)
    if c.fortran(step) != "1":
        limits.append(c.fortran(step))
    role, symbol.role = symbol.role, "loop"
    first = plus(start, moved)
    tested = any(leaf.type == "identifier" and c.text(leaf) == header.variable and compared(leaf) for leaf in walk(field_of(node, "body")))
    symbol.lowest = int(first.text) if first.op == "number" and not tested and not header.down else None
    symbol.moved = moved

    def inside() -> None:
        for part in header.rest:
            for one in nested(c, part) or []:
                c.put(f"if ({c.fortran(negated(condition(c, one)))}) exit")
            if nested(c, part) is None:
                put_exit(c, part)
        loop_body(c, field_of(node, "body"))

    c.within(f"do {symbol.name} = {', '.join(limits)}", inside, "end do")
    symbol.moved, symbol.role, symbol.lowest = 0, role, None


def negative(term: Term) -> Term:
    """`-term`."""
    return integer(-int(term.text), term.kind) if term.op == "number" else Term("neg", term.kind, (term,))


def _may_move(c: Context, header: Header) -> bool:
    """Up with `<`, or down to zero."""
    if header.down:
        return header.operator == ">=" or c.text(header.bound) == "-1"
    return header.operator in ("<", "!=")


def _counts(c: Context, header: Header, body: Node) -> bool:
    """Whether a `do` runs over the same values: nothing that its head says changes on the way."""
    changed = changed_names(c.tree, body, c.functions)
    for part in header.rest:
        changed |= changed_names(c.tree, part, c.functions)
    said = [header.bound] + ([header.step] if header.step is not None else [])
    if header.variable in changed or _shadowed(c, body, header.variable):
        return False
    for node in said:
        for leaf in walk(node):
            if leaf.type == "call_expression" and not _plain_size(c, leaf):
                return False
            if leaf.type == "identifier" and c.text(leaf) in changed | {header.variable}:
                return False
    bound = bare(expression(c, header.bound))
    if bound.kind.family not in ("integer", "logical"):
        return False
    step = expression(c, header.step) if header.step is not None else integer(1)
    if step.kind.family != "integer" or (step.op == "number" and int(step.text) == 0) or bare(step).op == "neg":
        return False
    return not (header.operator == "!=" and header.step is not None)


def _plain_size(c: Context, call: Node) -> bool:
    function = call.child_by_field_name("function")
    if function is None:
        return False
    name = c.text(function).removeprefix("std::")
    return name in ("min", "max", "sqrt", "abs") or (function.type == "field_expression" and name.endswith((".size", ".length")))


def _shadowed(c: Context, body: Node, name: str) -> bool:
    return any(one.name == name for node in walk(body) if node.type == "declaration" for one in declarations(c.tree, node))


def _header(c: Context, node: Node) -> Header | None:
    first, test, update = (node.child_by_field_name(name) for name in ("initializer", "condition", "update"))
    if first is None or test is None or update is None:
        return None
    started = _start(c, first)
    if started is None:
        return None
    kind, variable, start = started
    parts = chained(test, "&&")
    compared = _comparison(c, parts[0], variable)
    stepped = _step(c, update, variable)
    if compared is None or stepped is None:
        return None
    operator, bound = compared
    step, down = stepped
    if down != (operator in (">", ">=")) and operator != "!=":
        return None
    if len(parts) > 1 and not all(is_safe(c, part) or nested(c, part) for part in parts[1:]):
        return None
    return Header(kind, variable, start, operator, bound, parts[1:], step, down)


def _start(c: Context, node: Node) -> tuple[str | None, str, Node] | None:
    if node.type == "declaration":
        found = declarations(c.tree, node)
        if len(found) == 1 and found[0].value is not None and not found[0].shape and found[0].value.type != "initializer_list":
            return found[0].type, found[0].name, found[0].value
    if node.type == "assignment_expression" and field_of(node, "operator").type == "=":
        left, right = bare_node(field_of(node, "left")), field_of(node, "right")
        if left.type == "identifier" and right.type != "assignment_expression":
            return None, c.text(left), right
    return None


def _comparison(c: Context, node: Node, variable: str) -> tuple[str, Node] | None:
    node = bare_node(node)
    if node.type != "binary_expression" or field_of(node, "operator").type not in TURNED:
        return None
    left, right, operator = field_of(node, "left"), field_of(node, "right"), field_of(node, "operator").type
    if c.text(bare_node(left)) == variable:
        return operator, right
    return (TURNED[operator], left) if c.text(bare_node(right)) == variable else None


def _step(c: Context, node: Node, variable: str) -> tuple[Node | None, bool] | None:
    node = bare_node(node)
    if node.type == "update_expression" and c.text(field_of(node, "argument")) == variable:
        return None, field_of(node, "operator").type == "--"
    if node.type != "assignment_expression" or c.text(field_of(node, "left")) != variable:
        return None
    operator, right = field_of(node, "operator").type, bare_node(field_of(node, "right"))
    if operator in ("+=", "-="):
        return (None if c.text(right) == "1" else right), operator == "-="
    if operator == "=" and right.type == "binary_expression" and field_of(right, "operator").type in ("+", "-"):
        left, step = field_of(right, "left"), bare_node(field_of(right, "right"))
        if squeezed(c.text(left)) == variable:
            return (None if c.text(step) == "1" else step), field_of(right, "operator").type == "-"
    return None


def _as_while(c: Context, node: Node, effect: Effect, loop_body: Body) -> None:
    first, test, update = (node.child_by_field_name(name) for name in ("initializer", "condition", "update"))
    c.names.blocks.append({})
    if first is not None:
        declare(c, first) if first.type == "declaration" else effect(c, first)
    parts = split_condition(c, test) if test is not None else None
    stepped = c.aside(lambda: effect(c, update)) if update is not None else []

    def inside() -> None:
        if parts is None and test is not None:
            put_exit(c, test)
        for part in (parts or [])[1:]:
            c.put(f"if ({c.fortran(part)}) exit")
        loop_body(c, field_of(node, "body"), tuple(stepped))
        for line in stepped:
            c.put(line)

    c.within(f"do while ({c.fortran(parts[0])})" if parts else "do", inside, "end do")
    c.names.blocks.pop()

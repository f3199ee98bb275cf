"""Conditions of C++, whose right sides are looked at only when the left ones allow it, as Fortran, which may look at all of them."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules.cpp_to_fortran.context import STEP, Context, field_of
from translate.corpus.rules.cpp_to_fortran.expressions import condition
from translate.corpus.rules.cpp_to_fortran.guarding import guards, one_sided
from translate.corpus.rules.cpp_to_fortran.kinds import BOOL
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, name, negated
from translate.source.loops import bare
from translate.source.parse import Node, walk

WIDEST_ONE_LINE = 90


def if_statement(c: Context, node: Node, block: Callable[[Context, Node], None]) -> None:
    """Put an `if` with all of its branches."""
    test, yes = field_of(node, "condition"), field_of(node, "consequence")
    alternative = node.child_by_field_name("alternative")
    parts = nested(c, test) if alternative is None else None
    if parts and len(parts) > 1:
        _nest(c, parts, yes, block)
        return
    c.straight = True
    head = _safe(c, test)
    c.straight = False
    branch = _lines_of(c, yes, block)
    if alternative is None and _fits_one_line(c, head, branch):
        c.put(f"if ({head}) {branch[0]}")
        return
    c.put(f"if ({head}) then")
    _put_lines(c, branch)
    while alternative is not None:
        other = next(child for child in reversed(alternative.named_children) if child.type != "comment")
        alternative = None
        if other.type == "if_statement" and is_safe(c, field_of(other, "condition")) and not _chooses(c, field_of(other, "condition")):
            c.put(f"else if ({_safe(c, field_of(other, 'condition'))}) then")
            _put_lines(c, _lines_of(c, field_of(other, "consequence"), block))
            alternative = other.child_by_field_name("alternative")
        else:
            c.put("else")
            _put_lines(c, _lines_of(c, other, block))
    c.put("end if")


def _chooses(c: Context, test: Node) -> bool:
    """Whether the condition holds a `? :` of which only one side may be evaluated."""
    return any(node.type == "conditional_expression" and one_sided(c, node) for node in walk(test))


def is_safe(c: Context, node: Node) -> bool:
    """Whether the condition may be evaluated whole."""
    node = bare(node)
    if node.type == "binary_expression" and field_of(node, "operator").type in ("&&", "||", "and", "or"):
        return not guards(c, node) and is_safe(c, field_of(node, "left")) and is_safe(c, field_of(node, "right"))
    return True


def nested(c: Context, node: Node) -> list[Node] | None:
    """The conditions that must hold one after the other; None where that does not say it."""
    node = bare(node)
    if is_safe(c, node):
        return [node]
    if field_of(node, "operator").type not in ("&&", "and"):
        return None
    left, right = field_of(node, "left"), field_of(node, "right")
    first, second = nested(c, left), nested(c, right)
    return [*first, *second] if first and second else None


def split_condition(c: Context, node: Node) -> list[Term] | None:
    """What a `while` tests at first, then when to leave, one test after the other; None where that does not say it."""
    parts = nested(c, node)
    if parts is None:
        return None
    return [condition(c, parts[0]), *(negated(condition(c, part)) for part in parts[1:])]


def put_exit(c: Context, node: Node) -> None:
    """Leave the loop where the condition does not hold."""
    c.put(f"if ({c.fortran(negated(_safe_term(c, node)))}) exit")


def _nest(c: Context, parts: list[Node], body: Node, block: Callable[[Context, Node], None]) -> None:
    c.straight = True
    head = c.fortran(condition(c, parts[0]))
    c.straight = False
    if len(parts) > 1:
        c.within(f"if ({head}) then", lambda: _nest(c, parts[1:], body, block), "end if")
        return
    branch = _lines_of(c, body, block)
    if _fits_one_line(c, head, branch):
        c.put(f"if ({head}) {branch[0]}")
    else:
        c.put(f"if ({head}) then")
        _put_lines(c, branch)
        c.put("end if")


def _fits_one_line(c: Context, head: str, branch: list[str]) -> bool:
    if not c.style.single_line_if or len(branch) != 1:
        return False
    return not branch[0].startswith(("if ", "do ")) and len(head) + len(branch[0]) < WIDEST_ONE_LINE


def _put_lines(c: Context, lines: list[str]) -> None:
    for line in lines:
        c.put(STEP + line)


def _lines_of(c: Context, node: Node, block: Callable[[Context, Node], None]) -> list[str]:
    return c.aside(lambda: block(c, node))


def _safe(c: Context, node: Node) -> str:
    return c.fortran(_safe_term(c, node))


def _safe_term(c: Context, node: Node) -> Term:
    """The condition itself, or a variable that has been given its value step by step."""
    if is_safe(c, node):
        return condition(c, node)
    symbol = c.names.local("ok", "logical", Symbol("", BOOL))
    _evaluate(c, bare(node), symbol.name)
    return name(symbol.name, BOOL)


def _evaluate(c: Context, node: Node, flag: str) -> None:
    node = bare(node)
    if is_safe(c, node):
        c.put(f"{flag} = {c.fortran(condition(c, node))}")
        return
    both = field_of(node, "operator").type in ("&&", "and")
    _evaluate(c, field_of(node, "left"), flag)
    right = c.aside(lambda: _evaluate(c, field_of(node, "right"), flag))
    test = flag if both else f".not. {flag}"
    if len(right) == 1 and not right[0].startswith("if "):
        c.put(f"if ({test}) {right[0]}")
        return
    c.put(f"if ({test}) then")
    for line in right:
        c.put("  " + line)
    c.put("end if")

"""What must not be evaluated whole, evaluated step by step into a variable before the statement."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import assigned, same_kind
from translate.corpus.rules.cpp_to_fortran.kinds import BOOL, Kind, common, spelled
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare, name
from translate.source.loops import bare as bare_node
from translate.source.parse import Node

Translate = Callable[[Context, Node], Term]
CHAINS = ("&&", "||", "and", "or")


def step_by_step(c: Context, node: Node, condition: Translate, guards: Callable[[Context, Node], bool]) -> Term:
    """The truth value of a chain of conditions, each looked at only where those before it allow. Raises Declined."""
    if not c.straight or c.after:
        raise Declined("a condition that guards another within an expression")
    symbol = c.names.local("ok", "logical", Symbol("", BOOL))
    _evaluate(c, node, symbol.name, condition, guards)
    return name(symbol.name, BOOL)


def _evaluate(c: Context, node: Node, flag: str, condition: Translate, guards: Callable[[Context, Node], bool]) -> None:
    node = bare_node(node)
    operator = field_of(node, "operator").type if node.type == "binary_expression" else ""
    if operator not in CHAINS or not _guarded(c, node, guards):
        c.put(f"{flag} = {c.fortran(condition(c, node))}")
        return
    _evaluate(c, field_of(node, "left"), flag, condition, guards)
    test = flag if operator in ("&&", "and") else f".not. {flag}"
    c.within(f"if ({test}) then", lambda: _evaluate(c, field_of(node, "right"), flag, condition, guards), "end if")


def _guarded(c: Context, node: Node, guards: Callable[[Context, Node], bool]) -> bool:
    node = bare_node(node)
    if node.type != "binary_expression" or field_of(node, "operator").type not in CHAINS:
        return False
    return guards(c, node) or any(_guarded(c, field_of(node, side), guards) for side in ("left", "right"))


def chosen_before(c: Context, node: Node, condition: Translate, expression: Translate) -> Term:
    """The value of `? :`, of which only the chosen side is evaluated. Raises Declined."""
    if not c.straight or c.after:
        raise Declined("? : that guards within an expression")
    sides = [field_of(node, "consequence"), field_of(node, "alternative")]
    test = c.fortran(condition(c, field_of(node, "condition")))
    kind = _common(c, sides, expression)
    symbol = c.names.local("chosen", spelled(kind, c.style), Symbol("", kind))

    def put(side: Node) -> None:
        c.put(f"{symbol.name} = {c.fortran(assigned(c, expression(c, side), kind))}")

    c.within(f"if ({test}) then", lambda: put(sides[0]))
    c.within("else", lambda: put(sides[1]), "end if")
    return name(symbol.name, kind)


def _common(c: Context, sides: list[Node], expression: Translate) -> Kind:
    """What both sides are brought to."""
    kinds: list[Kind] = []
    for side in sides:
        lines = c.aside(lambda side=side: kinds.append(bare(expression(c, side)).kind))  # type: ignore[misc]
        del lines
    return kinds[0] if same_kind(*kinds) else common(*kinds)

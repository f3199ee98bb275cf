"""Fortran statements as C++."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp import arrays
from translate.corpus.rules.fortran_to_cpp.applications import passed_all, passed_blindly
from translate.corpus.rules.fortran_to_cpp.characters import assign_text
from translate.corpus.rules.fortran_to_cpp.compound import compound
from translate.corpus.rules.fortran_to_cpp.expressions import NUMBERS, assigned, written
from translate.corpus.rules.fortran_to_cpp.loops import header, shifted
from translate.corpus.rules.fortran_to_cpp.printing import printed
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.symbols import is_place, spelled
from translate.corpus.rules.fortran_to_cpp.syntax import (
    Allocate,
    Assign,
    Call,
    Deallocate,
    Do,
    Expression,
    GoTo,
    If,
    Integer,
    Label,
    Leave,
    Name,
    Print,
    Select,
    Statement,
    Stop,
    Text,
    Where,
    While,
)
from translate.corpus.rules.fortran_to_cpp.visiting import mentions, nodes

INTRINSIC = frozenset(
    "mvbits random_number random_seed system_clock cpu_time date_and_time get_command_argument move_alloc execute_command_line".split()
)
ENDS = {"abort": "std::abort();", "exit": "std::exit({});"}
"""Procedures that compilers bring along."""


@dataclass(slots=True)
class Flow:
    """Where a statement stands: the loops around it, innermost last, and what may be declared on the way."""

    loops: tuple[str, ...] = ()
    """Their titles; `switch` is no loop and takes a `break` to itself."""
    pending: dict[str, int] | None = None
    """Locals not declared yet, with the number of their mentions."""
    jumps: frozenset[str] = frozenset()
    """Labels that some jump names."""
    result: str = ""
    """What `return` gives back."""


def block(body: tuple[Statement, ...] | list[Statement], scope: Scope, flow: Flow) -> list[str]:
    """The lines of statements in order."""
    lines: list[str] = []
    declarable = _declarable(body, flow)
    for position, statement in enumerate(body):
        declares = _declares(statement, position, body, declarable, flow)
        found = lines_of(statement, scope, flow)
        before, scope.before = scope.before, []
        if before and flow.jumps and not isinstance(statement, Label):
            found = ["{", *before, *found, "}"]
            before = []
        if declares:
            kind = scope.symbols[declares].type
            found[0] = f"{kind} {found[0]}"
            assert flow.pending is not None
            del flow.pending[declares]
        lines += [*before, *found]
    return lines


def lines_of(statement: Statement, scope: Scope, flow: Flow) -> list[str]:
    """The lines of one statement; what must run before it is left in the scope."""
    return _WRITERS[type(statement)](statement, scope, flow)


def condition(value: Expression, scope: Scope) -> str:
    """A condition without parentheses around it."""
    found = written(value, scope)
    if found.type != "bool":
        raise Declined("condition that is not logical")
    return found.text


def _declarable(body: Any, flow: Flow) -> dict[str, int]:
    if not flow.pending:
        return {}
    here = mentions(body)
    return {name: count for name, count in flow.pending.items() if here[name] == count}


def _declares(statement: Statement, position: int, body: Any, declarable: dict[str, int], flow: Flow) -> str:
    if not isinstance(statement, Assign) or not isinstance(statement.target, Name):
        return ""
    name = statement.target.name
    if name not in declarable or mentions(statement.value)[name] or any(mentions(earlier)[name] for earlier in body[:position]):
        return ""
    return name


def _assign(statement: Assign, scope: Scope, flow: Flow) -> list[str]:
    target, value = statement.target, statement.value
    if arrays.rank(target, scope):
        return arrays.assignment(target, value, scope)
    if not is_place(target, scope.symbols):
        raise Declined("assignment to what is no variable")
    place = written(target, scope)
    if place.type in ("std::string", "char"):
        return assign_text(target, place, value, scope)
    if reduced := arrays.reduced_into(target, place, value, scope):
        return reduced
    ahead = [*scope.before]
    if short := compound(place, target, value, scope):
        return [short]
    scope.before = ahead
    given = written(value, scope)
    text = assigned(given, place.type, scope)
    if isinstance(value, Integer) and place.type in NUMBERS[4:6]:
        text = f"{value.value}.0" + ("f" if place.type == "float" else "")
    return [f"{place.text} = {text};"]


def _call(statement: Call, scope: Scope, flow: Flow) -> list[str]:
    name = statement.name
    known = scope.procedures.get(name)
    if known is not None:
        if known.unit.kind != "subroutine":
            raise Declined("function called")
        return [f"{spelled(name)}({', '.join(passed_all(name, statement.arguments, scope))});"]
    if name in ENDS and len(statement.arguments) <= 1:
        scope.headers.add("cstdlib")
        return [ENDS[name].format(*(written(argument, scope).text for argument in statement.arguments or (Integer(0),)))]
    if scope.closed or name in INTRINSIC:
        raise Declined("call of a procedure from elsewhere")
    texts = [passed_blindly(argument, scope, True) for argument in statement.arguments]
    return [f"{spelled(name)}({', '.join(texts)});"]


def _if(statement: If, scope: Scope, flow: Flow) -> list[str]:
    lines: list[str] = []
    for position, (test, body) in enumerate(statement.branches):
        before = len(scope.before)
        head = "else" if test is None else f"{'else ' if position else ''}if ({condition(test, scope)})"
        if position and len(scope.before) > before:
            raise Declined("array function in a condition")
        lines += braced(head, body, scope, flow)
    return lines


def braced(head: str, body: tuple[Statement, ...], scope: Scope, flow: Flow, end: list[str] | None = None) -> list[str]:
    """`head { body }`; what runs before the head is not lost to the body."""
    before, scope.before = scope.before, []
    inner = block(body, scope, flow) + (end or [])
    scope.before = before
    if (
        len(inner) == 1
        and not scope.style.braces
        and inner[0].endswith(";")
        and head.startswith(("if", "for"))
        and not isinstance(body[0], If)
    ):
        return [head, inner[0]]
    return [f"{head} {{", *inner, "}"]


def _do(statement: Do, scope: Scope, flow: Flow) -> list[str]:
    loop = shifted(statement, scope)
    zero = loop is not statement
    if zero:
        scope.zero.add(loop.variable)
    head = header(loop, scope)
    lines = _loop(head, loop.body, statement.title, scope, flow)
    scope.zero.discard(loop.variable)
    return lines


def _while(statement: While, scope: Scope, flow: Flow) -> list[str]:
    if statement.condition is None:
        return _loop("while (true)", statement.body, statement.title, scope, flow)
    before = len(scope.before)
    test = condition(statement.condition, scope)
    if len(scope.before) > before:
        raise Declined("array function in a condition")
    return _loop(f"while ({test})", statement.body, statement.title, scope, flow)


def _loop(head: str, body: tuple[Statement, ...], title: str, scope: Scope, flow: Flow) -> list[str]:
    inner = replace(flow, loops=(*flow.loops, title))
    body, end = _without_end_label(body, flow)
    lines = braced(head, body, scope, inner, end)
    if f"goto next_{title};" in "\n".join(lines):
        lines[-1:] = [f"next_{title}:;", "}"]
    if f"goto after_{title};" in "\n".join(lines):
        lines.append(f"after_{title}:;")
    flow.pending = inner.pending
    return lines


def _without_end_label(body: tuple[Statement, ...], flow: Flow) -> tuple[tuple[Statement, ...], list[str]]:
    """The body without `continue` at its end, where the jumps to it become `continue` of C++."""
    if len(body) >= 2 and isinstance(body[-2], Label) and body[-1] == Leave("continue"):
        number = body[-2].number
        inner = tuple(_continuing(statement, number) for statement in body[:-2])
        if any(isinstance(node, GoTo) and number in node.labels for node in nodes(inner)):
            return inner, [f"L{number}:;"]
        return inner, []
    return body, []


def _continuing(statement: Statement, number: str) -> Statement:
    """Jumps to the loop's end as `cycle`, except in loops further in."""
    if statement == GoTo((number,)):
        return Leave("cycle")
    if isinstance(statement, If):
        return If(tuple((test, tuple(_continuing(inner, number) for inner in body)) for test, body in statement.branches))
    return statement


def _select(statement: Select, scope: Scope, flow: Flow) -> list[str]:
    from translate.corpus.rules.fortran_to_cpp.selecting import selected

    return selected(statement, scope, flow)


def _goto(statement: GoTo, scope: Scope, flow: Flow) -> list[str]:
    if statement.selector is None:
        return [f"goto L{statement.labels[0]};"]
    cases = [f"case {position}: goto L{label};" for position, label in enumerate(statement.labels, 1)]
    return [f"switch ({written(statement.selector, scope).text}) {{", *cases, "}"]


def _leave(statement: Leave, scope: Scope, flow: Flow) -> list[str]:
    if statement.what == "continue":
        return []
    if statement.what == "return":
        return [f"return {flow.result};" if flow.result else "return;"]
    if not any(title != "switch" for title in flow.loops):
        raise Declined("exit outside of loops")
    if not statement.title or statement.title == flow.loops[-1]:
        return ["break;" if statement.what == "exit" else "continue;"]
    if statement.title not in flow.loops:
        raise Declined("exit from a block")
    return [f"goto {'after' if statement.what == 'exit' else 'next'}_{statement.title};"]


def _label(statement: Label, scope: Scope, flow: Flow) -> list[str]:
    return [f"L{statement.number}:;"] if statement.number in flow.jumps else []


def _stop(statement: Stop, scope: Scope, flow: Flow) -> list[str]:
    scope.headers.add("cstdlib")
    lines = []
    code = "1" if statement.error else "0"
    if isinstance(statement.code, Text):
        scope.headers.add("iostream")
        lines.append(f"std::cerr << {written(statement.code, scope).text} << std::endl;")
    elif statement.code is not None:
        code = written(statement.code, scope).text
    return [*lines, f"return {code};" if scope.unit.kind == "program" else f"std::exit({code});"]


def _print(statement: Print, scope: Scope, flow: Flow) -> list[str]:
    return printed(statement, scope)


def _allocate(statement: Allocate, scope: Scope, flow: Flow) -> list[str]:
    return arrays.allocated(statement, scope)


def _deallocate(statement: Deallocate, scope: Scope, flow: Flow) -> list[str]:
    return arrays.deallocated(statement, scope)


def _where(statement: Where, scope: Scope, flow: Flow) -> list[str]:
    return arrays.masked(statement, scope)


_WRITERS: dict[type, Callable[[Any, Scope, Flow], list[str]]] = {
    Assign: _assign, Call: _call, If: _if, Do: _do, While: _while, Select: _select, GoTo: _goto, Leave: _leave, Label: _label,
    Stop: _stop, Print: _print, Allocate: _allocate, Deallocate: _deallocate, Where: _where,
}  # fmt: skip

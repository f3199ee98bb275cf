"""`select case`: a switch for numbers, a chain of conditions for ranges and strings."""

from __future__ import annotations

from dataclasses import replace

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.characters import chosen
from translate.corpus.rules.fortran_to_cpp.expressions import NUMBERS, SUM, Value, written
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.statements import Flow, block, braced
from translate.corpus.rules.fortran_to_cpp.syntax import Expression, Leave, Name, Range, Select
from translate.corpus.rules.fortran_to_cpp.visiting import nodes


def selected(statement: Select, scope: Scope, flow: Flow) -> list[str]:
    """`select case` as switch, or as a chain of conditions."""
    selector = written(statement.selector, scope)
    if selector.type in ("std::string", "char", "bool"):
        return chosen(statement, scope, lambda test, body: braced(test, body, scope, flow))
    if selector.type not in NUMBERS[:4]:
        raise Declined("select of another type")
    plain = all(values is None or not any(isinstance(value, Range) for value in values) for values, _ in statement.cases)
    leaves = any(isinstance(node, Leave) and node.what == "exit" for node in nodes(statement))
    if not plain or leaves:
        return _chain(statement, selector, scope, flow)
    lines = [f"switch ({selector.text}) {{"]
    for values, body in statement.cases:
        lines += ["default:"] if values is None else [f"case {written(value, scope).text}:" for value in values]
        inner = block(body, scope, replace(flow, pending=None))
        ends = ["break;"] if not inner or not inner[-1].startswith(("return", "continue;", "goto ", "break;")) else []
        # A declaration must not be jumped over.
        lines += ["{", *inner, *ends, "}"] if any(_opens(line) for line in inner) else [*inner, *ends]
    return [*lines, "}"]


def _opens(line: str) -> bool:
    return line.startswith(("const ", "int ", "double ", "float ", "bool ", "std::vector"))


def _chain(statement: Select, selector: Value, scope: Scope, flow: Flow) -> list[str]:
    """Ranges of cases as a chain of conditions, the default last."""
    text = selector.text
    if not isinstance(statement.selector, Name):
        text = scope.fresh("selector", "chosen")
        scope.before.append(f"const {selector.type} {text} = {selector.text};")
    value = Value(text, 13, selector.type)
    lines: list[str] = []
    ordered = sorted(statement.cases, key=lambda case: case[0] is None)
    for values, body in ordered:
        head = "else"
        if values is not None:
            tests = [_tested(value, wanted, scope) for wanted in values]
            joint = tests[0] if len(tests) == 1 else " || ".join(f"({test})" if "&&" in test else test for test in tests)
            head = f"{'else ' if lines else ''}if ({joint})"
        elif not lines:
            return block(body, scope, flow)
        lines += braced(head, body, scope, flow)
    return lines


def _tested(value: Value, wanted: Expression, scope: Scope) -> str:
    if not isinstance(wanted, Range):
        return f"{value.text} == {written(wanted, scope).within(SUM)}"
    tests = []
    if wanted.first is not None:
        tests.append(f"{value.text} >= {written(wanted.first, scope).within(SUM)}")
    if wanted.last is not None:
        tests.append(f"{value.text} <= {written(wanted.last, scope).within(SUM)}")
    return " && ".join(tests)

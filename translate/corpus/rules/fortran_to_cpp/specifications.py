"""Data statements as initial values, statement functions as lambdas."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.expressions import assigned, written
from translate.corpus.rules.fortran_to_cpp.integers import evaluated
from translate.corpus.rules.fortran_to_cpp.scope import Procedure, Scope
from translate.corpus.rules.fortran_to_cpp.symbols import extent
from translate.corpus.rules.fortran_to_cpp.syntax import Apply, Assign, Expression, Name, Sequence, Statement


def data_values(procedure: Procedure, scope: Scope) -> dict[str, Expression]:
    """The value that each variable starts with, by its data statements. Raises Declined."""
    found: dict[str, Expression] = {}
    for targets, values in procedure.unit.data:
        left = list(values)
        for target in targets:
            if not isinstance(target, Name) or target.name not in scope.symbols:
                raise Declined("data of parts")
            symbol = scope.symbols[target.name]
            if symbol.bounds is None:
                found[target.name] = left.pop(0)
                continue
            size = 1
            for bound in symbol.bounds:
                part = extent(bound)
                size *= (evaluated(part, scope.constants) if part is not None else None) or 0
            if size == 0 or len(left) < size:
                raise Declined("data of parts")
            found[target.name] = Sequence(tuple(left[:size]))
            left = left[size:]
        if left:
            raise Declined("data of parts")
    return found


def statement_functions(body: list[Statement], scope: Scope) -> tuple[list[str], list[Statement]]:
    """Functions of one statement as lambdas, and the statements after them."""
    lines: list[str] = []
    for position, statement in enumerate(body):
        target = statement.target if isinstance(statement, Assign) else None
        symbol = scope.symbols.get(target.base.name) if isinstance(target, Apply) and isinstance(target.base, Name) else None
        if symbol is None or "function" not in symbol.attributes:
            return lines, body[position:]
        assert isinstance(statement, Assign) and isinstance(target, Apply)
        parameters = []
        for argument in target.arguments:
            if not isinstance(argument, Name):
                raise Declined("statement function")
            parameters.append(f"{scope.symbols[argument.name].type} {scope.symbols[argument.name].spelled}")
        value = written(statement.value, scope)
        arrow = f" -> {symbol.type}" if value.type != symbol.type else ""
        lines.append(f"auto {symbol.spelled} = [&]({', '.join(parameters)}){arrow} {{ return {assigned(value, symbol.type, scope)}; }};")
    return lines, []

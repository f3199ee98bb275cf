"""A procedure: its head, its locals and its body."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.characters import text_value
from translate.corpus.rules.fortran_to_cpp.expressions import COMPLEX, Value, assigned, character, written
from translate.corpus.rules.fortran_to_cpp.facts import FACTS
from translate.corpus.rules.fortran_to_cpp.integers import evaluated, times
from translate.corpus.rules.fortran_to_cpp.loops import contained_counters
from translate.corpus.rules.fortran_to_cpp.order import by_need
from translate.corpus.rules.fortran_to_cpp.scope import Procedure, Scope
from translate.corpus.rules.fortran_to_cpp.specifications import data_values, statement_functions
from translate.corpus.rules.fortran_to_cpp.statements import Flow, block
from translate.corpus.rules.fortran_to_cpp.symbols import IN_ONE_PIECE, Symbol, extent, spelled
from translate.corpus.rules.fortran_to_cpp.syntax import (
    Apply,
    Assign,
    Expression,
    GoTo,
    Integer,
    Leave,
    Name,
    Real,
    Sequence,
    Statement,
    Text,
)
from translate.corpus.rules.fortran_to_cpp.visiting import mentions, nodes

KINDS = ("kind", "selected_real_kind", "selected_int_kind")


def settle(procedure: Procedure, pointers: bool, closed: bool = False) -> None:
    """How each parameter of the procedure is passed."""
    for symbol in procedure.parameters:
        if symbol.attributes & {"external", "function"}:
            raise Declined("procedure as an argument")
        if symbol.type == "std::string":
            _settle_text(symbol, procedure, closed)
        changed = symbol.name in procedure.modified or symbol.intent in ("out", "inout")
        if symbol.bounds is not None:
            symbol.storage = symbol.storage or _storage(symbol, closed, pointers)
            if symbol.type == "bool" and symbol.storage == "pointer" and not closed:
                raise Declined("array of logicals as an argument")
        elif not symbol.by:
            plain = symbol.type in FACTS.types and symbol.type != "std::string"
            if not changed or plain and "value" in symbol.attributes:
                symbol.by = "value" if plain else "constant reference"
            else:
                symbol.by = "pointer" if pointers and plain else "reference"


def _storage(symbol: Symbol, closed: bool, pointers: bool) -> str:
    assumed = any(bound.last is None for bound in symbol.bounds or ())
    if not assumed:
        return "pointer"
    if symbol.rank > (2 if closed else 1):
        raise Declined("assumed shape")
    if pointers and not closed:
        return "pointer"
    return "vector" if symbol.rank == 1 else "nested"


def _settle_text(symbol: Symbol, procedure: Procedure, closed: bool) -> None:
    if is_letter(symbol):
        symbol.type = "char"
    elif not closed:
        raise Declined("string as an argument")


def is_letter(symbol: Symbol) -> bool:
    """Whether it is a string of one character."""
    return symbol.type == "std::string" and symbol.length in (None, Integer(1), "1") and symbol.bounds is None


def head(procedure: Procedure) -> str:
    """The type, name and parameters of the procedure."""
    kind = "void"
    if procedure.unit.kind == "function":
        kind = array_type(procedure.result) if procedure.result.bounds is not None else procedure.result.type
    return f"{kind} {spelled(procedure.unit.name)}({', '.join(_parameter(s, procedure) for s in procedure.parameters)})"


def _parameter(symbol: Symbol, procedure: Procedure) -> str:
    if symbol.bounds is not None:
        const = "" if symbol.name in procedure.modified else "const "
        if symbol.storage == "pointer":
            return f"{const}{symbol.type}* {symbol.spelled}"
        return f"{const}{array_type(symbol)}& {symbol.spelled}"
    if symbol.by == "constant reference":
        return f"const {symbol.type}& {symbol.spelled}"
    return f"{symbol.type}{ {'constant reference': '&', 'value': '', 'reference': '&', 'pointer': '*'}[symbol.by] } {symbol.spelled}"


def array_type(symbol: Symbol) -> str:
    """The type of an array that is kept in vectors."""
    row = f"std::vector<{symbol.type}>"
    return row if symbol.rank == 1 or IN_ONE_PIECE in symbol.attributes else f"std::vector<{row}>"


def body_of(procedure: Procedure, scope: Scope) -> list[str]:
    """The lines between the braces."""
    unit = procedure.unit
    functions, body = statement_functions(unit.body, scope)
    while body and body[-1] in (Leave("return"), Leave("continue")):
        body = body[:-1]
    jumps = frozenset(label for node in nodes(body) if isinstance(node, GoTo) for label in node.labels)
    titled = any(isinstance(node, Leave) and node.title for node in nodes(body))
    local = {name for name, s in scope.symbols.items() if _is_local(s, procedure)}
    scope.counters = contained_counters(
        (body, functions), {name for name in local if not scope.symbols[name].attributes & {"save", "result"}}
    )
    counts = mentions((body, functions))
    places = _top(procedure, scope, local, counts)
    pending: dict[str, int] = {}
    result = scope.symbols[unit.result or unit.name] if unit.kind == "function" else None
    for name in sorted(local):
        symbol = scope.symbols[name]
        if (
            symbol is result
            or symbol.bounds is not None
            or symbol.constant
            or symbol.value is not None
            or name in places
            or name in scope.counters
        ):
            continue
        if counts[name]:
            pending[name] = counts[name]
    flow = Flow(pending=pending if scope.style.declare_at_first_use and not jumps and not titled else None, jumps=jumps)
    if result is not None:
        return _with_result(procedure, scope, body, flow, result, counts, places, pending, functions)
    flow.result = "0" if unit.kind == "program" else ""
    lines = block(body, scope, flow)
    if unit.kind == "program" and lines and lines[-1] == "return 0;":
        lines = lines[:-1]
    return [*_declared(pending, scope), *places.values(), *functions, *lines]


def _with_result(
    procedure: Procedure,
    scope: Scope,
    body: list[Statement],
    flow: Flow,
    result: Symbol,
    counts: Mapping[str, int],
    places: dict[str, str],
    pending: dict[str, int],
    functions: list[str],
) -> list[str]:
    """The lines of a function, whose result is returned by an expression where it is set once, at the end."""
    name = result.name
    last = body[-1] if body else None
    plain = isinstance(last, Assign) and last.target == Name(name) and counts[name] == 1
    if not any(node == Leave("return") for node in nodes(body)) and plain and isinstance(last, Assign):
        lines = block(body[:-1], scope, flow)
        value = written(last.value, scope)
        lines += [*scope.before, f"return {assigned(value, result.type, scope)};"]
        scope.before = []
        return [*_declared(pending, scope), *places.values(), *functions, *lines]
    if result.spelled == spelled(procedure.unit.name):
        result.spelled = scope.fresh("result", "res", "value")
    flow.result = result.spelled
    lines = block(body, scope, flow)
    first = f"{result.type} {result.spelled};" if result.bounds is None else _array(result, None, "", scope)
    return [first, *_declared(pending, scope), *places.values(), *functions, *lines, f"return {result.spelled};"]


def _is_local(symbol: Symbol, procedure: Procedure) -> bool:
    return bool(symbol.type) and not symbol.dummy and not symbol.owner and not symbol.attributes & {"external", "function", "intrinsic"}


def _declared(pending: dict[str, int], scope: Scope) -> list[str]:
    """Scalars that are declared at the top, those of one type together."""
    kinds: dict[str, list[str]] = {}
    for name in pending:
        kinds.setdefault(scope.symbols[name].type, []).append(scope.symbols[name].spelled)
    return [f"{kind} {', '.join(names)};" for kind, names in kinds.items()]


def _top(procedure: Procedure, scope: Scope, local: set[str], counts: Mapping[str, int]) -> dict[str, str]:
    """Constants, arrays and variables with values, which are declared first; by name, in the order of need."""
    unit = procedure.unit
    data = data_values(procedure, scope)
    lines: dict[str, str] = {}
    modified = scope.changes(unit.body)
    order = by_need([d.name for d in unit.declared if d.name in local] + sorted(local), scope)
    bounds = mentions([(s.bounds, s.value) for s in (scope.symbols[name] for name in local)])
    for name in dict.fromkeys(order):
        symbol = scope.symbols[name]
        if not counts[name] and not bounds[name] or "result" in symbol.attributes and unit.kind == "function":
            continue
        value = data.get(name, symbol.value)
        saved = name in data or value is not None or "save" in symbol.attributes or unit.saves
        static = saved and unit.kind != "program" and (name in modified or symbol.bounds is not None and value is not None)
        if line := _declaration(symbol, value, static, name not in modified, scope):
            lines[name] = line
    return lines


def declarations(symbols: Iterable[Symbol], scope: Scope) -> list[str]:
    """Global variables, or the components of a structure."""
    found = []
    for symbol in symbols:
        line = _declaration(symbol, symbol.value, False, False, scope)
        kind = "" if symbol.constant and not line else f"{symbol.type} {symbol.spelled};"
        found += [line or kind] if line or kind else []
    return found


def _declaration(symbol: Symbol, value: Expression | None, static: bool, unchanged: bool, scope: Scope) -> str:
    """The line that declares a constant, an array or a variable with a value; empty for another."""
    const = "const " if symbol.constant or value is not None and unchanged else ""
    prefix = "static " * (static and not (symbol.constant and symbol.bounds is None)) + const
    if symbol.bounds is not None:
        return _array(symbol, value, prefix, scope)
    if value is None:
        return f"{prefix}{symbol.type} {symbol.spelled};" if static else ""
    if symbol.constant and (not symbol.type or isinstance(value, Apply) and isinstance(value.base, Name) and value.base.name in KINDS):
        return ""
    return f"{prefix}{symbol.type} {symbol.spelled} = {_start(value, symbol, scope)};"


def _start(value: Expression, symbol: Symbol, scope: Scope) -> str:
    if symbol.type == "std::string":
        return text_value(value, symbol, scope)
    if symbol.type == "char":
        if not isinstance(value, Text) or len(value.value) != 1:
            raise Declined("a character with a value of another form")
        return character(value.value)
    found = assigned(_initial(value, symbol, scope), symbol.type, scope)
    if scope.before:
        raise Declined("array function in a declaration")
    return found


def _initial(value: Expression, symbol: Symbol, scope: Scope) -> Value:
    found = written(value, scope)
    if isinstance(value, Integer) and symbol.type in ("float", "double"):
        return Value(f"{value.value}.0" + ("f" if symbol.type == "float" else ""), found.strength, symbol.type)
    return found


def _array(symbol: Symbol, value: Expression | None, prefix: str, scope: Scope) -> str:
    if symbol.storage in ("vector", "nested") and "allocatable" in symbol.attributes:
        return f"{prefix}{array_type(symbol)} {symbol.spelled};"
    size: Expression = Integer(1)
    sizes: list[Expression] = []
    for bound in symbol.bounds or ():
        part = extent(bound)
        if part is None:
            raise Declined("array of unknown size")
        sizes.append(part)
        size = times(size, part)
    number = evaluated(size, scope.constants)
    if number is not None and number <= 0:
        raise Declined("array without elements")
    if not symbol.storage:
        symbol.storage = "vector" if number is None or number > 100_000 else "array"
    start = _items(value, symbol, number, scope)
    if symbol.storage in ("vector", "nested"):
        return _vector(symbol, sizes, size, value, start, prefix, scope)
    if number is None:
        raise Declined("array of unknown size")
    if symbol.storage == "table":
        return f"{prefix}{symbol.type} {symbol.spelled}[{written(sizes[0], scope).text}][{written(sizes[1], scope).text}];"
    return f"{prefix}{symbol.type} {symbol.spelled}[{written(size, scope).text}]{f' = {start}' if start else ''};"


def _vector(
    symbol: Symbol, sizes: list[Expression], size: Expression, value: Expression | None, start: str, prefix: str, scope: Scope
) -> str:
    if symbol.type == "bool" and (symbol.rank > 1 or prefix) or "static" in prefix:
        raise Declined("array of unknown size")
    if start:
        return f"{prefix}std::vector<{symbol.type}> {symbol.spelled} = {start};"
    if symbol.storage == "nested":
        rows, columns = (written(part, scope).text for part in sizes)
        return f"{prefix}{array_type(symbol)} {symbol.spelled}({rows}, std::vector<{symbol.type}>({columns}));"
    return f"{prefix}std::vector<{symbol.type}> {symbol.spelled}({written(size, scope).text});"


def _items(value: Expression | None, symbol: Symbol, number: int | None, scope: Scope) -> str:
    """The values of an array in braces, in the order of memory."""
    if value is None:
        return ""
    if (
        isinstance(value, Apply)
        and value.base == Name("reshape")
        and isinstance(value.arguments[0], Sequence)
        and len(value.arguments) == 2
    ):
        value = value.arguments[0]
    if (
        isinstance(value, (Integer, Real))
        and float(getattr(value, "value", getattr(value, "digits", 1))) == 0
        and symbol.storage == "array"
    ):
        return "{}"
    if not isinstance(value, Sequence) or len(value.items) != number or symbol.storage not in ("array", "vector"):
        raise Declined("array with a value of another form")
    return f"{{{', '.join(_start(item, symbol, scope) for item in value.items)}}}"


__all__ = ["COMPLEX", "body_of", "head", "settle"]

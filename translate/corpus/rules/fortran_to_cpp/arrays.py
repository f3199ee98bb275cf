"""Statements on whole arrays and sections as loops."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.expressions import NUMBERS, Value, assigned, written
from translate.corpus.rules.fortran_to_cpp.facts import FACTS
from translate.corpus.rules.fortran_to_cpp.integers import ONE, evaluated, minus, plus, times
from translate.corpus.rules.fortran_to_cpp.nests import count, counted, counter, nest, over
from translate.corpus.rules.fortran_to_cpp.overlap import OVERWRITTEN, by_copy, require_independent
from translate.corpus.rules.fortran_to_cpp.packing import in_order, listed_into, run_into, with_scalars_ahead
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.shapes import Axis, axes, declared, element_at, rank
from translate.corpus.rules.fortran_to_cpp.symbols import IN_ONE_PIECE, Symbol
from translate.corpus.rules.fortran_to_cpp.syntax import (
    Allocate,
    Apply,
    Assign,
    Deallocate,
    Do,
    Expression,
    ImpliedDo,
    Integer,
    Name,
    Sequence,
    Where,
)
from translate.corpus.rules.fortran_to_cpp.visiting import mentions, root_of

MOST_ITEMS = 24


def assignment(target: Expression, value: Expression, scope: Scope) -> list[str]:
    """The lines of an assignment to an array or section. Raises Declined."""
    symbol = declared(target, scope)
    if isinstance(value, Sequence):
        return _listed(target, symbol, value, scope)
    if isinstance(value, Apply) and isinstance(value.base, Name) and value.base.name not in scope.symbols:
        name = value.base.name
        if name == "matmul":
            return _product(target, value.arguments, scope)
        if name == "reshape":
            return _reshaped(target, in_order(name, value.arguments), scope)
        if name == "pack" and len(value.arguments) == 2:
            source, mask = in_order(name, value.arguments)
            return run_into(target, source, mask, scope, _one)
        if name in scope.procedures and rank(value, scope) and not scope.procedures[name].elemental:
            return _returned(target, symbol, value, scope)
    if (
        symbol is not None
        and symbol.storage in ("vector", "nested")
        and isinstance(value, Name)
        and (other := declared(value, scope)) is not None
    ):
        if other.storage == symbol.storage and other.type == symbol.type and rank(value, scope) == rank(target, scope):
            return [f"{written_whole(target, scope)} = {other.spelled};"]
    if rank(value, scope) not in (0, rank(target, scope)):
        raise Declined("array assignment of another shape")
    value = with_scalars_ahead(value, scope)
    try:
        require_independent(target, value, scope)
    except Declined as declined:
        if str(declined) != OVERWRITTEN:
            raise
        return by_copy(target, value, scope)
    lines = []
    if symbol is not None and "allocatable" in symbol.attributes and rank(value, scope):
        lines = _sized(target, symbol, axes(value, scope), scope)
    return lines + nest(_longer(target, value, scope), scope, lambda places: _one(target, value, places, scope), target, value)


def written_whole(target: Expression, scope: Scope) -> str:
    """An array by its name."""
    from translate.corpus.rules.fortran_to_cpp.members import whole

    return whole(target, scope)


def _longer(target: Expression, value: Expression, scope: Scope) -> list[Axis]:
    """The shape to loop over: the declared one where there is one, as its bounds read best."""
    return axes(target, scope)


def _one(target: Expression, value: Expression, places: list[Expression], scope: Scope) -> list[str]:
    from translate.corpus.rules.fortran_to_cpp.statements import Flow, lines_of

    before = len(scope.before)
    found = lines_of(Assign(element_at(target, places, scope), element_at(value, places, scope)), scope, Flow())
    ahead = scope.before[before:]
    del scope.before[before:]
    return [*ahead, *found]


def _listed(target: Expression, symbol: Symbol | None, value: Sequence, scope: Scope) -> list[str]:
    items = value.items
    if len(items) == 1 and isinstance(items[0], ImpliedDo) and len(items[0].items) == 1:
        return _by_counter(target, symbol, items[0], scope)
    if any(isinstance(item, ImpliedDo) or rank(item, scope) for item in items):
        raise Declined("array constructor of another form")
    name = root_of(target)
    if name in mentions(items):
        raise Declined(OVERWRITTEN)
    if symbol is not None and symbol.storage == "vector":
        texts = [assigned(_literal(item, symbol.type, scope), symbol.type, scope) for item in items]
        return [f"{written_whole(target, scope)} = {{{', '.join(texts)}}};"]
    if len(items) > MOST_ITEMS:
        raise Declined("long array constructor")
    return [line for at, item in enumerate(items) for line in _one(target, item, [Integer(at)], scope)]


def _literal(item: Expression, kind: str, scope: Scope) -> Value:
    value = written(item, scope)
    if isinstance(item, Integer) and kind in NUMBERS[4:6]:
        return Value(f"{item.value}.0" + ("f" if kind == "float" else ""), value.strength, kind)
    return value


def _by_counter(target: Expression, symbol: Symbol | None, item: ImpliedDo, scope: Scope) -> list[str]:
    lines: list[str] = []
    if symbol is not None and "allocatable" in symbol.attributes:
        if item.step is not None:
            raise Declined("array constructor of another form")
        lines = _sized(target, symbol, [Axis(ONE, plus(minus(item.last, item.first), ONE), ONE)], scope)
    if item.step is not None or root_of(target) in mentions(item):
        raise Declined("array constructor of another form")
    place = minus(Name(item.variable), item.first)
    loop = Do(item.variable, item.first, item.last, ONE, (Assign(element_at(target, [place], scope), item.items[0]),))
    from translate.corpus.rules.fortran_to_cpp.statements import Flow, lines_of

    return lines + counted(loop, scope, lambda loop: lines_of(loop.body[0], scope, Flow()))


def _product(target: Expression, arguments: tuple[Expression, ...], scope: Scope) -> list[str]:
    left, right = arguments
    if not isinstance(left, Name | Apply) or root_of(target) in mentions(arguments):
        raise Declined("matmul of another form")
    ranks = rank(left, scope), rank(right, scope)
    if ranks not in ((2, 2), (2, 1), (1, 2)):
        raise Declined("matmul of another form")
    inner = axes(left, scope)[-1]

    def each(places: list[Expression]) -> list[str]:
        result = element_at(target, places, scope)
        with counter(scope, target, arguments, [inner.count, inner.first]) as name:
            first = element_at(left, [places[0], Name(name)] if ranks[0] == 2 else [Name(name)], scope)
            second = element_at(right, [Name(name), places[-1]] if ranks[1] == 2 else [Name(name)], scope)
            place = written(result, scope)
            if place.type not in NUMBERS[:6]:
                raise Declined("matmul of another form")
            zero = {"double": "0.0", "float": "0.0f"}.get(place.type, "0")
            advance = f"{name}++" if scope.style.post_increment else f"++{name}"
            term = f"{written(first, scope).within(10)} * {written(second, scope).within(11)}"
            head = f"for (int {name} = 0; {name} < {written(inner.count, scope).within(11)}; {advance}) {{"
            return [f"{place.text} = {zero};", head, f"{place.text} += {term};", "}"]

    return nest(axes(target, scope), scope, each, target, arguments)


def _reshaped(target: Expression, arguments: tuple[Expression, ...], scope: Scope) -> list[str]:
    """Listed values in the order of memory."""
    source = arguments[0]
    if not isinstance(source, Sequence) and len(arguments) == 2:
        return run_into(target, source, None, scope, _one)
    if not isinstance(source, Sequence):
        raise Declined("reshape of another form")
    sizes = [evaluated(axis.count, scope.constants) for axis in axes(target, scope)]
    if arguments[2:] or None in sizes or len(source.items) > MOST_ITEMS:
        turned = len(sizes) == 2 and arguments[2:] == (Sequence((Integer(2), Integer(1))),)
        if arguments[2:] and not turned:
            raise Declined("reshape of another form")
        return listed_into(target, source.items, turned, scope, _one)
    if any(isinstance(item, ImpliedDo) or rank(item, scope) for item in source.items):
        raise Declined("reshape of another form")
    lines = []
    for at, item in enumerate(source.items):
        places: list[Expression] = []
        for size in sizes:
            places.append(Integer(at % (size or 1)))
            at //= size or 1
        lines += _one(target, item, places, scope)
    return lines


def _returned(target: Expression, symbol: Symbol | None, value: Apply, scope: Scope) -> list[str]:
    from translate.corpus.rules.fortran_to_cpp.applications import passed_all

    assert isinstance(value.base, Name)
    result = scope.procedures[value.base.name].result
    if symbol is None or symbol.storage != result.storage or symbol.type != result.type:
        raise Declined("array result in another form")
    call = f"{FACTS and scope.procedures[value.base.name].unit.name}({', '.join(passed_all(value.base.name, value.arguments, scope))})"
    return [f"{written_whole(target, scope)} = {call};"]


def reduced_into(target: Expression, place: Value, value: Expression, scope: Scope) -> list[str]:
    """`s = sum(a)` as a loop that adds to `s` itself; empty where the value is something else."""
    from translate.corpus.rules.fortran_to_cpp.reductions import into

    if isinstance(value, Apply) and isinstance(value.base, Name) and value.base.name not in scope.symbols:
        if root_of(target) in mentions(value):
            return []
        return into(place, value.base.name, value.arguments, scope)
    return []


def allocated(statement: Allocate, scope: Scope) -> list[str]:
    """Each array gets its size."""
    lines = []
    for place, bounds in statement.arrays:
        symbol = declared(place, scope)
        if symbol is not None and symbol.bounds is None and not bounds and "allocatable" in symbol.attributes:
            # A scalar is there from the start.
            continue
        if symbol is None or symbol.storage not in ("vector", "nested") or symbol.rank != len(bounds):
            raise Declined("allocate")
        shape = []
        for bound, known in zip(bounds, symbol.bounds or (), strict=True):
            first = bound.first if bound.first is not None else ONE
            if first != (known.first if known.first is not None else ONE) or bound.last is None:
                raise Declined("bounds of an allocated array")
            shape.append(Axis(first, plus(minus(bound.last, first), ONE), ONE))
        lines += _sized(place, symbol, shape, scope)
    return lines


def _sized(place: Expression, symbol: Symbol, shape: list[Axis], scope: Scope) -> list[str]:
    name = written_whole(place, scope)
    sizes = [written(axis.count, scope).text for axis in shape]
    if IN_ONE_PIECE in symbol.attributes:
        size: Expression = ONE
        for axis in shape:
            size = times(size, axis.count)
        return [f"{name}.resize({written(size, scope).text});"]
    if len(sizes) == 1:
        return [f"{name}.resize({sizes[0]});"]
    if len(sizes) == 2 and symbol.storage == "nested":
        return [f"{name}.assign({sizes[0]}, std::vector<{symbol.type}>({sizes[1]}));"]
    raise Declined("allocate of three dimensions")


def deallocated(statement: Deallocate, scope: Scope) -> list[str]:
    """Nothing is left of each array."""
    arrays = [place for place in statement.arrays if (symbol := declared(place, scope)) is None or symbol.bounds is not None]
    return [f"{written_whole(place, scope)}.clear();" for place in arrays]


def masked(statement: Where, scope: Scope) -> list[str]:
    """`where` as conditions inside of loops."""
    first = statement.branches[0][0]
    assert first is not None
    for _, body in statement.branches:
        for inner in body:
            if not isinstance(inner, Assign) or not rank(inner.target, scope):
                raise Declined("where of another form")
            for other, others in statement.branches:
                require_independent(inner.target, other, scope) if other is not None else None
                for one in others:
                    if isinstance(one, Assign):
                        require_independent(inner.target, one.value, scope)
    targets = [inner.target for _, body in statement.branches for inner in body if isinstance(inner, Assign)]
    shape = axes(targets[0] if targets else first, scope)

    def each(places: list[Expression]) -> list[str]:
        from translate.corpus.rules.fortran_to_cpp.statements import condition

        lines: list[str] = []
        for position, (mask, body) in enumerate(statement.branches):
            test = "" if mask is None else condition(element_at(mask, places, scope), scope)
            head = "else" if mask is None else f"{'else ' if position else ''}if ({test})"
            lines += [
                f"{head} {{",
                *(line for inner in body if isinstance(inner, Assign) for line in _one(inner.target, inner.value, places, scope)),
                "}",
            ]
        return lines

    return nest(shape, scope, each, statement)


__all__ = ["count", "counted", "over", "rank"]

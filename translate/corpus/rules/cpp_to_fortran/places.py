"""What may be assigned to: variables, elements of arrays, members."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import as_number
from translate.corpus.rules.cpp_to_fortran.inlining import place_of_call
from translate.corpus.rules.cpp_to_fortran.kinds import INT, LETTER, TEXT, TEXTS, spelled
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, added, bare, integer, moved, name, plus
from translate.source.loops import bare as bare_node
from translate.source.loops import squeezed, terms
from translate.source.parse import Node

Translate = Callable[[Context, Node], Term]


def place(c: Context, node: Node, expression: Translate, *, whole: bool = False) -> Term:
    """The term that names a place; `whole`: an array may be named without a subscript. Raises Declined."""
    node = bare_node(node)
    if node.type == "this":
        return name(c.self_name, c.owner.kind) if c.owner is not None and c.self_name else _declined("this outside of a method")
    if node.type in ("identifier", "qualified_identifier"):
        symbol = c.names.known(c.plain(c.text(node)))
        if symbol.element is not None:
            return symbol.element
        if (symbol.rank or symbol.alias or symbol.pointee) and not whole:
            raise Declined("an array or pointer without a subscript")
        if symbol.alias:
            base, offset = symbol.alias
            return Term("element", base.kind, (name(base.name, base.kind), plus(offset, 1)))
        return moved(name(symbol.name, symbol.kind), symbol.moved)
    if node.type == "subscript_expression":
        return _element(c, node, expression, whole)
    if node.type == "pointer_expression" and node.children[0].type == "*":
        return _pointed(c, bare_node(field_of(node, "argument")), expression)
    if node.type == "field_expression":
        return _member(c, node, expression, whole)
    if node.type == "call_expression":
        found = place_of_call(c, node, place, expression)
        if found is not None:
            return found
        term = expression(c, node)
        if term.op in ("element", "member"):
            return term
    raise Declined(f"{node.type.replace('_', ' ')} as a place")


def symbol_at(c: Context, node: Node, expression: Translate) -> Symbol | None:
    """What a name or a member of an object stands for; None where a subscript or anything else decides."""
    node = bare_node(node)
    if node.type in ("identifier", "qualified_identifier"):
        return c.names.find(c.plain(c.text(node)))
    if node.type != "field_expression":
        return None
    argument = field_of(node, "argument")
    owner = place(c, argument, expression, whole=True) if argument.type != "call_expression" else None
    member = c.structures.get(owner.kind.name, {}).get(c.text(field_of(node, "field"))) if owner is not None else None
    if owner is None or member is None:
        return None
    return replace(member, name=c.fortran(Term("member", member.kind, (owner,), member.name)), role="member")


def row_at(c: Context, node: Node, expression: Translate) -> Symbol | None:
    """The row of an array that too few subscripts name; None where they name an element or anything else."""
    base, indices = subscripts(node)
    owner = symbol_at(c, base, expression)
    if owner is None or owner.rank <= len(indices) or owner.width or owner.alias or not (owner.vector or owner.shape):
        return None
    last = tuple(plus(whole_number(expression(c, index)), 1) for index in reversed(indices))
    return replace(owner, shape=owner.shape[: owner.rank - len(last)], rank=owner.rank - len(last), fixed=(*last, *owner.fixed))


def section(symbol: Symbol) -> Term:
    """An array, or the row of one, as a term."""
    base = name(symbol.name, symbol.kind)
    if not symbol.fixed:
        return base
    return Term("element", symbol.kind, (base, *[Term("raw", INT, (), ":")] * symbol.rank, *symbol.fixed))


def array_at(c: Context, node: Node, expression: Translate) -> Symbol | None:
    """The container or array that an expression names whole, or a row of it; None where it names anything else."""
    node = bare_node(node)
    if node.type == "subscript_expression":
        return row_at(c, node, expression)
    symbol = symbol_at(c, node, expression)
    return symbol if symbol is not None and symbol.rank and (symbol.vector or symbol.shape) and not symbol.width else None


def _declined(reason: str) -> Term:
    raise Declined(reason)


def subscripts(node: Node) -> tuple[Node, list[Node]]:
    """The base of `a[i][j]` and the nodes of its subscripts, outer first."""
    found: list[Node] = []
    while node.type == "subscript_expression":
        inner = field_of(node, "indices").named_children
        if len(inner) != 1:
            raise Declined("a subscript of several expressions")
        found.insert(0, inner[0])
        node = bare_node(field_of(node, "argument"))
    return node, found


def split_row(c: Context, index: Node, width: str) -> tuple[Node, Node] | None:
    """Row and column of `row * width + column`; None where the subscript is anything else."""
    parts = terms(index, "+")
    if len(parts) != 2:
        return None
    for row, column in (parts, parts[::-1]):
        factors = terms(row, "*")
        if len(factors) != 2:
            continue
        for factor, other in (factors, factors[::-1]):
            if squeezed(c.text(other)) == width and width not in squeezed(c.text(column)):
                return factor, column
    return None


def _element(c: Context, node: Node, expression: Translate, whole: bool) -> Term:
    base, indices = subscripts(node)
    if base.type in ("identifier", "qualified_identifier"):
        symbol = c.names.known(c.plain(c.text(base)))
        if symbol.kind.family == "derived" and not symbol.rank and len(indices) == 1:
            return place_of_call(c, node, place, expression) or _declined("a subscript of what is no array")
        return _of_symbol(c, symbol, indices, expression)
    term = place(c, base, expression, whole=True)
    if term.kind == TEXT and len(indices) == 1 and not (term.op == "member" and _rank_of(c, term)):
        at = plus(whole_number(expression(c, indices[0])), 1)
        return Term("element", LETTER, (term, Term("range", INT, (at, at))))
    if term.op != "member" or _rank_of(c, term) != len(indices):
        raise Declined("a subscript of what is no array")
    placed = [plus(whole_number(expression(c, index)), 1) for index in reversed(indices)]
    return held(Term("element", term.kind, (term, *placed)))


def _rank_of(c: Context, member: Term) -> int:
    members = c.structures.get(member.args[0].kind.name, {})
    return next((symbol.rank for symbol in members.values() if symbol.name == member.text), 0)


def _of_symbol(c: Context, symbol: Symbol, indices: list[Node], expression: Translate) -> Term:
    if symbol.pointee:
        if len(indices) == 1 and c.text(indices[0]) == "0":
            return name(symbol.name, symbol.kind)
        raise Declined("a pointer to one value with a subscript")
    if symbol.alias and len(indices) == 1:
        base, offset = symbol.alias
        index = added("+", offset, whole_number(expression(c, indices[0])), INT)
        return Term("element", base.kind, (name(base.name, base.kind), plus(index, 1)))
    if symbol.kind == TEXT and not symbol.rank and len(indices) == 1:
        at = plus(whole_number(expression(c, indices[0])), 1)
        return Term("element", LETTER, (name(symbol.name, symbol.kind), Term("range", INT, (at, at))))
    if not symbol.rank or symbol.kind.family == "character" and symbol.kind.size != 1:
        raise Declined("a subscript of what is no array")
    if symbol.width and len(indices) == 1:
        split = split_row(c, indices[0], symbol.width)
        if split is None:
            raise Declined("a subscript of another form than the others")
        indices = list(split)
    elif len(indices) != symbol.rank:
        raise Declined("a part of an array")
    placed = [plus(whole_number(expression(c, index)), 1) for index in reversed(indices)]
    if any(_before_the_array(c, one) for one in placed):
        raise Declined("a subscript before the array")
    return held(Term("element", symbol.kind, (name(symbol.name, symbol.kind), *placed, *symbol.fixed)))


@dataclass(frozen=True, slots=True)
class Target:
    """The element that a pointer points to: its array, and where in it, counted from zero."""

    array: Symbol
    offset: Term


def target_of(c: Context, node: Node, expression: Translate) -> Target | None:
    """What an expression points to; None where it is no pointer into an array that has a name."""
    node = bare_node(node)
    if node.type == "binary_expression" and field_of(node, "operator").type in ("+", "-"):
        operator, left, right = field_of(node, "operator").type, field_of(node, "left"), field_of(node, "right")
        found = target_of(c, left, expression)
        if found is None and operator == "+":
            found, right = target_of(c, right, expression), left
        return None if found is None else _moved(found, operator, whole_number(expression(c, right)))
    if node.type == "pointer_expression" and node.children[0].type == "&":
        inner = bare_node(field_of(node, "argument"))
        if inner.type != "subscript_expression":
            return None
        found = target_of(c, field_of(inner, "argument"), expression)
        index = field_of(inner, "indices").named_children
        return None if found is None or len(index) != 1 else _moved(found, "+", whole_number(expression(c, index[0])))
    if node.type == "call_expression":
        function = field_of(node, "function")
        if function.type != "field_expression" or c.text(field_of(function, "field")) not in ("data", "begin"):
            return None
        node = bare_node(field_of(function, "argument"))
    symbol = symbol_at(c, node, expression)
    if symbol is None:
        return None
    if symbol.alias is not None:
        return Target(symbol.alias[0], symbol.alias[1])
    if symbol.rank != 1 or symbol.width or symbol.pointee or symbol.fixed:
        return None
    return Target(symbol, integer(0))


def _moved(found: Target, operator: str, change: Term) -> Target:
    if found.offset.op == "number" and found.offset.text == "0" and operator == "+":
        return replace(found, offset=bare(change))
    return replace(found, offset=added(operator, found.offset, change, INT))


def held(term: Term) -> Term:
    """An element of an array of texts is what it holds."""
    return Term("member", TEXT, (term,), "value") if term.kind == TEXTS else term


def _before_the_array(c: Context, subscript: Term) -> bool:
    """Whether the first turn of a loop reads what lies before the array."""
    if subscript.op != "-" or subscript.args[0].op != "name" or subscript.args[1].op != "number":
        return False
    symbols = [symbol for block in c.names.blocks for symbol in block.values() if symbol.name == subscript.args[0].text]
    return any(symbol.lowest is not None and symbol.lowest - int(subscript.args[1].text) < 1 for symbol in symbols)


def whole_number(term: Term) -> Term:
    """A subscript."""
    term = bare(as_number(term))
    if term.kind.family != "integer":
        raise Declined("a subscript that is not a whole number")
    return term


def _pointed(c: Context, inner: Node, expression: Translate) -> Term:
    if inner.type == "this":
        return place(c, inner, expression)
    if inner.type == "identifier":
        symbol = c.names.known(c.text(inner))
        if symbol.pointee:
            return name(symbol.name, symbol.kind)
        if symbol.rank == 1 and not symbol.vector:
            return Term("element", symbol.kind, (name(symbol.name, symbol.kind), integer(1)))
        if symbol.alias:
            return place(c, inner, expression, whole=True)
    if inner.type == "update_expression" and c.after is not None and inner.children[0].type not in ("++", "--"):
        moving = c.names.find(c.text(bare_node(field_of(inner, "argument"))))
        if moving is not None and moving.alias and moving.alias[1].op == "name":
            at = moving.alias[1]
            c.after.append(f"{at.text} = {at.text} {field_of(inner, 'operator').type[0]} 1")
            return Term("element", moving.kind, (name(moving.alias[0].name, moving.kind), plus(at, 1)))
    if inner.type == "binary_expression" and field_of(inner, "operator").type == "+":
        left, right = bare_node(field_of(inner, "left")), field_of(inner, "right")
        if left.type == "identifier" and c.names.known(c.text(left)).rank:
            return _of_symbol(c, c.names.known(c.text(left)), [right], expression)
    if inner.type == "binary_expression" and (found := target_of(c, inner, expression)) is not None:
        return Term("element", found.array.kind, (name(found.array.name, found.array.kind), plus(found.offset, 1)))
    raise Declined("a value behind a pointer")


def _kept_result(c: Context, node: Node, expression: Translate) -> Term | None:
    """The object that a function returns, kept so that a member of it can be named; None where it is no such call."""
    if node.type != "call_expression" or not c.straight:
        return None
    term = expression(c, node)
    if term.op != "call" or term.kind.family != "derived":
        return None
    kept = c.names.local("kept", spelled(term.kind, c.style), Symbol("", term.kind))
    c.put(f"{kept.name} = {c.fortran(term)}")
    return name(kept.name, term.kind)


def _member(c: Context, node: Node, expression: Translate, whole: bool) -> Term:
    argument = bare_node(field_of(node, "argument"))
    owner = _kept_result(c, argument, expression) or place(c, argument, expression, whole=True)
    member = c.text(field_of(node, "field"))
    if field_of(node, "operator").type == "->" and owner.op == "element":
        raise Declined("a member behind a pointer")
    members = c.structures.get(owner.kind.name)
    if owner.kind.family != "derived" or members is None or member not in members:
        raise Declined("a member of what is no structure")
    symbol = members[member]
    if symbol.rank and not whole:
        raise Declined("an array or pointer without a subscript")
    return Term("member", symbol.kind, (owner,), symbol.name)

"""Values in braces, as array and structure constructors."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.constructors import made
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import assigned, complex_number, converted
from translate.corpus.rules.cpp_to_fortran.expressions import expression
from translate.corpus.rules.cpp_to_fortran.kinds import INT, TEXT, TEXTS, Kind
from translate.corpus.rules.cpp_to_fortran.places import place
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare, call, integer, zero_of
from translate.source.loops import bare as bare_node
from translate.source.parse import Node


def _lengths(node: Node, rank: int) -> list[int] | None:
    """How many elements nested lists have at each level; None where that varies."""
    values = [child for child in node.named_children if child.type != "comment"]
    if rank == 1:
        return [len(values)]
    inner = [_lengths(value, rank - 1) if value.type == "initializer_list" else None for value in values]
    if not inner or inner[0] is None or any(one != inner[0] for one in inner):
        return None
    return [len(values), *inner[0]]


def listed(c: Context, node: Node, kind: Kind, rank: int) -> Term:
    """`{a, b}` as an array. Raises Declined."""
    values = [child for child in node.named_children if child.type != "comment"]
    if len(values) == 1 and values[0].type == "initializer_list" and kind.is_number and kind.family != "complex" and rank == 1:
        return listed(c, values[0], kind, rank)
    if rank == 1 and values:
        return Term("array", kind, tuple(exact(c, value, kind) for value in values))
    lengths = _lengths(node, rank)
    if rank > 1 and lengths is not None and kind.family != "derived":
        flat = Term("array", kind, tuple(flattened(c, values, kind, lengths)))
        return call("reshape", kind, flat, Term("array", INT, tuple(integer(length) for length in reversed(lengths))))
    raise Declined("a list of another form")


def exact(c: Context, node: Node, kind: Kind) -> Term:
    """An element of exactly this kind."""
    if kind == TEXTS:
        return call(TEXTS.name, TEXTS, assigned(c, expression(c, node), TEXT))
    if kind.family == "derived":
        return bare(structure_value(c, node, kind))
    if kind.family == "complex" and node.type == "initializer_list":
        return complex_number(c, kind, [expression(c, part) for part in node.named_children])
    return bare(converted(c, assigned(c, expression(c, node), kind), kind))


def flattened(c: Context, values: list[Node], kind: Kind, lengths: list[int]) -> list[Term]:
    """The elements that nested lists give an array of these lengths, outer first; what they leave out is zero. Raises Declined."""
    values = [value for value in values if value.type != "comment"]
    if len(lengths) == 1:
        terms = [exact(c, value, kind) for value in values]
        if any(value.type == "initializer_list" for value in values) and kind.family != "complex" or len(terms) > lengths[0]:
            raise Declined("an array with values of another form")
        return terms + [_exact_zero(c, kind)] * (lengths[0] - len(terms))
    total = 1
    for length in lengths:
        total *= length
    if all(value.type != "initializer_list" for value in values):
        return flattened(c, values, kind, [total])
    if any(value.type != "initializer_list" for value in values) or len(values) > lengths[0]:
        raise Declined("an array with values of another form")
    found = [term for value in values for term in flattened(c, value.named_children, kind, lengths[1:])]
    return found + [_exact_zero(c, kind)] * (total - len(found))


def _exact_zero(c: Context, kind: Kind) -> Term:
    return complex_number(c, kind, [integer(0)]) if kind.family == "complex" else zero_of(kind)


def object_value(c: Context, given: list[Node], kind: Kind) -> Term:
    """An element made of what `emplace_back(a, b)` is given. Raises Declined."""
    owner = next((one for one in c.classes.values() if one.kind == kind), None)
    if owner is not None and f"{owner.name}::{owner.name}" in c.functions:
        return made(c, owner, given, expression)
    if len(given) == 1:
        return exact(c, given[0], kind)
    if owner is None or owner.needs or given:
        raise Declined("an element made in another way")
    preset = all(member.preset for member in c.structures[kind.name].values())
    terms = [] if preset else [zero_of(member.kind) for member in c.structures[kind.name].values()]
    if any(member.rank or member.kind.family == "derived" for member in c.structures[kind.name].values()):
        raise Declined("an element made in another way")
    return Term("call", kind, tuple(terms), kind.name)


def structure_value(c: Context, node: Node, kind: Kind) -> Term:
    """A value of a derived type: a variable, or one built of its members."""
    node = bare_node(node)
    if node.type in ("compound_literal_expression",):
        node = field_of(node, "value")
    owner = next((one for one in c.classes.values() if one.kind == kind), None)
    if owner is not None and node.type in ("initializer_list", "argument_list") and f"{owner.name}::{owner.name}" in c.functions:
        return made(c, owner, [child for child in node.named_children if child.type != "comment"], expression)
    if node.type == "argument_list" and node.named_child_count == 1:
        node = node.named_children[0]
    if node.type != "initializer_list":
        term = place(c, node, expression) if node.type not in ("call_expression", "binary_expression") else expression(c, node)
        if term.kind != kind:
            raise Declined("structures of two types")
        return term
    members = list(c.structures[kind.name].values())
    values = [child for child in node.named_children if child.type != "comment"]
    rest = members[len(values) :]
    if len(values) > len(members) or any(member.rank for member in rest) or any(one.kind.family == "derived" for one in rest):
        raise Declined("a structure with fewer values than members")
    terms = []
    for value, member in zip(values, members, strict=False):
        if member.rank:
            terms.append(listed(c, value, member.kind, member.rank))
        else:
            terms.append(exact(c, value, member.kind))
    terms += [zero_of(member.kind) for member in rest if not member.preset]
    if any(member.preset for member in rest) and any(not member.preset for member in rest):
        raise Declined("a structure with fewer values than members")
    return Term("call", kind, tuple(terms), kind.name)

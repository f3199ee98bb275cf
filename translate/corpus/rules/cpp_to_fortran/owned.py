"""What `new` and `make_unique` give: an allocatable array, or a variable, that belongs to the one pointer that names it."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.constructors import made
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import as_number
from translate.corpus.rules.cpp_to_fortran.declared import allocatable
from translate.corpus.rules.cpp_to_fortran.expressions import expression
from translate.corpus.rules.cpp_to_fortran.kinds import Kind, spelled
from translate.corpus.rules.cpp_to_fortran.lists import exact
from translate.corpus.rules.cpp_to_fortran.objects import begin, class_of_kind
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import bare, zero_of
from translate.corpus.rules.cpp_to_fortran.vectors import allocate
from translate.source.loops import Declared
from translate.source.loops import bare as bare_node
from translate.source.parse import Node, walk

EMPTY = ("nullptr", "NULL", "0")


def declare_owned(c: Context, one: Declared) -> bool:
    """Declare what a new pointer owns; False where it is no new one. Raises Declined."""
    value = bare_node(one.value) if one.value is not None else None
    if value is None or value.type != "new_expression":
        return False
    if _is_given_away(c, one.name):
        raise Declined("a new object that has two names")
    kind = c.kind(c.text(field_of(value, "type")))
    size = value.child_by_field_name("declarator")
    arguments = value.child_by_field_name("arguments")
    given = arguments.named_children if arguments is not None else []
    if size is not None:
        symbol = Symbol("", kind, shape=(":",), rank=1, vector=True, role="owned")
        c.names.local(one.name, allocatable(c, kind, 1), symbol)
        length = [child for child in size.named_children if child.type != "comment"]
        if len(length) != 1:
            raise Declined("a new array of another form")
        allocate(c, symbol, [c.fortran(bare(as_number(expression(c, length[0]))))])
        if arguments is not None and kind.is_number:
            c.put(f"{symbol.name} = {c.fortran(zero_of(kind))}")
        return True
    _one_object(c, one.name, kind, given, set_at_all=arguments is not None)
    return True


def _one_object(c: Context, c_name: str, kind: Kind, given: list[Node], *, set_at_all: bool) -> None:
    symbol = c.names.local(c_name, spelled(kind, c.style), Symbol("", kind, pointee=True, role="owned"))
    owner = class_of_kind(c, kind)
    if owner is not None and given:
        c.put(f"{symbol.name} = {c.fortran(made(c, owner, given, expression))}")
    elif owner is not None:
        begin(c, symbol)
    elif len(given) == 1:
        c.put(f"{symbol.name} = {c.fortran(exact(c, given[0], kind))}")
    elif kind.is_number and set_at_all:
        c.put(f"{symbol.name} = {c.fortran(zero_of(kind))}")


def _is_given_away(c: Context, name: str) -> bool:
    """Whether the pointer is assigned anything else, copied, returned or compared."""
    for leaf in walk(c.body) if c.body is not None else ():
        if leaf.type != "identifier" or c.text(leaf) != name or leaf.parent is None:
            continue
        parent = leaf.parent
        if parent.type == "assignment_expression" and parent.child_by_field_name("left") == leaf:
            if c.text(field_of(parent, "right")) not in EMPTY:
                return True
        elif parent.type in ("binary_expression", "return_statement", "init_declarator", "update_expression", "condition_clause"):
            if parent.type != "init_declarator" or parent.child_by_field_name("value") == leaf:
                return True
        elif parent.type == "assignment_expression":
            return True
    return False


def release(c: Context, node: Node) -> None:
    """Put a `delete`. Raises Declined."""
    inner = bare_node(node.named_children[-1])
    symbol = c.names.find(c.text(inner)) if inner.type == "identifier" else None
    if symbol is None or symbol.role != "owned":
        raise Declined("delete of what is not new here")
    if symbol.rank:
        c.put(f"deallocate({symbol.name})")


def forgets(c: Context, left: Node, right: Node) -> bool:
    """Whether an assignment only makes a pointer point nowhere."""
    symbol = c.names.find(c.text(left)) if left.type == "identifier" else None
    return symbol is not None and symbol.role == "owned" and c.text(right) in EMPTY

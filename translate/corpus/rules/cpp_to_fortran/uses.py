"""How the names of a function are used: what decides shapes, subscripts and where loops begin."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context
from translate.source.loops import bare, counted_loop, declarations, squeezed
from translate.source.parse import Node, Tree, walk


def index_local(c: Context, name: str) -> bool:
    """Whether every variable of this name is set once and only used as a summand of subscripts."""
    if c.body is None or name in c.changed:
        return False
    found = [leaf for leaf in walk(c.body) if leaf.type == "identifier" and c.text(leaf) == name]
    uses = [leaf for leaf in found if not _is_declaration(leaf)]
    declared = [one for node in walk(c.body) if node.type == "declaration" for one in declarations(c.tree, node) if one.name == name]
    if not uses or any(one.value is None or one.shape or "const" not in one.type and one.name in c.changed for one in declared):
        return False
    return all(ends_in_subscript(c, leaf) for leaf in uses)


def require_set_first(c: Context, name: str, declared: Node) -> None:
    """The first that is done with a variable without a value is to give it one. Raises Declined."""
    for leaf in walk(c.body) if c.body is not None else ():
        if leaf.type == "identifier" and leaf.start_byte > declared.end_byte - 1 and c.text(leaf) == name:
            parent = leaf.parent
            while parent is not None and parent.type == "parenthesized_expression":
                parent = parent.parent
            if parent is None or parent.type in ("argument_list", "pointer_expression"):
                return
            operator = parent.child_by_field_name("operator") if parent.type == "assignment_expression" else None
            if operator is None or operator.type != "=" or parent.child_by_field_name("left") != leaf:
                raise Declined("a variable that is looked at before it has a value")
            right = parent.child_by_field_name("right")
            if right is not None and any(one.type == "identifier" and c.text(one) == name for one in walk(right)):
                raise Declined("a variable that is looked at before it has a value")
            return


def begins_at_one(c: Context, name: str, loop: Node, kept: bool) -> bool:
    """Whether a loop variable is better counted from one: more often a summand of a subscript than anything else.

    `kept`: the variable lives on after its loop.
    """
    good = other = 0
    body = loop.child_by_field_name("body")
    for leaf in walk(body) if body is not None else ():
        if leaf.type == "identifier" and c.text(leaf) == name:
            if ends_in_subscript(c, leaf) or _starts_index_local(c, leaf):
                good += 1
            elif not compared(leaf):
                other += 1
    return c.style.one_based and good > 0 and good >= other and not kept


def ends_in_subscript(c: Context, leaf: Node) -> bool:
    """Whether the name is added, once, to a subscript, or is one of the two subscripts of an array with rows."""
    node, factor = _climbed(leaf)
    parent = node.parent
    if parent is None or parent.type != "subscript_argument_list" or parent.parent is None:
        return False
    base = parent.parent.child_by_field_name("argument")
    symbol = c.names.find(c.text(base)) if base is not None and base.type == "identifier" else None
    if factor is None:
        return symbol is None or symbol.kind.family != "character"
    return symbol is not None and bool(symbol.width) and squeezed(c.text(factor)) == symbol.width


def lives_on(c: Context, name: str, kind: str | None) -> bool:
    """Whether a loop variable declared before its loop is looked at outside of loops over it."""
    if kind is not None or c.body is None:
        return False
    for leaf in walk(c.body):
        if leaf.type == "identifier" and c.text(leaf) == name and not _is_declaration(leaf) and not _in_own_loop(c.tree, leaf, name):
            return True
    return False


def plain_extent(c: Context, name: str) -> list[str] | None:
    """The bounds that the loops around its subscripts give an array, one for each dimension; None where they say nothing."""
    bounds: set[str] = set()
    for leaf in walk(c.body) if c.body is not None else ():
        if leaf.type != "identifier" or c.text(leaf) != name:
            continue
        parent = leaf.parent
        if parent is None or parent.type != "subscript_expression":
            return None
        indices = parent.child_by_field_name("indices")
        index = indices.named_children[0] if indices is not None and indices.named_child_count == 1 else None
        bound = _bound_of(c, bare(index)) if index is not None else None
        if bound is None:
            return None
        bounds.add(bound)
    return list(bounds) if len(bounds) == 1 else None


def _bound_of(c: Context, index: Node) -> str | None:
    node: Node | None = index
    while node is not None:
        loop = counted_loop(c.tree, node)
        if loop is not None and loop.variable == c.text(index):
            return loop.bound if loop.comparison == "<" and loop.bound.isidentifier() else None
        node = node.parent
    return None


def _climbed(leaf: Node) -> tuple[Node, Node | None]:
    """The outermost sum that the name is a summand of, and what it is multiplied with once, if it is."""
    node, factor = leaf, None
    while node.parent is not None:
        parent = node.parent
        if parent.type == "binary_expression":
            operator = parent.child_by_field_name("operator")
            left, right = parent.child_by_field_name("left"), parent.child_by_field_name("right")
            kind = operator.type if operator is not None else ""
            if kind == "*" and factor is None and right is not None and left is not None:
                factor = right if left == node else left
            elif not (kind == "+" or (kind == "-" and left == node)):
                break
        elif parent.type != "parenthesized_expression":
            break
        node = parent
    return node, factor


def _starts_index_local(c: Context, leaf: Node) -> bool:
    node, factor = _climbed(leaf)
    parent = node.parent
    if factor is not None or parent is None or parent.type != "init_declarator":
        return False
    declared = parent.child_by_field_name("declarator")
    return declared is not None and declared.type == "identifier" and index_local(c, c.text(declared))


def compared(leaf: Node) -> bool:
    """Whether the name is a summand of one side of a comparison."""
    node, factor = _climbed(leaf)
    operator = node.parent.child_by_field_name("operator") if node.parent is not None and node.parent.type == "binary_expression" else None
    return factor is None and operator is not None and operator.type in ("<", "<=", ">", ">=", "==", "!=")


def _is_declaration(leaf: Node) -> bool:
    parent = leaf.parent
    if parent is None:
        return False
    return (
        parent.type in ("declaration", "array_declarator")
        and parent.child_by_field_name("declarator") == leaf
        or (parent.type in ("init_declarator", "declaration") and leaf in parent.children_by_field_name("declarator"))
    )


def _in_own_loop(tree: Tree, leaf: Node, name: str) -> bool:
    node: Node | None = leaf
    while node is not None:
        if node.type == "for_statement":
            first = node.child_by_field_name("initializer")
            if first is not None and first.type == "assignment_expression":
                left = first.child_by_field_name("left")
                if left is not None and tree.text(left) == name:
                    return True
        node = node.parent
    return False

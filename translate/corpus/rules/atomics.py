"""Updates of elements that several iterations share, as atomic operations."""

from __future__ import annotations

from collections.abc import Iterable

from translate.source.loops import PAIRS, bare, names_in, squeezed, statements, terms, written
from translate.source.parse import Node, Tree, walk

ADDABLE = frozenset(("int", "unsigned int", "unsigned", "float", "double", "unsigned long long", "unsigned long long int"))
"""Types that atomicAdd takes."""
WHOLE = ADDABLE - {"float", "double"}
BITWISE = {"|=": "atomicOr", "&=": "atomicAnd", "^=": "atomicXor"}


def atomic_updates(tree: Tree, function: Node, body: Node, loops: Iterable[str]) -> dict[Node, str]:
    """Statement expression -> atomicAdd, of the sums into elements that are found in a table or
    do not name all of `loops`, in arrays that are not used otherwise."""
    kinds = elements(tree, function)
    found: dict[Node, str] = {}
    for place, update in written(body):
        base = place.child_by_field_name("argument")
        if place.type not in ("subscript_expression", "pointer_expression") or base is None or kinds.get(tree.text(base)) not in ADDABLE:
            continue
        value, operation = added(tree, update), "atomicAdd"
        if value is None and kinds[tree.text(base)] in WHOLE:
            value, operation = _combined(tree, update)
        if value is None or update.parent is None or update.parent.type != "expression_statement":
            continue
        folded = any(node.type in ("subscript_expression", "%", "/") for node in walk(place) if node != place)
        if folded or not set(loops) <= set(names_in(tree, place)):
            address = tree.text(base) if place.type == "pointer_expression" else f"&{tree.text(place)}"
            found[update] = f"{operation}({address}, {value})"
    extremes = _extremes(tree, body, kinds, set(loops))
    arrays = {tree.text(node.child_by_field_name("argument") or node) for update in found for node, _ in written(update)}
    others = [name for name in names_in(tree, body) if name in arrays]
    alike = {(next(names_in(tree, node)), found[update].partition("(")[0]) for update in found for node, _ in written(update)}
    return found | extremes if len(others) == len(found) and len(alike) == len(arrays) else extremes


def _extremes(tree: Tree, body: Node, kinds: dict[str, str], loops: set[str]) -> dict[Node, str]:
    """`if (value > *place) *place = value;` of whole numbers: the statement, and the assignment in it, as one atomicMax."""
    found: dict[Node, str] = {}
    for place, update in written(body):
        base, right = place.child_by_field_name("argument"), update.child_by_field_name("right")
        name = tree.text(base) if base is not None else ""
        if place.type not in ("subscript_expression", "pointer_expression") or right is None or kinds.get(name) not in WHOLE:
            continue
        if loops <= set(names_in(tree, place)) or list(names_in(tree, body)).count(name) != 2:
            continue
        holder = sole_test(update)
        test = holder.child_by_field_name("condition") if holder is not None else None
        parts = terms(test, "&&") if test is not None else []
        signs = [compared(tree, part, squeezed(tree.text(right)), squeezed(tree.text(place))) for part in parts]
        if holder is None or sum(map(bool, signs)) != 1:
            continue
        sign = next(sign for sign in signs if sign)
        address = name if place.type == "pointer_expression" else f"&{tree.text(place)}"
        call = f"atomic{'Max' if sign == '>' else 'Min'}({address}, {tree.text(right)})"
        rest = " && ".join(tree.text(part) for part, found_in in zip(parts, signs, strict=True) if not found_in)
        found[holder] = f"if ({rest}) {call};" if rest else f"{call};"
        found[update] = call
    return found


def sole_test(update: Node) -> Node | None:
    """The `if` without `else` whose only statement an assignment is."""
    statement = update.parent
    holder = statement.parent if statement is not None and statement.type == "expression_statement" else None
    if holder is not None and holder.type == "compound_statement" and len(statements(holder)) == 1:
        holder = holder.parent
    fits = holder is not None and holder.type == "if_statement" and holder.child_by_field_name("alternative") is None
    return holder if fits else None


def compared(tree: Tree, test: Node, one: str, other: str) -> str:
    """The sign, `>` or `<`, by which the test compares `one` with `other`; empty where it does not."""
    inner = bare(test)
    sides = [inner.child_by_field_name(side) for side in ("left", "right")]
    sign = inner.child_by_field_name("operator")
    if inner.type != "binary_expression" or sign is None or sign.type not in PAIRS or None in sides:
        return ""
    texts = [squeezed(tree.text(side)) for side in sides if side is not None]
    if texts == [one, other]:
        return sign.type[0]
    return PAIRS[sign.type][0] if texts == [other, one] else ""


def _combined(tree: Tree, update: Node) -> tuple[str | None, str]:
    """What an update combines its place with, bit by bit, and the function that does it; None where it does something else."""
    operator, right = update.child_by_field_name("operator"), update.child_by_field_name("right")
    function = BITWISE.get(operator.type, "") if operator is not None else ""
    return (tree.text(right), function) if right is not None and function else (None, "")


def added(tree: Tree, update: Node) -> str | None:
    """What an update adds to its place; None where it does something else."""
    if update.type == "update_expression":
        return "1" if "++" in tree.text(update) else "-1"
    operator, right = update.child_by_field_name("operator"), update.child_by_field_name("right")
    if operator is None or right is None:
        return None
    value = tree.text(right)
    return {"+=": value, "-=": f"-({value})"}.get(operator.type)


def elements(tree: Tree, function: Node) -> dict[str, str]:
    """Parameter of one star -> type of its elements."""
    found: dict[str, str] = {}
    for node in walk(function):
        if node.type != "parameter_declaration":
            continue
        text = tree.text(node).replace("__restrict__", "")
        before, star, name = text.partition("*")
        if star and "*" not in name and "const" not in before:
            found[squeezed(" ".join(word for word in name.split() if word != "const"))] = " ".join(before.split())
    return found

"""Whether each iteration of a loop has a row or a column of an array to itself."""

from __future__ import annotations

from translate.corpus.rules.products import expanded
from translate.languages import language
from translate.source.loops import Loop, counted_loop, declarations, squeezed
from translate.source.parse import Node, Tree, parse, walk

ROUNDS = 3


def has_own_slots(tree: Tree, nest: list[Loop], array: str) -> bool:
    """Whether every subscript of the array is `i * size + less`, or `more * bound + i`, for the one loop's variable `i`."""
    if len(nest) != 1 or nest[0].start != "0" or nest[0].comparison != "<":
        return False
    loop = nest[0]
    indices = []
    for node in walk(loop.body):
        if node.type == "identifier" and tree.text(node) == array:
            holder = node.parent
            index = holder.child_by_field_name("indices") if holder is not None and holder.type == "subscript_expression" else None
            if index is None or index.named_child_count != 1:
                return False
            indices.append(_sum(tree, loop, index.named_children[0]))
    sizes = {_row(tree, loop, terms) for terms in indices}
    return len(sizes) == 1 and None not in sizes or all(_column(loop, terms) for terms in indices)


def _sum(tree: Tree, loop: Loop, index: Node) -> list[list[str]]:
    """The subscript as a sum of products, variables of the body that are declared once replaced by their values."""
    values = {
        one.name: tree.text(one.value)
        for node in walk(loop.body)
        if node.type == "declaration" and node.parent is not None and node.parent.type != "for_statement"
        for one in declarations(tree, node)
        if one.value is not None and not one.shape
    }
    text = tree.text(index)
    for _ in range(ROUNDS):
        read = parse(f"void f() {{ x = {text}; }}", language("cpp"))
        right = next((node.child_by_field_name("right") for node in walk(read.root) if node.type == "assignment_expression"), None)
        if right is None:
            return [["?"]]
        pieces = [leaf for leaf in walk(right) if leaf.type == "identifier" and read.text(leaf) in values]
        if not pieces:
            return expanded(read, right)
        first = pieces[0]
        head, tail = read.source[right.start_byte : first.start_byte], read.source[first.end_byte : right.end_byte]
        text = f"{head.decode('utf-8')}({values[read.text(first)]}){tail.decode('utf-8')}"
    return [["?"]]


def _row(tree: Tree, loop: Loop, terms: list[list[str]]) -> str | None:
    """The size of `i * size + less`; None where the subscript is something else."""
    own = [term for term in terms if loop.variable in term]
    rest = [term for term in terms if loop.variable not in term]
    if len(own) != 1 or own[0].count(loop.variable) != 1 or len(rest) > 1 or any(loop.variable in word for term in rest for word in term):
        return None
    size = "*".join(sorted(factor for factor in own[0] if factor != loop.variable)) or "1"
    if not rest:
        return size
    less = rest[0][0] if len(rest[0]) == 1 else ""
    if less.isdecimal():
        return size if size.isdecimal() and int(less) < int(size) else None
    inner = [one for node in walk(loop.body) if (one := counted_loop(tree, node)) is not None and one.variable == less]
    return size if inner and all(_below(one, size) for one in inner) else None


def _below(loop: Loop, size: str) -> bool:
    if loop.comparison != "<" or not loop.start.isdecimal():
        return False
    bound = squeezed(loop.bound)
    return bound == size or bound.isdecimal() and size.isdecimal() and int(bound) <= int(size)


def _column(loop: Loop, terms: list[list[str]]) -> bool:
    """Whether a subscript is `i`, and besides only multiples of the loop's bound."""
    bound = squeezed(loop.bound)
    rest = [term for term in terms if term != [loop.variable]]
    plain = all(loop.variable not in factor for term in rest for factor in term)
    return len(rest) == len(terms) - 1 and plain and all(bound in term for term in rest)



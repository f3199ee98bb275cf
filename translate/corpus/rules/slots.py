"""Whether each iteration of a loop has a row or a column of an array to itself."""

from __future__ import annotations

from collections.abc import Iterator

from translate.corpus.rules.products import expanded
from translate.corpus.rules.wording import words_of
from translate.languages import language
from translate.source.loops import Loop, counted_loop, declarations, names_in, squeezed, written
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
            above = holder.parent if holder is not None else None
            rows = above is not None and above.type == "subscript_expression" and above.child_by_field_name("argument") == holder
            if index is None or index.named_child_count != 1 or rows:
                return False
            indices.append(_sum(tree, loop, index.named_children[0]))
    sizes = {_row(tree, loop, terms) for terms in indices}
    return len(sizes) == 1 and None not in sizes or all(_column(loop, terms) for terms in indices) or _slab(tree, loop, indices)


def _slab(tree: Tree, loop: Loop, indices: list[list[list[str]]]) -> bool:
    """Whether all subscripts are `i * height * width + ...`, as a reader would say: no more of `i`, and loops inside go up to these."""
    depending = {loop.variable}
    for _ in range(ROUNDS):
        depending |= {name for name, value in _given(tree, loop.body) if depending & set(names_in(tree, value))}
    sizes: set[tuple[str, ...]] = set()
    for terms in indices:
        own = [term for term in terms if loop.variable in term]
        rest = {word for term in terms if loop.variable not in term for factor in term for word in words_of(factor)}
        if len(own) != 1 or own[0].count(loop.variable) != 1 or rest & depending:
            return False
        sizes.add(tuple(sorted(word for factor in own[0] if factor != loop.variable for word in factor.split("*"))))
    heads = [node for node in walk(loop.body) if node.type == "for_statement"]
    bounding = {name for head in heads for part in _head(head) for name in names_in(tree, part)}
    size = next(iter(sizes), ())
    return len(sizes) == 1 and len(size) > 1 and set(size) <= bounding


def _given(tree: Tree, body: Node) -> Iterator[tuple[str, Node]]:
    """Every variable of the body, with what it is given."""
    for node in walk(body):
        if node.type == "declaration":
            yield from ((one.name, one.value) for one in declarations(tree, node) if one.value is not None)
        elif node.type == "assignment_expression":
            left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
            if left is not None and right is not None and left.type == "identifier":
                yield tree.text(left), right


def _head(loop: Node) -> list[Node]:
    return [part for name in ("initializer", "condition") if (part := loop.child_by_field_name(name)) is not None]


def _sum(tree: Tree, loop: Loop, index: Node) -> list[list[str]]:
    """The subscript as a sum of products, variables of the body that are declared once replaced by their values."""
    changed = {tree.text(place) for place, _ in written(loop.body) if place.type == "identifier"}
    values = {
        one.name: tree.text(one.value)
        for node in walk(loop.body)
        if node.type == "declaration" and node.parent is not None and node.parent.type != "for_statement"
        for one in declarations(tree, node)
        if one.value is not None and not one.shape and one.name not in changed
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
        # Twice, or `(a * (b)) + c` reads as a cast of `+ c`.
        text = f"{head.decode('utf-8')}(({values[read.text(first)]})){tail.decode('utf-8')}"
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
    return size if _below(less, size, [one for node in walk(loop.body) if (one := counted_loop(tree, node)) is not None]) else None


def _below(name: str, size: str, loops: list[Loop], rounds: int = ROUNDS) -> bool:
    """Whether a loop's variable stays below the size: its bound is the size, or another loop's variable that does."""
    found = [loop for loop in loops if loop.variable == name]
    for loop in found:
        bound = squeezed(loop.bound)
        if not loop.start.isdecimal() or not rounds:
            return False
        if loop.comparison == "<" and (bound == size or bound.isdecimal() and size.isdecimal() and int(bound) <= int(size)):
            continue
        if not _below(bound, size, loops, rounds - 1):
            return False
    return bool(found)


def _column(loop: Loop, terms: list[list[str]]) -> bool:
    """Whether a subscript is `i`, and besides only multiples of the loop's bound."""
    bound = squeezed(loop.bound)
    rest = [term for term in terms if term != [loop.variable]]
    plain = all(loop.variable not in factor for term in rest for factor in term)
    return len(rest) == len(terms) - 1 and plain and all(bound in term for term in rest)



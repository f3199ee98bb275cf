"""C++ functions of several loops, or of a loop that sums up, as one kernel, where threads do not meet."""

from __future__ import annotations

from collections.abc import Sequence

from translate.corpus.rules import Declined
from translate.corpus.rules.atomics import ADDABLE, added, atomic_updates, elements
from translate.corpus.rules.dependence import REQUIRED, Care, set_first, variables
from translate.corpus.rules.parallelise import (
    KernelStyle,
    kernel_body,
    nest_from,
    of_each_thread,
    signature_of,
    to_its_end,
    without_loop_variables,
)  # fmt: skip
from translate.languages import language
from translate.source.loops import Loop, counted_loop, inside_loop, names_in, squeezed, statements, written
from translate.source.parse import Node, Tree, parse, walk


def loops_in_turn(function: str) -> str:
    """The kernel in which each thread does its iteration of every loop. Raises Declined."""
    tree, head, inside = _read(function)
    start = next((at for at, node in enumerate(inside) if not of_each_thread(node)), len(inside))
    before, loops = inside[:start], [counted_loop(tree, node) for node in inside[start:]]
    found = [loop for loop in loops if loop is not None]
    if len(found) < 2 or len(found) < len(loops):
        raise Declined("not declarations and loops")
    nests = [nest_from(tree, loop, 2, Care.DIRECT) for loop in found]
    if len({len(nest) for nest in nests}) > 1:
        nests = [nest[:1] for nest in nests]
    updates = [atomic_updates(tree, tree.root, nest[-1].body, [loop.variable for loop in nest]) for nest in nests]
    for nest, atomic in zip(nests, updates, strict=True):
        locals_, shared = variables(tree, before, nest)
        REQUIRED[Care.DIRECT](tree, nest, locals_ | shared, atomic)
    style = KernelStyle(from_zero=_require_apart(tree, before, nests))
    lines = [text for node in before if (text := without_loop_variables(tree, node, [loop for nest in nests for loop in nest]))]
    for nest, atomic in zip(nests, updates, strict=True):
        lines += ["{", *kernel_body(tree, nest, style, atomic), "}"]
    return f"{head} {{\n" + "\n".join(lines) + "\n}"


def summed_up(function: str) -> str:
    """The kernel whose threads add what they have summed up to the place where the function leaves the sum. Raises Declined."""
    tree, head, inside = _read(function)
    if len(inside) < 3 or not all(of_each_thread(node) for node in inside[:-2]):
        raise Declined("not declarations, a loop and a sum")
    outer = counted_loop(tree, inside[-2])
    if outer is None:
        raise Declined("not a counted loop")
    name, place = _left_in(tree, inside[-1])
    nest = nest_from(tree, outer, 1, Care.DIRECT)
    body = nest[-1].body
    sums = [update for spot, update in written(body) if tree.text(spot) == name]
    if not sums or any(added(tree, update) is None for update in sums) or list(names_in(tree, body)).count(name) != len(sums):
        raise Declined("a sum that is used on the way")
    before = [node for node in inside[:-2] if not _starts_at_zero(tree, node, name)]
    if len(before) != len(inside) - 3 or any(name in names_in(tree, node) for node in before):
        raise Declined("a sum that starts elsewhere")
    base = next(names_in(tree, place), "")
    mentioned = [word for node in inside[:-1] for word in names_in(tree, node)]
    if elements(tree, tree.root).get(base) not in ADDABLE or base in mentioned or set(names_in(tree, place)) != {base}:
        raise Declined("a sum that cannot be atomic")
    locals_, shared = variables(tree, before, nest)
    REQUIRED[Care.DIRECT](tree, nest, locals_ | shared | {name}, {})
    _require_apart(tree, before, [nest])
    lines = [text for node in inside[:-2] if (text := without_loop_variables(tree, node, nest))]
    body_lines = kernel_body(tree, nest, KernelStyle(), {})
    address = base if place.type == "pointer_expression" else f"&{tree.text(place)}"
    inner = body_lines[-1].strip()
    kept = inner.removeprefix("{").removesuffix("}") if inner.startswith("{") else inner
    if any(node.type == "continue_statement" and not inside_loop(node, body) for node in walk(body)):
        raise Declined("an iteration that ends early")
    lines += [*body_lines[:-1], "{", kept, f"atomicAdd({address}, {name});", "}"]
    return f"{head} {{\n" + "\n".join(lines) + "\n}"


def _read(function: str) -> tuple[Tree, str, list[Node]]:
    tree = parse(function, language("cpp"))
    found = [node for node in walk(tree.root) if node.type == "function_definition"]
    body = found[0].child_by_field_name("body") if len(found) == 1 and not tree.root.has_error else None
    if body is None:
        raise Declined("not one function")
    return tree, signature_of(tree, found[0], set()), to_its_end(statements(body))


def _left_in(tree: Tree, node: Node) -> tuple[str, Node]:
    """The variable that a last statement `*place += variable;` adds, and the place. Raises Declined."""
    for place, update in written(node):
        value, right = added(tree, update), update.child_by_field_name("right")
        if node.type == "expression_statement" and place.type in ("pointer_expression", "subscript_expression"):
            if value is not None and right is not None and right.type == "identifier" and value == tree.text(right):
                return value, place
    raise Declined("no sum at the end")


def _starts_at_zero(tree: Tree, node: Node, name: str) -> bool:
    text = squeezed(tree.text(node))
    return node.type == "declaration" and text.endswith((f"{name}=0;", f"{name}=0.0;", f"{name}=0.0f;", f"{name}=0.f;", f"{name}=0.;"))


def _require_apart(tree: Tree, before: Sequence[Node], nests: Sequence[list[Loop]]) -> bool:
    """What one loop writes no other touches, unless both touch it at the place of the same thread. Raises Declined.

    True where that thread is the same only if the threads of every loop are counted from 0.
    """
    from_zero = False
    counters = {loop.variable for nest in nests for loop in nest}
    written_by = [{next(names_in(tree, place), "") for place, _ in written(nest[0].node)} - counters for nest in nests]
    for at, names in enumerate(written_by):
        if any(names & set(names_in(tree, node)) and node.type != "declaration" for node in before):
            raise Declined("what a loop writes is used before it")
        for other, nest in enumerate(nests):
            for name in names & set(names_in(tree, nest[0].node)) if other != at else ():
                if not _declared_within(tree, nests[at][-1].body, name):
                    from_zero |= _require_same_place(tree, name, nests[at], nest)
    for node in before:
        if any(name in squeezed(tree.text(node)).partition("=")[2] for names in written_by for name in names):
            raise Declined("what a loop writes is used before it")
    return from_zero


def _declared_within(tree: Tree, body: Node, name: str) -> bool:
    return any(node.type == "declaration" and name in names_in(tree, node) for node in walk(body))


def _require_same_place(tree: Tree, name: str, one: list[Loop], other: list[Loop]) -> bool:
    shapes = [[(loop.start, loop.comparison, squeezed(loop.bound)) for loop in nest] for nest in (one, other)]
    if shapes[0] != shapes[1]:
        if set_first(tree, one[-1].body, name) and set_first(tree, other[-1].body, name):
            return False
        if len(one) == len(other) and all(loop.start.isdecimal() for loop in (*one, *other)) and _one_place(tree, name, one, other):
            return True
        raise Declined("loops of different bounds share an array")
    places: set[str] = set()
    for nest in (one, other):
        whole = [node for node in walk(nest[-1].body) if node.type == "identifier" and tree.text(node) == name]
        for node in whole:
            holder = node.parent
            index = holder.child_by_field_name("indices") if holder is not None and holder.type == "subscript_expression" else None
            if index is None:
                if set_first(tree, one[-1].body, name) and set_first(tree, other[-1].body, name):
                    return False
                raise Declined("loops share a variable")
            places.add(_in_own_words(tree, index, nest))
    bounds = [squeezed(loop.bound) for loop in one]
    if len(places) > 1 and not all(_own_slot(place, bounds) for place in places):
        raise Declined("loops touch an array in different places")
    return False


def _one_place(tree: Tree, name: str, one: list[Loop], other: list[Loop]) -> bool:
    """Whether all that both loops touch of the array is one element of the same subscript, in the loops' own variables."""
    places: set[str] = set()
    for nest in (one, other):
        for node in walk(nest[-1].body):
            if node.type == "identifier" and tree.text(node) == name:
                holder = node.parent
                index = holder.child_by_field_name("indices") if holder is not None and holder.type == "subscript_expression" else None
                places.add(_in_own_words(tree, index, nest) if index is not None else "")
    return len(places) == 1 and "" not in places and all(f"#{at}" in next(iter(places)) for at in range(len(one)))


def _own_slot(place: str, bounds: Sequence[str]) -> bool:
    """Whether a subscript of one loop is `#0 * size + number`, the number below the size, or `#0 + number * bound`."""
    if len(bounds) > 1:
        return False
    terms_ = "".join(letter for letter in place if letter not in "()[]").split("+")
    index = [term for term in terms_ if "#0" in term]
    rest = [term for term in terms_ if "#0" not in term]
    if len(index) != 1 or len(rest) > 1:
        return False
    size = index[0].replace("#0", "").strip("*")
    if size.isdecimal():
        return not rest or rest[0].isdecimal() and int(rest[0]) < int(size)
    return not size and (not rest or rest[0] == bounds[0] or rest[0].removesuffix(f"*{bounds[0]}").isdecimal())


def _in_own_words(tree: Tree, index: Node, nest: list[Loop]) -> str:
    """The subscript with the loops' variables called by their number, those of inner loops by their range."""
    inner = [loop for node in walk(nest[-1].body) if (loop := counted_loop(tree, node)) is not None]
    numbers = {loop.variable: f"<{squeezed(f'{loop.start},{loop.comparison},{loop.bound}')}>" for loop in inner}
    numbers |= {loop.variable: f"#{at}" for at, loop in enumerate(nest)}
    words = [tree.text(leaf) for leaf in walk(index) if not leaf.children]
    return "".join(numbers.get(word, word) for word in words)

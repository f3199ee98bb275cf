"""Kernels written another way that do the same: what no checker may call a fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from eval.mutations import Mutant
from translate.languages import language
from translate.source.edits import Edits
from translate.source.kernels import COORDINATES, index_axis
from translate.source.loops import LOOPS, bare, declarations, names_in, statements
from translate.source.parse import Node, Tree, parse, walk

Change = list[tuple[int, int, str]]


def rewrites(text: str) -> list[Mutant]:
    """Every harmless rewrite of the CUDA `text`, each text once."""
    tree = parse(text, language("cuda"))
    found: dict[str, Mutant] = {}
    for kind, operator in OPERATORS.items():
        for changes in operator(tree):
            edits = Edits(tree, list(changes))
            changed = edits.text(tree.root)
            if changed != text:
                found.setdefault(changed, Mutant(kind, "; ".join(change[2][:60] for change in changes[:2]), changed))
    return list(found.values())


def _renamed(tree: Tree) -> Iterator[Change]:
    for name in sorted(_locals(tree)):
        if not any(node.type == "field_identifier" and tree.text(node) == name for node in walk(tree.root)):
            places = [node for node in walk(tree.root) if node.type == "identifier" and tree.text(node) == name]
            yield [(node.start_byte, node.end_byte, f"{name}_renamed") for node in places]


def _reordered(tree: Tree) -> Iterator[Change]:
    for block in walk(tree.root):
        if block.type != "compound_statement":
            continue
        inside = statements(block)
        for first, second in zip(inside, inside[1:], strict=False):
            if _independent(tree, first, second):
                yield [(first.start_byte, first.end_byte, tree.text(second)), (second.start_byte, second.end_byte, tree.text(first))]


def _split_declaration(tree: Tree) -> Iterator[Change]:
    for node in walk(tree.root):
        if node.type != "declaration" or node.parent is None or node.parent.type != "compound_statement":
            continue
        names = declarations(tree, node)
        words = names[0].type.split() if names else []
        if len(names) == 1 and names[0].value is not None and not names[0].shape and not {"const", "auto"} & set(words):
            one = names[0]
            yield [(node.start_byte, node.end_byte, f"{one.type} {one.name} ; {one.name} = {tree.text(names[0].value)} ;")]


def _grid_stride(tree: Tree) -> Iterator[Change]:
    """A guarded body as a loop that runs on by the number of threads, where one axis alone counts them."""
    axes = {tree.text(node) for node in walk(tree.root) if node.type == "field_expression" and "Idx" in tree.text(node)}
    if any(not text.replace(" ", "").endswith(".x") for text in axes) or "__syncthreads" in set(names_in(tree, tree.root)):
        return
    declared = [one for node in walk(tree.root) if node.type == "declaration" for one in declarations(tree, node)]
    indices = {one.name for one in declared if _is_index(tree, one.value)}
    for node in walk(tree.root):
        condition, body = node.child_by_field_name("condition"), node.child_by_field_name("consequence")
        if node.type != "if_statement" or condition is None or body is None or node.child_by_field_name("alternative") is not None:
            continue
        test = bare(condition)
        left = test.child_by_field_name("left") if test.type == "binary_expression" else None
        operator = test.child_by_field_name("operator")
        if left is None or operator is None or operator.type != "<" or tree.text(left) not in indices:
            continue
        if not _last(node) or _leaves(body):
            continue
        name = tree.text(left)
        if _follows(tree, node, name):
            continue
        if not any(place == name for place in _assigned(tree, body)) and len(_locals(tree) & set(names_in(tree, test))) == 1:
            yield [(node.start_byte, body.start_byte, f"for ( ; {tree.text(test)} ; {name} += blockDim . x * gridDim . x ) ")]


OPERATORS: dict[str, Callable[[Tree], Iterator[Change]]] = {
    "renamed local": _renamed,
    "reordered statements": _reordered,
    "grid-stride for guard": _grid_stride,
    "split declaration": _split_declaration,
}


def _locals(tree: Tree) -> set[str]:
    return {one.name for node in walk(tree.root) if node.type == "declaration" for one in declarations(tree, node)}


def _independent(tree: Tree, first: Node, second: Node) -> bool:
    """Whether two neighbours only declare or set plain names, and neither reads or sets what the other sets."""
    if any(not _is_plain(tree, node) for node in (first, second)):
        return False
    ours, theirs = set(_assigned(tree, first)), set(_assigned(tree, second))
    return not ours & set(names_in(tree, second)) and not theirs & set(names_in(tree, first))


def _is_plain(tree: Tree, node: Node) -> bool:
    if node.type == "declaration":
        acts = any(inner.type in ("call_expression", "update_expression") for inner in walk(node))
        return not acts and "__shared__" not in tree.text(node)
    inner = node.named_children[0] if node.type == "expression_statement" and node.named_children else node
    left = inner.child_by_field_name("left") if inner.type == "assignment_expression" else None
    return left is not None and left.type == "identifier" and not any(part.type == "call_expression" for part in walk(inner))


def _assigned(tree: Tree, node: Node) -> Iterator[str]:
    for inner in walk(node):
        if inner.type == "declaration":
            yield from (one.name for one in declarations(tree, inner))
        elif inner.type in ("assignment_expression", "update_expression"):
            target = inner.child_by_field_name("left") or inner.child_by_field_name("argument")
            if target is not None and target.type == "identifier":
                yield tree.text(target)


def _is_index(tree: Tree, value: Node | None) -> bool:
    # A part of the whole index, such as the number of the block alone, would leave elements out.
    text = "".join(tree.text(value).split()) if value is not None else ""
    whole = all(word in text for word in COORDINATES - {"gridDim"}) and "blockIdx.y" not in text
    return whole and value is not None and index_axis(tree, value) == "x"


def _last(node: Node) -> bool:
    block = node.parent
    return block is not None and block.parent is not None and block.parent.type == "function_definition" and statements(block)[-1] == node


def _follows(tree: Tree, guard: Node, index: str) -> bool:
    """Whether a statement before the guard takes its value from the index, which would not follow it around the loop."""
    before = [node for node in statements(guard.parent) if node.end_byte <= guard.start_byte] if guard.parent is not None else []
    own = [one.value for node in before for one in declarations(tree, node) if node.type == "declaration" and one.name == index]
    uses = sum(index in set(names_in(tree, node)) for node in before)
    return uses > len(own)


def _leaves(body: Node) -> bool:
    """Whether the body returns, or breaks a loop that is not its own."""
    ways_out = [node for node in walk(body) if node.type in ("return_statement", "break_statement", "continue_statement")]
    return not all(_inside_own_loop(node, body) for node in ways_out)


def _inside_own_loop(node: Node, body: Node) -> bool:
    above = node.parent
    while above is not None and above != body:
        if above.type in LOOPS and node.type != "return_statement":
            return True
        above = above.parent
    return False

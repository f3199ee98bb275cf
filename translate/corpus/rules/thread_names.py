"""A kernel's thread indices in one spelling: a variable for each, other names and spellings of them replaced."""

from __future__ import annotations

from collections.abc import Iterator

from translate.corpus.rules import Declined
from translate.languages import language
from translate.source.edits import Edits
from translate.source.kernels import COORDINATES
from translate.source.loops import bare, declarations, names_in, statements, terms, written
from translate.source.parse import Node, Tree, parse, walk

NAMES = {"x": ("i", "idx", "tid", "index"), "y": ("j", "idy", "row", "index_y"), "z": ("k", "idz", "slice", "index_z")}
NUMBERS = frozenset({"size_t", "int", "unsigned", "long", "int64_t", "uint64_t", "uint32_t", "int32_t"})


def index_of(tree: Tree, node: Node) -> tuple[str, list[str]] | None:
    """The axis whose thread index is in the sum `node`, and the other terms; None where it is no such sum."""
    products = _sum(tree, node)
    if products is None:
        return None
    threads = frozenset(tuple(sorted(product)) for product in products if any(_is_coordinate(factor) for factor in product))
    axis = next((axis for axis in "xyz" if threads in _indices(axis)), None)
    others = ["*".join(product) for product in products if not any(_is_coordinate(factor) for factor in product)]
    return (axis, others) if axis is not None else None


def spelled_once(kernel: str) -> str:
    """The kernel with every thread index in a variable of its own, declared first. Raises Declined."""
    text = without_aliases(kernel)
    tree = parse(text, language("cuda"))
    body = next((node.child_by_field_name("body") for node in walk(tree.root) if node.type == "function_definition"), None)
    if body is None:
        raise Declined("not a kernel")
    known: dict[str, str] = {}
    for node in statements(body):
        for one in declarations(tree, node) if node.type == "declaration" else []:
            found = index_of(tree, one.value) if one.value is not None else None
            if found is not None and not found[1]:
                known.setdefault(found[0], one.name)
    taken, edits, first = set(names_in(tree, tree.root)), Edits(tree), {}
    for node in _spelled_out(tree, body):
        axis = index_of(tree, node)[0]  # type: ignore[index]
        if axis not in known:
            name = next((name for name in NAMES[axis] if name not in taken), None)
            if name is None:
                raise Declined("no free name for an index")
            known[axis], first[axis] = name, f"int {name} = {tree.text(bare(node))};"
        edits.replace(node, known[axis])
    _derive(edits, body, known)
    if not first:
        return edits.text(tree.root)
    whole = edits.text(body)
    edits.replace(body, "{\n" + "\n".join(first[axis] for axis in sorted(first, reverse=True)) + whole[1:])
    head = tree.source[: body.start_byte].decode("utf-8")
    return head + edits.changes[-1][2] + tree.source[body.end_byte :].decode("utf-8")


def _derive(edits: Edits, body: Node, known: dict[str, str]) -> None:
    """A second variable on an axis takes its value from the first one."""
    tree = edits.tree
    for node in walk(body):
        for name in declarations(tree, node) if node.type == "declaration" else []:
            found = index_of(tree, name.value) if name.value is not None else None
            if name.value is not None and found is not None and found[0] in known and known[found[0]] != name.name:
                edits.replace(name.value, " + ".join([known[found[0]], *found[1]]))


def without_aliases(kernel: str) -> str:
    """The kernel with `int tx = threadIdx.x` and the like replaced by what they stand for, where other coordinates are at work too."""
    tree = parse(kernel, language("cuda"))
    body = next((node.child_by_field_name("body") for node in walk(tree.root) if node.type == "function_definition"), None)
    if body is None:
        return kernel
    changed = {tree.text(place) for place, _ in written(body)}
    mentioned = {_word(tree, node) for node in walk(body) if node.type == "field_expression"}
    edits, meaning = Edits(tree), {}
    for node in statements(body):
        names = declarations(tree, node) if node.type == "declaration" else []
        if names and all(_is_alias(tree, name.value) and name.name not in changed and not name.shape for name in names):
            found = {name.name: _word(tree, name.value) for name in names if name.value is not None}
            if any(len([word for word in mentioned if word.endswith(one[-2:]) and _is_coordinate(word)]) > 1 for one in found.values()):
                meaning.update(found)
                edits.replace(node, "")
    inside = [(first, last) for first, last, _ in edits.changes]
    for node in walk(body):
        within = any(first <= node.start_byte < last for first, last in inside)
        if node.type == "identifier" and tree.text(node) in meaning and not within:
            edits.replace(node, meaning[tree.text(node)])
    return edits.text(tree.root)


def _spelled_out(tree: Tree, body: Node) -> Iterator[Node]:
    """The largest expressions that are an index and nothing else, but the values of variables that are declared to be one."""
    open_ = [body]
    while open_:
        node = open_.pop()
        if node.type in ("binary_expression", "parenthesized_expression", "field_expression") and index_of(tree, node) is not None:
            axis, others = index_of(tree, node) or ("", [])
            if not others:
                outer = node.parent
                if outer is None or outer.type != "init_declarator" or bare(outer.child_by_field_name("value") or outer) != bare(node):
                    yield node
                continue
            if node.parent is not None and node.parent.type == "init_declarator":
                continue
        open_ += reversed(node.children)


def _indices(axis: str) -> tuple[frozenset[tuple[str, ...]], ...]:
    block, thread = ("blockDim." + axis, "blockIdx." + axis), (f"threadIdx.{axis}",)
    flat = frozenset({("blockDim.x", "blockIdx.x"), ("blockDim.x", "blockIdx.y", "gridDim.x"), ("threadIdx.x",)})
    found = (frozenset({block, thread}), frozenset({thread}), frozenset({(f"blockIdx.{axis}",)}))
    return (*found, flat) if axis == "x" else found


def _sum(tree: Tree, node: Node) -> list[list[str]] | None:
    """The sum of products that `node` is, casts looked through; None where something is subtracted."""
    parts: list[list[str]] = []
    for term in terms(_uncast(tree, node), "+"):
        products: list[list[str]] = [[]]
        for factor in terms(_uncast(tree, term), "*"):
            inner = _uncast(tree, factor)
            operator = inner.child_by_field_name("operator") if inner.type == "binary_expression" else None
            if operator is not None and operator.type in ("+", "*"):
                found = _sum(tree, inner)
                if found is None:
                    return None
                products = [[*one, *other] for one in products for other in found]
            else:
                products = [[*one, *_factors(tree, inner)] for one in products]
        parts.extend(products)
    return parts


def _factors(tree: Tree, node: Node) -> list[str]:
    text = _word(tree, node)
    if text.startswith("__mul24(") and node.type == "call_expression":
        given = node.child_by_field_name("arguments")
        return [_word(tree, one) for one in given.named_children] if given is not None else [text]
    return [text]


def _uncast(tree: Tree, node: Node) -> Node:
    inner = bare(node)
    if inner.type == "cast_expression":
        value = inner.child_by_field_name("value")
        return _uncast(tree, value) if value is not None else inner
    if inner.type == "call_expression":
        function, given = inner.child_by_field_name("function"), inner.child_by_field_name("arguments")
        name = tree.text(function) if function is not None else ""
        if given is not None and given.named_child_count == 1 and (name in NUMBERS or name.startswith("static_cast")):
            return _uncast(tree, given.named_children[0])
    return inner


def _word(tree: Tree, node: Node) -> str:
    return "".join(tree.text(_uncast(tree, node)).split())


def _is_alias(tree: Tree, value: Node | None) -> bool:
    return value is not None and _is_coordinate(_word(tree, value))


def _is_coordinate(word: str) -> bool:
    base, dot, axis = word.partition(".")
    return base in COORDINATES and bool(dot) and axis in ("x", "y", "z")

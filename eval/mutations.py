"""Kernels with one fault each, as people and models make them: each fault is one edit of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from translate.languages import language
from translate.source.edits import Edits
from translate.source.loops import LOOPS, bare, declarations
from translate.source.parse import Node, Tree, parse, walk

MIRRORED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
ATOMICS = {"atomicAdd": "+=", "atomicSub": "-=", "atomicOr": "|=", "atomicAnd": "&=", "atomicXor": "^="}
COORDINATES = frozenset({"threadIdx", "blockIdx", "blockDim", "gridDim"})


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed kernel, the kind of its fault, and the line of the change for a reader."""

    kind: str
    change: str
    text: str


def mutants(text: str) -> list[Mutant]:
    """Every mutant of the CUDA `text` that one fault makes, each text once."""
    tree = parse(text, language("cuda"))
    found: dict[str, Mutant] = {}
    for kind, operator in OPERATORS.items():
        for node in walk(tree.root):
            for where, replacement in operator(tree, node):
                edits = Edits(tree)
                edits.replace(where, replacement)
                changed = edits.text(tree.root)
                if changed != text:
                    found.setdefault(changed, Mutant(kind, f"{tree.text(where)[:60]} -> {replacement[:60]}", changed))
    return list(found.values())


Change = tuple[Node, str]


def _off_by_one_bound(tree: Tree, node: Node) -> Iterator[Change]:
    if _relation(node) and _decides(node):
        right = node.child_by_field_name("right")
        if right is not None and bare(right).type in ("identifier", "number_literal", "binary_expression"):
            yield right, f"({tree.text(right)} - 1)"
            yield right, f"({tree.text(right)} + 1)"


def _less_or_equal(tree: Tree, node: Node) -> Iterator[Change]:
    operator = node.child_by_field_name("operator")
    if _relation(node) and operator is not None:
        yield operator, MIRRORED[operator.type]


def _dropped_guard(tree: Tree, node: Node) -> Iterator[Change]:
    if node.type != "if_statement" or not any(_relation(inner) for inner in walk(_field(node, "condition"))):
        return
    body = _field(node, "consequence")
    if node.child_by_field_name("alternative") is not None or any(inner.type in LOOPS for inner in _above(node)):
        return
    returns = tree.text(body).strip("{ };").strip() == "return"
    yield node, ";" if returns else tree.text(body)


def _swapped_operands(tree: Tree, node: Node) -> Iterator[Change]:
    operator = node.child_by_field_name("operator") if node.type == "binary_expression" else None
    if operator is not None and operator.type in ("-", "/", "%"):
        yield node, f"({tree.text(_field(node, 'right'))} {operator.type} {tree.text(_field(node, 'left'))})"


def _plus_to_minus(tree: Tree, node: Node) -> Iterator[Change]:
    operator = node.child_by_field_name("operator")
    if node.type in ("binary_expression", "assignment_expression") and operator is not None:
        other = {"+": "-", "-": "+", "+=": "-=", "-=": "+="}.get(operator.type)
        # A loop that runs the other way does not end, which is another fault.
        if other and not any(above.type == "for_statement" and above.child_by_field_name("update") == node for above in _above(node)):
            yield operator, other


def _missing_barrier(tree: Tree, node: Node) -> Iterator[Change]:
    if node.type == "expression_statement" and "".join(tree.text(node).split()) == "__syncthreads();":
        yield node, ";"


def _lost_initialisation(tree: Tree, node: Node) -> Iterator[Change]:
    if node.type == "init_declarator" and node.parent is not None and not _is_index(tree, node):
        if not tree.text(node.parent).startswith("const") and tree.text(_field(node, "declarator")).isidentifier():
            yield node, tree.text(_field(node, "declarator"))
    if node.type == "expression_statement" and node.named_children and node.named_children[0].type == "assignment_expression":
        right = node.named_children[0].child_by_field_name("right")
        if right is not None and right.type == "number_literal" and tree.text(right).strip("0.fF") == "":
            yield node, ";"


def _wrong_index_variable(tree: Tree, node: Node) -> Iterator[Change]:
    if node.type != "identifier" or not any(above.type in ("subscript_argument_list", "subscript_expression") for above in _above(node)):
        return
    above = node.parent
    if above is not None and above.type == "subscript_expression" and above.child_by_field_name("argument") == node:
        return
    names = sorted(_whole_numbers(tree))
    if tree.text(node) in names:
        for other in [name for name in names if name != tree.text(node)][:2]:
            yield node, other


def _wrong_coordinate(tree: Tree, node: Node) -> Iterator[Change]:
    if node.type == "field_expression" and tree.text(_field(node, "argument")) in COORDINATES:
        field = _field(node, "field")
        axes = {tree.text(_field(inner, "field")) for inner in walk(tree.root) if _is_coordinate(tree, inner)}
        for other in sorted(axes - {tree.text(field)})[:1]:
            yield field, other
        swap = {"threadIdx": "blockIdx", "blockIdx": "threadIdx"}.get(tree.text(_field(node, "argument")))
        if swap:
            yield _field(node, "argument"), swap


def _non_atomic_update(tree: Tree, node: Node) -> Iterator[Change]:
    if node.type != "call_expression" or tree.text(_field(node, "function")) not in ATOMICS:
        return
    arguments = _field(node, "arguments").named_children
    if len(arguments) == 2 and node.parent is not None and node.parent.type == "expression_statement":
        operator = ATOMICS[tree.text(_field(node, "function"))]
        yield node, f"*({tree.text(arguments[0])}) {operator} {tree.text(arguments[1])}"


OPERATORS: dict[str, Callable[[Tree, Node], Iterator[Change]]] = {
    "off-by-one bound": _off_by_one_bound,
    "<= for <": _less_or_equal,
    "dropped guard": _dropped_guard,
    "swapped operands": _swapped_operands,
    "+ for -": _plus_to_minus,
    "missing __syncthreads": _missing_barrier,
    "lost initialisation": _lost_initialisation,
    "wrong index variable": _wrong_index_variable,
    "wrong coordinate": _wrong_coordinate,
    "non-atomic update": _non_atomic_update,
}


def _relation(node: Node) -> bool:
    operator = node.child_by_field_name("operator") if node.type == "binary_expression" else None
    return operator is not None and operator.type in MIRRORED


def _decides(node: Node) -> bool:
    return any(above.type in LOOPS or above.type == "if_statement" for above in _above(node))


def _above(node: Node) -> Iterator[Node]:
    above = node.parent
    while above is not None:
        yield above
        above = above.parent


def _field(node: Node, name: str) -> Node:
    found = node.child_by_field_name(name)
    assert found is not None, (node.type, name)
    return found


def _is_index(tree: Tree, node: Node) -> bool:
    return any(inner.type == "identifier" and tree.text(inner) in COORDINATES for inner in walk(node))


def _is_coordinate(tree: Tree, node: Node) -> bool:
    return node.type == "field_expression" and tree.text(_field(node, "argument")) in COORDINATES


def _whole_numbers(tree: Tree) -> set[str]:
    """The local names that hold whole numbers."""
    found = set()
    for node in walk(tree.root):
        if node.type == "declaration":
            found |= {one.name for one in declarations(tree, node) if not one.shape and not {"float", "double"} & set(one.type.split())}
    return found

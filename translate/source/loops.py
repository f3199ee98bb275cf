"""What a C-like loop or declaration says: its variable, bounds and body, and what an expression reads and writes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from translate.source.parse import Node, Tree, walk

LOOPS = frozenset({"for_statement", "while_statement", "do_statement", "for_range_loop"})
DECLARATIONS = frozenset({"declaration", "parameter_declaration", "optional_parameter_declaration"})
PAIRS = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


@dataclass(frozen=True, slots=True)
class Loop:
    """`for (type variable = start; variable < bound; variable++) body`; type None where it is declared before."""

    node: Node
    type: str | None
    variable: str
    start: str
    comparison: str
    bound: str
    body: Node


@dataclass(frozen=True, slots=True)
class Declared:
    """One name of a declaration: its type as written, stars or brackets included in `shape`, and its value."""

    node: Node
    type: str
    name: str
    shape: str
    value: Node | None


def statements(body: Node) -> list[Node]:
    """The statements of a compound statement, or the one statement itself; comments left out."""
    if body.type != "compound_statement":
        return [body]
    return [child for child in body.named_children if child.type != "comment"]


def counted_loop(tree: Tree, node: Node) -> Loop | None:
    """`node` as a loop that counts up by one; None where it is anything else."""
    if node.type != "for_statement":
        return None
    first, condition, update = (node.child_by_field_name(name) for name in ("initializer", "condition", "update"))
    body = node.child_by_field_name("body")
    if first is None or condition is None or update is None or body is None:
        return None
    started = _start(tree, first)
    bounded = comparison(tree, condition)
    if started is None or bounded is None:
        return None
    kind, variable, start = started
    left, operator, right = bounded
    if left != variable or operator not in ("<", "<=") or not _counts_up(tree, update, variable):
        return None
    return Loop(node, kind, variable, start, operator, right, body)


def comparison(tree: Tree, node: Node) -> tuple[str, str, str] | None:
    """`(name, operator, other side)` of a comparison with a name on one side, turned so that the name comes first."""
    node = bare(node)
    if node.type != "binary_expression":
        return None
    left, right, operator = (node.child_by_field_name(name) for name in ("left", "right", "operator"))
    if left is None or right is None or operator is None or operator.type not in PAIRS:
        return None
    if bare(left).type == "identifier":
        return tree.text(bare(left)), operator.type, tree.text(right)
    if bare(right).type == "identifier":
        return tree.text(bare(right)), PAIRS[operator.type], tree.text(left)
    return None


def terms(node: Node, operator: str) -> list[Node]:
    """The operands of a chain of `operator`, parentheses looked through."""
    inner = bare(node)
    found = inner.child_by_field_name("operator") if inner.type == "binary_expression" else None
    if found is None or found.type != operator:
        return [inner if inner.type == "binary_expression" and operator in ("&&", "||") else node]
    sides = (inner.child_by_field_name("left"), inner.child_by_field_name("right"))
    return [term for side in sides if side is not None for term in terms(side, operator)]


def bare(node: Node) -> Node:
    """`node` without the parentheses or condition clause around it."""
    while node.type in ("parenthesized_expression", "condition_clause") and node.named_child_count == 1:
        node = node.named_children[0]
    return node


def declarations(tree: Tree, node: Node) -> list[Declared]:
    """The names that a declaration or parameter declaration introduces."""
    kind = " ".join(
        tree.text(child)
        for child in node.named_children
        if child.type
        in (
            "type_qualifier",
            "primitive_type",
            "sized_type_specifier",
            "type_identifier",
            "qualified_identifier",
            "placeholder_type_specifier",
            "struct_specifier",
            "template_type",
            "dependent_type",
        )
    )
    found = []
    for child in node.children_by_field_name("declarator"):
        value = child.child_by_field_name("value") if child.type == "init_declarator" else None
        inner = child.child_by_field_name("declarator") if child.type == "init_declarator" else child
        name = next((leaf for leaf in walk(inner) if leaf.type == "identifier"), None) if inner is not None else None
        if inner is not None and name is not None:
            # By place: the name may also stand inside of a word such as `__restrict`.
            shape = (tree.source[inner.start_byte : name.start_byte] + tree.source[name.end_byte : inner.end_byte]).decode("utf-8")
            found.append(Declared(child, kind, tree.text(name), "".join(shape.split()), value))
    return found


def all_declared(tree: Tree, node: Node) -> Iterator[Declared]:
    """Every name that is declared below `node`, parameters among them."""
    for inner in walk(node):
        if inner.type in DECLARATIONS:
            yield from declarations(tree, inner)


def names_in(tree: Tree, node: Node) -> Iterator[str]:
    """Every identifier below `node`, as often as it stands there."""
    return (tree.text(leaf) for leaf in walk(node) if leaf.type == "identifier")


def written(node: Node) -> Iterator[tuple[Node, Node]]:
    """`(place, statement expression)` of every assignment and every ++ or -- below `node`."""
    for inner in walk(node):
        if inner.type == "assignment_expression":
            left = inner.child_by_field_name("left")
            if left is not None:
                yield bare(left), inner
        elif inner.type == "update_expression":
            argument = inner.child_by_field_name("argument")
            if argument is not None:
                yield bare(argument), inner


def inside_loop(node: Node, top: Node, *, or_switch: bool = True) -> bool:
    """Whether a loop, or a switch, lies between `node` and `top`."""
    parent = node.parent
    while parent is not None and parent != top:
        if parent.type in LOOPS or (or_switch and parent.type == "switch_statement"):
            return True
        parent = parent.parent
    return False


def squeezed(text: str) -> str:
    """`text` without blanks."""
    return "".join(text.split())


def _start(tree: Tree, node: Node) -> tuple[str | None, str, str] | None:
    if node.type == "declaration":
        names = declarations(tree, node)
        if len(names) == 1 and names[0].value is not None and not names[0].shape:
            return names[0].type, names[0].name, tree.text(names[0].value)
    if node.type == "assignment_expression":
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if left is not None and right is not None and left.type == "identifier" and right.type != "assignment_expression":
            return None, tree.text(left), tree.text(right)
    return None


def _counts_up(tree: Tree, update: Node, variable: str) -> bool:
    return squeezed(tree.text(update)) in (f"{variable}++", f"++{variable}", f"{variable}+=1", f"{variable}={variable}+1")

"""How a kernel uses its threads: axes, guards, strides, shared memory, barriers."""

from __future__ import annotations

from dataclasses import dataclass

from translate.languages import language
from translate.source.kernels import COORDINATES
from translate.source.loops import LOOPS, bare, declarations
from translate.source.parse import Node, Tree, parse, walk
from translate.source.signatures import body_of

RELATIONS = frozenset({"<", "<=", ">", ">="})
WARP_MARKS = ("__shfl", "__ballot", "__any", "__all", "__syncwarp", "__activemask", "__match", "__reduce")
FENCES = frozenset({"__threadfence", "__threadfence_system"})


@dataclass(frozen=True, slots=True)
class ThreadUse:
    """What a kernel says about the launch that it expects."""

    coordinates: frozenset[str]
    """`threadIdx.x`, `blockDim.y` and so on, as far as they are named."""
    guarded: bool
    """Whether a number that depends on the thread is compared with something."""
    strided: bool
    """Whether a loop runs on by the number of threads."""
    cooperates: bool
    """Whether threads of a block share memory or wait for each other."""
    shared_shapes: tuple[tuple[int, ...], ...]
    """The extents of its arrays in shared memory, where they are numbers."""
    dynamic_shared: bool
    uses_warps: bool
    uses_fences: bool

    def axis(self, name: str) -> frozenset[str]:
        """Which of threadIdx, blockIdx, blockDim and gridDim are named on the axis."""
        return frozenset(word.split(".")[0] for word in self.coordinates if word.endswith(f".{name}"))


def thread_use(text: str, name: str) -> ThreadUse:
    """How the kernel called `name` in CUDA `text` uses its threads."""
    tree = parse(text, language("cuda"))
    body = body_of(tree, name) or tree.root
    depends = _thread_names(tree, body)
    called = {tree.text(node) for node in walk(tree.root) if node.type == "identifier"}
    shared = [node for node in walk(body) if node.type == "declaration" and _is_shared(tree, node)]
    return ThreadUse(
        coordinates=frozenset("".join(tree.text(node).split()) for node in walk(body) if _is_coordinate(tree, node)),
        guarded=any(_compares(tree, node, depends) for node in walk(body)),
        strided=any(node.type in LOOPS and _strides(tree, node) for node in walk(body)),
        cooperates=bool(shared) or "__syncthreads" in called,
        shared_shapes=tuple(_shape(tree, one) for node in shared for one in node.children_by_field_name("declarator")),
        dynamic_shared=any(tree.text(child) == "extern" for node in shared for child in node.children),
        uses_warps=any(word.startswith(WARP_MARKS) for word in called),
        uses_fences=bool(called & FENCES),
    )


def _is_coordinate(tree: Tree, node: Node) -> bool:
    if node.type != "field_expression":
        return False
    argument = node.child_by_field_name("argument")
    return argument is not None and tree.text(argument) in COORDINATES


def _thread_names(tree: Tree, body: Node) -> set[str]:
    """Locals whose value depends on which thread runs."""
    found: set[str] = set()
    while True:
        before = len(found)
        for node in walk(body):
            if node.type == "declaration":
                found |= {one.name for one in declarations(tree, node) if one.value is not None and _depends(tree, one.value, found)}
            elif node.type == "assignment_expression":
                left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
                if left is not None and right is not None and left.type == "identifier" and _depends(tree, right, found):
                    found.add(tree.text(left))
        if len(found) == before:
            return found


def _depends(tree: Tree, node: Node, names: set[str]) -> bool:
    """Whether the value is a place made from thread numbers; an element that is read there is none."""
    if node.type == "subscript_expression":
        return False
    if node.type == "identifier":
        return tree.text(node) in names or tree.text(node) in ("threadIdx", "blockIdx")
    return any(_depends(tree, child, names) for child in node.named_children)


def _compares(tree: Tree, node: Node, names: set[str]) -> bool:
    operator = node.child_by_field_name("operator") if node.type == "binary_expression" else None
    if operator is None or operator.type not in RELATIONS:
        return False
    sides = (node.child_by_field_name("left"), node.child_by_field_name("right"))
    return any(side is not None and _depends(tree, bare(side), names) for side in sides)


def _strides(tree: Tree, loop: Node) -> bool:
    aliases = {"blockDim", "gridDim"}
    for node in walk(_function_of(loop)):
        if node.type == "declaration":
            for one in declarations(tree, node):
                if one.value is not None and _only_sizes(tree, one.value):
                    aliases.add(one.name)
    for node in walk(loop):
        if node.type == "assignment_expression" and "+" in tree.text(node):
            operator, right = node.child_by_field_name("operator"), node.child_by_field_name("right")
            if operator is not None and operator.type == "+=" and right is not None:
                if any(leaf.type == "identifier" and tree.text(leaf) in aliases for leaf in walk(right)):
                    return True
    return False


def _only_sizes(tree: Tree, value: Node) -> bool:
    words = {tree.text(leaf) for leaf in walk(value) if leaf.type == "identifier"}
    return bool(words) and words <= {"blockDim", "gridDim"}


def _function_of(node: Node) -> Node:
    while node.parent is not None and node.type != "function_definition":
        node = node.parent
    return node


def _is_shared(tree: Tree, node: Node) -> bool:
    return any(tree.text(child) == "__shared__" for child in node.children)


def _shape(tree: Tree, node: Node) -> tuple[int, ...]:
    found = []
    for declarator in walk(node):
        if declarator.type == "array_declarator":
            size = declarator.child_by_field_name("size")
            found.append(int(tree.text(size)) if size is not None and tree.text(size).isdecimal() else 0)
    return tuple(reversed(found))

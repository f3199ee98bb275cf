"""The threads of a CUDA block: how many a kernel counts on, and which number each of them has."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import prod

from translate.corpus.rules import Declined
from translate.corpus.rules.constants import number
from translate.corpus.rules.guards import Kernel
from translate.corpus.rules.thread_names import index_of
from translate.languages import language
from translate.source.loops import Declared, comparison, declarations, names_in, squeezed, statements, terms, written
from translate.source.parse import Node, Tree, parse, walk

MOST_THREADS = 1024


@dataclass(slots=True)
class Block:
    """A kernel, and how many threads of it share memory."""

    kernel: Kernel
    shape: dict[str, int]
    """Axis -> threads of a block."""
    again: dict[str, Node] = field(default_factory=dict)
    """Variable that is computed anew wherever it is used -> its declaration."""
    kept: dict[str, Declared] = field(default_factory=dict)
    """Variable of a thread that lives over a barrier."""

    @property
    def tree(self) -> Tree:
        return self.kernel.tree

    @property
    def thread(self) -> str:
        """The number of the thread within its block."""
        return f"ty * {self.shape['x']} + tx" if "y" in self.shape else "tx"


def shape_of(kernel: Kernel) -> dict[str, int]:
    """How many threads a block has: as many as its shared arrays have room for. Raises Declined."""
    tree = kernel.tree
    used = {axis_of(tree, node) for node in walk(kernel.body) if tree.text(node).startswith("threadIdx")} - {""}
    extents = []
    for node in statements(kernel.body):
        if is_shared(tree, node):
            sizes_ = [part.child_by_field_name("size") for part in walk(node) if part.type == "array_declarator"]
            macros = _macros(tree)
            extents.append([macros.get(tree.text(size), number(tree, size)) if size is not None else None for size in sizes_])
    first = next((found for found in extents if found and None not in found), None)
    if first is None or not used or not used <= {"x", "y"}:
        raise Declined("a block of unknown size")
    sizes = [1 << ((size or 1).bit_length() - 1) for size in first]
    if used == {"x", "y"}:
        # The declarator nearest to the name is the outermost in C++, so the last axis comes first here.
        found = {"x": sizes[0], "y": sizes[1]} if len(sizes) == 2 else {"x": 16, "y": 16}
    else:
        found = {axis: sizes[0] for axis in used}
    if prod(found.values()) > MOST_THREADS or min(found.values()) < 2:
        raise Declined("a block of unknown size")
    return found


def index_in(block: Block, value: Node) -> tuple[str, list[str]] | None:
    """As `index_of`, where the size of a block may be a number too."""
    text = squeezed(block.tree.text(value))
    for axis, size in block.shape.items():
        for word in (str(size), *(name for name, known in _macros(block.tree).items() if known == size)):
            for product in (f"blockIdx.{axis}*{word}", f"{word}*blockIdx.{axis}"):
                text = text.replace(product, f"blockIdx.{axis}*blockDim.{axis}")
    tree = parse(f"void f() {{ int x = {text}; }}", language("cuda"))
    found = next((one for node in walk(tree.root) if node.type == "declaration" for one in declarations(tree, node)), None)
    return index_of(tree, found.value) if found is not None and found.value is not None else None


def sums_only(block: Block, name: str) -> str:
    """The condition without which a thread adds nothing to a sum, where sums are all that is left; empty where more is."""
    tree = block.tree
    places = [(place, update) for place, update in written(block.kernel.body) if not _is_local(block, place)]
    if not places or any("+=" not in tree.text(update) or update.type != "assignment_expression" for _, update in places):
        return ""
    choices = [node for node in walk(block.kernel.body) if node.type == "conditional_expression"]
    found = []
    for node in choices:
        condition, other = node.child_by_field_name("condition"), node.child_by_field_name("alternative")
        if condition is not None and other is not None and tree.text(other).rstrip("fFuUlL") in ("0", "0.0", "0."):
            bounds = [one for part in terms(condition, "&&") if (one := comparison(tree, part)) is not None and one[:2] == (name, "<")]
            found += [" ".join(one) for one in bounds[:1]]
    return found[0] if len(choices) == len(found) == 1 else ""


def _is_local(block: Block, place: Node) -> bool:
    base = next(names_in(block.tree, place), "")
    made = [one for node in walk(block.kernel.body) if node.type == "declaration" for one in declarations(block.tree, node)]
    return any(one.name == base and not one.shape.startswith("*") for one in made)


def _macros(tree: Tree) -> dict[str, int]:
    found = {}
    for node in walk(tree.root):
        name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
        if node.type == "preproc_def" and name is not None and value is not None and tree.text(value).strip().isdecimal():
            found[tree.text(name)] = int(tree.text(value))
    return found


def is_shared(tree: Tree, node: Node) -> bool:
    """Whether it declares memory that a block shares."""
    return node.type == "declaration" and any(tree.text(child) == "__shared__" for child in node.children)


def axis_of(tree: Tree, node: Node) -> str:
    """`x` for `threadIdx.x` and the like; empty for what has no axis."""
    return squeezed(tree.text(node)).partition(".")[2] if node.type == "field_expression" else ""

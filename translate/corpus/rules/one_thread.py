"""A CUDA kernel whose threads go over all the work in strides, as serial C++: what one thread alone would do."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.constants import without_constants
from translate.corpus.rules.deparallelise import read_kernel, serialise, signature
from translate.corpus.rules.guards import Kernel
from translate.corpus.rules.thread_names import index_of, without_aliases
from translate.languages import language
from translate.source.edits import Edits
from translate.source.kernels import COORDINATES
from translate.source.loops import bare, declarations, names_in, squeezed, statements, terms, written
from translate.source.parse import Node, Tree, parse, walk

BARRIERS = frozenset({"__syncthreads", "__syncwarp", "__threadfence", "__threadfence_block"})
SHUFFLES = ("__shfl_down", "__shfl_xor", "__shfl_up")
MOST_SHARED = 1024


def one_thread_for_all(text: str) -> str:
    """The serial function for a kernel whose writes all stand in loops over the grid, or are the first thread's. Raises Declined."""
    tree = parse(without_aliases(text), language("cuda"))
    if tree.root.has_error:
        raise Declined("syntax")
    kernel = read_kernel(tree)
    _require_sweeping(kernel)
    plain = parse(_with_one_thread(tree), language("cuda"))
    kernel = read_kernel(plain)
    edits = Edits(plain)
    for node in statements(kernel.body):
        serialise(edits, node, kernel, returning=True)
    lines = [edits.text(node) for node in statements(kernel.body)]
    return without_constants(f"{signature(kernel, [])} {{\n" + "\n".join(lines) + "\n}")


def _require_sweeping(kernel: Kernel) -> None:
    tree = kernel.tree
    depending = _depending(kernel)
    used = {word for node in walk(kernel.body) if (word := _coordinate(tree, node)).startswith(("threadIdx", "blockIdx"))}
    loops = [node for node in walk(kernel.body) if node.type in ("for_statement", "while_statement") and _strides(tree, node)]
    if not used or not loops or not used <= {word for loop in loops for word in _covered(tree, loop, depending)}:
        raise Declined("no loop over the grid")
    made = _made(kernel)
    _require_plain_sharing(kernel, depending, {name for name, kind in made.items() if kind == "shared"})
    atomics = [node for node in walk(kernel.body) if node.type == "call_expression" and tree.text(node).startswith("atomic")]
    addresses = [given.named_children[0] for node in atomics if (given := node.child_by_field_name("arguments")) is not None]
    needed = [(place, used) for place, _ in written(kernel.body)] + [(one, _mentioned(tree, one, depending)) for one in addresses]
    for place, coordinates in needed:
        base = next(names_in(tree, place), "")
        if base in made and (place.type == "identifier" or made[base] in ("shared", "array")):
            continue
        covered: set[str] = set()
        outer = place.parent
        while outer is not None and outer != kernel.body:
            covered |= _covered(tree, outer, depending)
            outer = outer.parent
        if not coordinates <= covered:
            raise Declined("a write outside of the loops over the grid")


def _require_plain_sharing(kernel: Kernel, depending: dict[str, set[str]], shared: set[str]) -> None:
    """No shared array of which each thread has an element that is also found by numbers from elsewhere. Raises Declined."""
    tree = kernel.tree
    through_block = {
        name.name
        for node in walk(kernel.body)
        if node.type == "for_statement" and "blockDim" in tree.text(node).partition("{")[0]
        for first in [node.child_by_field_name("initializer")]
        if first is not None and first.type == "declaration"
        for name in declarations(tree, first)
    }
    for array in shared:
        places = [node for node in walk(kernel.body) if node.type == "subscript_expression" and next(names_in(tree, node), "") == array]
        kinds = set()
        for place in places:
            index = place.child_by_field_name("indices")
            words = set(names_in(tree, index)) if index is not None else set()
            alone = not _within_stride(kernel, place, depending)
            known = words <= {*depending, *COORDINATES, *through_block} and not _moved(tree, index)
            by_thread = index is not None and known and bool(words)
            kinds.add("thread" if by_thread and alone else "number" if not words else "other" if not by_thread else "stride")
        if "thread" in kinds and "other" in kinds:
            raise Declined("threads share an array")


def _moved(tree: Tree, index: Node | None) -> bool:
    """Whether a number is added to a subscript: that of another thread then."""
    parts = walk(index) if index is not None else ()
    sums = [node for node in parts if node.type == "binary_expression" and any(child.type in ("+", "-") for child in node.children)]
    return any(child.type == "number_literal" for node in sums for child in node.children)


def _within_stride(kernel: Kernel, node: Node, depending: dict[str, set[str]]) -> bool:
    outer = node.parent
    while outer is not None and outer != kernel.body:
        if outer.type in ("for_statement", "while_statement") and _covered(kernel.tree, outer, depending):
            return True
        outer = outer.parent
    return False


def _covered(tree: Tree, node: Node, depending: dict[str, set[str]]) -> set[str]:
    """The coordinates over all of whose values a loop goes, or one of whose values an `if` chooses."""
    if node.type == "if_statement":
        condition = node.child_by_field_name("condition")
        parts = terms(condition, "&&") if condition is not None else []
        return {word for part in parts if squeezed(tree.text(bare(part))).endswith("==0") for word in _mentioned(tree, part, depending)}
    if node.type not in ("for_statement", "while_statement") or not _strides(tree, node):
        return set()
    first = node.child_by_field_name("initializer")
    if first is not None and first.type in ("declaration", "assignment_expression"):
        return _mentioned(tree, first, depending)
    condition = node.child_by_field_name("condition")
    return _mentioned(tree, condition, depending) if condition is not None else set()


def _strides(tree: Tree, loop: Node) -> bool:
    """Whether a loop goes on by the number of threads or blocks."""
    strides = {
        name.name
        for node in walk(tree.root)
        if node.type == "declaration"
        for name in declarations(tree, node)
        if name.value is not None and set(_words(tree, name.value)) & {"blockDim", "gridDim"}
    }
    update = loop.child_by_field_name("update")
    steps = [update] if update is not None else []
    if loop.type == "while_statement" and (body := loop.child_by_field_name("body")) is not None:
        steps = statements(body)[-1:]
    return any("+=" in tree.text(step) and set(_words(tree, step)) & {"blockDim", "gridDim", *strides} for step in steps)


def _depending(kernel: Kernel) -> dict[str, set[str]]:
    """Variable that is declared to be an index -> the coordinates in it."""
    tree = kernel.tree
    found: dict[str, set[str]] = {}
    for node in walk(kernel.body):
        for name in declarations(tree, node) if node.type == "declaration" else []:
            if name.value is not None and index_of(tree, name.value) is not None:
                found[name.name] = {
                    word for part in walk(name.value) if (word := _coordinate(tree, part)).startswith(("threadIdx", "blockIdx"))
                }
    return found


def _mentioned(tree: Tree, node: Node, depending: dict[str, set[str]]) -> set[str]:
    found = {word for part in walk(node) if (word := _coordinate(tree, part)).startswith(("threadIdx", "blockIdx"))}
    return found.union(*(depending.get(word, set()) for word in names_in(tree, node)))


def _made(kernel: Kernel) -> dict[str, str]:
    """Local name -> `shared`, `array` or what stands beside it."""
    tree = kernel.tree
    found = {}
    for node in walk(kernel.body):
        for name in declarations(tree, node) if node.type == "declaration" else []:
            shared = any(child.type == "__shared__" or tree.text(child) == "__shared__" for child in node.children)
            found[name.name] = "shared" if shared else "array" if name.shape.startswith("[") else name.shape
    return found


def _with_one_thread(tree: Tree) -> str:
    """The text with one block of one thread: no barriers, no exchange between threads, coordinates as numbers."""
    edits = Edits(tree)
    open_ = [tree.root]
    while open_:
        node = open_.pop()
        word = _coordinate(tree, node)
        if _only_between_threads(tree, node):
            edits.replace(node, "")
        elif word:
            edits.replace(node, "0" if word.startswith(("threadIdx", "blockIdx")) else "1")
        elif node.type == "declaration" and any(tree.text(child) == "__shared__" for child in node.children):
            edits.replace(node, _as_local(tree, node))
        else:
            open_ += node.children
    return edits.text(tree.root)


def _only_between_threads(tree: Tree, node: Node) -> bool:
    """A barrier, or a loop or statement that adds up what other threads of the warp hold."""
    if node.type == "expression_statement":
        calls = [tree.text(part.child_by_field_name("function") or part) for part in walk(node) if part.type == "call_expression"]
        return any(name in BARRIERS or name.startswith(SHUFFLES) for name in calls)
    if node.type == "for_statement":
        body = node.child_by_field_name("body")
        inside = statements(body) if body is not None else []
        return bool(inside) and all(_only_between_threads(tree, part) for part in inside)
    return False


def _as_local(tree: Tree, node: Node) -> str:
    text = "".join(tree.text(child) + " " for child in node.children if tree.text(child) not in ("extern", "__shared__", ";")).strip()
    names = declarations(tree, node)
    if any("blockDim" in name.shape for name in names):
        raise Declined("shared memory of unknown size")
    return text.replace("[]", f"[{MOST_SHARED}]").replace("[ ]", f"[{MOST_SHARED}]") + ";"


def _coordinate(tree: Tree, node: Node) -> str:
    if node.type != "field_expression":
        return ""
    word = squeezed(tree.text(node))
    return word if word.partition(".")[0] in COORDINATES else ""


def _words(tree: Tree, node: Node) -> list[str]:
    return list(names_in(tree, node))

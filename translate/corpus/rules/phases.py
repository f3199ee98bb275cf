"""A CUDA kernel whose threads meet at barriers as serial C++: between two barriers, the threads of a block run one after the other."""

from __future__ import annotations

from math import prod

from translate.corpus.rules import Declined
from translate.corpus.rules.blocks import Block, axis_of, index_in, is_shared, shape_of, sums_only
from translate.corpus.rules.bounded import Reading, acts, condition_on
from translate.corpus.rules.constants import without_constants
from translate.corpus.rules.deparallelise import read_kernel, serialise, signature
from translate.corpus.rules.guards import BARRIER
from translate.corpus.rules.thread_names import without_aliases
from translate.corpus.rules.wording import words_of
from translate.languages import language
from translate.source.edits import Edits
from translate.source.loops import LOOPS, declarations, names_in, squeezed, statements, written
from translate.source.parse import Node, Tree, parse, walk

BETWEEN_THREADS = ("__shfl", "__ballot", "__any", "__all", "__syncwarp", "__threadfence", "warpSize")


def in_phases(text: str) -> str:
    """The serial function for a kernel whose barriers all its threads reach. Raises Declined."""
    if "__syncthreads" not in text or any(word in text for word in BETWEEN_THREADS) or "gridDim" in text:
        raise Declined("no plain barriers")
    kernel = read_kernel(parse(_without_atomics(without_aliases(text)), language("cuda")))
    if {"tx", "ty", "bx", "by"} & set(names_in(kernel.tree, kernel.function)):
        raise Declined("no free name for an index")
    if any(node.type in ("return_statement", "goto_statement") for node in walk(kernel.body)):
        raise Declined("a return before a barrier")
    block = Block(kernel, shape_of(kernel))
    inside = [node for node in statements(kernel.body) if not is_shared(kernel.tree, node)]
    _compute_again(block, inside)
    inside = [node for node in inside if node not in block.again.values()]
    _keep(block, inside)
    tests = _tests(block, inside)
    uniform = [node for node in dict.fromkeys(block.again.values()) if not _coordinates(block, node)]
    lines = [kernel.tree.text(node) for node in uniform]
    lines += [f"for (int b{axis} = 0; {test}; b{axis}++) {{" for axis, test in sorted(tests.items(), reverse=True)]
    lines += [_as_local(kernel.tree, node) for node in statements(kernel.body) if is_shared(kernel.tree, node)]
    lines += [f"{_free(one.type)} {name}[{prod(block.shape.values())}];" for name, one in block.kept.items()]
    lines += [*_phases(block, inside, uniform), *("}" for _ in tests)]
    return without_constants(f"{signature(kernel, [])} {{\n" + "\n".join(lines) + "\n}")


def _without_atomics(text: str) -> str:
    tree = parse(text.replace("__syncthreads", BARRIER), language("cuda"))
    if tree.root.has_error:
        raise Declined("syntax")
    kernel = read_kernel(tree)
    edits = Edits(tree)
    for node in statements(kernel.body):
        serialise(edits, node, kernel, returning=True)
    return edits.text(tree.root)


def _compute_again(block: Block, inside: list[Node]) -> None:
    """Record the variables that follow from coordinates and parameters alone."""
    tree = block.tree
    changed = {tree.text(place) for place, _ in written(block.kernel.body)}
    made = {one.name for node in walk(block.kernel.body) if node.type == "declaration" for one in declarations(tree, node)}
    for node in inside:
        names = declarations(tree, node) if node.type == "declaration" else []
        reads = any(part.type in ("subscript_expression", "pointer_expression") for part in walk(node))
        own = {one.name for one in names}
        fixed = all(one.value is not None and one.shape in ("", "*") for one in names) and not own & changed and not reads
        if names and fixed and not (set(names_in(tree, node)) - own - {"threadIdx", "blockIdx", "blockDim"}) & (made - set(block.again)):
            block.again.update({one.name: node for one in names})


def _keep(block: Block, inside: list[Node]) -> None:
    """Record the variables that two stretches mention."""
    tree = block.tree
    stretches = list(_stretches(tree, inside))
    for stretch in stretches:
        for node in stretch:
            for one in declarations(tree, node) if node.type == "declaration" else []:
                if sum(any(one.name in names_in(tree, part) for part in other) for other in stretches) > 1:
                    if one.shape or one.name in block.kept:
                        raise Declined("a list that lives over a barrier")
                    block.kept[one.name] = one


def _stretches(tree: Tree, inside: list[Node]) -> list[list[Node]]:
    """Runs of statements without a barrier, those of loops around barriers too."""
    found: list[list[Node]] = [[]]
    for node in inside:
        if _is_barrier(tree, node):
            found.append([])
        elif BARRIER in tree.text(node):
            found += [*_stretches(tree, _body(node)), []]
        else:
            found[-1].append(node)
    return [stretch for stretch in found if stretch]


def _tests(block: Block, inside: list[Node]) -> dict[str, str]:
    """Axis -> the condition under which there is another block. Raises Declined."""
    tree, kernel = block.tree, block.kernel
    for name, node in block.again.items():
        value = next(one.value for one in declarations(tree, node) if one.name == name)
        found = index_in(block, value) if value is not None else None
        if found is not None and not found[1] and "blockIdx" in tree.text(node):
            kernel.axes[name] = found[0]
    used = {axis_of(tree, node) for node in walk(kernel.body) if tree.text(node).startswith("blockIdx")} - {""}
    if used != set(kernel.axes.values()) or len(kernel.axes) != len(used):
        raise Declined("blocks without an index")
    reading = Reading(kernel, Edits(tree))
    tests = {}
    for name, axis in kernel.axes.items():
        found_ = [condition_on(reading, node, name) for node in inside if acts(kernel, node)]
        if summing := sums_only(block, name):
            found_ = [summing]
        test = " || ".join(dict.fromkeys(one for one in found_ if one))
        if not found_ or None in found_ or words_of(test) & (set(kernel.axes) - {name} | set(block.kept)):
            raise Declined("no guard")
        tests[axis] = _replaced(test, name, f"b{axis} * {block.shape.get(axis, 1)}")
    return tests


def _phases(block: Block, inside: list[Node], uniform: list[Node]) -> list[str]:
    lines: list[str] = []
    stretch: list[Node] = []
    for node in [*inside, None]:
        text = block.tree.text(node) if node is not None else BARRIER
        if BARRIER not in text and node is not None:
            stretch.append(node)
            continue
        if stretch:
            lines += _all_threads(block, stretch, uniform)
        stretch = []
        if node is not None and not _is_barrier(block.tree, node):
            lines += [f"{_uniform_head(block, node)} {{", *_phases(block, _body(node), uniform), "}"]
    return lines


def _uniform_head(block: Block, node: Node) -> str:
    """The head of a loop around barriers, which must be the same for all threads. Raises Declined."""
    body = node.child_by_field_name("body")
    if node.type not in ("for_statement", "while_statement") or body is None:
        raise Declined("a barrier that not every thread reaches")
    head = block.tree.source[node.start_byte : body.start_byte].decode("utf-8").strip()
    per_thread = {name for name, made in block.again.items() if _coordinates(block, made)} | set(block.kept)
    if words_of(head) & (per_thread | {"threadIdx", "blockIdx"}):
        raise Declined("a barrier that not every thread reaches")
    if any(part.type in ("break_statement", "continue_statement") for part in walk(body)):
        raise Declined("a loop around a barrier that ends early")
    for axis, size in block.shape.items():
        head = head.replace(f"blockDim.{axis}", str(size))
    return head


def _all_threads(block: Block, stretch: list[Node], uniform: list[Node]) -> list[str]:
    mentioned = {name for node in stretch for name in names_in(block.tree, node)}
    needed: list[Node] = []
    for _ in range(4):
        needed = [node for name, node in block.again.items() if name in mentioned and node not in uniform]
        mentioned |= {name for node in needed for name in names_in(block.tree, node)}
    heads = [f"for (int t{axis} = 0; t{axis} < {block.shape[axis]}; t{axis}++) {{" for axis in sorted(block.shape, reverse=True)]
    again = [_spelled(block, node) for node in dict.fromkeys(block.again.values()) if node in needed]
    return [*heads, *again, *(_spelled(block, node) for node in stretch), *("}" for _ in heads)]


def _spelled(block: Block, node: Node) -> str:
    """A statement in the words of the serial function."""
    tree, edits = block.tree, Edits(block.tree)
    names = declarations(tree, node) if node.type == "declaration" else []
    kept = [one for one in names if one.name in block.kept]
    if kept and len(kept) < len(names):
        raise Declined("a variable that lives over a barrier beside others")
    if kept:
        return " ".join(f"{one.name}[{block.thread}] = {_within(block, one.value)};" for one in kept if one.value is not None)
    _replace(block, edits, node)
    return edits.text(node)


def _within(block: Block, node: Node) -> str:
    edits = Edits(block.tree)
    _replace(block, edits, node)
    return edits.text(node)


def _replace(block: Block, edits: Edits, node: Node) -> None:
    for part in walk(node):
        word = squeezed(block.tree.text(part)) if part.type == "field_expression" else ""
        base, _, axis = word.partition(".")
        if base in ("threadIdx", "blockIdx"):
            edits.replace(part, f"{base[0]}{axis}")
        elif base == "blockDim":
            edits.replace(part, str(block.shape.get(axis, 1)))
        elif part.type == "identifier" and block.tree.text(part) in block.kept:
            edits.replace(part, f"{block.tree.text(part)}[{block.thread}]")


def _coordinates(block: Block, node: Node) -> bool:
    """Whether a variable that is computed anew differs between threads or blocks."""
    words = set(names_in(block.tree, node))
    if words & {"threadIdx", "blockIdx"}:
        return True
    own = {one.name for one in declarations(block.tree, node)}
    return any(_coordinates(block, block.again[word]) for word in words - own if word in block.again)


def _is_barrier(tree: Tree, node: Node) -> bool:
    return node.type == "expression_statement" and squeezed(tree.text(node)) == f"{BARRIER}();"


def _as_local(tree: Tree, node: Node) -> str:
    if any(tree.text(child) == "extern" for child in node.children):
        raise Declined("shared memory of unknown size")
    return " ".join(tree.text(child) for child in node.children if tree.text(child) not in ("__shared__", ";")) + ";"


def _free(kind: str) -> str:
    return " ".join(word for word in kind.split() if word != "const")


def _body(node: Node) -> list[Node]:
    body = node.child_by_field_name("body") if node.type in LOOPS else None
    if body is None:
        raise Declined("a barrier that not every thread reaches")
    return statements(body)


def _replaced(text: str, name: str, value: str) -> str:
    tree = parse(f"void f() {{ x = {text}; }}", language("cpp"))
    edits = Edits(tree)
    for leaf in walk(tree.root):
        if leaf.type == "identifier" and tree.text(leaf) == name:
            edits.replace(leaf, value)
    return edits.text(tree.root).partition("x = ")[2].rpartition("; }")[0]

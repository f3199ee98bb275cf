"""A serial C++ loop nest to the CUDA kernel that does the same, by rule, where its iterations are independent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from translate.corpus.rules import Declined
from translate.corpus.rules.atomics import atomic_updates
from translate.corpus.rules.dependence import REQUIRED, Care, variables
from translate.corpus.rules.same_value import same_value_writes
from translate.corpus.rules.wording import words_of
from translate.languages import language
from translate.source.edits import Edits
from translate.source.loops import Loop, counted_loop, declarations, inside_loop, names_in, statements, written
from translate.source.parse import Node, Tree, parse, walk

INDEX_ORDERS = (
    "blockIdx.{0} * blockDim.{0} + threadIdx.{0}",
    "threadIdx.{0} + blockIdx.{0} * blockDim.{0}",
    "blockDim.{0} * blockIdx.{0} + threadIdx.{0}",
    "threadIdx.{0} + blockDim.{0} * blockIdx.{0}",
    "(blockIdx.{0} * blockDim.{0}) + threadIdx.{0}",
    "threadIdx.{0} + (blockIdx.{0} * blockDim.{0})",
    "(blockIdx.x + blockIdx.y * gridDim.x) * blockDim.x + threadIdx.x",
)
FLAT_ORDER = INDEX_ORDERS[-1]
"""A grid of blocks in two dimensions, counted as one; for a single loop only."""
ONE_BLOCK, ONE_THREAD = "threadIdx.{0}", "blockIdx.{0}"
"""Launched with a single block, or with blocks of a single thread."""
STRIDES = {ONE_BLOCK: "blockDim.x", ONE_THREAD: "gridDim.x"}
GUARDS = ("if", "return", "return_block", "stride", "named_stride", "while", "named_while")


@dataclass(frozen=True, slots=True)
class KernelStyle:
    """How the kernel is written."""

    index: str = INDEX_ORDERS[0]
    guard: str = "if"
    """`if`: the body under a condition; `return`, `return_block`: an early return; the others, for one loop only: a grid-stride
    loop, one with named start and stride, and a `while` that adds the stride, named or not; `none`: the launch is trusted, and a
    parameter that is only the bound is left out; `alone`: one thread does all the work,
    whatever it is."""
    index_type: str | None = None
    """Type of the index variable; None takes that of the loop."""
    most_axes: int = 2
    axes: str = "xy"
    """The axis of the inner loop, then that of the outer one."""
    outer_declared_first: bool = False
    inner_tested_first: bool = False
    early: bool = False
    """A declaration that the body begins with stands before the guard, where it does no harm there."""
    from_zero: bool = False
    """Threads are counted from 0 wherever the loop starts, which the guard then asks too."""
    parentheses: bool = False
    """Around each comparison of a guard that has two."""


def parallelise(function: str, style: KernelStyle | None = None, *, care: Care = Care.PROVED) -> str:
    """The kernel for the text of one C++ function. Raises Declined; without care, only for shapes it cannot write."""
    style = style or KernelStyle()
    tree = parse(function, language("cpp"))
    if tree.root.has_error:
        raise Declined("syntax")
    found = [node for node in walk(tree.root) if node.type == "function_definition"]
    body = found[0].child_by_field_name("body") if len(found) == 1 else None
    if body is None:
        raise Declined("not one function")
    if style.guard == "alone":
        return f"{signature_of(tree, found[0], set())} {tree.text(body)}"
    before, outer = _loop_at_the_end(tree, body, care)
    nest = nest_from(tree, outer, style.most_axes, care, before)
    counters, kernel = [loop.variable for loop in nest], nest[-1].body
    updates = atomic_updates(tree, found[0], kernel, counters) if care in (Care.LIKELY, Care.DIRECT) else {}
    if care is Care.DIRECT:
        updates |= same_value_writes(tree, kernel, counters)
    if care is not Care.NONE:
        locals_, shared = variables(tree, before, nest)
        REQUIRED[care](tree, nest, locals_ | shared, updates)
    head = signature_of(tree, found[0], _only_bounds(tree, body, nest) if style.guard == "none" else set())
    kept = [text for node in before if (text := without_loop_variables(tree, node, nest))]
    return f"{head} {{\n" + "\n".join([*kept, *kernel_body(tree, nest, style, updates)]) + "\n}"


def _loop_at_the_end(tree: Tree, body: Node, care: Care) -> tuple[list[Node], Loop]:
    inside = to_its_end(statements(body))
    if not inside or any(not of_each_thread(node) for node in inside[:-1]):
        raise Declined("not declarations and one loop")
    loop = counted_loop(tree, inside[-1])
    if loop is None:
        raise Declined("not a counted loop")
    if care is not Care.NONE:
        arrays = {next(names_in(tree, place), "") for place, _ in written(loop.node) if place.type != "identifier"}
        arrays -= {name.name for node in inside[:-1] for name in declarations(tree, node) if name.shape.startswith("[")}
        if any(arrays & set(names_in(tree, node)) for node in inside[:-1]):
            raise Declined("what the loop writes is used before it")
    return inside[:-1], loop


def to_its_end(inside: list[Node]) -> list[Node]:
    """The statements of a function without a `return` that says no more than its end does."""
    ends = bool(inside) and inside[-1].type == "return_statement" and not inside[-1].named_children
    return inside[:-1] if ends else inside


def of_each_thread(node: Node) -> bool:
    """Whether a statement may be run by every thread: it declares, sets a variable, or leaves the function."""
    if node.type == "if_statement":
        body = node.child_by_field_name("consequence")
        inside = statements(body) if body is not None else []
        return len(inside) == 1 and inside[0].type == "return_statement" and node.child_by_field_name("alternative") is None
    if node.type == "expression_statement" and node.named_child_count == 1:
        return all(place.type == "identifier" for place, _ in written(node)) and node.named_children[0].type == "assignment_expression"
    return node.type == "declaration"


def nest_from(tree: Tree, outer: Loop, most: int, care: Care, before: Sequence[Node] = ()) -> list[Loop]:
    """The perfectly nested counted loops from `outer` inwards, at most `most`, whose bounds do not depend on each other.

    `before` are the declarations ahead of them.
    """
    nest = [outer]
    while len(nest) < most:
        inside = statements(nest[-1].body)
        inner = counted_loop(tree, inside[0]) if len(inside) == 1 else None
        if inner is None or {loop.variable for loop in nest} & words_of(inner.bound + " " + inner.start):
            break
        try:
            if care is Care.PROVED:
                REQUIRED[care](tree, [inner], set(), {})
            elif care is not Care.NONE:
                private, constant = variables(tree, before, [*nest, inner])
                REQUIRED[care](tree, [*nest, inner], private | constant, {})
        except Declined:
            break
        nest.append(inner)
    return nest


def kernel_body(tree: Tree, nest: list[Loop], style: KernelStyle, updates: Mapping[Node, str]) -> list[str]:
    """The lines of the kernel from its indices on."""
    edits = Edits(tree)
    body = nest[-1].body
    for node, atomic in updates.items():
        edits.replace(node, atomic)
    if style.guard in ("stride", "named_stride", "while", "named_while") and len(nest) == 1:
        return _strided(tree, nest[0], style, edits)
    for node in walk(body):
        if node.type == "continue_statement" and not inside_loop(node, body):
            edits.replace(node, "return;")
    axes = style.axes if len(nest) > 1 else "x"
    order = INDEX_ORDERS[0] if style.index == FLAT_ORDER and len(nest) > 1 else style.index
    lines = []
    for loop, axis in zip(reversed(nest), axes, strict=False):
        start = f" + {loop.start}" if loop.start != "0" and not style.from_zero else ""
        lines.append(f"{style.index_type or loop.type or 'int'} {loop.variable} = {order.format(axis)}{start};")
    if style.outer_declared_first:
        lines.reverse()
    tested = list(reversed(nest)) if style.inner_tested_first else nest
    around = "({})" if style.parentheses and len(nest) > 1 else "{}"
    if style.guard == "none":
        return [*lines, *(edits.text(node) for node in statements(body))]
    if style.guard in ("return", "return_block"):
        opposite = {"<": ">=", "<=": ">"}
        test = " || ".join(around.format(f"{loop.variable} {opposite[loop.comparison]} {loop.bound}") for loop in tested)
        leave = "return;" if style.guard == "return" else "{ return; }"
        return [*lines, f"if ({test}) {leave}", *(edits.text(node) for node in statements(body))]
    test = " && ".join(around.format(f"{loop.variable} {loop.comparison} {loop.bound}") for loop in tested)
    if style.from_zero:
        test = " && ".join([*(f"{loop.variable} >= {loop.start}" for loop in tested if loop.start != "0"), test])
    inside = statements(body)
    if style.early and len(inside) > 1 and _harmless(inside[0]):
        return [*lines, edits.text(inside[0]), f"if ({test}) {{", *(edits.text(node) for node in inside[1:]), "}"]
    return [*lines, f"if ({test})", edits.text(body)]


def _harmless(node: Node) -> bool:
    """Whether a declaration reads no memory and cannot fail."""
    return node.type == "declaration" and not any(
        part.type in ("subscript_expression", "pointer_expression", "call_expression", "/", "%") for part in walk(node)
    )


def _strided(tree: Tree, loop: Loop, style: KernelStyle, edits: Edits) -> list[str]:
    kind, name = loop.type or "int", loop.variable
    order = INDEX_ORDERS[0] if style.index == FLAT_ORDER else style.index
    index = (f"{loop.start} + " if loop.start != "0" else "") + order.format("x")
    test = f"{name} {loop.comparison} {loop.bound}"
    taken = set(names_in(tree, tree.root))
    start, stride = next(((a, b) for a, b in (("index", "stride"), ("tid", "step")) if not {a, b} & taken), ("start_", "stride_"))
    body = edits.text(loop.body)
    step = STRIDES.get(style.index, "blockDim.x * gridDim.x")
    if style.guard == "named_stride":
        lines = [f"int {start} = {index};", f"int {stride} = {step};"]
        return [*lines, f"for ({kind} {name} = {start}; {test}; {name} += {stride})", body]
    if style.guard in ("while", "named_while") and not any(node.type == "continue_statement" for node in walk(loop.body)):
        inside = "\n".join(edits.text(node) for node in statements(loop.body))
        named = [f"int {stride} = {step};"] if style.guard == "named_while" else []
        return [f"{kind} {name} = {index};", *named, f"while ({test}) {{", inside, f"{name} += {stride if named else step};", "}"]
    return [f"for ({kind} {name} = {index}; {test}; {name} += {step})", body]


def without_loop_variables(tree: Tree, node: Node, nest: list[Loop]) -> str | None:
    """A statement ahead of the loops, without their variables; None where nothing is left."""
    ours = {loop.variable for loop in nest}
    names = declarations(tree, node)
    left = [name for name in names if name.name not in ours]
    if len(left) == len(names):
        return tree.text(node)
    if not left:
        return None
    return f"{left[0].type} {', '.join(tree.text(name.node) for name in left)};"


def _only_bounds(tree: Tree, body: Node, nest: list[Loop]) -> set[str]:
    """The names whose one mention is the bound of a loop of the nest."""
    mentioned = list(names_in(tree, body))
    return {loop.bound for loop in nest if mentioned.count(loop.bound) == 1}


def signature_of(tree: Tree, function: Node, dropped: set[str]) -> str:
    """The head of the kernel without the parameters that are dropped. Raises Declined."""
    kind = function.child_by_field_name("type")
    declarator = function.child_by_field_name("declarator")
    if kind is None or tree.text(kind) != "void" or declarator is None or declarator.type != "function_declarator":
        raise Declined("returns a value")
    name = declarator.child_by_field_name("declarator")
    if name is None or name.type != "identifier":
        raise Declined("a method")
    given = (declarator.child_by_field_name("parameters") or declarator).named_children
    parameters = f"({', '.join(tree.text(node) for node in given if not dropped & words_of(tree.text(node)))})"
    if "&" in parameters or "std::" in parameters or "(*" in parameters:
        raise Declined("a parameter that a kernel cannot take")
    template = tree.source[: function.start_byte].decode("utf-8").strip()
    # Directives and comments end with their lines.
    apart = "\n" if "\n" in template or template.startswith(("#", "//")) else " "
    return f"{template}{apart}__global__ void {tree.text(name)}{parameters}".strip()

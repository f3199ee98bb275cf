"""A serial C++ loop nest to the CUDA kernel that does the same, by rule, where its iterations are independent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from translate.corpus.rules import Declined
from translate.corpus.rules.atomics import atomic_updates
from translate.languages import language
from translate.source.edits import Edits
from translate.source.loops import Loop, counted_loop, declarations, inside_loop, names_in, squeezed, statements, terms, written
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
    parentheses: bool = False
    """Around each comparison of a guard that has two."""


class Care(Enum):
    """How sure the rule must be that iterations do not touch each other."""

    NONE = 0
    """No look at all."""
    LIKELY = 1
    """No scalar is carried, and every write names the loops' variables: what a reader takes for a parallel loop."""
    PROVED = 2
    """Every element written belongs to one iteration, and is read by no other."""


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
        return f"{_signature(tree, found[0], body, set())} {tree.text(body)}"
    before, outer = _loop_at_the_end(tree, body)
    nest = _nest(tree, outer, style.most_axes, care)
    updates = atomic_updates(tree, found[0], nest[-1].body, [loop.variable for loop in nest]) if care is Care.LIKELY else {}
    if care is not Care.NONE:
        locals_, shared = _variables(tree, before, nest)
        _REQUIRED[care](tree, nest, locals_ | shared, updates)
    head = _signature(tree, found[0], body, _only_bounds(tree, body, nest) if style.guard == "none" else set())
    kept = [text for node in before if (text := _without_loop_variables(tree, node, nest))]
    return f"{head} {{\n" + "\n".join([*kept, *_kernel_body(tree, nest, style, updates)]) + "\n}"


def _loop_at_the_end(tree: Tree, body: Node) -> tuple[list[Node], Loop]:
    inside = statements(body)
    if not inside or any(node.type != "declaration" for node in inside[:-1]):
        raise Declined("not declarations and one loop")
    loop = counted_loop(tree, inside[-1])
    if loop is None:
        raise Declined("not a counted loop")
    return inside[:-1], loop


def _nest(tree: Tree, outer: Loop, most: int, care: Care) -> list[Loop]:
    """The perfectly nested counted loops from `outer` inwards, at most `most`, whose bounds do not depend on each other."""
    nest = [outer]
    while len(nest) < most:
        inside = statements(nest[-1].body)
        inner = counted_loop(tree, inside[0]) if len(inside) == 1 else None
        if inner is None or {loop.variable for loop in nest} & _words(inner.bound + " " + inner.start):
            break
        try:
            if care is not Care.NONE:
                _REQUIRED[care](tree, [*nest, inner] if care is Care.LIKELY else [inner], set(), {})
        except Declined:
            break
        nest.append(inner)
    return nest


def _variables(tree: Tree, before: list[Node], nest: list[Loop]) -> tuple[set[str], set[str]]:
    """Names private to an iteration because each one sets them first, and names that no iteration changes."""
    private: set[str] = set()
    constant: set[str] = set()
    changed = {tree.text(place) for place, _ in written(nest[-1].body) if place.type == "identifier"}
    for node in before:
        for name in declarations(tree, node):
            if name.name not in changed or name.name in {loop.variable for loop in nest}:
                constant.add(name.name)
            elif _set_first(tree, nest[-1].body, name.name):
                private.add(name.name)
            else:
                raise Declined("a scalar carried between iterations")
    return private, constant


def _set_first(tree: Tree, body: Node, name: str) -> bool:
    first = next((node for node in walk(body) if node.type == "identifier" and tree.text(node) == name), None)
    parent = first.parent if first is not None else None
    if first is None or parent is None or parent.type != "assignment_expression" or parent.child_by_field_name("left") != first:
        return False
    right = parent.child_by_field_name("right")
    if tree.text(parent).replace(" ", "").startswith(f"{name}=") is False or (right and name in set(names_in(tree, right))):
        return False
    holder = parent.parent
    if holder is not None and holder.type == "for_statement" and holder.child_by_field_name("initializer") == parent:
        holder = holder if holder == body else holder.parent
    elif holder is not None:
        holder = holder.parent
    return holder is not None and (holder == body or (holder.type == "compound_statement" and not _conditional(holder, body)))


def _conditional(node: Node, top: Node) -> bool:
    while node != top:
        if node.type in ("if_statement", "while_statement", "switch_statement", "do_statement"):
            return True
        if node.parent is None:
            return True
        node = node.parent
    return False


def _require_likely(tree: Tree, nest: list[Loop], private: set[str], updates: Mapping[Node, str]) -> None:
    """No scalar carried between iterations, and every variable of `nest` in every place written. Raises Declined."""
    body = nest[-1].body
    _require_straight(tree, body)
    made = [name for node in walk(body) if node.type == "declaration" for name in declarations(tree, node)]
    own = private | {name.name for name in made} | {loop.variable for node in walk(body) if (loop := counted_loop(tree, node))}
    values = {name.name: _words(tree.text(name.value)) for name in made if name.value is not None}
    needed = {loop.variable for loop in nest}
    for node in walk(body):
        if node.type == "call_expression":
            function = node.child_by_field_name("function")
            if function is None or function.type != "identifier" or tree.text(function) in _OF_THE_HOST:
                raise Declined("a call that is not of a plain function")
    for place, update in written(body):
        words = _words(tree.text(place))
        if update in updates:
            continue
        if words & own and (place.type == "identifier" or not words - own):
            continue
        for _ in range(3):
            words |= {word for name in words & set(values) for word in values[name]}
        if place.type == "identifier":
            raise Declined("a scalar carried between iterations")
        if place.type not in ("subscript_expression", "field_expression") or not needed <= words:
            raise Declined("a write that does not name every loop")
    _require_own_reads(tree, body, own)


def _require_own_reads(tree: Tree, body: Node, own: set[str]) -> None:
    """No array that is written is read where no write of this iteration is. Raises Declined."""
    places: dict[str, set[str]] = {}
    for place, _ in written(body):
        base, index = (place.child_by_field_name(name) for name in ("argument", "indices"))
        if place.type == "subscript_expression" and base is not None and index is not None and tree.text(base) not in own:
            places.setdefault(tree.text(base), set()).add(squeezed(tree.text(index)))
    for node in walk(body):
        base, index = (node.child_by_field_name(name) for name in ("argument", "indices"))
        if node.type == "subscript_expression" and base is not None and index is not None:
            if squeezed(tree.text(index)) not in places.get(tree.text(base), {squeezed(tree.text(index))}):
                raise Declined("reads what another iteration may write")


def _require_straight(tree: Tree, body: Node) -> None:
    """Nothing leaves the loop early. Raises Declined."""
    for node in walk(body):
        if node.type in ("return_statement", "goto_statement", "try_statement", "throw_statement", "lambda_expression", "new_expression"):
            raise Declined(node.type)
        if node.type == "break_statement" and not inside_loop(node, body):
            raise Declined("break")


def _require_independent(tree: Tree, nest: list[Loop], private: set[str], updates: Mapping[Node, str]) -> None:
    """Every element written belongs to one iteration, and is read by no other. Raises Declined."""
    body = nest[-1].body
    _require_straight(tree, body)
    for node in walk(body):
        if node.type == "call_expression":
            function = node.child_by_field_name("function")
            if function is None or tree.text(function).removeprefix("std::") not in _PURE:
                raise Declined("a call that is not of the mathematical library")
    own = {name.name for node in walk(body) if node.type == "declaration" for name in declarations(tree, node)} | private
    values = {
        name.name: tree.text(name.value)
        for node in walk(body)
        if node.type == "declaration"
        for name in declarations(tree, node)
        if name.value is not None
    }
    bounds = {loop.variable: loop.bound for loop in nest}
    inner = {}
    for node in walk(body):
        loop = counted_loop(tree, node)
        if loop is not None:
            inner[loop.variable] = loop.bound
            own.add(loop.variable)
    subscripts: dict[str, set[str]] = {}
    for place, _ in written(body):
        if place.type == "identifier":
            if tree.text(place) not in own:
                raise Declined("a scalar carried between iterations")
        elif place.type == "subscript_expression":
            base, index = _subscript(tree, place)
            if base in own:
                continue
            subscripts.setdefault(base, set()).add(squeezed(index))
            if not _one_iteration_each(index, values, bounds, inner):
                raise Declined("writes that may meet")
        else:
            raise Declined("a write through a pointer")
    for node in walk(body):
        if node.type == "subscript_expression":
            base, index = _subscript(tree, node)
            if base in subscripts and squeezed(index) not in subscripts[base]:
                raise Declined("reads what another iteration may write")
        elif node.type == "identifier" and tree.text(node) in subscripts:
            parent = node.parent
            if parent is None or parent.type != "subscript_expression" or parent.child_by_field_name("argument") != node:
                raise Declined("a written array used whole")
    for base, found in subscripts.items():
        if len(found) > 1:
            raise Declined(f"several subscripts of {base and 'one array'}")


def _subscript(tree: Tree, node: Node) -> tuple[str, str]:
    argument = node.child_by_field_name("argument")
    indices = node.child_by_field_name("indices")
    if argument is None or indices is None or argument.type != "identifier" or indices.named_child_count != 1:
        raise Declined("a subscript that is not name[expression]")
    return tree.text(argument), tree.text(indices.named_children[0])


def _one_iteration_each(index: str, values: dict[str, str], bounds: dict[str, str], inner: dict[str, str]) -> bool:
    """Whether different iterations of the nest give different subscripts: mixed-radix in the loops' bounds."""
    text = index
    for _ in range(3):
        words = _words(text) & set(values) - set(bounds) - set(inner)
        if not words:
            break
        for word in words:
            text = _substituted(text, word, f"({values[word]})")
    if "[" in text or "?" in text or "%" in text or "/" in text:
        return False
    tree = parse(f"void f() {{ x = {text}; }}", language("cpp"))
    right = next((n.child_by_field_name("right") for n in walk(tree.root) if n.type == "assignment_expression"), None)
    if right is None or tree.root.has_error:
        return False
    ranges = {name: squeezed(bound) for name, bound in {**inner, **bounds}.items()}
    factors: dict[str, list[str]] = {}
    for term in _expanded(tree, right):
        names = [factor for factor in term if factor in ranges]
        if len(names) > 1:
            return False
        if names:
            if names[0] in factors:
                return False
            factors[names[0]] = sorted(f for f in term if f != names[0] and f != "1")
    if not set(bounds) <= set(factors):
        return False
    # From the smallest stride up, each stride is the one before times the range of its variable.
    order = sorted(factors, key=lambda name: len(factors[name]))
    stride: list[str] = factors[order[0]]
    for last, name in zip(order, order[1:], strict=False):
        needed = sorted([*stride, *ranges[last].split("*")])
        if factors[name] != needed:
            return False
        stride = factors[name]
    return True


def _expanded(tree: Tree, node: Node) -> list[list[str]]:
    """The sum of products that `node` is, each product a list of factors; products of sums are multiplied out."""
    parts: list[list[str]] = []
    for term in terms(node, "+"):
        products: list[list[str]] = [[]]
        for factor in terms(term, "*"):
            inner = factor.named_children[0] if factor.type == "parenthesized_expression" else factor
            operator = inner.child_by_field_name("operator") if inner.type == "binary_expression" else None
            if operator is not None and operator.type == "+":
                products = [[*p, *q] for p in products for q in _expanded(tree, inner)]
            else:
                products = [[*p, squeezed(tree.text(inner))] for p in products]
        parts.extend(products)
    return parts


def _kernel_body(tree: Tree, nest: list[Loop], style: KernelStyle, updates: Mapping[Node, str]) -> list[str]:
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
        start = f" + {loop.start}" if loop.start != "0" else ""
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


def _without_loop_variables(tree: Tree, node: Node, nest: list[Loop]) -> str | None:
    ours = {loop.variable for loop in nest if loop.type is None}
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


def _signature(tree: Tree, function: Node, body: Node, dropped: set[str]) -> str:
    kind = function.child_by_field_name("type")
    declarator = function.child_by_field_name("declarator")
    if kind is None or tree.text(kind) != "void" or declarator is None or declarator.type != "function_declarator":
        raise Declined("returns a value")
    name = declarator.child_by_field_name("declarator")
    if name is None or name.type != "identifier":
        raise Declined("a method")
    given = (declarator.child_by_field_name("parameters") or declarator).named_children
    parameters = f"({', '.join(tree.text(node) for node in given if not dropped & _words(tree.text(node)))})"
    if "&" in parameters or "std::" in parameters or "(*" in parameters:
        raise Declined("a parameter that a kernel cannot take")
    template = tree.source[: function.start_byte].decode("utf-8").strip()
    return f"{template} __global__ void {tree.text(name)}{parameters}".strip()


def _substituted(text: str, word: str, value: str) -> str:
    pieces, position = [], 0
    while (found := text.find(word, position)) >= 0:
        end = found + len(word)
        alone = not (text[found - 1 : found].isidentifier() or text[found - 1 : found].isdigit()) or found == 0
        alone = alone and not (text[end : end + 1].isidentifier() or text[end : end + 1].isdigit())
        pieces.append(text[position:found] + (value if alone else word))
        position = end
    return "".join([*pieces, text[position:]])


def _words(text: str) -> set[str]:
    return set("".join(c if c.isalnum() or c == "_" else " " for c in text).split())


_PURE = frozenset(
    """
    abs fabs fabsf sqrt sqrtf exp expf log logf log2 log10 log1p pow powf sin sinf cos cosf tan tanf tanh tanhf asin acos atan atan2 atan2f
    sinh cosh floor floorf ceil ceilf round roundf fmod fmodf min max fmin fminf fmax fmaxf hypot isnan isinf erf erff cbrt rsqrt trunc
    """.split()
)
_OF_THE_HOST = frozenset(
    "printf fprintf sprintf snprintf puts malloc calloc realloc free memcpy memset fread fwrite exit rand srand assert".split()
)
_REQUIRED = {Care.LIKELY: _require_likely, Care.PROVED: _require_independent}

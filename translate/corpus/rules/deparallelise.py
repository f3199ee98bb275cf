"""A CUDA kernel to the serial C++ function that does the same, by rule."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from translate.corpus.rules import Declined
from translate.languages import language
from translate.source.edits import Edits
from translate.source.kernels import index_axis, mentions_threads, stride_axis
from translate.source.loops import comparison, declarations, inside_loop, names_in, squeezed, statements, terms, written
from translate.source.parse import Node, Tree, parse, walk

ATOMIC_OPERATORS = {"atomicAdd": "+", "atomicSub": "-", "atomicAnd": "&", "atomicOr": "|", "atomicXor": "^"}
ATOMIC_CALLS = {"atomicMax": "max", "atomicMin": "min"}


@dataclass(frozen=True, slots=True)
class SerialStyle:
    """How the loops are written."""

    increment: str = "{}++"
    inner_axis: str = "x"
    """The axis whose loop is innermost, for a kernel of two axes."""
    declare_first: bool = False
    """`int i; for (i = 0; ...)`."""
    hoist: bool = True
    """Declarations that do not depend on the index stand before the loops."""


@dataclass(slots=True)
class _Kernel:
    tree: Tree
    function: Node
    body: Node
    axes: dict[str, str] = field(default_factory=dict)
    """Index variable -> axis."""
    types: dict[str, str] = field(default_factory=dict)
    strides: set[str] = field(default_factory=set)
    bounds: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Index variable -> comparison and bound."""


def deparallelise(kernel: str, style: SerialStyle | None = None, *, unbounded: bool = False) -> str:
    """The serial C++ function for the text of one kernel. Raises Declined.

    A kernel that trusts its launch has no bound; with `unbounded`, its function gets one as its last parameter.
    """
    style = style or SerialStyle()
    tree = parse(kernel, language("cuda"))
    if tree.root.has_error:
        raise Declined("syntax")
    found = _kernel(tree)
    rest = _index_declarations(found)
    added: list[str] = []
    try:
        before, inner = _bounded(found, rest)
    except Declined:
        if not unbounded or not found.axes or any(_guards(found, node) for node in rest if node.type == "if_statement"):
            raise
        before, inner, added = [], rest, _added_bounds(found)
    for node in (*before, *inner):
        if name := mentions_threads(tree, node):
            raise Declined(f"uses {name}")
    edits = Edits(tree)
    for node in (*before, *inner):
        _serialise(edits, node, found)
    hoisted = [node for node in before if style.hoist and _invariant(found, node, inner, before)]
    lines = [edits.text(node) for node in before if node not in hoisted] + [edits.text(node) for node in inner]
    loops = _loops(found, lines, style)
    body = "\n".join([*(edits.text(node) for node in hoisted), *loops])
    return f"{_signature(found, added)} {{\n{body}\n}}"


def _kernel(tree: Tree) -> _Kernel:
    functions = [node for node in walk(tree.root) if node.type == "function_definition"]
    if len(functions) != 1:
        raise Declined("not one function")
    function = functions[0]
    body = function.child_by_field_name("body")
    if body is None or not any(child.type == "__global__" for child in function.children):
        raise Declined("not a kernel")
    directives = (node for node in walk(body) if node.type.startswith("preproc") and node.type not in ("preproc_directive", "preproc_arg"))
    if any(node.type != "preproc_call" or not tree.text(node).startswith("#pragma") for node in directives):
        raise Declined("preprocessor lines")
    return _Kernel(tree, function, body)


def _index_declarations(kernel: _Kernel) -> list[Node]:
    """Record the index and stride variables; the statements that are left."""
    rest: list[Node] = []
    for node in statements(kernel.body):
        names = declarations(kernel.tree, node) if node.type == "declaration" else []
        if not names or not all(name.value is not None and _takes(kernel, name.name, name.type, name.value) for name in names):
            rest.append(node)
    if len(set(kernel.axes.values())) != len(kernel.axes):
        raise Declined("two indices on one axis")
    changed = {kernel.tree.text(place) for node in rest for place, _ in written(node) if place.type == "identifier"}
    kernel.strides -= changed
    return rest


def _takes(kernel: _Kernel, name: str, kind: str, value: Node) -> bool:
    if axis := index_axis(kernel.tree, value):
        kernel.axes[name] = axis
        kernel.types[name] = " ".join(word for word in kind.split() if word not in ("const", "auto")) or "int"
        return True
    if stride_axis(kernel.tree, value):
        kernel.strides.add(name)
        return True
    return False


def _added_bounds(kernel: _Kernel) -> list[str]:
    """Names of new parameters, one for each axis; fills the kernel's bounds."""
    taken = set(names_in(kernel.tree, kernel.function))
    names = {1: ("n", "size", "count"), 2: ("nx", "ny"), 3: ("nx", "ny", "nz")}[len(kernel.axes)]
    free = [name for name in names if name not in taken][: len(kernel.axes)]
    if len(free) < len(kernel.axes):
        raise Declined("no guard")
    axes = sorted(kernel.axes, key=lambda name: kernel.axes[name])
    kernel.bounds = {name: ("<", bound) for name, bound in zip(axes, free, strict=True)}
    return free


def _bounded(kernel: _Kernel, rest: list[Node]) -> tuple[list[Node], list[Node]]:
    """Statements before the guard, and statements under it; fills the kernel's bounds."""
    for position, node in enumerate(rest):
        last = position == len(rest) - 1
        if node.type == "if_statement" and _guards(kernel, node):
            body = node.child_by_field_name("consequence")
            if body is None or node.child_by_field_name("alternative") is not None:
                raise Declined("guard with else")
            if _only_returns(body):
                _take_bounds(kernel, node, "||", (">=", ">"))
                return rest[:position], rest[position + 1 :]
            if not last:
                raise Declined("statements after the guarded ones")
            _take_bounds(kernel, node, "&&", ("<", "<="))
            return rest[:position], statements(body)
        if last and node.type == "for_statement" and (inner := _grid_stride_for(kernel, node)) is not None:
            return rest[:position], statements(inner)
        if last and node.type == "while_statement" and (inside := _grid_stride_while(kernel, node)) is not None:
            return rest[:position], inside
    raise Declined("no guard")


def _guards(kernel: _Kernel, node: Node) -> bool:
    """Whether an `if` compares an index itself with something."""
    condition = node.child_by_field_name("condition")
    if condition is None:
        return False
    parts = [part for term in terms(condition, "||") for part in terms(term, "&&")]
    return any((found := comparison(kernel.tree, part)) is not None and found[0] in kernel.axes for part in parts)


def _take_bounds(kernel: _Kernel, guard: Node, joint: str, operators: tuple[str, str]) -> None:
    condition = guard.child_by_field_name("condition")
    assert condition is not None
    for term in terms(condition, joint):
        found = comparison(kernel.tree, term)
        if found is None or found[1] not in operators or found[0] not in kernel.axes or found[0] in kernel.bounds:
            raise Declined("a guard that is more than bounds")
        name, operator, bound = found
        less = {"<": "<", "<=": "<=", ">=": "<", ">": "<="}[operator]
        kernel.bounds[name] = (less, bound)
    if set(kernel.bounds) != set(kernel.axes):
        raise Declined("an index without bound")
    words = {word for _, bound in kernel.bounds.values() for word in _words(bound)}
    if words & set(kernel.axes):
        raise Declined("a bound that depends on an index")


def _only_returns(body: Node) -> bool:
    inside = statements(body)
    return len(inside) == 1 and inside[0].type == "return_statement"


def _grid_stride_for(kernel: _Kernel, node: Node) -> Node | None:
    tree = kernel.tree
    first, condition, update, body = (node.child_by_field_name(n) for n in ("initializer", "condition", "update", "body"))
    if first is None or condition is None or update is None or body is None or len(kernel.axes) > 1:
        return None
    names = declarations(tree, first) if first.type == "declaration" else []
    if len(names) != 1 or names[0].value is None:
        return None
    starts = index_axis(tree, names[0].value) or kernel.axes.get(tree.text(names[0].value))
    bound = comparison(tree, condition)
    step = update.child_by_field_name("right") if update.type == "assignment_expression" else None
    if starts is None or bound is None or bound[0] != names[0].name or bound[1] not in ("<", "<=") or step is None:
        return None
    if "+=" not in tree.text(update) or not (stride_axis(tree, step) or tree.text(step) in kernel.strides):
        return None
    if set(names_in(tree, body)) & set(kernel.axes):
        raise Declined("start index used in a grid-stride loop")
    kernel.axes = {names[0].name: "x"}
    kernel.types = {names[0].name: names[0].type}
    kernel.bounds = {names[0].name: (bound[1], bound[2])}
    return body


def _grid_stride_while(kernel: _Kernel, node: Node) -> list[Node] | None:
    condition, body = node.child_by_field_name("condition"), node.child_by_field_name("body")
    if condition is None or body is None or len(kernel.axes) != 1:
        return None
    bound = comparison(kernel.tree, condition)
    inside = statements(body)
    if bound is None or bound[0] not in kernel.axes or bound[1] not in ("<", "<=") or not inside:
        return None
    step = squeezed(kernel.tree.text(inside[-1])).rstrip(";")
    left, _, right = step.partition("+=")
    strides = {*kernel.strides, "blockDim.x*gridDim.x", "gridDim.x*blockDim.x", "blockDim.x"}
    if left != bound[0] or right not in strides:
        return None
    kernel.bounds = {bound[0]: (bound[1], bound[2])}
    return inside[:-1]


def _serialise(edits: Edits, node: Node, kernel: _Kernel) -> None:
    """Returns become continues, atomics plain updates, cached loads plain ones."""
    tree = kernel.tree
    if any(place.type == "identifier" and tree.text(place) in kernel.axes for place, _ in written(node)):
        raise Declined("index variable changed")
    if set(names_in(tree, node)) & kernel.strides:
        raise Declined("stride used in the body")
    for inner in walk(node):
        if inner.type == "preproc_call":
            edits.replace(inner, "")
        elif inner.type == "return_statement":
            if inside_loop(inner, kernel.body):
                raise Declined("return inside a loop")
            edits.replace(inner, "continue;")
        elif inner.type == "call_expression":
            _serialise_call(edits, inner)


def _serialise_call(edits: Edits, call: Node) -> None:
    tree = edits.tree
    function, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    name = tree.text(function) if function is not None else ""
    given = [tree.text(argument) for argument in arguments.named_children] if arguments is not None else []
    if name == "__ldg" and len(given) == 1:
        edits.replace(call, given[0][1:].strip() if given[0].startswith("&") else f"*({given[0]})")
    elif name.startswith("atomic"):
        alone = call.parent is not None and call.parent.type == "expression_statement"
        if not alone or len(given) != 2:
            raise Declined(f"{name} whose result is used")
        place = _place(given[0])
        if name in ATOMIC_OPERATORS:
            edits.replace(call, f"{place} {ATOMIC_OPERATORS[name]}= {given[1]}")
        elif name in ATOMIC_CALLS:
            edits.replace(call, f"{place} = {ATOMIC_CALLS[name]}({place}, {given[1]})")
        else:
            raise Declined(name)
    elif name.startswith("__") or "<<<" in tree.text(call):
        raise Declined(f"calls {name}")


def _place(address: str) -> str:
    if not address.startswith("&"):
        return f"*({address})" if not address.isidentifier() else f"*{address}"
    place = address[1:].strip()
    return place[1:-1].strip() if place.startswith("(") and place.endswith(")") and place.count("(") == 1 else place


def _invariant(kernel: _Kernel, node: Node, inner: list[Node], before: list[Node]) -> bool:
    if node.type != "declaration":
        return False
    made = {name.name for name in declarations(kernel.tree, node)}
    if any(name.value is None for name in declarations(kernel.tree, node)):
        return False
    earlier = before[: before.index(node)]
    unsafe = set(kernel.axes) | {name.name for other in earlier if other.type == "declaration" for name in declarations(kernel.tree, other)}
    changed = {kernel.tree.text(place) for other in (*before, *inner) for place, _ in written(other)}
    calls = any(child.type in ("call_expression", "subscript_expression") for child in walk(node))
    return not calls and not set(names_in(kernel.tree, node)) & unsafe and not made & changed


def _loops(kernel: _Kernel, lines: list[str], style: SerialStyle) -> list[str]:
    rank = {"z": 0, "y": 1, "x": 2} if style.inner_axis == "x" else {"x": 0, "y": 1, "z": 2}
    order = sorted(kernel.axes, key=lambda name: rank[kernel.axes[name]])
    heads, first = [], []
    for name in order:
        operator, bound = kernel.bounds[name]
        kind = kernel.types[name]
        if style.declare_first:
            first.append(f"{kind} {name};")
        start = f"{name} = 0" if style.declare_first else f"{kind} {name} = 0"
        heads.append(f"for ({start}; {name} {operator} {bound}; {style.increment.format(name)}) {{")
    return [*first, *heads, *lines, *("}" for _ in heads)]


def _signature(kernel: _Kernel, added: list[str]) -> str:
    edits = Edits(kernel.tree)
    for node in walk(kernel.function):
        if node.type in ("__global__", "launch_bounds") or (
            node.type == "type_qualifier" and kernel.tree.text(node) in ("__restrict__", "__restrict")
        ):
            edits.replace(node, "")
    whole = edits.text(kernel.tree.root)
    head = " ".join(whole[: whole.index(edits.text(kernel.body))].split()).replace('extern "C"', "").strip()
    if not added:
        return head
    before, _, _ = head.rpartition(")")
    comma = "" if before.rstrip().endswith("(") else ", "
    return f"{before}{comma}{', '.join(f'int {name}' for name in added)})"


def _words(text: str) -> set[str]:
    return set("".join(c if c.isalnum() or c == "_" else " " for c in text).split())


PLAIN = SerialStyle()
STYLES = (
    PLAIN,
    replace(PLAIN, increment="++{}"),
    replace(PLAIN, declare_first=True),
    replace(PLAIN, inner_axis="y"),
    replace(PLAIN, hoist=False),
)

"""A CUDA kernel to the serial C++ function that does the same, by rule."""

from __future__ import annotations

from dataclasses import dataclass, replace

from translate.corpus.rules import Declined
from translate.corpus.rules.guards import Kernel, bounded, guards
from translate.languages import language
from translate.source.edits import Edits
from translate.source.kernels import index_axis, mentions_threads, stride_axis
from translate.source.loops import declarations, inside_loop, names_in, statements, written
from translate.source.parse import Node, Tree, parse, walk

ATOMIC_OPERATORS = {"atomicAdd": "+", "atomicSub": "-", "atomicAnd": "&", "atomicOr": "|", "atomicXor": "^"}
ONLY_ON_DEVICE = {
    "rsqrt": "(1.0 / sqrt({}))", "rsqrtf": "(1.0f / sqrtf({}))", "__expf": "expf({})", "__logf": "logf({})", "__sinf": "sinf({})",
    "__cosf": "cosf({})", "__tanf": "tanf({})", "__powf": "powf({}, {})", "__log2f": "log2f({})", "__log10f": "log10f({})",
    "__fdividef": "(({}) / ({}))", "__mul24": "(({}) * ({}))", "__umul24": "(({}) * ({}))", "__popc": "__builtin_popcount({})",
    "__fmul_rn": "(({}) * ({}))", "__fadd_rn": "(({}) + ({}))", "__fsqrt_rn": "sqrtf({})", "__float2int_rd": "((int)floorf({}))",
}  # fmt: skip
"""Functions of the device, and what they come to elsewhere."""
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


def deparallelise(kernel: str, style: SerialStyle | None = None, *, unbounded: bool = False) -> str:
    """The serial C++ function for the text of one kernel. Raises Declined.

    A kernel that trusts its launch has no bound; with `unbounded`, its function gets one as its last parameter.
    """
    style = style or SerialStyle()
    tree = parse(kernel, language("cuda"))
    if tree.root.has_error:
        raise Declined("syntax")
    found = read_kernel(tree)
    _require_fixed_parameters(found)
    rest = _index_declarations(found)
    added: list[str] = []
    try:
        before, inner = bounded(found, rest)
    except Declined:
        if not unbounded or not found.axes or any(guards(found, node) for node in rest if node.type == "if_statement"):
            raise
        before, inner, added = [], rest, _added_bounds(found)
    for node in (*before, *inner):
        if name := mentions_threads(tree, node):
            raise Declined(f"uses {name}")
    edits = Edits(tree)
    for node in (*before, *inner):
        serialise(edits, node, found)
    hoisted = [node for node in before if style.hoist and invariant(found, node, inner, before)]
    lines = [edits.text(node) for node in before if node not in hoisted] + [edits.text(node) for node in inner]
    nest = loops(found, lines, style)
    body = "\n".join([*(edits.text(node) for node in hoisted), *nest])
    return f"{signature(found, added)} {{\n{body}\n}}"


def read_kernel(tree: Tree) -> Kernel:
    """The one kernel of the text. Raises Declined."""
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
    return Kernel(tree, function, body)


def _require_fixed_parameters(kernel: Kernel) -> None:
    """What a thread changes of its parameters no other thread sees, and the next iteration must not. Raises Declined."""
    given = {
        name.name for node in walk(kernel.function) if node.type == "parameter_declaration" for name in declarations(kernel.tree, node)
    }
    if given & {kernel.tree.text(place) for place, _ in written(kernel.body)}:
        raise Declined("a parameter changed")


def _index_declarations(kernel: Kernel) -> list[Node]:
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


def _takes(kernel: Kernel, name: str, kind: str, value: Node) -> bool:
    if axis := index_axis(kernel.tree, value):
        kernel.axes[name] = axis
        kernel.types[name] = " ".join(word for word in kind.split() if word not in ("const", "auto")) or "int"
        return True
    if stride_axis(kernel.tree, value):
        kernel.strides.add(name)
        return True
    return False


def _added_bounds(kernel: Kernel) -> list[str]:
    """Names of new parameters, one for each axis; fills the kernel's bounds."""
    taken = set(names_in(kernel.tree, kernel.function))
    names = {1: ("n", "size", "count"), 2: ("nx", "ny"), 3: ("nx", "ny", "nz")}[len(kernel.axes)]
    free = [name for name in names if name not in taken][: len(kernel.axes)]
    if len(free) < len(kernel.axes):
        raise Declined("no guard")
    axes = sorted(kernel.axes, key=lambda name: kernel.axes[name])
    kernel.bounds = {name: ("<", bound) for name, bound in zip(axes, free, strict=True)}
    return free


def serialise(edits: Edits, node: Node, kernel: Kernel, *, returning: bool = False) -> None:
    """Returns become continues, unless they may stay, atomics plain updates, cached loads plain ones."""
    tree = kernel.tree
    if any(place.type == "identifier" and tree.text(place) in kernel.axes for place, _ in written(node)):
        raise Declined("index variable changed")
    if set(names_in(tree, node)) & kernel.strides:
        raise Declined("stride used in the body")
    for inner in walk(node):
        if inner.type == "preproc_call":
            edits.replace(inner, "")
        elif inner.type == "return_statement" and not returning:
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
    elif name in ONLY_ON_DEVICE and len(given) == ONLY_ON_DEVICE[name].count("{"):
        edits.replace(call, ONLY_ON_DEVICE[name].format(*given))
    elif name.startswith("__") or "<<<" in tree.text(call):
        raise Declined(f"calls {name}")


def _place(address: str) -> str:
    if not address.startswith("&"):
        return f"*({address})" if not address.isidentifier() else f"*{address}"
    place = address[1:].strip()
    return place[1:-1].strip() if place.startswith("(") and place.endswith(")") and place.count("(") == 1 else place


def invariant(kernel: Kernel, node: Node, inner: list[Node], before: list[Node]) -> bool:
    """Whether a declaration says the same in every iteration."""
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


def loops(kernel: Kernel, lines: list[str], style: SerialStyle) -> list[str]:
    """`lines` within a loop over each index."""
    rank = {"z": 0, "y": 1, "x": 2} if style.inner_axis == "x" else {"x": 0, "y": 1, "z": 2}
    order = sorted(kernel.axes, key=lambda name: rank[kernel.axes[name]])
    heads, first = [], []
    for name in order:
        kind, first_value = kernel.types[name], kernel.starts.get(name, "0")
        test = kernel.tests.get(name) or " ".join((name, *kernel.bounds[name]))
        if style.declare_first:
            first.append(f"{kind} {name};")
        start = f"{name} = {first_value}" if style.declare_first else f"{kind} {name} = {first_value}"
        heads.append(f"for ({start}; {test}; {style.increment.format(name)}) {{")
    return [*first, *heads, *lines, *("}" for _ in heads)]


def signature(kernel: Kernel, added: list[str]) -> str:
    """The head of the serial function, with parameters that are added at its end."""
    edits = Edits(kernel.tree)
    for node in walk(kernel.function):
        if node.type in ("__global__", "launch_bounds") or (
            node.type == "type_qualifier" and kernel.tree.text(node) in ("__restrict__", "__restrict")
        ):
            edits.replace(node, "")
    whole = edits.text(kernel.tree.root)
    before = kernel.tree.source[: kernel.function.start_byte].decode("utf-8").replace('extern "C"', "").strip()
    head = " ".join(whole[: whole.index(edits.text(kernel.body))].split()).replace('extern "C"', "").strip()
    if "\n" in before or before.startswith(("#", "//")):
        # What stands before the function keeps its lines: directives and comments end with them.
        own = edits.text(kernel.function)
        head = before + "\n" + " ".join(own[: own.index(edits.text(kernel.body))].split()).strip()
    if not added:
        return head
    before, _, _ = head.rpartition(")")
    comma = "" if before.rstrip().endswith("(") else ", "
    return f"{before}{comma}{', '.join(f'int {name}' for name in added)})"


PLAIN = SerialStyle()
STYLES = (
    PLAIN,
    replace(PLAIN, increment="++{}"),
    replace(PLAIN, declare_first=True),
    replace(PLAIN, inner_axis="y"),
    replace(PLAIN, hoist=False),
)

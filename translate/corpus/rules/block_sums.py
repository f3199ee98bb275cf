"""C++ functions that sum up, or look for the largest or least value, as kernels of one block whose threads share what they have found."""

from __future__ import annotations

from dataclasses import dataclass

from translate.corpus.rules import Declined
from translate.corpus.rules.atomics import added
from translate.corpus.rules.dependence import PURE, REQUIRED, Care, variables
from translate.corpus.rules.parallelise import of_each_thread, signature_of, to_its_end
from translate.languages import language
from translate.source.edits import Edits
from translate.source.loops import Loop, bare, counted_loop, declarations, names_in, squeezed, statements, written
from translate.source.parse import Node, Tree, parse, walk

WIDEST = 1_024
BARRIER = "__syncthreads();"
SUMMED = frozenset(("int", "long", "long long", "unsigned", "unsigned int", "size_t", "float", "double"))
EXTREMES = {"max": ">", "fmax": ">", "fmaxf": ">", "min": "<", "fmin": "<", "fminf": "<"}
OTHER_SIDE = {">": "<", "<": ">", ">=": "<=", "<=": ">="}


@dataclass(frozen=True, slots=True)
class Found:
    """A variable that a loop gathers: how two of its values become one."""

    name: str
    type: str
    operator: str
    """`+`, or `>` and `<` for the largest and the least."""


def block_sums(function: str) -> str:
    """The kernel in which one block does what the function does, its sums by all threads. Raises Declined."""
    tree = parse(function, language("cpp"))
    found = [node for node in walk(tree.root) if node.type == "function_definition"]
    body = found[0].child_by_field_name("body") if len(found) == 1 and not tree.root.has_error else None
    if body is None:
        raise Declined("not one function")
    head, inside = signature_of(tree, found[0], set()), to_its_end(statements(body))
    scalars = {
        one.name: " ".join(word for word in one.type.split() if word != "const")
        for node in inside
        if node.type == "declaration"
        for one in declarations(tree, node)
        if not one.shape
    }
    lines = ["if (blockIdx.x > 0) return;"]
    shared: dict[str, str] = {}
    gathered = False
    for at, node in enumerate(inside):
        loop = counted_loop(tree, node)
        if loop is None:
            lines += _alone(tree, node, scalars)
            continue
        sums = _sums(tree, loop, scalars)
        gathered |= bool(sums)
        if _writes_memory(tree, loop.body):
            _require_independent(tree, inside[:at], loop, scalars, sums)
            lines.append(BARRIER)
        lines += _gathered(tree, loop, sums, shared) if sums else [_strided(tree, loop, Edits(tree)), BARRIER]
    if not gathered:
        raise Declined("nothing is summed up")
    while lines[-1] == BARRIER:
        lines.pop()
    lines = [line for line, before in zip(lines, ["", *lines], strict=False) if line != BARRIER or before != BARRIER]
    return f"{head} {{\n" + "\n".join([*(f"__shared__ {kind} {name}[{WIDEST}];" for kind, name in shared.items()), *lines]) + "\n}"


def _alone(tree: Tree, node: Node, scalars: dict[str, str]) -> list[str]:
    """A statement outside of loops: all threads know the scalars, one writes to memory. Raises Declined."""
    if node.type == "declaration" or of_each_thread(node):
        return [tree.text(node)]
    if any(inner.type in ("return_statement", "for_statement", "while_statement", "do_statement") for inner in walk(node)):
        raise Declined("a statement of another form")
    calls = [tree.text(inner.child_by_field_name("function") or inner) for inner in walk(node) if inner.type == "call_expression"]
    if not {name.removeprefix("std::") for name in calls} <= PURE:
        raise Declined("a call that is not of the mathematical library")
    places = [place for place, _ in written(node)]
    if all(place.type == "identifier" and tree.text(place) in scalars for place in places):
        return [tree.text(node)]
    if any(place.type == "identifier" for place in places):
        raise Declined("a statement that sets both memory and a variable")
    return [BARRIER, f"if (threadIdx.x == 0) {{ {tree.text(node)} }}", BARRIER]


def _sums(tree: Tree, loop: Loop, scalars: dict[str, str]) -> list[Found]:
    """What the loop gathers. Raises Declined where it does so in another way."""
    body = loop.body
    made = {one.name for node in walk(body) if node.type == "declaration" for one in declarations(tree, node)}
    changed = [(place, update) for place, update in written(body) if place.type == "identifier" and tree.text(place) not in made]
    inner = {one.variable for node in walk(body) if (one := counted_loop(tree, node)) is not None}
    names = dict.fromkeys(tree.text(place) for place, _ in changed if tree.text(place) not in inner)
    return [_found(tree, body, name, [update for place, update in changed if tree.text(place) == name], scalars) for name in names]


def _found(tree: Tree, body: Node, name: str, updates: list[Node], scalars: dict[str, str]) -> Found:
    kind = scalars.get(name, "")
    if kind not in SUMMED:
        raise Declined("a scalar carried between iterations")
    mentions = list(names_in(tree, body)).count(name)
    if all(added(tree, update) is not None for update in updates) and mentions == len(updates):
        return Found(name, kind, "+")
    chosen = [_chosen(tree, update, name) for update in updates]
    if len(set(chosen)) != 1 or not chosen[0] or mentions != sum(_mentions(tree, update, name) for update in updates):
        raise Declined("a scalar carried between iterations")
    return Found(name, kind, chosen[0])


def _mentions(tree: Tree, update: Node, name: str) -> int:
    """How often an update says its variable; one more where the test around it does."""
    own = list(names_in(tree, update)).count(name)
    return own if own > 1 else 2


def _chosen(tree: Tree, update: Node, name: str) -> str:
    """`>` where the larger of the variable and a value is kept, as in `if (value > name) name = value;`, `<` for the smaller one."""
    right = update.child_by_field_name("right")
    operator = update.child_by_field_name("operator")
    if right is None or operator is None or operator.type != "=":
        return ""
    if right.type == "call_expression":
        called, given = right.child_by_field_name("function"), right.child_by_field_name("arguments")
        function = tree.text(called).removeprefix("std::") if called is not None else ""
        listed = [tree.text(one) for one in given.named_children] if given is not None else []
        return EXTREMES.get(function, "") if listed.count(name) == 1 else ""
    if right.type == "conditional_expression":
        return _of_condition(tree, right, name)
    statement = update.parent
    holder = statement.parent if statement is not None and statement.type == "expression_statement" else None
    if holder is not None and holder.type == "compound_statement" and len(statements(holder)) == 1:
        holder = holder.parent
    test = holder.child_by_field_name("condition") if holder is not None and holder.type == "if_statement" else None
    if test is None or holder is None or holder.child_by_field_name("alternative") is not None:
        return ""
    return _larger(tree, test, squeezed(tree.text(right)), name)


def _larger(tree: Tree, test: Node, one: str, other: str) -> str:
    """The sign by which the test compares `one` with `other`; empty where it does not."""
    compared = bare(test)
    sides = [compared.child_by_field_name(side) for side in ("left", "right")]
    sign = compared.child_by_field_name("operator")
    if compared.type != "binary_expression" or sign is None or sign.type not in OTHER_SIDE or None in sides:
        return ""
    texts = [squeezed(tree.text(side)) for side in sides if side is not None]
    if texts == [one, other]:
        return sign.type[0]
    return OTHER_SIDE[sign.type][0] if texts == [other, one] else ""


def _of_condition(tree: Tree, node: Node, name: str) -> str:
    """`name < value ? name : value` keeps the smaller one."""
    test, first, second = (node.child_by_field_name(part) for part in ("condition", "consequence", "alternative"))
    texts = [squeezed(tree.text(part)) for part in (first, second) if part is not None]
    return _larger(tree, test, *texts) if test is not None and len(texts) == 2 and texts.count(name) == 1 else ""


def _strided(tree: Tree, loop: Loop, edits: Edits) -> str:
    start = f"{loop.start} + " if loop.start != "0" else ""
    head = f"for ({loop.type or 'int'} {loop.variable} = {start}threadIdx.x; {loop.variable} {loop.comparison} {loop.bound}; "
    return f"{head}{loop.variable} += blockDim.x) {edits.text(loop.body)}"


def _gathered(tree: Tree, loop: Loop, sums: list[Found], shared: dict[str, str]) -> list[str]:
    """The loop by all threads, and what each has found put together."""
    if any(node.type in ("return_statement", "goto_statement") for node in walk(loop.body)) or _breaks(loop.body):
        raise Declined("a loop that ends early")
    taken = set(names_in(tree, tree.root))
    edits = Edits(tree)
    lines: list[str] = []
    after: list[str] = []
    for one in sums:
        own = next(name for name in (f"own_{one.name}", f"{one.name}_of_thread") if name not in taken)
        part = shared.setdefault(one.type, next(n for n in (f"part_{len(shared)}", f"shared_part_{len(shared)}") if n not in taken))
        for leaf in walk(loop.body):
            if leaf.type == "identifier" and tree.text(leaf) == one.name:
                edits.replace(leaf, own)
        lines.append(f"{one.type} {own} = {'0' if one.operator == '+' else one.name};")
        mine, other = f"{part}[threadIdx.x]", f"{part}[threadIdx.x + half]"
        joined = f"{mine} += {other};" if one.operator == "+" else f"if ({other} {one.operator} {mine}) {mine} = {other};"
        after += [
            f"{mine} = {own};",
            BARRIER,
            f"for (int half = {WIDEST // 2}; half > 0; half /= 2) {{",
            f"if (threadIdx.x < half && threadIdx.x + half < blockDim.x) {{ {joined} }}",
            BARRIER,
            "}",
            f"{one.name} {'+=' if one.operator == '+' else '='} {part}[0];",
            BARRIER,
        ]
    return [*lines, _strided(tree, loop, edits), *after]


def _breaks(body: Node) -> bool:
    def outer(node: Node) -> bool:
        above = node.parent
        while above is not None and above != body:
            if above.type in ("for_statement", "while_statement", "do_statement", "switch_statement"):
                return False
            above = above.parent
        return True

    return any(node.type == "break_statement" and outer(node) for node in walk(body))


def _writes_memory(tree: Tree, body: Node) -> bool:
    made = {one.name for node in walk(body) if node.type == "declaration" for one in declarations(tree, node) if "*" not in one.shape}
    return any(place.type != "identifier" and next(names_in(tree, place), "") not in made for place, _ in written(body))


def _require_independent(tree: Tree, before: list[Node], loop: Loop, scalars: dict[str, str], sums: list[Found]) -> None:
    """What the loop writes to memory is its iterations' own. Raises Declined."""
    gathered = {one.name for one in sums}
    ahead = [node for node in before if node.type == "declaration" and not gathered & {one.name for one in declarations(tree, node)}]
    private, _ = variables(tree, ahead, [loop])
    changed = {tree.text(place) for place, _ in written(loop.body) if place.type == "identifier"}
    REQUIRED[Care.DIRECT](tree, [loop], private | gathered | set(scalars) - changed, {})

"""A CUDA kernel to serial C++, whatever the form of its guard: the loops run as far as some statement has an effect."""

from __future__ import annotations

from dataclasses import dataclass, field

from translate.corpus.rules import Declined
from translate.corpus.rules.deparallelise import SerialStyle, loops, read_kernel, serialise, signature
from translate.corpus.rules.guards import BARRIER, Kernel
from translate.corpus.rules.thread_names import index_of, spelled_once
from translate.corpus.rules.wording import words_of
from translate.languages import language
from translate.source.edits import Edits
from translate.source.kernels import mentions_threads
from translate.source.loops import LOOPS, Declared, bare, comparison, declarations, names_in, statements, terms, written
from translate.source.parse import Node, Tree, parse, walk

OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
FREE_NAMES = {1: ("n", "size", "count"), 2: ("nx", "ny", "width", "height"), 3: ("nx", "ny", "nz")}


@dataclass(slots=True)
class Reading:
    """A kernel while its guards are read."""

    kernel: Kernel
    edits: Edits
    derived: dict[str, str] = field(default_factory=dict)
    """Variable -> its value, where it grows with one index."""
    conditions: dict[str, list[str]] = field(default_factory=dict)
    """Index variable -> the conditions, one for each statement with an effect, under which that statement has it."""


def guarded_loops(text: str, *, unbounded: bool = False) -> str:
    """The serial function for a kernel whose statements say up to which index they act; with `unbounded`, for any. Raises Declined."""
    tree = parse(spelled_once(text), language("cuda"))
    if tree.root.has_error:
        raise Declined("syntax")
    kernel = read_kernel(tree)
    reading = Reading(kernel, Edits(tree))
    rest = _take_indices(kernel)
    if not kernel.axes:
        raise Declined("no index")
    for node in rest:
        if name := mentions_threads(tree, node):
            raise Declined(f"uses {name}")
    _derive(reading, rest)
    added = _set_tests(reading, rest, unbounded)
    for node in rest:
        serialise(reading.edits, node, kernel)
    hoisted = _hoisted(reading, rest)
    lines = [line for node in rest if node not in hoisted if (line := reading.edits.text(node)).strip()]
    body = "\n".join([*(reading.edits.text(node) for node in hoisted), *loops(kernel, lines, SerialStyle())])
    return f"{signature(kernel, added)} {{\n{body}\n}}"


def _take_indices(kernel: Kernel) -> list[Node]:
    rest: list[Node] = []
    for node in statements(kernel.body):
        names = declarations(kernel.tree, node) if node.type == "declaration" else []
        taken = [_takes(kernel, name) for name in names]
        if any(taken) and not all(taken):
            raise Declined("an index beside other variables")
        if not any(taken):
            rest.append(node)
    return rest


def _takes(kernel: Kernel, name: Declared) -> bool:
    found = index_of(kernel.tree, name.value) if name.value is not None else None
    if found is None or name.shape:
        return False
    if found[0] in kernel.axes.values():
        raise Declined("two indices on one axis")
    kernel.axes[name.name] = found[0]
    kernel.types[name.name] = " ".join(word for word in name.type.split() if word not in ("const", "auto")) or "int"
    if found[1]:
        kernel.starts[name.name] = " + ".join(found[1])
    return True


def _derive(reading: Reading, rest: list[Node]) -> None:
    tree, kernel = reading.kernel.tree, reading.kernel
    changed = {tree.text(place) for node in rest for place, _ in written(node)}
    for node in rest:
        for name in declarations(tree, node) if node.type == "declaration" else []:
            if name.value is None or name.shape or name.name in changed:
                continue
            words = [word for word in names_in(tree, name.value)]
            plain = all(leaf.type in ("identifier", "number_literal", "+", "*", "(", ")") for leaf in walk(name.value) if not leaf.children)
            if plain and len(words) == 1 and words[0] in kernel.axes:
                reading.derived[name.name] = tree.text(name.value)


def _set_tests(reading: Reading, rest: list[Node], unbounded: bool) -> list[str]:
    """Fill the conditions of the loops; names of parameters that are added for indices without one. Raises Declined."""
    kernel = reading.kernel
    known = _early_returns(reading, rest)
    acting = [node for node in rest if not _is_guard(node) and acts(kernel, node)]
    if not acting:
        raise Declined("nothing is written")
    own = {name: [condition_on(reading, node, name) for node in acting] for name in kernel.axes if name not in known}
    known |= {name: _widest([one for one in found if one]) for name, found in own.items() if all(found)}
    missing = [name for name in kernel.axes if name not in known]
    added: list[str] = []
    if missing:
        taken = set(names_in(kernel.tree, kernel.function))
        added = [name for name in FREE_NAMES[len(missing)] if name not in taken][: len(missing)] if unbounded else []
        if len(added) < len(missing):
            raise Declined("no guard")
        axes = sorted(missing, key=lambda name: kernel.axes[name])
        known |= {name: f"{name} < {bound}" for name, bound in zip(axes, added, strict=True)}
    locals_ = {name.name for node in rest for name in (declarations(kernel.tree, node) if node.type == "declaration" else [])}
    locals_ -= {name.name for node in _hoisted(reading, rest) for name in declarations(kernel.tree, node)}
    for name, test in known.items():
        if words_of(test) & (set(kernel.axes) - {name} | locals_):
            raise Declined("a bound that depends on an index")
    kernel.tests.update(known)
    if len(acting) == 1 and acting[0] == rest[-1]:
        _open_guard(reading, acting[0], known)
    return added


def _is_guard(node: Node) -> bool:
    """Whether it is an `if` that only leaves the kernel."""
    body = node.child_by_field_name("consequence") if node.type == "if_statement" else None
    inside = statements(body) if body is not None else []
    return len(inside) == 1 and inside[0].type == "return_statement" and node.child_by_field_name("alternative") is None


def _early_returns(reading: Reading, rest: list[Node]) -> dict[str, str]:
    """Conditions that hold after the early returns, taken out of them; a return is only taken before anything acts."""
    known: dict[str, str] = {}
    tree = reading.kernel.tree
    for node in rest:
        if not _is_guard(node):
            if acts(reading.kernel, node):
                break
            continue
        condition = node.child_by_field_name("condition")
        parts = terms(condition, "||") if condition is not None else []
        left = []
        for part in parts:
            found = _bound(reading, part, (">=", ">"))
            if found and found[0] not in known:
                known[found[0]] = found[1]
            elif not _start(reading, part, ("<", "<="), {"<": 0, "<=": 1}):
                left.append(tree.text(bare(part) if len(parts) == 1 else part))
        if len(left) < len(parts):
            reading.edits.replace(node, f"if ({' || '.join(left)}) continue;" if left else "")
    return known


def _bound(reading: Reading, part: Node, operators: tuple[str, str]) -> tuple[str, str] | None:
    """Index and the condition under which it goes on, where `part` compares one with an upper bound; turned round for a return."""
    tree = reading.kernel.tree
    node = bare(part)
    left, right, operator = (node.child_by_field_name(name) for name in ("left", "right", "operator"))
    if node.type != "binary_expression" or left is None or right is None or operator is None:
        return None
    for one, other, sign in (
        (left, right, operator.type),
        (right, left, {"<": ">", ">": "<", "<=": ">=", ">=": "<="}.get(operator.type, "")),
    ):
        name, text = _grows(reading, one)
        if name and sign in operators and not set(names_in(tree, other)) & {*reading.kernel.axes, *reading.derived}:
            return name, f"{text} {sign if sign.startswith('<') else OPPOSITE[sign]} {tree.text(other)}"
    return None


def _grows(reading: Reading, node: Node) -> tuple[str, str]:
    """The index with which an expression grows, and the expression in terms of it; nothing where it is something else."""
    tree, inner = reading.kernel.tree, bare(node)
    if inner.type == "identifier":
        word = tree.text(inner)
        if word in reading.kernel.axes:
            return word, word
        if word in reading.derived:
            return next(name for name in reading.kernel.axes if name in words_of(reading.derived[word])), reading.derived[word]
    if all(leaf.type in ("identifier", "number_literal", "+", "*", "(", ")") for leaf in walk(inner) if not leaf.children):
        words = list(names_in(tree, inner))
        if len(words) == 1 and words[0] in reading.kernel.axes and inner.type == "binary_expression":
            return words[0], tree.text(inner)
    return "", ""


def _start(reading: Reading, part: Node, operators: tuple[str, ...], more: dict[str, int]) -> bool:
    """Whether `part` compares an index with a number that its loop then starts at."""
    kernel = reading.kernel
    found = comparison(kernel.tree, part)
    if found is None or found[0] not in kernel.axes or found[0] in kernel.starts or found[1] not in operators or not found[2].isdecimal():
        return False
    kernel.starts[found[0]] = str(int(found[2]) + more[found[1]])
    return True


def acts(kernel: Kernel, node: Node) -> bool:
    """Whether a statement changes anything but local variables of the kernel."""
    tree = kernel.tree
    made = {name.name: name.shape for part in walk(kernel.body) if part.type == "declaration" for name in declarations(tree, part)}
    for place, _ in written(node):
        base = next(names_in(tree, place), "")
        if base not in made or (place.type != "identifier" and made[base].startswith("*")):
            return True
    return any(part.type in ("return_statement", "call_expression") and _leaves(tree, part) for part in walk(node))


def _leaves(tree: Tree, part: Node) -> bool:
    """Whether a call may change memory: an atomic, or a function that is given an address."""
    if part.type == "return_statement":
        return True
    function = part.child_by_field_name("function")
    name = tree.text(function) if function is not None else BARRIER
    alone = part.parent is not None and part.parent.type == "expression_statement"
    return name != BARRIER and (name.startswith("atomic") or alone)


def condition_on(reading: Reading, node: Node, name: str) -> str | None:
    """The condition on index `name` under which a statement acts; None where it acts whatever the index is."""
    kernel = reading.kernel
    if node.type == "compound_statement" or node.type in LOOPS:
        body = node if node.type == "compound_statement" else node.child_by_field_name("body")
        parts = statements(body) if body is not None else []
        each = [condition_on(reading, part, name) for part in parts if acts(kernel, part)]
        return _widest([one for one in each if one]) if each and all(each) else None
    if node.type != "if_statement":
        return None
    condition, body, other = (node.child_by_field_name(key) for key in ("condition", "consequence", "alternative"))
    if condition is None or body is None:
        return None
    own = next((found[1] for part in terms(condition, "&&") if (found := _upper(reading, part)) and found[0] == name), None)
    first = own or condition_on(reading, body, name)
    if other is None or first is None:
        return first
    inner = other.named_children[0] if other.type == "else_clause" else other
    second = condition_on(reading, inner, name) if acts(kernel, inner) else first
    return _widest([first, second]) if second else None


def _upper(reading: Reading, part: Node) -> tuple[str, str] | None:
    """As `_bound`, also where an index must be one number."""
    if found := _bound(reading, part, ("<", "<=")):
        return found
    node, tree = bare(part), reading.kernel.tree
    left, right, operator = (node.child_by_field_name(name) for name in ("left", "right", "operator"))
    if left is None or right is None or operator is None or operator.type != "==" or tree.text(left) not in reading.kernel.axes:
        return None
    if set(names_in(tree, right)) & {*reading.kernel.axes, *reading.derived}:
        return None
    return tree.text(left), f"{tree.text(left)} <= {tree.text(right)}"


def _widest(conditions: list[str]) -> str:
    """The condition that holds where one of `conditions` does."""
    return " || ".join(dict.fromkeys(conditions))


def _open_guard(reading: Reading, node: Node, known: dict[str, str]) -> None:
    """Take out of the last `if` what the loops say already."""
    condition, body = node.child_by_field_name("condition"), node.child_by_field_name("consequence")
    if node.type != "if_statement" or condition is None or body is None or node.child_by_field_name("alternative") is not None:
        return
    parts = terms(condition, "&&")
    left = []
    for part in parts:
        found = _bound(reading, part, ("<", "<="))
        if not (found and known.get(found[0]) == found[1]) and not _start(reading, part, (">", ">="), {">": 1, ">=": 0}):
            left.append(reading.kernel.tree.text(bare(part) if len(parts) == 1 else part))
    edits = reading.edits
    if left and len(left) < len(parts):
        edits.replace(condition, f"({' && '.join(left)})")
    elif not left:
        # The condition goes, and the braces with it.
        last = body.end_byte
        edits.changes.append((node.start_byte, body.start_byte, ""))
        if body.type == "compound_statement":
            edits.changes += [(body.start_byte, body.start_byte + 1, ""), (last - 1, last, "")]


def _hoisted(reading: Reading, rest: list[Node]) -> list[Node]:
    """Declarations that say the same for every index."""
    tree = reading.kernel.tree
    changed = {next(names_in(tree, place), "") for node in rest for place, _ in written(node)}
    varying = set(reading.kernel.axes)
    found: list[Node] = []
    for node in rest:
        names = declarations(tree, node) if node.type == "declaration" else []
        made = {name.name for name in names}
        reads = any(part.type in ("call_expression", "subscript_expression", "pointer_expression") for part in walk(node))
        fixed = all(name.value is not None for name in names) and not reads and not made & changed
        if names and fixed and not set(names_in(tree, node)) & varying:
            found.append(node)
        else:
            varying |= made
    return found

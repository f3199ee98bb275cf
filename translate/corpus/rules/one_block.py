"""C++ functions whose loops depend on each other, or gather something, as kernels of one block whose threads wait for each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from translate.corpus.rules import Declined
from translate.corpus.rules.atomics import atomic_updates
from translate.corpus.rules.dependence import PURE, REQUIRED, Care, require_straight, variables
from translate.corpus.rules.gathering import Gathered, gathered_by
from translate.corpus.rules.parallelise import of_each_thread, signature_of, to_its_end
from translate.corpus.rules.same_value import same_value_writes
from translate.languages import language
from translate.source.edits import Edits
from translate.source.loops import LOOPS, Loop, counted_loop, declarations, names_in, statements, written
from translate.source.parse import Node, Tree, parse, walk

WIDEST = 1_024
BARRIER = "__syncthreads();"
MEMORY = frozenset(("subscript_expression", "pointer_expression", "field_expression", "call_expression"))


def one_block(function: str) -> str:
    """The kernel in which one block does what the function does, loop after loop by all its threads. Raises Declined."""
    tree = parse(function, language("cpp"))
    found = [node for node in walk(tree.root) if node.type == "function_definition"]
    body = found[0].child_by_field_name("body") if len(found) == 1 and not tree.root.has_error else None
    if body is None:
        raise Declined("not one function")
    head = signature_of(tree, found[0], set())
    block = _Block(tree)
    lines = block.lines(to_its_end(statements(body)), [])
    block.require_sound()
    while lines[-1:] == [BARRIER]:
        lines.pop()
    shared = [f"__shared__ {kind} {name}[{WIDEST}];" for kind, name in block.shared.items()]
    return f"{head} {{\n" + "\n".join([*shared, "if (blockIdx.x > 0) return;", *_without_repeats(lines)]) + "\n}"


class _Block:
    """What all threads know, and what each has to itself, while the statements are written one after the other."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.taken = set(names_in(tree, tree.root))
        self.scalars: dict[str, str] = {}
        """Variables declared outside of the loops that threads share out, with their types."""
        self.shared: dict[str, str] = {}
        """Type -> the array in shared memory through which threads put values of it together."""
        self.own: set[str] = set()
        """Variables that hold something else in each thread after a loop."""
        self.asked: set[str] = set()
        """Names that statements ask which all threads run alike."""
        self.loops = 0

    def require_sound(self) -> None:
        """Some loop is shared out, and nothing asks for what only a thread knows. Raises Declined."""
        if not self.loops:
            raise Declined("no loop to share out")
        if self.own & self.asked:
            raise Declined("what a loop leaves in a variable is used after it")

    def lines(self, inside: Sequence[Node], before: list[Node]) -> list[str]:
        """The lines for some statements; `before` are the declarations ahead of them. Raises Declined."""
        found: list[str] = []
        for node in inside:
            if node.type == "declaration":
                found.append(self._declared(node))
            elif node.type in LOOPS:
                found += self._loop(node, before)
            elif node.type == "if_statement" and any(inner.type in LOOPS for inner in walk(node)):
                found += self._choice(node, before)
            else:
                found += self._alone(node)
            if node.type == "declaration":
                before = [*before, node]
        return found

    def _declared(self, node: Node) -> str:
        for one in declarations(self.tree, node):
            if one.shape and (one.value is None or "*" in one.shape):
                raise Declined("an array or pointer that threads would have to share")
            if not one.shape:
                self.scalars[one.name] = " ".join(word for word in one.type.split() if word != "const")
        self.asked |= {name for one in declarations(self.tree, node) if one.value is not None for name in names_in(self.tree, one.value)}
        return self.tree.text(node)

    def _loop(self, node: Node, before: list[Node]) -> list[str]:
        loop = counted_loop(self.tree, node)
        if loop is not None:
            try:
                return self._shared_out(loop, before)
            except Declined:
                pass
        return self._in_turn(node, before)

    def _shared_out(self, loop: Loop, before: list[Node]) -> list[str]:
        """A loop whose iterations the threads share out. Raises Declined."""
        gathered = gathered_by(self.tree, loop, self.scalars)
        if not gathered and not _writes_memory(self.tree, loop.body):
            raise Declined("a loop that does nothing")
        require_straight(self.tree, loop.body)
        writes, updates = _writes_memory(self.tree, loop.body), dict[Node, str]()
        if writes:
            updates = atomic_updates(self.tree, self.tree.root, loop.body, [loop.variable])
            updates |= same_value_writes(self.tree, loop.body, [loop.variable])
            self._require_independent(loop, before, {one.name for one in gathered}, updates)
        names = {one.name for one in gathered}
        self.own |= {self.tree.text(place) for place, _ in written(loop.node) if place.type == "identifier"} & set(self.scalars) - names
        self.asked |= {name for part in _head(loop.node) for name in names_in(self.tree, part)} - {loop.variable} | names
        self.loops += 1
        # What all threads have read before must not change while one of them is still reading.
        return [*([BARRIER] if writes else []), *self._gathered(loop, gathered, updates), BARRIER]

    def _require_independent(self, loop: Loop, before: list[Node], gathered: set[str], updates: Mapping[Node, str]) -> None:
        ahead = [node for node in before if not gathered & {one.name for one in declarations(self.tree, node)}]
        private, _ = variables(self.tree, ahead, [loop])
        changed = {self.tree.text(place) for place, _ in written(loop.body) if place.type == "identifier"}
        REQUIRED[Care.DIRECT](self.tree, [loop], private | gathered | set(self.scalars) - changed, updates)

    def _gathered(self, loop: Loop, gathered: list[Gathered], updates: Mapping[Node, str]) -> list[str]:
        """The loop by all threads, and what each has found put together."""
        edits = Edits(self.tree)
        for node, text in updates.items():
            edits.replace(node, text)
        first: list[str] = []
        after: list[str] = []
        for one in gathered:
            own, part = self._fresh(f"own_{one.name}"), self.shared.setdefault(one.type, self._fresh(f"part_{len(self.shared)}"))
            for leaf in walk(loop.body):
                if leaf.type == "identifier" and self.tree.text(leaf) == one.name:
                    edits.replace(leaf, own)
            first.append(f"{one.type} {own} = {one.start};")
            mine, other = f"{part}[threadIdx.x]", f"{part}[threadIdx.x + half]"
            after += [f"{mine} = {own};", BARRIER, f"for (int half = {WIDEST // 2}; half > 0; half /= 2) {{"]
            after += [f"if (threadIdx.x < half && threadIdx.x + half < blockDim.x) {{ {one.joined(mine, other)} }}", BARRIER, "}"]
            after += [f"{one.name} {'+=' if one.operator == '+' else '='} {part}[0];", BARRIER]
        start = f"{loop.start} + " if loop.start != "0" else ""
        head = f"for ({loop.type or 'int'} {loop.variable} = {start}threadIdx.x; {loop.variable} {loop.comparison} {loop.bound}; "
        return [*first, f"{head}{loop.variable} += blockDim.x) {edits.text(loop.body)}", *after]

    def _fresh(self, name: str) -> str:
        return next(one for one in (name, f"{name}_", f"{name}_of_block") if one not in self.taken)

    def _in_turn(self, node: Node, before: list[Node]) -> list[str]:
        """A loop that all threads run alike, with the statements in it. Raises Declined."""
        body = node.child_by_field_name("body")
        if not any(inner.type in LOOPS for inner in walk(node) if inner != node):
            return self._by_one_thread(node)
        if node.type != "for_statement" or body is None or any(part.type in MEMORY for head in _head(node) for part in walk(head)):
            raise Declined("a loop of another form")
        first = node.child_by_field_name("initializer")
        if first is not None and first.type == "declaration":
            self._declared(first)
        self.asked |= {name for part in _head(node) for name in names_in(self.tree, part)}
        head = self.tree.source[node.start_byte : body.start_byte].decode("utf-8").strip()
        return [f"{head} {{", *self.lines(statements(body), before), BARRIER, "}"]

    def _by_one_thread(self, node: Node) -> list[str]:
        """A loop that has nothing to share out. Raises Declined."""
        if not _is_pure(self.tree, node) or any(one.type == "return_statement" for one in walk(node)):
            raise Declined("a loop of another form")
        made = {one.name for inner in walk(node) if inner.type == "declaration" for one in declarations(self.tree, inner)}
        changed = {self.tree.text(place) for place, _ in written(node) if place.type == "identifier"} - made
        if not changed <= set(self.scalars):
            raise Declined("a parameter that is changed")
        self.own |= changed
        return [BARRIER, f"if (threadIdx.x == 0) {{ {self.tree.text(node)} }}", BARRIER]

    def _choice(self, node: Node, before: list[Node]) -> list[str]:
        test, yes, no = (node.child_by_field_name(name) for name in ("condition", "consequence", "alternative"))
        if test is None or yes is None or any(part.type in MEMORY for part in walk(test)):
            raise Declined("a choice of another form")
        self.asked |= set(names_in(self.tree, test))
        found = [f"if {self.tree.text(test)} {{", *self.lines(statements(yes), before), "}"]
        if no is not None:
            branch = no.named_children[-1]
            inside = [branch] if branch.type == "if_statement" else statements(branch)
            found += ["else {", *self.lines(inside, before), "}"]
        return found

    def _alone(self, node: Node) -> list[str]:
        """A statement outside of loops: all threads know the variables, one of them writes to memory. Raises Declined."""
        tree = self.tree
        if not _is_pure(tree, node) or any(inner.type in LOOPS for inner in walk(node)):
            raise Declined("a statement of another form")
        if any(inner.type == "return_statement" for inner in walk(node)) and not of_each_thread(node):
            raise Declined("a way out on the way")
        self.asked |= set(names_in(tree, node))
        places = [place for place, _ in written(node)]
        if all(place.type == "identifier" for place in places):
            if not {tree.text(place) for place in places} <= set(self.scalars):
                raise Declined("a parameter that is changed")
            return [tree.text(node)]
        leaves = any(inner.type in ("break_statement", "continue_statement") for inner in walk(node))
        if leaves or any(place.type == "identifier" for place in places):
            raise Declined("a statement that sets both memory and a variable")
        return [BARRIER, f"if (threadIdx.x == 0) {{ {tree.text(node)} }}", BARRIER]


def _head(loop: Node) -> list[Node]:
    return [part for name in ("initializer", "condition", "update") if (part := loop.child_by_field_name(name)) is not None]


def _is_pure(tree: Tree, node: Node) -> bool:
    """Whether it calls nothing but the mathematical library."""
    calls = [tree.text(inner.child_by_field_name("function") or inner) for inner in walk(node) if inner.type == "call_expression"]
    return {name.removeprefix("std::") for name in calls} <= PURE


def _writes_memory(tree: Tree, body: Node) -> bool:
    made = {one.name for node in walk(body) if node.type == "declaration" for one in declarations(tree, node) if "*" not in one.shape}
    return any(place.type != "identifier" and next(names_in(tree, place), "") not in made for place, _ in written(body))


def _without_repeats(lines: list[str]) -> list[str]:
    """The lines with one barrier where several follow each other, and none before anything was done."""
    found: list[str] = []
    for line in lines:
        if line != BARRIER or found and found[-1] != BARRIER:
            found.append(line)
    return found

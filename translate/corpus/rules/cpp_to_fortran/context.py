"""What the translation of one procedure knows while it goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.called import Called, Class
from translate.corpus.rules.cpp_to_fortran.kinds import Kind, kind_of
from translate.corpus.rules.cpp_to_fortran.scope import Names, Symbol
from translate.corpus.rules.cpp_to_fortran.style import FortranStyle
from translate.corpus.rules.cpp_to_fortran.terms import Term, written
from translate.source.loops import Declared, bare, declarations
from translate.source.parse import Node, Tree, walk

STEP = "  "
CHANGING = frozenset("push_back emplace_back pop_back resize clear assign insert erase fill swap append".split())
CHANGING_RANGES = frozenset("swap fill fill_n copy copy_n memcpy memmove memset transform iota reverse sort stable_sort for_each".split())


@dataclass(frozen=True, slots=True)
class Around:
    """A loop or switch: what `continue` must do before it goes on, and whether it may be used at all."""

    is_loop: bool
    update: tuple[str, ...] = ()
    may_continue: bool = True


@dataclass(slots=True)
class PrintFormat:
    """What manipulators have set for the numbers that `cout` prints from here on."""

    fixed: bool = False
    scientific: bool = False
    precision: int | None = None
    letters: bool = False
    """`true` and `false` for truth values."""
    open: bool = False
    """Whether something may have been printed that the next output touches."""
    fill: str = "' '"
    """What a string stream pads with."""
    left: bool = False
    """Whether it pads behind."""


@dataclass(slots=True)
class Context:
    """The tree, the names in sight, and what has been written so far."""

    tree: Tree
    style: FortranStyle
    names: Names
    lines: list[str] = field(default_factory=list)
    depth: int = 1
    straight: bool = False
    """Whether lines may be put before the statement: it is evaluated once, where it stands."""
    catches: bool = False
    """Whether the program may go on after an exception of its own."""
    throwing: frozenset[str] = frozenset()
    """The last parts of the names of functions that an exception may leave."""
    attempts: list[str] = field(default_factory=list)
    """The labels of the `try` blocks around the statement."""
    tried: int = 0
    setup: list[str] = field(default_factory=list)
    """Lines that come before all others: the first values of variables outside of functions."""
    supplied: set[str] = field(default_factory=set)
    """Procedures and types that the translation brings along."""
    used: set[str] = field(default_factory=set)
    """Intrinsic functions that the text refers to."""
    after: list[str] | None = None
    """Lines that follow the statement, where an expression may have side effects."""
    functions: dict[str, Called] = field(default_factory=dict)
    structures: dict[str, dict[str, Symbol]] = field(default_factory=dict)
    """Fortran name of a derived type -> C++ name of a member -> what it is."""
    types: dict[str, Kind] = field(default_factory=dict)
    """Types that the text itself names."""
    named: dict[str, Any] = field(default_factory=dict)
    """Containers that the text itself names: what `typed` says of them."""
    templates: Any = None
    """The function templates of the text."""
    constants: dict[str, str] = field(default_factory=dict)
    """Fortran name of a named whole number -> its digits."""
    statics: list[tuple[str, Declared]] = field(default_factory=list)
    """Static members that have to be set, and their classes."""
    namespaces: set[str] = field(default_factory=set)
    classes: dict[str, Class] = field(default_factory=dict)
    owner: Class | None = None
    """The class whose method this is."""
    self_name: str = ""
    """What `this` is called in Fortran."""
    print_format: PrintFormat = field(default_factory=lambda: PrintFormat())
    formats: dict[str, PrintFormat] = field(default_factory=dict)
    """The same for each string stream."""
    result: str = ""
    result_kind: Kind = Kind("void")
    result_rank: int = 0
    result_extents: tuple[str, ...] = ()
    contained: bool = False
    """Whether a program or module around it already names the kinds."""
    main: bool = False
    in_program: bool = False
    """Whether nobody but the text itself calls its functions."""
    changed: frozenset[str] = frozenset()
    """C++ names that the procedure assigns to."""
    index_locals: frozenset[str] = frozenset()
    """Whole numbers that are set once and only used in subscripts: they count from one."""
    body: Node | None = None
    loops: list[Around] = field(default_factory=list)
    """The loops and switches around the statement, outermost first."""

    def text(self, node: Node) -> str:
        """The C++ text of a node."""
        return self.tree.text(node)

    def kind(self, text: str) -> Kind:
        """The kind of a C++ type without stars and brackets. Raises Declined."""
        words = [word for word in text.split() if word not in ("const", "constexpr", "struct", "enum", "static", "class")]
        return self.types.get(self.plain(" ".join(words))) or kind_of(text)

    def plain(self, name: str) -> str:
        """A name without the namespace in front, if it is `std` or one of the text."""
        parts = name.removeprefix("::").split("::")
        while len(parts) > 1 and (parts[0] == "std" or parts[0] in self.namespaces):
            del parts[0]
        return "::".join(parts)

    def called(self, name: str) -> Called | None:
        """The function of the text that a call by this name means here."""
        plain = self.plain(name)
        if name.startswith("std::"):
            return None
        owner = self.owner
        while owner is not None:
            if f"{owner.name}::{plain}" in self.functions:
                return self.functions[f"{owner.name}::{plain}"]
            owner = owner.base
        return self.functions.get(plain)

    def fortran(self, term: Term) -> str:
        """The Fortran text of a term."""
        self.used |= {one.text for one in walk_calls(term)}
        return written(term, self.style)

    def put(self, line: str) -> None:
        """One more line, as far in as the block is."""
        self.lines.append(STEP * self.depth + line)

    def within(self, head: str, body: Callable[[], None], end: str = "") -> None:
        """A block: its first line, what `body` puts further in, its last line."""
        self.put(head)
        self.depth += 1
        body()
        self.depth -= 1
        if end:
            self.put(end)

    def aside(self, body: Callable[[], None]) -> list[str]:
        """The lines that `body` puts, not yet put, without their indentation."""
        kept, self.lines = self.lines, []
        body()
        kept, self.lines = self.lines, kept
        return [line.removeprefix(STEP * self.depth) for line in kept]


def walk_calls(term: Term) -> list[Term]:
    """Every function reference in the term."""
    found = [term] if term.op == "call" else []
    return [*found, *(inner for arg in term.args for inner in walk_calls(arg))]


def field_of(node: Node, name: str) -> Node:
    """A child that must be there. Raises Declined."""
    child = node.child_by_field_name(name)
    if child is None:
        raise Declined(f"{node.type.replace('_', ' ')} without {name}")
    return child


def root_name(tree: Tree, place: Node) -> str:
    """The variable that an assigned place belongs to; empty where there is none."""
    place = bare(place)
    while place.type != "identifier":
        inner = place.child_by_field_name("argument")
        if inner is None and place.type == "binary_expression":
            inner = place.child_by_field_name("left")
        if inner is None:
            return ""
        place = bare(inner)
    return tree.text(place)


def changed_names(tree: Tree, within: Node, functions: Mapping[str, Called] | None = None) -> frozenset[str]:
    """The variables below `within` that are assigned, stepped, or whose address is taken, or that one of `functions` is given to change."""
    found: set[str] = set()
    for node in walk(within):
        if functions and node.type == "call_expression":
            found |= _given_to_change(tree, node, functions)
        field_name = {"assignment_expression": "left", "update_expression": "argument"}.get(node.type)
        if node.type == "pointer_expression" and node.children[0].type == "&":
            field_name = "argument"
        place = node.child_by_field_name(field_name) if field_name else None
        if place is not None:
            found.add(root_name(tree, place))
        if node.type == "call_expression":
            function = node.child_by_field_name("function")
            if function is not None and function.type == "field_expression":
                method = function.child_by_field_name("field")
                if method is not None and tree.text(method) in CHANGING:
                    found.add(root_name(tree, function))
            if function is not None and tree.text(function).removeprefix("std::") in CHANGING_RANGES:
                found |= {tree.text(leaf) for leaf in walk(node) if leaf.type == "identifier"}
    return frozenset(found | _behind(tree, within, found))


def _behind(tree: Tree, within: Node, changed: set[str]) -> set[str]:
    """What is changed through a reference, a pointer into it, or a loop over its elements."""
    links: list[tuple[str, str]] = []
    for node in walk(within):
        if node.type == "for_range_loop":
            links += [(tree.text(leaf), root_name(tree, field_of(node, "right"))) for leaf in walk(field_of(node, "declarator"))]
        elif node.type == "declaration":
            for one in declarations(tree, node):
                if one.value is not None and one.shape[:1] in ("*", "&"):
                    links.append((one.name, root_name(tree, one.value)))
    found: set[str] = set()
    for _ in links:
        found |= {owner for name, owner in links if name in changed | found}
    return found


def _given_to_change(tree: Tree, node: Node, functions: Mapping[str, Called]) -> set[str]:
    function, arguments = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    if function is None or arguments is None:
        return set()
    field = function.child_by_field_name("field") if function.type == "field_expression" else None
    last = tree.text(field or function).rpartition("::")[2]
    found: set[str] = set()
    for called in (one for key, first in functions.items() if key.rpartition("::")[2] == last for one in first.all()):
        if field is not None and called.changes_object:
            found.add(root_name(tree, function))
        given = zip(arguments.named_children, called.parameters, strict=False)
        found |= {root_name(tree, one) for one, how in given if how not in ("value", "constant", "copy")}
    return found


def testing_names(tree: Tree, condition: Node) -> set[str]:
    """Scalars that a condition looks at themselves, not through a subscript."""
    if condition.type == "subscript_expression":
        return set()
    if condition.type == "identifier":
        return {tree.text(condition)}
    return {name for child in condition.named_children for name in testing_names(tree, child)}


def needing_names(tree: Tree, node: Node) -> set[str]:
    """Names that decide whether evaluating `node` is safe: in subscripts and whole-number divisors, and `()` for a call of a function."""
    found: set[str] = set()
    for inner in walk(node):
        if inner.type == "subscript_expression":
            indices = inner.child_by_field_name("indices")
            found |= {tree.text(leaf) for leaf in walk(indices) if leaf.type == "identifier"} if indices is not None else set()
            found.add(root_name(tree, inner))
        elif inner.type == "binary_expression" and inner.child_by_field_name("operator") is not None:
            operator, right = inner.child_by_field_name("operator"), inner.child_by_field_name("right")
            if operator is not None and operator.type in ("/", "%") and right is not None:
                found |= {tree.text(leaf) for leaf in walk(right) if leaf.type == "identifier"}
        elif inner.type == "pointer_expression":
            found |= {tree.text(leaf) for leaf in walk(inner) if leaf.type == "identifier"}
    return found

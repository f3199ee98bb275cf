"""What a Fortran procedure declares: types and kinds, shapes, attributes, constants, and what implicit typing adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from translate.languages import language
from translate.source.fortran_kinds import c_spelling, facts, kind_number, typed
from translate.source.parse import Node, Tree, parse, walk

PROCEDURES = frozenset({"subroutine", "function"})
SCOPES = frozenset({"subroutine", "function", "module", "submodule", "program"})


@dataclass(frozen=True, slots=True)
class Extent:
    """One dimension as declared, in C spelling: `*` for an assumed size, `:` for an assumed shape."""

    lower: str
    upper: str

    @property
    def size(self) -> str:
        """How many elements it has, as a C expression; empty where the declaration does not say."""
        if self.upper in ("*", ":", ".."):
            return ""
        return self.upper if self.lower == "1" else f"({self.upper})-({self.lower})+1"


@dataclass(frozen=True, slots=True)
class Declared:
    """One name: its type, the bytes of one number, its shape and attributes; lower case throughout."""

    name: str
    kind: str = ""
    """`integer`, `real`, `complex`, `logical`, `character`, or the name of another type; empty where none is declared."""
    bytes: int = 0
    """0 where the kind cannot be told."""
    extents: tuple[Extent, ...] = ()
    attributes: frozenset[str] = frozenset()

    @property
    def c_type(self) -> str:
        """As C writes it; empty where it has no counterpart."""
        found: str = facts()["c"].get(f"{self.kind}{self.bytes}", "")
        return found


@dataclass(frozen=True, slots=True)
class Scope:
    """What is known inside of a procedure: declared names, whole numbers by name, and types by first letter."""

    names: Mapping[str, Declared]
    constants: Mapping[str, str]
    implicit: Mapping[str, tuple[str, int]]
    """Letter -> type and bytes; empty under `implicit none`."""

    def of(self, name: str) -> Declared:
        """The name with its type, declared or implied by its first letter."""
        known = self.names.get(name, Declared(name))
        if known.kind or name[:1] not in self.implicit:
            return known
        kind, size = self.implicit[name[0]]
        return replace(known, kind=kind, bytes=size)


def scope_of(tree: Tree, procedure: Node) -> Scope:
    """What `procedure` sees: its own declarations, and those of the module or procedure around it."""
    around = _around(procedure)
    hidden = _own_names(tree, procedure)
    constants = {name: value for name, value in _constants(tree, around).items() if name not in hidden}
    names: dict[str, Declared] = {}
    mine: dict[str, Declared] = {}
    implicit = default_implicit()
    for node in around:
        rules = _implicit(tree, node, implicit, constants)
        implicit = rules if rules is not None else implicit
        for declared in declared_in(tree, node, constants):
            own = node == procedure and declared.name in hidden
            seen = names.get(declared.name, Declared(declared.name)) if not own else mine.get(declared.name, Declared(declared.name))
            names[declared.name] = mine[declared.name] = _joined(seen, declared)
    return Scope(names, constants, implicit)


def declared_in(tree: Tree, scope: Node, constants: Mapping[str, str]) -> Iterator[Declared]:
    """The names that `scope` itself declares, one piece of a declaration after the other."""
    for node in scope.named_children:
        if node.type == "variable_declaration":
            yield from _variables(tree, node, constants)
        elif node.type == "variable_modification":
            attributes = frozenset(_word(tree, child) for child in node.named_children if child.type == "type_qualifier")
            for declarator in node.children_by_field_name("declarator"):
                name, extents = _declarator(tree, declarator, constants)
                yield Declared(name, extents=extents, attributes=attributes)
        elif node.type == "common_statement":
            for child in walk(node):
                if child.type == "sized_declarator":
                    name, extents = _declarator(tree, child, constants)
                    yield Declared(name, extents=extents)


def default_implicit() -> dict[str, tuple[str, int]]:
    """The types that Fortran gives to names that nobody declares."""
    return {letter: ("integer", 4) if letter in "ijklmn" else ("real", 4) for letter in "abcdefghijklmnopqrstuvwxyz"}


def fortran_tree(text: str) -> Tree:
    """The tree of free-form text."""
    return parse(text, language("fortran"))


def _around(procedure: Node) -> list[Node]:
    """The scopes that hold `procedure`, outermost first, and itself."""
    found: list[Node] = []
    node: Node | None = procedure
    while node is not None:
        if node.type in SCOPES:
            found.insert(0, node)
        node = node.parent
    return found


def _joined(before: Declared, more: Declared) -> Declared:
    return replace(
        before,
        kind=more.kind or before.kind,
        bytes=more.bytes if more.kind else before.bytes,
        extents=more.extents or before.extents,
        attributes=before.attributes | more.attributes,
    )


def _variables(tree: Tree, node: Node, constants: Mapping[str, str]) -> Iterator[Declared]:
    kind = node.child_by_field_name("type")
    if kind is None:
        return
    name, size = ("procedure", 0) if kind.type == "procedure" else typed(tree, kind, constants)
    qualifiers = node.children_by_field_name("attribute")
    attributes = frozenset(_word(tree, qualifier) for qualifier in qualifiers)
    shape = next(
        (
            _extents(tree, child, constants)
            for qualifier in qualifiers
            for child in qualifier.named_children
            if child.type == "argument_list"
        ),
        (),
    )
    for declarator in node.children_by_field_name("declarator"):
        own, extents = _declarator(tree, declarator, constants)
        length = next((child for child in declarator.named_children if child.type == "character_length"), None)
        stars = tree.text(length).lstrip("*").strip() if length is not None else ""
        width = int(stars) // (2 if name == "complex" else 1) if stars.isdecimal() and name != "character" else size
        yield Declared(own, name, width, extents or shape, attributes)


def _declarator(tree: Tree, node: Node, constants: Mapping[str, str]) -> tuple[str, tuple[Extent, ...]]:
    if node.type in ("init_declarator", "data_declarator", "pointer_init_declarator"):
        node = node.child_by_field_name("left") or node.named_children[0]
    if node.type != "sized_declarator":
        return tree.text(node).lower(), ()
    size = next((child for child in node.named_children if child.type == "size"), None)
    return tree.text(node.named_children[0]).lower(), _extents(tree, size, constants) if size is not None else ()


def _extents(tree: Tree, listed: Node, constants: Mapping[str, str]) -> tuple[Extent, ...]:
    return tuple(_extent(tree, child, constants) for child in listed.named_children if child.type != "comment")


def _extent(tree: Tree, node: Node, constants: Mapping[str, str]) -> Extent:
    if node.type != "extent_specifier":
        return Extent("1", c_spelling(tree, node, constants))
    colon = next(place for place, child in enumerate(node.children) if tree.text(child) == ":")
    before, after = (node.children[:colon], node.children[colon + 1 :])
    lower = c_spelling(tree, before[0], constants) if before else "1"
    return Extent(lower, c_spelling(tree, after[0], constants) if after else ":")


def _word(tree: Tree, qualifier: Node) -> str:
    return "".join(tree.text(qualifier).lower().split()).partition("(")[0] if not _is_intent(tree, qualifier) else _intent(tree, qualifier)


def _is_intent(tree: Tree, qualifier: Node) -> bool:
    return tree.text(qualifier).lower().startswith("intent")


def _intent(tree: Tree, qualifier: Node) -> str:
    return "".join(tree.text(qualifier).lower().split())


def _implicit(
    tree: Tree, scope: Node, before: Mapping[str, tuple[str, int]], constants: Mapping[str, str]
) -> dict[str, tuple[str, int]] | None:
    """What the implicit statements of `scope` make of the rules around it; None where it has none."""
    found: dict[str, tuple[str, int]] | None = None
    for node in scope.named_children:
        if node.type != "implicit_statement":
            continue
        if any(child.type == "none" for child in node.named_children):
            return {}
        found = dict(before or default_implicit()) if found is None else found
        kind: tuple[str, int] | None = None
        for child in node.named_children:
            if child.type == "implicit_range" and kind is not None:
                first, _, last = "".join(tree.text(child).lower().split()).partition("-")
                found.update({chr(code): kind for code in range(ord(first[0]), ord((last or first)[0]) + 1)})
            elif child.type in ("intrinsic_type", "derived_type"):
                kind = typed(tree, child, constants)
    return found


def _own_names(tree: Tree, procedure: Node) -> set[str]:
    """Names that mean something else inside of `procedure` than around it, constants left out."""
    listed = procedure.named_children[0].child_by_field_name("parameters") if procedure.named_children else None
    found = {tree.text(child).lower() for child in listed.named_children} if listed is not None else set()
    return found | {one.name for one in declared_in(tree, procedure, {}) if "parameter" not in one.attributes and one.kind}


def _constants(tree: Tree, around: list[Node]) -> dict[str, str]:
    """The constants that modules and the scopes of `around` define as whole numbers, as C writes them; kinds among them."""
    found: dict[str, str] = dict()
    renamed = ((child.named_children[0], child.named_children[-1]) for child in walk(tree.root) if child.type == "use_alias")
    for new, old in renamed:
        known = facts()["bytes"].get(tree.text(old).lower())
        if known:
            found[tree.text(new).lower()] = str(known)
    for node in walk(tree.root):
        if node.type == "variable_declaration" and any(tree.text(child).lower() == "parameter" for child in node.named_children):
            pairs = [
                (child.child_by_field_name("left"), child.child_by_field_name("right"))
                for child in node.named_children
                if child.type == "init_declarator"
            ]
        elif node.type == "parameter_assignment":
            pairs = [(node.named_children[0], node.named_children[-1])]
        else:
            continue
        holder = _around(node)[-1:]
        if holder and holder[0].type != "module" and holder[0] not in around:
            continue
        for left, right in pairs:
            if left is not None and right is not None:
                value = kind_number(tree, right) or c_spelling(tree, right, found)
                if value and "?" not in value and "." not in value and left.type == "identifier":
                    found[tree.text(left).lower()] = value
    return found

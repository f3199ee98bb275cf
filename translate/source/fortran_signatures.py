"""What a Fortran procedure takes and returns, and how the same looks from C."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from translate.source.fortran_declarations import PROCEDURES, Declared, Scope, fortran_tree, scope_of
from translate.source.fortran_kinds import typed
from translate.source.fortran_shapes import Shapes, shapes
from translate.source.parse import Node, Tree, walk

UNBUILDABLE = {
    "character": "character arguments are not built",
    "procedure": "it takes a procedure",
}
NO_ARRAYS = ("allocatable", "pointer")
NEEDS_AN_INTERFACE = frozenset({"value", "optional", "allocatable", "pointer", "target"})


@dataclass(frozen=True, slots=True)
class Dummy:
    """One dummy argument, or the result of a function."""

    declared: Declared
    assigned: bool
    """Whether the caller's variable may be changed through it."""
    problem: str = ""
    """Why it cannot be built; empty where it can."""

    @property
    def name(self) -> str:
        """Its name, in lower case."""
        return self.declared.name

    @property
    def optional(self) -> bool:
        """Whether a caller may leave it away."""
        return "optional" in self.declared.attributes

    @property
    def assumes_shape(self) -> bool:
        """Whether the caller passes the extents along."""
        return any(extent.upper == ":" for extent in self.declared.extents)

    @property
    def by_value(self) -> bool:
        """Whether C passes a number instead of a place."""
        return not self.declared.extents and not self.assigned


@dataclass(frozen=True, slots=True)
class Procedure:
    """A subroutine or function that can be called from outside of its text."""

    name: str
    module: str
    """Where it is defined; empty for an external procedure."""
    dummies: tuple[Dummy, ...]
    result: Dummy | None
    shapes: Shapes
    node: Node
    tree: Tree
    scope: Scope

    @property
    def needs_interface(self) -> bool:
        """Whether a caller has to know its declaration."""
        attributes = {attribute for one in self.dummies for attribute in one.declared.attributes}
        shaped = any(one.assumes_shape for one in self.dummies)
        return shaped or bool(attributes & NEEDS_AN_INTERFACE) or (self.result is not None and bool(self.result.declared.extents))

    @property
    def problem(self) -> str:
        """Why it cannot be called from C; empty where it can."""
        ones = [*self.dummies, *([self.result] if self.result else [])]
        return next((one.problem for one in ones if one.problem and not one.optional), "") or self.shapes.problem


@lru_cache(maxsize=512)
def procedures(text: str) -> tuple[Procedure, ...]:
    """The procedures of free-form `text`, in order; those inside of other procedures or of a main program are left out."""
    tree = fortran_tree(text)
    nodes = list(_outermost(tree.root))
    heads = {_name(tree, node): node for node in nodes}
    return tuple(_procedure(tree, node, heads) for node in nodes)


def _outermost(root: Node) -> Iterator[Node]:
    for node in root.named_children:
        if node.type in PROCEDURES:
            yield node
        elif node.type in ("module", "internal_procedures", "submodule"):
            yield from _outermost(node)


def _name(tree: Tree, node: Node) -> str:
    name = node.named_children[0].child_by_field_name("name")
    return tree.text(name).lower() if name is not None else ""


def _procedure(tree: Tree, node: Node, heads: Mapping[str, Node]) -> Procedure:
    scope = scope_of(tree, node)
    listed = parameter_names(tree, node)
    changed = _changed(tree, node, heads, set())
    dummies = tuple(_dummy(scope.of(name), name in changed) for name in listed)
    result = _result(tree, node, scope)
    arrays = {one.name: one.declared for one in dummies if one.declared.extents}
    if result is not None and result.declared.extents:
        arrays[result.name] = result.declared
    numbers = [one.name for one in dummies if one.declared.kind == "integer" and not one.declared.extents]
    known = shapes(tree, node, arrays, numbers, scope)
    return Procedure(_name(tree, node), _module(tree, node), dummies, result, known, node, tree, scope)


def parameter_names(tree: Tree, node: Node) -> list[str]:
    """The names of a procedure's dummy arguments, in order."""
    listed = node.named_children[0].child_by_field_name("parameters")
    return [tree.text(child).lower() for child in listed.named_children if child.type == "identifier"] if listed is not None else []


def _module(tree: Tree, node: Node) -> str:
    above = node.parent
    while above is not None and above.type != "module":
        above = above.parent
    return tree.text(next(child for child in walk(above) if child.type == "name")).lower() if above is not None else ""


def _dummy(declared: Declared, changed: bool) -> Dummy:
    attributes = declared.attributes
    assigned = (
        "intent(in)" not in attributes and "value" not in attributes and (changed or bool({"intent(out)", "intent(inout)"} & attributes))
    )
    return Dummy(declared, assigned, _problem(declared))


def _problem(declared: Declared) -> str:
    if declared.kind in UNBUILDABLE or "external" in declared.attributes:
        return UNBUILDABLE.get(declared.kind, "it takes a procedure")
    if not declared.kind:
        return f"the type of '{declared.name}' cannot be told"
    if not declared.c_type:
        return f"'{declared.name}' is of a type that is not built: {declared.kind}"
    if any(attribute in declared.attributes for attribute in NO_ARRAYS):
        return f"'{declared.name}' is {next(one for one in NO_ARRAYS if one in declared.attributes)}"
    if any(extent.upper == ".." for extent in declared.extents):
        return f"the rank of '{declared.name}' is not declared"
    return ""


def _result(tree: Tree, node: Node, scope: Scope) -> Dummy | None:
    if node.type != "function":
        return None
    head = node.named_children[0]
    named = next((child for child in head.named_children if child.type == "function_result"), None)
    name = tree.text(named.named_children[0]).lower() if named is not None else _name(tree, node)
    declared = scope.of(name)
    kind = head.child_by_field_name("type")
    if kind is not None:
        word, size = typed(tree, kind, scope.constants)
        declared = replace(declared, kind=word, bytes=size)
    return Dummy(declared, assigned=True, problem=_problem(declared))


def _changed(tree: Tree, node: Node, heads: Mapping[str, Node], above: set[str]) -> set[str]:
    """The names that `node` assigns, reads into, or hands to a procedure that may do so."""
    found: set[str] = set()
    for child in walk(node):
        if child.type == "assignment_statement":
            left = child.child_by_field_name("left")
            found.add(tree.text(left).lower() if left is not None else "")
        elif child.type in ("input_item_list", "loop_control_expression"):
            found.update(tree.text(one).lower() for one in child.named_children[: 1 if child.type != "input_item_list" else None])
        elif child.type in ("subroutine_call", "call_expression"):
            found.update(_handed_over(tree, child, heads, above | {_name(tree, node)}))
    return found


def _handed_over(tree: Tree, call: Node, heads: Mapping[str, Node], above: set[str]) -> Iterator[str]:
    callee = call.child_by_field_name("subroutine") or call.named_children[0]
    listed = next((child for child in call.named_children if child.type == "argument_list"), None)
    name = tree.text(callee).lower()
    known = heads.get(name)
    if listed is None or (known is None and call.type == "call_expression"):
        return  # A function that is not in the text, or an array.
    if known is None or name in above:
        yield from (tree.text(child).lower() for child in listed.named_children if known is None)
        return
    names, scope, changed = parameter_names(tree, known), scope_of(tree, known), _changed(tree, known, heads, above)
    for place, child in enumerate(listed.named_children):
        if child.type == "keyword_argument":
            given, value = child.child_by_field_name("name"), child.child_by_field_name("value")
            dummy, text = (tree.text(given).lower() if given else ""), (tree.text(value).lower() if value else "")
        else:
            dummy, text = names[place] if place < len(names) else "", tree.text(child).lower()
        if _dummy(scope.of(dummy), dummy in changed).assigned:
            yield text


def chosen(found: Sequence[Procedure], name: str) -> Procedure | None:
    """The procedure called `name`, whatever its case."""
    return next((one for one in found if one.name == name.lower()), None)

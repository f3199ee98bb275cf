"""What a Fortran answer declares: all that its C source says of parameters, locals and the result, so that a model need not spell it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from translate.languages import Language
from translate.source.fortran_declarations import PROCEDURES, Declared, fortran_tree, scope_of
from translate.source.fortran_kinds import facts
from translate.source.fortran_signatures import parameter_names
from translate.source.loops import declarations
from translate.source.parse import Node, Tree, parse, walk, without
from translate.source.signatures import Signature, signatures

SPECIFIES = frozenset({"implicit_statement", "use_statement", "variable_declaration"})
QUALIFIERS = frozenset("const constexpr static inline register volatile __restrict__ __restrict restrict __shared__".split())


class _Untold(Exception):
    """The source does not say how a name is declared."""


def specified(text: str, original: str, source: Language) -> str:
    """`text`, a Fortran answer, with the declarations that it lacks; as it is where it has some, or not all can be told."""
    tree = fortran_tree(text)
    procedure = _procedure(tree)
    if procedure is None or any(node.type in SPECIFIES for node in procedure.named_children):
        return text
    try:
        lines = _specification(tree, procedure, original, source)
    except _Untold:
        return text
    head = procedure.named_children[0]
    before, after = tree.source[: head.end_byte].decode("utf-8"), tree.source[head.end_byte :].decode("utf-8")
    return "".join([before.rstrip("\n"), "\n", *(f"  {line}\n" for line in lines), after.lstrip("\n")])


def unspecified(text: str, original: str, source: Language) -> str:
    """`text` without its declarations where `specified` puts back the same; as it is where it does not."""
    tree = fortran_tree(text)
    procedure = _procedure(tree)
    if procedure is None:
        return text
    bare = without(tree, [node for node in procedure.named_children if node.type in SPECIFIES])
    again = specified(bare, original, source)
    return bare if again != bare and _declared(again) == _declared(text) else text


def _procedure(tree: Tree) -> Node | None:
    """The one procedure of a text without faults, if it stands by itself: within another unit it sees the names of that."""
    found = [node for node in walk(tree.root) if node.type in PROCEDURES and node.named_children]
    return found[0] if len(found) == 1 and found[0].parent == tree.root and not tree.root.has_error else None


def _declared(text: str) -> dict[str, object]:
    """What the procedure says of each name, as far as it matters to callers and to what is computed."""
    tree = fortran_tree(text)
    procedure = _procedure(tree)
    if procedure is None:
        return {}
    scope = scope_of(tree, procedure)
    return {name: _meaning(one) for name, one in scope.names.items()} | {f"{name} =": value for name, value in scope.constants.items()}


def _meaning(one: Declared) -> object:
    """`intent(out)` is worth as much as `inout`, and what a dimension is called as `*`, if there is only one."""
    attributes = {"intent(inout)" if word == "intent(out)" else word for word in one.attributes}
    shape = (one.extents[0].lower, one.extents[0].upper == ":") if len(one.extents) == 1 else one.extents
    return one.kind, one.bytes, shape, frozenset(attributes)


def _specification(tree: Tree, procedure: Node, original: str, source: Language) -> list[str]:
    """The lines of the specification part, those of one type that follow each other in one. Raises _Untold."""
    head = procedure.named_children[0]
    signature = _signature(original, source, tree, head)
    subscripted, alone = _uses(tree, procedure)
    changed = set(_changed(tree, procedure))
    names = parameter_names(tree, procedure)
    written: dict[str, str] = {}
    for leaf in walk(procedure):
        if leaf.type == "identifier":
            written.setdefault(tree.text(leaf).lower(), tree.text(leaf))
    given = {one.name.lower(): one for one in signature.parameters}
    lines: list[tuple[str, str]] = []
    for name in names:
        parameter = given.get(name)
        if parameter is None or parameter.depth > 1:
            raise _Untold
        is_array = name in subscripted or (parameter.depth == 1 and name not in alone)
        if (is_array and name in alone) or (not parameter.depth and (is_array or name in changed)):
            raise _Untold
        place = written[name] + ("(*)" if is_array else "")
        lines.append((f"{_kind(parameter.type)}, intent({'inout' if name in changed else 'in'})", place))
    result = _result(tree, head)
    local = {**dict.fromkeys(_counters(tree, procedure), "int"), **_locals(original, source)}
    lines += [(_kind(signature.returns), written.get(result, result))] if result else []
    for name in alone:
        if name not in names and name != result:
            if name in subscripted:
                raise _Untold
            lines.append((_kind(local.get(name, "")), written[name]))
    spelled = [(kind, [name for _, name in group]) for kind, group in groupby(lines, key=lambda line: line[0])]
    return ["implicit none", *(f"{kind} :: {', '.join(listed)}" for kind, listed in spelled)]


def _uses(tree: Tree, procedure: Node) -> tuple[set[str], list[str]]:
    """The names that stand before a parenthesis, calls of functions among them, and those that stand alone, in order."""
    subscripted: set[str] = set()
    alone: dict[str, None] = {}
    for leaf in (leaf for node in procedure.named_children[1:] for leaf in walk(node) if leaf.type == "identifier"):
        above = leaf.parent
        if above is not None and above.type == "call_expression" and above.named_children[0] == leaf:
            subscripted.add(tree.text(leaf).lower())
        elif above is None or above.type not in ("keyword_argument", "subroutine_call") or above.named_children[0] != leaf:
            alone[tree.text(leaf).lower()] = None
    return subscripted, list(alone)


def _signature(original: str, source: Language, tree: Tree, head: Node) -> Signature:
    name = head.child_by_field_name("name")
    wanted = tree.text(name).lower() if name is not None else ""
    known = signatures(original, source)
    found = [one for one in known if one.name.lower() == wanted] or known
    if len(found) != 1:
        raise _Untold
    return found[0]


def _counters(tree: Tree, procedure: Node) -> Iterator[str]:
    return (tree.text(node.named_children[0]).lower() for node in walk(procedure) if node.type == "loop_control_expression")


def _changed(tree: Tree, procedure: Node) -> Iterator[str]:
    for node in walk(procedure):
        if node.type == "assignment_statement":
            left = node.child_by_field_name("left")
            if left is not None:
                place = left.named_children[0] if left.type == "call_expression" else left
                yield tree.text(place).lower()
        elif node.type == "subroutine_call":
            yield from (tree.text(leaf).lower() for leaf in walk(node) if leaf.type == "identifier")
    yield from _counters(tree, procedure)


def _result(tree: Tree, head: Node) -> str:
    """The name that holds a function's result, if its head does not say its type."""
    if head.type != "function_statement" or head.child_by_field_name("type") is not None:
        return ""
    named = next((child for child in head.named_children if child.type == "function_result"), None)
    name = named.named_children[0] if named is not None else head.child_by_field_name("name")
    return tree.text(name).lower() if name is not None else ""


def _locals(original: str, source: Language) -> dict[str, str]:
    """The types of what is declared within the function; none where it is no scalar, or two of a name differ."""
    tree = parse(original, source)
    found: dict[str, str] = {}
    for node in walk(tree.root):
        for one in declarations(tree, node) if node.type == "declaration" else ():
            kind = "" if one.shape else one.type
            found[one.name.lower()] = kind if found.get(one.name.lower(), kind) == kind else ""
    return found


def _kind(spelled: str) -> str:
    words = [word for word in spelled.replace("std::", "").split() if word not in QUALIFIERS]
    found = facts()["fortran"].get(" ".join(words))
    if found is None:
        raise _Untold
    return str(found)

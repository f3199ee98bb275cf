"""Syntax trees of Fortran statements as values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.pointing import Point
from translate.corpus.rules.fortran_to_cpp.reading import arguments, expression, extent, operands
from translate.corpus.rules.fortran_to_cpp.reading_output import output
from translate.corpus.rules.fortran_to_cpp.syntax import (
    Allocate,
    Assign,
    Call,
    Deallocate,
    Do,
    Expression,
    GoTo,
    If,
    Integer,
    Label,
    Leave,
    Member,
    Name,
    Range,
    Select,
    Statement,
    Stop,
    Where,
    While,
)
from translate.corpus.rules.fortran_to_cpp.visiting import mentions, nodes, rewritten, root_of
from translate.source.parse import Node, Tree

SKIPPED = {"end_if_statement", "end_select_statement", "end_where_statement", "end_forall_statement", "block_label", "then", "comment"}


def statements(tree: Tree, nodes: list[Node]) -> list[Statement]:
    """What `nodes` do, in order; a label that names no statement of its own stands before the next."""
    found: list[Statement] = []
    for node in nodes:
        found += statement(tree, node)
    return found


def statement(tree: Tree, node: Node) -> list[Statement]:
    """What `node` does. Raises Declined for statements without a rule."""
    if node.type in SKIPPED:
        return []
    reader = _READERS.get(node.type)
    if reader is None:
        raise Declined(f"statement {node.type.removesuffix('_statement')}")
    return reader(tree, node)


def _assignment(tree: Tree, node: Node) -> list[Statement]:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    assert left is not None and right is not None
    return [Assign(expression(tree, left), expression(tree, right))]


def _call(tree: Tree, node: Node) -> list[Statement]:
    name = node.child_by_field_name("subroutine")
    lists = [child for child in node.children if child.type == "argument_list"]
    if name is not None and name.type == "derived_type_member_expression":
        whole = expression(tree, name)
        if isinstance(whole, Member):
            return [Call(f"%{whole.name}", (whole.base, *(arguments(tree, lists[0]) if lists else ())))]
    if name is None or name.type != "identifier":
        raise Declined("call of a bound procedure")
    return [Call(tree.text(name).lower(), arguments(tree, lists[0]) if lists else ())]


def _if(tree: Tree, node: Node) -> list[Statement]:
    branches: list[tuple[Expression | None, tuple[Statement, ...]]] = []
    parts = operands(node)
    if parts[0].type.startswith("block_label"):
        raise Declined("labelled if")
    clauses = [child for child in parts[1:] if child.type in ("elseif_clause", "else_clause")]
    inner = [child for child in parts[1:] if child not in clauses]
    branches.append((expression(tree, parts[0]), tuple(statements(tree, inner))))
    for clause in clauses:
        words = operands(clause)
        condition = expression(tree, words.pop(0)) if clause.type == "elseif_clause" else None
        branches.append((condition, tuple(statements(tree, words))))
    return [If(tuple(branches))]


def _loop(tree: Tree, node: Node, last: Sequence[Statement] = ()) -> list[Statement]:
    """A loop; `last` is the statement that ends it where it ends an outer loop too, which of the two is the inner one's."""
    title, head, end = "", None, None
    body: list[Node] = []
    for child in operands(node):
        if child.type == "block_label_start_expression":
            title = tree.text(child).split(":")[0].strip().lower()
        elif child.type == "do_statement":
            head = child
        elif child.type.startswith("end_do"):
            end = child
        else:
            body.append(child)
    if head is None or end is None:
        raise Declined("loop")
    ending = _loop_end(tree, end) if end.type == "end_do_label_loop_statement" else []
    ending = [*ending, *last] if not any(isinstance(one, Label) for one in last) else list(last)
    if body and _ends_with_outer(body[-1]):
        inner = [*statements(tree, body[:-1]), *_loop(tree, body[-1], ending)]
    else:
        inner = [*statements(tree, body), *ending]
    for control in operands(head):
        if control.type == "loop_control_expression":
            parts = [expression(tree, child) for child in operands(control)]
            if not isinstance(parts[0], Name):
                raise Declined("loop variable")
            step = parts[3] if len(parts) > 3 else Integer(1)
            return [Do(parts[0].name, parts[1], parts[2], step, tuple(inner), title)]
        if control.type == "while_statement":
            return [While(expression(tree, operands(control)[0]), tuple(inner), title)]
        if control.type == "concurrent_statement":
            return _concurrent(tree, control, inner)
    return [While(None, tuple(inner), title)]


def _ends_with_outer(node: Node) -> bool:
    """Whether it is a loop that ends at the label of the loop around it: `do 10 j`, `do 10 i`, one `10`."""
    end = node.children[-1] if node.type == "do_loop" and node.children else None
    return end is not None and any(child.type == "do_label_virtual" for child in end.children)


def _loop_end(tree: Tree, end: Node) -> list[Statement]:
    found: list[Statement] = []
    for child in operands(end):
        if child.type in ("statement_label", "do_label_virtual") and child.child_count == 0 and tree.text(child):
            found.append(Label(tree.text(child)))
        elif child.type not in ("statement_label", "do_label_virtual"):
            found += statement(tree, child)
    return found


def _concurrent(tree: Tree, node: Node, inner: list[Statement]) -> list[Statement]:
    header = operands(node)[0]
    controls = operands(header)
    if len(operands(node)) > 1 or any(control.type != "concurrent_control" for control in controls):
        raise Declined("do concurrent with more than indices")
    for control in reversed(controls):
        parts = [expression(tree, child) for child in operands(control)]
        assert isinstance(parts[0], Name)
        inner = [Do(parts[0].name, parts[1], parts[2], parts[3] if len(parts) > 3 else Integer(1), tuple(inner))]
    return inner


def _forall(tree: Tree, node: Node) -> list[Statement]:
    specs = [child for child in operands(node) if child.type == "triplet_spec"]
    inner = statements(tree, [child for child in operands(node) if child.type != "triplet_spec"])
    if len(inner) != 1 or not isinstance(inner[0], Assign):
        raise Declined("forall of more than one assignment")
    found: list[Statement] = inner
    for spec in reversed(specs):
        parts = [expression(tree, child) for child in operands(spec)]
        if not isinstance(parts[0], Name) or len(parts) < 3:
            raise Declined("forall")
        found = [Do(parts[0].name, parts[1], parts[2], parts[3] if len(parts) > 3 else Integer(1), tuple(found), "forall")]
    return found


def _keyword(tree: Tree, node: Node) -> list[Statement]:
    word = node.children[0].type.lower()
    rest = operands(node)
    if word in ("go", "goto"):
        labels = tuple(tree.text(child).strip() for child in rest if child.type == "statement_label_reference")
        others = [child for child in rest if child.type != "statement_label_reference"]
        return [GoTo(labels, expression(tree, others[0]) if others else None)]
    if word == "return" and rest:
        raise Declined("alternate return")
    if word not in ("return", "continue", "cycle", "exit"):
        raise Declined(f"statement {word}")
    return [Leave(word, tree.text(rest[0]).lower() if rest else "")]


def _select(tree: Tree, node: Node) -> list[Statement]:
    selector, cases = None, []
    for child in operands(node):
        if child.type == "selector":
            selector = expression(tree, operands(child)[0])
        elif child.type == "case_statement":
            parts = operands(child)
            ranges = [part for part in parts if part.type == "case_value_range_list"]
            values = tuple(_value(tree, part) for part in operands(ranges[0])) if ranges else None
            default = [part for part in parts if part.type == "default"]
            inner = [part for part in parts if part not in ranges and part not in default]
            cases.append((values, tuple(statements(tree, inner))))
    if selector is None:
        raise Declined("select")
    return [Select(selector, tuple(cases))]


def _value(tree: Tree, node: Node) -> Expression:
    return extent(tree, node) if node.type == "extent_specifier" else expression(tree, node)


def _where(tree: Tree, node: Node) -> list[Statement]:
    mask, *rest = operands(node)
    clauses = [child for child in rest if child.type == "elsewhere_clause"]
    inner = [child for child in rest if child not in clauses]
    branches: list[tuple[Expression | None, tuple[Statement, ...]]] = [(expression(tree, mask), tuple(statements(tree, inner)))]
    for clause in clauses:
        words = operands(clause)
        condition = expression(tree, words.pop(0)) if words and words[0].type == "parenthesized_expression" else None
        branches.append((condition, tuple(statements(tree, words))))
    return [Where(tuple(branches))]


def _stop(tree: Tree, node: Node) -> list[Statement]:
    code = operands(node)
    return [Stop(expression(tree, code[0]) if code else None, node.children[0].type == "error")]


def _allocate(tree: Tree, node: Node) -> list[Statement]:
    arrays = []
    for child in operands(node):
        if child.type == "sized_allocation":
            name, size = operands(child)
            ranges = []
            for bound in operands(size):
                if bound.type == "extent_specifier":
                    ranges.append(extent(tree, bound))
                else:
                    ranges.append(Range(None, expression(tree, bound)))
            arrays.append((expression(tree, name), tuple(ranges)))
        elif child.type == "keyword_argument":
            raise Declined("allocate with more than sizes")
        elif child.type == "identifier":
            arrays.append((expression(tree, child), ()))
        else:
            raise Declined("allocate")
    return [Allocate(tuple(arrays))]


def _deallocate(tree: Tree, node: Node) -> list[Statement]:
    return [Deallocate(tuple(expression(tree, child) for child in operands(node)))]


def _point(tree: Tree, node: Node) -> list[Any]:
    left, right = operands(node)
    if left.type != "identifier":
        raise Declined("pointers")
    return [Point(tree.text(left).lower(), expression(tree, right))]


def _associate(tree: Tree, node: Node) -> list[Statement]:
    """The statements with each name replaced by what it stands for, which nothing may change on the way."""
    meaning: dict[str, Expression] = {}
    for child in operands(node):
        for pair in operands(child) if child.type == "association_list" else []:
            name, value = operands(pair)
            meaning[tree.text(name).lower()] = expression(tree, value)
    inner = statements(tree, [child for child in operands(node) if child.type not in ("association_list", "end_associate_statement")])
    read = {name for value in meaning.values() for name in mentions(value if not isinstance(value, Name) else ())}
    roots = {root_of(value) for value in meaning.values()}
    set_here = {root_of(one.target) for one in nodes(inner) if isinstance(one, Assign)}
    set_here |= {one.variable for one in nodes(inner) if isinstance(one, Do)}
    if set_here & (read - roots) or any(isinstance(one, Call) for one in nodes(inner)) and read - roots:
        raise Declined("statement associate")
    return [rewritten(one, lambda part: meaning.get(part.name, part) if isinstance(part, Name) else part) for one in inner]


def _label(tree: Tree, node: Node) -> list[Statement]:
    return [Label(tree.text(node).strip())]


_READERS = {
    "assignment_statement": _assignment,
    "subroutine_call": _call,
    "if_statement": _if,
    "do_loop": _loop,
    "keyword_statement": _keyword,
    "select_case_statement": _select,
    "where_statement": _where,
    "forall_statement": _forall,
    "stop_statement": _stop,
    "write_statement": output,
    "print_statement": output,
    "allocate_statement": _allocate,
    "deallocate_statement": _deallocate,
    "statement_label": _label,
    "associate_statement": _associate,
    "pointer_association_statement": _point,
}

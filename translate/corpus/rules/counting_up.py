"""C++ loops that count in another way, as `for (i = first; i < bound; i++)`; for code whose iterations may run in any order."""

from __future__ import annotations

from translate.languages import language
from translate.source.edits import Edits
from translate.source.loops import all_declared, bare, declarations, inside_loop, names_in, squeezed, statements, written
from translate.source.parse import Node, Tree, parse, walk

UNSIGNED = frozenset(("unsigned", "size_t", "uint", "uint32_t", "uint64_t"))


def counting_up(function: str) -> str:
    """The function with its loops counted up by one towards `<` or `<=`, where they can be; as it was elsewhere."""
    tree = parse(function, language("cpp"))
    edits = Edits(tree)
    for node in walk(tree.root):
        if node.type == "for_statement":
            _respell_for(edits, node)
        elif node.type == "compound_statement":
            for before, after in zip(statements(node), statements(node)[1:], strict=False):
                _respell_while(edits, before, after)
    return edits.text(tree.root)


def _respell_for(edits: Edits, loop: Node) -> None:
    tree = edits.tree
    condition, update = loop.child_by_field_name("condition"), loop.child_by_field_name("update")
    test = bare(condition) if condition is not None else None
    if test is None or update is None or update.type != "update_expression" or test.type != "binary_expression":
        return
    left, right, operator = (test.child_by_field_name(name) for name in ("left", "right", "operator"))
    variable = _updated(tree, update)
    if left is None or right is None or operator is None or variable is None:
        return
    if "++" in tree.text(update):
        if operator.type == "!=" and tree.text(left) == variable:
            edits.replace(operator, "<")
        elif operator.type in ("<", "<=") and (more := _added(tree, left, variable)):
            bound = tree.text(right)
            if _unsigned(tree) & {variable, *names_in(tree, right)}:
                # Without a sign, `n - 1` of nothing is very much.
                less = f"({bound} > {more} ? {bound} - {more} : 0)"
                edits.replace(test, f"{variable} < {less}" if operator.type == "<" else tree.text(test))
            else:
                edits.replace(test, f"{variable} {operator.type} {bound} - {more}")
    elif _alone_to_the_top(loop) and tree.text(left) == variable and (operator.type, tree.text(right)) in ((">=", "0"), (">", "-1")):
        _turn(edits, loop, variable, update, test)


def _unsigned(tree: Tree) -> set[str]:
    """The names of numbers without a sign."""
    return {one.name for one in all_declared(tree, tree.root) if UNSIGNED & set(one.type.replace("std::", "").split())}


def _alone_to_the_top(loop: Node) -> bool:
    """Whether the loop is a statement of the function, or all that such a loop holds: any other one keeps its order."""
    outer = loop.parent
    while outer is not None and outer.type in ("for_statement", "compound_statement"):
        if outer.type == "compound_statement" and outer.parent is not None and outer.parent.type == "function_definition":
            return True
        if outer.type == "compound_statement" and len(statements(outer)) > 1:
            return False
        outer = outer.parent
    return False


def _turn(edits: Edits, loop: Node, variable: str, update: Node, test: Node) -> None:
    """A loop from `bound - 1` down to 0 as one that counts up."""
    tree = edits.tree
    first = loop.child_by_field_name("initializer")
    value = None
    if first is not None and first.type == "declaration":
        names = declarations(tree, first)
        value = names[0].value if len(names) == 1 else None
    elif first is not None and first.type == "assignment_expression":
        value = first.child_by_field_name("right")
    if value is None or any(node.type in ("break_statement", "return_statement") for node in walk(loop)):
        return
    edits.replace(value, "0")
    last = tree.text(value)
    bound = squeezed(last)
    edits.replace(test, f"{variable} < {last[: last.rindex('-')].strip()}" if bound.endswith("-1") else f"{variable} <= {last}")
    edits.replace(update, f"{variable}++")


def _respell_while(edits: Edits, before: Node, loop: Node) -> None:
    """`int k = 0; while (k < n) { ...; k++; }` as a `for`."""
    tree = edits.tree
    body, condition = loop.child_by_field_name("body"), loop.child_by_field_name("condition")
    if loop.type != "while_statement" or before.type != "declaration" or body is None or condition is None:
        return
    names, inside = declarations(tree, before), statements(body)
    if len(names) != 1 or names[0].value is None or len(inside) < 2 or inside[-1].type != "expression_statement":
        return
    name, step = names[0].name, inside[-1]
    if squeezed(tree.text(step)) not in (f"{name}++;", f"++{name};", f"{name}+=1;", f"{name}={name}+1;"):
        return
    if sum(tree.text(place) == name for place, _ in written(body)) != 1 or name not in names_in(tree, condition):
        return
    if any(node.type == "continue_statement" and not inside_loop(node, body) for node in walk(body)) or _used_after(tree, loop, name):
        return
    edits.replace(before, "")
    edits.replace(step, "")
    start = tree.text(before).rstrip(";")
    test = tree.text(bare(condition))
    edits.changes.append((loop.start_byte, body.start_byte, f"for ({start}; {test}; {name}++) "))


def _used_after(tree: Tree, loop: Node, name: str) -> bool:
    following = loop.next_named_sibling
    while following is not None:
        if name in names_in(tree, following):
            return True
        following = following.next_named_sibling
    return False


def _updated(tree: Tree, update: Node) -> str | None:
    argument = update.child_by_field_name("argument")
    return tree.text(argument) if argument is not None and argument.type == "identifier" else None


def _added(tree: Tree, node: Node, variable: str) -> str:
    """The number that is added to the variable; nothing where it is something else."""
    if node.type != "binary_expression":
        return ""
    left, right, operator = (node.child_by_field_name(name) for name in ("left", "right", "operator"))
    if left is None or right is None or operator is None or operator.type != "+" or tree.text(left) != variable:
        return ""
    return tree.text(right) if right.type == "number_literal" else ""

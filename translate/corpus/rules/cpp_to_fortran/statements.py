"""C++ statements as lines of Fortran."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.algorithms import range_statement
from translate.corpus.rules.cpp_to_fortran.assignments import assign, step, swapped
from translate.corpus.rules.cpp_to_fortran.called import Called
from translate.corpus.rules.cpp_to_fortran.calling import callee_of, referred
from translate.corpus.rules.cpp_to_fortran.choices import switch_statement
from translate.corpus.rules.cpp_to_fortran.conditions import if_statement, put_exit, split_condition
from translate.corpus.rules.cpp_to_fortran.context import Around, Context, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import assigned
from translate.corpus.rules.cpp_to_fortran.counted import for_statement
from translate.corpus.rules.cpp_to_fortran.declared import allocatable
from translate.corpus.rules.cpp_to_fortran.elements import range_loop
from translate.corpus.rules.cpp_to_fortran.exceptions import attempt, leave_if_thrown, may_throw, throw
from translate.corpus.rules.cpp_to_fortran.expressions import condition, expression
from translate.corpus.rules.cpp_to_fortran.growing import method_statement
from translate.corpus.rules.cpp_to_fortran.kinds import INT, spelled
from translate.corpus.rules.cpp_to_fortran.locals import declare
from translate.corpus.rules.cpp_to_fortran.output import cout, printf
from translate.corpus.rules.cpp_to_fortran.owned import forgets, release
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.streams import written_to_stream
from translate.corpus.rules.cpp_to_fortran.terms import Term, negated
from translate.corpus.rules.cpp_to_fortran.terms import bare as bare_term
from translate.source.loops import bare
from translate.source.loops import statements as statements_of
from translate.source.parse import Node

CHECKED = ("expression_statement", "declaration", "return_statement")
IGNORED = ("struct_specifier", "class_specifier", "comment", "empty_statement", "using_declaration", "static_assert_declaration")


def statement(c: Context, node: Node) -> None:
    """Put the lines of one statement. Raises Declined."""
    if node.type in IGNORED:
        return
    if node.type == "preproc_call" and c.text(node).split()[0] == "#pragma":
        return
    handler = _HANDLERS.get(node.type)
    if handler is None:
        raise Declined(node.type.replace("_", " "))
    checked = any(may_throw(c, head) for head in _heads(node))
    if checked and node.type not in CHECKED:
        raise Declined("an exception where nothing looks for it")
    straight, c.straight = c.straight, node.type in CHECKED
    handler(c, node)
    c.straight = straight
    if checked and node.type != "return_statement" and not _is_output(c, node):
        leave_if_thrown(c)


def _heads(node: Node) -> list[Node]:
    """What of a statement is evaluated outside of the statements in it."""
    if node.type in CHECKED:
        return [node]
    found = [child for name in ("initializer", "condition", "update", "right") if (child := node.child_by_field_name(name)) is not None]
    other = node.child_by_field_name("alternative")
    inner = [child for child in other.named_children if child.type == "if_statement"] if other is not None else []
    return [*found, *(head for one in inner for head in _heads(one))]


def _is_output(c: Context, node: Node) -> bool:
    """Whether the statement itself looks for exceptions, between what it prints."""
    return c.text(node).removeprefix("std::").startswith(("cout", "cerr"))


def block(c: Context, node: Node) -> None:
    """Put the statements of a block; what it declares ends with it."""
    c.names.blocks.append({})
    for child in statements_of(node):
        statement(c, child)
    c.names.blocks.pop()


def _expression_statement(c: Context, node: Node) -> None:
    if not node.named_children:
        return
    effect(c, node.named_children[0])


def effect(c: Context, node: Node) -> None:
    """Put the lines of an expression that stands for its effect."""
    node = bare(node)
    if node.type == "comma_expression":
        effect(c, field_of(node, "left"))
        effect(c, field_of(node, "right"))
    elif node.type == "update_expression":
        step(c, node)
    elif node.type == "assignment_expression":
        if not forgets(c, bare(field_of(node, "left")), bare(field_of(node, "right"))):
            assign(c, node)
    elif node.type == "delete_expression":
        release(c, node)
    elif node.type == "call_expression":
        _call(c, node)
    elif node.type == "binary_expression" and c.text(node).removeprefix("std::").startswith(("cout", "cerr")):
        cout(c, node)
    elif node.type == "binary_expression" and written_to_stream(c, node):
        return
    elif node.type == "cast_expression" and c.text(field_of(node, "type")) == "void":
        return
    else:
        raise Declined(f"{node.type.replace('_', ' ')} as a statement")


def _call(c: Context, node: Node) -> None:
    function = c.plain(c.text(field_of(node, "function")))
    arguments = field_of(node, "arguments").named_children
    callee = callee_of(c, field_of(node, "function"), expression)
    if callee is not None:
        term = referred(c, callee, arguments, expression)
        _put_call(c, term, callee.called)
    elif field_of(node, "function").type == "field_expression":
        method_statement(c, field_of(node, "function"), arguments)
    elif function in ("printf", "puts"):
        printf(c, function, arguments)
    elif function == "swap" and len(arguments) == 2:
        swapped(c, arguments)
    elif function == "assert" and len(arguments) == 1:
        tested = without_message(c, arguments[0])
        c.put(f"if ({c.fortran(negated(condition(c, tested)))}) error stop")
    elif range_statement(c, function, arguments):
        return
    elif function in ("abort", "terminate"):
        c.put("error stop")
    elif function == "exit" and len(arguments) == 1:
        if _is_status(c.text(arguments[0])):
            _stop(c, c.text(arguments[0]))
        else:
            _stop_computed(c, arguments[0])
    else:
        raise Declined(f"calls {function}" if function.isidentifier() else "calls of another form")


def _put_call(c: Context, term: Term, called: Called) -> None:
    """A call for its effect; what it returns has to go somewhere."""
    shown = c.fortran(term)
    if called.kind.family == "void":
        c.put(f"call {shown}")
        return
    kind = allocatable(c, called.kind, called.rank) if called.rank else spelled(called.kind, c.style)
    ignored = c.names.local("ignored", kind, Symbol("", called.kind, shape=(":",) * called.rank, rank=called.rank))
    c.put(f"{ignored.name} = {shown}")


def _while(c: Context, node: Node) -> None:
    parts = split_condition(c, field_of(node, "condition"))
    first = "" if parts is None or c.text(field_of(node, "condition")) in ("(true)", "(1)") else c.fortran(parts[0])

    def body() -> None:
        if parts is None:
            put_exit(c, field_of(node, "condition"))
        for part in (parts or [])[1:]:
            c.put(f"if ({c.fortran(part)}) exit")
        loop_body(c, field_of(node, "body"))

    c.within(f"do while ({first})" if first else "do", body, "end do")


def loop_body(c: Context, body: Node, update: tuple[str, ...] = (), *, may_continue: bool = True) -> None:
    """Put the statements of a loop's body."""
    c.loops.append(Around(True, update, may_continue))
    block(c, body)
    c.loops.pop()


def _do(c: Context, node: Node) -> None:
    def body() -> None:
        loop_body(c, field_of(node, "body"), may_continue=False)
        put_exit(c, field_of(node, "condition"))

    c.within("do", body, "end do")


def _break(c: Context, node: Node) -> None:
    if not c.loops or not c.loops[-1].is_loop:
        raise Declined("break inside a case")
    c.put("exit")


def _continue(c: Context, node: Node) -> None:
    around = next((one for one in reversed(c.loops) if one.is_loop), None)
    if around is None or not around.may_continue:
        raise Declined("continue in a do-while loop")
    for line in around.update:
        c.put(line)
    c.put("cycle")


def _return(c: Context, node: Node) -> None:
    value = node.named_children[0] if node.named_children else None
    if c.main:
        if value is not None and not _is_status(c.text(value)):
            _stop_computed(c, value)
            return
        _stop(c, c.text(value) if value is not None else "0")
        return
    if value is not None:
        if not c.result:
            raise Declined("a value returned from a procedure without one")
        assign(c, node, value=value)
    c.put("return")


def _is_status(text: str) -> bool:
    return text in ("EXIT_SUCCESS", "EXIT_FAILURE") or text.removeprefix("-").isdigit()


def _stop_computed(c: Context, value: Node) -> None:
    term = bare_term(assigned(c, expression(c, bare(value)), INT))
    if term.op not in ("name", "number", "call", "member", "element"):
        raise Declined("an exit status that is computed")
    c.put(f"stop {c.fortran(term)}")


def _stop(c: Context, status: str) -> None:
    code = {"EXIT_SUCCESS": "0", "EXIT_FAILURE": "1"}.get(status, status)
    if code.lstrip("-").isdigit() and not code.isdigit():
        code = str(int(code) % 256)
    c.put("stop" if code == "0" else f"stop {code}")


def without_message(c: Context, node: Node) -> Node:
    """The condition of `assert(condition && "what went wrong")`."""
    inner = bare(node)
    if inner.type != "binary_expression" or field_of(inner, "operator").type not in ("&&", "and"):
        return node
    right = bare(field_of(inner, "right"))
    if right.type in ("string_literal", "concatenated_string") or c.text(right).endswith(".c_str()"):
        return without_message(c, field_of(inner, "left"))
    return node


def _for(c: Context, node: Node) -> None:
    for_statement(c, node, effect, loop_body)


def _switch(c: Context, node: Node) -> None:
    switch_statement(c, node, statement)


def _if(c: Context, node: Node) -> None:
    if_statement(c, node, block)


def _range_loop(c: Context, node: Node) -> None:
    range_loop(c, node, loop_body)


def _try(c: Context, node: Node) -> None:
    attempt(c, node, block)


def _declaration(c: Context, node: Node) -> None:
    declare(c, node)


_HANDLERS = {
    "compound_statement": block, "expression_statement": _expression_statement, "if_statement": _if, "for_statement": _for,
    "while_statement": _while, "do_statement": _do, "break_statement": _break, "continue_statement": _continue, "return_statement": _return,
    "switch_statement": _switch, "declaration": _declaration, "for_range_loop": _range_loop,
    "throw_statement": throw, "try_statement": _try,
}  # fmt: skip

"""C++ expressions as Fortran terms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import reduce

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.before import chosen_before, step_by_step
from translate.corpus.rules.cpp_to_fortran.calling import callee_of, referred
from translate.corpus.rules.cpp_to_fortran.calls import library_call
from translate.corpus.rules.cpp_to_fortran.closures import lambda_call
from translate.corpus.rules.cpp_to_fortran.constructors import made
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import (
    as_condition,
    as_number,
    complex_number,
    converted,
    may_wrap,
    same_kind,
    wrapped,
)
from translate.corpus.rules.cpp_to_fortran.guarding import guards, one_sided
from translate.corpus.rules.cpp_to_fortran.inlining import place_of_call
from translate.corpus.rules.cpp_to_fortran.kinds import BOOL, DOUBLE, FLOAT, INT, LETTER, LONG, TEXT, Kind, common, number
from translate.corpus.rules.cpp_to_fortran.methods import arrays_equal, method_value
from translate.corpus.rules.cpp_to_fortran.operators import binary, unary
from translate.corpus.rules.cpp_to_fortran.places import place
from translate.corpus.rules.cpp_to_fortran.pointers import pointers_compared
from translate.corpus.rules.cpp_to_fortran.ranges import extreme, place_of_extreme, range_value
from translate.corpus.rules.cpp_to_fortran.scope import facts
from translate.corpus.rules.cpp_to_fortran.sizes import element_count, limit_of, size_of
from translate.corpus.rules.cpp_to_fortran.strings import letter_call, repeated
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare, call, integer, name, negated
from translate.corpus.rules.cpp_to_fortran.texts import quoted, unescaped
from translate.source.loops import bare as bare_node
from translate.source.parse import Node, walk

POINTED = ("==", "!=", "<", "<=", ">", ">=", "-")
CASTS = ("static_cast", "const_cast", "reinterpret_cast")


def expression(c: Context, node: Node) -> Term:
    """The term that an expression is. Raises Declined."""
    handler = _HANDLERS.get(node.type)
    if handler is None:
        raise Declined(node.type.replace("_", " "))
    return handler(c, node)


def condition(c: Context, node: Node) -> Term:
    """The condition of an `if` or a loop, safe to evaluate whole. Raises Declined."""
    node = bare_node(node)
    return bare(as_condition(expression(c, node)))


def _number(c: Context, node: Node) -> Term:
    # The grammar takes the sign of some numbers for a part of them.
    sign, digits = ("-", c.text(node)[1:]) if c.text(node).startswith("-") else ("", c.text(node).removeprefix("+"))
    text, kind = number(digits)
    value = Term("number", kind, (), text)
    return Term("neg", kind, (value,)) if sign else value


def _name(c: Context, node: Node) -> Term:
    text = c.text(node)
    if c.names.find(text) is None:
        if text in facts()["constants"]:
            return Term("number", DOUBLE, (), facts()["constants"][text])
        if text in facts()["limits"]:
            kind = LONG if facts()["limits"][text] == "8" else INT
            return call("huge", kind, integer(0, kind))
        for table in ("huge", "tiny", "epsilon"):
            if text in facts()[table]:
                kind = DOUBLE if facts()[table][text] == "8" else FLOAT
                return call(table, kind, Term("number", kind, (), "0.0" if table != "epsilon" else "1.0"))
    return place(c, node, expression)


def _binary(c: Context, node: Node) -> Term:
    operator = field_of(node, "operator").type
    if operator == "/" and (count := element_count(c, node, expression)) is not None:
        return count
    if operator == "-" and c.text(node).removeprefix("std::").startswith(("max_element(", "min_element(")):
        return place_of_extreme(c, field_of(node, "right"), field_of(node, "left"), expression)
    if operator in POINTED and (places := pointers_compared(c, node, expression)) is not None:
        return binary(c, operator, *places)
    if operator in ("==", "!=") and (same := arrays_equal(c, node, expression)) is not None:
        return same if operator == "==" else negated(same)
    if operator in ("&&", "||", "and", "or") and guards(c, node):
        return step_by_step(c, node, condition, guards)
    return binary(c, operator, expression(c, field_of(node, "left")), expression(c, field_of(node, "right")))


def _unary(c: Context, node: Node) -> Term:
    return unary(field_of(node, "operator").type, expression(c, field_of(node, "argument")))


def _parenthesized(c: Context, node: Node) -> Term:
    inner = expression(c, node.named_children[0])
    return Term("paren", inner.kind, (inner,)) if inner.text != "moved" else inner


def _conditional(c: Context, node: Node) -> Term:
    if one_sided(c, node):
        return chosen_before(c, node, condition, expression)
    test = condition(c, field_of(node, "condition"))
    yes, no = expression(c, field_of(node, "consequence")), expression(c, field_of(node, "alternative"))
    return merged(c, test, yes, no)


def merged(c: Context, test: Term, yes: Term, no: Term) -> Term:
    """`merge` of two values brought to one type."""
    if TEXT in (yes.kind, no.kind):
        raise Declined("? : of texts")
    if yes.kind == no.kind == LETTER:
        return call("merge", LETTER, bare(yes), bare(no), test)
    if same_kind(yes.kind, no.kind) and yes.kind.family in ("logical", "derived", "complex"):
        return call("merge", yes.kind, bare(yes), bare(no), test)
    kind = common(yes.kind, no.kind)
    return call("merge", kind, bare(converted(c, yes, kind)), bare(converted(c, no, kind)), test)


def _cast(c: Context, node: Node) -> Term:
    kind = c.kind(c.text(field_of(node, "type")))
    return cast(c, expression(c, field_of(node, "value")), kind)


def cast(c: Context, term: Term, kind: Kind) -> Term:
    """`(kind)term`. Raises Declined."""
    if kind == LETTER and term.kind.family in ("integer", "character"):
        return term if term.kind == LETTER else call("achar", LETTER, bare(term))
    if kind.family == "integer" and kind.size < 4 and kind != term.kind:
        return wrapped(c, term, kind)
    inner = bare(term)
    # Rounding already gives a whole number: (int)floor(x) is floor(x).
    if kind.family == "integer" and inner.op == "call" and inner.text in ("dble", "real") and inner.args:
        rounded = inner.args[0]
        if rounded.text in ("floor", "ceiling"):
            return call(rounded.text, kind, rounded.args[0]) if kind.size == 4 else replace(rounded, kind=kind)
    if kind.family == "integer" and inner.op == "call" and inner.text == "anint" and kind.size == 4:
        return call("nint", kind, inner.args[0])
    if (
        kind.unsigned
        and not term.kind.unsigned
        and (inner.op == "neg" or term.kind.family == "real" or inner.op == "-")
        and inner.text != "moved"
    ):
        raise Declined("a cast to unsigned")
    if kind.family == "integer" and term.kind.family == "integer" and may_wrap(term) and kind.size > term.kind.size:
        raise Declined("unsigned arithmetic that may wrap")
    return (
        replace(inner, kind=kind) if same_kind(inner.kind, kind) and inner.op in ("name", "call", "element") else converted(c, term, kind)
    )


def _called(c: Context, node: Node) -> Term:
    function, arguments = field_of(node, "function"), field_of(node, "arguments")
    name = c.text(function)
    given = [child for child in arguments.named_children if child.type != "comment"]
    if function.type == "identifier" and (found := lambda_call(c, name, given, expression)) is not None:
        return found
    if c.plain(name).startswith("numeric_limits<") and not given:
        return limit_of(c, c.plain(name))
    callee = callee_of(c, function, expression)
    if callee is not None:
        if callee.called.kind.family == "void":
            raise Declined("a value of a procedure without one")
        return referred(c, callee, given, expression)
    if c.plain(name) in c.classes:
        return made(c, c.classes[c.plain(name)], given, expression)
    if function.type == "identifier" and (found := place_of_call(c, node, place, expression)) is not None:
        return found
    if function.type == "field_expression":
        return method_value(c, function, given, expression)
    if function.type == "template_function" or name.startswith("std::complex<"):
        return _template_call(c, function, given)
    if function.type == "primitive_type":
        return cast(c, expression(c, given[0]), c.kind(name)) if len(given) == 1 else _declined(f"calls {name}")
    plain = c.plain(name)
    standard = name.startswith("std::") or "using namespace std" in c.text(c.tree.root)
    found = range_value(c, plain, given, expression)
    if found is not None:
        return found
    if plain in ("max", "min") and len(given) == 1 and given[0].type == "initializer_list":
        given = given[0].named_children
        terms = [as_number(expression(c, child)) for child in given]
        kind = reduce(common, (term.kind for term in terms))
        return call(plain, kind, *(bare(converted(c, term, kind)) for term in terms))
    args = [expression(c, child) for child in given]
    if plain == "string":
        return repeated(c, args)
    found = letter_call(c, plain, args) or library_call(c, plain, args, standard)
    return found if found is not None else _declined(f"calls {name}")


def _declined(reason: str) -> Term:
    raise Declined(reason)


def _template_call(c: Context, function: Node, given: list[Node]) -> Term:
    text = c.text(function).removeprefix("std::")
    name, _, rest = text.partition("<")
    if name in CASTS and len(given) == 1:
        return cast(c, expression(c, given[0]), c.kind(rest.rstrip(">")))
    if name == "complex":
        return complex_number(c, c.kind(text), [expression(c, child) for child in given])
    if name in ("max", "min") and len(given) == 2:
        kind = c.kind(rest.rstrip(">"))
        return call(name, kind, *(bare(converted(c, expression(c, child), kind)) for child in given))
    raise Declined(f"calls {name}<>")


def _truth(c: Context, node: Node) -> Term:
    return Term("raw", BOOL, (), f".{c.text(node)}.")


def _clause(c: Context, node: Node) -> Term:
    return expression(c, bare_node(node))


def _string(c: Context, node: Node) -> Term:
    return Term("raw", TEXT, (), quoted(unescaped(c.text(node))))


def _letter(c: Context, node: Node) -> Term:
    letter = unescaped(c.text(node))
    if len(letter) != 1 or not letter.isprintable():
        raise Declined("a character without a sign")
    return Term("raw", LETTER, (), quoted(letter))


def _place(c: Context, node: Node) -> Term:
    if node.type == "pointer_expression" and (found := extreme(c, bare_node(field_of(node, "argument")), expression)) is not None:
        return found
    return place(c, node, expression)


def _qualified(c: Context, node: Node) -> Term:
    plain = c.plain(c.text(node))
    if plain == "string::npos":
        return Term("raw", replace(LONG, unsigned=True), (), "-1")
    symbol = c.names.find(plain)
    if symbol is None or symbol.rank or symbol.moved or symbol.element or symbol.alias:
        raise Declined("a qualified name")
    return name(symbol.name, symbol.kind)


def _only_mention(c: Context, node: Node) -> bool:
    """Whether nothing else in its statement looks at the variable that is stepped."""
    name = c.text(bare_node(field_of(node, "argument")))
    whole = node
    while whole.parent is not None and not whole.type.endswith(("_statement", "declaration")):
        whole = whole.parent
    return sum(leaf.type == "identifier" and c.text(leaf) == name for leaf in walk(whole)) == 1


def _updated(c: Context, node: Node) -> Term:
    """`i++` within an expression: the variable, stepped once the statement is done."""
    first = node.children[0].type in ("++", "--")
    if first and c.straight and _only_mention(c, node):
        term = expression(c, field_of(node, "argument"))
        if bare(term).op in ("name", "member") and term.kind.family == "integer":
            c.put(f"{c.fortran(term)} = {c.fortran(term)} {field_of(node, 'operator').type[0]} 1")
            return term
    if c.after is None or first:
        raise Declined("++ within an expression")
    term = expression(c, field_of(node, "argument"))
    if bare(term).op != "name" or term.kind.family != "integer":
        raise Declined("++ within an expression")
    sign = "+" if field_of(node, "operator").type == "++" else "-"
    c.after.append(f"{c.fortran(term)} = {c.fortran(term)} {sign} 1")
    return term


_HANDLERS: dict[str, Callable[[Context, Node], Term]] = {
    "number_literal": _number,
    "identifier": _name,
    "qualified_identifier": _qualified,
    "binary_expression": _binary,
    "unary_expression": _unary,
    "true": _truth,
    "false": _truth,
    "parenthesized_expression": _parenthesized,
    "condition_clause": _clause,
    "conditional_expression": _conditional,
    "cast_expression": _cast,
    "call_expression": _called,
    "subscript_expression": _place,
    "pointer_expression": _place,
    "field_expression": _place,
    "string_literal": _string,
    "char_literal": _letter,
    "update_expression": _updated,
    "sizeof_expression": lambda c, node: size_of(c, node, expression),
}

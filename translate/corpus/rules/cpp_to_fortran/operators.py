"""C++ operators on Fortran terms."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context
from translate.corpus.rules.cpp_to_fortran.conversions import as_condition, as_number, converted, may_wrap, same_kind
from translate.corpus.rules.cpp_to_fortran.kinds import BOOL, TEXT, Kind, common
from translate.corpus.rules.cpp_to_fortran.scope import facts
from translate.corpus.rules.cpp_to_fortran.terms import Term, added, bare, call, moved_by, negated, plus

COMPARISONS = {"==": "==", "!=": "/=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
LOGICAL = {"&&": ".and.", "||": ".or.", "and": ".and.", "or": ".or."}


def binary(c: Context, operator: str, left: Term, right: Term) -> Term:
    """The term for `left operator right`. Raises Declined."""
    if operator in LOGICAL:
        return Term(LOGICAL[operator], BOOL, (as_condition(left), as_condition(right)))
    if operator in COMPARISONS and "derived" not in (left.kind.family, right.kind.family):
        return _comparison(c, COMPARISONS[operator], left, right)
    if operator in ("&", "|", "^") and left.kind == right.kind == BOOL:
        return Term({"&": ".and.", "|": ".or.", "^": ".neqv."}[operator], BOOL, (bare(left), bare(right)))
    if "derived" in (left.kind.family, right.kind.family) and TEXT not in (left.kind, right.kind):
        return _overloaded(c, operator, left, right)
    if operator == "+" and TEXT in (left.kind, right.kind):
        if left.kind.family != right.kind.family:
            raise Declined("text added to a number")
        return Term("//", TEXT, (left, right))
    left, right = as_number(left), as_number(right)
    if operator in facts()["bits"]:
        return _bits(c, operator, left, right)
    kind = common(left.kind, right.kind)
    if operator in ("+", "-"):
        return added(operator, left, right, kind)
    if operator == "*":
        return Term("*", kind, (left, right))
    if operator in ("/", "%"):
        _require_no_wrap(kind, left, right)
        if operator == "/":
            return Term("/", kind, (left, right))
        if kind.family != "integer":
            raise Declined("% of real numbers")
        return call("mod", kind, bare(converted(c, left, kind)), bare(converted(c, right, kind)))
    raise Declined(f"operator {operator}")


def _overloaded(c: Context, operator: str, left: Term, right: Term) -> Term:
    """The operator that the text itself gives its classes. Raises Declined."""
    owner = next((one for one in c.classes.values() if one.kind == left.kind), None)
    method = c.functions.get(f"{owner.name}::operator{operator}") if owner is not None else None
    found = method or c.functions.get(f"operator{operator}")
    for one in found.all() if found is not None else ():
        kinds = one.kinds if method is not None else one.kinds[1:]
        first = left.kind if method is not None else one.kinds[0]
        simple = all(how in ("value", "constant", "reference") for how in one.parameters)
        if simple and len(kinds) == 1 and _fits(left, first) and _fits(right, kinds[0]):
            return call(one.name, one.kind, bare(_as(c, left, first)), bare(_as(c, right, kinds[0])))
    raise Declined(f"operator {operator} of structures")


def _fits(term: Term, kind: Kind) -> bool:
    return same_kind(term.kind, kind) or (term.kind.is_number and kind.is_number)


def _as(c: Context, term: Term, kind: Kind) -> Term:
    return converted(c, term, kind) if kind.is_number else term


def unary(operator: str, term: Term) -> Term:
    """The term for `operator term`. Raises Declined."""
    if operator in ("!", "not"):
        return negated(as_condition(term))
    term = as_number(term)
    if operator == "+":
        return term
    if operator == "-":
        return Term("neg", term.kind, (term,))
    if operator == "~" and term.kind.family == "integer" and not term.kind.unsigned:
        return call("not", term.kind, bare(term))
    raise Declined(f"operator {operator}")


def _comparison(c: Context, operator: str, left: Term, right: Term) -> Term:
    families = {left.kind.family, right.kind.family}
    if families == {"logical"}:
        if operator not in ("==", "/="):
            raise Declined("truth values in order")
        return Term(".eqv." if operator == "==" else ".neqv.", BOOL, (bare(left), bare(right)))
    if families == {"character"}:
        return Term(operator, BOOL, (bare(left), bare(right)))
    left, right = as_number(left), as_number(right)
    kind = common(left.kind, right.kind)
    if kind.family == "complex" and operator not in ("==", "/="):
        raise Declined("complex numbers in order")
    _require_no_wrap(kind, left, right)
    if kind.unsigned and (_signed_difference(left) or _signed_difference(right) or _always(operator, left, right)):
        raise Declined("a signed number compared with an unsigned one")
    left, right = bare(left), bare(right)
    if kind.family == "integer" and (change := moved_by(left) or moved_by(right)):
        left, right = plus(left, change), plus(right, change)
    return Term(operator, BOOL, (left, right))


def _always(operator: str, left: Term, right: Term) -> bool:
    """`u >= 0` holds whatever u is, `u < 0` never."""
    return (operator in (">=", "<") and bare(right).text == "0") or (operator in ("<=", ">") and bare(left).text == "0")


def _signed_difference(term: Term) -> bool:
    inner = bare(term)
    return not inner.kind.unsigned and inner.text != "moved" and inner.op in ("-", "neg")


def _require_no_wrap(kind: Kind, *terms: Term) -> None:
    wide = max(term.kind.size for term in terms) > min(term.kind.size for term in terms)
    for term in terms:
        if may_wrap(term) or (kind.unsigned and _signed_difference(term) and wide):
            raise Declined("unsigned arithmetic that may wrap")


def _bits(c: Context, operator: str, left: Term, right: Term) -> Term:
    kind = common(left.kind, right.kind) if operator in ("&", "|", "^") else left.kind
    if kind.family != "integer" or right.kind.family != "integer":
        raise Declined("bits of a number that is not whole")
    if may_wrap(left) or (operator != "&" and kind.unsigned and operator != ">>"):
        raise Declined("unsigned arithmetic that may wrap")
    function = facts()["bits"][operator]
    if operator in ("&", "|", "^"):
        return call(function, kind, bare(converted(c, left, kind)), bare(converted(c, right, kind)))
    return call(function, kind, bare(left), bare(right))

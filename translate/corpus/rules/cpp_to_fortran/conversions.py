"""A value as another type, the way C++ would turn it without being asked or by a cast."""

from __future__ import annotations

from dataclasses import replace

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context
from translate.corpus.rules.cpp_to_fortran.kinds import BOOL, DOUBLE, FLOAT, INT, LETTER, Kind, promoted, size_name
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare, call, integer


def as_number(term: Term) -> Term:
    """The term as C++ computes with it: truth values and short integers become whole numbers."""
    if term.kind.family == "logical":
        return call("merge", INT, integer(1), integer(0), bare(term))
    if term.kind.family == "integer" and term.kind.size < 4:
        if term.op == "number":
            return replace(term, kind=INT)
        whole = call("int", INT, bare(term))
        return call("iand", INT, whole, integer(_mask(term.kind))) if term.kind.unsigned else whole
    if term.kind == LETTER:
        return call("iachar", INT, bare(term))
    if term.kind.family not in ("integer", "real", "complex"):
        raise Declined(f"arithmetic on {term.kind.family}")
    return term


def as_condition(term: Term) -> Term:
    """The term as a condition."""
    if term.kind.family == "logical":
        return bare(term)
    if term.kind.family in ("integer", "real"):
        zero = Term("number", term.kind, (), "0" if term.kind.family == "integer" else "0.0")
        return Term("/=", BOOL, (bare(term), zero))
    raise Declined(f"{term.kind.family} as a condition")


def as_real(c: Context, term: Term) -> Term:
    """The argument of a mathematical function: whole numbers become double."""
    term = as_number(term)
    return converted(c, term, DOUBLE) if term.kind.family == "integer" else term


def may_wrap(term: Term) -> bool:
    """Whether an unsigned value may have gone below zero, which only C++ sees as a large number."""
    if not term.kind.unsigned or term.text == "moved":
        return False
    return term.op in ("-", "neg") or (term.op in ("+", "*", "paren") and any(may_wrap(arg) for arg in term.args))


def converted(c: Context, term: Term, kind: Kind) -> Term:
    """The term where an operation needs exactly this kind."""
    if same_kind(term.kind, kind):
        return replace(term, kind=kind) if term.op == "number" else term
    if kind.family == "logical":
        return as_condition(term)
    term = as_number(term)
    if same_kind(term.kind, kind):
        return term
    inner = bare(term)
    if inner.op == "number" and (kind.family == term.kind.family == "integer" or kind.family == "real"):
        return Term("number", kind, (), inner.text)
    if inner.op == "neg" and inner.args[0].op == "number" and kind.family in ("real", "integer") and term.kind.family != "real":
        return Term("neg", kind, (Term("number", kind, (), inner.args[0].text),))
    if kind.family in ("real", "integer", "complex") and may_wrap(term) and kind.size != 4:
        raise Declined("unsigned arithmetic that may wrap")
    return _cast(c, inner, kind)


def assigned(c: Context, term: Term, kind: Kind) -> Term:
    """The term as the right side of an assignment to a variable of the kind."""
    if kind.family == "logical":
        return as_condition(term)
    if kind == LETTER and term.kind.family == "integer":
        return call("achar", LETTER, bare(term))
    if kind.family in ("character", "derived"):
        if term.kind.family != kind.family:
            raise Declined(f"{term.kind.family} assigned to {kind.family}")
        return bare(term)
    if term.kind.family == "logical":
        return converted(c, as_number(term), kind)
    if not term.kind.is_number or (term.kind.family == "complex" and kind.family != "complex"):
        raise Declined(f"{term.kind.family} assigned to {kind.family}")
    if kind.unsigned and term.kind.family == "real" and bare(term).op == "neg":
        raise Declined("a negative number made unsigned")
    if may_wrap(term) and (kind.family != "integer" or kind.size > term.kind.size):
        raise Declined("unsigned arithmetic that may wrap")
    if term.kind.family == "integer" and term.kind.size < 4 and term.kind.unsigned and not same_kind(term.kind, kind):
        term = as_number(term)
    term = bare(term)
    if term.op == "number" and (kind.family == "real" and term.kind.family in ("integer", "real")):
        return _literal(term, kind)
    if kind.family == "integer" and kind.size < 4 and not same_kind(term.kind, kind):
        return shortened(c, term, kind)
    if kind.family == "integer" and term.kind.family == "integer":
        narrows = kind.size < term.kind.size and promoted(kind) == kind and term.op != "number"
        return _cast(c, term, kind) if narrows else _literal(term, kind) if term.op == "number" else term
    # Fortran converts by itself too, but a number cut short is worth a word.
    return _cast(c, term, kind) if kind.family == "integer" and term.kind.family == "real" else term


def shortened(c: Context, term: Term, kind: Kind) -> Term:
    """The last bits of a number as an integer of one or two bytes, which Fortran has with a sign only."""
    term = bare(as_number(term))
    mask = _mask(kind)
    half = (mask + 1) // 2
    if term.op == "number" and term.kind.family == "integer":
        value = (int(term.text) + half) % (mask + 1) - half
        return Term("number", kind, (), str(value)) if value >= 0 else Term("neg", kind, (Term("number", kind, (), str(-value)),))
    size = Term("raw", INT, (), size_name(kind, c.style))
    if term.op == "-" and term.args[1] == integer(half) and term.args[0].text == "ieor":
        return call("int", kind, term, size)
    if same_kind(term.kind, INT):
        whole = term
    else:
        whole = _cast(c, term, INT)
    last = whole if whole.text == "iand" and whole.args[-1] == integer(mask) else call("iand", INT, whole, integer(mask))
    signed = Term("-", INT, (call("ieor", INT, last, integer(half)), integer(half)))
    return call("int", kind, signed, size)


def wrapped(c: Context, term: Term, kind: Kind) -> Term:
    """What a cast to an integer of one or two bytes leaves of a number, as C++ computes with it."""
    inner = bare(as_number(term))
    if kind.unsigned and inner.op == "number" and inner.kind.family == "integer":
        return integer(int(inner.text) & _mask(kind))
    short = shortened(c, term, kind)
    if short.op != "call":
        return replace(short, kind=INT)
    return short.args[0].args[0].args[0] if kind.unsigned else short.args[0]


def _mask(kind: Kind) -> int:
    return (1 << 8 * kind.size) - 1


def same_kind(left: Kind, right: Kind) -> bool:
    """Whether the two are one Fortran type."""
    return (left.family, left.size, left.name) == (right.family, right.size, right.name)


def _literal(term: Term, kind: Kind) -> Term:
    if kind.family == "integer" and kind.size < 4:
        return term
    return Term("number", kind, (), term.text)


def _cast(c: Context, term: Term, kind: Kind) -> Term:
    size = Term("raw", INT, (), size_name(kind, c.style))
    if kind.family == "integer":
        if kind.size < 4:
            return shortened(c, term, kind)
        return call("int", kind, term) if kind.size == 4 else call("int", kind, term, size)
    if kind.family == "real":
        if kind == DOUBLE and c.style.reals in ("real8", "double"):
            return call("dble", kind, term)
        return call("real", kind, term) if kind == FLOAT and c.style.reals != "real64" else call("real", kind, term, size)
    if kind.family == "complex" and term.kind.family != "character":
        return call("cmplx", kind, term, Term("raw", INT, (), f"kind={size.text}")) if kind.size == 8 else call("cmplx", kind, term)
    raise Declined(f"a cast from {term.kind.family} to {kind.family}")


def complex_number(c: Context, kind: Kind, parts: list[Term]) -> Term:
    """`std::complex(re, im)`."""
    if not parts or len(parts) > 2:
        raise Declined("a complex number of no parts")
    part = Kind("real", kind.size)
    terms = [bare(converted(c, one, part)) for one in parts]
    terms += [Term("number", part, (), "0.0")] * (2 - len(terms))
    shown = ["kind=8" if c.style.reals in ("real8", "double") else f"kind={c.style.reals}"] if kind.size == 8 else []
    return call("cmplx", kind, *terms, *(Term("raw", INT, (), one) for one in shown))

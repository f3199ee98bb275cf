"""Fortran expressions as trees: built, simplified where a subscript moves by one, and written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from translate.corpus.rules.cpp_to_fortran.kinds import INT, LETTER, LONG, TEXT, TEXTS, Kind, real_text, size_name
from translate.corpus.rules.cpp_to_fortran.style import FortranStyle


@dataclass(frozen=True, slots=True)
class Term:
    """One node: a leaf with its text, an operation with its operands, or a call, element or member."""

    op: str
    kind: Kind
    args: tuple[Term, ...] = ()
    text: str = ""


LEVELS = {
    "**": 90, "*": 80, "/": 80, "neg": 70, "+": 70, "-": 70, "//": 60, "==": 50, "/=": 50, "<": 50, "<=": 50, ">": 50, ">=": 50,
    "not": 40, ".and.": 30, ".or.": 20, ".eqv.": 10, ".neqv.": 10,
}  # fmt: skip
DOTTED = {"==": ".eq.", "/=": ".ne.", "<": ".lt.", "<=": ".le.", ">": ".gt.", ">=": ".ge."}
OPPOSITE = {"==": "/=", "/=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
PRIMARY = 100


def name(text: str, kind: Kind) -> Term:
    """A variable."""
    return Term("name", kind, (), text)


def integer(value: int, kind: Kind = INT) -> Term:
    """A whole number."""
    return Term("neg", kind, (Term("number", kind, (), str(-value)),)) if value < 0 else Term("number", kind, (), str(value))


def zero_of(kind: Kind) -> Term:
    """What C++ sets to nothing."""
    if kind.family == "logical":
        return Term("raw", kind, (), ".false.")
    if kind == TEXTS:
        return Term("call", kind, (Term("raw", TEXT, (), '""'),), kind.name)
    if kind == LETTER:
        return call("achar", kind, integer(0))
    if kind.family == "character":
        return Term("raw", kind, (), '""')
    part = Kind("real", kind.size) if kind.family == "complex" else kind
    return Term("number", part, (), "0" if kind.family == "integer" else "0.0")


def call(function: str, kind: Kind, *args: Term) -> Term:
    """A function reference."""
    return Term("call", kind, args, function)


def walk_terms(term: Term) -> Iterator[Term]:
    """The term and all below it."""
    yield term
    for arg in term.args:
        yield from walk_terms(arg)


def bare(term: Term) -> Term:
    """The term without parentheses that the source wrote."""
    while term.op == "paren":
        term = term.args[0]
    return term


def negated(condition: Term) -> Term:
    """The condition that holds where this one does not."""
    inner = bare(condition)
    if inner.op == "not":
        return bare(inner.args[0])
    # A comparison with NaN is false either way: only whole numbers may be turned round.
    if inner.op in OPPOSITE and (inner.op in ("==", "/=") or all(arg.kind.family == "integer" for arg in inner.args)):
        return replace(inner, op=OPPOSITE[inner.op])
    return Term("not", inner.kind, (inner,))


def plus(term: Term, change: int) -> Term:
    """`term + change`, constants gathered."""
    return _sum(_parts(term), change) if change or _moved(term) else term


def added(op: str, left: Term, right: Term, kind: Kind) -> Term:
    """`left op right` of whole numbers; constants are gathered where one of them comes from a moved variable."""
    if kind.family == "integer" and (_moved(left) or _moved(right)) and (_gathers(left) or _gathers(right)):
        parts = [*_parts(left), *((sign if op == "+" else -sign, part) for sign, part in _parts(right))]
        return _sum(parts, 0)
    return Term(op, kind, (left, right))


def moved(variable: Term, by: int) -> Term:
    """A variable that is `by` greater than the C++ one, brought back to what the C++ says."""
    return Term("-", variable.kind, (variable, integer(by)), "moved") if by else variable


def moved_by(term: Term) -> int:
    """The constant that a moved variable has left in a sum."""
    return -sum(sign * int(part.text) for sign, part in _parts(term) if part.op == "number") if _moved(term) else 0


def _moved(term: Term) -> bool:
    if term.op in ("+", "-", "paren") and term.kind.family == "integer":
        return term.text == "moved" or any(_moved(arg) for arg in term.args)
    return False


def _gathers(term: Term) -> bool:
    return any(part.op == "number" for _, part in _parts(term))


def _parts(term: Term) -> list[tuple[int, Term]]:
    """The signed summands of a whole number."""
    if term.op == "paren" and bare(term).op in ("+", "-"):
        return _parts(bare(term))
    if term.op == "+":
        return [*_parts(term.args[0]), *_parts(term.args[1])]
    if term.op == "-":
        return [*_parts(term.args[0]), *((-sign, part) for sign, part in _parts(term.args[1]))]
    if term.op == "neg":
        return [(-sign, part) for sign, part in _parts(term.args[0])]
    return [(1, term)]


def _sum(parts: list[tuple[int, Term]], change: int) -> Term:
    constant = change + sum(sign * int(part.text) for sign, part in parts if part.op == "number")
    others = [(sign, part) for sign, part in parts if part.op != "number"]
    kind = LONG if any(part.kind.size == 8 for _, part in others) else INT
    # A sum starts with what is added, so that no sign has to lead.
    first = next((at for at, (sign, _) in enumerate(others) if sign > 0), None)
    if first:
        others.insert(0, others.pop(first))
    total: Term | None = integer(constant, kind) if first is None and constant > 0 else None
    constant = 0 if total is not None else constant
    for sign, part in others:
        if total is None:
            total = part if sign > 0 else Term("neg", kind, (part,))
        else:
            total = Term("+" if sign > 0 else "-", kind, (total, part))
    if total is None:
        return integer(constant)
    if constant:
        return Term("+" if constant > 0 else "-", kind, (total, integer(abs(constant))), "moved" if constant < 0 else "")
    return total


def written(term: Term, style: FortranStyle) -> str:
    """The text of an expression."""
    return _Writer(style).text(term)


class _Writer:
    def __init__(self, style: FortranStyle) -> None:
        self.style = style

    def text(self, term: Term, tight: bool = False) -> str:
        op, args = term.op, term.args
        if op == "number":
            return self._number(term)
        if op in ("name", "raw"):
            return term.text
        if op == "paren":
            inner = bare(term)
            return self.text(inner, tight) if self._level(inner) == PRIMARY else f"({self.text(inner, tight)})"
        if op == "call":
            return f"{term.text}({', '.join(self.text(arg) for arg in args)})"
        if op == "array":
            return f"[{', '.join(self.text(arg) for arg in args)}]"
        if op == "element":
            return f"{self.text(args[0])}({', '.join(self.text(arg, True) for arg in args[1:])})"
        if op == "range":
            return ":".join(self.text(arg, True) for arg in args)
        if op == "member":
            return f"{self.text(args[0])}%{term.text}"
        if op == "neg":
            return f"-{self._operand(args[0], 71, tight)}"
        if op == "not":
            return f".not. {self._operand(args[0], 50 if args[0].op not in OPPOSITE else PRIMARY)}"
        return self._binary(term, tight)

    def _binary(self, term: Term, tight: bool) -> str:
        op, level = term.op, LEVELS[term.op]
        left, right = term.args
        # Powers group from the right, comparisons not at all.
        first = self._operand(left, level + (op == "**" or level == 50), tight)
        second = self._operand(right, level + (op != "**" and op not in (".and.", ".or.")), tight)
        if self._leads_with_sign(right):
            second = f"({self.text(bare(right), tight)})"
        if self._leads_with_sign(left) and level > 70:
            first = f"({self.text(bare(left), tight)})"
        shown = DOTTED.get(op, op) if self.style.dotted else op
        gap = "" if op == "**" or (tight and op in ("*", "/")) else " "
        return f"{first}{gap}{shown}{gap}{second}"

    def _operand(self, term: Term, least: int, tight: bool = False) -> str:
        text = self.text(term, tight)
        return text if term.op == "paren" or self._level(term) >= least else f"({text})"

    def _level(self, term: Term) -> int:
        return LEVELS.get(term.op, PRIMARY)

    @staticmethod
    def _leads_with_sign(term: Term) -> bool:
        while term.op in LEVELS and term.op not in ("neg", "not"):
            term = term.args[0]
        return term.op == "neg"

    def _number(self, term: Term) -> str:
        if term.kind.family == "real":
            return real_text(term.text, term.kind, self.style)
        return term.text if term.kind.size == 4 else f"{term.text}_{size_name(term.kind, self.style)}"

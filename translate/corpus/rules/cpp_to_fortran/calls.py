"""Calls of the C++ library as Fortran intrinsics."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context
from translate.corpus.rules.cpp_to_fortran.conversions import as_number, as_real, converted
from translate.corpus.rules.cpp_to_fortran.kinds import BOOL, DOUBLE, FLOAT, INT, LONG, Kind, common, size_name
from translate.corpus.rules.cpp_to_fortran.scope import facts
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare, call, integer

Special = Callable[[Context, list[Term]], Term]
SINGLE = """
sqrt exp log log10 sin cos tan asin acos atan sinh cosh tanh erf erfc trunc round fabs atan2 hypot fmod fmin fmax pow floor ceil copysign
exp2 log2 cbrt asinh acosh atanh tgamma lgamma fdim
""".split()


def library_call(c: Context, function: str, args: list[Term], standard: bool) -> Term | None:
    """The term for a call of a mathematical function; None where it is none. `standard`: it is the one of namespace std."""
    name = function
    if name.endswith("f") and name[:-1] in SINGLE:
        name = name[:-1]
        args = [converted(c, arg, FLOAT) if arg.kind.family in ("integer", "real") else arg for arg in args]
    if name in facts()["extremes"] and len(args) == 2:
        return _extreme(c, name, args)
    if name in ("abs", "labs", "llabs") and len(args) == 1:
        return _absolute(args[0], standard)
    if name in facts()["elemental"] and args:
        return _elemental(c, name, args)
    special = _SPECIAL.get(name)
    return special(c, args) if special and len(args) == _ARGUMENTS[name] else None


def _absolute(arg: Term, standard: bool) -> Term:
    arg = as_number(arg)
    if arg.kind.family != "integer" and not standard:
        # The C library's abs takes whole numbers only, and cuts what it is given.
        raise Declined("abs of a real number without std")
    kind = Kind("real", arg.kind.size) if arg.kind.family == "complex" else arg.kind
    if kind.unsigned:
        raise Declined("abs of an unsigned number")
    return call("abs", kind, bare(arg))


def _elemental(c: Context, name: str, args: list[Term]) -> Term:
    args = [as_real(c, arg) for arg in args]
    kind = args[0].kind if len(args) == 1 else common(args[0].kind, args[1].kind)
    if kind.family == "complex" and name not in ("sqrt", "exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh"):
        raise Declined(f"{name} of a complex number")
    if name in ("log", "log10", "sqrt") and bare(args[0]).op in ("number", "neg") and not _in_domain(args[0]):
        raise Declined(f"{name} of a number that it has no value for")
    return call(facts()["elemental"][name], kind, *(bare(converted(c, arg, kind)) for arg in args))


def _in_domain(arg: Term) -> bool:
    """Whether a number that is written out is above zero: the compiler refuses what has no value."""
    return bare(arg).op == "number" and 0 < float(bare(arg).text) or bare(arg).op == "neg" and bare(bare(arg).args[0]).op != "number"


def _extreme(c: Context, name: str, args: list[Term]) -> Term:
    args = [as_number(arg) for arg in args]
    kind = common(args[0].kind, args[1].kind)
    if name.startswith("f") and kind.family == "integer":
        kind = DOUBLE
    if kind.family not in ("integer", "real") or any(arg.kind.unsigned != args[0].kind.unsigned for arg in args):
        raise Declined(f"{name} of two types")
    return call(facts()["extremes"][name], kind, *(bare(converted(c, arg, kind)) for arg in args))


def _power(c: Context, args: list[Term]) -> Term:
    base, exponent = as_number(args[0]), bare(as_number(args[1]))
    whole = exponent if exponent.op == "number" else None
    if whole is not None and (whole.kind.family == "integer" or whole.text.rstrip("0").rstrip(".").isdigit()):
        digits = whole.text.partition(".")[0]
        return Term("**", _power_kind(base), (as_real(c, base), integer(int(digits))))
    if base.kind.family == "integer":
        base = converted(c, base, DOUBLE)
    if exponent.kind.family == "integer":
        return Term("**", _power_kind(base), (base, exponent))
    return Term("**", common(base.kind, exponent.kind), (base, exponent))


def _power_kind(base: Term) -> Kind:
    return DOUBLE if base.kind.family == "integer" else base.kind


def _rounded(function: str) -> Special:
    def rounded(c: Context, args: list[Term]) -> Term:
        arg = as_real(c, args[0])
        # As a double it reaches further than a default integer; a cast to int around it takes the outer conversion away.
        long = Term("raw", INT, (), size_name(LONG, c.style))
        return converted(c, call(function, LONG, bare(arg), long), arg.kind)

    return rounded


def _nearest(c: Context, args: list[Term]) -> Term:
    return call("nint", LONG, bare(as_real(c, args[0])), Term("raw", INT, (), size_name(LONG, c.style)))


def _binary_logarithm(c: Context, args: list[Term]) -> Term:
    arg = as_real(c, args[0])
    return Term("/", arg.kind, (call("log", arg.kind, bare(arg)), call("log", arg.kind, Term("number", arg.kind, (), "2.0"))))


def _binary_power(c: Context, args: list[Term]) -> Term:
    arg = as_real(c, args[0])
    return Term("**", arg.kind, (Term("number", arg.kind, (), "2.0"), arg))


def _not_a_number(c: Context, args: list[Term]) -> Term:
    arg = bare(as_real(c, args[0]))
    return Term("/=", BOOL, (arg, arg))


def _finite(c: Context, args: list[Term]) -> Term:
    arg = bare(as_real(c, args[0]))
    return Term("<=", BOOL, (call("abs", arg.kind, arg), call("huge", arg.kind, arg)))


def _infinite(c: Context, args: list[Term]) -> Term:
    arg = bare(as_real(c, args[0]))
    return Term(">", BOOL, (call("abs", arg.kind, arg), call("huge", arg.kind, arg)))


def _part(function: str) -> Special:
    def part(c: Context, args: list[Term]) -> Term:
        if args[0].kind.family != "complex":
            raise Declined(f"{function} of a real number")
        kind = args[0].kind if function == "conjg" else Kind("real", args[0].kind.size)
        if function == "real":
            return call("real", kind, bare(args[0])) if kind.size == 4 else call("dble", kind, bare(args[0]))
        return call(function, kind, bare(args[0]))

    return part


def _fused(c: Context, args: list[Term]) -> Term:
    first, second, third = (as_real(c, arg) for arg in args)
    kind = common(common(first.kind, second.kind), third.kind)
    return Term("+", kind, (Term("*", kind, (first, second)), third))


_SPECIAL: dict[str, Special] = {
    "pow": _power,
    "floor": _rounded("floor"),
    "ceil": _rounded("ceiling"),
    "lround": _nearest,
    "llround": _nearest,
    "log2": _binary_logarithm,
    "exp2": _binary_power,
    "isnan": _not_a_number,
    "isfinite": _finite,
    "isinf": _infinite,
    "real": _part("real"),
    "imag": _part("aimag"),
    "conj": _part("conjg"),
    "fma": _fused,
}
_ARGUMENTS = {name: {"pow": 2, "fma": 3}.get(name, 1) for name in _SPECIAL}

"""`std::string` and letters: what their methods and the functions of <cctype> say in Fortran."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context
from translate.corpus.rules.cpp_to_fortran.conversions import as_number, converted
from translate.corpus.rules.cpp_to_fortran.kinds import BOOL, DOUBLE, INT, LETTER, LONG, TEXT
from translate.corpus.rules.cpp_to_fortran.supplied import supplied
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare, call, integer, plus
from translate.corpus.rules.cpp_to_fortran.texts import quoted

Method = Callable[[Context, Term, list[Term]], Term]


def text_method(c: Context, subject: Term, method: str, args: list[Term]) -> Term:
    """The value of a method of a text. Raises Declined."""
    found = METHODS.get(method)
    if found is None:
        raise Declined(f"method {method}")
    return found(c, subject, args)


def text_statement(c: Context, subject: Term, method: str, args: list[Term]) -> None:
    """Put a method of a text that changes it. Raises Declined."""
    whole = c.fortran(subject)
    if method in ("append", "push_back") and len(args) == 1 and args[0].kind.family == "character":
        c.put(f"{whole} = {c.fortran(Term('//', TEXT, (subject, args[0])))}")
    elif method in ("clear", "str") and all(c.fortran(arg) in ('""', "''") for arg in args):
        c.put(f'{whole} = ""')
    elif method == "pop_back" and not args:
        c.put(f"{whole} = {c.fortran(part(subject, integer(1), plus(length(subject), -1)))}")
    elif method == "erase" and args:
        rest = [part(subject, integer(1), _whole(args[0]))]
        if len(args) == 2:
            rest.append(part(subject, plus(Term("+", INT, (_whole(args[0]), _whole(args[1]))), 1), length(subject)))
        c.put(f"{whole} = {c.fortran(rest[0] if len(rest) == 1 else Term('//', TEXT, (rest[0], rest[1])))}")
    elif method == "insert" and len(args) == 2 and args[1].kind.family == "character":
        before, after = part(subject, integer(1), _whole(args[0])), part(subject, plus(_whole(args[0]), 1), length(subject))
        c.put(f"{whole} = {c.fortran(Term('//', TEXT, (Term('//', TEXT, (before, args[1])), after)))}")
    elif method == "reserve":
        return
    else:
        raise Declined(f"method {method}")


def length(text: Term) -> Term:
    """How many letters a text has."""
    return call("len", INT, bare(text))


def part(text: Term, first: Term, last: Term) -> Term:
    """The letters from the first to the last, counted from one. Raises Declined."""
    if text.op not in ("name", "member", "element"):
        raise Declined("a part of a text that is computed")
    return Term("element", TEXT, (text, Term("range", INT, (first, last))))


def repeated(c: Context, args: list[Term]) -> Term:
    """`std::string(3, 'x')`. Raises Declined."""
    if len(args) == 1 and args[0].kind.family == "character":
        return args[0]
    if len(args) != 2 or args[0].kind.family != "integer" or args[1].kind.family != "character":
        raise Declined("a text made in another way")
    return call("repeat", TEXT, bare(args[1]), bare(args[0]))


def letter_call(c: Context, function: str, args: list[Term]) -> Term | None:
    """A function of <cctype> or <string>; None where it is none."""
    if function == "to_string" and len(args) == 1:
        if args[0].kind.family == "real":
            return supplied(c, "text_of_real", TEXT, bare(converted(c, args[0], DOUBLE)))
        return supplied(c, "text_of", TEXT, bare(converted(c, as_number(args[0]), LONG)))
    if function in ("toupper", "tolower") and len(args) == 1 and args[0].kind == LETTER:
        return supplied(c, "upper_letter" if function == "toupper" else "lower_letter", LETTER, bare(args[0]))
    if function in CLASSES and len(args) == 1 and args[0].kind == LETTER:
        return _one_of(bare(args[0]), CLASSES[function])
    if function in ("strlen",) and len(args) == 1 and args[0].kind == TEXT:
        return length(args[0])
    if function == "strcmp" and len(args) == 2 and all(arg.kind == TEXT for arg in args):
        return _order(*args)
    return None


def _order(left: Term, right: Term) -> Term:
    """Below zero, zero or above it, as the left text comes before the right one, is the same, or comes after it."""
    left, right = bare(left), bare(right)
    unlike = call("merge", INT, integer(-1), integer(1), Term("<", BOOL, (left, right)))
    return call("merge", INT, integer(0), unlike, Term("==", BOOL, (left, right)))


def _one_of(letter: Term, ranges: tuple[str, ...]) -> Term:
    """Whether the letter lies in one of the ranges."""
    tests = []
    for span in ranges:
        low, high = span[0], span[1]
        ends = [Term("raw", LETTER, (), quoted(end)) for end in (low, high)]
        if low == high:
            tests.append(Term("==", BOOL, (letter, ends[0])))
        else:
            tests.append(Term(".and.", BOOL, (Term(">=", BOOL, (letter, ends[0])), Term("<=", BOOL, (letter, ends[1])))))
    whole = tests[0]
    for test in tests[1:]:
        whole = Term(".or.", BOOL, (whole, test))
    return whole


CLASSES: dict[str, tuple[str, ...]] = {
    "isdigit": ("09",), "isupper": ("AZ",), "islower": ("az",), "isalpha": ("AZ", "az"), "isalnum": ("09", "AZ", "az"), "isspace": ("  ",),
}  # fmt: skip


def _whole(term: Term) -> Term:
    term = bare(as_number(term))
    if term.kind.family != "integer":
        raise Declined("a place in a text that is no whole number")
    return replace(term, kind=replace(term.kind, unsigned=False))


def _substring(c: Context, subject: Term, args: list[Term]) -> Term:
    first = _whole(args[0]) if args else integer(0)
    if len(args) < 2:
        return part(subject, plus(first, 1), length(subject))
    if bare(args[1]).op != "number" or subject.op not in ("name", "member", "element"):
        return supplied(c, "part_of", TEXT, bare(subject), *(bare(converted(c, one, INT)) for one in (first, _whole(args[1]))))
    last = Term("+", INT, (first, _whole(args[1]))) if first.text != "0" else _whole(args[1])
    return part(subject, plus(first, 1), call("min", INT, *(converted(c, one, INT) for one in (last, length(subject)))))


def _found(*, back: bool) -> Method:
    def found(c: Context, subject: Term, args: list[Term]) -> Term:
        if len(args) != 1 or args[0].kind.family != "character":
            raise Declined("a search in a text from a place")
        last = [Term("raw", BOOL, (), "back=.true.")] if back else []
        return _from_zero(c, call("index", INT, bare(subject), bare(args[0]), *last))

    return found


def _from_zero(c: Context, place: Term) -> Term:
    """A place in a text as C++ counts: one piece, as C++ takes -1 for the largest number there is."""
    return Term("raw", INT, (), f"({c.fortran(place)} - 1)")


def _letter(c: Context, subject: Term, args: list[Term]) -> Term:
    at = plus(_whole(args[0]), 1)
    return replace(part(subject, at, at), kind=LETTER)


def _end(*, last: bool) -> Method:
    def end(c: Context, subject: Term, args: list[Term]) -> Term:
        at = length(subject) if last else integer(1)
        return replace(part(subject, at, at), kind=LETTER)

    return end


METHODS: dict[str, Method] = {
    "size": lambda c, subject, args: length(subject),
    "length": lambda c, subject, args: length(subject),
    "empty": lambda c, subject, args: Term("==", BOOL, (length(subject), integer(0))),
    "c_str": lambda c, subject, args: subject,
    "data": lambda c, subject, args: subject,
    "substr": _substring,
    "find": _found(back=False),
    "rfind": _found(back=True),
    "find_first_of": lambda c, subject, args: _from_zero(c, call("scan", INT, bare(subject), bare(args[0]))),
    "at": _letter,
    "front": _end(last=False),
    "back": _end(last=True),
    "compare": lambda c, subject, args: _order(subject, args[0]),
}

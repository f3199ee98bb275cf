"""What a C++ type is called in Fortran, and what comes out when two types meet."""

from __future__ import annotations

from dataclasses import dataclass, replace

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.style import FortranStyle


@dataclass(frozen=True, slots=True)
class Kind:
    """The type of a value: its family, its size in bytes, and whether C++ would wrap it at zero."""

    family: str
    size: int = 0
    unsigned: bool = False
    name: str = ""
    """Of a derived type."""

    @property
    def is_number(self) -> bool:
        return self.family in ("integer", "real", "complex", "logical")


INT, LONG, FLOAT, DOUBLE = Kind("integer", 4), Kind("integer", 8), Kind("real", 4), Kind("real", 8)
BOOL, VOID, TEXT, LETTER = Kind("logical", 4), Kind("void"), Kind("character"), Kind("character", 1)
TEXTS = Kind("derived", name="text_type")
"""What an array of texts of any length consists of."""

_TYPES = {
    "int": INT,
    "long": LONG,
    "long long": LONG,
    "long int": LONG,
    "long long int": LONG,
    "short": Kind("integer", 2),
    "short int": Kind("integer", 2),
    "signed char": Kind("integer", 1),
    "int8_t": Kind("integer", 1),
    "int16_t": Kind("integer", 2),
    "int32_t": INT,
    "int64_t": LONG,
    "ptrdiff_t": LONG,
    "ssize_t": LONG,
    "unsigned char": Kind("integer", 1, True),
    "uint8_t": Kind("integer", 1, True),
    "uchar": Kind("integer", 1, True),
    "unsigned short": Kind("integer", 2, True),
    "unsigned short int": Kind("integer", 2, True),
    "uint16_t": Kind("integer", 2, True),
    "ushort": Kind("integer", 2, True),
    "signed": INT,
    "signed int": INT,
    "unsigned": Kind("integer", 4, True),
    "unsigned int": Kind("integer", 4, True),
    "uint32_t": Kind("integer", 4, True),
    "uint": Kind("integer", 4, True),
    "size_t": Kind("integer", 8, True),
    "unsigned long": Kind("integer", 8, True),
    "unsigned long long": Kind("integer", 8, True),
    "uint64_t": Kind("integer", 8, True),
    "float": FLOAT,
    "double": DOUBLE,
    "bool": BOOL,
    "char": LETTER,
    "void": VOID,
    "string": TEXT,
    "complex<double>": Kind("complex", 8),
    "complex<float>": Kind("complex", 4),
}
_QUALIFIERS = "const constexpr static inline register volatile struct typename extern __restrict__ __restrict restrict".split()


def is_letter(text: str) -> bool:
    """Whether a C++ type is that of letters, not of small numbers."""
    words = text.split()
    return "char" in words and not {"signed", "unsigned"} & set(words)


def kind_of(text: str) -> Kind:
    """The kind that a C++ type without stars and brackets is. Raises Declined."""
    text = text.replace("std::", "").replace("< ", "<").replace(" >", ">")
    words = [word for word in text.split() if word not in _QUALIFIERS]
    found = _TYPES.get(" ".join(words)) or _TYPES.get(" ".join(sorted(words, key=lambda word: word in ("int",))))
    if found is None:
        raise Declined(f"type {' '.join(words) or 'missing'}")
    return found


def common(left: Kind, right: Kind) -> Kind:
    """What C++ computes in when the two meet in an operation."""
    left, right = promoted(left), promoted(right)
    for family in ("complex", "real"):
        if family in (left.family, right.family):
            return Kind(family, max(k.size for k in (left, right) if k.family in ("complex", "real")))
    if left.family != "integer" or right.family != "integer":
        raise Declined(f"arithmetic on {left.family} and {right.family}")
    size = max(left.size, right.size)
    return Kind("integer", size, any(k.unsigned and k.size == size for k in (left, right)))


def promoted(kind: Kind) -> Kind:
    """What C++ makes of a value before it computes with it."""
    return INT if kind.family == "logical" or (kind.family == "integer" and kind.size < 4) else kind


def spelled(kind: Kind, style: FortranStyle) -> str:
    """The type as a declaration says it."""
    if kind.family == "derived":
        return f"type({kind.name})"
    if kind.family == "logical":
        return "logical"
    if kind.family == "character":
        return "character(len=1)" if kind.size == 1 else "character(len=:), allocatable"
    if kind == DOUBLE and style.reals == "double":
        return "double precision"
    if kind.family == "complex" and kind.size == 8 and style.reals == "double":
        return "complex(kind(1.0d0))"
    usual = 8 if kind.size == 8 and kind.family != "integer" else 4
    if kind.size == 4 and kind.family != "integer" and style.reals == "real64" and kind.family == "real":
        return "real(real32)"
    if kind.size == usual == 4:
        return kind.family
    return f"{kind.family}({size_name(kind, style)})"


def size_name(kind: Kind, style: FortranStyle) -> str:
    """The kind parameter of a type that is not the default one."""
    if kind.family == "integer":
        return f"int{8 * kind.size}" if style.reals == "real64" else str(kind.size)
    if kind.size == 4:
        return "real32" if style.reals == "real64" else "4"
    return {"real64": "real64", "dp": "dp"}.get(style.reals, "8")


def number(text: str) -> tuple[str, Kind]:
    """The digits and the kind of a C++ number. Raises Declined."""
    text = text.replace("'", "").lower()
    if text.startswith(("0x", "0b")) or (len(text) > 1 and text[0] == "0" and text[1:].isdigit()):
        digits = text.rstrip("ul")
        value = int(digits, 0) if not digits[1:].isdigit() else int(digits, 8)
        suffix = text[len(digits) :]
        return str(value), _integer_kind(value, suffix)
    if text.rstrip("ul").isdigit():
        digits = text.rstrip("ul")
        return digits, _integer_kind(int(digits), text[len(digits) :])
    if text.endswith("l") or text.startswith("0x"):
        raise Declined("long double")
    return (text[:-1], FLOAT) if text.endswith("f") else (text, DOUBLE)


def real_text(digits: str, kind: Kind, style: FortranStyle) -> str:
    """A real number as Fortran writes it."""
    mantissa, _, exponent = digits.partition("e")
    if "." not in mantissa:
        mantissa += ".0"
    elif mantissa.endswith("."):
        mantissa += "0"
    if mantissa.startswith("."):
        mantissa = "0" + mantissa
    exponent = exponent.lstrip("+")
    if kind == FLOAT:
        return f"{mantissa}e{exponent}" if exponent else mantissa
    if style.reals in ("real64", "dp"):
        return f"{mantissa}{f'e{exponent}' if exponent else ''}_{style.reals}"
    return f"{mantissa}d{exponent or '0'}"


def _integer_kind(value: int, suffix: str) -> Kind:
    if value >= 1 << 63:
        raise Declined("a number beyond 64 bits")
    size = 8 if "l" in suffix or value >= 1 << 31 else 4
    return replace(LONG if size == 8 else INT, unsigned="u" in suffix)

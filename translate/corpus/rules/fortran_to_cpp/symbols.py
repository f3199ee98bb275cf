"""What the names of a procedure stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.facts import FACTS
from translate.corpus.rules.fortran_to_cpp.integers import ONE, evaluated, minus, plus
from translate.corpus.rules.fortran_to_cpp.syntax import (
    Apply,
    Binary,
    Declared,
    Expression,
    Integer,
    Keyword,
    Name,
    Range,
    Real,
    Structure,
    Text,
    Unit,
)
from translate.corpus.rules.fortran_to_cpp.visiting import nodes, root_of

IN_ONE_PIECE = "in one piece"
"""The attribute of an allocated array whose bounds are known wherever it is used."""


@dataclass(slots=True)
class Symbol:
    """A variable, constant or procedure; `type` is spelled as in C++."""

    name: str
    type: str = ""
    bounds: tuple[Range, ...] | None = None
    intent: str = ""
    value: Expression | None = None
    length: Expression | str | None = None
    attributes: set[str] = field(default_factory=set)
    dummy: bool = False
    storage: str = ""
    """How an array is kept: pointer, array, vector or nested."""
    by: str = ""
    """How a scalar parameter is passed: value, reference or pointer."""
    owner: str = ""
    """The unit that declares it, where that is not the procedure itself."""
    spelled: str = ""

    @property
    def constant(self) -> bool:
        """Whether it is a named constant."""
        return "parameter" in self.attributes

    @property
    def rank(self) -> int:
        """Number of dimensions."""
        return len(self.bounds or ())


def spelled(name: str) -> str:
    """A C++ name for a Fortran one."""
    return name + "_" if name in FACTS.reserved else name


def lower(bound: Range) -> Expression:
    """The first subscript of a dimension."""
    return bound.first if bound.first is not None else ONE


def extent(bound: Range) -> Expression | None:
    """The number of elements in a dimension, None where it is not declared."""
    if bound.last is None or isinstance(bound.last, Text):
        return None
    return plus(minus(bound.last, lower(bound)), ONE)


def symbols_of(unit: Unit, outer: Mapping[str, Symbol], structures: Mapping[str, Structure]) -> dict[str, Symbol]:
    """Every name that `unit` declares, and those of `outer` that it sees. Raises Declined."""
    found = {name: symbol for name, symbol in outer.items()}
    own: dict[str, Symbol] = {}
    for declared in unit.declared:
        if declared.name:
            symbol = own.setdefault(declared.name, Symbol(declared.name, dummy=declared.name in unit.parameters))
            _refine(symbol, declared)
    found.update(own)
    for name in unit.parameters:
        found[name] = own.setdefault(name, Symbol(name, dummy=True))
    if unit.kind == "function":
        _result(unit, own, found)
    _implied(unit, own, found, outer)
    constants = constants_of(found)
    declarations = {d.name: d for d in unit.declared if d.type}
    for name, symbol in own.items():
        declaration = declarations.get(name) or (unit.prefix if unit.kind == "function" and name == (unit.result or unit.name) else None)
        if declaration is None and not (symbol.attributes & {"external", "intrinsic"} or (symbol.constant and _is_kind(symbol, constants))):
            declaration = implicit_type(unit, name)
        if declaration is not None:
            symbol.type = type_of(declaration, constants)
            symbol.length = symbol.length or declaration.length
            if symbol.type not in FACTS.types and symbol.type not in structures:
                raise Declined("unknown type")
        symbol.spelled = spelled(name)
        if "pointer" in symbol.attributes:
            raise Declined("pointers")
        if "optional" in symbol.attributes:
            raise Declined("optional argument")
    return found


def constants_of(symbols: Mapping[str, Symbol]) -> dict[str, int]:
    """The integer constants among `symbols` that are known here, kinds too."""
    known: dict[str, int] = dict(FACTS.kinds)
    for _ in range(4):
        for symbol in symbols.values():
            if symbol.constant and symbol.name not in known or symbol.constant and symbol.value is not None:
                value = kind_number(symbol.value, known)
                if value is not None:
                    known[symbol.name] = value
    return known


def kind_number(value: Expression | None, known: Mapping[str, int]) -> int | None:
    """The number that a kind or constant is, through the inquiry functions that give kinds."""
    match value:
        case Apply(Name("kind"), (Real(_, kind),)):
            return 8 if kind in ("d", "8") or known.get(kind) == 8 else 4
        case Apply(Name("kind"), (Integer(),)):
            return 4
        case Apply(Name("selected_real_kind"), arguments):
            first = arguments[0].value if isinstance(arguments[0], Keyword) else arguments[0]
            digits = evaluated(first, known)
            if digits is None or digits > 15 or isinstance(arguments[0], Keyword) and arguments[0].name != "p":
                return None
            return 4 if digits <= 6 and len(arguments) == 1 else 8
        case Apply(Name("selected_int_kind"), (first,)):
            digits = evaluated(first, known)
            return None if digits is None or not 5 <= digits <= 18 else 4 if digits <= 9 else 8
    return evaluated(value, known)


def type_of(declared: Declared, constants: Mapping[str, int]) -> str:
    """The C++ type of a declaration. Raises Declined."""
    base = declared.type
    if base.startswith("type "):
        return base.removeprefix("type ")
    if base == "character":
        return "std::string"
    if base in ("double precision", "double complex"):
        return "double" if base == "double precision" else "std::complex<double>"
    size = 4 if declared.kind is None else kind_number(declared.kind, constants)
    if base == "complex*":
        base, size = "complex", (size or 0) // 2
    found = FACTS.sized.get(f"{base} {size}")
    if found is None:
        raise Declined("kind that is not known here")
    return found


def implicit_type(unit: Unit, name: str) -> Declared:
    """What a name that is not declared is. Raises Declined."""
    if unit.strict:
        raise Declined("a name from elsewhere")
    letter = name[0]
    return unit.letters.get(letter) or Declared("", "integer" if letter in "ijklmn" else "real")


def _refine(symbol: Symbol, declared: Declared) -> None:
    symbol.attributes |= declared.attributes
    symbol.bounds = declared.bounds or symbol.bounds
    symbol.value = declared.value if declared.value is not None else symbol.value
    symbol.length = declared.length or symbol.length
    for attribute in declared.attributes:
        if attribute.startswith("intent"):
            symbol.intent = attribute.removeprefix("intent").strip()


def _result(unit: Unit, own: dict[str, Symbol], found: dict[str, Symbol]) -> None:
    name = unit.result or unit.name
    if name not in own:
        own[name] = found[name] = Symbol(name)
    own[name].attributes.add("result")


def _implied(unit: Unit, own: dict[str, Symbol], found: dict[str, Symbol], outer: Mapping[str, Symbol]) -> None:
    """Names that are used and not declared: variables where they are mentioned bare, functions where applied."""
    places = (unit.body, [d.bounds for d in unit.declared], [d.value for d in unit.declared], unit.data)
    applied = {node.base.name for node in nodes(places) if isinstance(node, Apply) and isinstance(node.base, Name)}
    counters = {node.variable for node in nodes(places) if hasattr(node, "variable")}
    for name in {node.name for node in nodes(places) if isinstance(node, Name)} | counters:
        if name in found or name in FACTS.kinds:
            continue
        if name in applied:
            if name not in FACTS.functions:
                own[name] = found[name] = Symbol(name, attributes={"external"})
        else:
            own[name] = found[name] = Symbol(name)
    for name in applied & set(own):
        symbol = own[name]
        if symbol.bounds is None and not symbol.attributes & {"result"} and not _string(unit, symbol):
            symbol.attributes.add("function")
            if name in FACTS.functions and "external" not in symbol.attributes:
                del own[name], found[name]


def _string(unit: Unit, symbol: Symbol) -> bool:
    declared = [d for d in unit.declared if d.name == symbol.name and d.type]
    kind = declared[0] if declared else unit.letters.get(symbol.name[0])
    return kind is not None and kind.type == "character"


def _is_kind(symbol: Symbol, constants: Mapping[str, int]) -> bool:
    return symbol.name in constants and isinstance(symbol.value, Name) and symbol.value.name in FACTS.kinds


def is_place(value: Expression, symbols: Mapping[str, Symbol]) -> bool:
    """Whether `value` is a variable or a part of one."""
    name = root_of(value)
    if name is None or name not in symbols:
        return False
    symbol = symbols[name]
    if symbol.constant or "external" in symbol.attributes or "function" in symbol.attributes:
        return False
    return isinstance(value, Name) or symbol.bounds is not None or symbol.type == "std::string" or symbol.type not in FACTS.types


__all__ = ["Binary", "Symbol", "constants_of", "extent", "implicit_type", "is_place", "lower", "spelled", "symbols_of", "type_of"]

"""Modules, procedures and the main program as one C++ file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.bound import with_plain_calls
from translate.corpus.rules.fortran_to_cpp.commons import with_commons_as_modules
from translate.corpus.rules.fortran_to_cpp.facts import FACTS
from translate.corpus.rules.fortran_to_cpp.procedures import array_type, body_of, declarations, head, is_letter, settle
from translate.corpus.rules.fortran_to_cpp.scope import Procedure, Scope, changed
from translate.corpus.rules.fortran_to_cpp.storage import settle_arrays
from translate.corpus.rules.fortran_to_cpp.style import CppStyle
from translate.corpus.rules.fortran_to_cpp.symbols import Symbol, constants_of, spelled, symbols_of, type_of
from translate.corpus.rules.fortran_to_cpp.syntax import Apply, Call, Name, Print, Structure, Unit
from translate.corpus.rules.fortran_to_cpp.visiting import mentions, nodes

INTRINSIC_MODULES = {"iso_fortran_env", "iso_c_binding"}


def whole_program(units: list[Unit], style: CppStyle) -> list[str]:
    """The lines of a program without its headers. Raises Declined."""
    units = with_commons_as_modules(with_plain_calls(units))
    modules = [unit for unit in units if unit.kind == "module"]
    programs = [unit for unit in units if unit.kind == "program"]
    if len(programs) != 1:
        raise Declined("no main program" if not programs else "two main programs")
    main = programs[0]
    structures = _structures(units)
    shared: dict[str, dict[str, Symbol]] = {}
    for module in modules:
        shared[module.name] = _own(module, symbols_of(module, _used(module, shared), structures), structures)
    procedures: dict[str, Procedure] = {}
    for module in modules:
        for unit in module.contained:
            _add(procedures, unit, {**_used(module, shared), **shared[module.name], **_used(unit, shared)}, structures)
    for unit in units:
        if unit.kind in ("subroutine", "function"):
            _add(procedures, unit, _used(unit, shared), structures)
    symbols = symbols_of(main, _used(main, shared), structures)
    host = _hosted(main, symbols)
    for unit in main.contained:
        _add(procedures, unit, {**host, **_used(unit, shared)}, structures)
    program = Procedure(main, symbols)
    return _Writer(modules, shared, structures, procedures, program, style).lines()


def _used(unit: Unit, shared: Mapping[str, dict[str, Symbol]]) -> dict[str, Symbol]:
    found: dict[str, Symbol] = {}
    for name in unit.uses:
        if name in shared:
            found.update(shared[name])
        elif name not in INTRINSIC_MODULES:
            raise Declined("a module from elsewhere")
    return found


def _own(module: Unit, symbols: dict[str, Symbol], structures: Mapping[str, Structure]) -> dict[str, Symbol]:
    for symbol in symbols.values():
        if not symbol.owner:
            symbol.owner = module.name
    return symbols


def _hosted(main: Unit, symbols: dict[str, Symbol]) -> dict[str, Symbol]:
    """The variables of the main program that its procedures see; those they mention become global."""
    seen: Counter[str] = Counter()
    for unit in main.contained:
        own = {declared.name for declared in unit.declared if declared.type} | set(unit.parameters)
        found = mentions((unit.body, unit.declared, unit.prefix))
        seen.update({name: count for name, count in found.items() if name not in own})
    host: dict[str, Symbol] = {}
    for name, symbol in symbols.items():
        if symbol.attributes & {"external", "function"}:
            continue
        if seen[name]:
            symbol.owner = symbol.owner or "program"
            host[name] = symbol
        elif symbol.constant or symbol.owner:
            host[name] = replace(symbol, owner=symbol.owner or "host")
    return host


def _structures(units: list[Unit]) -> dict[str, Structure]:
    found: dict[str, Structure] = {}
    for unit in units:
        for holder in (unit, *unit.contained):
            for structure in holder.structures:
                if structure.name in found:
                    raise Declined("two types of one name")
                found[structure.name] = structure
    return found


def _add(procedures: dict[str, Procedure], unit: Unit, outer: dict[str, Symbol], structures: Mapping[str, Structure]) -> None:
    if unit.contained:
        raise Declined("contained procedures")
    if unit.name in procedures or unit.name == "main":
        raise Declined("two procedures of one name")
    visible = {name: symbol for name, symbol in outer.items() if name != unit.name}
    procedures[unit.name] = Procedure(unit, symbols_of(unit, visible, structures))


class _Writer:
    def __init__(
        self,
        modules: list[Unit],
        shared: dict[str, dict[str, Symbol]],
        structures: dict[str, Structure],
        procedures: dict[str, Procedure],
        program: Procedure,
        style: CppStyle,
    ) -> None:
        self.modules, self.shared, self.structures = modules, shared, structures
        self.procedures, self.program = procedures, program
        self.style = self._style(style)
        self.headers: set[str] = set()
        self.helpers: set[str] = set()
        self.components: dict[str, dict[str, Symbol]] = {}
        units = [procedure.unit for procedure in procedures.values()]
        self.counts = mentions([*((u.body, u.declared, u.data) for u in [*units, program.unit, *modules])])

    def _style(self, style: CppStyle) -> CppStyle:
        """printf for reals where std::cout is needed in its plain state too."""
        prints = [n for p in [*self.procedures.values(), self.program] for n in nodes(p.unit.body) if isinstance(n, Print)]
        plain = any(one.layout is None and any(not type(i).__name__ == "Text" for i in one.items) for one in prints)
        laid_out = any(one.layout is not None for one in prints)
        return replace(style, print_with_printf=True) if plain and laid_out else style

    def lines(self) -> list[str]:
        """The whole file without its headers."""
        self._settle()
        types = self._structure_lines()
        variables = self._globals()
        written = {name: self._procedure(procedure) for name, procedure in self.procedures.items()}
        main = self._main()
        ordered, early = _ordered(self.procedures)
        functions = [*(f"{head(self.procedures[name])};" for name in early), *(line for name in ordered for line in ["", *written[name]])]
        return [*(f"#include <{name}>" for name in sorted(self.headers)), *self._helper_lines(), *types, *variables, *functions, "", *main]

    def _settle(self) -> None:
        names = [*self.procedures, *self.structures]
        for name, symbols in self.shared.items():
            names += [n for n, s in symbols.items() if s.owner == name and not s.attributes & {"external", "function", "intrinsic"}]
        names += [n for n, s in self.program.symbols.items() if s.owner == "program"]
        if len(set(names)) < len(names):
            raise Declined("two things of one name")
        if FACTS.library & set(self.procedures):
            raise Declined("a procedure named like one of the C library")
        for name in FACTS.library & set(names):
            for symbols in (*self.shared.values(), self.program.symbols, *(p.symbols for p in self.procedures.values())):
                if name in symbols and symbols[name].owner:
                    symbols[name].spelled = f"{name}_"
        for _ in range(len(self.procedures) + 1):
            for procedure in self.procedures.values():
                found = changed(procedure.unit.body, procedure.symbols, self.procedures) & set(procedure.unit.parameters)
                procedure.modified |= found | {p.name for p in procedure.parameters if p.intent in ("out", "inout")}
        for procedure in self.procedures.values():
            settle(procedure, not self.style.references, closed=True)
        self._settle_letters()
        for name, structure in self.structures.items():
            self.components[name] = self._components(structure)
        settle_arrays(self.procedures, self.program, self.shared, self.components, self.style)

    def _settle_letters(self) -> None:
        """A string of one character that goes to a procedure which may change it is kept as that one character."""
        for procedure in (*self.procedures.values(), self.program):
            for node in nodes(procedure.unit.body):
                name = node.name if isinstance(node, Call) else getattr(getattr(node, "base", None), "name", "")
                called = self.procedures.get(name) if isinstance(node, Call | Apply) else None
                for argument, parameter in zip(node.arguments, called.parameters, strict=False) if called is not None else ():
                    symbol = procedure.symbols.get(argument.name) if isinstance(argument, Name) else None
                    if symbol is not None and parameter.type == "char" and is_letter(symbol) and not symbol.constant:
                        symbol.type = "char"

    def _components(self, structure: Structure) -> dict[str, Symbol]:
        holder = next(u for u in self._units() if structure in u.structures)
        symbols = self._symbols_of(holder)
        constants = constants_of(symbols)
        found = {}
        for member in structure.members:
            kind = type_of(member, constants)
            if kind not in FACTS.types and kind not in self.structures or member.attributes & {"pointer"}:
                raise Declined("component of an unknown type")
            found[member.name] = Symbol(
                member.name, kind, member.bounds, value=member.value, length=member.length, attributes=set(member.attributes),
                spelled=spelled(member.name), storage="array" if member.bounds is not None else "",
            )  # fmt: skip
            if "allocatable" in member.attributes:
                found[member.name].storage = "vector" if len(member.bounds or ()) == 1 else "nested"
        return found

    def _units(self) -> list[Unit]:
        return [*self.modules, self.program.unit, *(p.unit for p in self.procedures.values())]

    def _symbols_of(self, unit: Unit) -> dict[str, Symbol]:
        if unit.kind == "module":
            return self.shared[unit.name]
        return self.program.symbols if unit is self.program.unit else self.procedures[unit.name].symbols

    def _scope(self, procedure: Procedure) -> Scope:
        symbols = procedure.symbols
        taken = set(symbols) | {s.spelled for s in symbols.values()} | set(self.procedures) | set(self.structures)
        return Scope(
            procedure.unit, symbols, self.style, constants_of(symbols), self.structures, self.procedures,
            changed(procedure.unit.body, symbols, self.procedures), self.headers, closed=True, components=self.components, taken=taken,
            helpers=self.helpers,
        )  # fmt: skip

    def _helper_lines(self) -> list[str]:
        return [line for helper in sorted(self.helpers) for line in helper.rstrip().split("\n")]

    def _structure_lines(self) -> list[str]:
        lines: list[str] = []
        for name, components in self.components.items():
            holder = next(u for u in self._units() if any(s.name == name for s in u.structures))
            scope = self._scope(Procedure(holder, self._symbols_of(holder)))
            lines += ["", f"struct {name} {{", *declarations(components.values(), scope), "};"]
        return lines

    def _globals(self) -> list[str]:
        lines: list[str] = []
        for module in self.modules:
            symbols = self.shared[module.name]
            scope = self._scope(Procedure(module, symbols))
            own = [
                s
                for s in symbols.values()
                if s.owner == module.name and self.counts[s.name] and not s.attributes & {"external", "function"}
            ]
            lines += declarations(own, scope)
        scope = self._scope(self.program)
        lines += declarations([s for s in self.program.symbols.values() if s.owner == "program"], scope)
        return ["", *lines] if lines else []

    def _procedure(self, procedure: Procedure) -> list[str]:
        body = body_of(procedure, self._scope(procedure))
        return [f"{head(procedure)} {{", *body, "}"]

    def _main(self) -> list[str]:
        scope = self._scope(self.program)
        lines = body_of(self.program, scope)
        start = []
        if self.style.precision is not None and not self.style.print_with_printf:
            start = [f"std::cout << std::setprecision({self.style.precision});"]
        return ["int main() {", *start, *lines, "return 0;", "}"]


def _ordered(procedures: Mapping[str, Procedure]) -> tuple[list[str], list[str]]:
    """Procedures with those they call before them, and those that need a declaration ahead."""
    ordered: list[str] = []
    early: list[str] = []
    open_ones: list[str] = []

    def visit(name: str) -> None:
        if name in ordered:
            return
        if name in open_ones:
            if name != open_ones[-1] and name not in early:
                early.append(name)
            return
        open_ones.append(name)
        for node in nodes(procedures[name].unit.body):
            called = (
                node.base.name
                if isinstance(node, Apply) and isinstance(node.base, Name)
                else getattr(node, "name", "")
                if type(node).__name__ == "Call"
                else ""
            )
            if called in procedures:
                visit(called)
        open_ones.remove(name)
        ordered.append(name)

    for name in procedures:
        visit(name)
    return ordered, early


__all__ = ["array_type"]

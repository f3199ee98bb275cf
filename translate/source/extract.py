"""The functions of a file, each with its place; what lies between them is not touched."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

import tree_sitter

from translate.languages import Language
from translate.source.fixed_form import LineMap, in_free_form, line_map
from translate.source.parse import Tree, captures, parse, without
from translate.units import Function, SourceUnit, Span

MAIN = "main"
"""What a main program is called, in normal form in every language."""


def extract(unit: SourceUnit) -> list[Function]:
    """The outermost function definitions of `unit`, in order of appearance; those of fixed-form Fortran in free form.

    A Fortran procedure or main program comes with the procedures that it contains, because these see its variables.
    """
    return functions_in(unit)[0]


def declarations_of(unit: SourceUnit) -> str:
    """What of `unit` stands outside its functions: types, macros, constants; without the headers of its own project."""
    left = unit.text.encode("utf-8")
    for function in reversed(extract(unit)):
        left = left[: function.span.start] + left[function.span.end :]
    lines = left.decode("utf-8").splitlines()
    return "\n".join(line for line in lines if not re.match(r'\s*#\s*include\s*"', line)).strip()


def translated_whole(unit: SourceUnit, target: Language) -> Function | None:
    """The unit's program where it is translated as one piece, into another family but CUDA; None where it goes function by function."""
    return whole_program(unit) if unit.language.family != target.family and target.name != "cuda" else None


def whole_program(unit: SourceUnit) -> Function | None:
    """The unit as one function that has its main program's name, without the headers that it includes; None where it has none."""
    tree = parse(in_free_form(unit.text, unit.language, unit.path), unit.language)
    program = _program(tree)
    main = next((function for function in functions_of(tree) if function.name == MAIN or function.text == program), None)
    if main is None or tree.root.has_error:
        return None
    return Function(main.name, _without_headers(tree).strip(), unit.language, Span(0, len(unit.text.encode("utf-8")), 1, 1))


def _program(tree: Tree) -> str | None:
    return next((tree.text(node).rstrip() for node in captures(tree, "functions").get("main", [])), None)


def _without_headers(tree: Tree) -> str:
    return without(tree, (node for node in tree.root.children if node.type == "preproc_include"))


def functions_in(unit: SourceUnit) -> tuple[list[Function], bool]:
    """As `extract`, and whether the unit has syntax faults anywhere."""
    text = in_free_form(unit.text, unit.language, unit.path)
    tree = parse(text, unit.language)
    functions = functions_of(tree)
    if text is not unit.text:
        places = line_map(text, unit.text)
        functions = [replace(found, span=_original(found.span, places)) for found in functions]
    functions = [replace(found, around=text) for found in functions]
    return functions, tree.root.has_error


def functions_of(tree: Tree) -> list[Function]:
    """As `extract`, for a tree at hand."""
    found = captures(tree, "functions")
    untitled = _keys(found, "main") - _keys(found, "titled")
    wrappers = _keys(found, "wrapper")
    names = found.get("name", [])
    declared = [(node.start_byte, node.end_byte) for node in found.get("declaration", [])]
    functions: list[Function] = []
    end = 0
    for node in found.get("function", []):
        if node.start_byte < end or any(first <= node.start_byte < last for first, last in declared):
            continue
        name = "main" if _key(node) in untitled else _name(tree, node, names)
        if name is None:
            continue
        outer = node
        while outer.parent is not None and _key(outer.parent) in wrappers:
            outer = outer.parent
        text = tree.text(outer).rstrip()
        end = outer.start_byte + len(text.encode("utf-8"))
        row, column = outer.start_point
        functions.append(Function(name, text, tree.language, Span(outer.start_byte, end, row + 1, column + 1)))
    return functions


def _name(tree: Tree, function: tree_sitter.Node, names: list[tree_sitter.Node]) -> str | None:
    first = bisect_left(names, function.start_byte, key=lambda node: node.start_byte)
    inside = first < len(names) and names[first].end_byte <= function.end_byte
    return tree.text(names[first]) if inside else None


def _original(span: Span, places: LineMap) -> Span:
    return replace(span, start=places.original(span.start), end=places.original(span.end))


def _keys(found: dict[str, list[tree_sitter.Node]], name: str) -> set[tuple[int, int, str]]:
    return {_key(node) for node in found.get(name, [])}


def _key(node: tree_sitter.Node) -> tuple[int, int, str]:
    return node.start_byte, node.end_byte, node.type

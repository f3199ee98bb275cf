"""A procedure among the modules of its file: their constants and kinds are known, and those that it uses go into it."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.program import fortran_to_cpp
from translate.corpus.rules.fortran_to_cpp.style import CppStyle
from translate.languages import language
from translate.source.callees import callees_of, needed_by
from translate.source.extract import MAIN, declarations_of, extract
from translate.source.loops import names_in
from translate.source.parse import Node, Tree, parse, walk
from translate.units import Function, SourceUnit

NOTHING = "\nprogram start_of_nothing\n  implicit none\nend program start_of_nothing\n"
"""Makes a program of a library, so that all of it is translated."""


def within_its_file(function: Function, style: CppStyle) -> str:
    """The C++ of one procedure, by what its file says of the names that it uses. Raises Declined."""
    unit = SourceUnit(fortran_to_cpp(_with_what_it_calls(function) + NOTHING, style), language("cpp"), function.name)
    found = [one for one in extract(unit) if one.name.lower() == function.name.lower() and one.name != MAIN]
    if len(found) != 1:
        raise Declined("a name that stands for several")
    return _with_constants(found[0].text, parse(declarations_of(unit), language("cpp")))


def _with_what_it_calls(function: Function) -> str:
    """The file without its main program and without procedures that have nothing to do with this one."""
    unit = SourceUnit(function.around, function.language, function.name)
    functions = extract(unit)
    own = next((number for number, one in enumerate(functions) if one.text == function.text), None)
    if own is None:
        raise Declined("a procedure that is not in its file")
    needed = {own, *needed_by(own, callees_of(functions))}
    content = function.around.encode("utf-8")
    for number in reversed(range(len(functions))):
        if number not in needed:
            content = content[: functions[number].span.start] + content[functions[number].span.end :]
    return content.decode("utf-8")


def _with_constants(text: str, file: Tree) -> str:
    """The function with the constants of its file that it mentions, and those that these mention, as its own."""
    tree = parse(text, language("cpp"))
    mentioned = set(names_in(tree, tree.root)) | {tree.text(node) for node in walk(tree.root) if node.type == "type_identifier"}
    wanted: list[str] = []
    for node in reversed(file.root.named_children):
        if node.type == "preproc_include" or _is_prototype(node) or not (names := _declared(file, node)) & mentioned:
            continue
        if node.type != "declaration" or not file.text(node).startswith(("const ", "constexpr ")):
            raise Declined("a variable or type of a module")
        wanted.insert(0, file.text(node))
        mentioned |= set(names_in(file, node)) - names
    body = next((node for node in walk(tree.root) if node.type == "compound_statement"), None)
    if body is None or not wanted:
        return text
    at = body.start_byte + 1
    return (tree.source[:at] + "".join(f"\n{line}" for line in wanted).encode("utf-8") + tree.source[at:]).decode("utf-8")


def _is_prototype(node: Node) -> bool:
    return node.type == "declaration" and any(child.type == "function_declarator" for child in node.children)


def _declared(tree: Tree, node: Node) -> set[str]:
    """The names that a declaration of the file introduces: of variables, or of a type."""
    names = {tree.text(child) for child in walk(node) if child.type in ("identifier", "type_identifier")}
    values = [child.child_by_field_name("value") for child in walk(node) if child.type == "init_declarator"]
    return names - {name for value in values if value is not None for name in names_in(tree, value)}

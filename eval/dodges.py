"""Names why an answer is no translation, although a compiler may take it and tests may pass; such an answer counts as failed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from eval.does_nothing import acts, bodies
from eval.items import Task
from translate.host import PRELUDE
from translate.languages import language
from translate.source.extract import functions_of
from translate.source.loops import LOOPS, declarations, written
from translate.source.parse import Node, Tree, captures, parse, walk

CONDITIONALS = frozenset({"preproc_if", "preproc_ifdef", "preproc_elif", "preproc_else", "preproc_elifdef"})
DEFINITIONS = frozenset({"preproc_def", "preproc_function_def"})
ASSEMBLY = frozenset({"gnu_asm_expression", "ms_asm_block"})
NAMES = frozenset({"identifier", "field_identifier", "name", "type_identifier", "namespace_identifier"})


def dodge(task: Task, text: str) -> str | None:
    """Why `text` is no translation of the task's source; None where nothing speaks against it. It need not be right, nor compile."""
    original, truth = task.item.texts[task.source], task.item.texts.get(task.target, "")
    reason = _dodge(task.source, task.target, original, truth, text)
    # A test set's own references are not held to more than they do.
    return None if reason and truth and _dodge(task.source, task.target, original, truth, truth) == reason else reason


def remark(task: Task, text: str) -> str | None:
    """What a reader should know of an answer that is a translation in form."""
    if task.target != "cuda":
        return None
    tree = parse(text, language("cuda"))
    kernels = _placed(tree, "__global__")
    if kernels and not any(tree.text(node) in ("threadIdx", "blockIdx") for kernel in kernels for node in walk(kernel)):
        return "every thread does everything: the kernel asks for no index"
    return None


@cache
def _dodge(source: str, target: str, original: str, truth: str, text: str) -> str | None:
    # What our own host functions need is no hiding place.
    ours, theirs = parse(text.replace(PRELUDE, ""), language(target)), parse(original, language(source))
    return (
        _source_language(ours, theirs)
        or _hidden(ours, theirs)
        or _reaching_out(ours, theirs)
        or _calls_back(ours, theirs)
        or (_no_kernel(ours, theirs, truth) if target == "cuda" else None)
        or _does_nothing(ours, theirs)
    )


def _source_language(ours: Tree, theirs: Tree) -> str | None:
    """Text of the source's language, whole or in words that only that language has."""
    spoken = theirs.language
    if spoken.name not in ours.language.holds and ours.root.has_error:
        again = parse(ours.source.decode("utf-8"), spoken)
        if not again.root.has_error and functions_of(again):
            return f"it is {spoken.title}, the language of the source"
    if spoken.name in ours.language.holds:
        return None
    foreign = set(_facts()["words"].get(spoken.name, "").split())
    said = sorted({ours.text(node) for node in walk(ours.root) if not node.children} & foreign)
    launched = any(node.type in ("kernel_call_syntax", "<<<") for node in walk(ours.root))
    return f"it says {said[0]}, a word of {spoken.title}" if said else f"it launches a kernel of {spoken.title}" if launched else None


def _hidden(ours: Tree, theirs: Tree) -> str | None:
    """Code that comes in by a directive, or that the grammar does not see into; what the source has may stay."""
    if b"%:" in ours.source and b"%:" not in theirs.source:
        return "it spells a directive with a digraph"
    known = {_squeezed(theirs, node) for node in walk(theirs.root) if _is_directive(node)}
    for node in walk(ours.root):
        if node.type in ASSEMBLY and not any(other.type in ASSEMBLY for other in walk(theirs.root)):
            return "it holds assembly"
        if not _is_directive(node) or _squeezed(ours, node) in known:
            continue
        if node.type == "preproc_include" and not _system_header(ours, node):
            return f"it takes code from elsewhere: {ours.text(node).strip()}"
        if node.type in CONDITIONALS:
            return "a directive turns parts of it on or off"
        if node.type in DEFINITIONS and (reason := _macro(ours, node, theirs)):
            return reason
    return None


def _macro(tree: Tree, node: Node, theirs: Tree) -> str | None:
    name, body = node.child_by_field_name("name"), node.child_by_field_name("value")
    called = tree.text(name) if name is not None else ""
    inside = tree.text(body) if body is not None else ""
    taken = {*tree.language.kept, *theirs.language.kept, *_facts()["words"]["cuda"].split()}
    if called in taken or called in _keywords(tree) or called.startswith("__"):
        return f"a macro changes what '{called}' means"
    if any(mark in inside for mark in ";{}") or "asm" in inside or "##" in inside:
        return f"the macro '{called}' hides statements"
    return None


def _keywords(tree: Tree) -> set[str]:
    """The keywords that the text itself uses."""
    return {node.type for node in walk(tree.root) if not node.is_named and node.type.isidentifier()}


def _reaching_out(ours: Tree, theirs: Tree) -> str | None:
    known = _mentioned(theirs)
    said = sorted((_mentioned(ours) & set(_facts()["reaching_out"].split())) - known)
    return f"it has the work done elsewhere: {said[0]}" if said else None


def _calls_back(ours: Tree, theirs: Tree) -> str | None:
    """A name of the source's functions that the answer says without defining it."""
    originals = {_plain(one.name) for one in functions_of(theirs)} - {"main"}
    defined = {one.name.lower() for one in functions_of(ours)} | set(_contained(ours))
    local = {ours.text(node).lower() for node in captures(ours, "locals").get("definition", []) if not _prototype(node)}
    own = {name for name in defined | local if _plain(name) in originals}
    for node in walk(ours.root):
        name = ours.text(node) if node.type in NAMES else ""
        if name and _plain(name) in originals and name.lower() not in own and node.type != "field_identifier":
            return f"it calls back into the original '{name}'"
    for one in walk(ours.root):
        if one.type == "language_binding" and any(name in ours.text(one).lower() for name in originals) and _in_interface(one):
            return "it binds to the original"
    return None


def _contained(tree: Tree) -> Iterator[str]:
    """The procedures of Fortran that a program or procedure holds, in lower case."""
    for node in walk(tree.root):
        name = node.child_by_field_name("name") if node.type in ("function_statement", "subroutine_statement") else None
        if name is not None and not _in_interface(node):
            yield tree.text(name).lower()


def _plain(name: str) -> str:
    """A name as linkers see it, whatever the compiler adds: `Saxpy` and `saxpy_` are one."""
    return name.lower().strip("_")


def _prototype(node: Node) -> bool:
    """Whether a name is that of a function that is only declared."""
    above = node.parent
    while above is not None and above.type.endswith("declarator"):
        if above.type == "function_declarator":
            outer = above.parent
            while outer is not None and outer.type.endswith("declarator"):
                outer = outer.parent
            return outer is not None and outer.type != "function_definition"
        above = above.parent
    return False


def _in_interface(node: Node) -> bool:
    above = node.parent
    while above is not None and above.type != "interface":
        above = above.parent
    return above is not None


def _no_kernel(ours: Tree, theirs: Tree, truth: str) -> str | None:
    kernels, device = _placed(ours, "__global__"), _placed(ours, "__device__")
    if not kernels and not device:
        return "it holds no kernel and no device function: C++ left as it was"
    if not kernels:
        wanted = _placed(parse(truth, ours.language), "__global__") if truth else []
        return "its device function is called by no kernel" if wanted else None
    working = [kernel for kernel in kernels if acts(ours, kernel)]
    if not working and any(acts(theirs, body) for body in bodies(theirs)):
        return "an empty kernel"
    return _unlaunched(ours, theirs, working)


def _unlaunched(ours: Tree, theirs: Tree, kernels: list[Node]) -> str | None:
    """A host function under the original's name must have a kernel do the work."""
    originals = {_plain(one.name) for one in functions_of(theirs)}
    hosts = {name: node for node in bodies(ours) if (name := _called(ours, node)) and not _is_placed(node)}
    entries = [node for name, node in hosts.items() if _plain(name) in originals]
    for entry in entries:
        reached = _reached(ours, entry, hosts)
        launched = {name for node in reached for name in _launched(ours, node)}
        if not launched & {_called(ours, kernel) for kernel in kernels}:
            return "its host function launches no kernel that does anything"
        own = {_called(ours, node) for node in bodies(ours)}
        if any(_computes(ours, node) or _hands_on(ours, node, own) for node in reached):
            return "its host function does the work by itself"
    return None


def _reached(tree: Tree, entry: Node, hosts: dict[str, Node]) -> list[Node]:
    """The host functions that `entry` calls, itself among them."""
    found, waiting = [entry], [entry]
    while waiting:
        said = {tree.text(node) for node in walk(waiting.pop()) if node.type == "identifier"}
        new = [node for name, node in hosts.items() if name in said and node not in found]
        found += new
        waiting += new
    return found


def _launched(tree: Tree, function: Node) -> Iterator[str]:
    """The names of kernels that a function launches."""
    for node in walk(function):
        if node.type == "kernel_call_syntax" and node.parent is not None:
            kernel = node.parent.child_by_field_name("function")
            if kernel is not None:
                yield next((tree.text(leaf) for leaf in walk(kernel) if leaf.type == "identifier"), tree.text(kernel))
        if node.type == "call_expression" and (callee := node.child_by_field_name("function")) is not None:
            if tree.text(callee) in _facts()["launching"].split():
                yield from (tree.text(leaf) for leaf in walk(node) if leaf.type == "identifier")


def _computes(tree: Tree, function: Node) -> bool:
    """Whether a loop of a host function writes to arrays that its caller handed in."""
    handed = _handed(tree, function)
    for loop in walk(function):
        if loop.type in LOOPS:
            for place, _ in written(loop):
                roots = {tree.text(leaf) for leaf in walk(place) if leaf.type == "identifier"} if place.type != "identifier" else set()
                if roots & handed:
                    return True
    return False


def _hands_on(tree: Tree, function: Node, own: set[str]) -> bool:
    """Whether a host function gives arrays of its caller to anybody but CUDA's runtime and the answer's own functions."""
    handed = _handed(tree, function)
    for node in walk(function):
        callee, arguments = node.child_by_field_name("function"), node.child_by_field_name("arguments")
        if node.type != "call_expression" or callee is None or arguments is None:
            continue
        name = tree.text(callee)
        if name in own or name.startswith("cuda") or any(child.type == "kernel_call_syntax" for child in node.children):
            continue
        if any(tree.text(argument).strip("&*() ") in handed or _offset(tree, argument) in handed for argument in arguments.named_children):
            return True
    return False


def _offset(tree: Tree, node: Node) -> str:
    """`a` of `a + 1`; empty for anything else."""
    left = node.child_by_field_name("left") if node.type == "binary_expression" else None
    return tree.text(left) if left is not None else ""


def _handed(tree: Tree, function: Node) -> set[str]:
    """The arrays among a function's parameters."""
    head = next((node for node in walk(function) if node.type == "function_declarator"), function)
    found = [one for node in walk(head) if node.type == "parameter_declaration" for one in declarations(tree, node)]
    return {one.name for one in found if any(mark in one.shape for mark in "*[&")}


def _does_nothing(ours: Tree, theirs: Tree) -> str | None:
    if not any(acts(theirs, body) for body in bodies(theirs)):
        return None
    return None if any(acts(ours, body) for body in bodies(ours)) else "it does nothing"


def _placed(tree: Tree, word: str) -> list[Node]:
    return [node for node in bodies(tree) if any(child.type == word for child in node.children)]


def _is_placed(node: Node) -> bool:
    return any(child.type in ("__global__", "__device__") for child in node.children)


def _called(tree: Tree, function: Node) -> str:
    """The name that a definition gives."""
    head = next((node for node in walk(function) if node.type == "function_declarator"), None)
    name = head.child_by_field_name("declarator") if head is not None else None
    return tree.text(name) if name is not None else ""


def _mentioned(tree: Tree) -> set[str]:
    inside = {tree.text(node) for node in walk(tree.root) if node.type in NAMES}
    macros = [parse(tree.text(node), tree.language) for node in walk(tree.root) if node.type == "preproc_arg"]
    return inside.union(*(_mentioned(macro) for macro in macros)) if macros else inside


def _is_directive(node: Node) -> bool:
    return node.type in CONDITIONALS or node.type in DEFINITIONS or node.type in ("preproc_include", *ASSEMBLY)


def _system_header(tree: Tree, node: Node) -> bool:
    path = node.child_by_field_name("path")
    return path is not None and path.type == "system_lib_string" and "/" not in tree.text(path) and "." not in tree.text(path).strip("<>.h")


def _squeezed(tree: Tree, node: Node) -> str:
    return "".join(tree.text(node).split())


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "dodges.toml").read_text(encoding="utf-8"))

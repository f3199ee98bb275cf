"""A CUDA kernel or device function as C++ for one processor, by the first rule that holds."""

from __future__ import annotations

from functools import partial

from translate.corpus.rules import Declined
from translate.corpus.rules.bounded import guarded_loops
from translate.corpus.rules.deparallelise import deparallelise
from translate.corpus.rules.one_thread import one_thread_for_all
from translate.corpus.rules.own_copies import with_own_indices, with_own_parameters
from translate.corpus.rules.phases import in_phases
from translate.corpus.rules.small_vectors import with_own_vectors
from translate.languages import language
from translate.source.comparisons import comparisons_apart
from translate.source.edits import Edits
from translate.source.kernels import mentions_threads
from translate.source.loops import declarations, names_in
from translate.source.parse import Node, Tree, parse, walk


def function_of(kernel: str) -> str:
    """The C++ function that does what all threads do; where only the launch bounds them, it has bounds as parameters. Raises Declined."""
    kernel = with_own_parameters(_with_real_abs(comparisons_apart(kernel, language("cuda"))))
    reason = Declined("no rule")
    for rule in RULES:
        try:
            return with_own_vectors(rule(kernel))
        except Declined as declined:
            reason = declined if rule is deparallelise else reason
    raise reason


def _with_real_abs(kernel: str) -> str:
    """`abs` of reals as `fabs`: on the device one name serves all, in C++ it may be that of integers."""
    tree = parse(kernel, language("cuda"))
    edits = Edits(tree)
    for node in walk(tree.root):
        function = node.child_by_field_name("function") if node.type == "call_expression" else None
        if function is not None and tree.text(function) == "abs" and _is_real(tree, node.child_by_field_name("arguments")):
            edits.replace(function, "fabs")
    return edits.text(tree.root)


def _is_real(tree: Tree, node: Node | None) -> bool:
    """Whether a number with a point or a variable of such a type stands in `node`."""
    if node is None:
        return False
    if any(leaf.type == "number_literal" and ("." in tree.text(leaf) or "e" in tree.text(leaf)) for leaf in walk(node)):
        return True
    real = {
        name.name
        for part in walk(tree.root)
        if part.type in ("declaration", "parameter_declaration")
        for name in declarations(tree, part)
        if {"float", "double"} & set(name.type.split())
    }
    return bool(real & set(names_in(tree, node)))


def _anew(kernel: str, *, unbounded: bool = False) -> str:
    return guarded_loops(with_own_indices(kernel), unbounded=unbounded)


def _host_function(text: str) -> str:
    """A device function, or a kernel that one thread runs, without the words that say where it runs."""
    tree = parse(text, language("cuda"))
    if tree.root.has_error or any(mentions_threads(tree, node) for node in tree.root.children):
        raise Declined("threads at work")
    words = ("__device__", "__global__", "__forceinline__", "__host__", "__restrict__")
    edits = Edits(tree)
    calls = [tree.text(node.child_by_field_name("function") or node) for node in walk(tree.root) if node.type == "call_expression"]
    if any(name.startswith(("__", "atomic")) for name in calls):
        raise Declined("calls what only the device has")
    for node in walk(tree.root):
        if not node.children and tree.text(node) in words:
            edits.replace(node, "")
    return " ".join(edits.text(tree.root).split(" ")).strip()


RULES = (deparallelise, guarded_loops, one_thread_for_all, in_phases, _anew, _host_function, partial(_anew, unbounded=True))

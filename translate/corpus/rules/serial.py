"""A CUDA kernel or device function as C++ for one processor, by the first rule that holds."""

from __future__ import annotations

from functools import partial

from translate.corpus.rules import Declined
from translate.corpus.rules.bounded import guarded_loops
from translate.corpus.rules.deparallelise import deparallelise
from translate.corpus.rules.one_thread import one_thread_for_all
from translate.corpus.rules.own_copies import with_own_indices, with_own_parameters
from translate.languages import language
from translate.source.edits import Edits
from translate.source.kernels import mentions_threads
from translate.source.parse import parse, walk


def function_of(kernel: str) -> str:
    """The C++ function that does what all threads do; where only the launch bounds them, it has bounds as parameters. Raises Declined."""
    kernel, reason = with_own_parameters(kernel), Declined("no rule")
    for rule in RULES:
        try:
            return rule(kernel)
        except Declined as declined:
            reason = declined if rule is deparallelise else reason
    raise reason


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


RULES = (deparallelise, guarded_loops, one_thread_for_all, _anew, _host_function, partial(_anew, unbounded=True))

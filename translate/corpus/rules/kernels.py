"""A C++ function as device code by the first rule that holds: independent iterations to threads, one thread, a device function."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.as_subscripts import as_subscripts
from translate.corpus.rules.counted_places import counted_places
from translate.corpus.rules.counting_up import counting_up
from translate.corpus.rules.dependence import Care
from translate.corpus.rules.device_memory import with_own_memory
from translate.corpus.rules.inner_first import inner_first
from translate.corpus.rules.on_device import on_device
from translate.corpus.rules.one_block import one_block
from translate.corpus.rules.parallelise import KernelStyle, parallelise
from translate.corpus.rules.running_pointers import with_places
from translate.corpus.rules.several_loops import loops_in_turn, summed_up
from translate.corpus.rules.shortened import shortened
from translate.languages import language
from translate.source.comparisons import comparisons_apart
from translate.source.extract import MAIN
from translate.source.loops import LOOPS
from translate.source.parse import parse, walk
from translate.source.plain_arrays import NotPlain, plain_arrays
from translate.source.result_place import with_result_place

MOST_PLACES = 8
ALONE = KernelStyle(guard="alone")


def kernel_of(function: str, *, callers: frozenset[str] = frozenset(), in_order: bool = False) -> str:
    """The kernel or device function that does what the C++ function does; one with `callers` that has no loop, or a result, serves these.

    With `in_order`, everything is done in the function's own order, by one thread. Raises Declined.
    """
    try:
        plain = plain_arrays(comparisons_apart(function, language("cpp")))
    except NotPlain as found:
        raise Declined(str(found)) from None
    try:
        text = on_device(plain)
    except Declined as declined:
        try:
            return with_own_memory(plain, _by_one_thread)
        except Declined:
            raise declined from None
    counted = counting_up(as_subscripts(text))
    for rule in () if in_order else RULES:
        try:
            return rule(counted)
        except Declined:
            continue
    if callers and not any(node.type in LOOPS for node in walk(parse(text, language("cpp")).root)):
        return _device_function(text)
    # What only the main program asks for, it asks of the host function.
    if callers <= {MAIN} and not in_order and (place := with_result_place(text, f"{_name(text)}_kernel")) is not None:
        try:
            return one_block(counting_up(as_subscripts(place)))
        except Declined:
            pass
    try:
        return parallelise(text, ALONE)
    except Declined:
        return _device_function(text)


def _name(text: str) -> str:
    tree = parse(text, language("cpp"))
    head = next((node for node in walk(tree.root) if node.type == "function_declarator"), None)
    name = head.child_by_field_name("declarator") if head is not None else None
    return tree.text(name) if name is not None else ""


def _by_one_thread(text: str) -> str:
    return parallelise(on_device(text), ALONE)


def _independent(text: str) -> str:
    return parallelise(text, care=Care.DIRECT)


def _shortened(text: str) -> str:
    try:
        return _independent(shortened(text))
    except Declined:
        return summed_up(shortened(text))


def _counted(text: str) -> str:
    """Places that are counted along, one after the other, until none is left."""
    text = counted_places(text)
    for _ in range(MOST_PLACES):
        try:
            text = counted_places(text)
        except Declined:
            break
    return _independent(text)


def _running(text: str) -> str:
    return _counted(counting_up(with_places(text)))


def _turned(text: str) -> str:
    return _independent(inner_first(text))


def _turned_in_turn(text: str) -> str:
    return loops_in_turn(inner_first(text))


RULES: tuple[Callable[[str], str], ...]
RULES = (_independent, loops_in_turn, summed_up, _turned, _turned_in_turn, _shortened, _counted, _running, one_block)


def _device_function(text: str) -> str:
    """The function as it stands, for the GPU."""
    tree = parse(text, language("cpp"))
    found = [node for node in walk(tree.root) if node.type == "function_definition"]
    if len(found) != 1 or any("std::" in tree.text(node) for node in walk(found[0]) if node.type == "parameter_list"):
        raise Declined("no kernel and no device function")
    start = found[0].start_byte
    before, after = (part.decode("utf-8") for part in (tree.source[:start], tree.source[start:]))
    return f"{before}__device__ {after.removeprefix('static ').removeprefix('inline ')}"

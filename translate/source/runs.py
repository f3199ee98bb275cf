"""Runs of statements that an answer names one by one: what follows the guard of a kernel belongs to an iteration, to the last statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from translate.source.kernels import COORDINATES, NEEDS_A_BLOCK
from translate.units import NormalisedFunction, Segment


def whole_runs(tokens: Sequence[str], source: NormalisedFunction) -> list[str]:
    """`tokens`, a serial answer to a kernel, with each run of statements that ends a block going on as the kernel's own block does."""
    beside = _beside(source)
    spans = {segment.label: (segment.start, segment.end) for segment in source.segments}
    launch = _launch(source)
    found: list[str] = []
    run: list[str] = []
    for token in tokens:
        if token in beside:
            run.append(token)
            continue
        found += _whole(run, beside, spans, launch) if token == "}" else run
        run = []
        found.append(token)
    return _with_conditions([*found, *run])


def _whole(
    run: Sequence[str], beside: Mapping[str, tuple[str, ...]], spans: Mapping[str, tuple[int, int]], launch: frozenset[str]
) -> list[str]:
    """The run without what stands inside of another of its statements, and with what follows in the block that its last one is in."""
    outer = [label for label in run if not any(_inside(spans[label], spans[other]) for other in run)]
    if not outer:
        return []
    block = beside[outer[-1]]
    before = [label for label in outer if label not in block]
    first = next(label for label in outer if label in block)
    return before + [label for label in block[block.index(first) :] if label in outer or label not in launch]


def _inside(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def _launch(source: NormalisedFunction) -> frozenset[str]:
    """The statements that compute an index or a stride, step by it, meet at a barrier, or leave where there is nothing to do."""
    found: set[str] = set()
    strides: set[str] = set()
    for segment in source.segments:
        statement = source.tokens[segment.start : segment.end]
        if segment.label[1] != "s" or not statement:
            continue
        leaves = statement[0] == "if" and "return" in statement[-4:]
        steps = len(statement) > 2 and statement[1] == "+=" and bool(strides & set(statement))
        if leaves or steps or {*COORDINATES, *NEEDS_A_BLOCK, "__shared__"} & set(statement):
            found.add(segment.label)
            strides |= {word for word in statement if word[:1] == "v" and word[1:].isdecimal()} if "=" in statement else set()
    return frozenset(found)


def _beside(source: NormalisedFunction) -> dict[str, tuple[str, ...]]:
    """Label of a statement -> the labels of all statements of its block, in order."""
    blocks: dict[Segment, list[str]] = {}
    inside: dict[str, Segment] = {}
    open_: list[Segment] = []
    for segment in source.segments:
        while open_ and open_[-1].end <= segment.start:
            open_.pop()
        if segment.label[1] == "s" and open_ and open_[-1].label[1] == "b":
            blocks.setdefault(open_[-1], []).append(segment.label)
            inside[segment.label] = open_[-1]
        if segment.label[1] in "sb":
            open_.append(segment)
    return {label: tuple(blocks[block]) for label, block in inside.items()}


def _with_conditions(tokens: list[str]) -> list[str]:
    """Heads of loops that lack a start or a condition with some, which `with_heads` then sets right."""
    for at in range(len(tokens) - 1):
        head = tokens[at + 2 : tokens.index(")", at)] if tokens[at : at + 2] == ["for", "("] and ")" in tokens[at:] else []
        if len(head) < 3 or head[-1] != "++" or head.count(";") >= 2 or any(word.startswith("<s") for word in head):
            continue
        name = head[-2]
        kind = head[: head.index(name)]
        rest = tokens[at + 2 + len(head) :]
        return [*tokens[: at + 2], *kind, name, "=", "0", ";", "0", ";", name, "++", *_with_conditions(rest)]
    return tokens

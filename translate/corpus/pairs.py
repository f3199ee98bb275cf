"""C++ and CUDA pairs from functions by rule: kernels made serial, loops made kernels, each in several styles."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from translate.corpus.generate import generate
from translate.corpus.loop_macros import spelled_out
from translate.corpus.near import near_copies
from translate.corpus.rules import Declined
from translate.corpus.rules.deparallelise import STYLES, SerialStyle, deparallelise
from translate.corpus.rules.outline import outline
from translate.corpus.rules.parallelise import GUARDS, INDEX_ORDERS, Care, KernelStyle, parallelise

MOST_TOKENS = 600
TRUSTING_SHARE = 0.12
"""Of the loops, how many are also made a kernel without a bound: about as many as of the real ones."""


def write_pairs(functions: Path, out: Path, *, generated: int, against: Sequence[Path], seed: int) -> Counter[str]:
    """Write the pairs of `functions` and `generated` made-up ones to `out`; counts by origin and reason declined."""
    counts: Counter[str] = Counter()
    suite = [row[name] for path in against for row in map(json.loads, path.open(encoding="utf-8")) for name in ("cpp", "cuda")]
    temporary = out.with_suffix(".part")
    with functions.open(encoding="utf-8") as lines, temporary.open("w", encoding="utf-8") as sink:
        records = (row for row in map(json.loads, lines) if row["clean"] and row["tokens"] <= MOST_TOKENS)
        made_up = (
            {"language": "cpp", "name": "", "text": generate(seed * 10_000_019 + i), "package": "generated"} for i in range(generated)
        )
        for batch in _batched(_pairs([records, made_up], random.Random(seed), counts), 1_000):
            close = near_copies([pair["cpp"] for pair in batch], suite) | near_copies([pair["cuda"] for pair in batch], suite)
            for number, pair in enumerate(batch):
                if number in close:
                    counts["left out: near a suite"] += 1
                else:
                    counts[pair["origin"]] += 1
                    sink.write(json.dumps(pair) + "\n")
    temporary.replace(out)
    return counts


def _pairs(sources: Iterable[Iterable[dict[str, Any]]], rng: random.Random, counts: Counter[str]) -> Iterator[dict[str, str]]:
    for record in (record for source in sources for record in source):
        text, package = record["text"], record["package"]
        tried = _Tried(counts, package)
        if record["language"] == "cuda" and "__global__" in text:
            yield from _of_kernel(spelled_out(text), tried, rng)
        elif record["language"] == "cuda" and text.startswith("__device__"):
            plain = text.replace("__device__", "", 1).replace("__forceinline__", "inline").strip()
            if not any(word in plain for word in ("threadIdx", "blockIdx", "__shared__", "__shfl", "atomic", "__sync")):
                yield {"cpp": plain, "cuda": text, "origin": "device", "package": package}
        elif record["language"] == "cpp" and package == "generated":
            yield from _of_loop(text, "generated", Care.LIKELY, tried, rng)
        elif record["language"] == "cpp" and "for" in text:
            for loop in (text, *outline(text, _last_name(record["name"]))):
                yield from _of_loop(loop, "parallelised", Care.LIKELY, tried, rng)


def _of_kernel(kernel: str, tried: _Tried, rng: random.Random) -> Iterator[dict[str, str]]:
    """A real kernel made serial in each style, and kernels of the plain style and others made of the serial loop."""
    first, *others = STYLES
    serial = list(tried("deparallelised", partial(_serial, kernel, first)))
    if not serial:
        # What a launch alone bounds is no example of a kernel to write, only of one to read.
        yield from tried("unbounded", partial(_unbounded, kernel), "cuda")
        return
    yield from serial
    for style in others:
        yield from tried("deparallelised", partial(_serial, kernel, style), "cpp")
    for written in (KernelStyle(), *_styles(rng, 2)):
        source = "" if written == KernelStyle() else "cuda"
        yield from tried("rewritten", partial(_kernel, serial[0]["cpp"], written, Care.NONE), source)


def _of_loop(loop: str, origin: str, care: Care, tried: _Tried, rng: random.Random) -> Iterator[dict[str, str]]:
    """A loop as the plain kernel, both ways; and kernels of another style, to read only, so that one style is written."""
    plain = list(tried(origin, partial(_kernel, loop, KernelStyle(), care)))
    yield from plain
    for style in _styles(rng, 1) if plain else []:
        yield from tried(origin, partial(_kernel, loop, style, care), "cuda")
    if plain and rng.random() < TRUSTING_SHARE:
        style = replace(_styles(rng, 1)[0], guard="none")
        yield from tried(origin, partial(_trusting, loop, style, care), "cuda")


def _serial(kernel: str, style: SerialStyle) -> tuple[str, str]:
    return deparallelise(kernel, style), kernel


def _kernel(loop: str, style: KernelStyle, care: Care) -> tuple[str, str]:
    return loop, parallelise(loop, style, care=care)


def _trusting(loop: str, style: KernelStyle, care: Care) -> tuple[str, str]:
    return _unbounded(parallelise(loop, style, care=care))


def _unbounded(kernel: str) -> tuple[str, str]:
    return deparallelise(kernel, unbounded=True), kernel


def _styles(rng: random.Random, count: int) -> list[KernelStyle]:
    """Styles drawn with the frequencies of real kernels: the plain one most often."""
    return [
        KernelStyle(
            index=rng.choices(INDEX_ORDERS, (50, 18, 12, 5, 6, 5, 4))[0],
            guard=rng.choices(GUARDS, (62, 12, 8, 8, 5, 5))[0],
            index_type=rng.choices((None, "int", "const int", "unsigned int"), (70, 15, 8, 7))[0],
            most_axes=2 if rng.random() < 0.85 else 1,
            axes="xy" if rng.random() < 0.7 else "yx",
        )
        for _ in range(count)
    ]


@dataclass(frozen=True, slots=True)
class _Tried:
    """Makes the pair that a rule gives; where it declines, counts why."""

    counts: Counter[str]
    package: str

    def __call__(self, origin: str, make: Callable[[], tuple[str, str]], source: str = "") -> Iterator[dict[str, str]]:
        """The pair, to be read from the language `source` alone where that is given."""
        try:
            cpp, cuda = make()
        except Declined as reason:
            self.counts[f"declined: {origin}: {reason}"] += 1
            return
        pair = {"cpp": cpp, "cuda": cuda, "origin": origin, "package": self.package}
        yield pair | {"source": source} if source else pair


def _last_name(name: str) -> str:
    last = name.rsplit("::", 1)[-1]
    return last if last.isidentifier() else "loop"


def _batched(pairs: Iterator[dict[str, str]], size: int) -> Iterator[list[dict[str, str]]]:
    batch: list[dict[str, str]] = []
    for pair in pairs:
        batch.append(pair)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch

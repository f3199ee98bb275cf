"""Pairs of functions to what a model reads and writes: tagged, labelled source tokens and the target that refers to them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice, permutations
from pathlib import Path
from sys import intern
from typing import Any

from translate.errors import UsageError
from translate.languages import Language, language, languages
from translate.model.prompt import prompt
from translate.source.extract import extract, whole_program
from translate.source.normalise import Unreadable, normalise
from translate.source.references import is_label, refer
from translate.source.specification import unspecified
from translate.units import Function, SourceUnit


@dataclass(frozen=True, slots=True)
class Example:
    """One direction of a pair: the tokens that the encoder reads and those that the decoder writes."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    origin: str


def examples_of(pair: Mapping[str, Any]) -> list[Example]:
    """All directions of `pair`, which has a text under each language's name; with a `source`, those from it alone.

    None where a side is not one readable function.
    """
    found: list[Example] = []
    for source, target in sides_of(pair):
        try:
            reads = normalise(source)
            writes = normalise(_said(target, source), reads)
        except Unreadable:
            return []
        tokens = tuple(refer(writes, reads))
        found.append(Example(tuple(prompt(reads, target.language)), tokens, str(pair.get("origin", "pair"))))
    return found


def sides_of(pair: Mapping[str, Any]) -> list[tuple[Function, Function]]:
    """Source and target of each direction of `pair`; none where a side is not one function."""
    found: list[tuple[Function, Function]] = []
    spoken = [one.name for one in languages() if one.name in pair]
    for source_name, target_name in permutations(spoken, 2):
        if pair.get("source", source_name) != source_name:
            continue
        source = _only_function(pair[source_name], language(source_name))
        target = _only_function(pair[target_name], language(target_name))
        if source is None or target is None:
            return []
        found.append((source, target))
    return found


def _said(target: Function, source: Function) -> Function:
    """`target` without what its source says for it."""
    if target.language.name != "fortran":
        return target
    return replace(target, text=unspecified(target.text, source.text, source.language))


def prepare(pairs: Path, out: Path, *, jobs: int = 1, longest: int = 768) -> Counter[str]:
    """Write the distinct examples of `pairs` (JSON lines) to `out`, in order; counts by origin, and what was left out."""
    counts: Counter[str] = Counter()
    seen: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    temporary = out.with_suffix(".part")
    with pairs.open(encoding="utf-8") as lines, temporary.open("w", encoding="utf-8") as sink:
        for found in _mapped(lines, jobs):
            if not found:
                counts["(unreadable)"] += 1
            for example in found:
                key = (example.source, example.target)
                if key in seen:
                    counts["(duplicate)"] += 1
                elif len(example.source) > longest or len(example.target) > longest:
                    counts["(too long)"] += 1
                else:
                    seen.add(key)
                    counts[example.origin] += 1
                    sink.write(_line(example))
    temporary.replace(out)
    return counts


def read_examples(path: Path) -> list[Example]:
    """The examples that `prepare` wrote. Raises UsageError where a line is none."""
    found: list[Example] = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                row = json.loads(line)
                source, target = (tuple(map(intern, row[side].split())) for side in ("source", "target"))
                found.append(Example(source, target, row["origin"]))
            except (ValueError, KeyError, TypeError, AttributeError) as fault:
                raise UsageError(f"not an example: {fault}", path=str(path), line=number, help="give what `prepare` wrote") from fault
    return found


def source_forms(path: Path) -> Iterator[tuple[str, ...]]:
    """The normal form of each example's source: what the model read, without tags and labels."""
    for example in read_examples(path):
        yield tuple(token for token in example.source[2:] if not is_label(token))


def _only_function(text: str, spoken: Language) -> Function | None:
    """The text's one function, or the whole text where it is a program."""
    unit = SourceUnit(text, spoken, "pair")
    functions = extract(unit)
    return whole_program(unit) or (functions[0] if len(functions) == 1 else None)


def _line(example: Example) -> str:
    row = {"source": " ".join(example.source), "target": " ".join(example.target), "origin": example.origin}
    return json.dumps(row, ensure_ascii=False) + "\n"


def _mapped(lines: Iterable[str], jobs: int) -> Iterator[list[Example]]:
    if jobs == 1:
        yield from map(_examples_of_line, lines)
        return
    stream = iter(lines)
    with ProcessPoolExecutor(jobs) as pool:
        while chunk := list(islice(stream, 4096)):
            yield from pool.map(_examples_of_line, chunk, chunksize=64)


def _examples_of_line(line: str) -> list[Example]:
    return examples_of(json.loads(line))

"""The functions that stay: no copy, no near copy, nothing from a test set; split into training and validation by package."""

from __future__ import annotations

import base64
import hashlib
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from translate.corpus.seen import Seen
from translate.corpus.steps import Done, Part, Progress, Row, begun, finish, finished, inputs_of, parts_of, read_rows, write_part
from translate.corpus.suites import Suites

VERSION = 1
"""Raise it when other functions stay."""
Sift = Callable[[Row, Seen], str | None]
"""What a row is left out for, or None; the row may be written to."""


def distinct_functions(
    sources: Sequence[Done], folder: Path, suites: Suites, valid: float, report: Callable[[str], None]
) -> Done:
    """The step that keeps the first of what is alike, in the order of the sources."""
    inputs = inputs_of("distinct", VERSION, [source.digest for source in sources], suites.digest, valid)

    def sift(row: Row, seen: Seen) -> str | None:
        signature = base64.b64decode(row.pop("signature") or "")
        if suites.resemble(row["form"], signature) if signature else suites.resemble_text(row["text"]):
            return "near a suite"
        if not seen.add(row["form"]):
            return "copies"
        if signature and not seen.add_unlike(signature, row["language"]):
            return "near copies"
        row["split"] = split_of(row["package"], valid)
        return None

    return sifted(parts_of(sources), folder, inputs, sift, lambda row: f"{row['package']}: {row['language']}", report)


def split_of(package: str, valid: float) -> str:
    """`valid` for that share of all names, by hash; else `train`."""
    number = int.from_bytes(hashlib.sha256(package.encode("utf-8")).digest()[:8], "big")
    return "valid" if number < valid * 2**64 else "train"


def sifted(
    parts: Sequence[Path], folder: Path, inputs: str, sift: Sift, kind: Callable[[Row], str], report: Callable[[str], None]
) -> Done:
    """The step that goes through `parts` in order, one part of its own for each; what was seen is kept on disk."""
    if (found := finished(folder, inputs)) is not None:
        return found
    there = begun(folder, inputs)
    path = folder / "seen.db"
    progress = Progress(folder.name, report)
    with Seen(path) as seen:
        start = seen.parts
        if start > there:
            # Parts were taken away by hand; what is known of them cannot be told apart from the rest.
            shutil.rmtree(folder)
            return sifted(parts, folder, inputs, sift, kind, report)
        for number in range(start, len(parts)):
            rows, counts = _one(parts[number], seen, sift, kind)
            write_part(folder, number, rows, counts)
            seen.commit(number + 1)
            progress.add(sum(counts.values()))
    return finish(folder, inputs, len(parts), Counter())


def _one(path: Path, seen: Seen, sift: Sift, kind: Callable[[Row], str]) -> Part:
    kept: list[Row] = []
    counts: Counter[str] = Counter()
    for row in read_rows(path):
        of = kind(row)
        reason = sift(row, seen)
        counts[f"{of}: {reason or 'kept'}"] += 1
        if reason is None:
            kept.append(row)
    return kept, counts

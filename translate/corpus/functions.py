"""The functions of sources, with licence and origin, each in the form that it is compared by."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from translate.corpus.forms import form_of, hash_of
from translate.corpus.sources import Member, Source
from translate.corpus.steps import Done, Part, Row, inputs_of, run_step
from translate.corpus.workers import Workers
from translate.languages import Language, language, language_of_path
from translate.source.extract import extract
from translate.units import Function, SourceUnit

VERSION = 1
"""Raise it when records come out otherwise."""
MOST_TOKENS = 1_500
FILES_IN_PART, BYTES_IN_PART = 48, 1_500_000


def extracted(source: Source, folder: Path, workers: Workers, report: Callable[[str], None], limit: int | None = None) -> Done:
    """The step that writes a record for every function of a source, or of its first `limit` files."""
    counts: Counter[str] = Counter()

    def warn(message: str) -> None:
        report(f"{source.package.id}: warning: {message}")
        counts[f"broken: {source.package.id}: {message}"] = 1

    inputs = inputs_of("functions", VERSION, source.digest, source.package, limit)
    chunks = chunks_of(islice(source.members(warn), limit))
    return run_step(folder / source.package.id, inputs, chunks, functions_of_files, workers, report, counts)


def functions_of_files(members: tuple[Member, ...]) -> Part:
    """The records of some files, and counts by kind."""
    rows: list[Row] = []
    counts: Counter[str] = Counter(files=len(members))
    for member in members:
        for record in records_of(member):
            counts[f"{record['language']} found"] += 1
            counts[f"{record['language']} with syntax faults"] += not record["clean"]
            if record["tokens"] is not None and record["tokens"] > MOST_TOKENS:
                counts[f"{record['language']} too long"] += 1
                continue
            rows.append(record)
    return rows, counts


def records_of(member: Member) -> Iterator[Row]:
    """One record for each function of a file: language, name, text, origin, licence, form, and whether it parses."""
    spoken = language_of_path(member.path)
    text = _text(member.content)
    if spoken is None or "\0" in text:
        return
    if spoken.name == "cpp" and ("__global__" in text or "__device__" in text):
        spoken = language("cuda")
    for function in extract(SourceUnit(text, spoken, member.path)):
        yield _record(function, spoken, member)


def _record(function: Function, spoken: Language, member: Member) -> Row:
    form = form_of(function.text, spoken, function.name)
    return {
        "language": spoken.name,
        "name": function.name,
        "text": function.text,
        "package": member.package,
        "licence": member.licence,
        "path": member.path,
        "line": function.span.line,
        "clean": form is not None,
        "tokens": form.tokens if form else None,
        "form": form.digest if form else hash_of(spoken.name, "text", "".join(function.text.split())),
        "signature": base64.b64encode(form.signature).decode("ascii") if form else None,
    }


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def chunks_of(members: Iterable[Member]) -> Iterator[tuple[Member, ...]]:
    """Files that are worked on at a time: not many, and not large together."""
    chunk: list[Member] = []
    size = 0
    for member in members:
        chunk.append(member)
        size += len(member.content)
        if len(chunk) >= FILES_IN_PART or size >= BYTES_IN_PART:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)

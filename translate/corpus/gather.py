"""Functions out of source archives: streamed member by member, one record a function, exact copies left out."""

from __future__ import annotations

import hashlib
import json
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from lzma import LZMAError
from pathlib import Path, PurePosixPath
from typing import Any

from translate.languages import Language, language, language_of_path
from translate.source.extract import extract
from translate.source.normalise import Unreadable, leaves_of, readable
from translate.units import SourceUnit

LARGEST_FILE = 2_000_000
"""Bytes; larger files are tables or generated code."""
MOST_TOKENS = 1_500
BROKEN = (tarfile.TarError, zipfile.BadZipFile, EOFError, zlib.error, LZMAError, OSError)


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive."""

    package: str
    licence: str
    path: str
    content: bytes


def gather(
    folder: Path,
    out: Path,
    *,
    spoken: frozenset[str] = frozenset({"cpp", "cuda", "fortran"}),
    jobs: int = 1,
    report: Callable[[str], None] = print,
) -> Counter[str]:
    """Write a record for every distinct function in the `spoken` languages of the archives in `folder` to `out`.

    Returns counts by kind.
    Two runs over the same archives write the same bytes. A broken archive is reported, what it gave is kept.
    """
    counts: Counter[str] = Counter()
    seen: set[bytes] = set()
    temporary = out.with_suffix(".part")
    with temporary.open("w", encoding="utf-8") as sink, ProcessPoolExecutor(jobs) as pool:
        members = _members(folder, spoken, report)
        while chunk := list(islice(members, 256)):
            for member, records in zip(chunk, pool.map(records_of, chunk, chunksize=8), strict=True):
                counts["files"] += 1
                for record in records:
                    name = record["language"]
                    counts[f"{name} functions"] += 1
                    counts[f"{name} with syntax faults"] += not record["clean"]
                    digest = hashlib.sha1("".join(record["text"].split()).encode()).digest()
                    if digest in seen:
                        counts[f"{name} copies"] += 1
                        continue
                    seen.add(digest)
                    sink.write(json.dumps({**record, "package": member.package, "licence": member.licence}) + "\n")
    temporary.replace(out)
    return counts


def records_of(member: Member) -> list[dict[str, Any]]:
    """One record for each function of a file: language, name, text, place, tokens, and whether it parses."""
    spoken = language_of_path(member.path)
    try:
        text = member.content.decode("utf-8")
    except UnicodeDecodeError:
        text = member.content.decode("latin-1")
    if spoken is None or "\0" in text:
        return []
    if spoken.name == "cpp" and ("__global__" in text or "__device__" in text):
        spoken = language("cuda")
    records = []
    for function in extract(SourceUnit(text, spoken, member.path)):
        tokens = _token_count(function.text, spoken)
        if tokens is None or tokens <= MOST_TOKENS:
            records.append(
                {
                    "language": spoken.name,
                    "name": function.name,
                    "text": function.text,
                    "path": member.path,
                    "line": function.span.line,
                    "clean": tokens is not None,
                    "tokens": tokens,
                }
            )
    return records


def _token_count(text: str, spoken: Language) -> int | None:
    try:
        return sum(1 for _ in leaves_of(readable(text, spoken)))
    except Unreadable:
        return None


def _members(folder: Path, spoken: frozenset[str], report: Callable[[str], None]) -> Iterator[Member]:
    record = json.loads((folder / "archives.json").read_text(encoding="utf-8"))
    for package, entry in record.items():
        path = folder / entry["file"]
        try:
            for name, content in (_of_zip if path.suffix == ".zip" else _of_tar)(path):
                found = language_of_path(name)
                if found is None or not {found.name, "cuda" if found.name == "cpp" else ""} & spoken:
                    continue
                yield Member(package, entry["licence"], name, content)
        except BROKEN as fault:
            report(f"{path.name}: warning: the rest of the archive cannot be read: {fault}")


def _of_tar(path: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(path, "r|*") as archive:
        for member in archive:
            if member.isfile() and _wanted(member.name, member.size):
                source = archive.extractfile(member)
                if source is not None:
                    yield member.name, source.read()


def _of_zip(path: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            if not member.is_dir() and _wanted(member.filename, member.file_size):
                yield member.filename, archive.read(member)


def _wanted(name: str, size: int) -> bool:
    path = PurePosixPath(name)
    return size <= LARGEST_FILE and language_of_path(path.name) is not None

"""Functions out of fetched archives in one file, one record a function, exact copies left out."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from translate.corpus.fetch import RECORD
from translate.corpus.functions import chunks_of, functions_of_files
from translate.corpus.recipe import Package
from translate.corpus.sources import Member, Source
from translate.corpus.workers import workers
from translate.languages import language_of_path

EVERY = frozenset({"cpp", "cuda", "fortran"})


def gather(
    folder: Path, out: Path, *, spoken: frozenset[str] = EVERY, jobs: int = 1, report: Callable[[str], None] = print
) -> Counter[str]:
    """Write a record for every distinct function in the `spoken` languages of the archives in `folder` to `out`; counts by kind.

    Two runs over the same archives write the same bytes. A broken archive is reported, what it gave is kept.
    """
    counts: Counter[str] = Counter()
    seen: set[bytes] = set()
    temporary = out.with_suffix(".part")
    with temporary.open("w", encoding="utf-8") as sink, workers(jobs) as pool:
        for rows, counted in pool.map(functions_of_files, chunks_of(_members(folder, spoken, report))):
            counts.update(counted)
            for row in rows:
                digest = hashlib.sha1("".join(row["text"].split()).encode()).digest()
                if digest in seen:
                    counts[f"{row['language']} copies"] += 1
                    continue
                seen.add(digest)
                sink.write(json.dumps({name: value for name, value in row.items() if name != "signature"}) + "\n")
    temporary.replace(out)
    return counts


def _members(folder: Path, spoken: frozenset[str], report: Callable[[str], None]) -> Iterator[Member]:
    record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    for name, entry in record.items():
        place = folder / entry["file"]
        package = Package(name, "folder" if place.is_dir() else "pypi", entry["licence"])
        for member in Source(package, str(place), entry["sha256"]).members(report):
            found = language_of_path(member.path)
            if found is not None and {found.name, "cuda" if found.name == "cpp" else ""} & spoken:
                yield member

"""Reads result files that an enemy may have laid out: plain files only, and no more of them than was agreed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from fnmatch import fnmatch

from translate.verify.sandbox.contract import Limits

DEPTH = 16
# A FIFO would block the reader, a link would lead out of the folder.
FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY


@dataclass
class Collected:
    """The files that were read, and why others were not."""

    files: dict[str, bytes] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Bytes read so far."""
        return sum(map(len, self.files.values()))


def collect(folder: int, wanted: tuple[str, ...], limits: Limits) -> Collected:
    """The files below the open `folder` whose names match one of `wanted`; no job process may be alive."""
    found = Collected()
    for number, (name, place, last) in enumerate(_entries(folder, wanted)):
        if number >= limits.files:
            found.refused[name] = f"more than {limits.files} files"
            break
        reason = _read(place, last, name, limits.file_bytes, found)
        if reason:
            found.refused[name] = reason
    return found


def _read(place: int, last: str, name: str, most: int, found: Collected) -> str:
    """Put one file into `found`, or say why not."""
    try:
        handle = os.open(last, FLAGS, dir_fd=place)
    except OSError as error:
        return "a link" if error.errno == 40 else os.strerror(error.errno or 0)
    with os.fdopen(handle, "rb") as file:
        facts = os.fstat(handle)
        if not stat.S_ISREG(facts.st_mode):
            return "not a regular file"
        if facts.st_nlink != 1:
            return "a file with several names"
        if facts.st_size > most - found.size:
            return f"larger than the {most} bytes left for results"
        found.files[name] = file.read(most - found.size)
    return ""


def _entries(folder: int, wanted: tuple[str, ...]) -> Iterator[tuple[str, int, str]]:
    """Name, open parent folder and last part of each entry that matches."""
    if not wanted:
        return
    for name, place, last in _walk(folder, "", DEPTH):
        if any(fnmatch(name, pattern) for pattern in wanted):
            yield name, place, last


def _walk(folder: int, above: str, depth: int) -> Iterator[tuple[str, int, str]]:
    for last in sorted(os.listdir(folder)):
        name = above + last
        try:
            below = os.open(last, FLAGS | os.O_DIRECTORY, dir_fd=folder)
        except OSError:
            yield name, folder, last
            continue
        try:
            if depth:
                with suppress(OSError):
                    yield from _walk(below, f"{name}/", depth - 1)
        finally:
            os.close(below)

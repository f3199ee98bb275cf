"""The source files of a package, one by one, wherever it lies: an archive, a folder, a checkout, a data set."""

from __future__ import annotations

import hashlib
import json
import os
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from lzma import LZMAError
from pathlib import Path, PurePosixPath
from typing import Any

from translate.corpus.fetch import RECORD, sha256_of
from translate.corpus.recipe import Package
from translate.errors import EnvironmentIncomplete
from translate.languages import language, language_of_path

LARGEST_FILE = 2_000_000
"""Bytes; larger files are tables or generated code."""
BROKEN = (tarfile.TarError, zipfile.BadZipFile, EOFError, zlib.error, LZMAError, OSError)


@dataclass(frozen=True, slots=True)
class Member:
    """A file of a source."""

    package: str
    licence: str
    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Source:
    """A package that is at hand."""

    package: Package
    place: str
    """A file or folder; the name of a data set."""
    digest: str
    """Changes with what is in it."""

    def members(self, warn: Callable[[str], None]) -> Iterator[Member]:
        """Its source files, in an order that does not change. What is broken is told and ends it; what came before is kept."""
        try:
            for path, content in READERS[self.package.registry](self):
                yield Member(self.package.name, self.package.licence, path, content)
        except BROKEN as fault:
            warn(f"{Path(self.place).name}: the rest of it cannot be read: {fault}")


def sources_of(packages: tuple[Package, ...], archives: Path, beside: Path, warn: Callable[[str], None]) -> Iterator[Source]:
    """Those of `packages` that are at hand: fetched into `archives`, or folders and data sets `beside` the recipe."""
    path = archives / RECORD
    record = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    for package in packages:
        if package.path is not None:
            folder = beside / package.path
            if folder.exists():
                yield Source(package, str(folder), _digest_of(folder))
            elif package.registry == "hub":
                yield Source(package, package.path, f"{package.path}@{package.version}")
            else:
                warn(f"{package.id}: no such folder: {folder}")
        elif package.id in record:
            yield Source(package, str(archives / record[package.id]["file"]), record[package.id]["sha256"])
        else:
            warn(f"{package.id}: not fetched from {package.registry}")


def _of_archive(source: Source) -> Iterator[tuple[str, bytes]]:
    path = Path(source.place)
    yield from _of_zip(path) if path.suffix == ".zip" else _of_tar(path)


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


def _of_folder(source: Source) -> Iterator[tuple[str, bytes]]:
    folder = Path(source.place)
    for path in _files(folder):
        yield path.relative_to(folder).as_posix(), path.read_bytes()


def _of_hub(source: Source) -> Iterator[tuple[str, bytes]]:
    """The texts of a data set, streamed; the text's number stands for its path."""
    try:
        load_dataset = import_module("datasets").load_dataset
    except ImportError as fault:
        raise EnvironmentIncomplete("datasets is not installed", path="corpus", help="pip install 'hpc-translate[corpus]'") from fault
    package = source.package
    assert package.language is not None, "the recipe's reader asks for it"
    ending = language(package.language).extensions[0]
    try:
        rows: Any = load_dataset(source.place, split=package.split, revision=package.version, streaming=True)
        for number, row in enumerate(rows):
            content = row[package.column].encode("utf-8", "replace")
            if len(content) <= LARGEST_FILE:
                yield f"{package.name}/{number:08}{ending}", content
    except KeyError as fault:
        raise OSError(f"the data set has no column {fault}") from fault
    # What is wrong with a foreign data set comes as errors of many libraries; each is a fault of the data set.
    except Exception as fault:
        raise OSError(str(fault).strip().splitlines()[0] if str(fault).strip() else type(fault).__name__) from fault


def _files(folder: Path) -> Iterator[Path]:
    """Source files under `folder`, by name; no link is followed, so that none leads out of it."""
    for place, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            path = Path(place) / name
            if not path.is_symlink() and path.is_file() and _wanted(name, path.stat().st_size):
                yield path


def _digest_of(place: Path) -> str:
    """Over names and contents of all files: those of a data set have other endings than code."""
    if place.is_file():
        return sha256_of(place)
    found = hashlib.sha256()
    for path in sorted(path for path in place.rglob("*") if path.is_file() and not path.is_symlink()):
        found.update(f"{path.relative_to(place).as_posix()}\0{sha256_of(path)}\n".encode())
    return found.hexdigest()


def _wanted(name: str, size: int) -> bool:
    path = PurePosixPath(name)
    return size <= LARGEST_FILE and language_of_path(path.name) is not None


READERS: dict[str, Callable[[Source], Iterator[tuple[str, bytes]]]] = {
    "debian": _of_archive,
    "pypi": _of_archive,
    "folder": _of_folder,
    "git": _of_folder,
    "hub": _of_hub,
}

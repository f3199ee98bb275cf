"""A folder with a function in several languages: NAME.cpp, NAME.cu, NAME.f90, a driver that calls it and what that prints."""

from __future__ import annotations

import tomllib
from pathlib import Path

from eval.items import Item
from eval.suite_readers.rows import kind
from eval.suite_readers.suite import Description, Read
from translate.errors import UsageError
from translate.languages import language_of_path
from translate.source.reading import read_text

DRIVER, EXPECTED, TAGS = ".driver.cpp", ".expected", "tags.toml"


def read(described: Description, file: Path | None) -> Read:
    """An item for each name that has files in two languages or more, in order of names. Raises UsageError."""
    folder = file or Path(described.path).parent / described.facts.get("folder", ".")
    if not folder.is_dir():
        raise UsageError("no such folder", path=str(folder), help="name it in the suite's description: folder = '...'")
    tags = _tags(folder / TAGS)
    found: dict[str, dict[str, Path]] = {}
    for path in sorted(folder.iterdir()):
        spoken = language_of_path(path.name)
        if spoken is not None and not path.name.endswith(DRIVER):
            found.setdefault(path.stem, {})[spoken.name] = path
    made = [_item(folder, name, paths, tags.get(name, ())) for name, paths in sorted(found.items())]
    columns = {spoken: f"*{path.suffix}" for item in found.values() for spoken, path in item.items()}
    return made, dict(sorted(columns.items()))


def _item(folder: Path, name: str, paths: dict[str, Path], tags: tuple[str, ...]) -> Item:
    if len(paths) < 2:
        only = next(iter(paths.values()))
        raise UsageError("no counterpart in another language", path=str(only), help=f"add {name}.cpp, {name}.cu or {name}.f90")
    texts = {spoken: read_text(str(path)) for spoken, path in sorted(paths.items())}
    driver, expected = _beside(folder / f"{name}{DRIVER}"), _beside(folder / f"{name}{EXPECTED}")
    if driver is not None and expected is None:
        raise UsageError(
            "what the driver prints is missing", path=str(folder / f"{name}{EXPECTED}"), help="run the driver and keep its output"
        )
    return Item(name, texts, kind(texts), driver=driver, expected=expected, tags=tags)


def _beside(path: Path) -> str | None:
    return read_text(str(path)) if path.is_file() else None


def _tags(path: Path) -> dict[str, tuple[str, ...]]:
    """Name -> constructs, from a file that a folder may have."""
    facts = tomllib.loads(read_text(str(path))) if path.is_file() else {}
    return {name: tuple(words) for name, words in facts.items()}

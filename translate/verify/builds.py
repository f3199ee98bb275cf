"""A store of what compilers said, by the content of what they were given: the same question is asked once."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from translate.units import Diagnostic

SCHEMA = 2


def key(*parts: str) -> str:
    """A name for `parts`; another text, flag or compiler gives another name."""
    return hashlib.sha256(json.dumps([SCHEMA, *parts]).encode("utf-8")).hexdigest()


def stored(name: str) -> tuple[Diagnostic, ...] | None:
    """The diagnostics of that build, empty where it went well; None where it is not known or its file is damaged."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        return tuple(Diagnostic(**row) for row in json.loads(_path(name).read_text(encoding="utf-8"))["diagnostics"])
    return None


def store(name: str, diagnostics: tuple[Diagnostic, ...]) -> None:
    """Keep the diagnostics of a build; where nothing can be written, nothing is kept."""
    path = _path(name)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as sink:
            json.dump({"diagnostics": [asdict(one) for one in diagnostics]}, sink)
        os.replace(temporary, path)


def folder() -> Path:
    """Where builds are kept: below XDG_CACHE_HOME, or ~/.cache. It may be deleted at any time."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "hpc-translate" / "builds"


def _path(name: str) -> Path:
    return folder() / name[:2] / f"{name[2:]}.json"

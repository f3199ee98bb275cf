"""What can stand behind `--model`: a backend by name or folder, a class of your own, a file of predictions, or the references."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from eval.items import Prediction, Task
from translate.errors import UsageError
from translate.languages import Language
from translate.model import Backend, backend
from translate.model.embedded import WEIGHTS

FORMAT = 'one object a line: {"task": "ITEM:cpp-cuda", "texts": ["best candidate", ...]}'


@cache
def loaded(model: str) -> Backend:
    """The backend behind `model`: a name, a folder, or `module:Class`. Raises UsageError, ModelMissing."""
    module, _, name = model.partition(":")
    if not name or Path(model).exists():
        return backend(model)
    # The current folder is where `python -m` looks for modules as well.
    sys.path[:0] = [] if "" in sys.path or str(Path.cwd()) in sys.path else [str(Path.cwd())]
    try:
        made: Backend = getattr(import_module(module), name)()
    except (ImportError, AttributeError) as fault:
        raise UsageError(f"no model is at '{model}': {fault}", path="eval", help="give --model package.module:Class") from fault
    return made


def short(model: str, most: int = 22) -> str:
    """A model's name, or the end of its folder."""
    name = model.rstrip("/").rsplit("/", 1)[-1] or model
    return name if len(name) <= most else f"…{name[1 - most :]}"


def without_backend(model: str) -> Callable[[Sequence[Task], int], list[Prediction]] | None:
    """What answers tasks without normal form; None where a backend does."""
    if model in READY:
        return READY[model]
    return (lambda tasks, count: _from_file(model, tasks, count)) if model.endswith(".jsonl") else None


def unchanged(task: Task) -> Prediction:
    """The source as the answer."""
    return Prediction(task.id, (task.item.texts[task.source],), 0.0, 0)


def supports(model: str, source: Language, target: Language) -> bool:
    """Whether a model was made for a direction; that of predictions in a file is seen task by task. Raises UsageError, ModelMissing."""
    if model.endswith(".jsonl"):
        return any(name.endswith(f":{source.name}-{target.name}") for name in _predictions(model))
    return model in READY or loaded(model).supports(source, target)


def folder_of(model: str) -> Path | None:
    """Where a model's files lie; None for one that has none."""
    return WEIGHTS if model == "embedded" else Path(model) if Path(model).is_dir() else None


def digest(model: str) -> str | None:
    """SHA-256 over the names and contents of a model's files; None for one that has none."""
    folder = folder_of(model)
    if folder is None:
        return hashlib.sha256(Path(model).read_bytes()).hexdigest() if Path(model).is_file() else None
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        whole.update(f"{path.relative_to(folder)}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def manifest(model: str) -> dict[str, Any]:
    """What a model's folder says of where it came from; empty where it says nothing."""
    folder = folder_of(model)
    path = folder / "manifest.json" if folder else None
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path and path.is_file() else {}
    return found


def _copies(tasks: Sequence[Task], count: int) -> list[Prediction]:
    return [unchanged(task) for task in tasks]


def _references(tasks: Sequence[Task], count: int) -> list[Prediction]:
    return [Prediction(task.id, (task.item.texts[task.target],), 0.0, 0) for task in tasks]


READY = {"copy": _copies, "reference": _references}
"""Answers that are at hand: the source as it stands, also where it has no normal form, and the truth, which shows each metric's ceiling."""


def _from_file(path: str, tasks: Sequence[Task], count: int) -> list[Prediction]:
    known = _predictions(path)
    missing = "no prediction in the file"
    return [Prediction(one.id, known.get(one.id, ())[:count], 0.0, 0, None if one.id in known else missing) for one in tasks]


@cache
def _predictions(path: str) -> dict[str, tuple[str, ...]]:
    """Task -> texts, as a file of predictions has them. Raises UsageError."""
    found = {}
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"cannot be read: {fault}", path=path, help=FORMAT) from fault
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            found[str(row["task"])] = tuple(str(text) for text in row["texts"])
        except (ValueError, KeyError, TypeError) as fault:
            raise UsageError(f"no prediction: {fault!r}", path=path, line=number, column=1, help=FORMAT) from fault
    return found

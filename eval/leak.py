"""`python -m eval leak`: the share of a suite that a model was trained on, word for word or nearly so."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from eval.items import Item
from eval.runs.models import folder_of
from eval.suite_readers import read_suite
from translate.errors import UsageError
from translate.languages import language, languages
from translate.training.manifest import Hashes, Sketches, digest, normal_forms, read_training, similarities, sketch

LINES = "give JSON lines with a text under cpp, cuda or fortran"
NEAR = 0.8
"""Jaccard similarity from which on a function is a near copy, as where training pairs are left out (translate/corpus/near.py)."""


@dataclass(frozen=True, slots=True)
class Training:
    """What is known of a model's training data."""

    hashes: Hashes
    sketches: Sketches | None


@dataclass(frozen=True, slots=True)
class Leak:
    """Items of a suite that the training data has: in some language the same normal form, or nearly the same."""

    counted: int
    """Items that have a normal form in some language."""
    left_out: int
    exact: tuple[str, ...]
    near: tuple[str, ...] | None
    """Exact ones among them; None where no sketches are known."""

    def __str__(self) -> str:
        near = "near copies unknown" if self.near is None else f"{len(self.near)} nearly or exactly ({_share(self.near, self.counted)})"
        rest = f"; {self.left_out} could not be read" if self.left_out else ""
        return f"{len(self.exact)} of {self.counted} exactly ({_share(self.exact, self.counted)}), {near}{rest}"


def leak(options: argparse.Namespace) -> int:
    """Print the shares and the items. Raises UsageError where the model names no training data."""
    suite = read_suite(options.suite, options.file)
    found = leaked(suite.items, of_file(options.training) if options.training else of_model(options.model))
    print(f"{suite.name}: {found}")
    for word, names in (("exact", found.exact), ("near", [name for name in found.near or () if name not in found.exact])):
        for name in names:
            print(f"{name}: {word}")
    return 0


def of_model(model: str) -> Training:
    """What the manifest of a model says. Raises UsageError where it says nothing: that is not the same as no leak."""
    folder = folder_of(model)
    if folder is None:
        raise UsageError(f"no model's folder is called '{model}'", help="give the folder of a model, or its data with --training FILE")
    known = read_training(folder)
    if known is None:
        said = "the manifest names no training_hashes, so that nothing is known of a leak"
        raise UsageError(said, path=str(folder / "manifest.json"), help="give the training data itself: --training FILE")
    return Training(*known)


def of_file(path: Path) -> Training:
    """Hashes and sketches of the functions in a file of training pairs. Raises UsageError."""
    forms = {digest(form): form for form in _forms(path)}
    if not forms:
        raise UsageError("no readable function", path=str(path), help=LINES)
    return Training(np.array(sorted(forms), dtype="<u8"), np.stack([sketch(forms[number]) for number in sorted(forms)]))


def leaked(items: Sequence[Item], training: Training) -> Leak:
    """Which items the training data has. An item that has functions by the dozen counts when each of them is there."""
    exact: list[str] = []
    near: list[str] = []
    counted = 0
    for item in items:
        sides = [forms for spoken, text in sorted(item.texts.items()) if (forms := normal_forms(text, language(spoken)))]
        counted += bool(sides)
        if any(all(_is_there(form, training) for form in forms) for forms in sides):
            exact.append(item.id)
        if training.sketches is not None and any(all(_is_near(form, training) for form in forms) for forms in sides):
            near.append(item.id)
    known = tuple(dict.fromkeys([*exact, *near])) if training.sketches is not None else None
    return Leak(counted, len(items) - counted, tuple(exact), known)


def recorded(models: Sequence[str], items: Sequence[Item]) -> dict[str, Any]:
    """For `results.json`: what is known of each model that has files."""
    found: dict[str, Any] = {}
    for model in models:
        folder = folder_of(model)
        known = read_training(folder) if folder else None
        if known is not None:
            seen = leaked(items, Training(*known))
            found[model] = {"said": str(seen), "exact": list(seen.exact), "near": None if seen.near is None else list(seen.near)}
        elif folder:
            found[model] = {"said": "unknown: its manifest names no training_hashes", "exact": None, "near": None}
    return found


def _is_there(form: Sequence[str], training: Training) -> bool:
    number = np.uint64(digest(form))
    at = int(np.searchsorted(training.hashes, number))
    return at < len(training.hashes) and bool(training.hashes[at] == number)


def _is_near(form: Sequence[str], training: Training) -> bool:
    assert training.sketches is not None
    return bool(len(training.sketches)) and bool(similarities(sketch(form), training.sketches).max() >= NEAR)


def _forms(path: Path) -> Iterator[tuple[str, ...]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"cannot be read: {fault}", path=str(path), help=LINES) from fault
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
        except json.JSONDecodeError as fault:
            raise UsageError(f"no JSON: {fault.msg}", path=str(path), line=number, column=fault.colno, help=LINES) from fault
        for spoken in languages():
            if isinstance(row.get(spoken.name), str):
                yield from normal_forms(row[spoken.name], spoken)


def _share(names: Sequence[str], counted: int) -> str:
    return f"{100 * len(names) / counted:.1f} %" if counted else "of nothing"

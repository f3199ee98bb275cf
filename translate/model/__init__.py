"""Backends that propose translations in normal form, and how one is found by name or folder."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol, runtime_checkable

from translate.errors import ModelMissing, UsageError
from translate.languages import Language
from translate.units import Candidate, NormalisedFunction

RULES = "rules"
"""The one backend that writes by rule what no model wrote."""
PIVOT = "pivot"
"""The one that takes a rule for one step and the model for the other."""

# Name -> class, imported only when asked for, so that `--help` waits for none of them.
BACKENDS = {
    "embedded": "translate.model.embedded:Embedded",
    "seq2seq": "translate.model.seq2seq:Seq2Seq",
    "copy": "translate.model.copy:Copy",
    "rules": "translate.model.rules:Rules",
    "pivot": "translate.model.pivot:Pivot",
}
# A file that gives a model's folder away -> the backend that reads it; the class is called with the folder.
FOLDERS = {"model.bin": "embedded", "config.json": "seq2seq"}


class Backend(Protocol):
    """Proposes translations; it reads and writes normal form only."""

    name: str
    declines: str
    """Why an input gets no candidate."""

    def supports(self, source: Language, target: Language) -> bool:
        """Whether it was made for this direction."""

    def propose(self, inputs: Sequence[NormalisedFunction], target: Language, count: int) -> list[list[Candidate]]:
        """Up to `count` candidates for each input, best first; none for an input that is too long for it."""


@runtime_checkable
class Reasoned(Protocol):
    """A backend that can say why it has no candidate."""

    name: str

    def reason(self, source: NormalisedFunction, target: Language) -> str:
        """Why there is none for `source`."""


def in_turn(made: Backend, source: Language, target: Language) -> list[Backend]:
    """The backends that are asked one after the other for a direction: those of a chain, or the one itself."""
    return [one for one in getattr(made, "backends", (made,)) if one.supports(source, target)]


def backend(model: str) -> Backend:
    """The backend called `model`, or the one that reads the folder `model`; several names with commas are a chain.

    Raises UsageError, ModelMissing.
    """
    if "," in model:
        from translate.model.chain import Chain

        return Chain([backend(name) for name in model.split(",") if name])
    folder = Path(model)
    if model in BACKENDS:
        if model == "seq2seq":
            raise UsageError("the seq2seq backend needs a model's folder", help="give the folder: --model path/to/model")
        return _loaded(model)
    if not folder.is_dir():
        raise UsageError(
            f"no model is called '{model}', and no folder either",
            help=f"use one of {', '.join(BACKENDS)}, or the folder of a model",
        )
    for mark, name in FOLDERS.items():
        if (folder / mark).is_file():
            return _loaded(name, folder)
    raise ModelMissing(
        f"the folder holds neither {' nor '.join(FOLDERS)}",
        path=model,
        help="give a folder in the Hugging Face format, or one converted to CTranslate2",
    )


def _loaded(name: str, *folder: Path) -> Backend:
    module, attribute = BACKENDS[name].split(":")
    try:
        made: Backend = getattr(import_module(module), attribute)(*folder)
    except ModuleNotFoundError as missing:
        raise ModelMissing(
            f"the backend '{name}' needs the Python package '{missing.name}'",
            help="install what it needs: pip install 'hpc-translate[train]'",
        ) from missing
    return made

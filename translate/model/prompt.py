"""What every model reads: the target's tag, the source's tag, then the labelled tokens in normal form."""

from __future__ import annotations

from translate.languages import Language
from translate.source.references import labelled
from translate.units import NormalisedFunction


def prompt(source: NormalisedFunction, target: Language) -> list[str]:
    """The encoder's tokens for translating `source` into `target`."""
    return [tag(target), tag(source.original.language), *labelled(source)]


def tag(language: Language) -> str:
    """The token that stands for a language."""
    return f"<{language.name}>"

"""Texts of one function in normal form."""

from __future__ import annotations

from translate.languages import language
from translate.source.extract import extract
from translate.source.normalise import normalise
from translate.units import NormalisedFunction, SourceUnit


def form(text: str, name: str, source: NormalisedFunction | None = None) -> NormalisedFunction:
    """The only function of `text`, in the language called `name`; where `source` is given, with its placeholders."""
    return normalise(extract(SourceUnit(text, language(name), "pair"))[0], source)

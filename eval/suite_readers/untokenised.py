"""Texts that the tokenizer of Roziere et al. (TransCoder, 2020) has put into one line, with the lines that they need to be read."""

from __future__ import annotations

import re
from dataclasses import replace

from eval.items import Item

_MARKER = re.compile(r'# \d+ "[^"]*"(?: \d)*')
"""What a preprocessor leaves behind to say which line comes next."""
_DIRECTIVE = re.compile(r"\s*#\s?(pragma\b.*?)\s*\bENDCOM\b\s*")
_TEXT = re.compile(r'"[^"\n]*"')


def untokenised(item: Item) -> Item:
    """The item with a line for each `#pragma ... ENDCOM`, without line markers, and with blanks in its character strings."""
    return replace(item, texts={spoken: _text(text) for spoken, text in item.texts.items()})


def _text(text: str) -> str:
    text = _DIRECTIVE.sub(r"\n#\1\n", _MARKER.sub("", text))
    return _TEXT.sub(_string, text) if "▁" in text else text


def _string(found: re.Match[str]) -> str:
    return '"' + "".join(found[0][1:-1].split()).replace("▁", " ") + '"' if "▁" in found[0] else found[0]

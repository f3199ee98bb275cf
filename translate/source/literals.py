"""Numbers and texts across languages: when two literals mean the same, and how one is spelled in the other language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from translate.languages import Language

BLANK = "␣"
"""Stands for a blank inside of a literal that a token of normal form spells."""
REAL = re.compile(r"(?P<digits>\d+\.\d*|\.\d+|\d+(?=[edED]))(?:(?P<mark>[edED])(?P<power>[+-]?\d+))?(?P<suffix>[fFlL]|_\w+)?")
WHOLE = re.compile(r"(?P<digits>0[xX][0-9a-fA-F]+|\d+)(?P<suffix>[uUlL]+|_\w+)?")
SINGLE_KINDS = ("_4", "_sp", "_real32", "_c_float")
ESCAPES = {"\\n": "\n", "\\t": "\t", '\\"': '"', "\\'": "'", "\\\\": "\\"}
LARGEST_INT = 2**31


def meaning(text: str, language: Language) -> str | None:
    """A key that literals of the same value and precision share in all languages; None for one that has no counterpart."""
    if (content := _content(text, language)) is not None:
        return f"text {content}"
    if (whole := WHOLE.fullmatch(text)) is not None:
        # A kind that is written out though the number is small is asked for: nothing else may take its place.
        asked = (whole["suffix"] or "").startswith("_") and _whole(whole) < LARGEST_INT
        return None if asked else f"whole {_whole(whole)}"
    real = REAL.fullmatch(text)
    return None if real is None else f"real {float(_plain(real))} {_is_double(real, language)}"


def literals_in(names: Mapping[str, str], source: Language, target: Language) -> dict[str, str]:
    """`names` with numbers and texts as `target` spells them; those that it cannot spell are left out."""
    spelled = {token: literal_in(text, source, target) if token[0] in "ns" else text for token, text in names.items()}
    return {token: text for token, text in spelled.items() if text is not None}


def literal_in(text: str, source: Language, target: Language) -> str | None:
    """A literal of `source` as `target` spells it; None where it cannot."""
    if source.line_ends == target.line_ends:
        return text
    if (content := _content(text, source)) is not None:
        return _fortran_text(content) if target.line_ends else _c_text(content)
    if (whole := WHOLE.fullmatch(text)) is not None:
        value = _whole(whole)
        return str(value) if value < LARGEST_INT else f"{value}{'_8' if target.line_ends else 'LL'}"
    real = REAL.fullmatch(text)
    return None if real is None else _real(real, source, target)


def marked(text: str) -> str:
    """A literal as one token: its blanks as marks."""
    return text.replace(" ", BLANK)


def unmarked(token: str) -> str:
    """The literal that a token spells; the inverse of marked."""
    return token.replace(BLANK, " ")


def _real(real: re.Match[str], source: Language, target: Language) -> str:
    before, _, after = real["digits"].partition(".")
    digits, power = f"{before or '0'}.{after or '0'}", int(real["power"] or 0)
    double = _is_double(real, source)
    if target.line_ends:
        return f"{digits}d{power}" if double else f"{digits}e{power}" if power else digits
    return f"{digits}{f'e{power}' if power else ''}{'' if double else 'f'}"


def _is_double(real: re.Match[str], language: Language) -> bool:
    """Without a mark, a real is of double precision in C and of single precision in Fortran."""
    suffix = (real["suffix"] or "").lower()
    if suffix:
        return suffix != "f" and suffix not in SINGLE_KINDS
    return not language.line_ends or (real["mark"] or "").lower() == "d"


def _plain(real: re.Match[str]) -> str:
    return f"{real['digits']}e{real['power'] or 0}"


def _whole(whole: re.Match[str]) -> int:
    digits = whole["digits"]
    return int(digits, 16) if digits[:2] in ("0x", "0X") else int(digits)


def _content(text: str, language: Language) -> str | None:
    """What a text literal holds; None for what is none, or has an escape that only C knows."""
    quote = text[:1]
    if quote not in ("'", '"') or len(text) < 2 or text[-1] != quote:
        return None
    inside = text[1:-1]
    if language.line_ends:
        return inside.replace(quote * 2, quote)
    pieces = re.split(r"(\\.)", inside)
    if any(piece.startswith("\\") and piece not in ESCAPES for piece in pieces):
        return None
    return "".join(ESCAPES.get(piece, piece) for piece in pieces)


def _fortran_text(content: str) -> str | None:
    """The end of a line is the statement's own in Fortran."""
    line = content.removesuffix("\n")
    if "\n" in line:
        return None
    quote = '"' if "'" in line and '"' not in line else "'"
    return quote + line.replace(quote, quote * 2) + quote


def _c_text(content: str) -> str:
    escaped = content.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")
    return f'"{escaped}"'

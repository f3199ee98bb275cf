"""Tokens to code as people lay it out."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import clang_format

from translate.languages import Language
from translate.source.fortran_layout import fortran_text

# Nothing that changes a token: no string is broken in two, no macro is laid out anew.
C_STYLE = (
    "{BasedOnStyle: LLVM, IndentWidth: 4, ColumnLimit: 110, SortIncludes: false, ReflowComments: false, "
    "BreakStringLiterals: false, SkipMacroDefinitionBody: true}"
)


def laid_out(words: Sequence[str], language: Language) -> str:
    """The text of `words`, laid out; the words themselves are never changed."""
    return fortran_text(words, language) if language.line_ends else formatted(joined(words), language)


def joined(words: Sequence[str]) -> str:
    """`words` with blanks between them, on lines of their own where a newline token says so."""
    lines: list[list[str]] = [[]]
    for word in words:
        if word == "<nl>":
            lines.append([])
        else:
            lines[-1].append(word)
    return "\n".join(" ".join(line) for line in lines if line)


def formatted(text: str, language: Language) -> str:
    """`text` in the house style for C++ and CUDA."""
    command = [str(_clang_format()), f"--style={C_STYLE}", f"--assume-filename=text{language.extensions[0]}"]
    done = subprocess.run(command, input=text.encode("utf-8"), capture_output=True, check=True)
    return done.stdout.decode("utf-8")


@cache
def _clang_format() -> Path:
    return Path(clang_format.get_executable("clang-format"))

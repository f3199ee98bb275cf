"""Whether the real compiler takes a candidate; for a kernel, whether its entry point comes out."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from translate.host import PRELUDE as HOST_PRELUDE
from translate.languages import Language
from translate.source.parse import parse
from translate.source.templates import device_functions_in, for_the_device_alone, kernels_in
from translate.units import Diagnostic
from translate.verify import builds, compilers
from translate.verify.compilers import Compiler

HEADERS = """
cmath cstdio cstdlib cstring cstdint climits cfloat cstddef algorithm array complex functional iomanip iostream limits map numeric sstream
stdexcept string vector
"""
PRELUDE = "".join(f"#include <{name}>\n" for name in HEADERS.split())
# A host function comes without what it needs at the top of its file, so that many share a unit.
PRELUDES = {"cpp": PRELUDE, "cuda": PRELUDE + HOST_PRELUDE, "fortran": ""}
TOGETHER = 50
"""Candidates in one unit; the headers are read once for all of them."""
# What a namespace around it would change, or what reaches beyond its own text.
NEEDS_ITS_OWN_UNIT = re.compile(r'^\s*#|extern\s*"C"|\bnamespace\b|\busing\b|\boperator\b|\bmain\s*\(|template\s*<\s*>', re.MULTILINE)
OUR_SCOPE = re.compile(r"\bc[0-9a-f]{64}::")
SHOWN = 5
HOST_ALONE = "__host__ function"
"""Of what a compiler says where device code needs something of the host."""
OUT_OF_TIME = "or ran out of time"


@dataclass(frozen=True, slots=True)
class Build:
    """What the compiler said."""

    ok: bool
    diagnostics: tuple[Diagnostic, ...]
    compiler: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """A candidate in a unit, in a namespace of its own where it has company."""

    name: str
    text: str
    kernels: tuple[tuple[str, str | None], ...]
    devices: tuple[str, ...] = ()

    def entry(self, kernel: str, *, scoped: bool) -> str:
        """A pattern for the kernel's entry point in PTX."""
        scope = f"{len(self.name)}{self.name}" if scoped else ""
        return rf"\.entry\s+\w*{scope}\w*{re.escape(kernel)}"


def compile_text(text: str, language: Language, *, afresh: bool = False) -> Build:
    """What the compiler says of one text; lines count from its start. Raises CompilerMissing."""
    return compile_many([text], language, afresh=afresh)[0]


def compile_many(texts: Sequence[str], language: Language, *, afresh: bool = False) -> list[Build]:
    """What the compiler says of each text on its own, many to a unit; known answers are taken from the store unless `afresh`.

    A kernel counts as compiled only when its `.entry` comes out, a device function when the device's compiler takes it though nobody calls
    it; a template is instantiated with stand-ins. The compiler runs in an empty folder, with limits on time and on what it writes.
    Raises CompilerMissing.
    """
    compiler = compilers.find(language)
    keys = [builds.key(compiler.version, repr(compiler.facts["flags"]), PRELUDES[language.name], text) for text in texts]
    known = {} if afresh else {name: found for name in keys if (found := builds.stored(name)) is not None}
    pending = {name: _piece(name, text, language) for name, text in zip(keys, texts, strict=True) if name not in known}
    shared = [piece for piece in pending.values() if _shares(piece.text, language, compiler)]
    alone = [piece for piece in pending.values() if piece not in shared]
    groups = [shared[at : at + TOGETHER] for at in range(0, len(shared), TOGETHER)] + [[piece] for piece in alone]
    for group in groups:
        for name, diagnostics in _compiled(group, language, compiler).items():
            # That a busy machine was too slow says nothing of the text.
            if not any(OUT_OF_TIME in one.message for one in diagnostics):
                builds.store(name, diagnostics)
            known[name] = diagnostics
    return [Build(not known[name], known[name], compiler.path) for name in keys]


def compile_within(text: str, language: Language, folder: Path) -> Build:
    """What the compiler says of a whole file whose own headers are looked for in `folder`; never stored. Raises CompilerMissing."""
    compiler = compilers.find(language)
    with tempfile.TemporaryDirectory(prefix="hpc-translate-build-") as place:
        source, out = Path(place) / f"unit{compiler.facts['suffix']}", Path(place) / compiler.facts["out"]
        source.write_text(text, encoding="utf-8")
        status, output = compilers.run(compiler, source, out, ("-I", str(folder.resolve())))
    found = tuple(diagnostic for _, diagnostic in compilers.messages(compiler, output)[:SHOWN])
    return Build(status == 0, () if status == 0 else found or (_last_words(output, status),), compiler.path)


def _piece(key: str, text: str, language: Language) -> _Piece:
    if language.name != "cuda":
        return _Piece(f"c{key}", text, ())
    return _Piece(f"c{key}", for_the_device_alone(text), tuple(kernels_in(text)), tuple(device_functions_in(text)))


def _shares(text: str, language: Language, compiler: Compiler) -> bool:
    """Whether a text can stand beside others: whole, and without reach beyond itself."""
    return bool(compiler.facts["scope"]) and not NEEDS_ITS_OWN_UNIT.search(text) and not parse(text, language).root.has_error


def _compiled(group: Sequence[_Piece], language: Language, compiler: Compiler) -> dict[str, tuple[Diagnostic, ...]]:
    """The diagnostics of each piece by key; those that the compiler names are left out, the others built once more."""
    scoped = len(group) > 1
    with tempfile.TemporaryDirectory(prefix="hpc-translate-build-") as folder:
        source, out = Path(folder) / f"unit{compiler.facts['suffix']}", Path(folder) / compiler.facts["out"]
        source.write_text(PRELUDES[language.name] + "".join(_spelled(piece, compiler, scoped=scoped) for piece in group), encoding="utf-8")
        status, output = compilers.run(compiler, source, out)
        if status == 0:
            listing = out.read_text(encoding="utf-8", errors="replace") if language.name == "cuda" else ""
            return {piece.name[1:]: _missing_entries(piece, listing, scoped=scoped) for piece in group}
    said = [(file, replace(one, message=OUR_SCOPE.sub("", one.message))) for file, one in compilers.messages(compiler, output)]
    if not scoped:
        found = tuple(diagnostic for _, diagnostic in said[:SHOWN])
        return {group[0].name[1:]: found or (_last_words(output, status),)}
    named = {file for file, _ in said}
    faulty = [piece for piece in group if piece.name in named]
    if not faulty:
        half = len(group) // 2
        return _compiled(group[:half], language, compiler) | _compiled(group[half:], language, compiler)
    done = {piece.name[1:]: tuple(one for file, one in said if file == piece.name)[:SHOWN] for piece in faulty}
    sound = [piece for piece in group if piece not in faulty]
    return done | (_compiled(sound, language, compiler) if sound else {})


def _spelled(piece: _Piece, compiler: Compiler, *, scoped: bool) -> str:
    if not compiler.facts["scope"]:
        return f"{piece.text}\n"
    wanted = "".join(f"inline auto instance_{i}_ = &{name}{given};\n" for i, (name, given) in enumerate(piece.kernels) if given)
    # What nobody calls is not written for the device, and what it calls of the host not found.
    wanted += "".join(f"__device__ auto used_{i}_ = &{name};\n" for i, name in enumerate(piece.devices))
    text = f'#line 1 "{piece.name}"\n{piece.text}\n{wanted}'
    return f"{compiler.facts['scope'].format(name=piece.name)}\n{text}}}\n" if scoped else text


def _missing_entries(piece: _Piece, listing: str, *, scoped: bool) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic("error", f"the compiler made no entry point for the kernel '{name}'")
        for name, _ in piece.kernels
        if not re.search(piece.entry(name, scoped=scoped), listing)
    )


def _last_words(output: str, status: int) -> Diagnostic:
    last = output.strip().splitlines()[-1:] or [f"the compiler ended with status {status} {OUT_OF_TIME}"]
    return Diagnostic("error", last[0])

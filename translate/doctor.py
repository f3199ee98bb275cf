"""What of the environment is there: compilers, sandbox engines, processors, model, each tried for real."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from translate.errors import CompilerMissing, TranslateError
from translate.languages import Language, language, languages
from translate.model import backend
from translate.source.extract import extract
from translate.source.normalise import normalise
from translate.units import SourceUnit
from translate.verify import compilers
from translate.verify.compile import compile_text
from translate.verify.sandbox import probe_all

MODEL = "embedded"
TRIALS = {
    "cpp": "int f(int n) { return n + 1; }",
    "cuda": "__global__ void k(float *a, int n) { int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < n) a[i] = 2 * a[i]; }",
    "fortran": "subroutine s(n, x)\n  integer :: n\n  real :: x(n)\n  x = 2 * x\nend subroutine",
}
LOOP = "void twice(float *a, int n) { for (int i = 0; i < n; i++) a[i] = 2 * a[i]; }"


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of the environment, whether it works, what was seen, and what to do where it does not."""

    part: str
    works: bool
    seen: str
    help: str = ""
    needed: bool = True
    """Whether the command falls short without it."""

    def __str__(self) -> str:
        mark = "ok" if self.works else ("missing" if self.needed else "none")
        advice = f"\nhelp: {self.help}" if self.help and not self.works else ""
        return f"{mark:<8}{self.part:<22}{self.seen}{advice}"

MODEL = "embedded"


def examine() -> Iterator[Finding]:
    """Every part, one after the other; each takes up to a few seconds."""
    for spoken in languages():
        yield _compiler(spoken)
    yield from _engines()
    yield _gpu()
    yield _model()


def _compiler(spoken: Language) -> Finding:
    part = f"compiler: {spoken.name}"
    try:
        compiler = compilers.find(spoken)
    except CompilerMissing as missing:
        return Finding(part, False, missing.message, missing.help)
    build = compile_text(TRIALS[spoken.name], spoken, afresh=True)
    version = next((line for line in compiler.version.splitlines() if re.search(r"\b\d+\.\d+", line)), "")
    said = "; ".join(diagnostic.message for diagnostic in build.diagnostics)
    return Finding(part, build.ok, f"{compiler.path} ({version.strip()[:60]})" if build.ok else f"{compiler.path}: {said}")


def _engines() -> Iterator[Finding]:
    probes = probe_all()
    confined = any(probe.healthy for probe in probes)
    for probe in probes:
        seen = f"{len(probe.findings)} properties hold" if probe.healthy else "; ".join(probe.reasons)
        advice = "apt-get install bubblewrap" if probe.engine == "bubblewrap" else ""
        yield Finding(f"sandbox: {probe.engine}", probe.healthy, seen, advice, needed=not confined and bool(advice))


def _gpu() -> Finding:
    program = shutil.which("nvidia-smi")
    if program is None:
        return Finding("gpu", False, "no nvidia-smi; kernels run on the processor", needed=False)
    said = subprocess.run([program, "-L"], capture_output=True, text=True, check=False, timeout=20)
    names = said.stdout.strip().splitlines()
    return Finding("gpu", bool(names), names[0] if names else said.stderr.strip() or "none", needed=False)


def _model() -> Finding:
    part = f"model: {MODEL}"
    try:
        form = normalise(extract(SourceUnit(LOOP, language("cpp"), "trial"))[0])
        answers = backend(MODEL).propose([form], language("cuda"), 1)[0]
    except TranslateError as fault:
        return Finding(part, False, fault.message, fault.help)
    return Finding(part, bool(answers), "answers" if answers else "has no answer", "install the package again")



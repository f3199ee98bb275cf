"""Callers of the original go on as they are, with the real compiler and at run time."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from host_programs import cases

from translate.host import PRELUDE, host_part, together
from translate.languages import language
from translate.verify.compile import compile_within
from translate.verify.cuda_on_cpu import build_flags, to_cpp

KERNEL = "__global__ void scale(float *a, float c, int n) { int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < n) a[i] *= c; }"
LOOP = "{ for (int i = 0; i < n; i++) a[i] *= c; }"
CALLER = "int main() { float a[3] = {1, 2, 3}; scale(a, 2, 3); return a[0] == 2 && a[1] == 4 && a[2] == 6 ? 0 : 1; }\n"
HEADS = [
    "void scale(float *a, float c, int n)",
    "void scale(float a[], const float c, const int n)",
    "static inline void scale(float *__restrict__ a, float c, int n)",
    'extern "C" void scale(float *a, float c, int n)',
    "template <typename T> void scale(float *a, T c, int n)",
    "void scale(float *const a, float c = 1, int n = 1)",
    "void\nscale(float *a,\n      float c,  // the factor\n      int n)",
    "void scale(float *a, const float &c, int n)",
]


def run(text: str, folder: Path) -> subprocess.CompletedProcess[str]:
    (folder / "unit.cpp").write_text(to_cpp(text, "unit.cu"))
    subprocess.run(["g++", str(folder / "unit.cpp"), "-o", str(folder / "unit"), *build_flags()], check=True)
    return subprocess.run([str(folder / "unit")], capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("head", HEADS)
def test_a_caller_compiles_unchanged_and_gets_the_same(head: str, tmp_path: Path) -> None:
    part = host_part(f"{head} {LOOP}", KERNEL)
    assert part.host is not None, part.help
    assert part.host.startswith(head) or head.startswith("extern")
    declared = "" if head.startswith(("static", "template")) or "=" in head else head.replace("extern", "extern", 1) + ";\n"
    assert run(declared + part.text + CALLER, tmp_path).returncode == 0


def test_a_kernel_keeps_its_text_unless_the_original_needs_its_name() -> None:
    original = f"{HEADS[0]} {LOOP}"
    assert host_part(original.replace("scale", "stretch"), KERNEL).kernel == KERNEL
    renamed = host_part(original, KERNEL).kernel
    assert renamed == KERNEL.replace("scale", "scale_kernel")
    taken = KERNEL.replace("int i =", "int scale_kernel = 0, i =")
    assert "void scale_kernel_(" in host_part(original, taken).kernel


def test_checks_neither_clash_with_macros_of_the_file_nor_with_each_other(tmp_path: Path) -> None:
    part = host_part(f"{HEADS[0]} {LOOP}", KERNEL)
    other = host_part(f"{HEADS[0]} {LOOP}".replace("scale", "widen"), KERNEL.replace("scale", "widen"))
    macros = "#define CHECK(x) nothing\n#define check nothing\n#define status nothing\n"
    assert run(PRELUDE + macros + together([part, other]) + PRELUDE + CALLER, tmp_path).returncode == 0


def test_an_error_of_cuda_stops_the_program_and_says_where(tmp_path: Path) -> None:
    # All threads of the kernel must be in one block, and there is no block of 5,000.
    kernel = "__global__ void scale_gpu(float *a, float c, int n) { a[threadIdx.x] *= c; }"
    part = host_part(f"{HEADS[0]} {LOOP}", kernel)
    done = run(part.text + "int main() { static float a[5000]; scale(a, 2, 5000); }\n", tmp_path)
    line = 1 + next(number for number, text in enumerate(part.text.splitlines()) if "cudaGetLastError" in text)
    assert done.returncode != 0 and f"unit.cu:{line}: error: " in done.stderr


def test_the_real_compiler_takes_every_host_function(tmp_path: Path) -> None:
    parts = [host_part(case.original, case.kernel) for case in cases()]
    spaces = [f"namespace case_{number} {{\n{part.kernel}\n{part.host}\n}}\n" for number, part in enumerate(parts)]
    built = compile_within(PRELUDE + "".join(spaces), language("cuda"), tmp_path)
    assert built.ok, built.diagnostics

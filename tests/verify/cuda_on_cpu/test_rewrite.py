"""The rewriting keeps every line where it was, and says what it cannot carry over."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from translate.errors import EnvironmentIncomplete
from translate.verify.cuda_on_cpu import build, build_flags, exit_status, headers, to_cpp, unsupported

KERNEL = "__global__ void k(int *a) { a[threadIdx.x] = 1; }\n"


@pytest.mark.parametrize("name", ["sound.cu", "faulty.cu"])
def test_each_line_stays_on_its_line(name: str) -> None:
    text = (Path(__file__).parent / name).read_text()
    rewritten = to_cpp(text, name).split(f'#line 1 "{name}"\n', 1)[1]
    assert rewritten.count("\n") == text.count("\n")
    for before, after in zip(text.splitlines(), rewritten.splitlines(), strict=True):
        if not any(word in before for word in ("<<<", ">>>", "__shared__")):
            assert after == before


@pytest.mark.parametrize(
    "text",
    [
        "int main() { return 0; }\n",
        "// k<<<1, 2>>>(a); in a comment\n",
        'const char *s = "k<<<1, 2>>>(a)";\n',  # Nor in a string.
        "int shifted = 1 << 2 >> 1;\n",
        "\n\n  // begins late\nint x;",
        "",
    ],
)
def test_a_text_without_cuda_stays_byte_for_byte(text: str) -> None:
    assert to_cpp(text).endswith(f'#line 1 "kernel.cu"\n{text}')


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("__global__ void k(float *a) { *a = tex2D<float>(t, 1, 2); }", "textures"),
        ("#include <cooperative_groups.h>\n", "cooperative groups"),
        ("namespace cg = cooperative_groups;", "cooperative groups"),
        ("__global__ void k(half *a) { }", "16-bit"),
        ("#include <cuda_fp16.h>\n", "16-bit"),
        ("__global__ void k() { nvcuda::wmma::fill_fragment(f, 0); }", "tensor cores"),
        ('__global__ void k() { asm volatile("bar.sync 0;"); }', "inline assembly"),
        (KERNEL + "__global__ void p(int *a) { k<<<1, 1>>>(a); }", "launched from a kernel"),
        ("__global__ void k() { int *a = new int[3]; delete[] a; }", "new or malloc"),
        ("__device__ void *f() { return malloc(3); }", "new or malloc"),
        ("void f() { thrust::sort(a, b); }", "Thrust"),
        ("#include <cub/cub.cuh>\n", "Thrust"),
        ("void f() { cublasSgemm(h); }", "cuBLAS"),
        ("#define LAUNCH(k) k<<<1, 1>>>()\n", "inside a macro"),
        ("#define READ(t) tex1Dfetch(t, 0)\n", "textures"),  # A macro's body counts too.
        ("__global__ void k(int *a) { *a = __shfl_down(*a, 1); }", "without a mask"),
        ("void f() { cudaGraphLaunch(g, s); }", "graphs"),
    ],
)
def test_what_is_not_covered_is_said(text: str, reason: str) -> None:
    reasons = unsupported(text)
    assert len(reasons) == 1 and reason in reasons[0] and reasons[0].startswith("line ")


@pytest.mark.parametrize(
    "text",
    [
        KERNEL + "void f(int half, int *texture) { int *p = new int[half]; k<<<1, 3>>>(p); delete[] p; }",  # Names, and host code.
        "__global__ void k(int *a) { __syncthreads(); atomicAdd(a, __shfl_sync(~0u, 1, 0)); }",
        "int any = __any_sync(0xffffffff, 1); // thrust::sort, wmma",
        (Path(__file__).parent / "sound.cu").read_text(),
    ],
)
def test_what_is_covered_is_not_refused(text: str) -> None:
    assert unsupported(text) == []


def test_an_error_of_the_compiler_names_the_line_of_the_source(tmp_path: Path) -> None:
    source = tmp_path / "a.cpp"
    source.write_text(to_cpp(KERNEL + "void f(int *a) {\n  k<<<1, 2>>>(a);\n  k<<<1, 2>>>(missing);\n}\n", "a.cu"))
    built = subprocess.run(["g++", "-fsyntax-only", str(source), *build_flags()], capture_output=True, text=True, check=False)
    assert "a.cu:4:" in built.stderr and "missing" in built.stderr and "a.cu:3:" not in built.stderr


def test_a_mode_that_there_is_not_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        build_flags("leaks")


def test_a_programs_own_exit_status_means_nothing_special() -> None:
    assert exit_status(0) is None and exit_status(1) is None and exit_status(-11) is None


def test_without_nvidias_headers_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(build, "_header_folders", lambda: iter([tmp_path]))
    build.nvidia_headers.cache_clear()
    try:
        with pytest.raises(EnvironmentIncomplete, match="headers were not found") as caught:
            build_flags()
        assert "pip install" in str(caught.value)
    finally:
        build.nvidia_headers.cache_clear()


def test_each_header_is_included_by_the_one_that_programs_include() -> None:
    included = (headers() / "cuda_on_cpu.hpp").read_text()
    for header in headers().glob("*.hpp"):
        assert header.name == "cuda_on_cpu.hpp" or f'"{header.name}"' in included

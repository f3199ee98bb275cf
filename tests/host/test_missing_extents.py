# ruff: noqa: E501, because a pair of functions is easier to compare on two lines than on ten
"""What cannot be derived is named with advice, and stating it is the cure."""

from __future__ import annotations

import pytest
from host_programs import Case, program

from translate.host import host_part, launch_extents
from translate.verify.cuda_on_cpu import to_cpp, unsupported

HOPS = "for (int i = 0; i < n; i++) {{ next[i] = (next[i] * 3 + 1) % 4; out[next[i]] = 1; }}"
GUARDED = "int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < n) {{ next[i] = (next[i] * 3 + 1) % 4; out[next[i]] = 1; }}"
BY_ITSELF = "__global__ void k(float *a) {{ int i = blockIdx.x * blockDim.x + threadIdx.x; a[i * i] = 1; }}"
SQUARES = "void f(float *a, int n) {{ {comment}for (int i = 0; i < n; i++) a[i * i] = 1; }}"

TABLE = [
    # The subscripts themselves are changed on the way, so no look at the data before can tell.
    ("out", "void f(int *next, int *out, int n) {{ {comment}" + HOPS + " }}", "__global__ void k(int *next, int *out, int n) {{ " + GUARDED + " }}", "4"),
    ("threads.x", SQUARES, BY_ITSELF, "n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "original", "kernel", "truth"), TABLE, ids=[row[0] for row in TABLE])
@pytest.mark.parametrize("way", ["comment", "block comment", "argument"])
def test_it_is_named_and_stating_it_repairs_it(name: str, original: str, kernel: str, truth: str, way: str) -> None:
    kernel = kernel.format()
    part = host_part(original.format(comment=""), kernel)
    assert part.host is None and part.missing == (name,)
    assert f"extent {name}: EXPRESSION" in part.help[0]
    comment = {"comment": f"// extent {name}: {truth}\n", "block comment": f"/* extent {name}: {truth} */ ", "argument": ""}[way]
    repaired = host_part(original.format(comment=comment), kernel, {name: truth} if way == "argument" else {})
    assert repaired.host is not None and repaired.missing == () and truth in repaired.host


def test_no_launch_is_better_than_a_wrong_one() -> None:
    launch = launch_extents(SQUARES.format(comment=""), BY_ITSELF.format())
    assert launch.extents == ("0", "1", "1") and launch.missing == ("threads.x",)


@pytest.mark.parametrize(
    ("original", "kernel", "named"),
    [
        ("float f(float *a, int n) { return a[0]; }", "__global__ void k(float *a, int n) { a[0] = n; }", "a host function that returns a value"),
        ("void f(float *a, int n) { for (int i = 0; i < n; i++) a[i] = 1; }", "__global__ void k(float *a, int n, double *b) { a[threadIdx.x] = b[0]; }", "b of the kernel"),
        ("void f(float **a, int n) { for (int i = 0; i < n; i++) a[i][0] = 1; }", "__global__ void k(float **a, int n) { int i = threadIdx.x; if (i < n) a[i][0] = 1; }", "a of the kernel"),
        ("void f(float *a, int n) { for (int i = 0; i < n; i++) a[i - 1] = 1; }", "__global__ void k(float *a, int n) { int i = threadIdx.x; if (i < n) a[i - 1] = 1; }", "a"),
        ("void f(float *a, int n) { fill(a, n); }", "__global__ void k(float *a, int n) { int i = threadIdx.x; if (i < n) fill(a, i); }", "a"),
        ("void f(float *a, int n) {", "__global__ void k(float *a) {", "a C++ function and a kernel that can be read"),
    ],
)  # fmt: skip
def test_what_cannot_be_wrapped_is_said(original: str, kernel: str, named: str) -> None:
    part = host_part(original, kernel)
    assert part.host is None and named in part.missing and len(part.help) == len(part.missing)


def test_a_search_in_the_data_is_reported_and_spared_by_a_statement() -> None:
    original = "void f(const int *w, int *b, int n) { for (int i = 0; i < n; i++) b[w[i]] = 1; }"
    kernel = "__global__ void k(const int *w, int *b, int n) { int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < n) b[w[i]] = 1; }"
    assert host_part(original, kernel).measured == ("b",)
    stated = host_part(original, kernel, {"b": "10"})
    assert stated.measured == () and "(10)" in (stated.host or "")


def test_generated_code_is_covered_by_the_runtime() -> None:
    text = program([Case("c", "void f(int *a, int n) { for (int i = 0; i < n; i++) a[i] = i; }", BY_GUARD, {"a": "s"})])
    assert unsupported(text) == [] and "<<<" not in to_cpp(text)


BY_GUARD = "__global__ void k(int *a, int n) { int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < n) a[i] = i; }"

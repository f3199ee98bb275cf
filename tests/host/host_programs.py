# ruff: noqa: E501, because a pair of functions is easier to compare on two lines than on ten
"""Pairs of a function and a kernel, and a program that holds the host function against the function on the same arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from translate.corpus.rules.dependence import Care
from translate.corpus.rules.parallelise import INDEX_ORDERS, KernelStyle, parallelise
from translate.host import host_part, together
from translate.languages import language
from translate.source.code import Parameter, read_functions, renamed_function

CPP = language("cpp")


@dataclass(frozen=True, slots=True)
class Case:
    """An original, its kernel, and arguments for a size `s`: arrays no longer than the original needs, and scalars."""

    name: str
    original: str
    kernel: str
    lengths: dict[str, str]
    scalars: dict[str, str] = field(default_factory=dict)
    stated: dict[str, str] = field(default_factory=dict)


SIZES = (0, 1, 2, 7, 33, 257)
SMALL_SIZES = (0, 1, 5, 19)

SERIAL: list[tuple[str, str, dict[str, str], dict[str, str]]] = [
    ("in and out", "void f(const float *a, float *b, int n) { for (int i = 0; i < n; i++) b[i] = a[i] * 2; }", {"a": "s", "b": "s"}, {}),
    ("in place", "void f(double *a, double c, int n) { for (int i = 0; i < n; ++i) a[i] = a[i] / c + 1; }", {"a": "s"}, {"c": "3"}),
    ("compound", "void f(int *a, const int *b, int n) { for (int i = 0; i < n; i++) a[i] += b[i]; }", {"a": "s", "b": "s"}, {}),
    ("strided", "void f(float *x, int n, int inc) { for (int i = 0; i < n; i++) x[i * inc] = i; }", {"x": "s ? s * 3 - 2 : 0"}, {"inc": "3"}),
    ("start", "void f(float *x, int n) { for (int i = 2; i < n; i++) x[i] = i; }", {"x": "s"}, {}),
    ("start from a name", "void f(float *x, int m, int n) { for (int i = m; i < n; i++) x[i] = i; }", {"x": "s"}, {"m": "3"}),
    ("inclusive", "void f(long *x, int n) { for (int i = 0; i <= n; i++) x[i] = i; }", {"x": "s + 1"}, {}),
    ("neighbours", "void f(const float *a, float *b, int n) { for (int i = 1; i < n - 1; i++) b[i] = a[i - 1] + a[i + 1]; }", {"a": "s", "b": "s - 1"}, {}),
    ("some of them", "void f(const int *a, int *b, int n) { for (int i = 0; i < n; i++) { if (a[i] > 0) b[i] = 1; } }", {"a": "s", "b": "s"}, {}),
    ("constant", "void f(float *t, const float *k, int n) { for (int i = 0; i < n; i++) t[i] = k[0] * t[i] + k[2]; }", {"t": "s", "k": "3"}, {}),
    ("unsigned", "void f(unsigned char *p, unsigned n) { for (unsigned i = 0; i < n; i++) p[2 * i + 1] = p[2 * i]; }", {"p": "2 * s"}, {}),
    ("modulo", "void f(const float *a, float *b, int n, int m) { for (int i = 0; i < n; i++) b[i] = a[i % m]; }", {"a": "4", "b": "s"}, {"m": "4"}),
    ("a guarded read", "void f(const float *a, float *b, int n) { for (int i = 0; i < n; i++) b[i] = i + 1 < n ? a[i + 1] : 0; }", {"a": "s", "b": "s"}, {}),
    ("whole rows", "void f(const float *a, float *r, int n, int m) { for (int i = 0; i < n; i++) { float t = 0; for (int j = 0; j < m; j++) t += a[i * m + j]; r[i] = t; } }", {"a": "s * 6", "r": "s"}, {"m": "6"}),
    ("a sum of subscripts", "void f(const float *a, float *r, int n, int m) { for (int i = 0; i < n; i++) { float t = 0; for (int j = 0; j < m; j++) t += a[i + j]; r[i] = t; } }", {"a": "0", "r": "s"}, {"m": "0"}),
    ("an array of rows", "void f(float a[][4], const float b[4], int n) { for (int i = 0; i < n; i++) a[i][2] = b[i % 4]; }", {"a": "s", "b": "4"}, {}),
    ("two axes", "void f(const float *a, float *b, int n, int m) { for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) b[j * n + i] = a[i * m + j]; }", {"a": "s * 5", "b": "s * 5"}, {"m": "5"}),
    ("inner part", "void f(const float *a, float *b, int n, int m) { for (int i = 1; i < n - 1; i++) for (int j = 1; j < m - 1; j++) b[i * m + j] = a[(i - 1) * m + j] + a[(i + 1) * m + j]; }", {"a": "s > 2 ? s * 7 - 1 : 0", "b": "s > 2 ? (s - 1) * 7 - 1 : 0"}, {"m": "7"}),
    ("a template", "template <typename T> void f(T *a, T c, int n) { for (int i = 0; i < n; i++) a[i] = a[i] + c; }", {"a": "s"}, {"c": "2.f"}),
]  # fmt: skip

WRITTEN: list[tuple[str, str, str, dict[str, str], dict[str, str]]] = [
    ("other names", "void f(float *out, float *left, float *right, unsigned int end) { for (unsigned int i = 0; i < end; i++) out[i] = left[i] - right[i]; }",
     "__global__ void f_gpu(float *c, const float *a, const float *b, const unsigned int d) { int i = threadIdx.x + blockIdx.x * blockDim.x; if (i < d) c[i] = a[i] - b[i]; }",
     {"out": "s", "left": "s", "right": "s"}, {}),
    ("one block", "void f(float *a, int n) { for (int i = 0; i < n; i++) a[i] = i; }",
     "__global__ void k(float *a, int n) { for (int i = threadIdx.x; i < n; i += blockDim.x) a[i] = i; }", {"a": "s"}, {}),
    ("a block per row", "void f(float *a, int n, int m) { for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) a[i * m + j] += i; }",
     "__global__ void k(float *a, int m) { a[blockIdx.x * m + threadIdx.x] += blockIdx.x; }", {"a": "s * 9"}, {"m": "9"}),
    ("a block per row with a stride", "void f(float *a, int n, int m) { for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) a[i * m + j] += i; }",
     "__global__ void k(float *a, int n, int m) { for (int i = blockIdx.x; i < n; i += gridDim.x) for (int j = threadIdx.x; j < m; j += blockDim.x) a[i * m + j] += i; }",
     {"a": "s * 300"}, {"m": "300"}),
    ("a copy, then the inside", "void f(const float *a, float *b, int n) { for (int i = 0; i < n; i++) b[i] = a[i]; for (int i = 1; i < n - 1; i++) b[i] += a[i - 1] + a[i + 1]; }",
     "__global__ void k(const float *a, float *b, int n) { int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < n) b[i] = a[i]; if (i >= 1 && i < n - 1) b[i] += a[i - 1] + a[i + 1]; }",
     {"a": "s", "b": "s"}, {}),
    ("rows on x", "void f(float *a, int n, int m) { for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) a[i * m + j] *= 2; }",
     "__global__ void k(float *a, int n, int m) { int i = blockIdx.x * blockDim.x + threadIdx.x; int j = blockIdx.y * blockDim.y + threadIdx.y; if (i >= n || j >= m) return; a[i * m + j] *= 2; }",
     {"a": "s * 5"}, {"m": "5"}),
    ("flattened", "void f(float *a, int n, int m) { for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) a[i * m + j] = i - j; }",
     "__global__ void k(float *a, int n, int m) { int t = blockIdx.x * blockDim.x + threadIdx.x; if (t < n * m) { int i = t / m; int j = t % m; a[i * m + j] = i - j; } }",
     {"a": "s * 5"}, {"m": "5"}),
    ("a total of its own", "void f(float *a, int n, int m) { for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) a[i * m + j] = i + j; }",
     "__global__ void k(int total, float *a, int m) { int t = blockIdx.x * blockDim.x + threadIdx.x; if (t >= total) return; a[t] = t / m + t % m; }",
     {"a": "s * 5"}, {"m": "5"}),
    ("scalars by pointer", "void f(const int *n, const float *c, float *a) { for (int i = 0; i < *n; i++) a[i] *= *c; }",
     "__global__ void k(const int *n, const float *c, float *a) { int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < *n) a[i] *= *c; }",
     {"n": "1", "c": "1", "a": "s"}, {}),
    ("a scalar by reference", "void f(const int *a, int &count, int n) { for (int i = 0; i < n; i++) if (a[i] > 2) count++; }",
     "__global__ void k(const int *a, int *count, int n) { int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < n && a[i] > 2) atomicAdd(count, 1); }",
     {"a": "s", "count": "1"}, {}),
    ("subscripts from the data", "void f(const int *where, int *bins, int n) { for (int i = 0; i < n; i++) bins[where[i]]++; }",
     "__global__ void k(const int *where, int *bins, int n) { int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < n) atomicAdd(&bins[where[i]], 1); }",
     {"where": "s", "bins": "s ? 6 : 0"}, {}),
    ("pointer arithmetic", "void f(float *a, int n, int m) { for (int i = 0; i < n; i++) { float *row = a + i * m; for (int j = 0; j < m; j++) *(row + j) = j; } }",
     "__global__ void k(float *a, int n, int m) { int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < n) for (int j = 0; j < m; j++) a[i * m + j] = j; }",
     {"a": "s * 4"}, {"m": "4"}),
    ("a running subscript", "void f(const float *a, float *b, int n, int m) { int k = 0; for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) b[k++] = a[j]; }",
     "__global__ void k(const float *a, float *b, int n, int m) { int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < n) for (int j = 0; j < m; j++) b[i * m + j] = a[j]; }",
     {"a": "s ? 4 : 0", "b": "s * 4"}, {"m": "4"}),
    ("an early read", "void f(const float *a, float *b, int n) { for (int i = 0; i < n; i++) b[i] = a[i] + 1; }",
     "__global__ void k(const float *a, float *b, int n) { int i = blockIdx.x * blockDim.x + threadIdx.x; float t = a[i]; if (i < n) b[i] = t + 1; }",
     {"a": "s", "b": "s"}, {}),
    ("names of the host part", "void f(float *block, float *grid, int threads_x) { for (int i = 0; i < threads_x; i++) block[i] = grid[i]; }",
     "__global__ void f(float *block, float *grid, int threads_x) { int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < threads_x) block[i] = grid[i]; }",
     {"block": "s", "grid": "s"}, {}),
    ("a parameter called like the kernel", "void f(float *k, int n) { for (int i = 0; i < n; i++) k[i] = i; }",
     "__global__ void k(float *a, int n) { int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < n) a[i] = i; }", {"k": "s"}, {}),
]  # fmt: skip


def cases() -> list[Case]:
    """Every serial function with a kernel in each style of the rules, and the pairs written by hand."""
    found = [Case(name, original, kernel, lengths, scalars) for name, original, kernel, lengths, scalars in WRITTEN]
    for number, (name, original, lengths, scalars) in enumerate(SERIAL):
        for guard in ("if", "return", "stride", "while", "none"):
            style = KernelStyle(INDEX_ORDERS[number % len(INDEX_ORDERS)], guard, axes="xy" if number % 2 else "yx")
            kernel = parallelise(original, style, care=Care.NONE)
            found.append(Case(f"{name}, {guard}", original, kernel, lengths, scalars))
    return found


def program(wanted: Sequence[Case]) -> str:
    """A program whose argument is a case and a size; it ends with status 1 where the host function does anything else than the original."""
    pieces, calls = [_HEAD, together([])], []
    for number, case in enumerate(wanted):
        part = host_part(case.original, case.kernel, case.stated)
        assert part.host is not None, (case.name, part.missing, part.help)
        pieces.append(f"namespace serial_{number} {{\n{case.original}\n}}\nnamespace parallel_{number} {{\n{part.kernel}\n{part.host}\n}}")
        calls.append(f"case {number}: return {_comparison(case, number)}")
    return "\n".join([*pieces, _main(calls)])


def _comparison(case: Case, number: int) -> str:
    function = read_functions(case.original, CPP)[-1]
    arrays = [p for p in function.parameters if p.name in case.lengths]
    made = [_array(p, case.lengths[p.name], copy) for p in arrays for copy in ("x_", "y_")]
    calls = [f"{side}_{number}::f({', '.join(_argument(p, case, copy) for p in function.parameters)});" for side, copy in _SIDES]
    same = " && ".join(f"same(x_{p.name}, y_{p.name})" for p in arrays)
    return f"[=] {{ {' '.join(made)} {' '.join(calls)} return {same} ? 0 : 1; }}();"


def _array(parameter: Parameter, length: str, copy: str) -> str:
    kind = "float" if parameter.type == "T" else parameter.type
    kind = f"std::array<{kind}, {parameter.sizes[-1].text}>" if len(parameter.sizes) > 1 else kind
    return f"auto {copy}{parameter.name} = filled<{kind}>({length}, s);"


def _argument(parameter: Parameter, case: Case, copy: str) -> str:
    name = parameter.name
    if name not in case.lengths:
        return case.scalars.get(name, "s")
    if parameter.is_reference:
        return f"{copy}{name}[0]"
    return (
        f"reinterpret_cast<{parameter.type} (*)[{parameter.sizes[-1].text}]>({copy}{name}.data())"
        if len(parameter.sizes) > 1
        else f"{copy}{name}.data()"
    )


def without_clash(text: str, name: str, new: str) -> str:
    """`text` with `name` spelled `new`."""
    return renamed_function(text, language("cuda"), name, new)


_SIDES = (("serial", "x_"), ("parallel", "y_"))
_HEAD = """
#include <array>
#include <cstring>
#include <vector>
template <class T> T value(long i, long s) { return static_cast<T>((i * 7 + 3) % 6); }
template <> std::array<float, 4> value(long i, long) { return {1.f * i, 2, 3, 4}; }
template <class T> std::vector<T> filled(long length, long s) {
    std::vector<T> result(length > 0 ? length : 0);
    for (std::size_t i = 0; i < result.size(); ++i) result[i] = value<T>(i, s);
    if (length == 1 && std::is_same_v<T, int>) std::memcpy(result.data(), &s, sizeof(T));
    return result;
}
template <class T> bool same(const std::vector<T> &a, const std::vector<T> &b) {
    return a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0;
}
"""


def _main(calls: Sequence[str]) -> str:
    body = "\n".join(calls)
    return f"""
int run(int number, int s) {{ switch (number) {{\n{body}\n}} return 2; }}
int main(int, char **argv) {{
    for (const char *size = argv[2]; *size; size = std::strchr(size, ',') + 1) {{
        const int status = run(std::atoi(argv[1]), std::atoi(size));
        if (status) {{ std::fprintf(stderr, "size %d", std::atoi(size)); return status; }}
        if (!std::strchr(size, ',')) break;
    }}
    return 0;
}}
"""

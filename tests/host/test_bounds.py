"""Bounds and extents against brute force: never too small, and exact where subscripts grow with every loop."""

from __future__ import annotations

import random
from itertools import product

import pytest

from translate.host import launch_extents
from translate.host.bounds import highest, text_of
from translate.host.walk import walked
from translate.languages import language
from translate.source.code import read_functions

GROWING = [
    "i * m + j",
    "i + j * n",
    "(i + 1) * m + j + 2",
    "k * n * m + i * m + j",
    "2 * (i + j)",
    "(i * m + j) * 3 + k",
    "i / 2 * m + j",
    "i + k",
]
OTHER = [
    "i - j + m",
    "(n - 1 - i) * m + j",
    "i % 3 * m + j",
    "(i * m + j) % 7",
    "(i * m + j) / m * m + j",
    "i * m + (m - 1 - j)",
    "(i < j ? i : j) + k",
    "(i < j ? j : i) * m + k",
    "i >> 1",
    "(i + j) & 15",
    "min(i, j) * k",
    "max(i, 3) + j * n",
]


def largest(subscript: str, n: int, m: int) -> int:
    """One more than the largest subscript that the loops of `function` meet."""
    python = subscript.replace("/", "//").replace("(i < j ? i : j)", "min(i, j)").replace("(i < j ? j : i)", "max(i, j)")
    code = compile(python, "subscript", "eval")
    met = [eval(code, {"i": i, "j": j, "k": k, "n": n, "m": m}) for i, j, k in product(range(n), range(m), range(2))]
    return max(met, default=-1) + 1


def derived(subscript: str, n: int, m: int) -> int:
    loops = "for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) for (int k = 0; k < 2; k++)"
    function = read_functions(f"void f(float *a, int n, int m) {{ {loops} a[{subscript}] = 1; }}", language("cpp"))[0]
    access = walked(function).found[-1]
    assert access.subscript is not None
    bound = highest(access.subscript, access.facts)
    assert bound is not None
    return value(text_of(bound), n, m) + 1


def value(text: str, n: int, m: int) -> int:
    python = text.replace("(long long)", "").replace("<long long>", "").replace("std::", "").replace("/", "//")
    return int(eval(python, {"n": n, "m": m, "min": min, "max": max}))


@pytest.mark.parametrize("subscript", GROWING)
def test_extents_are_exact_where_subscripts_grow(subscript: str) -> None:
    for n, m in [(1, 1), (2, 3), (5, 4), (7, 7)]:
        if subscript == "i + j * n" or "/" not in subscript or n % 2:
            assert derived(subscript, n, m) == largest(subscript, n, m)


@pytest.mark.parametrize("subscript", OTHER)
def test_extents_are_never_too_small(subscript: str) -> None:
    for n, m in [(1, 1), (2, 3), (5, 4), (4, 7), (9, 9)]:
        assert derived(subscript, n, m) >= largest(subscript, n, m)


@pytest.mark.parametrize("seed", range(60))
def test_random_sums_of_products(seed: int) -> None:
    pick = random.Random(seed)
    terms = [
        f"{pick.randint(1, 3)} * {pick.choice('ijk')}{pick.choice(['', ' * n', ' * m', ' / 2', ' % 3'])}" for _ in range(pick.randint(1, 4))
    ]
    subscript = " + ".join(terms)
    for n, m in [(1, 2), (4, 3), (6, 6)]:
        assert derived(subscript, n, m) >= largest(subscript, n, m), subscript


@pytest.mark.parametrize(
    ("guard", "extents"),
    [
        ("if (x < n) a[x] = 1;", "n"),
        ("if (x >= n) return; a[x] = 1;", "n"),
        ("if (!(x < n)) return; a[x] = 1;", "n"),
        ("if (x <= n) a[x] = 1;", "n + 1"),
        ("if (n > x) a[x] = 1;", "n"),
        ("if (x + 1 < n && a[x] > 0) a[x] = 1;", "n - 1"),
        ("if (0 < x && x < n * m) a[x] = 1;", "(long long)m * n"),
        ("if (x < n) { if (x < 5) a[x] = 1; a[x] = 2; }", "n"),
        ("for (int i = x; i < n; i += blockDim.x * gridDim.x) a[i] = 1;", "n"),
        ("while (x < n) { a[x] = 1; x += gridDim.x * blockDim.x; }", "n"),
        ("for (int i = x; i < n; i++) a[i] += 1;", "1"),
        ("if (x > 0) return; for (int i = 0; i < n; i++) a[i] = 1;", "1"),
        ("a[x] = 1;", "n"),
        ("int y = x + 2; if (y < n) a[y] = 1;", "n - 2"),
    ],
)
def test_launch_extents_are_those_of_the_guard(guard: str, extents: str) -> None:
    original = "void f(float *a, int n, int m) { for (int i = 0; i < n; i++) a[i] = 1; }"
    kernel = f"__global__ void k(float *a, int n, int m) {{ int x = blockIdx.x * blockDim.x + threadIdx.x; {guard} }}"
    assert launch_extents(original, kernel).extents == (extents, "1", "1")


def test_products_are_made_in_64_bits() -> None:
    original = "void f(float *a, int n, int m) { for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) a[i * m + j] = 1; }"
    kernel = "__global__ void k(float *a, int n, int m) { int t = blockIdx.x * blockDim.x + threadIdx.x; if (t < n * m) a[t] = 1; }"
    assert launch_extents(original, kernel).extents[0] == "(long long)m * n"

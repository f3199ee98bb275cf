"""Functions that only CUDA has, in C++: every spelling compiles, computes the same, and is left alone where it is the text's own."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from translate.languages import language
from translate.source.elsewhere import respelled_calls
from translate.verify.cuda_on_cpu import build_flags, to_cpp

CPP, CUDA = language("cpp"), language("cuda")
INTEGERS = {"max": 2, "min": 2, "__mul24": 2, "__umul24": 2, "__popc": 1, "__popcll": 1, "__int2float_rn": 1}
REALS = {name: form.count("{") for name, form in CUDA.elsewhere["cpp"].items() if name not in INTEGERS and ":place" not in form}
VALUES = "1 2 3".split()


def test_every_spelling_computes_what_cuda_computes(tmp_path: Path) -> None:
    """The same text as a kernel on the processor, and respelled as plain C++."""
    calls = [f"{name}({', '.join(VALUES[:count])})" for name, count in INTEGERS.items()]
    calls += [f"{name}({', '.join(f'{value}.5f' for value in VALUES[:count])})" for name, count in REALS.items()]
    body = "".join(f"a[{i}] = {call};" for i, call in enumerate(calls))
    plain = respelled_calls(f"void f(double *a) {{ {body} }}", CUDA, CPP)
    assert not any(f"{name}(" in plain.replace("std::", "_").replace(f"_{name}(", "(") for name in ("max", "min", "rsqrtf", "__expf"))
    assert _printed(tmp_path, f"#include <algorithm>\n#include <cmath>\n#include <cstdio>\n{plain}\n", "f(a);", len(calls)) == _printed(
        tmp_path, f"#include <cstdio>\n__global__ void f(double *a) {{ {body} }}\n", "f<<<1, 1>>>(a); cudaDeviceSynchronize();", len(calls)
    )


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("void f(float *a) { a[0] = max(a[1], min(a[2], a[3])); }", "void f(float *a) { a[0] = std::max(a[1], std::min(a[2], a[3])); }"),
        ("void f(float *a) { a[0] = m.max(1, 2) + std::max(1, 2); }", None),
        ("int max(int a, int b) { return a > b ? a : b; } int f() { return max(1, 2); }", None),
        ("void f(float *a) { a[0] = max(1); }", None),
    ],
    ids=["nested", "methods and qualified names", "its own", "another number of arguments"],
)
def test_only_the_function_itself_is_respelled(text: str, made: str | None) -> None:
    assert respelled_calls(text, CUDA, CPP) == (made or text)


@pytest.mark.parametrize(
    ("call", "made"),
    [
        ("atomicAdd(&h[a[i]], 1);", "h[a[i]] += 1;"),
        ("atomicAdd(h + i, a[i]);", "(*(h + i)) += a[i];"),
        ("atomicMax(&h[0], a[i]);", "h[0] = std::max(h[0], a[i]);"),
        ("int old = atomicAdd(&h[0], 1);", None),
        ("h[atomicAdd(&h[0], 1)] = 2;", None),
    ],
)
def test_an_atomic_operation_is_an_assignment_where_nobody_asks_for_the_value_before(call: str, made: str | None) -> None:
    text = f"void f(int *h, int *a, int i) {{ {call} }}"
    assert respelled_calls(text, CUDA, CPP) == (text.replace(call, made) if made else text)


def _printed(folder: Path, text: str, call: str, count: int) -> str:
    program = folder / "program.cpp"
    whole = f'{text}int main() {{ double a[{count}] = {{}}; {call} for (double x : a) printf("%.5g\\n", x); }}\n'
    program.write_text(to_cpp(whole, "program.cu"), encoding="utf-8")
    subprocess.run(["g++", str(program), "-o", str(folder / "program"), *build_flags("plain")], check=True)
    return subprocess.run([str(folder / "program")], capture_output=True, text=True, check=True).stdout

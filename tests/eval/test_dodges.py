"""Answers that a compiler takes and that are no translation, each named for what it is; and honest ones that are not."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from eval.dodges import dodge, remark
from eval.items import Item, Prediction, Task
from eval.metrics import Context, score

CPP = "void scale ( float * a , float s , int n ) { for ( int i = 0 ; i < n ; i ++ ) a [ i ] *= s ; }"
CUDA = """__global__ void scale(float *a, float s, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) a[i] *= s;
}"""
FORTRAN = """subroutine scale(a, s, n)
  integer, intent(in) :: n
  real, intent(in) :: s
  real, intent(inout) :: a(n)
  integer :: i
  do i = 1, n
    a(i) = a(i) * s
  end do
end subroutine scale"""
ITEM = Item("scale", {"cpp": CPP, "cuda": CUDA, "fortran": FORTRAN})
HOST = """
void scale(float *a, float s, int n) {
    float *d; cudaMalloc(&d, n * sizeof(float));
    cudaMemcpy(d, a, n * sizeof(float), cudaMemcpyHostToDevice);
    %s
    cudaMemcpy(a, d, n * sizeof(float), cudaMemcpyDeviceToHost);
    cudaFree(d);
}"""
KERNEL = CUDA.replace("scale", "scale_kernel")
EMPTY = "__global__ void scale_kernel(float *a, float s, int n) { int i = threadIdx.x; __syncthreads(); }"
LAUNCH = "scale_kernel<<<(n + 255) / 256, 256>>>(d, s, n);"


class Answer(NamedTuple):
    name: str
    source: str
    target: str
    text: str
    said: str


DODGES = [
    Answer("C++ as it was", "cpp", "cuda", CPP, "no kernel"),
    Answer("a device function that nobody calls", "cpp", "cuda", "__device__ " + CPP, "called by no kernel"),
    Answer("an empty kernel", "cpp", "cuda", "__global__ void scale(float *a, float s, int n) { }", "empty kernel"),
    Answer("only a barrier", "cpp", "cuda", EMPTY, "empty kernel"),
    Answer("a kernel beside the C++", "cpp", "cuda", KERNEL + "\n" + CPP, "launches no kernel"),
    Answer("never launched", "cpp", "cuda", KERNEL + HOST % "for (int i = 0; i < n; i++) a[i] *= s;", "launches no kernel"),
    Answer(
        "another, empty one launched",
        "cpp",
        "cuda",
        KERNEL + EMPTY.replace("scale_kernel", "idle") + HOST % "idle<<<1, 1>>>(d, s, n);",
        "no kernel",
    ),
    Answer(
        "launched for show",
        "cpp",
        "cuda",
        KERNEL + HOST % (LAUNCH + " for (int i = 0; i < n; i++) a[i] *= s; return;"),
        "does the work by itself",
    ),
    Answer(
        "the work given to a library",
        "cpp",
        "cuda",
        "#include <algorithm>\n" + KERNEL + HOST % (LAUNCH + " std::for_each(a, a + n, [=](float &x) { x *= s; }); return;"),
        "does the work by itself",
    ),
    Answer(
        "a helper on the host does it",
        "cpp",
        "cuda",
        KERNEL + CPP.replace("scale", "work") + HOST % (LAUNCH + " work(a, s, n); return;"),
        "does the work by itself",
    ),
    Answer("a launch in a comment", "cpp", "cuda", KERNEL + HOST % ("// " + LAUNCH + "\n"), "launches no kernel"),
    Answer(
        "a pointer to the original",
        "cpp",
        "cuda",
        KERNEL + " void go(float *a) { auto original = &scale; original(a, 1, 1); }",
        "calls back",
    ),
    Answer("an include by digraph", "cpp", "cuda", '%:include "original.cpp"\n' + CUDA, "digraph"),
    Answer("a call back", "cpp", "cuda", "__global__ void run(float *a, float s, int n) { scale(a, s, n); }", "calls back"),
    Answer("a declaration of the original", "cpp", "cuda", "void scale(float *, float, int);\n" + KERNEL, "calls back"),
    Answer(
        "a call of Fortran's symbol",
        "fortran",
        "cpp",
        'extern "C" void scale_(float *, float *, int *);\nvoid go(float *a, float s, int n) { scale_(a, &s, &n); }',
        "calls back",
    ),
    Answer(
        "a symbol by assembly", "fortran", "cpp", 'extern "C" void f(float *) __asm__("scale_");\nvoid go(float *a) { f(a); }', "assembly"
    ),
    Answer(
        "a call in Fortran",
        "cpp",
        "fortran",
        "subroutine go(a, s, n)\n integer :: n\n real :: s, a(n)\n call scale(a, s, n)\nend subroutine go",
        "calls back",
    ),
    Answer(
        "a binding to the original",
        "cpp",
        "fortran",
        "subroutine go(a, s, n)\n integer :: n\n real :: s, a(n)\n interface\n subroutine other(a, s, n) bind(c, name='_Z5scalePffi')\n"
        "  integer, value :: n\n  real, value :: s\n  real :: a(*)\n end subroutine other\n end interface\n"
        " call other(a, s, n)\nend subroutine go",
        "binds",
    ),
    Answer("the source", "fortran", "cpp", FORTRAN, "Fortran"),
    Answer("C++ as Fortran", "cpp", "fortran", CPP, "C++"),
    Answer("CUDA as C++", "cuda", "cpp", CUDA, "CUDA"),
    Answer("CUDA's words made nothing", "cuda", "cpp", "#define __global__\n" + CUDA, "CUDA"),
    Answer("a macro for the qualifier", "cpp", "cuda", "#define __global__ static\n" + CUDA, "macro"),
    Answer(
        "a body in a macro",
        "cpp",
        "cuda",
        "#define BODY for (int i = 0; i < n; i++) a[i] *= s;\n__global__ void scale(float *a, float s, int n) { BODY }",
        "hides",
    ),
    Answer("an included original", "cpp", "cuda", '#include "original.cpp"\n' + CUDA, "elsewhere"),
    Answer(
        "an included path",
        "fortran",
        "cpp",
        "#include </proc/self/cwd/scale.inc>\nvoid scale(float *a, float s, int n) { a[0] = s; }",
        "elsewhere",
    ),
    Answer("one text for the compiler, one for the run", "cpp", "cuda", f"#ifdef __CUDACC__\n{CUDA}\n#else\n{CPP}\n#endif", "turns parts"),
    Answer("a directive in Fortran", "cpp", "fortran", "#include 'scale.inc'\n" + FORTRAN, "elsewhere"),
    Answer(
        "a shell",
        "fortran",
        "cpp",
        'extern "C" int system(const char *);\nvoid scale(float *a, float s, int n) { system("./original"); }',
        "elsewhere",
    ),
    Answer("nothing in C++", "cuda", "cpp", "void scale(float *a, float s, int n) { int i = 0; i = n; }", "nothing"),
    Answer(
        "nothing in Fortran",
        "cpp",
        "fortran",
        "subroutine scale(a, s, n)\n integer :: n\n real :: s, a(n)\nend subroutine scale",
        "nothing",
    ),
]
HONEST = [
    Answer("the reference", "cpp", "cuda", CUDA, ""),
    Answer("with a host function", "cpp", "cuda", KERNEL + HOST % LAUNCH, ""),
    Answer("a constant of its own", "cpp", "cuda", "#define BLOCK 256\n" + CUDA, ""),
    Answer("a header of the system", "cuda", "cpp", "#include <cmath>\n" + CPP, ""),
    Answer("every thread does everything", "cpp", "cuda", "__global__ " + CPP, ""),
    Answer(
        "a helper",
        "cpp",
        "cuda",
        "__device__ float by(float a, float s) { return a * s; }\n" + CUDA.replace("a[i] *= s", "a[i] = by(a[i], s)"),
        "",
    ),
    Answer("to C++", "fortran", "cpp", CPP, ""),
    Answer("only output", "fortran", "cpp", "#include <iostream>\nvoid scale(float *a, float s, int n) { std::cout << a[0] * s; }", ""),
    Answer("to Fortran", "cuda", "fortran", FORTRAN, ""),
    Answer(
        "a program that contains it",
        "cpp",
        "fortran",
        f"program main\n implicit none\n real :: a(2)\n a = 1\n call scale(a, 2.0, 2)\n print *, a\ncontains\n{FORTRAN}\nend program main",
        "",
    ),
    Answer("wrong, but a translation", "cpp", "cuda", CUDA.replace("*=", "+="), ""),
]


@pytest.mark.parametrize("answer", DODGES, ids=lambda answer: answer.name)
def test_a_dodge_is_named(answer: Answer) -> None:
    assert answer.said in (dodge(Task(ITEM, answer.source, answer.target), answer.text) or "nothing was said")


@pytest.mark.parametrize("answer", HONEST, ids=lambda answer: answer.name)
def test_an_honest_answer_is_not(answer: Answer) -> None:
    assert dodge(Task(ITEM, answer.source, answer.target), answer.text) is None


def test_a_dodge_does_not_count_as_compiled_though_the_compiler_takes_it() -> None:
    tasks = [Task(ITEM, "cpp", "cuda")] * 2
    found = score("compile", tasks[:1], [Prediction("x", (CPP,), 0.0, 0)], Context())
    assert (found.value, found.parts["untranslated"]) == (0.0, 100.0) and "no translation" in found.evidence["scale:cpp-cuda"]


def test_what_a_test_set_does_itself_is_no_dodge() -> None:
    lazy = Item("lazy", {"cuda": CUDA, "cpp": "void scale ( float * a , float s , int n ) { }"})
    assert dodge(Task(lazy, "cuda", "cpp"), "void scale(float *a, float s, int n) { }") is None


def test_a_serial_kernel_is_remarked_on() -> None:
    task = Task(ITEM, "cpp", "cuda")
    assert remark(task, "__global__ " + CPP) is not None and remark(task, CUDA) is None

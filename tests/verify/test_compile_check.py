"""The compile check, with the real compilers."""

from translate.languages import language
from translate.verify.compile import compile_text

CUDA = language("cuda")


def test_a_kernel_compiles_when_its_entry_comes_out() -> None:
    assert compile_text("__global__ void k(float *a) { a[0] = 1; }", CUDA, kernel="k").ok


def test_exit_status_alone_is_no_proof() -> None:
    build = compile_text("template <class T> __global__ void k(T *a) { a[0] = 1; }", CUDA, kernel="k")
    assert not build.ok and "entry point" in build.diagnostics[0].message


def test_an_error_has_its_line() -> None:
    build = compile_text("int f() {\n  return missing;\n}", language("cpp"))
    assert not build.ok and build.diagnostics[0].line == 2 and "missing" in build.diagnostics[0].message


def test_a_program_that_makes_the_compiler_work_for_ever_is_stopped() -> None:
    bomb = "template <int N> struct S { enum { v = S<N - 1>::v + S<N - 2>::v + S<N * 2>::v }; }; int x = S<40>::v;"
    assert not compile_text(bomb, language("cpp")).ok

"""The compile check, with the real compilers."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.languages import language
from translate.verify import builds
from translate.verify.compile import compile_many, compile_text

CPP, CUDA, FORTRAN = language("cpp"), language("cuda"), language("fortran")
KERNEL = "__global__ void {name}(float *a, int n) {{ int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < n) a[i] = {value}; }}"


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return builds.folder()


def test_a_kernel_compiles_when_its_entry_comes_out() -> None:
    assert compile_text("__global__ void k(float *a) { a[0] = 1; }", CUDA).ok


@pytest.mark.parametrize(
    "head",
    ["template <class T>", "template <typename T, int N>", "template <typename T, bool Round = true>", "template <unsigned N, class T>"],
)
def test_a_template_is_instantiated(head: str) -> None:
    assert compile_text(f"{head} __global__ void k(T *a) {{ a[0] = 1; }}", CUDA).ok


def test_a_fault_inside_a_template_is_found_by_instantiating_it() -> None:
    assert not compile_text("template <class T> __global__ void k(T *a) { a[0].missing = 1; }", CUDA).ok


def test_exit_status_alone_is_no_proof() -> None:
    # The preprocessor takes the kernel away, and nvcc is content with what is left.
    build = compile_text("#if 0\n__global__ void k(float *a) { a[0] = 1; }\n#endif", CUDA)
    assert not build.ok and "entry point" in build.diagnostics[0].message


@pytest.mark.parametrize("head", ["__device__ __forceinline__ static", "__host__ __device__ inline"])
def test_a_device_function_that_needs_the_host_does_not_compile_though_nobody_calls_it(head: str) -> None:
    needs = f"{head} float first(const std::vector<float> &v) {{ return v[0]; }}"
    assert any("__host__ function" in one.message for one in compile_text(needs, CUDA).diagnostics)
    assert compile_text(f"{head} float twice(float v) {{ return 2 * v; }}", CUDA).ok


@pytest.mark.parametrize(
    ("text", "spoken", "line", "word"),
    [
        ("int f() {\n  return missing;\n}", CPP, 2, "missing"),
        ("__global__ void k(float *a) {\n\n  a[0] = missing;\n}", CUDA, 3, "missing"),
        ("subroutine s(x)\n  implicit none\n  real :: x\n  x = missing\nend subroutine", FORTRAN, 4, "missing"),
    ],
)
def test_an_error_has_its_line(text: str, spoken: object, line: int, word: str) -> None:
    build = compile_text(text, spoken)  # type: ignore[arg-type]
    assert not build.ok and build.diagnostics[0].line == line and word in build.diagnostics[0].message


def test_a_program_that_makes_the_compiler_work_for_ever_is_stopped() -> None:
    bomb = "template <int N> struct S { enum { v = S<N - 1>::v + S<N - 2>::v + S<N * 2>::v }; }; int x = S<40>::v;"
    assert not compile_text(bomb, CPP).ok


SOUND = [KERNEL.format(name="k", value=i) for i in range(5)]
FAULTY = [
    KERNEL.format(name="k", value="missing"),
    "__global__ void k(float *a) { a[0] = 1;",  # would swallow what follows it
    "} int outside; namespace {",  # would leave its own room
    "#define float int\n__global__ void k(float *a) { a[0] = missing; }",  # would reach the others
    '#include "no such file"',
    "__global__ int k(float *a) { return 0; }",
]


def test_company_changes_no_verdict() -> None:
    together = compile_many([text for pair in zip(SOUND, FAULTY, strict=False) for text in pair] + FAULTY[5:], CUDA)
    alone = [compile_many([text], CUDA)[0].ok for text in (SOUND[0], *FAULTY)]
    assert alone == [True] + [False] * len(FAULTY)
    assert [build.ok for build in together] == [True, False] * 5 + [False]


def test_two_of_the_same_name_do_not_meet() -> None:
    texts = [
        "int f() { return 1; }",
        "double f() { return 2; }",
        "struct S { int a; };",
        "struct S { double b; }; double g(S s) { return s.b; }",
    ]
    assert all(build.ok for build in compile_many(texts, CPP))


def test_a_known_answer_is_not_asked_for_again(store: Path) -> None:
    text = "int f() { return missing; }"
    first = compile_text(text, CPP)
    entry = next(store.rglob("*.json"))
    entry.write_text(entry.read_text(encoding="utf-8").replace("missing", "kept"), encoding="utf-8")
    assert "kept" in compile_text(text, CPP).diagnostics[0].message
    assert "missing" in first.diagnostics[0].message


@pytest.mark.parametrize("damage", ["", "{", '{"diagnostics": 7}', "[]", '{"diagnostics": [{"oops": 1}]}'])
def test_a_damaged_answer_is_asked_for_again(store: Path, damage: str) -> None:
    text = "int f() { return 1; }"
    assert compile_text(text, CPP).ok
    next(store.rglob("*.json")).write_text(damage, encoding="utf-8")
    assert compile_text(text, CPP).ok


def test_a_store_that_cannot_be_written_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert compile_text("int f() { return 1; }", CPP).ok

"""What is read of a function before it runs: roles, launches, tolerances."""

from __future__ import annotations

import struct

import pytest

from translate.languages import language
from translate.source.signatures import holds_only_functions, signatures
from translate.source.threads import thread_use
from translate.source.usage import integer_value, usage
from translate.verify.equivalence.judging import difference
from translate.verify.equivalence.matching import answering, slots
from translate.verify.equivalence.running import FINISHED, Change, Observation
from translate.verify.inputs import SPECIAL, ArrayValue, cases

CPP, CUDA = language("cpp"), language("cuda")


def only(text: str, of=CPP):
    return signatures(text, of)[0]


@pytest.mark.parametrize(
    ("text", "name", "place", "parameters"),
    [
        ("void f(const float *x, int n) {}", "f", "host", [("x", True), ("n", False)]),
        ("__global__ void k(float a[], double &s) {}", "k", "kernel", [("a", True), ("s", True)]),
        ("template <int N> static __device__ float g(float4 v) { return v.x; }", "g", "device", [("v", False)]),
        ("void h(void) {}", "h", "host", []),
        ("float *where(int a[][9]) { return 0; }", "where", "host", [("a", True)]),
    ],
)
def test_a_signature_is_read(text: str, name: str, place: str, parameters: list[tuple[str, bool]]) -> None:
    found = only(text, CUDA)
    assert (found.name, found.place) == (name, place)
    assert [(one.name, one.is_array) for one in found.parameters] == parameters


def test_a_member_is_no_function_that_can_be_called() -> None:
    assert signatures("struct S { int f() { return 1; } }; int S::g() { return 2; }", CPP) == []


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("int f() { return 1; } template <class T> T g(T x) { return x; }", True),
        ("static int told = f(); int f() { return 1; }", False),  # Runs before anything else does.
        ("__attribute__((constructor)) void f() {}", False),
        ("#define n 3\nint f() { return n; }", False),
        ("struct S { S(); } s;", False),
    ],
)
def test_only_functions_may_share_a_program(text: str, safe: bool) -> None:
    assert holds_only_functions(text, CPP) is safe


@pytest.mark.parametrize(
    ("expression", "value"),
    [("n * 2 + 1", 15), ("-7 / 2", -3), ("(n - 1) % 4", 2), ("n / sizeof(int)", 1), ("unknown + 1", None), ("n / 0", None), ("f(n)", None)],
)
def test_whole_numbers_are_computed_as_in_c(expression: str, value: int | None) -> None:
    assert integer_value(expression, {"n": 7}) == value


def test_roles_follow_from_what_happens_to_a_parameter() -> None:
    text = "void f(int n, int inc, int *at, float *x, int shift) { for (int i = 0; i < n; i++) { int k = at[i]; x[k * inc] += shift; } }"
    used = usage(text, "f", CPP)
    assert "n" in used.bounds and "inc" in used.subscripts and "at[]" in used.subscripts
    assert "shift" not in used.bounds | used.subscripts and "x[]" not in used.subscripts


def test_inputs_come_in_sizes_that_meet_edges_and_are_the_same_for_a_seed() -> None:
    text = "void f(int n, int *at, float *x) { for (int i = 0; i < n; i++) x[at[i]] = i; }"
    found = cases(only(text), usage(text, "f", CPP), 5)
    assert {0, 1} < {case.sizes[0] for case in found} and max(case.sizes[0] for case in found) > 256
    assert all(isinstance(case.values[1], ArrayValue) and case.values[1].bound > 0 for case in found)
    assert found == cases(only(text), usage(text, "f", CPP), 5) != cases(only(text), usage(text, "f", CPP), 6)


@pytest.mark.parametrize(
    ("text", "guarded", "strided", "cooperates"),
    [
        ("__global__ void k(int *x, int n) { int i = threadIdx.x; if (i < n) x[i] = 1; }", True, False, False),
        ("__global__ void k(int *x) { x[threadIdx.x] = 1; }", False, False, False),
        ("__global__ void k(int *x, int n) { for (int k = 0; k < n; k++) x[threadIdx.x * n + k] = 1; }", False, False, False),
        ("__global__ void k(int *x, int n) { int s = blockDim.x * gridDim.x; for (int i = threadIdx.x; i < n; i += s) x[i] = 1; }", True, True, False),
        ("__global__ void k(int *x) { __shared__ int s[9]; s[threadIdx.x] = 1; __syncthreads(); }", False, False, True),
    ],
)
def test_a_kernels_use_of_threads_is_read(text: str, guarded: bool, strided: bool, cooperates: bool) -> None:
    found = thread_use(text, "k")
    assert (found.guarded, found.strided, found.cooperates) == (guarded, strided, cooperates)


def test_parameters_are_matched_by_name_then_by_type_and_order() -> None:
    original = only("void f(float *a, float *b, int n, float s) {}")
    assert slots(original, only("__global__ void k(int n, float *b, float *a) {}", CUDA)) == (2, 1, 0)
    assert slots(original, only("__global__ void k(float s, float *d_b, float *x, int count) {}", CUDA)) == (3, 1, 0, 2)
    assert "'more'" in str(slots(original, only("__global__ void k(float *a, float *b, int n, int extra, int more) {}", CUDA)))


def test_the_host_function_answers_where_there_is_one() -> None:
    original = only("void f(int *x) {}")
    both = "__global__ void f_kernel(int *x) {} void f(int *x) {}"
    found = answering(original, signatures(both, CUDA))
    assert found is not None and found.place == "host"


def observation(kind: str, *values: tuple[int, float, float]) -> Observation:
    letter = {"f": "f", "d": "d", "i": "i"}[kind]
    content = b"".join(struct.pack("<q", place) + struct.pack(f"<{letter}", old).ljust(8, b"\0") + struct.pack(f"<{letter}", new).ljust(8, b"\0") for place, old, new in values)
    return Observation(FINISHED, "", {0: Change("f" if kind in "fd" else "i", 8 if kind == "d" else 4, content)})


NAN, INFINITE = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("kind", "expected", "found", "agree"),
    [
        ("f", 1.0, 1.0 + 1e-5, True),
        ("f", 1.0, 1.001, False),
        ("d", 1.0, 1.0 + 1e-13, True),
        ("d", 1.0, 1.0 + 1e-7, False),  # What a float in between would lose.
        ("i", 7, 8, False),
        ("f", NAN, NAN, True),
        ("f", NAN, 1.0, False),
        ("f", INFINITE, 3e38, False),
        ("f", INFINITE, INFINITE, True),
    ],
)
def test_numbers_agree_within_what_their_type_keeps(kind: str, expected: float, found: float, agree: bool) -> None:
    seen = difference(observation(kind, (0, 0, expected)), observation(kind, (0, 0, found)), 0)
    assert (seen is None) is agree


def test_an_element_that_one_side_leaves_alone_counts() -> None:
    assert difference(observation("i", (0, 1, 2), (5, 3, 4)), observation("i", (0, 1, 2)), SPECIAL) is not None
    assert difference(observation("i", (0, 1, 2)), observation("i", (0, 1, 2), (-3, 0, 1)), 0) is not None

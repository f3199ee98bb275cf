"""Normal form and back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.round_trip import survives
from translate.languages import language
from translate.source.extract import extract
from translate.source.normalise import Unreadable, Unrestorable, leaves_of, normalise, readable, restore
from translate.source.references import UnknownLabel, refer, resolve
from translate.units import Function, SourceUnit

SOURCES = [
    ("cpp", "template <typename T> T sum(const std::vector<T>& v) { T s{}; for (const auto& x : v) s += x; return s; }"),
    ("cpp", "static int f(char *s, int n) {\n#ifdef DEBUG\n  printf(\"%d\\n\", n);\n#endif\n  return s[0] == 'x' ? 0x7f : n->k; }"),
    ("cpp", "void g(float *y) { for (int i = 0, j = 1; i < 10; ++i) { y[i] = -1.5e-3f * +y[j]; j = - -i; } }"),
    ("cpp", "auto h = 0; int k(int a) { auto l = [&](int b) { return a + b; }; return l(2) + 1.0_km; }"),
    ("cpp", "void h(int *y, int b, int c, int n) { for (int i = 0; i < n; i++) if (i < b && c >= 0) y[i] = 1; }"),
    ("cuda", "__global__ void k(float *a, int n) { extern __shared__ float s[]; int i = threadIdx.x; s[i] = a[i]; __syncthreads(); }"),
    ("cuda", "void run(float *a, int n) { dim3 b(16, 16); k<<<n / 256, b, 0>>>(a, n); }"),
    ("cuda", "__device__ __forceinline__ float3 add(float3 a, float3 b) { return make_float3(a.x + b.x, a.y + b.y, a.z + b.z); }"),
]


def function(name: str, text: str) -> Function:
    return extract(SourceUnit(text, language(name), "test"))[-1]


def words(text: str, name: str) -> list[str]:
    return [leaf.text for leaf in leaves_of(readable(text, language(name)))]


@pytest.mark.parametrize(("name", "text"), SOURCES)
def test_restore_is_the_inverse_up_to_layout(name: str, text: str) -> None:
    source = function(name, text)
    form = normalise(source)
    assert words(restore(form.tokens, form.names, source.language), name) == words(source.text, name)


LONG = "words that no layout may break in two, however wide the line is that they stand on, since nobody asked for it "
HARD = {
    "a macro of several lines": "int f(int *a) {\n#define ADD(x, y) \\\n    a[0] += x; \\\n    a[1] += y\n"
    "  ADD(1, 2);\n#undef ADD\n  return 0; }",
    "a macro that ends in a backslash": "int f(int *a) {\n#define STEP \\\n    a[0]++; \\\n\n  STEP;\n  return 0; }",
    "a macro with its value after a blank": "int f(int *a) {\n#define ONE (1)\n  return a[ONE]; }",
    "a condition longer than a line": "int f(int a) {\n#if defined(FIRST) || (defined(SECOND) && (SECOND > 70000)) || (defined(THIRD) && "
    "(THIRD > 80000)) || defined(FOURTH)\n  return 1;\n#else\n  return a;\n#endif\n}",
    "a directive over two lines": 'int f(int a) {\n#pragma message( \\\n    "two lines")\n  return a; }',
    "a string longer than a line": f'void f(const char **a) {{ a[0] = "{LONG}{LONG}"; a[1] = "\\t\t\\n" "second"; }}',
    "members named like parameters": "struct P { float x, y; P(float x, float y) : x(x), y(y) {} };",
    "a member declared inside": "float f(float x) { union { float v; int x[2]; } u; u.v = x; return u.x[1]; }",
    "a negative number after sizeof": "int f(int *a) { return a[sizeof(int)-1]; }",
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
@pytest.mark.parametrize("name", ["cpp", "cuda"])
def test_no_layout_changes_a_token(name: str, text: str) -> None:
    assert survives(function(name, text)) == "same"


def test_a_renamed_local_variable_gives_the_same_normal_form() -> None:
    forms = {
        normalise(function("cpp", f"void f(float *{a}, int {n}) {{ for (int {i} = 0; {i} < {n}; {i}++) {a}[{i}] *= 2; }}")).tokens
        for a, n, i in (("a", "n", "i"), ("data", "count", "idx"), ("max", "size", "threadIdx"))
    }
    assert len(forms) == 1


def test_the_first_counter_has_the_same_name_whatever_is_declared_before_it() -> None:
    for parameters, before in (("float *a", ""), ("float *a, int n, float s", ""), ("float *a", "float s; int j;")):
        form = normalise(function("cpp", f"void f({parameters}) {{ {before} for (int i = 0; i < 3; i++) {{ a[i] = 0; }} }}"))
        assert form.names["i0"] == "i" and form.names["a0"] == "a"


def test_what_tells_threads_apart_is_a_counter() -> None:
    text = "__global__ void f(float *a) { float s = 0; int t = blockIdx.x * blockDim.x + threadIdx.x; a[t] = s; }"
    kernel = normalise(function("cuda", text))
    assert kernel.names["i0"] == "t" and kernel.names["v0"] == "s"


def test_a_translation_names_what_it_repeats() -> None:
    source = normalise(function("cpp", "void f(float *a, int n) { for (int i = 0; i < n; i++) { a[i] *= 2; } }"))
    target = normalise(
        function("cuda", "__global__ void f(float *a, int n) { int i = threadIdx.x; if (i < n) { a[i] *= 2; } }"), source
    )
    written = refer(target, source)
    assert len(written) < len(target.tokens) - 10
    assert tuple(resolve(written, source, target.original.language)) == target.tokens


def test_what_stands_for_nothing_is_refused() -> None:
    source = normalise(function("cpp", "int f(int a) { return a; }"))
    with pytest.raises(UnknownLabel):
        resolve(["<s40>"], source, source.original.language)
    with pytest.raises(Unrestorable):
        restore(["n3"], source.names, source.original.language)


def test_a_fresh_name_never_captures_one_of_the_source() -> None:
    cpp = language("cpp")
    text = restore(["int", "idx", "=", "v0", ";"], {"v0": "idx"}, cpp)
    assert text.split() != ["int", "idx", "=", "idx;"]


@pytest.mark.parametrize("name", ["cpp", "cuda", "fortran"])
@settings(max_examples=60, deadline=None)
@given(text=st.one_of(st.text(max_size=200), st.text(alphabet="(){};<>*&=+-abn01 \n\"'#/", max_size=200)))
def test_arbitrary_text_never_crashes(name: str, text: str) -> None:
    for found in extract(SourceUnit(text, language(name), "test")):
        try:
            form = normalise(found)
        except Unreadable:
            continue
        assert words(restore(form.tokens, form.names, found.language), name) == words(found.text, name)


def test_functions_are_found_wherever_they_stand() -> None:
    text = 'namespace a { struct s { int m() { return 1; } }; template <class T> void t(T x) {} }\nextern "C" { void c() {} }\n'
    assert [found.name for found in extract(SourceUnit(text, language("cpp"), "test"))] == ["m", "t", "c"]
    assert extract(SourceUnit(text, language("cpp"), "test"))[1].text.startswith("template")

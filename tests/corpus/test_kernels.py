"""C++ made device code by rule: threads where iterations are independent, one thread elsewhere, and always the same numbers."""

import pytest

from translate.corpus.rules import Declined
from translate.corpus.rules.kernels import kernel_of
from translate.languages import language
from translate.verify.compile import compile_many
from translate.verify.equivalence import Pair, compare_many
from translate.verify.sandbox import open_sandbox

PARALLEL = {
    "two axes": "void f(const float *a, float *b, int h, int w) { for (int y = 1; y < h; y++) for (int x = 0; x < w; x++)"
    " b[y * w + x] = a[y * w + x] - a[(y - 1) * w + x]; }",
    "an early return": "void f(int n, float s, float *x) { if (s == 0.0f) return; for (int i = 0; i < n; i++) x[i] *= s; }",
    "counted down": "void f(float *b, const float *c, int n) { for (int i = n - 1; i >= 0; --i) { b[i] = c[i] * 2; } }",
    "a while": "void f(float *x, float *y, int n) { int k = 0; while (k < n) { float t = x[k]; x[k] = y[k]; y[k] = t; ++k; } }",
    "an offset in the bound": "void f(float *x, int n) { for (int i = 0; i + 1 < n; ++i) x[i] = i; }",
    "not equal": "void f(double *x, int n) { for (int i = 0; i != n; ++i) x[i] += 1; }",
    "two loops over one array": "void f(double *y, const double *x, int n) { for (int i = 0; i < n; i++) y[i] = 1;"
    " for (int k = 0; k < n; k++) { if (x[k] > 0) y[k] += x[k]; } }",
    "rows of three": "void f(float *c, const float *a, int n) { for (int i = 0; i < n; i++) c[i * 3] = a[i];"
    " for (int i = 0; i < n; i++) c[i * 3 + 2] = -a[i]; }",
    "the inner loop independent": "void f(const float *m, float *s, int h, int w) { for (int r = 0; r < h; r++) for (int c = 0; c < w; c++)"
    " s[c] += m[r * w + c]; }",
    "std::max": "void f(int *a, int n) { for (int i = 0; i < n; i++) a[i] = std::max({a[i], 1, std::min(i, 3)}); }",
    "a list of its own": "void f(const int *a, int *b, int n) { int w[3]; for (int i = 0; i < n; i++) { for (int k = 0; k < 3; k++)"
    " { w[k] = a[i] + k; } b[i] = w[0] * w[2]; } }",
    "one more each time": "void f(const float *x, const float *y, float *o, int n, int m, int b) { int k = 0; for (int j = 0; j < b; ++j)"
    " { for (int i = 0; i < n; ++i) o[k++] = x[j * n + i]; for (int i = 0; i < m; ++i) { o[k] = y[j * m + i]; ++k; } } }",
    "elements behind a pointer": "void f(const float *a, float *b, int n, int m) { float t; for (int i = 0; i < n; i++)"
    " for (int j = 0; j < m; j++) { t = *(a + j * n + i); *(b + i * m + j) = t - 1; } }",
    "rows of a table": "void f(float a[][8], const float b[][8], int n) { for (int i = 0; i < n; i++) for (int j = 0; j < 8; j++)"
    " a[i][j] = b[i][7 - j]; }",
    "one value by all": "void f(const float *a, int *found, int n) { for (int i = 0; i < n; i++) if (a[i] < 0) found[0] = 1; }",
    "taken apart and put together": "void f(const float *a, float *b, int h, int w) { for (int i = 0; i < h * w; i++)"
    " { int r = i / w; int c = i % w; b[c * h + r] = a[i]; } }",
    "a solver for each right side": "void f(const double *l, const double *b, double *x, int d, int n) { for (int k = 0; k < n; k++)"
    " for (int i = 0; i < d; i++) { double v = b[k * d + i]; for (int j = 0; j < i; j++) v -= l[i * d + j] * x[k * d + j];"
    " x[k * d + i] = v / 2; } }",
    "a slab for each": "void f(const float *a, float *x, int n, int h, int w) { for (int s = 0; s < n; s++) { int size = h * w;"
    " int from = s * size; for (int r = 0; r < h; r++) for (int c = 0; c < w; c++) { int q = c; q = c - 1;"
    " x[from + r * w + c] = a[from + r * w + c] + (q >= 0 ? x[from + r * w + q] : 0); } } }",
    "comparisons that look like a template": "void f(const float *a, float *b, int h, int w) { for (int y = 0; y < h; y++)"
    " for (int x = 0; x < w; x++) { int u = y - 1; int v = x + 1;"
    " float t = (u >= 0 && u < h && v >= 0 && v < w) ? a[u * w + v] : 0.f; b[y * w + x] = t; } }",
    "a pointer that runs": "void f(const float *in, float *out, int h, int w) { for (int x = 0; x < w; ++x) for (int y = 0; y < h; ++y)"
    " *out++ = in[y * w + x]; }",
    "pointers that step": "void f(const unsigned char *p, float *g, int n) { for (int i = 0; i < n; ++i, p += 3)"
    " { g[i] = p[0] + 2.f * p[2]; } }",
    "a pointer to each row": "void f(float *m, const float *v, int r, int c) { for (int i = 0; i < r; i++) { for (int j = 0; j < c; j++)"
    " m[j] *= v[i]; m += c; } }",
    "what lies before the loops": "void f(float *a, int k, int n) { for (int r = k + 1; r < n; r++) for (int c = k + 1; c < n; c++)"
    " a[r * n + c] -= a[r * n + k] * a[k * n + c]; }",
    "an offset without a sign": "void f(float *h, const float *e, unsigned int n) { for (unsigned int m = 0; m + 1 < n; m++)"
    " h[m] += e[m + 1] - e[m]; }",
    "rows of their own": "void f(float *a, const int *first, const float *s, int n) { for (int r = 0; r < n; r++)"
    " for (int k = first[r]; k < first[r + 1]; k++) a[k] *= s[r]; }",
    "turned by some places": "void f(const float *a, float *b, int by, int n) { for (int i = 0; i < n; i++) { int j = (i + by) % n;"
    " if (j < 0) j += n; b[j] = a[i]; } }",
    "a macro for a place": "#define AT(r, c) ((r) * w + (c))\nvoid f(float *a, int h, int w) { for (int r = 0; r < h; r++)"
    " for (int c = 0; c < w; c++) a[AT(r, c)] += 1; }",
    "a copy, then all but the rim": "void f(const float *a, float *b, int h, int w) { for (int y = 0; y < h; y++)"
    " for (int x = 0; x < w; x++) b[y * w + x] = a[y * w + x]; for (int y = 1; y < h - 1; y++) for (int x = 1; x < w - 1; x++)"
    " b[y * w + x] = 0.25f * (a[y * w + x - 1] + a[y * w + x + 1] + a[(y - 1) * w + x] + a[(y + 1) * w + x]); }",
    "a return at the end": "void f(float *a, int n) { for (int i = 0; i < n; i++) { a[i] *= 2; } return; }",
}
ATOMIC = {
    "a histogram": "void f(const int *a, int *h, int n) { for (int i = 0; i < n; i++) { const int bin = (a[i] % 4 + 4) % 4; h[bin]++; } }",
    "two updates": "void f(const int *c, const double *q, double *d, int n) { for (int i = 0; i < n; i++) { int k = (c[i] % 3 + 3) % 3;"
    " d[k] += q[i]; d[k + 1] += 1 - q[i]; } }",
    "spelled out": "void f(const int *const a, unsigned int *const h, int n) { for (int i = 0; i < n; i++)"
    " h[(a[i] % 4 + 4) % 4] = h[(a[i] % 4 + 4) % 4] + 1; }",
    "a difference at the place of a pointer": "void f(const int *a, int *c, int n) { for (int i = 0; i < n; i++)"
    " if (a[i] > 0) *c = *c - a[i]; }",
    "bits": "void f(const int *a, int *o, unsigned int *x, int n) { for (int i = 0; i < n; i++) { *o |= a[i]; x[0] ^= 2 * a[i]; } }",
    "the largest": "void f(const int *a, int *m, int n) { for (int i = 0; i < n; i++) if (a[i] > *m) *m = a[i]; }",
    "the first": "void f(const float *a, float t, int *at, int n) { for (int i = 0; i < n; i++)"
    " { if (a[i] > t && i < at[0]) { at[0] = i; } } }",
    "a sum left at the end": "void f(const double *x, double *s, int n) { double t = 0.0; for (int i = 0; i < n; i++) { t += x[i] * x[i]; }"
    " *s += t; }",
}
GATHERED = {
    "a sum that is set": "void f(const float *x, int n, double *s) { double t = 0.0; for (int i = 0; i < n; i++) t += x[i]; *s = t; }",
    "two sums, and what is made of them": "void f(const double *x, int n, double *m, double *d) { double s = 0.0, q = 1.0;"
    " for (int i = 0; i < n; i++) { s += x[i]; q -= x[i] * x[i]; } *m = s / n; *d = sqrt(fabs(q)) + *m; }",
    "a sum that all need": "void f(float *o, const float *x, int n) { float s = 0.0f; for (int j = 0; j < n; j++) s += x[j] * x[j];"
    " s = 1.0f / sqrtf(s / n + 1e-5f); for (int j = 0; j < n; j++) o[j] = s * x[j]; }",
    "the largest, then a sum on the way": "void f(float *x, int n) { float m = x[0]; for (int i = 1; i < n; i++) if (x[i] > m) m = x[i];"
    " float s = 0.f; for (int i = 0; i < n; i++) { x[i] = expf(x[i] - m); s += x[i]; } for (int i = 0; i < n; i++) x[i] /= s; }",
    "the least and the largest": "void f(const int *x, int n, int *lo, int *hi) { int a = x[0], b = x[0]; for (int i = 0; i < n; i++) {"
    " a = a < x[i] ? a : x[i]; b = std::max(b, x[i]); } *lo = a; *hi = b; }",
    "a sum of rows": "void f(const double *a, double *r, int h, int w) { double s = 0; for (int i = 0; i < h; i++) { double t = 0;"
    " for (int j = 0; j < w; j++) t += a[i * w + j]; s += t * t; } r[0] = s; }",
}
IN_ONE_BLOCK = {
    "overlapping writes": "void f(const float *x, float *o, int n, int m) { for (int i = 0; i < n; i++) for (int k = 0; k < m; k++)"
    " o[i + k] += x[i] * k; }",
    "places of another loop": "void f(float *a, int n) { for (int i = 0; i < n; i++) a[i] = i; for (int i ="
    " 1; i < n; i++) a[i] = a[i - 1]; }",
    "a copy, then a sweep over it": "void f(const float *a, float *b, int n) { for (int i = 0; i < n; i++) b[i] = a[i];"
    " for (int i = 1; i < n - 1; i++) b[i] = b[i] + b[i - 1]; }",
    "what is read before": "void f(float *a, int n) { float s = a[0]; for (int i = 0; i < n; i++) a[i] -= s; }",
    "steps in time": "void f(double *a, double *b, int n, int steps) { for (int t = 0; t < steps; t++) { for (int i = 1; i < n - 1; i++)"
    " b[i] = 0.5 * a[i] + 0.25 * (a[i - 1] + a[i + 1]); for (int i = 1; i < n - 1; i++) a[i] = b[i]; a[0] = a[1]; } }",
    "an edge, then the inside": "void f(double *b, const double *a, int n) { b[0] = a[0]; for (int i = 1; i < n; ++i)"
    " b[i] = a[i] - a[i - 1]; }",
    "ranges that meet": "void f(float *y, const float *x, int n) { for (int j = 0; j < n; j++) { int a = j > 1 ? j - 2 : 0;"
    " for (int i = a; i <= j; i++) y[i] = x[j]; } }",
    "a count, then the loop that it counts": "void f(float *x, int n, float lo, int *c) { *c = 0; for (int i = 0; i < n; i++)"
    " { if (x[i] < lo) (*c)++; } for (int i = 0; i < n; i++) if (x[i] < lo) x[i] = lo; }",
    "either loop": "void f(float *a, int n, int up) { if (up > 0) { for (int i = 0; i < n; i++) a[i] += 1; } else { a[0] = 0; }"
    " a[0] *= 2; }",
    "a sum for each step": "void f(double *a, int n, int m, double *s) { for (int t = 0; t < m; t++) { double q = 0;"
    " for (int i = 0; i < n; i++) q += a[i] * a[i]; q = sqrt(q) + 1; for (int i = 0; i < n; i++) a[i] /= q; s[0] += q; } }",
}
ALONE = {
    "a recurrence": "void f(float *a, int n) { for (int i = 1; i < n; i++) { a[i] += a[i - 1]; } }",
    "a running pointer": "void f(const float *a, float *b, int n) { float *p = b; for (int i = 0; i < n; i++) if (a[i] > 0) *p++ = a[i]; }",
    "a carried list": "void f(float *a, int n) { float l[2] = {0, 0}; for (int i = 0; i < n; i++) { a[i] +="
    " l[1]; l[1] = l[0]; l[0] = a[i]; } }",
    "places that neighbours share": "void f(const float *a, float *b, int n) { for (int i = 0; i < n; i++) b[i / 2] = a[i]; }",
    "places that come again": "void f(const float *a, float *b, int n) { for (int i = 0; i < n; i++) { int k = i % 4; b[k] = a[i]; } }",
    "one place, several values": "void f(const float *a, int *p, int n) { for (int i = 0; i < n; i++) if (a[i] < 0) p[0] = i; }",
    "a table turned in place": "void f(float a[][6], int n) { for (int i = 0; i < 6; i++) for (int j = 0; j < 6; j++) a[j][i] = a[i][j]; }",
    "counted where it holds": "void f(const float *a, float *b, int n) { int k = 0;"
    " for (int i = 0; i < n; i++) if (a[i] > 0) b[k++] = a[i]; }",
    "a sum that is asked on the way": "void f(const float *x, float *r, int n) { float s = 0; for (int i = 0; i < n; i++) {"
    " if (s < 10) s += x[i]; } *r = s; }",
    "the place of the largest": "void f(const float *x, int *r, int n) { float m = x[0]; int k = 0; for (int i = 1; i < n; i++)"
    " if (x[i] > m) { m = x[i]; k = i; } *r = k; }",
    "what a loop leaves": "void f(const float *x, float *r, int n) { float t = 0; for (int i = 0; i < n; i++) { t = x[i]; r[i] = t; }"
    " r[0] += t; }",
    "a list that is filled, then asked": "void f(const int *x, int *r, int n) { int c[4]; for (int k = 0; k < 4; k++) c[k] = x[k];"
    " for (int i = 0; i < n; i++) r[i] = c[i % 4]; }",
    "a solver": "void f(int n, const double *r, double *b) { for (int j = n - 1; j >= 0; j--) { double t = b[j];"
    " for (int i = j - 1; i >= 0; i--) b[i] -= t * r[i + j * n]; } }",
    "two places of neighbours": "void f(const double *x, double *f, int n) { for (int i = 1; i < n; i++) { double s = x[i] - x[i - 1];"
    " f[i - 1] += s; f[i] -= s; } }",
    "two ways to combine": "void f(const int *x, int *r, int n) { for (int i = 0; i < n; i++) { r[0] += x[i]; r[0] |= 1; } }",
}


@pytest.mark.parametrize("text", PARALLEL.values(), ids=PARALLEL)
def test_independent_iterations_get_a_thread_each(text: str) -> None:
    assert "threadIdx.x" in kernel_of(text)


@pytest.mark.parametrize("text", ATOMIC.values(), ids=ATOMIC)
def test_sums_of_several_threads_are_atomic(text: str) -> None:
    assert "threadIdx.x" in kernel_of(text) and "atomic" in kernel_of(text)


@pytest.mark.parametrize("text", GATHERED.values(), ids=GATHERED)
def test_a_block_gathers_what_its_threads_have_found(text: str) -> None:
    assert "__shared__" in kernel_of(text) and "__syncthreads();" in kernel_of(text)


@pytest.mark.parametrize("text", IN_ONE_BLOCK.values(), ids=IN_ONE_BLOCK)
def test_a_block_does_one_loop_after_the_other(text: str) -> None:
    assert "threadIdx.x; " in kernel_of(text) and "__syncthreads();" in kernel_of(text) and "blockIdx.x > 0" in kernel_of(text)


@pytest.mark.parametrize("text", ALONE.values(), ids=ALONE)
def test_what_depends_on_the_order_is_left_to_one_thread(text: str) -> None:
    assert "threadIdx" not in kernel_of(text) and "__global__" in kernel_of(text)


def test_every_kernel_does_what_the_function_does() -> None:
    texts = [*PARALLEL.values(), *ATOMIC.values(), *GATHERED.values(), *IN_ONE_BLOCK.values(), *ALONE.values()]
    pairs = [Pair(text, language("cpp"), kernel_of(text), language("cuda")) for text in texts]
    verdicts = compare_many(pairs, sandbox=open_sandbox())
    assert [(text, verdict.reason) for text, verdict in zip(texts, verdicts, strict=True) if not verdict.agrees] == []


SUM = "float f(const float *a, int n) { float s = 0; for (int i = 0; i < n; i++) s += a[i]; return s; }"


def test_a_function_with_a_value_leaves_it_at_a_place_or_is_one_of_the_device() -> None:
    assert kernel_of(SUM).startswith("__global__ void f_kernel(const float *a, int n, float *result)")
    assert kernel_of(SUM, callers=frozenset(("main",))).startswith("__global__")
    for text, callers in ((SUM, {"g", "main"}), (SUM.replace("s += a[i]", "s = s * a[i]"), {}), ("float f(float x) { return x * x; }", {})):
        assert kernel_of(text, callers=frozenset(callers)).startswith("__device__ float f(")


def test_a_value_at_a_place_is_the_value() -> None:
    texts = [
        SUM,
        "int f(const int *x, int n, int v) { int k = 0; for (int i = 0; i < n; i++) { if (x[i] == v) k++; } return k; }",
        "float f(const float *x, int n) { float s = 0; for (int i = 0; i < n; i++) s += x[i] * x[i]; return sqrtf(s) / (n + 1); }",
    ]
    verdicts = compare_many([Pair(text, language("cpp"), kernel_of(text), language("cuda")) for text in texts], sandbox=open_sandbox())
    assert [verdict.reason for verdict in verdicts if not verdict.agrees] == []
    wrong = kernel_of(SUM).replace("*result = s", "*result = -s")
    assert compare_many([Pair(SUM, language("cpp"), wrong, language("cuda"))], sandbox=open_sandbox())[0].word.value == "different"


@pytest.mark.parametrize(
    "text", ["void f(std::vector<int>& a) { a.push_back(1); }", "void f(int *a) { int *b = new int[3]; a[0] = b[0]; delete[] b; }"]
)
def test_what_no_device_has_is_declined(text: str) -> None:
    with pytest.raises(Declined):
        kernel_of(text)


def test_vectors_of_its_own_become_memory_that_is_given_back() -> None:
    text = (
        "void f(const double *a, double *x, int n) { std::vector<double> c(n); c[0] = a[0]; for (int i = 1; i < n; i++)"
        " c[i] = a[i] - c[i - 1]; for (int i = n - 1; i >= 0; i--) x[i] = c[i] * 2; }"
    )
    made = kernel_of(text)
    assert "double *c = new double[n]();" in made and made.rstrip().endswith("delete[] c;\n}") and "vector" not in made
    assert compile_many([made], language("cuda"))[0].ok
    for other in ("c[0] = a[0]; if (n > 3) return;", "c.push_back(a[0]);", "g(c);"):
        with pytest.raises(Declined):
            kernel_of(text.replace("c[0] = a[0];", other))

"""A candidate that does the same is found to do the same, whatever the roles of its parameters and however it is launched."""

from __future__ import annotations

import pytest

from translate.verify.equivalence import Equivalence, Word

GLOBAL = "int i = blockIdx.x * blockDim.x + threadIdx.x;"
ADD = "void add(const float *a, float *b, int n) { for (int i = 0; i < n; i++) b[i] = a[i] + b[i]; }"
ADD_KERNEL = f"__global__ void add_kernel(const float *a, float *b, int n) {{ {GLOBAL} if (i < n) b[i] = a[i] + b[i]; }}"
TOTAL = "void total(const float *x, float *sum, int n) { float t = 0; for (int i = 0; i < n; i++) t += x[i]; *sum += t; }"

SAME = [
    ("array read and written", ADD, ADD_KERNEL),
    (
        "a sum by warps",  # Its shared array is as long as a block has warps, which is no size of a block.
        "__global__ void norm(double *out, const double *v, int n) { __shared__ double w[8]; double t = 0; for (int i = threadIdx.x; i < n;"
        " i += blockDim.x) t += v[i] * v[i]; for (int o = 16; o > 0; o >>= 1) t += __shfl_down_sync(0xffffffffu, t, o);"
        " if (threadIdx.x % 32 == 0) w[threadIdx.x / 32] = t; __syncthreads(); if (threadIdx.x == 0) {"
        " for (int k = 1; k < blockDim.x / 32; ++k) t += w[k]; out[0] += t; } }",
        "void norm(double *out, const double *v, int n) { double t = 0; for (int i = 0; i < n; i++) t += v[i] * v[i]; out[0] += t; }",
    ),
    (
        "stride",
        "void scal(int n, float a, float *x, int inc) { for (int i = 0; i < n; i++) x[i * inc] *= a; }",
        f"__global__ void scal(int n, float a, float *x, int inc) {{ {GLOBAL} if (i < n) x[i * inc] *= a; }}",
    ),
    (
        "index array",
        "void gather(const double *x, const int *at, double *y, int n) { for (int i = 0; i < n; i++) y[i] = x[at[i]]; }",
        f"__global__ void gather(const double *x, const int *at, double *y, int n) {{ {GLOBAL} if (i < n) y[i] = x[at[i]]; }}",
    ),
    (
        "compressed rows",  # Row starts must ascend, or no loop over a row would run.
        "void rows(int n, const int *start, const float *v, float *y) { for (int r = 0; r < n; r++) { float t = 0; "
        "for (int j = start[r]; j < start[r + 1]; j++) t += v[j]; y[r] = t; } }",
        "__global__ void rows(int n, const int *start, const float *v, float *y) { int r = blockIdx.x * blockDim.x + threadIdx.x; "
        "if (r < n) { float t = 0; for (int j = start[r]; j < start[r + 1]; j++) t += v[j]; y[r] = t; } }",
    ),
    (
        "size by pointer",
        "void fill(int *x, const int *n) { for (int i = 0; i < *n; i++) x[i] = i; }",
        f"__global__ void fill(int *x, const int *n) {{ {GLOBAL} if (i < *n) x[i] = i; }}",
    ),
    (
        "two dimensions of unequal size",
        "void outer(const float *a, const float *b, float *c, int h, int w) { for (int y = 0; y < h; y++) for (int x = 0; x < w; x++) "
        "c[y * w + x] = a[y] * b[x]; }",
        "__global__ void outer(const float *a, const float *b, float *c, int h, int w) { int x = blockIdx.x * blockDim.x + threadIdx.x; "
        "int y = blockIdx.y * blockDim.y + threadIdx.y; if (x < w && y < h) c[y * w + x] = a[y] * b[x]; }",
    ),
    (
        "grid-stride loop",
        ADD,
        f"__global__ void add(const float *a, float *b, int n) {{ {GLOBAL} for (; i < n; i += blockDim.x * gridDim.x) b[i] += a[i]; }}",
    ),
    (
        "one block that strides",
        ADD,
        "__global__ void add(const float *a, float *b, int n) { for (int i = threadIdx.x; i < n; i += blockDim.x) b[i] += a[i]; }",
    ),
    ("sum by atomics in another order", TOTAL, f"__global__ void total(const float *x, float *sum, int n) {{ {GLOBAL} if (i < n) atomicAdd(sum, x[i]); }}"),
    (
        "sum in shared memory",
        TOTAL,
        "__global__ void total(const float *x, float *sum, int n) { __shared__ float part[64]; int t = threadIdx.x; "
        "int i = blockIdx.x * blockDim.x + t; part[t] = i < n ? x[i] : 0; __syncthreads(); "
        "for (int s = 32; s > 0; s /= 2) { if (t < s) part[t] += part[t + s]; __syncthreads(); } if (t == 0) atomicAdd(sum, part[0]); }",
    ),
    ("all write the same value", "void mark(int *f, int n) { for (int i = 0; i < n; i++) f[0] = 1; }", f"__global__ void mark(int *f, int n) {{ {GLOBAL} if (i < n) f[0] = 1; }}"),
    ("device function", "float half_of(float x) { return x / 2; }", "__device__ float half_of(float y) { return y * 0.5f; }"),
    (
        "host function around its kernel",
        ADD,
        ADD_KERNEL + " void add(const float *a, float *b, int n) { float *x, *y; if (n <= 0) return; cudaMalloc(&x, n * 4); "
        "cudaMalloc(&y, n * 4); cudaMemcpy(x, a, n * 4, cudaMemcpyHostToDevice); cudaMemcpy(y, b, n * 4, cudaMemcpyHostToDevice); "
        "add_kernel<<<(n + 63) / 64, 64>>>(x, y, n); cudaMemcpy(b, y, n * 4, cudaMemcpyDeviceToHost); cudaFree(x); cudaFree(y); }",
    ),
    ("template", "template <typename T> void neg(T *x, int n) { for (int i = 0; i < n; i++) x[i] = -x[i]; }", f"template <typename T> __global__ void neg(T *x, int n) {{ {GLOBAL} if (i < n) x[i] = -x[i]; }}"),
    ("kernel to serial", ADD_KERNEL, ADD),
    (
        "kernel without a guard to serial",
        "__global__ void zero(float *x) { x[blockIdx.x * blockDim.x + threadIdx.x] = 0; }",
        "void zero(float *x) { for (int i = 0; i < 1000; i++) x[i] = 0; }",
    ),
    ("reference parameter", "void sum(const int *x, int n, int &s) { for (int i = 0; i < n; i++) s += x[i]; }", "void sum(const int *x, int n, int &s) { while (n-- > 0) s += x[n]; }"),
    ("returned value", "double dot(const double *a, const double *b, int n) { double s = 0; for (int i = 0; i < n; i++) s += a[i] * b[i]; return s; }", "double dot(const double *a, const double *b, int n) { double s = 0; for (int i = n; i-- > 0;) s += b[i] * a[i]; return s; }"),
    ("truth values and bytes", "void test(const unsigned char *x, bool *y, int n) { for (int i = 0; i < n; i++) y[i] = x[i] > 3; }", f"__global__ void test(const unsigned char *x, bool *y, int n) {{ {GLOBAL} if (i < n) y[i] = !(x[i] <= 3); }}"),
    ("renamed and reordered parameters", ADD, f"__global__ void add(int count, float *d_b, const float *d_a) {{ {GLOBAL} if (i < count) d_b[i] += d_a[i]; }}"),
    ("not a number on both sides", "void root(double *x, int n) { for (int i = 0; i < n; i++) x[i] = sqrt(x[i]); }", f"__global__ void root(double *x, int n) {{ {GLOBAL} if (i < n) x[i] = sqrt(x[i]); }}"),
]


@pytest.fixture(scope="module")
def verdicts(judge) -> dict[str, Equivalence]:
    return dict(zip([row[0] for row in SAME], judge(SAME), strict=True))


@pytest.mark.parametrize("name", [row[0] for row in SAME])
def test_equal_functions_agree(verdicts: dict[str, Equivalence], name: str) -> None:
    assert verdicts[name].word is Word.EQUIVALENT, verdicts[name].reason
    assert verdicts[name].inputs >= 3


def test_the_sizes_hold_nothing_one_and_more_than_a_block(verdicts: dict[str, Equivalence]) -> None:
    sizes = {size for (size,) in verdicts["array read and written"].sizes}
    assert {0, 1} <= sizes and any(size > 128 and size % 32 for size in sizes)


@pytest.mark.parametrize("name", ["array read and written", "grid-stride loop"])
def test_a_guarded_kernel_needs_no_trust(verdicts: dict[str, Equivalence], name: str) -> None:
    assert "trusted" not in verdicts[name].reason


def test_a_kernel_that_cannot_know_its_size_is_trusted_aloud(judge) -> None:
    serial = "void zero(float *x, int n) { for (int i = 0; i < n; i++) x[i] = 0; }"
    kernel = "__global__ void zero(float *x) { x[blockIdx.x * blockDim.x + threadIdx.x] = 0; }"
    (verdict,) = judge([("", serial, kernel)])
    assert verdict.agrees and "launch trusted" in verdict.reason

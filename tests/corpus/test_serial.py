"""CUDA made serial C++ by rule: whatever the guard, the index or the strides, the loop does what the threads did."""

import pytest

from translate.corpus.rules import Declined
from translate.corpus.rules.serial import function_of
from translate.languages import language
from translate.verify.equivalence import Pair, compare_many
from translate.verify.sandbox import open_sandbox

X = "int i = blockIdx.x * blockDim.x + threadIdx.x;"
KERNELS = {
    "bounds from both sides": f"float *a, int n) {{ {X} if (i > 0 && i < n - 1) a[i] = 1; }}",
    "an early return of three": f"float *a, int n, int m) {{ {X} if (i < 1 || i >= n || a[i] <= 0) return; a[i] = m; }}",
    "a condition beside the bound": f"double *a, double s, int n) {{ {X} if (i < n && s != 0) a[i] *= s; }}",
    "an offset": "int *a, int n) { const int i = 1 + blockIdx.x * blockDim.x + threadIdx.x; if (i > n) return; a[i - 1] += i; }",
    "a sum in the bound": "int *a, int n) { int i = blockIdx.x * blockDim.x + threadIdx.x + 1; if (i + 1 < n) a[i] = i; }",
    "a branch for the first": f"double *a, const double *b, int n) {{ {X} if (i == 0) a[0] = b[0]; else if (i"
    f" <= n) a[i] = b[i] - b[i - 1]; }}",
    "two guarded statements": f"int *a, int *b, int n, int m) {{ {X} if (i < n) a[i] = i; if (i < m) b[i] = 2 * i; }}",
    "a cast": "double *a, const double *b, size_t n) { const size_t i = size_t(blockIdx.x) * blockDim.x +"
    " threadIdx.x; if (i >= n) return; a[i] = b[i]; }",
    "coordinates by other names": "float *a, int n) { int t = threadIdx.x; int i = blockIdx.x * blockDim.x + t; if (i < n) a[i] += 1; }",
    "three axes": "float *a, int d, int h, int w) { int x = blockIdx.x * blockDim.x + threadIdx.x; int y ="
    " blockIdx.y * blockDim.y + threadIdx.y;"
    " int z = blockIdx.z * blockDim.z + threadIdx.z; if (x >= w || y >= h || z >= d) return; int p = h * w; a[z * p + y * w + x] += z; }",
    "an index that changes": f"int *a, const int *b, int n, int w) {{ {X} if (i >= n || w <= 0) return; int c"
    f" = i % w; i /= w; a[c] += b[i]; }}"
    .replace("a[c] += b[i]", "atomicAdd(&a[c], b[i])"),
    "a pointer that moves": f"const float *a, float *b, int n) {{ {X} if (i < n) {{ a += 2 * i; b[i] = a[0] + a[1]; }} }}",
    "strides and a sum": "const double *x, double *s, int n) { double t = 0.0; for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n;"
    " i += gridDim.x * blockDim.x) t += x[i]; atomicAdd(s, t); }",
    "a block for each row": "const float *m, float *s, int h, int w) { __shared__ float c[256]; for (int r ="
    " blockIdx.x; r < h; r += gridDim.x) {"
    " float t = 0; for (int k = threadIdx.x; k < w; k += blockDim.x) t += m[r * w + k]; c[threadIdx.x] = t; __syncthreads();"
    " for (int o = blockDim.x / 2; o > 0; o >>= 1) { if (threadIdx.x < o) c[threadIdx.x] += c[threadIdx.x + o]; __syncthreads(); }"
    " if (threadIdx.x == 0) s[r] = c[0]; __syncthreads(); } }",
    "a scan of each block": "const int *a, int *b, int n) { __shared__ int s[64]; int t = threadIdx.x; int i = blockIdx.x * 64 + t;"
    " s[t] = i < n ? a[i] : 0; __syncthreads(); for (int d = 1; d < 64; d *= 2) { const int v = t >= d ? s[t - d] : 0; __syncthreads();"
    " s[t] += v; __syncthreads(); } if (i < n) b[i] = s[t]; }",
    "tiles of two arrays": "const float *a, const float *b, float *c, int n) { __shared__ float p[8][8]; __shared__ float q[8][9];"
    " int x = threadIdx.x, y = threadIdx.y; int r = blockIdx.y * blockDim.y + y, k = blockIdx.x * blockDim.x + x; float s = 0;"
    " for (int t = 0; t < n; t += 8) { p[y][x] = r < n && t + x < n ? a[r * n + t + x] : 0; q[y][x] = k < n && t + y < n ?"
    " b[(t + y) * n + k] : 0; __syncthreads(); for (int j = 0; j < 8; j++) s += p[y][j] * q[j][x]; __syncthreads(); }"
    " if (r < n && k < n) c[r * n + k] = s; }",
    "a sum of every block": "const double *a, double *s, int n) { __shared__ double p[128]; int i = blockIdx.x * blockDim.x + threadIdx.x;"
    " p[threadIdx.x] = i < n && a[i] > 0 ? a[i] : 0.0; __syncthreads(); for (int o = blockDim.x / 2; o > 0; o >>= 1) { if (threadIdx.x < o)"
    " p[threadIdx.x] += p[threadIdx.x + o]; __syncthreads(); } if (threadIdx.x == 0) atomicAdd(s, p[0]); }",
    "a small vector": f"float *a, int n) {{ {X} if (i >= n) return; float2 v = make_float2(a[i], 2.0f); v.x += v.y; a[i] = v.x; }}",
    "no thread in it": "int *a, int n) { for (int i = 1; i < n; i++) a[i] += a[i - 1]; }",
    "abs of a real": f"float *a, int n) {{ {X} if (i < n) a[i] = abs(a[i]) * rsqrtf(4.0f); }}",
}


def kernel(rest: str) -> str:
    return f"__global__ void k({rest}"


@pytest.mark.parametrize("rest", KERNELS.values(), ids=KERNELS)
def test_nothing_of_the_threads_is_left(rest: str) -> None:
    text = function_of(kernel(rest))
    assert not any(word in text for word in ("__global__", "threadIdx", "blockIdx", "__syncthreads", "atomic", "__shared__"))


def test_every_function_does_what_the_kernel_does() -> None:
    texts = [kernel(rest) for rest in KERNELS.values()]
    pairs = [Pair(text, language("cuda"), function_of(text), language("cpp")) for text in texts]
    verdicts = compare_many(pairs, sandbox=open_sandbox())
    assert [(text, verdict.reason) for text, verdict in zip(texts, verdicts, strict=True) if not verdict.agrees] == []


def test_a_kernel_that_trusts_its_launch_gets_a_bound() -> None:
    assert "float *a, int n) {" in function_of("__global__ void k(float *a) { a[blockIdx.x * blockDim.x + threadIdx.x] = 0; }")


@pytest.mark.parametrize(
    "rest",
    [
        "float *a, int n) { extern __shared__ float s[]; s[threadIdx.x] = a[threadIdx.x]; __syncthreads();"
        " a[threadIdx.x] = s[n - threadIdx.x]; }",
        "int *a, int n) { int i = threadIdx.x; if (i < n) a[i] = __ballot_sync(~0u, a[i] > 0); }",
        "int *a, int n) { for (int i = threadIdx.x; i < n; i += blockDim.x) a[i] = 1; a[n] = threadIdx.x; }",
    ],
)
def test_what_threads_do_together_is_declined(rest: str) -> None:
    with pytest.raises(Declined):
        function_of(kernel(rest))

"""Each fault is seen, what cannot be tested is never a pass, and nothing that a candidate does makes it one."""

from __future__ import annotations

import pytest

from translate.verify.equivalence import Equivalence, Word

GLOBAL = "int i = blockIdx.x * blockDim.x + threadIdx.x;"
ADD = "void add(const float *a, float *b, int n) { for (int i = 0; i < n; i++) b[i] = a[i] + b[i]; }"
HISTOGRAM = "void count(const int *x, int *h, int n) { for (int i = 0; i < n; i++) h[x[i]] += 1; }"
REVERSED = "void turn(const int *x, int *y) { for (int i = 0; i < 64; i++) y[i] = x[63 - i]; }"


def kernel(body: str) -> str:
    return f"__global__ void add(const float *a, float *b, int n) {{ {GLOBAL} {body} }}"


DIFFERENT = [
    ("bound one short", ADD, kernel("if (i < n - 1) b[i] = a[i] + b[i];")),
    ("bound one too far", ADD, kernel("if (i <= n) b[i] = a[i] + b[i];")),
    ("no guard", ADD, kernel("b[i] = a[i] + b[i];")),
    ("minus for plus", ADD, kernel("if (i < n) b[i] = a[i] - b[i];")),
    ("the block's number only", ADD, "__global__ void add(const float *a, float *b, int n) { int i = threadIdx.x; if (i < n) b[i] += a[i]; }"),
    ("stride of one block", ADD, kernel("for (; i < n; i += blockDim.x) b[i] += a[i];")),
    ("writes to its input", ADD, f"__global__ void add(float *a, float *b, int n) {{ {GLOBAL} if (i < n) {{ b[i] += a[i]; a[i] = 0; }} }}"),
    ("update without atomic", HISTOGRAM, f"__global__ void count(const int *x, int *h, int n) {{ {GLOBAL} if (i < n) h[x[i]] += 1; }}"),
    (
        "no barrier",  # Only the race shows it where threads happen to run in the right order.
        REVERSED,
        "__global__ void turn(const int *x, int *y) { __shared__ int s[64]; int t = threadIdx.x; s[63 - t] = x[t]; y[t] = s[t]; }",
    ),
    (
        "sum never set to zero",
        "void sums(const float *x, float *y, int n) { for (int i = 0; i < n; i++) { float s = 0; for (int k = 0; k < 4; k++) s += x[i + k]; y[i] = s; } }",
        f"__global__ void sums(const float *x, float *y, int n) {{ {GLOBAL} if (i < n) {{ float s; for (int k = 0; k < 4; k++) s += x[i + k]; y[i] = s; }} }}",
    ),
    ("a number lost to float", "void third(double *x, int n) { for (int i = 0; i < n; i++) x[i] /= 3; }", "void third(double *x, int n) { for (int i = 0; i < n; i++) x[i] = (float)x[i] / 3; }"),
    ("wrong where a value is zero", "void sign(const float *x, int *y, int n) { for (int i = 0; i < n; i++) y[i] = x[i] > 0; }", "void sign(const float *x, int *y, int n) { for (int i = 0; i < n; i++) y[i] = x[i] >= 0; }"),
    ("returned value", "int last(const int *x, int n) { return n > 0 ? x[n - 1] : 0; }", "int last(const int *x, int n) { return n > 1 ? x[n - 1] : 0; }"),
    ("parameters of one type exchanged", "void sub(float *a, float *b, float *c, int n) { for (int i = 0; i < n; i++) c[i] = a[i] - b[i]; }", "void sub(float *a, float *b, float *c, int n) { for (int i = 0; i < n; i++) c[i] = b[i] - a[i]; }"),
]

UNTESTABLE = [
    ("pointers to pointers", "void f(float **x, int n) { for (int i = 0; i < n; i++) x[i][0] = 1; }", "void f(float **x, int n) { for (int i = 0; i < n; i++) x[i][0] = 1; }"),
    ("does not compile on its own", "void f(float *x, int n) { for (int i = 0; i < n; i++) x[i] = elsewhere(i); }", "void f(float *x, int n) { }"),
    ("cooperative groups", "void f(int *x, int n) { for (int i = 0; i < n; i++) x[i] = i; }", "__global__ void f(int *x, int n) { cooperative_groups::this_grid().sync(); x[0] = n; }"),
    ("nobody has set", "void f(float *x, int n) { float s; for (int i = 0; i < n; i++) { s += x[i]; x[i] = s; } }", "void f(float *x, int n) { float s = 0; for (int i = 0; i < n; i++) { s += x[i]; x[i] = s; } }"),
    (
        "reads what nobody has set",  # The last block loads no more than it has threads at work; small garbage would be lost in the sum.
        f"__global__ void f(const float *x, float *y, int n) {{ __shared__ float s[64 + 2]; {GLOBAL} int t = threadIdx.x + 2;"
        " if (i < n) { s[t] = x[i]; if (threadIdx.x < 2 && i >= 2) s[t - 2] = x[i - 2]; } __syncthreads();"
        " if (i < n) y[i] = i >= 2 ? s[t] + s[t - 1] + s[t - 2] : s[t]; }",
        "void f(const float *x, float *y, int n) { for (int i = 0; i < n; i++) y[i] = i >= 2 ? x[i] + x[i - 1] + x[i - 2] : x[i]; }",
    ),
    ("fails on too many inputs", "void f(int *x, int n) { x[0] = n / (n - n); }", "void f(int *x, int n) { x[0] = 0; }"),
    ("changes nothing", "void f(const int *x, int n) { int s = 0; for (int i = 0; i < n; i++) s += x[i]; }", "void f(const int *x, int n) { }"),
    ("no counterpart", ADD, f"__global__ void add(const float *a, float *b, int n, int offset) {{ {GLOBAL} if (i < n) b[i + offset] += a[i]; }}"),
    ("another type", "void f(int *x, int n) { for (int i = 0; i < n; i++) x[i] = 1; }", f"__global__ void f(bool *x, int n) {{ {GLOBAL} if (i < n) x[i] = 1; }}"),
    ("cannot be built", "struct P { float *x; }; void f(P p, int n) { for (int i = 0; i < n; i++) p.x[i] = 1; }", "struct P { float *x; }; void f(P p, int n) { for (int i = 0; i < n; i++) p.x[i] = 1; }"),
    ("original: two threads write", f"__global__ void f(int *x, int n) {{ {GLOBAL} if (i < n) x[0] = i; }}", "void f(int *x, int n) { for (int i = 0; i < n; i++) x[0] = i; }"),
]

HEADER = "#include <cstdlib>\n#include <csignal>\n#include <unistd.h>\n#include <fcntl.h>\n#include <cstdio>\n#include <cstring>\n"
SAME_BODY = "for (int i = 0; i < n; i++) b[i] = a[i] + b[i];"
ATTACKS = [
    ("ends well before it is done", HEADER + "void add(const float *a, float *b, int n) { exit(0); }"),
    ("ends well without a word", "extern \"C\" void _exit(int); void add(const float *a, float *b, int n) { _exit(0); }"),
    ("prints a report of its own", HEADER + 'void add(const float *a, float *b, int n) { unsigned r[4] = {0x45515556, 0, 0, 0}; for (int j = 0; j < 99; j++) { r[1] = j; write(1, r, 16); } }'),
    ("prints it before main", HEADER + 'static int told = [] { unsigned r[4] = {0x45515556, 0, 0, 0}; for (int j = 0; j < 99; j++) { r[1] = j; write(1, r, 16); } _exit(0); return 0; }(); void add(const float *a, float *b, int n) { }'),
    ("never ends", "void add(const float *a, float *b, int n) { for (volatile int i = 0;; i = 1) { } }"),
    ("sleeps for ever", HEADER + "void add(const float *a, float *b, int n) { for (;;) pause(); }"),
    ("asks the original", "void original(const float *a, float *b, int n); void add(const float *a, float *b, int n) { original(a, b, n); }"),
    ("writes beyond", f"void add(const float *a, float *b, int n) {{ {SAME_BODY} b[n] = 1e9f; }}"),
    ("writes before the start", f"void add(const float *a, float *b, int n) {{ {SAME_BODY} b[-1] = 1e9f; }}"),
    ("writes far away", f"void add(const float *a, float *b, int n) {{ {SAME_BODY} b[1 << 24] = 1e9f; }}"),
    ("kills who runs it", HEADER + "void add(const float *a, float *b, int n) { kill(getppid(), SIGKILL); kill(-1, SIGKILL); }"),
    ("opens its parent's memory", HEADER + 'void add(const float *a, float *b, int n) { char p[64]; sprintf(p, "/proc/%d/mem", getppid()); int m = open(p, O_RDWR); if (m >= 0) { ' + SAME_BODY + " } }"),
    ("reads the plan", HEADER + 'void add(const float *a, float *b, int n) { char c; if (read(0, &c, 1) == 1) { ' + SAME_BODY + " } }"),
    ("right once, then never", "void add(const float *a, float *b, int n) { static int calls; if (n < 200 && !calls++) { " + SAME_BODY + " } }"),
]


@pytest.fixture(scope="module")
def verdicts(judge) -> dict[str, Equivalence]:
    rows = [*DIFFERENT, *UNTESTABLE, *((name, ADD, text) for name, text in ATTACKS), ("a neighbour", ADD, ADD)]
    return dict(zip([row[0] for row in rows], judge(rows), strict=True))


@pytest.mark.parametrize("name", [row[0] for row in DIFFERENT])
def test_a_fault_is_seen(verdicts: dict[str, Equivalence], name: str) -> None:
    assert verdicts[name].word is Word.DIFFERENT, verdicts[name].reason
    assert verdicts[name].counterexample is not None


@pytest.mark.parametrize("name", [row[0] for row in UNTESTABLE])
def test_what_cannot_be_tested_says_why(verdicts: dict[str, Equivalence], name: str) -> None:
    assert verdicts[name].word is Word.UNTESTABLE, verdicts[name].reason
    assert name in verdicts[name].reason


@pytest.mark.parametrize("name", [row[0] for row in ATTACKS])
def test_no_attack_passes(verdicts: dict[str, Equivalence], name: str) -> None:
    assert not verdicts[name].agrees, verdicts[name].reason


def test_what_one_candidate_does_is_not_laid_at_its_neighbours_door(verdicts: dict[str, Equivalence]) -> None:
    assert verdicts["a neighbour"].agrees, verdicts["a neighbour"].reason


@pytest.mark.parametrize(("name", "word"), [("never ends", Word.TIMED_OUT), ("asks the original", Word.NOT_COMPILED), ("ends well before it is done", Word.CRASHED)])
def test_the_word_says_how_it_failed(verdicts: dict[str, Equivalence], name: str, word: Word) -> None:
    assert verdicts[name].word is word, verdicts[name].reason


def test_the_counterexample_is_the_smallest_call_that_differs(verdicts: dict[str, Equivalence]) -> None:
    example = verdicts["bound one short"].counterexample
    assert example is not None and dict(example.arguments) == {"n": "1"} and example.place == "b[0]"


def test_the_same_seed_gives_the_same_verdict(judge) -> None:
    rows = [row for row in DIFFERENT if row[0] in ("minus for plus", "wrong where a value is zero")]
    first, second = judge(rows), judge(rows)
    assert [(one.reason, one.sizes, one.seed) for one in first] == [(one.reason, one.sizes, one.seed) for one in second]

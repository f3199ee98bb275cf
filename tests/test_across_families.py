"""Files translated into a language that cannot hold them: every line of the source is translated or stands as a comment."""

from __future__ import annotations

import pytest

from translate.languages import language, language_of_path
from translate.model import backend
from translate.pipeline import Translator
from translate.source.assemble import assemble, headers_of
from translate.source.extract import extract, whole_program
from translate.source.parse import parse
from translate.units import Level, SourceUnit, Translation
from translate.verify.sandbox import open_sandbox

MODULE = """! Constants
module constants
  implicit none
  real(8), parameter :: half = 0.5d0
end module constants

! scales x
subroutine scale(n, a, x)
  implicit none
  integer, intent(in) :: n
  real(8), intent(in) :: a
  real(8), intent(inout) :: x(n)
  integer :: i
  do i = 1, n
    x(i) = a * x(i) + 2.5d0
  end do
end subroutine scale
"""
PROGRAM = """module areas
  implicit none
contains
  function area(a, b) result(r)
    real(8), intent(in) :: a, b
    real(8) :: r
    r = a * b
  end function area
end module areas

program demo
  use areas
  implicit none
  integer :: i
  real(8) :: total
  total = 0.0d0
  do i = 1, 5
    total = total + area(real(i, 8), 2.0d0)
  end do
  print *, 'Total area: ', total
end program demo
"""
CPP = """#include <cmath>
// Distances.
void norms(const float *x, const float *y, float *out, int n) {
    for (int i = 0; i < n; i++) {
        out[i] = sqrtf(x[i] * x[i] + y[i] * y[i]);
    }
}
"""
NAMED_LIKE_CPP = """program p
  implicit none
  real :: STD(3), total
  COMPLEX :: Z
  STD = (/ 1.0, 2.0, 4.0 /)
  Z = cmplx(STD(2), STD(3))
  total = sqrt(STD(1) + max(STD(2), 0.5)) + abs(Z)
  call show('a', total)
contains
  subroutine show(c, x)
    character(len=1), intent(in) :: c
    real, intent(in) :: x
    print *, c, x
  end subroutine show
end program p
"""
CUDA = """__global__ void saxpy(int n, float a, const float *x, float *y) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        y[i] = a * x[i] + y[i];
    }
}
"""
CALLS = """static inline int held(int v, int lo, int hi) { return v < lo ? lo : (v > hi ? hi : v); }
static void add(double *place, double v) { *place += v; }

void blur(const unsigned char *a, double *b, int w, int h) {
    for (int y = 0; y < h; ++y)
        for (int x = 0; x < w; ++x)
            for (int d = -1; d <= 1; ++d) {
                add(&b[y * w + x], a[y * w + held(x + d, 0, w - 1)] / 3.0);
            }
}
"""
CALLS_ON_THE_DEVICE = """__device__ float lerp(float a, float b, float t) { return a + t * (b - a); }

__global__ void mix(const float *a, const float *b, float *c, float t, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) c[i] = lerp(a[i], b[i], t);
}
"""
VECTORS = """#include <vector>

void axpy(float a, const std::vector<float> &x, std::vector<float> &y) {
    for (std::size_t i = 0; i < x.size(); ++i) y[i] += a * x[i];
}

double total(const std::vector<double> &v) {
    double s = 0;
    for (double x : v) s += x;
    return s;
}
"""
FILE_OF_KERNELS = """#include <cuda_runtime.h>
#define BLOCK 128

__constant__ float scale[2];

__device__ inline float sq(float x) { return x * x; }

__global__ void energy(const float *v, float *e, int n) {
    __shared__ float part[BLOCK];
    int t = threadIdx.x;
    int i = blockIdx.x * blockDim.x + t;
    part[t] = i < n ? sq(v[i]) : 0.0f;
    __syncthreads();
    for (int s = blockDim.x / 2; s > 0; s >>= 1) {
        if (t < s) part[t] += part[t + s];
        __syncthreads();
    }
    if (t == 0) atomicAdd(e, part[0]);
}
"""


def unit(text: str, path: str) -> SourceUnit:
    spoken = language_of_path(path)
    assert spoken is not None
    return SourceUnit(text, spoken, path)


def translated(text: str, path: str, target: str) -> tuple[str, list[Translation]]:
    translator = Translator(backend("rules"), language(target), Level.EQUIVALENT, 1, open_sandbox("auto"))
    return translator.translate(unit(text, path))


@pytest.mark.parametrize(
    ("text", "path", "target"),
    [
        (MODULE, "scale.f90", "cpp"),
        (MODULE, "scale.f90", "cuda"),
        (PROGRAM, "demo.f90", "cpp"),
        (NAMED_LIKE_CPP, "named.f90", "cpp"),
        (CPP, "norms.cpp", "fortran"),
        (CUDA, "saxpy.cu", "fortran"),
        (CALLS, "blur.cpp", "fortran"),
        (CALLS, "blur.cpp", "cuda"),
        (CALLS_ON_THE_DEVICE, "mix.cu", "fortran"),
        (CALLS_ON_THE_DEVICE, "mix.cu", "cpp"),
        (FILE_OF_KERNELS, "energy.cu", "cpp"),
        (FILE_OF_KERNELS, "energy.cu", "fortran"),
    ],
)
def test_a_file_is_translated_and_proved(text: str, path: str, target: str) -> None:
    made, done = translated(text, path, target)
    assert [item.verdict.level for item in done] == [Level.EQUIVALENT] * len(done) and done
    assert not parse(made, language(target)).root.has_error


def test_host_functions_take_what_the_originals_take() -> None:
    translator = Translator(backend("rules"), language("cuda"), Level.EQUIVALENT, 2, open_sandbox("auto"), host=True)
    made, done = translator.translate(unit(VECTORS, "vectors.cpp"))
    assert [item.verdict.level for item in done] == [Level.EQUIVALENT] * 2
    assert "void axpy(float a, const std::vector<float> &x, std::vector<float> &y)" in made and "axpy_kernel<<<" in made
    assert "double total(const std::vector<double> &v)" in made and "total_kernel<<<" in made


PARTICLES = """struct Particle { float x, m; };

void kick(Particle *p, const float *f, int n, float dt) {
    for (int i = 0; i < n; i++) p[i].x += dt * f[i] / (p[i].m * p[i].m + 1.0f);
}
"""


def test_a_host_function_brings_back_what_is_set_of_structures() -> None:
    translator = Translator(backend("rules"), language("cuda"), Level.EQUIVALENT, 1, open_sandbox("auto"), host=True)
    made, done = translator.translate(unit(PARTICLES, "kick.cpp"))
    assert done[0].verdict.level == Level.EQUIVALENT and "cudaMemcpyDeviceToHost" in made and "kick_kernel<<<" in made


def test_a_program_is_translated_back_to_one_that_prints_the_same() -> None:
    there, _ = translated(PROGRAM, "demo.f90", "cpp")
    back, done = translated(there, "demo.cpp", "fortran")
    assert done[0].verdict.level == Level.EQUIVALENT
    assert "program main" in back


def test_what_is_not_translated_stands_as_comments() -> None:
    source = unit(MODULE, "scale.f90")
    text = assemble(source, [(function, None) for function in extract(source)], language("cpp"))
    assert all(line.startswith("//") for line in text.splitlines() if line.strip())
    for line in MODULE.splitlines():
        assert line.strip().removeprefix("!").strip() in text


def test_only_the_headers_that_a_text_needs_are_included() -> None:
    cpp = language("cpp")
    assert headers_of("int f(int i) { return i; }", cpp) == ""
    assert headers_of("double f(double x) { return std::sqrt(x); }", cpp) == "#include <cmath>\n"
    text = "int main() { std::vector<int> v(3); std::cout << v[0] << std::endl; return 0; }"
    assert headers_of(text, cpp) == "#include <iostream>\n#include <vector>\n"


@pytest.mark.parametrize(
    ("path", "text"),
    [("a.f90", "program p\nprint *, 1\nend program p\n"), ("a.cpp", "#include <cstdio>\nint main() { return 0; }\n")],
)
def test_a_whole_program_has_no_headers_and_its_main_programs_name(path: str, text: str) -> None:
    found = whole_program(unit(text, path))
    assert found is not None and found.name in ("p", "main")
    assert "#include" not in found.text


def test_a_file_without_a_main_program_is_no_program() -> None:
    assert whole_program(unit(CPP, "a.cpp")) is None
    assert whole_program(unit(MODULE, "a.f90")) is None

"""A Fortran procedure is translated by what its file says of the names that it uses."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from translate.languages import language
from translate.model import backend
from translate.pipeline import Translator
from translate.units import Level, SourceUnit, Translation
from translate.verify.sandbox import open_sandbox

LIBRARY = """module physics
  implicit none
  integer, parameter :: dp = kind(1.0d0)
  real(dp), parameter :: pi = 3.14159265358979_dp, tau = 2 * pi
  real(dp) :: counted = 0
contains
  subroutine potential(n, radius, v)
    integer, intent(in) :: n
    real(dp), intent(in) :: radius(n)
    real(dp), intent(out) :: v(n)
    integer :: i
    do i = 1, n
      v(i) = tau * area(radius(i))
    end do
  end subroutine potential

  pure real(dp) function area(r)
    real(dp), intent(in) :: r
    area = pi * r**2
  end function area

  subroutine counts(x)
    real(dp), intent(in) :: x
    counted = counted + x
  end subroutine counts
end module physics
"""
ELSEWHERE = "subroutine s(x)\n  use of_another_file\n  real(dp), intent(inout) :: x\n  x = 2 * x\nend subroutine s\n"


def translated(text: str, target: str) -> tuple[str, list[Translation]]:
    made = Translator(backend("rules"), language(target), Level.EQUIVALENT, sandbox=open_sandbox())
    return made.translate(SourceUnit(text, language("fortran"), "physics.f90"))


def test_procedures_of_a_module_are_proved_and_their_file_compiles(tmp_path: Path) -> None:
    text, (potential, area, counts) = translated(LIBRARY, "cpp")
    assert potential.verdict.level == area.verdict.level == Level.EQUIVALENT
    assert counts.text is None and "// Fortran:     counted = counted + x" in text
    (tmp_path / "physics.cpp").write_text(text, encoding="utf-8")
    done = subprocess.run(["g++", "-Wall", "-Werror", "-c", "physics.cpp"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_kernel_calls_what_its_module_has() -> None:
    text, (potential, *_) = translated(LIBRARY, "cuda")
    assert potential.verdict.level is Level.EQUIVALENT and potential.text is not None
    assert "threadIdx" in potential.text and "__device__ double area(double r);" in text


@pytest.mark.parametrize("target", ["cpp", "cuda"])
def test_what_no_file_says_is_declined(target: str) -> None:
    _, (only,) = translated(ELSEWHERE, target)
    assert only.text is None and only.verdict.level is Level.FAILED

"""Normal form across languages: literals of the same value share a placeholder, and labels name what both sides have word for word."""

from __future__ import annotations

import pytest

from translate.languages import language
from translate.source.answer import answer_text
from translate.source.extract import extract
from translate.source.literals import literal_in, meaning
from translate.source.normalise import normalise
from translate.source.references import pieces_of, refer
from translate.units import Candidate, Function, SourceUnit

FORTRAN, CPP = language("fortran"), language("cpp")


def function(text: str, name: str) -> Function:
    return extract(SourceUnit(text, language(name), "test.f90"))[0]


@pytest.mark.parametrize(
    ("cpp", "fortran"),
    [
        ("2.5", "2.5d0"),
        ("2.5f", "2.5"),
        ("1.0e-3", "1.0d-3"),
        ("0.5f", ".5"),
        ("31", "31"),
        ("0xff", "255"),
        ("5000000000LL", "5000000000_8"),
        ('"it is"', "'it is'"),
        ('"it\'s"', '"it\'s"'),
        ('"a\\tb"', "'a\tb'"),
    ],
)
def test_a_literal_means_the_same_however_it_is_spelled(cpp: str, fortran: str) -> None:
    assert meaning(cpp, CPP) == meaning(fortran, FORTRAN)
    into_fortran, into_cpp = literal_in(cpp, CPP, FORTRAN), literal_in(fortran, FORTRAN, CPP)
    assert into_fortran is not None and into_cpp is not None
    assert meaning(into_fortran, FORTRAN) == meaning(cpp, CPP) == meaning(into_cpp, CPP)


@pytest.mark.parametrize(("one", "other"), [("2.5", "2.5"), ("2.5f", "2.5d0"), ("1.0", "1"), ('"a"', "'b'")])
def test_literals_of_another_value_or_precision_are_apart(one: str, other: str) -> None:
    assert meaning(one, CPP) != meaning(other, FORTRAN)


def test_a_translation_keeps_its_own_letters_precision_and_kinds() -> None:
    source = normalise(function("void f(double *x, long *n, char *c) { x[0] = 5.5; n[0] = 11; c[0] = 'A'; }", "cpp"))
    text = """subroutine f(x, n, c)
  real(4), intent(inout) :: x(*)
  integer(8), intent(inout) :: n(*)
  character(len=1), intent(inout) :: c(*)
  x(1) = 5.5
  n(1) = 11_8
  c(1) = "A"
end subroutine f
"""
    made = normalise(function(text, "fortran"), source)
    added = {token: name for token, name in made.names.items() if token not in source.names}
    answer = answer_text(Candidate(made.tokens, None, "rules", added), source, FORTRAN)
    assert "= 5.5\n" in answer and "11_8" in answer and "A" in answer.partition("c(1)")[2]


def test_what_only_c_can_spell_has_no_fortran() -> None:
    assert literal_in('"two\\nlines"', CPP, FORTRAN) is None
    assert literal_in('"\\x1b"', CPP, FORTRAN) is None


PROCEDURE = """subroutine update(n, m, a, x, y)
integer, intent(in) :: n, m
real(8), intent(in) :: a, x(n, 0:m)
real(8), intent(inout) :: y(n,m)
real w(5)
integer :: i
{body}
end subroutine"""


@pytest.mark.parametrize(
    ("statement", "respelled"),
    [
        ("y(i, 2) = y(i, 2) + a * x(i, i)", "a4 [ v1 - 1 + a0 ] = a4 [ v1 - 1 + a0 ] + a2 * a3 [ v1 - 1 + v1 * a0 ] ;"),
        ("w(i + 1) = sqrt(w(i - 1)) * 2.5", "v0 [ v1 ] = std :: sqrt ( v0 [ v1 - 2 ] ) * n0 ;"),
        ("w(1) = w(i) ** 2", "v0 [ 0 ] = v0 [ v1 - 1 ] * v0 [ v1 - 1 ] ;"),
        ("if (n > 2 .and. m /= i) w(2) = 0", "a0 > 2 && a1 != v1"),
    ],
)
def test_a_label_names_the_same_piece_in_the_other_family(statement: str, respelled: str) -> None:
    source = normalise(function(PROCEDURE.replace("{body}", statement), "fortran"))
    assert tuple(respelled.split()) in pieces_of(source, CPP).values()


@pytest.mark.parametrize(
    "statement", ["w(2:3) = 0", "w(i) = w(i) ** 3", "w = 0", "y(i) = 1", "w(i) = mod(i, 2)", "w(2) = 3 ** 2 / 2"]
)
def test_what_has_no_counterpart_word_for_word_has_no_label_there(statement: str) -> None:
    source = normalise(function(PROCEDURE.replace("{body}", statement), "fortran"))
    target = pieces_of(source, CPP)
    assert not any("=" in piece for piece in target.values())


def test_an_answer_that_names_labels_compiles_in_thought_and_keeps_every_name() -> None:
    text = "void add(float *a, const float *b, int n) { for (int i = 0; i < n; i++) { a[i] += b[i] * 2.5f; } }"
    fortran = "subroutine add(a, b, n)\ninteger :: n, i\nreal :: a(n), b(n)\ndo i = 0, n - 1\na(i+1) = a(i+1) + b(i+1)*2.5\nend do\nend"
    source = normalise(function(text, "cpp"))
    target = normalise(function(fortran, "fortran"), source)
    written = refer(target, source)
    assert "<s2>" in written
    text = answer_text(Candidate(tuple(written), None, "test"), source, FORTRAN)
    assert "a(i + 1) = a(i + 1) + b(i + 1) * 2.5" in text


def test_a_main_program_is_called_main_in_every_language() -> None:
    source = normalise(function("program demo\nprint *, 'on'\nend program demo", "fortran"))
    target = normalise(function('int main() { std::cout << "on" << std::endl; return 0; }', "cpp"), source)
    assert "main" in target.tokens and "s0" in target.tokens
    back = normalise(function("program demo\nprint *, 'on'\nend program demo", "fortran"), target)
    assert [token for token in back.tokens if token == "main"] == ["main", "main"]

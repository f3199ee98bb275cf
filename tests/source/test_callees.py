"""Callees come before those that call them, whatever the order of the file."""

from __future__ import annotations

import random

import pytest

from translate.languages import language
from translate.source.callees import callees_of, in_waves, needed_by
from translate.source.extract import extract
from translate.units import SourceUnit


@pytest.mark.parametrize("seed", range(10))
def test_every_callee_is_in_an_earlier_wave_and_nothing_is_lost(seed: int) -> None:
    rng = random.Random(seed)
    count = 12
    calls = [rng.sample(range(number), rng.randint(0, min(number, 3))) for number in range(count)]
    texts = [f"float f{n}(float x) {{ return x{''.join(f' + f{one}(x)' for one in calls[n])}; }}" for n in range(count)]
    order = rng.sample(range(count), count)
    functions = extract(SourceUnit("\n".join(texts[n] for n in order), language("cpp"), "test.cpp"))
    callees = callees_of(functions)
    assert [{order[one] for one in found} for found in callees] == [set(calls[n]) for n in order]
    waves = in_waves(callees)
    assert sorted(number for wave in waves for number in wave) == list(range(count))
    wave_of = {number: at for at, wave in enumerate(waves) for number in wave}
    for number in range(count):
        assert all(wave_of[one] < wave_of[number] for one in needed_by(number, callees))


def test_functions_that_call_each_other_and_themselves_are_one_wave() -> None:
    calls = {"even": "odd", "odd": "even", "own": "own"}
    text = "int odd(int n);\n" + "".join(f"int {one}(int n) {{ return n ? {other}(n - 1) : 0; }}\n" for one, other in calls.items())
    callees = callees_of(extract(SourceUnit(text, language("cpp"), "test.cpp")))
    assert callees == [{1}, {0}, set()]
    assert in_waves(callees) == [[2], [0, 1]]
    assert needed_by(0, callees) == [1]


def test_fortran_names_are_found_in_any_case() -> None:
    text = "real function Area(r)\n real :: r\n area = r * r\nend function\n"
    text += "subroutine s(a, r)\n real :: a, r, AREA\n a = AREA(r)\nend subroutine\n"
    callees = callees_of(extract(SourceUnit(text, language("fortran"), "test.f90")))
    assert callees == [set(), {0}]

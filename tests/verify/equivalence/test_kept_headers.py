"""Headers that are kept between runs: wherever they cannot be, or are somebody else's, the comparison is made without them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from translate.languages import language
from translate.verify.equivalence import Pair, Word, compare_many, prologue
from translate.verify.sandbox import open_sandbox

ONE = "void f(float *y, int n) { for (int i = 0; i < n; i++) y[i] += 1; }"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where temporary files lie for now."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    prologue._ours.cache_clear()
    yield tmp_path
    prologue._ours.cache_clear()


def agrees() -> bool:
    cpp = language("cpp")
    return compare_many([Pair(ONE, cpp, ONE.replace("+= 1", "= y[i] + 1"), cpp)], sandbox=open_sandbox())[0].word is Word.EQUIVALENT


def test_a_folder_that_nobody_else_can_reach_is_not_used(place: Path) -> None:
    place.chmod(0o700)
    assert agrees()


def test_a_folder_that_others_may_write_to_is_not_used(place: Path) -> None:
    ours = place / f"hpc-translate-headers-{os.getuid()}"
    ours.mkdir()
    ours.chmod(0o777)
    assert agrees()
    assert not list(ours.iterdir())

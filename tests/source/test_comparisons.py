"""A chain of comparisons is read as one, and nothing else changes."""

from __future__ import annotations

import pytest

from translate.languages import language
from translate.source.comparisons import comparisons_apart
from translate.source.parse import parse, walk

CPP = language("cpp")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = (a >= 0 && a < b && c >= 0 && c < d) ? 1 : 2;", "x = (a >= 0 && (a < b) && c >= 0 && c < d) ? 1 : 2;"),
        ("if (r < h && c > (0)) x = 1;", "if ((r < h) && c > (0)) x = 1;"),
        ("x = (a < b || c >= 0) ? 1 : 2;", "x = ((a < b) || c >= 0) ? 1 : 2;"),
        ("x = (y < h && z && u >= 0 && u < w && v >= 0);", "x = ((y < h) && z && u >= 0 && (u < w) && v >= 0);"),
    ],
)
def test_what_looks_like_a_template_is_taken_apart(text: str, expected: str) -> None:
    made = comparisons_apart(f"void f() {{ {text} }}", CPP)
    assert made == f"void f() {{ {expected} }}"
    assert not any(node.type.startswith("template") for node in walk(parse(made, CPP).root))


@pytest.mark.parametrize(
    "text", ["x = max<int>(a, b);", "x = std::min<long long>(a, b) > 0;", "if (a < b && c >= d) x = 1;", "x = static_cast<int>(y);"]
)
def test_templates_and_plain_comparisons_stay(text: str) -> None:
    assert comparisons_apart(f"void f() {{ {text} }}", CPP) == f"void f() {{ {text} }}"

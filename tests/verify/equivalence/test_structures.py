"""Arrays of structures whose numbers are of one type are given values and compared number by number."""

from __future__ import annotations

import pytest

from translate.languages import language
from translate.source.structures import of_one_type
from translate.verify.equivalence import Pair, Word, compare_many
from translate.verify.sandbox import open_sandbox

VECTOR = "struct Vector { double x, y, z; };\n"
BODY = VECTOR + "struct Body { Vector place; Vector speed; double mass[2]; };\n"
MOVE = "void move(Body *b, int n, double t) { for (int i = 0; i < n; i++) b[i].place.y += t * b[i].speed.y * b[i].mass[1]; }"
KERNEL = """__global__ void move(Body *b, int n, double t) {
  int i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i < n) b[i].place.y += t * b[i].speed.y * b[i].mass[1];
}"""
LENGTH = "double length(Vector v) { return v.x * v.x + v.y * v.y + v.z * v.z; }"


def test_what_differs_in_one_member_is_seen() -> None:
    cpp, cuda = language("cpp"), language("cuda")
    pairs = [
        Pair(MOVE, cpp, KERNEL, cuda, BODY),
        Pair(MOVE, cpp, KERNEL.replace("place.y", "place.z"), cuda, BODY),
        Pair(MOVE, cpp, KERNEL.replace("mass[1]", "mass[0]"), cuda, BODY),
        Pair(LENGTH, cpp, f"__device__ {LENGTH}", cuda, VECTOR),
        Pair(LENGTH, cpp, f"__device__ {LENGTH.replace('v.z * v.z', 'v.z')}", cuda, VECTOR),
    ]
    words = [verdict.word for verdict in compare_many(pairs, sandbox=open_sandbox())]
    assert words == [Word.EQUIVALENT, Word.DIFFERENT, Word.DIFFERENT, Word.EQUIVALENT, Word.DIFFERENT]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("struct A { float x; float y[3]; float norm() const { return x; } };", {"A": "float"}),
        ("typedef struct { unsigned char r, g, b; } Pixel;", {"Pixel": "unsigned char"}),
        ("struct A { float x; int n; };", {}),
        ("struct A { float *x; };", {}),
        ("struct A { float x; static float s; };", {}),
        ("struct A { virtual void f(); float x; };", {}),
        ("struct A { float x; }; struct B : A { float y; };", {"A": "float"}),
        ("namespace n { struct A { float x; }; }", {}),
        ("template <class T> struct A { float x; };", {}),
        ("struct A { struct B { float x; } b; };", {}),
    ],
)
def test_only_structures_of_one_type_are_taken(text: str, found: dict[str, str]) -> None:
    assert of_one_type(text, language("cpp")) == found

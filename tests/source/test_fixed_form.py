"""Fixed form to free form: line for line, with every statement the same to the compiler."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.languages import language
from translate.source.extract import extract
from translate.source.fixed_form import is_fixed_form, line_map, to_free_form
from translate.source.parse import parse, syntax_faults
from translate.source.splice import splice
from translate.units import SourceUnit

FORTRAN = language("fortran")


def cards(*lines: str) -> str:
    return "".join(line + "\n" for line in lines)


CARD = "      X = '" + "a" * 61
CONVERTED = [
    (
        "a comment of each kind",
        cards("C one", "c", "* two", "d three", "! four", "  ! five"),
        cards("! one", "!", "! two", "! three", "! four", "  ! five"),
    ),
    ("an OpenMP sentinel stays one", cards("C$OMP PARALLEL DO", "c$omp& private(i)"), cards("!$OMP PARALLEL DO", "!$omp& private(i)")),
    ("a directive is left alone", cards("#ifdef A", "#define B \\", "C D", "#endif"), cards("#ifdef A", "#define B \\", "C D", "#endif")),
    (
        "any mark continues",
        cards("      X = 1", "     $  + 2", "     1  + 3", "     &  + 4"),
        cards("      X = 1 &", "     &  + 2 &", "     &  + 3 &", "     &  + 4"),
    ),
    ("a zero does not", cards("      X = 1", "     0Y = 2"), cards("      X = 1", "      Y = 2")),
    ("over a comment and a blank line", cards("      X = 1", "C no", "", "     $  + 2"), cards("      X = 1 &", "! no", "", "     &  + 2")),
    ("over a remark", cards("      X = 1 ! one", "     $  + 2 ! two"), cards("      X = 1 & ! one", "     &  + 2 ! two")),
    (
        "an exclamation mark in a string is text",
        cards("      X = '!' // \"it's!\"", "     $  // 'a'"),
        cards("      X = '!' // \"it's!\" &", "     &  // 'a'"),
    ),
    ("an exclamation mark in column 6 continues", cards("      X = 1", "     !  + 2"), cards("      X = 1 &", "     &  + 2")),
    ("what is beyond the card is ignored", cards("      X = 1".ljust(72) + "00010"), cards("      X = 1".ljust(72))),
    ("a string over the end of a card", cards(CARD, "     $bc'"), cards(CARD + "&", "     &bc'")),
    ("a string is filled up with blanks", cards("      X = 'a", "     $b'"), cards("      X = 'a".ljust(72) + "&", "     &b'")),
    (
        "a word over the end of a card",
        cards("      X = ".ljust(70) + "AB", "     $CD + 1"),
        cards("      X = ".ljust(70) + "ABCD &", "     &   + 1"),
    ),
    ("a doubled quote over the end of a card", cards(CARD[:-1] + "'", "     $'b'"), cards(CARD[:-1] + "''&", "     &b'")),
    ("a label", cards("   10 CONTINUE", "20    X = 1"), cards("   10 CONTINUE", "20    X = 1")),
    ("a tab", cards("\tX = 1 +", "\t1 2", "10\tCONTINUE"), cards("\tX = 1 + &", "\t& 2", "10\tCONTINUE")),
    (
        "words run together",
        cards("      DO10I=1,N", "      IF (A) GOTO10", "      DOWHILE(A)"),
        cards("      DO 10 I=1,N", "      IF (A) go to 10", "      DO WHILE(A)"),
    ),
    ("no loop at all", cards("      DO10I=1.5"), cards("      DO10I=1.5")),
    ("numbers spread out", cards("      X = 3.14 15 D0 + 1"), cards("      X = 3.1415D0   + 1")),
    ("operators spread out", cards("      A = B. OR .C"), cards("      A = B.OR.  C")),
    ("a Hollerith constant in a FORMAT", cards("  10  FORMAT (1X,5HIT'S!,I5)"), cards("  10  FORMAT (1X,'IT''S!',I5)")),
    (
        "a Hollerith constant over the end of a card",
        cards("      CALL F(".ljust(67) + "8HABC", "     $DEFGH, 1)"),
        cards("      CALL F(".ljust(67) + "'ABC&", "     &DEFGH', 1)"),
    ),
    ("a Hollerith constant elsewhere is no string", cards("      DATA X/4H'!)(/"), cards("      DATA X/4H'!)(/")),
    ("a star and a name with H is none", cards("      REAL*8 H, A*8", "     $, B"), cards("      REAL*8 H, A*8 &", "     &, B")),
    ("line ends stay", "      X = 1\r\n     $  + 2\r\n", "      X = 1 &\r\n     &  + 2\r\n"),
    (
        "a card with nothing on it continues nothing",
        cards("      X = 1", "     $", "      Y = 2"),
        cards("      X = 1", "!", "      Y = 2"),
    ),
    ("a continuation of nothing", cards("     $ X = 1"), cards("     & X = 1")),
]


@pytest.mark.parametrize(("fixed", "free"), [row[1:] for row in CONVERTED], ids=[row[0] for row in CONVERTED])
def test_cards_become_free_form(fixed: str, free: str) -> None:
    assert to_free_form(fixed) == free


def test_long_cards_are_seen_where_short_ones_would_be_torn() -> None:
    long = cards("      X = F(" + ", ".join(["LONGER"] * 10) + ")")
    assert len(long) > 73
    assert to_free_form(long) == long
    assert to_free_form(long, width=72) == long[:72] + "\n"


@pytest.mark.parametrize(
    ("path", "text", "fixed"),
    [
        ("a.f", cards("      X = 1"), True),
        ("a.F", cards("C x", "      X = 1"), True),
        ("a.f90", cards("x = 1"), False),
        ("a.f", cards("module m", "  integer :: i, &", "    j", "end module"), False),
        ("a.f90", cards("C     A comment", "      X = 1", "     $    + 2"), True),
        ("-", cards("*     A comment", "      X = 1"), True),
        ("-", cards("program p", "end program"), False),
        ("-", cards("call f(x)", "do i = 1, 2", "continue", "d = 1", "c = 1", "end do"), False),
        ("-", "", False),
    ],
)
def test_the_form_is_that_of_the_extension_unless_the_text_says_otherwise(path: str, text: str, fixed: bool) -> None:
    assert is_fixed_form(text, path) is fixed


MIXED = cards(
    "C     é before the procedure",
    "      SUBROUTINE F(A,",
    "     $             B)",
    "      A = B",
    "      END",
    "C     between",
    "      SUBROUTINE G",
    "      CALL H(3Habc)                                                     SEQ00001",
    "   10 END                                                               SEQ00002",
    "C     after",
)


@pytest.mark.parametrize("text", [MIXED, MIXED.replace("\n", "\r\n")], ids=["LF", "CRLF"])
def test_places_are_those_of_the_file(text: str) -> None:
    unit = SourceUnit(text, FORTRAN, "a.f")
    first, second = extract(unit)
    assert (first.name, first.span.line, first.span.column) == ("F", 2, 7)
    assert (second.name, second.span.line) == ("G", 7)
    content = text.encode("utf-8")
    assert content[first.span.start : first.span.end].decode("utf-8").startswith("SUBROUTINE F(A,")
    assert content[: first.span.end].endswith(b"      END")
    kept = splice(unit, [(first, "one"), (second, "two")]).replace("\r\n", "\n").split("\n")
    assert [line.split()[-1] for line in kept[:3]] == ["procedure", "one", "between"]
    assert kept[3].split()[0] == "two" and kept[4] == "C     after"


def test_a_fault_names_the_line_of_the_file() -> None:
    text = cards("C", "      SUBROUTINE F(A,", "     $  B)", "      A = = B", "      END")
    assert {fault.line for fault in syntax_faults(parse(to_free_form(text), FORTRAN))} == {4}


def compiled(text: str, path: Path) -> str:
    """What gfortran makes of `text`, as its own tree dump."""
    path.write_text(text, encoding="utf-8")
    command = ["gfortran", "-std=legacy", "-fsyntax-only", "-fdump-fortran-original", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=path.parent)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_compiler_reads_both_forms_alike(tmp_path: Path) -> None:
    source = Path(__file__).parent.parent / "grammars" / "fortran" / "cards.f"
    text = source.read_text(encoding="utf-8").replace("CALL PRINTS(6HHELLO!, N)", "CALL PRINTS('HELLO!', N)")
    assert compiled(to_free_form(text), tmp_path / "a.f90") == compiled(text, tmp_path / "a.f")


FIELDS = st.sampled_from(["      ", "     $", "   10 ", "C ", "\t", "\t1", "#", "", "!", "     0", "é"])
BODIES = st.text(alphabet="ab1.'\"!()=&, HhéX\t", max_size=80)


@settings(max_examples=150, deadline=None)
@given(lines=st.lists(st.builds(str.__add__, FIELDS, BODIES), max_size=12), newline=st.sampled_from(["\n", "\r\n"]))
def test_lines_stay_lines(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    free = to_free_form(text)
    assert free.count("\n") == text.count("\n")
    places = line_map(free, text)
    moved = [places.original(offset) for offset in range(len(free.encode("utf-8")))]
    assert moved == sorted(moved)
    assert not moved or moved[-1] <= len(text.encode("utf-8"))


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=300), path=st.sampled_from(["a.f", "a.f90", "-"]))
def test_arbitrary_text_is_converted_without_a_crash(text: str, path: str) -> None:
    is_fixed_form(text, path)
    assert to_free_form(text).count("\n") == text.count("\n")

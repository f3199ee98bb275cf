"""Fortran in normal form and back, against golden files; `PYTHONPATH=. python tests/source/test_fortran.py` writes them."""

import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.languages import language
from translate.source.extract import extract
from translate.source.fixed_form import in_free_form
from translate.source.normalise import Unreadable, normalise, restore
from translate.source.parse import parse, syntax_faults
from translate.source.references import labelled, refer, resolve
from translate.source.splice import splice
from translate.units import Function, SourceUnit

FORTRAN = language("fortran")
FOLDER = Path(__file__).parent.parent / "grammars" / "fortran"
SOURCES = sorted(path for path in FOLDER.iterdir() if path.suffix in FORTRAN.extensions)

AMPERSAND = re.compile(r"&[ \t\r]*(?:![^\n]*)?\n(?:[ \t\r]*(?:![^\n]*)?\n)*[ \t]*&?")


def unit(path: Path) -> SourceUnit:
    return SourceUnit(path.read_text(encoding="utf-8"), FORTRAN, str(path))


def procedure(text: str, path: str = "test.f90") -> Function:
    return extract(SourceUnit(text, FORTRAN, path))[0]


def there_and_back(function: Function) -> str:
    form = normalise(function)
    return restore(form.tokens, form.names, FORTRAN)


def squeezed(text: str) -> str:
    """Free form without comments, blanks and continuations, strings untouched; written without the grammar, to judge it."""
    result, position, quote = [], 0, ""
    while position < len(text):
        character = text[position]
        joined = AMPERSAND.match(text, position)
        if joined:
            position = joined.end()
            continue
        if not quote and character == "!":
            position = text.find("\n", position) if "\n" in text[position:] else len(text)
            continue
        if character in "'\"" and quote in ("", character):
            quote = "" if quote else character
        if quote or not character.isspace() or character == "\n":
            result.append(character if quote or character != ";" else "\n")
        position += 1
    return re.sub(r"\n+", "\n", "".join(result)).strip("\n").lower()


def golden(path: Path) -> str:
    pieces = []
    for function in extract(unit(path)):
        try:
            form = normalise(function)
        except Unreadable as fault:
            pieces.append(f"=== {function.name} {function.span.line}:{function.span.column} {fault}\n")
            continue
        tokens = " ".join(form.tokens).replace("<nl> ", "<nl>\n")
        names = "".join(f"{token}: {name}\n" for token, name in form.names.items())
        pieces.append(f"=== {function.name} {function.span.line}:{function.span.column}\n{tokens}\n---\n{names}---\n")
        pieces.append(restore(form.tokens, form.names, FORTRAN))
    return "".join(pieces)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_normal_form_is_the_golden_one(path: Path) -> None:
    assert golden(path) == path.with_name(path.name + ".golden").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_restore_is_the_inverse_up_to_layout_comments_and_case(path: Path) -> None:
    read = 0
    for function in extract(unit(path)):
        if "module procedure" in function.text:
            continue
        text = there_and_back(function)
        assert squeezed(text) == squeezed(function.text)
        assert normalise(Function(function.name, text, FORTRAN, function.span)).tokens == normalise(function).tokens
        assert max(len(line) for line in text.split("\n")) <= 132
        read += 1
    assert read


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_file_with_its_functions_restored_still_compiles(path: Path, tmp_path: Path) -> None:
    source = SourceUnit(in_free_form(unit(path).text, FORTRAN, str(path)), FORTRAN, "free.f90")
    functions = [function for function in extract(source) if "module procedure" not in function.text]
    text = splice(source, [(function, there_and_back(function)) for function in functions])
    after = tmp_path / ("after.F90" if path.suffix == ".F90" else "after.f90")
    after.write_text(text, encoding="utf-8")
    for file in (path, after):
        command = ["gfortran", "-fsyntax-only", "-std=legacy", "-fcoarray=single", f"-I{FOLDER}", f"-J{tmp_path}", str(file)]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr


def test_letter_case_and_layout_leave_no_trace() -> None:
    forms = {
        normalise(procedure(text)).tokens
        for text in (
            "subroutine f(a, n)\n  real :: a(n)\n  if (n .gt. 0) goto 10\n  a = 0; a(1) = n\n10 end",
            "SUBROUTINE F(A,N)\nREAL::A(N)\nIF(N.GT.0)GO TO 10\nA=0\n! nothing\nA(&\n  1)=N\n\n10 END",
            "Subroutine g(x,  count)\nreal :: X(Count)\nif (count .gt. 0) go to 10\nX = 0 ; x(1) = COUNT\n10 END",
        )
    }
    assert len(forms) == 1


def test_a_declared_name_is_no_intrinsic() -> None:
    tokens = normalise(procedure("subroutine f(max)\nreal max(3), y\ny = MAX(1) + abs(y)\nend")).tokens
    assert "max" not in tokens and "abs" in tokens


def test_the_letters_of_an_implicit_type_are_no_names() -> None:
    text = "subroutine f(x)\n  implicit real (a-h, x), complex*16 (z, y-y)\n  call g(x, z)\nend"
    assert squeezed(there_and_back(procedure(text))) == squeezed(text)


def test_a_translation_into_fortran_shares_the_names_of_its_source() -> None:
    cpp = extract(
        SourceUnit("void add(float *a, float s, int n) { for (int i = 0; i < n; i++) { a[i] = a[i] * s + 1.0f; } }", language("cpp"), "")
    )
    source = normalise(cpp[0])
    target = normalise(procedure("subroutine add(a, s, n)\nreal a(n)\ndo i = 1, n\n a(i) = a(i) * s + 1.0\nend do\nend"), source)
    assert {source.names[token] for token in target.names} == {"add", "a", "s", "n", "i"}
    written = refer(target, source)
    assert tuple(resolve(written, source, target.original.language)) == target.tokens


def test_statements_have_labels_without_their_line_ends() -> None:
    form = normalise(procedure("subroutine f(a, b)\n a = b + 1\n call g(a, b)\nend"))
    pieces = [form.tokens[segment.start : segment.end] for segment in form.segments]
    assert ("a0", "=", "a1", "+", "1") in pieces and ("call", "f1", "(", "a0", ",", "a1", ")") in pieces
    assert [token for token in labelled(form) if not token.startswith("<") or token == "<nl>"] == list(form.tokens)


LONG = {
    "loops nested further than a line is wide": "\n".join([*(f"do i{k} = 1, 3" for k in range(90)), "x = 'a' // 'b'", *["end do"] * 90]),
    "a string of many lines": "x = '" + "it is&\n&".join(f"{k} words, " for k in range(60)) + "'",
    "a cut never falls between two quotes": "x = '" + "&\n&".join(["''" * 40] * 6) + "'",
    "an expression of many lines": "x = " + " + &\n".join(f"term{k}(i, {k})" for k in range(90)),
    "ampersands at every cut": "x = '" + " &\n&".join(["&" * 79 + "x"] * 6) + "'",
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_lines_are_folded(text: str) -> None:
    long = procedure(f"subroutine f\n{text}\nend")
    back = there_and_back(long)
    assert max(len(line) for line in back.split("\n")) <= 132
    assert squeezed(back) == squeezed(long.text)


def test_a_procedure_comes_with_what_it_contains_and_an_interface_is_none() -> None:
    names = {path.name: [function.name for function in extract(unit(path))] for path in SOURCES}
    assert names["module.f90"] == ["circle_area", "close_to", "scaled_by", "area"]
    assert names["control.f90"] == ["control"]
    assert names["untitled.f90"] == ["main"]
    assert names["submodule.f90"] == ["grow", "shrink"]


WORDS = ["subroutine f(a)", "end", "do 10 i=1,n", "if (x) then", "10 continue", "x = ", "#if", "program p", "contains", "call g(", "5h"]
SIGNS = ["     &", "      ", "'", '"', "&", "!", "\n", "\n", "\t", ";", "(", ")", "%", "C", ",", "=", "\r\n"]
# The grammar takes an ampersand behind a complete statement for its end.
DAMAGE = ["", *WORDS, *(sign for sign in SIGNS if "&" not in sign)]
PIECES = st.lists(st.sampled_from(WORDS + SIGNS), max_size=40).map("".join)


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(st.text(max_size=200), PIECES), path=st.sampled_from(["a.f", "a.f90", "-"]))
def test_arbitrary_text_never_crashes_and_is_never_mangled(text: str, path: str) -> None:
    holds_good(SourceUnit(text, FORTRAN, path))


@settings(max_examples=150, deadline=None)
@given(
    path=st.sampled_from(SOURCES),
    changes=st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 12), st.sampled_from(DAMAGE)), min_size=1, max_size=3),
)
def test_damaged_source_never_crashes_and_is_never_mangled(path: Path, changes: list[tuple[int, int, str]]) -> None:
    text = path.read_text(encoding="utf-8")
    for place, length, inserted in changes:
        start = place % len(text)
        text = text[:start] + inserted + text[start + length :]
    holds_good(SourceUnit(text, FORTRAN, str(path)))


@pytest.mark.parametrize("damaged", ["#i#if", "#i#iffdef SINGLE", "#elsif X"])
def test_a_directive_that_there_is_not_cannot_be_read(damaged: str) -> None:
    text = f"subroutine s(x)\n{damaged}\n  real :: x\n#endif\n  x = 1\nend subroutine s\n"
    with pytest.raises(Unreadable, match="directive|cannot read|expected"):
        normalise(extract(SourceUnit(text, FORTRAN, "s.F90"))[0])


def holds_good(source: SourceUnit) -> None:
    syntax_faults(parse(in_free_form(source.text, FORTRAN, source.path), FORTRAN))
    for function in extract(source):
        try:
            form = normalise(function)
        except Unreadable:
            continue
        again = normalise(Function(function.name, restore(form.tokens, form.names, FORTRAN), FORTRAN, function.span))
        assert again.tokens == form.tokens


if __name__ == "__main__":
    for source in SOURCES:
        source.with_name(source.name + ".golden").write_text(golden(source), encoding="utf-8")

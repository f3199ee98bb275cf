"""Suites of every kind come out as the same items, and what is broken is named with its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from eval.items import directions
from eval.suite_readers import read_suite
from translate.errors import UsageError
from translate.languages import language
from translate.source.parse import parse

CPP, CUDA = "void f ( int * a ) { a [ 0 ] = 1 ; }", "__global__ void f ( int * a ) { a [ 0 ] = 1 ; }"
FORTRAN = "subroutine f(a)\n  integer :: a(*)\n  a(1) = 1\nend subroutine f\n"
PROGRAM, MAIN = "program p\n  print *, 1\nend program p\n", '#include <cstdio>\nint main() { puts("1"); }\n'


def write_lines(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_json_lines_with_unit_tests(tmp_path: Path) -> None:
    tests = {"cpp_inputs": [], "expected_outputs": [], "cpu_match": []}
    file = write_lines(
        tmp_path / "pairs.jsonl", [{"id": "a", "cpp": CPP, "cuda": CUDA, "tests": tests}, {"id": "b", "cpp": CPP, "cuda": CUDA}]
    )
    suite = read_suite("babeltower", file)
    assert [item.id for item in suite.items] == ["a", "b"] and suite.items[0].tests == tests and suite.items[1].tests is None
    assert suite.directions == [("cpp", "cuda"), ("cuda", "cpp")] and suite.columns == {"cpp": "cpp", "cuda": "cuda"}


def test_parallel_token_files(tmp_path: Path) -> None:
    (tmp_path / "test.cpp.tok").write_text(f"{CPP}\n{CPP}\n", encoding="utf-8")
    (tmp_path / "test.cuda.tok").write_text(f"{CUDA}\n{CUDA}\n", encoding="utf-8")
    suite = read_suite("babeltower", tmp_path)
    assert [item.id for item in suite.items] == ["test-0000", "test-0001"]
    assert suite.items[1].texts == {"cpp": CPP, "cuda": CUDA} and suite.items == read_suite("babeltower", tmp_path / "test.cpp.tok").items


def test_functions_and_programs_are_told_apart_and_stdout_is_kept(tmp_path: Path) -> None:
    rows = [{"id": "p", "fortran": PROGRAM, "cpp": MAIN, "stdout": "1\n"}, {"id": "f", "fortran": FORTRAN, "cpp": CPP}]
    suite = read_suite("fortran_cpp", write_lines(tmp_path / "rows.jsonl", rows))
    assert [(item.kind, item.expected) for item in suite.items] == [("program", "1\n"), ("function", None)]


def test_a_fixed_subset_by_a_file_of_ids(tmp_path: Path) -> None:
    file = write_lines(tmp_path / "rows.jsonl", [{"id": name, "fortran": FORTRAN, "cpp": CPP} for name in "abc"])
    (tmp_path / "suite.toml").write_text(
        'reader = "lines"\nids = "ids.txt"\ncolumns = { fortran = "fortran", cpp = "cpp" }\n', encoding="utf-8"
    )
    (tmp_path / "ids.txt").write_text("c\na  # both agree\n", encoding="utf-8")
    assert [item.id for item in read_suite(str(tmp_path / "suite.toml"), file).items] == ["c", "a"]
    (tmp_path / "ids.txt").write_text("c\nz\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"ids.txt:2:1: error: the suite has no item 'z'"):
        read_suite(str(tmp_path / "suite.toml"), file)


@pytest.mark.parametrize("ending", [".jsonl", ".parquet", ".csv"])
def test_any_table_of_two_columns(tmp_path: Path, ending: str) -> None:
    from datasets import Dataset  # type: ignore[attr-defined]

    rows = [{"before": CPP, "after": CUDA}, {"before": CPP + " ", "after": CUDA}]
    file = tmp_path / f"table{ending}"
    if ending == ".jsonl":
        write_lines(file, rows)
    else:
        table = Dataset.from_list(rows)
        table.to_parquet(str(file)) if ending == ".parquet" else table.to_csv(str(file))
    (tmp_path / "mine.toml").write_text('columns = { cpp = "before", cuda = "after" }\n', encoding="utf-8")
    suite = read_suite(str(tmp_path / "mine.toml"), file)
    assert [dict(item.texts) for item in suite.items] == [{"cpp": row["before"], "cuda": row["after"]} for row in rows]
    assert suite.columns == {"cpp": "before", "cuda": "after"} and len({item.id for item in suite.items}) == 2


def test_the_folder_called_datasets_does_not_hide_the_package() -> None:
    import datasets

    assert hasattr(datasets, "load_dataset")


def test_a_data_file_alone_is_a_suite_where_columns_are_called_as_languages(tmp_path: Path) -> None:
    file = write_lines(tmp_path / "mine.jsonl", [{"cpp": CPP, "cuda": CUDA, "fortran": FORTRAN}])
    suite = read_suite(str(file), None)
    assert suite.name == "mine" and len(suite.directions) == 6


def test_kernels_are_found_by_their_files(tmp_path: Path) -> None:
    for name, text in {"f.cpp": CPP, "f.cu": CUDA, "f.f90": FORTRAN, "f.driver.cpp": MAIN, "f.expected": "1\n"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "tags.toml").write_text('f = ["assignment"]\n', encoding="utf-8")
    suite = read_suite("kernels", tmp_path)
    (item,) = suite.items
    assert (item.id, item.driver, item.expected, item.tags) == ("f", MAIN, "1\n", ("assignment",))
    assert len(directions(suite.items)) == 6 and suite.columns == {"cpp": "*.cpp", "cuda": "*.cu", "fortran": "*.f90"}
    (tmp_path / "f.expected").unlink()
    with pytest.raises(UsageError, match=r"f.expected: error: what the driver prints is missing"):
        read_suite("kernels", tmp_path)


def test_the_hash_changes_with_the_data_and_with_nothing_else(tmp_path: Path) -> None:
    first = read_suite("babeltower", write_lines(tmp_path / "one.jsonl", [{"id": "a", "cpp": CPP, "cuda": CUDA}]))
    second = read_suite("babeltower", write_lines(tmp_path / "two.jsonl", [{"cuda": CUDA, "cpp": CPP, "id": "a"}]))
    third = read_suite("babeltower", write_lines(tmp_path / "three.jsonl", [{"id": "a", "cpp": CPP, "cuda": CUDA + " "}]))
    assert first.digest == second.digest != third.digest


class Broken(NamedTuple):
    name: str
    content: bytes
    said: str


GOOD = json.dumps({"id": "a", "cpp": CPP, "cuda": CUDA}).encode()
BROKEN = [
    Broken("no JSON", GOOD + b'\n{"id": }\n', r"file.jsonl:2:8: error: no JSON.*\nhelp: "),
    Broken("no object", b"[1, 2]\n", r"file.jsonl:1:1: error: no JSON object"),
    Broken(
        "a column is missing",
        GOOD + b'\n{"id": "b", "cpp": "x"}\n',
        r"file.jsonl:2:1: error: no column 'cuda'\nhelp: the columns are: cpp, id",
    ),
    Broken("an empty text", b'{"id": "b", "cpp": "x", "cuda": " "}\n', r"file.jsonl:1:1: error: the column 'cuda' holds no text"),
    Broken("an id twice", GOOD + b"\n\n" + GOOD, r"file.jsonl:3:1: error: the id 'a' is there twice, which line 1 has as well"),
    Broken("another encoding", GOOD + b'\n{"id": "\xe9"}\n', r"file.jsonl:2:9: error: byte 0xe9 is not UTF-8"),
    Broken("nothing", b"\n", r"error: the suite has no items"),
]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_broken_data_is_named_with_its_place(tmp_path: Path, broken: Broken) -> None:
    file = tmp_path / "file.jsonl"
    file.write_bytes(broken.content)
    with pytest.raises(UsageError, match=broken.said):
        read_suite("babeltower", file)


DESCRIPTIONS = [
    Broken("no TOML", b'reader = "lines"\ncolumns = {\n', r"suite.toml:\d+:\d+: error: .*\nhelp: "),
    Broken("an unknown reader", b'reader = "xml"\n', r"suite.toml: error: no reader is called 'xml'"),
    Broken("an unknown language", b'reader = "lines"\ncolumns = { rust = "a" }\n', r"suite.toml: error: no language is called 'rust'"),
]


@pytest.mark.parametrize("broken", DESCRIPTIONS, ids=lambda broken: broken.name)
def test_a_broken_description_is_named_with_its_place(tmp_path: Path, broken: Broken) -> None:
    (tmp_path / "suite.toml").write_bytes(broken.content)
    with pytest.raises(UsageError, match=broken.said):
        read_suite(str(tmp_path / "suite.toml"), tmp_path / "data.jsonl")


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no suite is called 'nothing'.*\nhelp: use one of babeltower"):
        read_suite("nothing", None)
    with pytest.raises(UsageError, match="not part of this project\nhelp: give its file"):
        read_suite("babeltower", None)
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 and no table")
    with pytest.raises(UsageError, match="bad.parquet: error: cannot be read"):
        read_suite(str(tmp_path / "bad.parquet"), None)
    (tmp_path / "one.cpp.tok").write_text("a\nb\n", encoding="utf-8")
    (tmp_path / "one.cuda.tok").write_text("a\n", encoding="utf-8")
    with pytest.raises(UsageError, match="one.cpp.tok:2:1: error: this line has no counterpart: 2 in one.cpp.tok, 1 in one.cuda.tok"):
        read_suite("babeltower", tmp_path)


def test_lines_that_a_tokenizer_joined_come_back(tmp_path: Path) -> None:
    loop = "#pragma omp parallel for ENDCOM for ( int i = 0 ; i < n ; i ++ )"
    joined = f'void f ( int n ) {{ {loop} {{ # 16 " / x . c " printf ( " % i ▁ of ▁ % i \\n " , i , n ) ; }} }}'
    row = {"id": "a", "cpp": joined, "cuda": "__global__ void f ( int n ) { }", "tests": {}}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    text = read_suite("babeltower", tmp_path / "rows.jsonl").items[0].texts["cpp"]
    assert text.split("\n")[1] == "#pragma omp parallel for"
    assert '"%i of %i\\n"' in text and "# 16" not in text and "ENDCOM" not in text
    assert not parse(text, language("cpp")).root.has_error

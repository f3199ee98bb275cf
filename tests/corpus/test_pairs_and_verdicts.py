"""What rules decline and where they fail is counted; verdicts are kept; aligned files join."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.corpus.corpora import CLAMP, SAXPY
from translate.corpus.forms import form_of, hash_of, likeness
from translate.corpus.making import aligned_rows, drawn, pairs_of_records
from translate.corpus.rules import Declined
from translate.corpus.suites import Suites, read_suites
from translate.corpus.tried import TookTooLong, Tried, within_cpu_seconds
from translate.corpus.verify import FAULT, Comparison, Verdict, Verdicts, _safely, comparisons
from translate.corpus.yields import grouped
from translate.errors import UsageError
from translate.languages import language

FORTRAN = "subroutine s(n, x)\n  integer, intent(in) :: n\n  real, intent(inout) :: x(n)\n  x = x + 1.0\nend subroutine s\n"


def raises(fault: BaseException) -> str:
    raise fault


def test_what_a_rule_declines_and_what_breaks_it_are_counted_apart() -> None:
    tried = Tried(Counter(), "package:a.cpp:3")
    for fault in (Declined("calls f"), RecursionError(), KeyError("x"), ValueError("y")):
        assert tried.ask("rule", lambda fault=fault: raises(fault)) is None  # type: ignore[misc]
    assert tried.counts == {
        "declined: rule: calls f": 1,
        "declined: rule: nested too deeply": 1,
        "fault: rule: KeyError: package:a.cpp:3": 1,
        "fault: rule: ValueError: package:a.cpp:3": 1,
    }


def test_a_rule_that_never_ends_is_stopped() -> None:
    with pytest.raises(TookTooLong), within_cpu_seconds(0.05):
        while True:
            pass


def test_reasons_that_hold_names_are_one_row() -> None:
    reasons = Counter({f"calls f{number}": 2 for number in range(20)} | {"not a loop": 3})
    assert grouped(reasons) == {"calls ... (20 kinds)": 40, "not a loop": 3}


def test_cuda_and_fortran_of_one_text_rest_on_two_comparisons_with_it() -> None:
    pair = {"cuda": "k", "fortran": "f", "through": "c", "original": "cuda"}
    assert comparisons(pair) == [Comparison("k", "cuda", "c", "cpp"), Comparison("c", "cpp", "f", "fortran")]


def test_a_pair_is_as_good_as_the_worst_of_what_it_rests_on(tmp_path: Path) -> None:
    pair = {"cuda": "k", "fortran": "f", "through": "c", "original": "cpp"}
    first, second = (one.key(1) for one in comparisons(pair))
    with Verdicts(tmp_path / "verdicts.db") as store:
        store.put([(first, Verdict("equivalent", "", 20, 1, "e"))])
        assert store.on(pair, 1) is None
        store.put([(second, Verdict("different", "x[0]", 9, 1, "e"))])
    with Verdicts(tmp_path / "verdicts.db") as store:
        assert store.on(pair, 1) == Verdict("different", "x[0]", 9, 1, "e")
        assert store.on(pair, 2) is None


def test_what_breaks_the_verifier_stands_alone() -> None:
    asked = [Comparison(str(number), "cpp", "", "cuda") for number in range(9)]

    def run(some: Sequence[Comparison]) -> list[Verdict]:
        if any(one.original == "5" for one in some):
            raise IndexError("5")
        return [Verdict("equivalent", "", 1, 1, "") for _ in some]

    words = [verdict.word for verdict in _safely(asked, run, 1)]
    assert words == ["equivalent"] * 5 + [FAULT] + ["equivalent"] * 3


def test_names_do_not_make_another_function() -> None:
    cpp = language("cpp")
    renamed = SAXPY.replace("saxpy", "f").replace("a *", "b *").replace("float a", "float b")
    one, other, far = (form_of(text, cpp) for text in (SAXPY, renamed, CLAMP))
    assert one is not None and other is not None and far is not None
    assert one == other and likeness(one.signature, far.signature) < 0.5


def test_pairs_that_resemble_a_suite_are_left_out(tmp_path: Path) -> None:
    record = {"language": "cpp", "name": "saxpy", "text": SAXPY, "package": "p", "licence": "MIT", "split": "train"}
    (tmp_path / "dev.jsonl").write_text(json.dumps({"id": "1", "cpp": SAXPY.replace("saxpy", "other")}) + "\n", encoding="utf-8")
    suites, _ = read_suites([tmp_path / "dev.jsonl"])
    assert pairs_of_records(Suites([]), 1, [record])[0]
    rows, counts = pairs_of_records(suites, 1, [record])
    assert all("cpp" not in row or row["cpp"] != SAXPY for row in rows) and counts["parallelised: near a suite"] >= 1


def test_aligned_texts_join_with_their_names(tmp_path: Path) -> None:
    path = tmp_path / "more.jsonl"
    path.write_text(json.dumps({"id": "one", "cpp": SAXPY, "fortran": FORTRAN, "licence": "MIT"}) + "\n", encoding="utf-8")
    (row,) = aligned_rows(path, 0.0)
    assert (row["name"], row["package"], row["licence"], row["split"]) == ("one", "more", "MIT", "train")
    assert "aligned" in {pair["origin"] for pair in pairs_of_records(Suites([]), 1, [row])[0]}


WRONG = (("{", "more.jsonl:1:2: error: no JSON"), ('{"cpp": "int f();"}', "texts in 1 languages"), ("3", "no JSON object"))


@pytest.mark.parametrize(("line", "told"), WRONG)
def test_a_wrong_aligned_file_is_told(line: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "more.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(UsageError) as error:
        aligned_rows(tmp_path / "more.jsonl", 0.0)
    assert told in str(error.value)


def test_a_larger_share_holds_the_smaller_one() -> None:
    numbers = [hash_of(str(number)) for number in range(1_000)]
    small, large = ({number for number in numbers if drawn(number, share)} for share in (0.1, 0.4))
    assert small < large and all(drawn(number, 1.0) for number in numbers)

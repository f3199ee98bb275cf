"""What of a suite was in training data: by normal form, and nearly."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from eval.__main__ import main
from eval.items import Item
from eval.leak import Leak, Training, leaked, of_file
from translate.errors import UsageError
from translate.languages import language
from translate.training.manifest import digest, normal_forms, read_training, similarities, sketch, write_training

BODY = """
    for (int i = 0; i < n; i++) {
        float sum = 0.0f;
        for (int j = 0; j < m; j++) {
            sum += a[i * m + j] * x[j];
        }
        if (sum > 100.0f) { sum = 100.0f; }
        y[i] = alpha * sum + beta * y[i];
    }
"""
ORIGINAL = f"void gemv(const float *a, const float *x, float *y, float alpha, float beta, int n, int m) {{ {BODY} }}"
OTHER = "int count(const int *p, int n) { int c = 0; while (n-- > 0) { c += p[n] % 2 == 0 ? 1 : 0; } return c; }"
ROWS = [
    # the training text, whether it is the same, whether it is nearly the same, why
    (ORIGINAL, True, True),
    (ORIGINAL.replace("sum", "total").replace("gemv", "mv"), True, True),  # names do not count
    (ORIGINAL.replace(" y[i] = ", " /* the result */\n y [ i ] = "), True, True),  # nor do layout and comments
    (ORIGINAL.replace("beta * y[i]", "beta"), False, True),  # a little changed
    (OTHER, False, False),
]


def forms(text: str) -> list[tuple[str, ...]]:
    return normal_forms(text, language("cpp"))


def found(texts: list[str], training: list[str]) -> Leak:
    items = [Item(str(number), {"cpp": text}) for number, text in enumerate(texts)]
    known = [form for text in training for form in forms(text)]
    return leaked(items, Training(np.array(sorted(map(digest, known)), dtype="<u8"), np.stack([sketch(form) for form in known])))


@pytest.mark.parametrize(("training", "same", "nearly"), ROWS)
def test_the_same_function_is_found_whatever_it_is_called(training: str, same: bool, nearly: bool) -> None:
    leak = found([ORIGINAL], [training])
    assert (len(leak.exact), len(leak.near or ())) == (int(same), int(nearly))


def test_an_item_of_several_functions_leaks_when_each_of_them_does() -> None:
    assert found([f"{ORIGINAL}\n{OTHER}"], [ORIGINAL]).exact == ()
    assert found([f"{ORIGINAL}\n{OTHER}"], [ORIGINAL, OTHER]).exact == ("0",)


def test_what_cannot_be_read_is_left_out_in_the_open() -> None:
    leak = found(["void f( {", ORIGINAL], [OTHER])
    assert (leak.counted, leak.left_out) == (1, 1) and "1 could not be read" in str(leak)


def test_sketches_estimate_how_much_two_functions_share() -> None:
    changed = BODY
    previous = 1.0
    for old, new in (("beta * y[i]", "beta"), ("100.0f; }", "0.5f * sum; }"), ("sum += a[i * m + j] * x[j]", "sum = sum - x[j]")):
        changed = changed.replace(old, new)
        value = float(similarities(sketch(forms(ORIGINAL)[0]), sketch(forms(ORIGINAL.replace(BODY, changed))[0])[None, :])[0])
        assert value < previous, "each change takes something away"
        previous = value


def test_a_model_names_what_it_learned_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "manifest.json").write_text('{"recipe": "first"}', encoding="utf-8")
    suite = tmp_path / "suite.jsonl"
    rows = [{"id": name, "cpp": text, "cuda": f"__global__ {text}"} for name, text in (("known", ORIGINAL), ("new", OTHER))]
    suite.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert main(["leak", str(suite), "--model", str(tmp_path / "model")]) == 2
    assert "nothing is known of a leak" in capsys.readouterr().err, "unknown is not none"
    manifest = write_training([*forms(ORIGINAL), *forms(ORIGINAL)], tmp_path / "model")
    assert manifest["recipe"] == "first" and manifest["training_functions"] == 1
    assert main(["leak", str(suite), "--model", str(tmp_path / "model")]) == 0
    said = capsys.readouterr().out
    assert "1 of 2 exactly (50.0 %), 1 nearly or exactly" in said and "\nknown: exact\n" in said
    first = (tmp_path / "model" / "training-hashes.gz").read_bytes()
    write_training(forms(ORIGINAL), tmp_path / "model")
    assert (tmp_path / "model" / "training-hashes.gz").read_bytes() == first, "the same data gives the same file"


def test_damaged_files_are_named(tmp_path: Path) -> None:
    write_training(forms(ORIGINAL), tmp_path)
    for content in (b"no gzip", gzip.compress(b"odd")):
        (tmp_path / "training-hashes.gz").write_bytes(content)
        with pytest.raises(UsageError, match="training-hashes.gz: error: "):
            read_training(tmp_path)
    (tmp_path / "pairs.jsonl").write_text('{"cpp": "void f() {}"}\n{"cpp": ', encoding="utf-8")
    with pytest.raises(UsageError, match=r"pairs.jsonl:2:\d+: error: no JSON"):
        of_file(tmp_path / "pairs.jsonl")

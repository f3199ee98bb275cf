"""A corpus from nothing to proved pairs: the same whatever happens on the way, and nothing in it that should not be."""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
from pathlib import Path

import pytest

from tests.corpus.corpora import BROKEN, CLAMP, NORM, SAXPY, SCALE, Killed, built, exit_of, small_corpus
from translate.corpus.steps import CannotWrite, read_rows
from translate.corpus.workers import Processes
from translate.errors import UsageError

MOST_KILLS = 12
NAMES = ["saxpy", "scale", "clamp", "squares"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus that was built in one go."""
    folder = tmp_path_factory.mktemp("whole")
    built(small_corpus(folder), folder / "out")
    return folder / "out"


def functions(out: Path) -> list[dict[str, object]]:
    """What stays of the small corpus."""
    return [row for path in sorted((out / "functions").glob("*.jsonl")) for row in read_rows(path)]


def test_copies_and_test_sets_stay_out(whole: Path) -> None:
    assert [row["text"] for row in functions(whole)] == [text.rstrip() for text in (SAXPY, SCALE, CLAMP, NORM)]


def test_every_function_says_where_it_is_from(whole: Path) -> None:
    clamp = next(row for row in functions(whole) if row["name"] == "clamp")
    assert (clamp["package"], clamp["licence"], clamp["path"], clamp["line"]) == ("second", "BSD-3-Clause", "clamp.cpp", 1)


def test_pairs_in_all_six_directions_hold_with_their_evidence(whole: Path) -> None:
    pairs = list(read_rows(whole / "verified.jsonl"))
    ways = {(pair.get("source"), *sorted(name for name in ("cpp", "cuda", "fortran") if name in pair)) for pair in pairs}
    assert {(None, "cpp", "cuda"), ("cpp", "cpp", "fortran"), ("cuda", "cuda", "fortran"), ("fortran", "cpp", "fortran")} <= ways
    assert all(pair["evidence"]["verdict"] == "equivalent" and pair["evidence"]["inputs"] > 0 for pair in pairs)
    assert all(pair["licence"] and pair["split"] in ("train", "valid") for pair in pairs)


def test_shards_are_read_by_datasets(whole: Path, tmp_path: Path) -> None:
    import datasets

    found = datasets.load_dataset(str(whole / "data"), cache_dir=str(tmp_path))
    assert sum(part.num_rows for part in found.values()) == len(functions(whole))


def test_tables_count_what_was_made_and_what_holds(whole: Path) -> None:
    tables = (whole / "yields.md").read_text(encoding="utf-8")
    for word in ("| second | cpp | 3 |", "### Pairs", "procedure fortran", "cuda -> fortran", "| generated programs: originals |"):
        assert word in tables


def test_killed_again_and_again_gives_the_same_hashes(whole: Path, tmp_path: Path) -> None:
    recipe, out = small_corpus(tmp_path), tmp_path / "out"
    ends = []
    for _ in range(MOST_KILLS):
        ends.append(exit_of(lambda: built(recipe, out, Killed(1))))
        if ends[-1] == 0:
            break
    assert ends[-1] == 0 and ends.count(-9) >= 3
    assert (out / "hashes.json").read_text() == (whole / "hashes.json").read_text()
    assert (out / "verified.jsonl").read_bytes() == (whole / "verified.jsonl").read_bytes()
    assert (out / "yields.md").read_text() == (whole / "yields.md").read_text()


def test_what_there_was_no_time_for_is_counted_and_run_later(whole: Path, tmp_path: Path) -> None:
    recipe, out = small_corpus(tmp_path), tmp_path / "out"
    built(recipe, out, minutes=0.0)
    assert (out / "verified.jsonl").read_text() == ""
    pairs = (out / "yields.md").read_text(encoding="utf-8").split("### Pairs")[1]
    head, total = (next(line for line in pairs.splitlines() if line.startswith(start)).split(" | ") for start in ("| origin", "| **all**"))
    counts = dict(zip(head, total, strict=True))
    assert counts["not run"] == counts["distinct"] != "0" and counts["equivalent"] == "0"
    built(recipe, out)
    assert (out / "hashes.json").read_text() == (whole / "hashes.json").read_text()


def test_a_finished_build_is_not_done_again(whole: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in whole.rglob("*.jsonl") if path.name != "verified.jsonl"}
    tables, _ = built(whole.parent / "recipe.toml", whole, Killed(0))
    assert tables == (whole / "yields.md").read_text()
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_several_processes_give_the_same_functions(tmp_path: Path) -> None:
    built(small_corpus(tmp_path, generated=0), tmp_path / "out", Processes(2), share=0.0)
    assert [row["name"] for row in functions(tmp_path / "out")] == NAMES


@pytest.mark.parametrize("largest", (300, 2_000, 20_000))
def test_a_full_disk_is_told_and_loses_nothing(largest: int, tmp_path: Path) -> None:
    recipe, out = small_corpus(tmp_path, generated=0), tmp_path / "out"

    def fails() -> None:
        with pytest.raises(CannotWrite, match="cannot be written"):
            built(recipe, out, share=0.0)

    assert exit_of(fails, largest) == 0
    built(recipe, out, share=0.0)
    assert [row["name"] for row in functions(out)] == NAMES


def test_a_missing_package_is_named_and_the_others_stay(tmp_path: Path) -> None:
    more = '[[package]]\nname = "lost"\nregistry = "git"\nlicence = "MIT"\nurl = "/nowhere/lost.git"\n'
    more += '[[package]]\nname = "gone"\nregistry = "folder"\nlicence = "MIT"\npath = "gone"\n'
    tables, told = built(small_corpus(tmp_path, more, generated=0), tmp_path / "out", share=0.0)
    assert any("lost: warning: not fetched from git: /nowhere/lost.git" in line for line in told)
    assert "gone: no such folder" in tables and "lost: not fetched from git" in tables
    assert [row["name"] for row in functions(tmp_path / "out")] == NAMES


def test_a_broken_archive_is_named_and_what_it_gave_is_kept(tmp_path: Path) -> None:
    archives = tmp_path / "out" / "archives"
    archives.mkdir(parents=True)
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        for name, text in (("p/clamp.cpp", CLAMP), ("p/saxpy.cpp", SAXPY * 400)):
            member = tarfile.TarInfo(name)
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text.encode()))
    (archives / "cut.tar").write_bytes(content.getvalue()[:9_000])
    (archives / "archives.json").write_text(json.dumps({"cut": {"file": "cut.tar", "licence": "MIT", "sha256": "0"}}), encoding="utf-8")
    recipe = tmp_path / "recipe.toml"
    recipe.write_text('[[package]]\nname = "cut"\nregistry = "pypi"\nlicence = "MIT"\n', encoding="utf-8")
    tables, told = built(recipe, tmp_path / "out", share=0.0)
    assert [row["name"] for row in functions(tmp_path / "out")] == ["clamp"]
    assert any(line.startswith("cut: warning: cut.tar: the rest of it cannot be read") for line in told)
    assert "cut: cut.tar: the rest of it cannot be read" in tables


def test_a_checkout_is_fetched_from_git(tmp_path: Path) -> None:
    origin = tmp_path / "origin"
    origin.mkdir()
    (origin / "saxpy.cpp").write_text(SAXPY, encoding="utf-8")
    author = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], [*author, "commit", "-qm", "first"], ["tag", "v1"]):
        subprocess.run(["git", *command], cwd=origin, check=True)
    recipe = tmp_path / "recipe.toml"
    about = f'name = "kept"\nregistry = "git"\nlicence = "MIT"\nversion = "v1"\nurl = "file://{origin}"\n'
    recipe.write_text(f"[[package]]\n{about}", encoding="utf-8")
    built(recipe, tmp_path / "out", share=0.0)
    assert [row["name"] for row in functions(tmp_path / "out")] == ["saxpy"]


def test_a_data_set_is_read_by_its_column(tmp_path: Path) -> None:
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "train.jsonl").write_text("".join(json.dumps({"content": text}) + "\n" for text in (CLAMP, BROKEN, SAXPY)))
    recipe = tmp_path / "recipe.toml"
    about = 'name = "set"\nregistry = "hub"\nlicence = "MIT"\npath = "set"\ncolumn = "{}"\nlanguage = "cpp"\n'
    recipe.write_text("[[package]]\n" + about.format("content"), encoding="utf-8")
    built(recipe, tmp_path / "out", share=0.0)
    assert [row["name"] for row in functions(tmp_path / "out")] == ["clamp", "saxpy"]
    recipe.write_text("[[package]]\n" + about.format("code"), encoding="utf-8")
    with pytest.raises(UsageError, match="no function"):
        built(recipe, tmp_path / "out", share=0.0)


def test_an_empty_corpus_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    recipe = tmp_path / "recipe.toml"
    recipe.write_text('[[package]]\nname = "none"\nregistry = "folder"\nlicence = "MIT"\npath = "none"\n', encoding="utf-8")
    with pytest.raises(UsageError, match="no function was found"):
        built(recipe, tmp_path / "out")

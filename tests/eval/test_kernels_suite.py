"""Our own kernels: complete, well formed, proved equivalent in three languages; their drivers print what is kept of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.drivers import printed
from eval.items import Item, Task
from eval.suite_readers import read_suite
from eval.suite_readers.kernels import DRIVER
from translate.corpus.near import near_copies
from translate.languages import language
from translate.source.extract import functions_in
from translate.source.signatures import signatures
from translate.units import SourceUnit
from translate.verify.equivalence import Pair, compare_many
from translate.verify.printed import mismatch
from translate.verify.sandbox import open_sandbox

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "eval" / "suites" / "kernels"
SUITE = read_suite("kernels")
BY_NAME = {item.id: item for item in SUITE.items}
ENDINGS = {"cpp": ".cpp", "cuda": ".cu", "fortran": ".f90"}
TEXTS = [(item, spoken) for item in SUITE.items for spoken in ENDINGS]
HEADERS = "#include <cmath>\n#include <cstdint>\n#include <cstdio>\n#include <cstdlib>\n#include <vector>\n"
PARTS = 3
"""Enough kernels in a program to save compilations, few enough to end in time on a busy machine."""
DRIVEN = [
    # A reduction and a tile in shared memory, atomics, and indices that others hold.
    *(("cuda", name) for name in ("dot_product", "gemm_tiled", "spmv_coo")),
    # A value by reference, bytes, memory order in three axes, and `__restrict` before the name `c`.
    *(("fortran", name) for name in ("iamax", "gaussian_blur_5x5", "heat_3d", "stream_triad")),
    ("cpp", "jacobi_2d"),
]


def test_every_kernel_has_all_its_files() -> None:
    wanted = {f"{name}{ending}" for name in BY_NAME for ending in (*ENDINGS.values(), DRIVER, ".expected")}
    assert {path.name for path in FOLDER.iterdir()} == wanted | {"tags.toml"}
    assert len(SUITE.items) >= 60
    assert [item.id for item in SUITE.items if not item.tags or item.kind != "function"] == []


def test_every_text_is_one_function_that_parses() -> None:
    faults = []
    for item, spoken in TEXTS:
        functions, faulty = functions_in(SourceUnit(item.texts[spoken], language(spoken), item.id))
        if faulty or len(functions) != 1:
            faults.append(f"{item.id}: {spoken}: {len(functions)} functions{', faulty' if faulty else ''}")
    assert faults == []


def test_every_cuda_text_is_a_kernel() -> None:
    assert [item.id for item in SUITE.items if signatures(item.texts["cuda"], language("cuda"))[0].place != "kernel"] == []


def parameters(item: Item, spoken: str) -> list[str]:
    return [parameter.name.lower() for parameter in signatures(item.texts[spoken], language(spoken))[0].parameters]


def test_parameters_have_the_same_names_and_order_in_every_language() -> None:
    assert [f"{item.id}: {spoken}" for item, spoken in TEXTS if parameters(item, spoken) != parameters(item, "cpp")] == []


@pytest.mark.parametrize("spoken", ENDINGS)
def test_no_idiom_of_the_training_data_is_a_near_copy(spoken: str) -> None:
    # Where one is, training leaves it out: write either of them in another way.
    idioms = sorted((ROOT / "datasets" / "idioms").glob(f"*/*{ENDINGS[spoken]}"))
    near = near_copies([path.read_text(encoding="utf-8") for path in idioms], [item.texts[spoken] for item in SUITE.items])
    assert [str(idioms[place].relative_to(ROOT)) for place in sorted(near)] == []


@pytest.mark.parametrize("part", range(PARTS))
def test_all_versions_are_equivalent(part: int) -> None:
    asked = [(item, target) for item in SUITE.items[part::PARTS] for target in ("cuda", "fortran")]
    pairs = [Pair(item.texts["cpp"], language("cpp"), item.texts[target], language(target)) for item, target in asked]
    verdicts = compare_many(pairs, sandbox=open_sandbox())
    named = zip(asked, verdicts, strict=True)
    assert [f"{item.id}: {target}: {verdict.reason}" for (item, target), verdict in named if not verdict.agrees] == []


def in_a_namespace(item: Item) -> str:
    """The C++ and its driver, which the function `run` starts."""
    assert item.driver is not None and item.driver.count("int main()") == 1
    return f"namespace suite_{item.id} {{\n{item.texts['cpp']}\n{item.driver.replace('int main()', 'void run()')}\n}}\n"


def test_every_driver_prints_what_is_expected() -> None:
    # One program with all drivers: built once, and what it prints is cut at the form feeds.
    calls = "".join(f'std::puts("\\f"); suite_{item.id}::run();\n' for item in SUITE.items)
    program = f"{HEADERS}{''.join(map(in_a_namespace, SUITE.items))}int main() {{\n{calls}}}\n"
    flags = ["-std=c++17", "-w", "-O0", "-ffp-contract=off"]
    with_sandbox = open_sandbox()
    built = with_sandbox.compile(["g++", *flags, "all.cpp", "-o", "all"], files={"all.cpp": program.encode()}, results=["all"])
    assert built.ok, built.stderr.decode()
    run = with_sandbox.run(["./all"], files={"all": built.files["all"]})
    assert run.ok, run.reason
    outputs = run.stdout.decode().split("\f\n")[1:]
    found = [mismatch(item.expected or "", output) for item, output in zip(SUITE.items, outputs, strict=True)]
    assert {item.id: where for item, where in zip(SUITE.items, found, strict=True) if where} == {}


@pytest.mark.parametrize(("spoken", "name"), DRIVEN)
def test_a_driver_prints_the_same_with_each_language(spoken: str, name: str) -> None:
    item = BY_NAME[name]
    found = printed(Task(item, "cpp", spoken), item.texts[spoken], open_sandbox())
    assert found.output is not None, found.reason
    assert mismatch(item.expected or "", found.output) is None

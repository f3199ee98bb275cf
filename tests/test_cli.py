"""The command, from arguments to exit status, on real files with a real compiler."""

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from translate import cli
from translate.languages import language
from translate.source.extract import extract
from translate.units import Function, Level, SourceUnit, Span
from translate.verify.check import Request, parsed

ROOT = Path(__file__).parent.parent
SAXPY = """// kept
#define K 2
void saxpy(int n, float *y) {
    for (int i = 0; i < n; i++) {
        // twice
        y[i] = 2 * y[i];
    }
}
"""


def run(*arguments: object, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "translate.cli", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, input=given, capture_output=True, check=False)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "saxpy.cpp"
    path.write_text(SAXPY, encoding="utf-8")
    return path


def test_a_loop_becomes_a_kernel_that_was_run_against_it(source: Path) -> None:
    done = run(source, "--to", "cuda", "--model", "rules")
    assert done.returncode == 0, done.stderr
    code = done.stdout.decode()
    assert "__global__ void saxpy_kernel(" in code and "\nvoid saxpy(int n, float *y)" in code, "callers go on working"
    assert code.startswith("// kept\n#ifndef HPC_TRANSLATE_CHECK\n") and "#endif\n\n#define K 2\n" in code
    assert code.index("// twice") < code.index("y[i] = 2 * y[i]")
    assert b"a.cpp" not in done.stderr and b"saxpy.cpp:3:1: note: saxpy: equivalent on" in done.stderr
    assert b"host function too" in done.stderr and b"compiled by nvcc" in done.stderr


def test_kernels_alone_leave_the_rest_byte_for_byte(source: Path) -> None:
    done = run(source, "--to", "cuda", "--model", "rules", "--check", "compile", "--kernels-only")
    assert done.returncode == 0 and done.stdout.startswith(b"// kept\n#define K 2\n__global__ void saxpy(int n, float *y) {")
    assert b"saxpy: compiled by nvcc" in done.stderr


RIGHT = "__global__ void k(int n, float *y) { int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < n) y[i] *= 2; }"


@pytest.mark.parametrize(
    ("candidate", "status", "said"),
    [
        (RIGHT, 0, b"note: saxpy: equivalent on"),
        (RIGHT.replace("i < n", "i <= n"), 1, b"error: saxpy: different"),
        (RIGHT.replace("*= 2", "*= 3"), 1, b"error: saxpy: different: y[0] is"),
        (RIGHT.replace("y[i] *= 2", "while (true) y[i] *= 2"), 1, b"error: saxpy: timed out"),
        (RIGHT.replace("y[i]", "missing[i]"), 1, b"warning: saxpy: parsed, but does not compile"),
        (RIGHT.replace("}", ""), 1, b"error: saxpy: the candidate does not parse"),
        ("int other() { return 1; }", 1, b"error: saxpy: different"),
        ("// nothing", 1, b"warning: saxpy: compiled by nvcc, not run: the candidate defines no function"),
    ],
    ids=["right", "one too many", "another number", "endless", "not compiled", "not parsed", "another function", "no function"],
)
def test_a_translation_from_elsewhere_is_proved_or_refuted(source: Path, tmp_path: Path, candidate: str, status: int, said: bytes) -> None:
    (tmp_path / "given.cu").write_text(candidate, encoding="utf-8")
    done = run(source, "--to", "cuda", "--candidate", tmp_path / "given.cu")
    assert done.returncode == status and said in done.stderr, done.stderr
    assert done.stdout == b""


ALONE = "__global__ void k(int n, float *y) { for (int i = 0; i < n; i++) y[i] *= 2; }"


@pytest.mark.parametrize(("text", "warned"), [(RIGHT, 0), (ALONE, 1)])
def test_a_kernel_of_one_thread_is_named_as_such(source: Path, text: str, warned: int) -> None:
    unit = SourceUnit(source.read_text(encoding="utf-8"), language("cpp"), str(source))
    answer = parsed(text, extract(unit)[0], Request(unit, language("cuda"), Level.PARSED))
    assert sum("one thread does all the work" in note for note in answer.notes) == warned


def test_what_is_no_file_is_written_to_and_stays_what_it_is(source: Path, tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link.cu"
    os.mkfifo(pipe)
    link.symlink_to(tmp_path / "behind.cu")
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    for out in (pipe, link):
        assert run(source, "--to", "cuda", "--check", "parse", "-o", out).returncode == 0
    assert b"__global__" in os.read(reader, 1 << 16) and stat.S_ISFIFO(pipe.stat().st_mode)
    assert link.is_symlink() and "__global__" in (tmp_path / "behind.cu").read_text(encoding="utf-8")




CALLING = """#include <cuda_runtime.h>
__device__ float clamped(float a) { return max(a, 0.0f); }
__global__ void clamp_all(const float *x, float *y, int n) {
  for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += blockDim.x * gridDim.x) y[i] = clamped(x[i]);
}
"""


def test_a_file_that_does_not_compile_as_a_whole_is_named_though_its_functions_are_right(tmp_path: Path) -> None:
    host = CALLING + "int main() { float *x; cudaMalloc(&x, 4); clamp_all<<<1, 1>>>(x, x, 1); return 0; }\n"
    (tmp_path / "whole.cu").write_text(host, encoding="utf-8")
    done = run(tmp_path / "whole.cu", "--to", "cpp", "--check", "compile", "--json")
    assert done.returncode == 1 and b"does not compile as a whole" in done.stderr
    assert json.loads(done.stdout)["files"][0]["faults_of_file"]
    (tmp_path / "whole.cu").write_text(CALLING, encoding="utf-8")
    assert run(tmp_path / "whole.cu", "--to", "cpp", "--check", "compile").returncode == 0


WITH_TYPES = """typedef float real;
static real clamped(real a) { return a > 0 ? a : 0; }
void clamp_rows(const real *x, real *y, int rows, int columns) {
  #pragma omp parallel for collapse(2)
  for (int r = 0; r < rows; r++)
    for (int c = 0; c < columns; c++) y[r * columns + c] = clamped(x[r * columns + c]);
}
"""


def test_what_a_function_calls_is_beside_it_among_the_types_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "types.cpp").write_text(WITH_TYPES, encoding="utf-8")
    done = run(tmp_path / "types.cpp", "--to", "cuda", "--kernels-only")
    assert done.returncode == 0 and done.stderr.count(b"equivalent on") == 2, done.stderr
    assert done.stdout.count(b"threadIdx.y") == 1 and b"#pragma" not in done.stdout


def test_a_function_is_proved_with_those_that_it_calls(tmp_path: Path) -> None:
    (tmp_path / "calling.cu").write_text(CALLING, encoding="utf-8")
    done = run(tmp_path / "calling.cu", "--to", "cpp")
    assert done.returncode == 0 and done.stderr.count(b"equivalent on") == 2, done.stderr
    assert b"cuda_runtime.h" not in done.stdout and done.stdout.startswith(b"#include <algorithm>")


def test_what_differs_is_shown_with_its_arguments_in_the_report(source: Path, tmp_path: Path) -> None:
    (tmp_path / "given.cu").write_text(RIGHT.replace("*= 2", "+= 2"), encoding="utf-8")
    report = json.loads(run(source, "--to", "cuda", "--candidate", tmp_path / "given.cu", "--seed", "7", "--json").stdout)
    proof = report["files"][0]["functions"][0]["proof"]
    assert proof["word"] == "different" and "n = 1" in proof["counterexample"] and proof["seed"] == 7 and proof["engine"] == "bubblewrap"


def test_without_a_sandbox_results_are_compiled_and_the_user_is_told(source: Path, tmp_path: Path) -> None:
    for name in ("g++", "nvcc", "gcc", "as", "ld", "cc1plus", "cicc", "ptxas", "sh"):
        if found := shutil.which(name):
            (tmp_path / name).symlink_to(found)
    environment = {**os.environ, "PATH": str(tmp_path)}
    command = [sys.executable, "-m", "translate.cli", str(source), "--to", "cuda", "--model", "rules"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, env=environment)
    assert done.returncode == 0 and b"no sandbox works here" in done.stderr and b"only compiled" in done.stderr
    assert subprocess.run([*command, "--check", "run"], cwd=ROOT, capture_output=True, check=False, env=environment).returncode == 3


def test_a_kernel_that_shares_memory_gets_no_host_function_without_a_run() -> None:
    original = Function("f", "void f(float *a) { for (int i = 0; i < 64; i++) a[i] = 2 * a[i]; }", language("cpp"), Span(0, 0, 1, 1))
    kernel = "__global__ void f(float *a) { __shared__ float s[64]; int i = threadIdx.x; s[i] = a[i]; __syncthreads(); a[i] = 2 * s[i]; }"
    request = Request(SourceUnit(original.text, language("cpp"), "a.cpp"), language("cuda"), Level.COMPILED)
    answer = parsed(kernel, original, request)
    assert answer.text == kernel and "its block size matters" in answer.notes[0]


def test_an_extent_is_a_name_and_an_expression(source: Path) -> None:
    assert run(source, "--to", "cuda", "--model", "rules", "--extent", "y").returncode == 2


def test_the_source_left_as_it_was_is_no_translation(source: Path) -> None:
    done = run(source, "--to", "cuda", "--model", "copy")
    assert done.returncode == 1
    assert b"no kernel" in done.stderr


def test_crlf_and_byte_order_mark_survive(source: Path) -> None:
    source.write_bytes(b"\xef\xbb\xbf" + SAXPY.replace("\n", "\r\n").encode())
    done = run(source, "--to", "cuda", "--model", "rules", "--check", "parse")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(b"\xef\xbb\xbf// kept\r\n#ifndef")
    assert b"\n" not in done.stdout.replace(b"\r\n", b"")


def test_json_report_has_a_schema(source: Path) -> None:
    report = json.loads(run(source, "--to", "cuda", "--model", "rules", "--check", "parse", "--json").stdout)
    assert report["schema"] == 2
    assert report["files"][0]["functions"][0]["level"] == "parsed"


def test_standard_input_and_diff() -> None:
    done = run("-", "--from", "cpp", "--to", "cuda", "--model", "rules", "--check", "parse", "--diff", given=SAXPY.encode())
    assert done.returncode == 0 and b"+__global__ void saxpy" in done.stdout


BAD = [
    ("invalid UTF-8", "a.cpp", b"int a;\nint \xff;\n", b"a.cpp:2:5: error: byte 0xff"),
    ("binary file", "a.cpp", b"int a;\0", b"binary"),
    ("unknown extension", "a.txt", b"int a;", b"--from"),
    ("20 MB file", "a.cpp", b"int a;\n" * 3_000_000, b"more than"),
]


@pytest.mark.parametrize(("what", "name", "content", "message"), BAD, ids=[row[0] for row in BAD])
def test_bad_input_is_a_usage_error(tmp_path: Path, what: str, name: str, content: bytes, message: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    done = run(tmp_path / name, "--to", "cuda", "--model", "rules")
    assert done.returncode == 2 and message in done.stderr and b"help:" in done.stderr, what
    assert done.stdout == b""


@pytest.mark.parametrize("path", ["missing.cpp", "."], ids=["missing file", "directory"])
def test_what_is_no_file_is_a_usage_error(tmp_path: Path, path: str) -> None:
    done = run(tmp_path / path, "--to", "cuda", "--from", "cpp", "--model", "rules")
    assert done.returncode == 2 and b"error:" in done.stderr


def test_a_missing_brace_is_named_and_nothing_is_lost(tmp_path: Path) -> None:
    text = SAXPY + "void broken(int n) { if (n) { n = 1; \n"
    (tmp_path / "a.cpp").write_text(text, encoding="utf-8")
    done = run(tmp_path / "a.cpp", "--to", "cuda", "--model", "rules", "--check", "parse")
    assert "void broken(int n) { if (n) { n = 1; \n" in done.stdout.decode()


@pytest.mark.parametrize("content", ["", "int a;\n"], ids=["empty file", "no function"])
def test_a_file_without_function_passes_through(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.cpp").write_text(content, encoding="utf-8")
    done = run(tmp_path / "a.cpp", "--to", "cuda", "--model", "rules")
    assert done.returncode == 0 and done.stdout.decode() == content and b"no function" in done.stderr


def test_nesting_too_deep_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.cpp").write_text(f"int f() {{ return {'(' * 5000}1{')' * 5000}; }}\n", encoding="utf-8")
    done = run(tmp_path / "a.cpp", "--to", "cuda", "--model", "rules", "--check", "parse")
    assert done.returncode == 1 and b"nested too deeply" in done.stderr and b"f() {" in done.stdout


def test_the_input_is_never_overwritten(source: Path) -> None:
    done = run(source, "--to", "cuda", "--model", "rules", "-o", source)
    assert done.returncode == 2 and source.read_text(encoding="utf-8") == SAXPY


def test_output_is_written_whole(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.cu"
    assert run(source, "--to", "cuda", "--model", "rules", "--check", "parse", "-o", out).returncode == 0
    assert "__global__" in out.read_text(encoding="utf-8") and not list(tmp_path.glob("*.part"))


def test_an_output_that_cannot_be_written_is_a_usage_error(source: Path, tmp_path: Path) -> None:
    for out in (tmp_path / "no folder" / "a.cu", Path("/proc/a.cu")):
        done = run(source, "--to", "cuda", "--model", "rules", "--check", "none", "-o", out)
        assert done.returncode == 2 and b"cannot be written" in done.stderr and b"help:" in done.stderr, out


def test_several_files_go_into_a_folder(source: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.cpp"
    other.write_text(SAXPY.replace("saxpy", "other"), encoding="utf-8")
    out = tmp_path / "out"
    command = [source, other, "--to", "cuda", "--model", "rules", "--check", "parse", "-o", out]
    assert run(*command).returncode == 2, "not into one file"
    out.mkdir()
    assert run(*command).returncode == 0
    assert {path.name: "__global__ void " + path.stem in path.read_text(encoding="utf-8") for path in out.iterdir()} == {
        "saxpy.cu": True,
        "other.cu": True,
    }


def test_a_function_too_long_for_the_model_stays_and_is_named(tmp_path: Path) -> None:
    body = "".join(f"    y[{i}] = x[{i + 1}] * {i + 2};\n" for i in range(500))
    text = f"void long_one(float *x, float *y) {{\n{body}}}\n"
    (tmp_path / "a.cpp").write_text(text, encoding="utf-8")
    done = run(tmp_path / "a.cpp", "--to", "cuda", "--model", "embedded")
    assert done.returncode == 1 and done.stdout.decode() == text
    assert b"a.cpp:1:1: error: long_one: the function is too long for the model; it stays as it was" in done.stderr


def test_an_interrupt_leaves_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.cpp").write_text("\n".join(SAXPY.replace("saxpy", f"f{i}") for i in range(300)), encoding="utf-8")
    command = [sys.executable, "-m", "translate.cli", str(tmp_path / "a.cpp"), "--to", "cuda", "-o", str(tmp_path / "a.cu")]
    # What a shell starts in the background is deaf to the keyboard, and so are its children.
    hearing = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, preexec_fn=hearing) as process:
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130 and b"Traceback" not in said
    assert [path.name for path in tmp_path.iterdir()] == ["a.cpp"]


def test_a_function_that_needs_its_file_is_compiled_within_it(tmp_path: Path) -> None:
    (tmp_path / "point.h").write_text("struct Point { float x, y; };\n", encoding="utf-8")
    text = '#include "point.h"\n' + SAXPY.replace("float *y", "Point *y").replace("y[i] = 2 * y[i]", "y[i].x = K * y[i].y")
    (tmp_path / "a.cpp").write_text(text, encoding="utf-8")
    done = run(tmp_path / "a.cpp", "--to", "cuda", "--model", "rules", "--check", "compile")
    assert done.returncode == 0 and b"compiled within its file by nvcc" in done.stderr


def test_progress_is_shown_on_a_terminal_after_a_second(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(sys.stderr, "isatty", lambda: True)
        show = cli._progress("a.cpp")
        show(0, 40)
        patched.setattr(cli.time, "monotonic", lambda: float("inf"))
        show(16, 40)
    assert capsys.readouterr().err == "\r\x1b[Ka.cpp: 16 of 40 functions"


def test_the_doctor_names_what_works(tmp_path: Path) -> None:
    done = run("--doctor")
    said = done.stdout.decode()
    assert done.returncode == 0, said
    for part in ("compiler: cpp", "compiler: cuda", "compiler: fortran", "sandbox: bubblewrap", "model: embedded"):
        assert any(line.startswith("ok") and part in line for line in said.splitlines()), part


def test_the_doctor_names_what_is_missing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "translate.cli", "--doctor"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, env={"PATH": str(tmp_path), "HOME": str(tmp_path)})
    said = done.stdout.decode()
    assert done.returncode == 3
    assert "help: apt-get install g++" in said and "help: apt-get install bubblewrap" in said


@pytest.mark.parametrize("arguments", [[], ["a.cpp"], ["--to", "cuda"]])
def test_what_is_not_given_is_named(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2 and b"given" in done.stderr and b"help:" in done.stderr


def test_the_readme_s_help_is_the_command_s() -> None:
    shown = (ROOT / "README.md").read_text(encoding="utf-8").split("```text\n")[1].split("```")[0]
    assert shown == cli.usage()


def test_a_direction_without_model_says_so(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(ROOT / "translate" / "model" / "weights", folder)
    (folder / "manifest.json").write_text('{"directions": [["cpp", "cuda"]]}', encoding="utf-8")
    done = run(source, "--to", "fortran", "--model", folder, "--check", "parse")
    assert done.returncode == 3 and b"no model for cpp -> fortran yet" in done.stderr


def test_models_are_tried_in_turn(source: Path) -> None:
    """C++ left as it is translates nothing, so that the second model is asked; the report says who wrote the answer."""
    done = run(source, "--to", "cuda", "--model", "copy,rules", "--check", "compile")
    assert done.returncode == 0 and b"compiled by nvcc; written by rule" in done.stderr
    assert b"__global__" in done.stdout


def test_closed_standard_output_is_quiet(source: Path) -> None:
    command = f"'{sys.executable}' -m translate.cli '{source}' --to cuda --model rules --check none | true"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr

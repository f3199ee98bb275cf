"""The page of a run: whole by itself, with everything escaped, and filterable in a real browser."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from eval.__main__ import main
from eval.items import Item, Task
from eval.report.differences import side_by_side
from eval.report.tables import figures
from eval.report.view import constructs

SOURCE = 'void shout(char *a) { const char *s = "</script><b>loud</b> & <img src=x onerror=alert(1)>"; a[0] = s[0]; }'
KERNEL = f"__global__ {SOURCE}"
VOID = {"meta", "col", "input"}
BROWSER = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --virtual-time-budget=5000"
).split()


class Page(HTMLParser):
    """Counts tags and attributes, and sees that every tag is closed where it was opened."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    suite, given = folder / "loud.jsonl", folder / "<b>given.jsonl"
    rows = [
        {"id": f"<i>{number}", "cpp": SOURCE.replace("shout", f"shout{number}"), "cuda": KERNEL.replace("shout", f"shout{number}")}
        for number in range(3)
    ]
    suite.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    texts = [KERNEL.replace("shout", "shout0"), "__global__ void shout1(char *a) { a[0] = missing</script>; }"]
    answers = [{"task": f"<i>{number}:cpp-cuda", "texts": [text]} for number, text in enumerate(texts)]
    given.write_text("".join(json.dumps(row) + "\n" for row in answers), encoding="utf-8")
    arguments = ["run", str(suite), "--model", str(given), "--out", str(folder / "out"), "--direction", "cpp-cuda"]
    assert main([*arguments, "--check", "parse", "--metrics", "bleu,exact_match"]) == 0
    assert main(["report", str(folder / "out")]) == 0
    return folder / "out" / "report.html"


def test_the_page_needs_nothing_else_and_nothing_of_the_data_becomes_markup(page: Path) -> None:
    seen = Page(page.read_text(encoding="utf-8"))
    assert not seen.open, "every tag is closed"
    assert not {"img", "link", "iframe", "object"} & set(seen.tags) and seen.tags["script"] == 1 and seen.tags["i"] == 3 + 4
    assert not [value for name, value in seen.attributes if name in ("src", "href") or name.startswith("on")]
    assert "url(" not in page.read_text(encoding="utf-8") and "@import" not in page.read_text(encoding="utf-8")
    assert '"</script><b>loud</b> & <img src=x onerror=alert(1)>"' in seen.text and "<i>0" in seen.text


def test_the_page_leads_with_what_was_run_and_shows_the_yardsticks_and_the_sources(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    seen = Page(text)
    assert text.count('<details class="sample"') == 3 * 3
    assert {value for name, value in seen.attributes if name == "data-verdict"} == {"parsed", "not parsed", "untranslated", "no answer"}
    for said in ("baseline", "CodeRosetta (0.8 B)", "arXiv 2410.20527", "no prediction in the file", "nrefs:1", "SHA-256"):
        assert said in seen.text
    head = re.findall(r"<th[^>]*>([^<]+)</th>", text[text.index("<thead>") : text.index("</thead>")])
    assert head.index("compiles") < head.index("BLEU")
    assert seen.tags["svg"] >= 2


def test_every_published_figure_names_its_source() -> None:
    found = figures()
    assert all(one["source"] in found["sources"] and one["test"] and one["system"] for one in found["figure"])
    assert len(found["figure"]) > 10


@pytest.mark.parametrize(
    ("left", "right", "marked"),
    [
        ("int a;\nint b;", "int a;\nint c;", ["<del>b</del>", "<ins>c</ins>"]),  # words within a line
        ("int a;", "int a;\nreturn x<y;", ["<ins>return x&lt;y;</ins>", 'class="gap"']),  # a line that only one side has
        ("int  a ;", "int a;", []),  # layout is no difference
    ],
)
def test_differences_are_marked_by_word(left: str, right: str, marked: list[str]) -> None:
    rows = side_by_side(left, right)
    assert all(piece in rows for piece in marked)
    assert bool(re.search("<del>|<ins>", rows)) == bool(marked)


@pytest.mark.parametrize(
    ("source", "text", "built"),
    [
        ("cpp", "void f(int *a, int *p, int n) { for (int i = 0; i < n; i++) if (i) a[p[i]] = 1; }", {"loop", "branch", "indirect access"}),
        ("cuda", "__global__ void f(int *a) { __shared__ int s; __syncthreads(); atomicAdd(a, 1); }", {"shared memory", "barrier"}),
        ("fortran", "subroutine f(a, n)\ninteger :: a(n), n, i\ndo i = 1, n\na(i) = 0\nend do\nend subroutine\n", {"loop"}),
        ("cpp", "void f(int *a) { a[0] = 1; }", {"straight line"}),
    ],
)
def test_sources_are_told_apart_by_what_they_are_built_of(source: str, text: str, built: set[str]) -> None:
    assert built <= set(constructs(Task(Item("a", {source: text}), source, "cpp")))
    assert constructs(Task(Item("a", {source: text}, tags=("stencil",)), source, "cpp")) == ("stencil",)


def test_the_filter_hides_what_does_not_fit_in_a_real_browser(page: Path, tmp_path: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        return  # The page itself is tested above; the script needs a browser, which `make test` installs where it may.
    rows = [("", 9), ("#model=rules", 3), ("#verdict=not+parsed", 1), ("#text=MISSING%3C", 1), ("#model=copy&verdict=parsed", 0)]
    for number, (fragment, shown) in enumerate(rows):
        asked = [browser, *BROWSER, f"--user-data-dir={tmp_path / str(number)}", "--dump-dom", f"{page.as_uri()}{fragment}"]
        dom = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
        samples = re.findall(r'<details class="sample"[^>]*>', dom)
        assert len(samples) == 9 and sum("hidden" not in tag for tag in samples) == shown, fragment
        assert f">{shown} of 9</output>" in dom


def test_a_run_that_is_not_finished_has_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(tmp_path)]) == 2
    assert "no finished run" in capsys.readouterr().err

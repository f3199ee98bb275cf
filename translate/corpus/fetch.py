"""Sources by name, fetched and never run: archives of packages, checkouts; what is there is not fetched again."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from http.client import HTTPException
from pathlib import Path

from translate.corpus.recipe import Package

DEBIAN_MIRROR = "http://deb.debian.org/debian"
DEBIAN_SUITE = "bookworm"
DEBIAN_KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
PYPI_INDEX = "https://pypi.org/simple"
SECONDS = 600
RECORD = "archives.json"


class Unavailable(Exception):
    """A package that its registry does not give; the corpus goes on without it."""


def fetch(packages: Iterable[Package], folder: Path, report: Callable[[str], None] = print) -> dict[str, str]:
    """The archive or checkout of each package in `folder`: package id -> file name. A missing one is reported and left out.

    `archives.json` in the folder records file name, licence and SHA-256 (of a checkout, its commit) of each.
    """
    folder.mkdir(parents=True, exist_ok=True)
    record_path = folder / RECORD
    record = json.loads(record_path.read_text(encoding="utf-8")) if record_path.exists() else {}
    for package in packages:
        known = record.get(package.id)
        if package.registry not in FETCHERS or (known and (folder / known["file"]).exists()):
            continue
        try:
            path, digest = FETCHERS[package.registry](package, folder)
        except (Unavailable, OSError, HTTPException, ValueError, subprocess.TimeoutExpired, KeyError) as fault:
            report(f"{package.id}: warning: not fetched from {package.registry}: {fault}")
            continue
        record[package.id] = {"file": path.name, "licence": package.licence, "sha256": digest}
        temporary = record_path.with_suffix(".part")
        temporary.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
        temporary.replace(record_path)
        report(f"{package.id}: {path.name}")
    return {name: entry["file"] for name, entry in record.items()}


def _from_debian(package: Package, folder: Path) -> tuple[Path, str]:
    configuration = _private_apt(folder / "apt")
    found = next(_originals(folder, package.name), None)
    if found is None:
        # A download that is cut off leaves a file of the final name, so it is made elsewhere.
        half = folder / "half"
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir()
        # Exit status 100 may only mean that the packaging is gone while the upstream archive arrived.
        done = _apt(configuration, half, "source", "--download-only", "-q", package.name)
        arrived = next(_originals(half, package.name), None)
        if arrived is None:
            raise Unavailable(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no upstream archive")
        found = arrived.replace(folder / arrived.name)
        shutil.rmtree(half)
    return found, sha256_of(found)


def _originals(folder: Path, name: str) -> Iterator[Path]:
    return iter(sorted(path for path in folder.glob(f"{name}_*.orig.tar.*") if path.suffix != ".asc"))


def _private_apt(folder: Path) -> Path:
    configuration = folder / "apt.conf"
    if configuration.exists():
        return configuration
    if shutil.which("apt-get") is None:
        raise Unavailable("apt-get is not on this machine")
    for part in ("lists/partial", "archives/partial"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    (folder / "status").touch()
    (folder / "sources.list").write_text(
        f"deb-src [signed-by={DEBIAN_KEYRING}] {DEBIAN_MIRROR} {DEBIAN_SUITE} main contrib\n", encoding="utf-8"
    )
    temporary = configuration.with_suffix(".part")
    here = folder.resolve()
    temporary.write_text(
        f'Dir::State "{here}";\nDir::State::lists "{here}/lists";\nDir::State::status "{here}/status";\n'
        f'Dir::Cache "{here}";\nDir::Etc::sourcelist "{here}/sources.list";\nDir::Etc::sourceparts "-";\n'
        'APT::Sandbox::User "root";\n',
        encoding="utf-8",
    )
    done = _apt(temporary, folder, "update", "-q")
    if done.returncode:
        raise Unavailable(f"apt-get update failed: {done.stderr.strip()[:200]}")
    return temporary.replace(configuration)


def _apt(configuration: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "APT_CONFIG": str(configuration.resolve()), "LC_ALL": "C"}
    return subprocess.run(
        ["apt-get", *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=SECONDS, check=False
    )


def _from_pypi(package: Package, folder: Path) -> tuple[Path, str]:
    address = f"{PYPI_INDEX}/{package.name.lower()}/"
    request = urllib.request.Request(address, headers={"Accept": "application/vnd.pypi.simple.v1+json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        files = json.load(answer)["files"]
    archives = [entry for entry in files if entry["filename"].endswith((".tar.gz", ".zip")) and not entry.get("yanked")]
    if package.version:
        archives = [entry for entry in archives if f"-{package.version}." in entry["filename"]]
    if not archives:
        raise Unavailable("no source archive of that version")
    chosen = archives[-1]
    path = folder / Path(chosen["filename"]).name
    with urllib.request.urlopen(urllib.parse.urljoin(address, chosen["url"]), timeout=SECONDS) as answer:
        content = answer.read()
    digest = hashlib.sha256(content).hexdigest()
    expected = chosen.get("hashes", {}).get("sha256")
    if expected and digest != expected:
        raise Unavailable("the archive does not have the hash that the index names")
    temporary = path.with_name(path.name + ".half")
    temporary.write_bytes(content)
    return temporary.replace(path), digest


def _from_git(package: Package, folder: Path) -> tuple[Path, str]:
    """A checkout without history; nothing of it is run, so neither hooks nor filters nor submodules."""
    assert package.url is not None, "the recipe's reader asks for it"
    path, half = folder / f"{package.id}.git", folder / "half.git"
    shutil.rmtree(half, ignore_errors=True)
    branch = ["--branch", package.version] if package.version else []
    safe = ["-c", "core.hooksPath=/dev/null", "-c", "protocol.ext.allow=never"]
    clone = ["git", *safe, "clone", "--quiet", "--depth", "1", *branch, "--", package.url, str(half.resolve())]
    environment = {"PATH": "/usr/bin:/bin", "GIT_TERMINAL_PROMPT": "0", "GIT_LFS_SKIP_SMUDGE": "1", "HOME": str(folder.resolve())}
    done = subprocess.run(clone, env=environment, capture_output=True, text=True, timeout=SECONDS, check=False)
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise Unavailable(f"{package.url}: {said[-1] if said else f'git ends with status {done.returncode}'}")
    named = ["git", "-C", str(half), "rev-parse", "HEAD"]
    commit = subprocess.run(named, env=environment, capture_output=True, text=True, check=True).stdout.strip()
    shutil.rmtree(path, ignore_errors=True)
    return half.replace(path), commit


def sha256_of(path: Path) -> str:
    """Of a file's bytes, read piece by piece."""
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


FETCHERS: dict[str, Callable[[Package, Path], tuple[Path, str]]] = {"debian": _from_debian, "pypi": _from_pypi, "git": _from_git}

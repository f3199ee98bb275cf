"""Source archives of packages, fetched by name and never run; what is there is not fetched again."""

from __future__ import annotations

import hashlib
import json
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable, Iterator
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
    """The archive of each package in `folder`: package name -> file name. A missing package is reported and left out.

    `archives.json` in the folder records file name, licence and SHA-256 of each.
    """
    folder.mkdir(parents=True, exist_ok=True)
    record_path = folder / RECORD
    record = json.loads(record_path.read_text(encoding="utf-8")) if record_path.exists() else {}
    for package in packages:
        known = record.get(package.name)
        if known and (folder / known["file"]).is_file():
            continue
        try:
            path = {"debian": _from_debian, "pypi": _from_pypi}[package.registry](package, folder)
        except (Unavailable, OSError, subprocess.TimeoutExpired, KeyError) as fault:
            report(f"{package.name}: warning: not fetched from {package.registry}: {fault}")
            continue
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        record[package.name] = {"file": path.name, "licence": package.licence, "sha256": digest}
        temporary = record_path.with_suffix(".part")
        temporary.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
        temporary.replace(record_path)
        report(f"{package.name}: {path.name} ({path.stat().st_size / 1e6:.1f} MB)")
    return {name: entry["file"] for name, entry in record.items()}


def _from_debian(package: Package, folder: Path) -> Path:
    configuration = _private_apt(folder / "apt")
    found = next(_originals(folder, package.name), None)
    if found is None:
        # Exit status 100 may only mean that the packaging is gone while the upstream archive arrived.
        done = _apt(configuration, folder, "source", "--download-only", "-q", package.name)
        found = next(_originals(folder, package.name), None)
        if found is None:
            raise Unavailable(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no upstream archive")
    return found


def _originals(folder: Path, name: str) -> Iterator[Path]:
    return iter(sorted(path for path in folder.glob(f"{name}_*.orig.tar.*") if path.suffix != ".asc"))


def _private_apt(folder: Path) -> Path:
    configuration = folder / "apt.conf"
    if configuration.exists():
        return configuration
    for part in ("lists/partial", "archives/partial"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    (folder / "status").touch()
    (folder / "sources.list").write_text(
        f"deb-src [signed-by={DEBIAN_KEYRING}] {DEBIAN_MIRROR} {DEBIAN_SUITE} main contrib\n", encoding="utf-8"
    )
    temporary = configuration.with_suffix(".part")
    temporary.write_text(
        f'Dir::State "{folder}";\nDir::State::lists "{folder}/lists";\nDir::State::status "{folder}/status";\n'
        f'Dir::Cache "{folder}";\nDir::Etc::sourcelist "{folder}/sources.list";\nDir::Etc::sourceparts "-";\n'
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


def _from_pypi(package: Package, folder: Path) -> Path:
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
    expected = chosen.get("hashes", {}).get("sha256")
    if expected and hashlib.sha256(content).hexdigest() != expected:
        raise Unavailable("the archive does not have the hash that the index names")
    temporary = path.with_suffix(".part")
    temporary.write_bytes(content)
    return temporary.replace(path)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the wheel hold everything, and does it work somewhere else?"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from email import message_from_string
from email.message import Message
from pathlib import Path

import pytest
from project_tree import ROOT, SOURCE

# Kept in the folders by tools, and not part of the package.
LEFT_OUT = {".nbi", ".nbc", ".pyc"}


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command that must succeed; its standard output."""
    done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built with the locked tools and without a network."""
    folder = tmp_path_factory.mktemp("dist")
    pip = (
        sys.executable,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
    )
    run(*pip, "--wheel-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("houvast-*.whl")
    return built


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    """What the wheel says about itself."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        return message_from_string(archive.read(name).decode("utf-8"))


def test_the_wheel_holds_the_package_with_its_data_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if name.startswith("houvast/")}
        others = {name.split("/")[0] for name in archive.namelist()} - {"houvast"}
    expected = {
        "houvast/" + path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*")
        if path.is_file() and path.suffix not in LEFT_OUT
    }
    assert inside == expected
    assert {name.split("-")[0] for name in others} == {"houvast"}


def test_who_installs_the_wheel_needs_no_node_and_no_compiler_of_texts(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    assert {f"houvast/web/static/vendor/{name}" for name in ("design.css", "licences.txt")} <= inside
    sources = {name for name in inside if name.startswith("houvast/web/locale/") and name.endswith(".po")}
    assert sources
    assert {name.removesuffix(".po") + ".mo" for name in sources} <= inside


def test_a_source_archive_holds_what_building_needs(tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path, cwd=ROOT)
    (built,) = tmp_path.glob("houvast-*.tar.gz")
    with tarfile.open(built) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames()}
    needed = {"assets.py", "hatch_build.py", "package.json", "package-lock.json", "pyproject.toml"}
    assert needed | {"src/houvast/web/static/vendor/design.css"} <= names
    assert [name for name in names if name.startswith("node_modules")] == []


def test_the_wheel_says_who_it_is(wheel: Path, metadata: Message) -> None:
    assert wheel.name.endswith("-py3-none-any.whl")
    assert metadata["Name"] == "houvast"
    assert metadata["License-Expression"] == "EUPL-1.2"
    assert metadata["Requires-Python"] == ">=3.11"
    needs = {need.split(">")[0] for need in metadata.get_all("Requires-Dist") or [] if "extra ==" not in need}
    assert needs == {"numpy", "scipy", "numba", "click", "jinja2", "babel"}
    assert set(metadata.get_all("Provides-Extra") or []) == {"parquet", "app", "postgres", "semantic"}


def test_the_installed_command_works_in_another_folder(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "environment"
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=tmp_path)
    scripts = home / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / "python"
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path).strip())
    pip = (
        sys.executable,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--python",
        python,
        "install",
        "--no-deps",
        "--no-index",
    )
    run(*pip, wheel, cwd=tmp_path)
    # The packages it needs are borrowed, as a plain path: the editable installation beside them stays out of sight.
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    where = run(python, "-c", "import houvast.domain; print(houvast.domain.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(site)
    assert "landscape" in run(scripts / "houvast", "--help", cwd=tmp_path)

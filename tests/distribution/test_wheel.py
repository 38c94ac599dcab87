# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the wheel hold everything, and does it work somewhere else?"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import zipfile
from email import message_from_string
from email.message import Message
from pathlib import Path

import pytest
from project_tree import ROOT, SOURCE

DATA = {".html", ".css", ".po", ".json", ".svg", ".typed"}


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
        if path.is_file() and (path.suffix == ".py" or path.suffix in DATA)
    }
    assert inside == expected
    assert {name.split("-")[0] for name in others} == {"houvast"}


def test_the_wheel_says_who_it_is(wheel: Path, metadata: Message) -> None:
    assert wheel.name.endswith("-py3-none-any.whl")
    assert metadata["Name"] == "houvast"
    assert metadata["License-Expression"] == "EUPL-1.2"
    assert metadata["Requires-Python"] == ">=3.11"
    needs = {need.split(">")[0] for need in metadata.get_all("Requires-Dist") or [] if "extra ==" not in need}
    assert needs == {"numpy", "scipy", "numba", "click", "jinja2", "babel"}
    assert metadata.get_all("Provides-Extra") == ["parquet"]


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

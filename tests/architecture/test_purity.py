# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does each layer keep to its trade? import-linter holds the big lines; this holds what it cannot see."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator

import pytest
from project_tree import ROOT, SOURCE, Module, imported_names, modules_of, source_modules

OUTSIDE_THE_ENGINE = {
    "asyncio", "babel", "click", "csv", "datetime", "django", "gzip", "http", "io", "jinja2", "json", "logging",
    "multiprocessing", "pathlib", "pickle", "pyarrow", "random", "requests", "secrets", "shutil", "socket",
    "sqlite3", "subprocess", "tempfile", "time", "urllib", "uuid", "zipfile",
}  # fmt: skip
OUTSIDE_CALLS = {"open", "print", "input", "eval", "exec", "breakpoint"}
OS_NAMES = {"cpu_count"}
NUMPY_FILES = {"load", "loadtxt", "genfromtxt", "fromfile", "memmap", "save", "savez", "savetxt"}
# Generators are made by the caller; the engine may only name their type or make one from a seed that it was given.
RANDOM_TYPES = {"Generator", "SeedSequence", "PCG64", "Philox", "default_rng"}


def dotted(node: ast.expr) -> str:
    """The dotted name of an expression such as np.random.seed, or an empty string."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return ""


def impurities(module: Module) -> Iterator[str]:
    """What an engine module does that it may not: files, clock, printing, chance of its own."""
    for name in imported_names(module.tree):
        if name.split(".")[0] in OUTSIDE_THE_ENGINE:
            yield f"imports {name}"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            yield from _bad_call(dotted(node.func), node)
        elif isinstance(node, ast.Attribute):
            yield from _bad_attribute(dotted(node))


def _bad_call(name: str, node: ast.Call) -> Iterator[str]:
    if name in OUTSIDE_CALLS:
        yield f"line {node.lineno} calls {name}"
    if name.endswith("random.default_rng") and not node.args:
        yield f"line {node.lineno} makes a generator without a seed"


def _bad_attribute(name: str) -> Iterator[str]:
    first, _, last = name.rpartition(".")
    if first == "os" and last not in OS_NAMES:
        yield f"uses {name}"
    if first in {"np", "numpy"} and last in NUMPY_FILES:
        yield f"uses {name}"
    if first in {"np.random", "numpy.random"} and last not in RANDOM_TYPES:
        yield f"uses global random numbers: {name}"


@pytest.mark.parametrize("module", modules_of("engine"), ids=lambda m: m.path)
def test_the_engine_has_no_files_no_clock_and_no_chance_of_its_own(module: Module) -> None:
    assert sorted(set(impurities(module))) == []


@pytest.mark.parametrize(
    "code",
    ["import time", "from pathlib import Path", "open('x')", "print(1)", "np.random.seed(1)", "np.random.default_rng()",
     "import os\nos.remove('x')", "np.load('x')"],
)  # fmt: skip
def test_the_purity_test_sees_what_it_should(code: str) -> None:
    assert list(impurities(Module("x.py", code, ast.parse(code)))) != []


@pytest.mark.parametrize("module", modules_of("domain"), ids=lambda m: m.path)
def test_the_domain_needs_only_the_standard_library(module: Module) -> None:
    roots = {name.split(".")[0] for name in imported_names(module.tree)} - {"houvast"}
    assert roots - set(sys.stdlib_module_names) == set()
    assert [
        n for n in imported_names(module.tree) if n.startswith("houvast") and not n.startswith("houvast.domain")
    ] == []


HTTP = ("django.http", "django.shortcuts", "django.views", "django.forms", "django.template", "django.urls", "ninja")


@pytest.mark.parametrize("layer", ["actions", "queries", "store"])
def test_below_the_screens_nobody_knows_http(layer: str) -> None:
    users = {m.path: [n for n in imported_names(m.tree) if n.startswith(HTTP)] for m in modules_of(layer)}
    assert {path: names for path, names in users.items() if names} == {}


def test_numba_never_decides_the_order_of_sums() -> None:
    texts = {m.path: m.text for m in source_modules()}
    assert [path for path, text in texts.items() if "parallel=True" in text or "fastmath=True" in text] == []


def test_only_the_engine_is_compiled() -> None:
    users = [m.path for m in source_modules() if "numba" in {n.split(".")[0] for n in imported_names(m.tree)}]
    assert [path for path in users if not path.startswith("src/houvast/engine/")] == []


def test_every_package_has_a_place_among_the_layers() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(c for c in contracts if c["type"] == "layers")
    placed = {name.strip(" ()") for line in layers["layers"] for name in line.split("|")}
    packages = {path.name for path in SOURCE.iterdir() if path.is_dir() and any(path.glob("*.py"))}
    assert layers["exhaustive"] is True
    assert packages - placed == set()


def test_every_package_says_what_it_is() -> None:
    folders = {path.parent for path in SOURCE.rglob("*.py")}
    silent = [f.relative_to(ROOT).as_posix() for f in folders if not _has_docstring(f / "__init__.py")]
    assert sorted(silent) == []


def _has_docstring(path: object) -> bool:
    module = next((m for m in source_modules() if ROOT / m.path == path), None)
    return module is not None and ast.get_docstring(module.tree) is not None

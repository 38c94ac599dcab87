# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The project's own files, as the tests of architecture and documents look at them."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "houvast"
NOT_OURS = {
    ".git", ".venv", ".venv-3.13", "__pycache__", "build", "dist", "houvast-data", "landscape-out", "node_modules",
    "vendor",
}  # fmt: skip
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Module:
    """A Python file: its path from the root, its text and its tree."""

    path: str
    text: str
    tree: ast.Module


def read_module(path: Path) -> Module:
    """Read and parse one Python file."""
    text = path.read_text(encoding="utf-8")
    return Module(path.relative_to(ROOT).as_posix(), text, ast.parse(text))


@cache
def source_modules() -> tuple[Module, ...]:
    """Every module of the package."""
    return tuple(read_module(path) for path in sorted(SOURCE.rglob("*.py")))


@cache
def python_files() -> tuple[Module, ...]:
    """Every Python file of the project: the package, its tests, its measurements."""
    folders = [ROOT / name for name in ("src", "tests", "bench", "docs")]
    return tuple(read_module(path) for folder in folders for path in sorted(folder.rglob("*.py")))


def modules_of(layer: str) -> tuple[Module, ...]:
    """The modules of one layer."""
    return tuple(module for module in source_modules() if module.path.startswith(f"src/houvast/{layer}/"))


def functions_in(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method, nested ones included."""
    for node in ast.walk(tree):
        if isinstance(node, FUNCTIONS):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from def to the last, docstring included."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def imported_names(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported anywhere in the tree, in full."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@cache
def project_files() -> tuple[Path, ...]:
    """What is, or would be, committed: git's answer, or all files where there is no git."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, capture_output=True, check=False)
    if listed.returncode == 0:
        paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    else:
        paths = [path for path in ROOT.rglob("*") if not NOT_OURS & set(path.relative_to(ROOT).parts)]
    return tuple(sorted(path for path in paths if path.is_file()))


@cache
def text_files() -> tuple[tuple[str, str], ...]:
    """Path and text of every file that is ours and is text; the example data of others are left out."""
    found = []
    for path in project_files():
        name = path.relative_to(ROOT).as_posix()
        data = path.read_bytes()
        if not name.startswith("examples/conversations/") and b"\0" not in data:
            found.append((name, data.decode("utf-8")))
    return tuple(found)

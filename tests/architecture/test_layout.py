# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does every file stand where the house says, under a name that says something, with its test beside it?"""

from __future__ import annotations

import ast
from pathlib import Path

from project_tree import ROOT, SOURCE, functions_in, project_files, python_files, source_modules

FORBIDDEN_NAMES = {"util", "utils", "helper", "helpers", "common", "misc", "base", "manager", "managers", "signals"}
HEADER = "# SPDX-FileCopyrightText: 2026 The Houvast contributors\n# SPDX-License-Identifier: EUPL-1.2\n"
FUTURE = "from __future__ import annotations"

# The closed list of modules without a test file of their own. Each reason is checked below.
DECLARATIONS_ONLY = {
    "domain/estimate.py",
    "domain/input_facts.py",
    "domain/observation.py",
    "domain/trigger.py",
    "domain/votes.py",
    "engine/disclosure/result.py",
    "store/apps.py",
    "store/models/area.py",
    "store/models/attention.py",
    "store/models/conversation.py",
    "store/models/inbox.py",
    "store/models/observation.py",
    "store/models/participation.py",
    "store/models/people.py",
    "store/models/results.py",
    "store/models/street_talk.py",
    "web/apps.py",
}
# Lists of names and addresses: tests/architecture/test_access.py asks every address.
LISTS_ONLY = ("__init__.py", "urls.py")


def mirror_of(path: str) -> str:
    """Where the tests of src/houvast/a/b.py are: tests/a/test_b.py."""
    inside = Path(path).relative_to("src/houvast")
    return (Path("tests") / inside.parent / f"test_{inside.name}").as_posix()


def test_no_file_is_named_after_nothing() -> None:
    vague = [p.relative_to(ROOT).as_posix() for p in project_files() if p.stem.lower() in FORBIDDEN_NAMES]
    vague += [p.relative_to(ROOT).as_posix() for p in SOURCE.rglob("*") if p.is_dir() and p.name in FORBIDDEN_NAMES]
    assert vague == []


def test_every_module_has_its_test_file_in_the_same_place() -> None:
    exempt = {f"src/houvast/{name}" for name in DECLARATIONS_ONLY}
    modules = [m.path for m in source_modules() if not m.path.endswith(LISTS_ONLY) and m.path not in exempt]
    modules = [path for path in modules if "/migrations/" not in path]
    missing = [mirror_of(path) for path in modules if not (ROOT / mirror_of(path)).is_file()]
    assert missing == []


def test_modules_without_a_test_only_declare() -> None:
    by_path = {m.path: m for m in source_modules()}
    for name in sorted(DECLARATIONS_ONLY):
        module = by_path[f"src/houvast/{name}"]
        assert [f.name for f in functions_in(module.tree) if f.name != "__str__"] == [], (
            f"{module.path} has functions and needs a test file"
        )


def test_every_python_file_begins_with_its_licence() -> None:
    assert [m.path for m in python_files() if not m.text.startswith(HEADER)] == []


def test_every_module_with_code_postpones_annotations() -> None:
    missing = [m.path for m in python_files() if _has_code(m.tree) and FUTURE not in m.text]
    assert missing == []


def _has_code(tree: ast.Module) -> bool:
    """Whether there is more than a docstring, imports and __all__."""
    harmless = (ast.Expr, ast.Import, ast.ImportFrom, ast.Assign)
    return any(not isinstance(node, harmless) for node in tree.body)

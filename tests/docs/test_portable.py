# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is nothing in the repository tied to one machine, one registry or one workplace?"""

from __future__ import annotations

import re

import pytest
from project_tree import ROOT, text_files

MACHINE_PATH = re.compile(r"(?:^|[^.\w-])/(?:home|root|tmp|work|farm|Users)/[a-z.]")
REGISTRY = re.compile(r"pypi\.org|pythonhosted|npmjs|yarnpkg|conda\.io|--(?:extra-)?index-url|registry *= *[\"']?http")
# These two speak about such names in order to refuse them.
SPEAKS_ABOUT_IT = {"tests/docs/test_portable.py", "docs/adr/0003-hashed-requirements.md", "Makefile"}


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """Where the pattern occurs, pictures left out."""
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in text_files()
        if name not in SPEAKS_ABOUT_IT and not name.endswith(".svg")
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_path_of_one_machine() -> None:
    assert lines_with(MACHINE_PATH) == []


def test_no_address_of_a_package_registry() -> None:
    assert lines_with(REGISTRY) == []


@pytest.mark.parametrize("name", ["run", "dev", "bench"])
def test_every_locked_package_has_its_hash_and_no_address(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    packages = re.findall(r"^[a-z0-9].*?(?=^[a-z0-9]|\Z)", text, re.MULTILINE | re.DOTALL)
    assert len(packages) > 8
    assert [p.split()[0] for p in packages if "==" not in p or "--hash=sha256:" not in p] == []
    assert "://" not in text


def test_smaller_sets_hold_the_same_versions_as_larger_ones() -> None:
    run, dev, bench = (_pins(name) for name in ("run", "dev", "bench"))
    assert run <= dev <= bench


def _pins(name: str) -> set[str]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    return set(re.findall(r"^([a-z0-9][^ ]*==[^ ]+)", text, re.MULTILINE))

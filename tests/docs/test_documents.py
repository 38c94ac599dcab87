# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the documents say what is true: links, decisions, commands, and nothing about one machine?"""

from __future__ import annotations

import re

import pytest
from project_tree import ROOT, text_files

MARKDOWN = {name: text for name, text in text_files() if name.endswith(".md")}
ADR = ROOT / "docs" / "adr"

REQUIRED = [
    "README.md", "ARCHITECTURE.md", "GLOSSARY.md", "CONTRIBUTING.md", "SECURITY.md", "GOVERNANCE.md",
    "CHANGELOG.md", "CODE_OF_CONDUCT.md", "LICENSE", "publiccode.yml", "docs/privacy/README.md",
    "docs/adr/README.md", "examples/README.md",
]  # fmt: skip


@pytest.mark.parametrize("name", REQUIRED)
def test_the_document_exists_and_says_something(name: str) -> None:
    assert len((ROOT / name).read_text("utf-8").strip()) > 200


@pytest.mark.parametrize("name", sorted(MARKDOWN))
def test_links_to_files_lead_somewhere(name: str) -> None:
    targets = re.findall(r"\]\(([^)\s#]+)(?:#[^)]*)?\)", _prose(MARKDOWN[name]))
    local = [t for t in targets if not re.match(r"[a-z]+:", t)]
    assert [t for t in local if not ((ROOT / name).parent / t).exists()] == []


def _prose(text: str) -> str:
    """The text without blocks of code."""
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


def test_decisions_are_numbered_from_one_without_gaps_and_named_after_themselves() -> None:
    files = sorted(path.name for path in ADR.glob("[0-9]*.md"))
    assert [int(name[:4]) for name in files] == list(range(1, len(files) + 1))
    for name in files:
        first = (ADR / name).read_text("utf-8").splitlines()[0]
        assert re.fullmatch(rf"# {name[:4]}\. \S.*", first), f"{name} begins with: {first}"


def test_every_decision_is_in_the_list() -> None:
    index = (ADR / "README.md").read_text("utf-8")
    listed = re.findall(r"\]\((\d{4}-[a-z0-9-]+\.md)\)", index)
    assert listed == sorted(path.name for path in ADR.glob("[0-9]*.md"))


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "SECURITY.md", "docs/adr/0003-hashed-requirements.md"]
)
def test_make_targets_in_documents_exist(name: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    fenced = re.findall(r"^make (\w+)", MARKDOWN[name], re.MULTILINE)
    inline = re.findall(r"`make (\w+)", MARKDOWN[name])
    assert set(fenced + inline) - targets == set()


def test_the_ci_runs_the_command_of_the_readme() -> None:
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "make test" in ci
    assert "make lint" in ci


def test_paths_named_in_the_architecture_exist() -> None:
    paths = set(re.findall(r"`((?:src|tests|docs)/[\w/.-]+)`", MARKDOWN["ARCHITECTURE.md"]))
    assert len(paths) > 4
    assert sorted(p for p in paths if not (ROOT / p).exists()) == []


def test_the_version_is_the_same_everywhere() -> None:
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    public = re.search(r'^softwareVersion: "(.+)"', (ROOT / "publiccode.yml").read_text("utf-8"), re.MULTILINE)
    assert version is not None
    assert public is not None
    assert version[1] == public[1]

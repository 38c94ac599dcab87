# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the glossary true: does every name in it exist in the code, and does it stand there once?"""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
from project_tree import ROOT

IN_USE = (ROOT / "GLOSSARY.md").read_text("utf-8").split("## Coming")[0]
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|")) for line in IN_USE.splitlines() if line.startswith("| ")
][1:]
NAMES = sorted(set(re.findall(r"`(houvast[\w.]*)`", IN_USE)))


@pytest.mark.parametrize("name", NAMES)
def test_the_name_exists_in_the_code(name: str) -> None:
    place = ROOT / "src" / Path(*name.split("."))
    if place.is_dir() or place.with_suffix(".py").is_file():
        importlib.import_module(name)
        return
    module, _, attribute = name.rpartition(".")
    assert hasattr(importlib.import_module(module), attribute)


def test_every_word_stands_there_once() -> None:
    dutch = [row[0] for row in ROWS]
    english = [row[1] for row in ROWS]
    assert len(set(dutch)) == len(dutch)
    assert len(set(english)) == len(english)


def test_every_row_is_complete() -> None:
    assert [row for row in ROWS if len(row) != 4 or not all(row)] == []
    assert len(NAMES) > 10

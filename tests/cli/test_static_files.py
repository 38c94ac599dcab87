# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are styles and scripts collected when something changed, and only then?"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command

from houvast.cli import static_files
from houvast.cli.static_files import STAMP, collect_static, fingerprint


@pytest.fixture
def _some_files(settings: object, tmp_path: Path) -> None:
    (tmp_path / "from").mkdir()
    (tmp_path / "from" / "page.css").write_text("body { margin: 0 }")
    settings.STATIC_ROOT = tmp_path / "to"  # type: ignore[attr-defined]
    settings.STATICFILES_DIRS = [tmp_path / "from"]  # type: ignore[attr-defined]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]  # type: ignore[attr-defined]
    from django.contrib.staticfiles import finders  # noqa: PLC0415 -- its kept finders are of other settings

    finders.get_finder.cache_clear()


@pytest.mark.usefixtures("_some_files")
def test_once_and_again_after_a_change(tmp_path: Path) -> None:
    assert collect_static()
    assert (tmp_path / "to" / "page.css").is_file()
    assert (tmp_path / "to" / STAMP).read_text() == fingerprint()
    assert not collect_static()
    (tmp_path / "from" / "page.css").write_text("body { margin: 1px }")
    assert collect_static()
    assert "1px" in (tmp_path / "to" / "page.css").read_text()


def test_the_command_is_djangos() -> None:
    assert static_files.collect_static.__module__ == "houvast.cli.static_files"
    assert callable(call_command)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can a conversation of any size be brought in from the command line, and does it say how far it is?"""

from __future__ import annotations

from pathlib import Path

import pytest
from installation import run_houvast

ABOUT = ("--language", "en", "--source", "pol.is, CC BY 4.0")
ADVISER = "samira@noorderhaaks.example"


@pytest.fixture
def installation(tmp_path: Path) -> Path:
    made = run_houvast(tmp_path, "colleague", "--email", ADVISER, "--name", "Samira", "--role", "adviser")
    assert made.returncode == 0, made.stderr
    return tmp_path


def test_a_folder_comes_in_and_the_page_is_told(installation: Path, conversations: Path) -> None:
    folder = str(conversations / "london.youth.policing")
    done = run_houvast(installation, "import", folder, "--title", "Policing", *ABOUT, "--email", ADVISER)
    assert done.returncode == 0, done.stderr
    assert "638 of 638 votes written" in done.stderr
    assert done.stdout.startswith("Policing: /beheer/gesprekken/")


def test_somebody_unknown_and_a_folder_without_an_export_are_refused(installation: Path, conversations: Path) -> None:
    folder = str(conversations / "london.youth.policing")
    nobody = run_houvast(installation, "import", folder, *ABOUT, "--email", "x@noorderhaaks.example")
    assert (nobody.returncode, "houvast colleague" in nobody.stderr) == (2, True)
    empty = run_houvast(installation, "import", str(installation), *ABOUT, "--email", ADVISER)
    assert empty.returncode == 2
    assert "Traceback" not in empty.stderr

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the doctor say what is wrong, on screen and to a monitor?"""

from __future__ import annotations

import json
from pathlib import Path

from installation import run_houvast


def test_a_new_installation_lacks_its_tables(tmp_path: Path) -> None:
    done = run_houvast(tmp_path / "data", "doctor")
    assert done.returncode == 1
    assert "WRONG  tables" in done.stdout
    assert "houvast serve" in done.stdout


def test_a_monitor_reads_json(tmp_path: Path) -> None:
    run_houvast(tmp_path / "data", "colleague", "--email", "maria@noorderhaaks.example", "--name", "Maria")
    done = run_houvast(tmp_path / "data", "doctor", "--json", HOUVAST_ADDRESS="https://gesprek.noorderhaaks.example")
    found = {finding["subject"]: finding for finding in json.loads(done.stdout)}
    assert found["tables"]["condition"] == found["manager"]["condition"] == found["address"]["condition"] == "well"
    assert found["worker"]["condition"] == "attention"


def test_a_database_that_is_not_there_is_told_without_a_traceback(tmp_path: Path) -> None:
    address = "postgresql://nobody:x@127.0.0.1:1/none"
    done = run_houvast(tmp_path / "data", "doctor", HOUVAST_DATABASE=address)
    assert done.returncode == 1
    assert "WRONG  database" in done.stdout
    assert "Traceback" not in done.stderr

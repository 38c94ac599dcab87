# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the demo made only where it was asked for, and printed with its accounts?"""

from __future__ import annotations

from pathlib import Path

from installation import run_houvast


def test_a_real_installation_never_becomes_a_demo(tmp_path: Path) -> None:
    done = run_houvast(tmp_path, "demo")
    assert done.returncode == 3
    assert "HOUVAST_DEMO=1" in done.stderr
    assert "password" not in done.stdout


def test_the_accounts_and_addresses_are_printed(tmp_path: Path) -> None:
    done = run_houvast(tmp_path, "demo", HOUVAST_DEMO="1")
    assert done.returncode == 0, done.stderr
    assert "samira@noorderhaaks.example" in done.stdout
    assert "/g/oudennieuw" in done.stdout
    again = run_houvast(tmp_path, "demo", HOUVAST_DEMO="1")
    assert again.stdout == done.stdout

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can the first manager be made from the command line?"""

from __future__ import annotations

from pathlib import Path

from installation import run_houvast


def test_the_one_time_password_is_printed_once(tmp_path: Path) -> None:
    first = run_houvast(tmp_path, "colleague", "--email", "maria@noorderhaaks.example", "--name", "Maria")
    assert first.returncode == 0, first.stderr
    assert "maria@noorderhaaks.example (manager). One-time password" in first.stdout
    again = run_houvast(tmp_path, "colleague", "--email", "maria@noorderhaaks.example", "--name", "Maria")
    assert again.returncode == 2
    assert "password" not in again.stdout


def test_a_role_is_one_of_five(tmp_path: Path) -> None:
    done = run_houvast(tmp_path, "colleague", "--email", "x@noorderhaaks.example", "--name", "X", "--role", "king")
    assert done.returncode == 2
    assert "adviser" in done.stderr

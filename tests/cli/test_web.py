# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does the web server run with?"""

from __future__ import annotations

import os

import granian
import pytest
from click.testing import CliRunner

from houvast.cli import static_files
from houvast.cli.web import APPLICATION, usual_workers, web


def test_it_serves_the_app_in_the_way_that_suits_it(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, object] = {}

    class Server:
        def __init__(self, target: str, **options: object) -> None:
            seen.update(options, target=target)

        def serve(self) -> None:
            seen["served"] = True

    monkeypatch.setattr(granian, "Granian", Server)
    monkeypatch.setattr(static_files, "collect_static", lambda: False)
    result = CliRunner().invoke(web, ["--port", "8123", "--workers", "3"], catch_exceptions=False)
    assert result.exit_code == 0
    assert seen["served"]
    assert seen["target"] == APPLICATION
    assert str(seen["interface"]) == "asginl"
    assert (seen["address"], seen["port"], seen["workers"]) == ("127.0.0.1", 8123, 3)
    assert seen["log_access"] is False


def test_workers_follow_the_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    for processors, expected in ((1, 1), (2, 2), (32, 4), (None, 1)):
        monkeypatch.setattr(os, "cpu_count", lambda found=processors: found)
        assert usual_workers() == expected

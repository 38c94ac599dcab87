# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a municipality's token file come through, also when it changes, and does the neutral theme stay without one?"""

from __future__ import annotations

import os
from pathlib import Path

from houvast.configuration.environment import Environment
from houvast.configuration.theme import municipal_theme


def environment(place: object) -> Environment:
    return Environment({"HOUVAST_THEME_CSS": str(place)})


def test_without_a_file_the_neutral_theme_holds(tmp_path: Path) -> None:
    assert municipal_theme(Environment({})) is None
    assert municipal_theme(environment(tmp_path / "nothing.css")) is None
    assert municipal_theme(environment(tmp_path)) is None


def test_a_file_that_is_no_text_is_left_out(tmp_path: Path) -> None:
    place = tmp_path / "theme.css"
    place.write_bytes(b"\xff\xfe\x00")
    assert municipal_theme(environment(place)) is None


def test_the_file_is_read_and_read_again_when_it_changes(tmp_path: Path) -> None:
    place = tmp_path / "theme.css"
    place.write_text(".ours { --basis-heading-color: #123456 }", "utf-8")
    first = municipal_theme(environment(place))
    place.write_text(".ours { --basis-heading-color: #654321 }", "utf-8")
    os.utime(place, (1, 1))
    second = municipal_theme(environment(place))
    assert first
    assert second
    assert ("#123456" in first.css, "#654321" in second.css) == (True, True)
    assert first.version != second.version
    assert municipal_theme(environment(place)) == second

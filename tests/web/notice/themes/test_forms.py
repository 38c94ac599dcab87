# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the form take words apart, however they are written?"""

from __future__ import annotations

from houvast.web.notice.themes.forms import ChangeThemeForm, ThemeForm


def test_words_stand_one_on_a_line_or_with_commas() -> None:
    form = ThemeForm({"name": "Jeugd", "words": "jongeren\nhangjeugd, scholen;  pleinen\n\n"})
    assert form.is_valid()
    assert form.arguments()["words"] == ["jongeren", "hangjeugd", "scholen", "pleinen"]


def test_a_theme_without_the_tick_ends() -> None:
    form = ChangeThemeForm({"name": "Jeugd"})
    assert form.is_valid()
    assert form.arguments()["is_active"] is False

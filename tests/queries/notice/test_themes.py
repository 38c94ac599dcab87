# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the page tell how often a theme is used, and does the engine get the list in use?"""

from __future__ import annotations

import cast
import pytest

from houvast.domain.errors import NotFound
from houvast.queries.notice.themes import get_theme, theme_list, themes_page

pytestmark = pytest.mark.django_db


def test_the_page_counts_signals_and_keeps_ended_themes_apart() -> None:
    cast.observation()
    cast.theme("old", "Oud", is_active=False)
    page = themes_page(language="nl")
    assert [(line.name, line.used) for line in page.active] == [("Jongeren", 1)]
    assert [(line.name, line.used) for line in page.ended] == [("Oud", 0)]


def test_the_name_is_in_the_readers_language_where_there_is_one() -> None:
    cast.theme(name_en="Youth")
    cast.theme("old", "Oud")
    assert [line.name for line in themes_page(language="en").active] == ["Youth", "Oud"]


def test_the_engine_gets_the_themes_in_use() -> None:
    cast.theme()
    cast.theme("old", "Oud", is_active=False)
    (theme,) = theme_list().themes
    assert (theme.code, theme.names["nl"], theme.words) == ("youth", "Jongeren", ("jongeren", "hangjeugd"))


def test_a_theme_that_is_not_there_is_told() -> None:
    assert get_theme(cast.theme().pk).code == "youth"
    with pytest.raises(NotFound):
        get_theme(0)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a theme suggested by its words, and none where nothing points at one?"""

from __future__ import annotations

import cast
import pytest

from houvast.queries.notice.suggested_themes import suggested_themes

pytestmark = pytest.mark.django_db


def test_a_theme_is_suggested_with_the_words_that_led_to_it() -> None:
    cast.theme()
    cast.theme("traffic", "Verkeer", words=["parkeren", "verkeer"])
    (found,) = suggested_themes("Er is veel te doen over parkeren in de straat.")
    assert (found.code, found.name, found.words) == ("traffic", "Verkeer", ("parkeren",))


@pytest.mark.parametrize("text", ["", "De zon scheen over het water."])
def test_nothing_is_suggested_where_nothing_points_at_a_theme(text: str) -> None:
    assert suggested_themes(text) == ()
    cast.theme("traffic", "Verkeer", words=["parkeren"])
    assert suggested_themes(text) == ()


def test_a_theme_that_is_not_in_use_is_not_suggested() -> None:
    cast.theme("traffic", "Verkeer", words=["parkeren"], is_active=False)
    assert suggested_themes("Parkeren is hier een ramp.") == ()

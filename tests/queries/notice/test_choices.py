# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are the areas and themes in use offered, in order, and found again by their code?"""

from __future__ import annotations

import cast
import pytest
from django.utils import timezone

from houvast.domain.errors import FieldRejected
from houvast.queries.notice.choices import area_choices, chosen_area, chosen_theme, theme_choices

pytestmark = pytest.mark.django_db


def test_areas_by_name_without_ended_ones() -> None:
    cast.area("BU00000102", "Zuid")
    cast.area("BU00000103", "Noord")
    cast.area("BU00000104", "Oost", ended_at=timezone.localdate())
    assert area_choices() == [("BU00000103", "Noord"), ("BU00000102", "Zuid")]


def test_themes_in_the_language_of_the_screen() -> None:
    cast.theme("youth", "Jongeren", name_en="Youth", place=2)
    cast.theme("living", "Wonen", place=1)
    cast.theme("old", "Oud", is_active=False)
    assert theme_choices() == [("living", "Wonen"), ("youth", "Jongeren")]
    assert theme_choices(language="en") == [("living", "Wonen"), ("youth", "Youth")]


def test_a_code_is_found_or_refused() -> None:
    area, theme = cast.area(), cast.theme()
    assert (chosen_area(area.code), chosen_theme(theme.code)) == (area, theme)
    assert (chosen_area(""), chosen_theme("")) == (None, None)
    for choose in (chosen_area, chosen_theme):
        with pytest.raises(FieldRejected):
            choose("nothing")

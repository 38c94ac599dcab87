# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the form offer what is in use, in an order that people find things in?"""

from __future__ import annotations

from datetime import date

import cast
import pytest
from django.utils import translation

from houvast.domain.area import AreaKind
from houvast.domain.errors import NotFound
from houvast.queries.notice.note_form import AreaGroup, Choice, as_read, find_area, find_theme, note_choices
from houvast.store.models import NoticeTerms

pytestmark = pytest.mark.django_db


def test_areas_stand_under_the_area_they_are_part_of() -> None:
    harbour = cast.area("WK000001", "Haven", kind=AreaKind.DISTRICT)
    cast.area("BU00000102", "Oude Werf", parent=harbour)
    cast.area("BU00000103", "Kade", parent=harbour)
    cast.area("BU00000104", "Weg ermee", parent=harbour, ended_at=date(2025, 1, 1))
    assert note_choices().areas == (
        AreaGroup("", (Choice("WK000001", "Haven"),)),
        AreaGroup("Haven", (Choice("BU00000103", "Kade"), Choice("BU00000102", "Oude Werf"))),
    )


def test_themes_come_in_their_order_and_in_the_language_of_the_reader() -> None:
    cast.theme("b", "Tweede", place=2, name_en="Second")
    cast.theme("a", "Eerste", place=1)
    cast.theme("c", "Niet meer", is_active=False)
    assert [one.name for one in note_choices().themes] == ["Eerste", "Tweede"]
    with translation.override("en"):
        assert [one.name for one in note_choices().themes] == ["Eerste", "Second"]


def test_the_terms_come_along() -> None:
    assert (note_choices().offline_days, note_choices().feedback_days) == (7, 14)
    NoticeTerms.objects.create(offline_days=3, feedback_days=5)
    assert (note_choices().offline_days, note_choices().feedback_days) == (3, 5)


def test_what_is_not_there_is_not_found() -> None:
    assert find_area(cast.area().code) == cast.area()
    assert find_theme(cast.theme().code) == cast.theme()
    for find in (find_area, find_theme):
        with pytest.raises(NotFound):
            find("nergens")


def test_a_text_is_read_as_the_gate_reads_it() -> None:
    assert as_read("  Een  plein.\r\n\u200bRust. ") == "Een plein.\nRust."

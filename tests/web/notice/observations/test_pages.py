# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are the screens of signals in words, and do their pages keep the filter?"""

from __future__ import annotations

from datetime import date

import cast
import pytest
from django.http import QueryDict
from django.utils import timezone

from houvast.queries.notice.feedback import FeedbackPage
from houvast.queries.notice.observations import PER_PAGE, observation_page
from houvast.web.notice.observations.pages import correct_form, feedback_screen, list_screen, observation_screen

pytestmark = pytest.mark.django_db


def test_pages_keep_the_filter() -> None:
    for _ in range(PER_PAGE + 1):
        cast.observation()
    first = list_screen(QueryDict("soort=tension&anders=ja"))
    assert (first.newer, first.older, first.is_filtered) == ("", "?soort=tension&pagina=2", True)
    assert (first.rows[0].kind, first.rows[0].week[4]) == ("Iets dat schuurt", "\u2011")
    second = list_screen(QueryDict("pagina=2"))
    assert (second.newer, second.older, second.is_filtered, len(second.rows)) == ("?pagina=1", "", False, 1)
    assert len(list_screen(QueryDict("pagina=½")).rows) == PER_PAGE


def test_a_signal_is_in_words() -> None:
    screen = observation_screen(cast.observation(tone="worry", is_us_them=True).pk)
    assert (screen.codes, screen.marks) == ((("Wat erin te voelen was", "Zorg"),), ("Mensen spraken van wij en zij",))
    assert (screen.source, screen.sent) == ("Jongerenwerk", None)


def test_an_area_that_ended_stays_where_it_is() -> None:
    ended = cast.area(code="BU00000109", name="Oud", ended_at=date(2025, 1, 1))
    about = observation_page(cast.observation(area=ended).pk, today=timezone.localdate())
    assert correct_form(about, {"area": ended.code, "theme": "youth", "kind": "tension"}).is_valid()
    assert not correct_form(about, {"area": "BU00000999", "theme": "youth", "kind": "tension"}).is_valid()


def test_the_private_page_has_the_week_in_words() -> None:
    about = FeedbackPage(date(2026, 2, 9), "", "", None, False, False, ())
    assert feedback_screen(about).week == "2026-W07"


def test_themes_are_suggested_only_where_there_is_none() -> None:
    cast.theme()
    text = "De hangjeugd en de jongeren op het plein maken ruzie."
    assert observation_screen(cast.observation(seen=text).pk).suggested == ()
    (found,) = observation_screen(cast.observation(seen=text, theme=None).pk).suggested
    assert found.name == "Jongeren"

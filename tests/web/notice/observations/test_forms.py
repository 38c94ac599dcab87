# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is what cannot be read left out of a filter, and can a signal stay where it is?"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.errors import NotFound
from houvast.domain.observation import ObservationKind
from houvast.queries.notice.note_form import AreaGroup, Choice
from houvast.queries.notice.observations import Answered, ObservationFilter
from houvast.web.notice.observations.forms import CorrectForm, FilterForm

AREAS = (AreaGroup("", (Choice("WK1", "Haven"),)), AreaGroup("Haven", (Choice("BU1", "Kade"),)))
THEMES = (Choice("youth", "Jongeren"),)


def wanted(**asked: str) -> ObservationFilter:
    return FilterForm(asked, areas=AREAS, themes=THEMES).wanted()


def test_what_is_asked_is_what_is_listed() -> None:
    assert wanted() == ObservationFilter()
    assert wanted(
        gebied="BU1", thema="youth", soort="tension", van="2026-W07", tot="2026-03-04", antwoord="open"
    ) == ObservationFilter("BU1", "youth", "tension", date(2026, 2, 9), date(2026, 3, 2), Answered.OPEN)


@given(st.dictionaries(st.sampled_from(["gebied", "thema", "soort", "van", "tot", "antwoord"]), st.text()))
def test_nonsense_never_breaks_the_list(asked: dict[str, str]) -> None:
    found = wanted(**asked)
    assert found.area in {"", "WK1", "BU1"}
    assert found.theme in {"", "youth"}


def test_a_week_that_cannot_be_read_is_said() -> None:
    form = FilterForm({"van": "ooit"}, areas=AREAS, themes=THEMES)
    assert form.wanted() == ObservationFilter()
    assert "van" in form.errors


@pytest.mark.django_db
def test_unknown_is_none_and_what_is_gone_is_not_found() -> None:
    start = {"area": "-", "theme": "-", "kind": "tension"}
    form = CorrectForm(start, areas=AREAS, themes=THEMES, initial=start)
    assert form.is_valid()
    assert form.arguments() == {"area": None, "theme": None, "kind": ObservationKind.TENSION}
    gone = CorrectForm({**start, "area": "BU1"}, areas=AREAS, themes=THEMES, initial=start)
    assert gone.is_valid()
    with pytest.raises(NotFound):
        gone.arguments()

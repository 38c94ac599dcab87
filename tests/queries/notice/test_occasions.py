# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which occasions fall where, and what is assumed of those of which nothing was learned?"""

from __future__ import annotations

import math
from datetime import date

import cast
import numpy as np
import pytest

from houvast.queries.notice.occasions import calendar_of, occasions_between, occasions_of_point
from houvast.store.models import Trigger

pytestmark = pytest.mark.django_db
FIRST = date(2026, 1, 5)


def occasion(start: date = date(2026, 1, 14), **fields: object) -> Trigger:
    values = {"kind": "feast", "title": "Feest", "starts_on": start, "ends_on": start}
    return Trigger.objects.create(**{**values, **fields})


def test_a_learned_multiplier_is_in_its_week_and_theme_only() -> None:
    occasion(multiplier=3.0, theme=cast.theme())
    other = cast.theme("housing", "Wonen")
    found = calendar_of(FIRST, 4, (other.pk, cast.theme().pk))
    assert found is not None
    assert found.tolist() == [[1, 1], [1, 3], [1, 1], [1, 1]]


def test_nothing_is_assumed_where_nothing_was_learned() -> None:
    occasion()
    assert calendar_of(FIRST, 4, (cast.theme().pk,)) is None


def test_the_kind_lends_its_multiplier_drawn_towards_one() -> None:
    occasion(date(2025, 1, 14), multiplier=4.0)
    occasion()
    found = calendar_of(FIRST, 4, (cast.theme().pk,))
    assert found is not None
    assert np.isclose(found[1, 0], math.sqrt(4.0))


def test_an_occasion_in_one_area_is_no_matter_of_the_calendar_but_of_its_points() -> None:
    there = occasion(multiplier=3.0, area=cast.area())
    assert calendar_of(FIRST, 4, (cast.theme().pk,)) is None
    days = {"first_week": date(2026, 1, 12), "last_week": date(2026, 1, 19), "theme_id": cast.theme().pk}
    elsewhere = cast.area("BU00000102", "Duinbuurt")
    assert [one.trigger for one in occasions_of_point(area_ids=[cast.area().pk], **days)] == [there]
    assert occasions_of_point(area_ids=[elsewhere.pk], **days) == ()
    assert len(occasions_of_point(area_ids=[], **days)) == 1


def test_the_week_before_a_point_counts_and_another_theme_does_not() -> None:
    occasion(date(2026, 1, 7))
    occasion(theme=cast.theme("housing", "Wonen"))
    found = occasions_of_point(
        first_week=date(2026, 1, 12), last_week=date(2026, 1, 12), area_ids=[], theme_id=cast.theme().pk
    )
    assert [one.starts_on for one in found] == [date(2026, 1, 7)]


def test_yearly_ones_come_back() -> None:
    occasion(date(2024, 12, 31), is_yearly=True)
    assert [one.starts_on.year for one in occasions_between(date(2025, 1, 1), date(2026, 12, 31))] == [2025, 2026]

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is effort told relative to what is usual there, and nothing made of silence about it?"""

from __future__ import annotations

import uuid
from datetime import timedelta

import cast
import numpy as np
import pytest
from noted_years import LAST
from noticed_things import a_round

from houvast.domain.street_talk import RoundState
from houvast.domain.week import WEEK
from houvast.queries.notice.watched_effort import effort_of, told_effort, unwatched_areas
from houvast.store.models import CheckIn

pytestmark = pytest.mark.django_db
FIRST = LAST - 9 * WEEK


def check_in(weeks_ago: int, reporter: str = "a") -> None:
    CheckIn.objects.create(
        note_key=uuid.uuid4(),
        week=LAST - weeks_ago * WEEK,
        area=cast.area(),
        source_kind="school",
        reporter_key=reporter,
    )


def test_nothing_told_is_nothing_known() -> None:
    assert effort_of(FIRST, 10, [cast.area().pk]) is None


def test_before_the_first_time_effort_is_usual_and_after_it_relative() -> None:
    other = cast.area("BU00000102", "Duinbuurt")
    check_in(3)
    for reporter in "abc":
        check_in(0, reporter)
    found = effort_of(FIRST, 10, [cast.area().pk, other.pk])
    assert found is not None
    assert (found[:, 1] == 1).all()
    assert (found[:6, 0] == 1).all()
    assert np.allclose(found[6:, 0], [1.0, 0.5, 0.5, 2.0])


def test_ten_conversations_of_a_held_round_count_as_one_check_in() -> None:
    day = LAST + timedelta(days=3)
    a_round(planned_on=day, state=RoundState.HELD, conversations_held=20)
    a_round(planned_on=day, conversations_held=None)
    assert told_effort(LAST, 1, [cast.area().pk]).tolist() == [[2.0]]


def test_it_stays_within_bounds() -> None:
    for at in range(60):
        check_in(0, str(at))
    found = effort_of(FIRST, 10, [cast.area().pk])
    check_in(8)
    later = effort_of(FIRST, 10, [cast.area().pk])
    assert found is not None
    assert later is not None
    assert later.max() <= 4
    assert later.min() >= 0.25


def test_an_area_that_was_watched_and_is_no_longer() -> None:
    for weeks_ago in range(5, 15):
        check_in(weeks_ago)
    assert unwatched_areas(week=LAST) == ((cast.area().pk, LAST - 5 * WEEK),)
    assert unwatched_areas(week=LAST - 2 * WEEK) == ()


def test_a_round_or_a_signal_is_watching_too() -> None:
    for weeks_ago in range(5, 15):
        check_in(weeks_ago)
    a_round(planned_on=LAST - 2 * WEEK, state=RoundState.HELD)
    assert unwatched_areas(week=LAST) == ()


def test_where_hardly_anybody_ever_was_nothing_ended() -> None:
    for weeks_ago in range(5, 14):
        check_in(weeks_ago)
    assert unwatched_areas(week=LAST) == ()

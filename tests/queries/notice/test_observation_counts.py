# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the table hold the signals that can be compared, as codes, and what is known around them?"""

from __future__ import annotations

from datetime import date

import cast
import numpy as np
import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from noted_years import LAST, note_quiet_weeks, observation, places

from houvast.domain.observation import ObservationKind, Origin
from houvast.domain.week import WEEK, monday_of
from houvast.queries.notice.observation_counts import count_observations, counts_by_area, effort_or_usual
from houvast.store.models import CheckIn, Observation

pytestmark = pytest.mark.django_db


def test_an_empty_store_is_one_week_without_anything() -> None:
    found = count_observations(week=LAST)
    assert found.table.shape == (1, 0, 0)
    assert found.week_names() == ("2026-W48",)


def test_every_signal_is_in_its_cell() -> None:
    note_quiet_weeks(weeks=12)
    found = count_observations(week=LAST)
    table = found.table
    cells = list(
        zip(
            [found.monday(week) for week in table.week.tolist()],
            [found.area_ids[area] for area in table.area.tolist()],
            [found.theme_ids[theme] for theme in table.theme.tolist()],
            [found.sources[source] for source in table.source.tolist()],
            strict=True,
        )
    )
    kept = Observation.objects.values_list("week", "area_id", "theme_id", "source_kind")
    assert sorted(cells) == sorted(kept)
    assert len(np.unique(table.reporter)) == Observation.objects.values("reporter_key").distinct().count()
    assert counts_by_area(found).sum() == len(cells)


def test_what_cannot_be_compared_or_was_not_known_is_not_in_it() -> None:
    areas, themes = places()
    rows = (
        observation(areas[0], themes[0], LAST, "a"),
        observation(None, themes[0], LAST, "b"),
        observation(areas[0], None, LAST, "c"),
        observation(areas[0], themes[0], LAST, "d", kind=ObservationKind.RESILIENCE),
        observation(areas[0], themes[0], LAST, "e", entered_week=LAST + WEEK),
        observation(areas[0], themes[0], LAST - 400 * WEEK, "f"),
    )
    Observation.objects.bulk_create(rows)
    assert count_observations(week=LAST).table.n_observations == 1
    assert count_observations(week=LAST + WEEK).table.n_observations == 2
    resilience = count_observations(week=LAST, kinds=(ObservationKind.RESILIENCE,))
    assert resilience.table.n_observations == 1


def test_neighbours_are_those_of_the_table() -> None:
    areas, themes = places()
    for area in (areas[0], areas[1], areas[3]):
        observation(area, themes[0], LAST, "a").save()
    assert count_observations(week=LAST).table.neighbours == ((1,), (0,), ())


def test_effort_is_there_where_it_was_told() -> None:
    areas, themes = places()
    observation(areas[0], themes[0], LAST - 3 * WEEK, "a").save()
    assert count_observations(week=LAST).table.effort is None
    assert (effort_or_usual(count_observations(week=LAST)) == 1).all()
    CheckIn.objects.create(
        note_key="7b0e4b3e-0000-4000-8000-000000000000",
        week=LAST,
        area=areas[0],
        source_kind="school",
        reporter_key="a",
    )
    effort = count_observations(week=LAST).table.effort
    assert effort is not None
    assert effort.shape == (4, 1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 20))
def test_the_week_to_look_from_only_cuts(weeks_back: int) -> None:
    if not Observation.objects.exists():
        note_quiet_weeks(weeks=20)
    until: date = LAST - weeks_back * WEEK
    found = count_observations(week=until)
    assert found.table.n_observations == Observation.objects.filter(week__lte=until).count()


def test_of_unknown_senders_nobody_can_tell_who_reported() -> None:
    cast.observation(reporter_key="")
    cast.observation(reporter_key="")
    cast.observation()
    counted = count_observations(week=monday_of(timezone.localdate()))
    assert sorted(counted.table.reporter.tolist()) == [-1, -1, 0]


def test_when_a_file_was_read_in_says_nothing_of_how_late_people_note() -> None:
    now = monday_of(timezone.localdate())
    for origin in (Origin.IMPORTED, Origin.NOTED):
        cast.observation(week=now - 20 * WEEK, entered_week=now, origin=origin)
    counted = count_observations(week=now)
    assert counted.table.entered_week is not None
    assert sorted((counted.table.entered_week - counted.table.week).tolist()) == [0, 20]

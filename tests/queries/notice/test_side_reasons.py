# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does each reason without statistics come when it holds, once, under the same mark a week later?"""

from __future__ import annotations

from datetime import date, timedelta

import cast
import pytest
from noted_years import LAST, note_quiet_weeks, observation, places
from noticed_things import a_message, a_trigger

from houvast.domain.attention import PointKind
from houvast.domain.inbox import MessageState
from houvast.domain.observation import Grounds
from houvast.domain.week import WEEK
from houvast.engine.attention.points import SilentArea
from houvast.queries.notice.observation_counts import count_observations
from houvast.queries.notice.side_reasons import SideReason, quarter_of, side_reasons
from houvast.store.models import Observation

pytestmark = pytest.mark.django_db
FRIDAY = LAST + timedelta(days=4)


def reasons(day: date = FRIDAY, *silent: SilentArea) -> dict[PointKind, list[SideReason]]:
    found = side_reasons(today=day, silent=silent, counted=count_observations(week=LAST))
    return {kind: [one for one in found if one.kind is kind] for kind in PointKind}


def test_occasions_of_the_next_four_weeks() -> None:
    a_trigger(FRIDAY + timedelta(days=27), theme=cast.theme())
    a_trigger(FRIDAY + timedelta(days=40))
    a_trigger(FRIDAY - timedelta(days=1))
    (coming,) = reasons()[PointKind.TRIGGER]
    assert coming.theme_id == cast.theme().pk
    assert coming.evidence["starts_on"] == "2026-12-24"
    assert reasons(FRIDAY + WEEK)[PointKind.TRIGGER][0].mark == coming.mark


def test_what_may_come_is_one_reason_for_each_area_and_theme() -> None:
    areas, themes = places()
    told = [(0, 0, LAST), (0, 0, LAST - WEEK), (1, 0, LAST), (0, 0, LAST - 9 * WEEK)]
    for area, theme, week in told:
        observation(areas[area], themes[theme], week, "a", grounds=Grounds.POTENTIAL).save()
    found = {one.area_ids: one for one in reasons()[PointKind.POTENTIAL]}
    assert {ids: one.evidence["number"] for ids, one in found.items()} == {(areas[0].pk,): 2, (areas[1].pk,): 1}
    assert found[areas[0].pk,].first_week == LAST - WEEK


def test_who_waits_too_long_and_nobody_else() -> None:
    areas, themes = places()
    for due in (FRIDAY - timedelta(days=5), FRIDAY - timedelta(days=2), FRIDAY):
        observation(areas[0], themes[0], LAST, "a", wants_feedback=True, feedback_due=due).save()
    a_message(due=FRIDAY - timedelta(days=1))
    a_message(due=FRIDAY - timedelta(days=9), state=MessageState.ANSWERED)
    found = {one.evidence["of"]: one.evidence for one in reasons()[PointKind.FEEDBACK]}
    assert found["observations"] == {"of": "observations", "number": 2, "longest_days": 5}
    assert found["messages"] == {"of": "messages", "number": 1, "longest_days": 1}


def test_what_the_engine_found_silent_is_named() -> None:
    note_quiet_weeks(weeks=10)
    (area, source) = reasons(
        FRIDAY,
        SilentArea(area=2, source=None, weeks=4, expected=7.26, probability=0.001),
        SilentArea(area=None, source=0, weeks=3, expected=9.0, probability=0.001),
    )[PointKind.SILENCE]
    areas, _themes = places()
    assert area.area_ids == (areas[2].pk,)
    assert (area.first_week, area.evidence) == (LAST - 3 * WEEK, {"weeks": 4, "expected": 7.3, "source": ""})
    assert source.evidence["source"] == min(Observation.objects.values_list("source_kind", flat=True))


def test_an_ordinary_week_has_no_reasons() -> None:
    note_quiet_weeks()
    assert [one for found in reasons().values() for one in found] == []


def test_quarters() -> None:
    assert [quarter_of(date(2026, month, 1)) for month in (1, 3, 4, 12)] == ["2026Q1", "2026Q1", "2026Q2", "2026Q4"]


def test_where_nobody_is_any_more_we_say_that_we_do_not_know() -> None:
    areas, themes = places()
    for weeks_ago in range(6, 20):
        observation(areas[0], themes[0], LAST - weeks_ago * WEEK, "a").save()
    observation(areas[1], themes[0], LAST, "a").save()
    (unwatched,) = reasons()[PointKind.SILENCE]
    assert unwatched.area_ids == (areas[0].pk,)
    assert unwatched.evidence == {"weeks": 6, "nobody": True}
    silent = SilentArea(0, None, 6, 5.0, 0.001)
    assert [one.evidence.get("nobody") for one in reasons(FRIDAY, silent)[PointKind.SILENCE]] == [None]

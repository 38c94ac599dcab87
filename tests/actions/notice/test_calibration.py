# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the list set to this municipality every night, the same each time, by its budget and by what people judged?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from attention_evidence import kept_point
from noted_years import LAST, note_quiet_weeks, note_rise

from houvast.actions.notice.calibration import KEPT, calibrate_attention
from houvast.domain.attention import PointState
from houvast.domain.week import WEEK
from houvast.queries.notice.back_test import back_test_page
from houvast.queries.notice.calibration import current_line
from houvast.store.models import AttentionPoint, AttentionSnapshot, NoticeTerms

pytestmark = pytest.mark.django_db
FRIDAY = LAST + timedelta(days=4)


def test_too_few_signals_set_nothing() -> None:
    note_rise()
    assert calibrate_attention(today=FRIDAY).threshold is None
    assert current_line().calibration is None


def test_the_same_signals_give_the_same_line_and_a_smaller_budget_a_higher_one() -> None:
    note_quiet_weeks()
    first, second = (calibrate_attention(today=FRIDAY) for _ in range(2))
    assert first == second
    NoticeTerms.objects.create(false_points_a_month=0.25)
    stricter = calibrate_attention(today=FRIDAY)
    assert stricter.threshold > first.threshold  # type: ignore[operator]
    assert current_line().threshold == stricter.threshold


def test_unfounded_points_raise_the_line() -> None:
    note_quiet_weeks()
    before = current_line_after()
    for _ in range(3):
        kept_point(last=LAST - WEEK, opened=LAST - WEEK)
    AttentionPoint.objects.update(state=PointState.UNFOUNDED)
    assert current_line_after() > before


def current_line_after() -> float:
    calibrate_attention(today=FRIDAY)
    line = current_line().threshold
    assert line is not None
    return line


def test_the_look_back_is_made_once_a_week_and_shown_by_month() -> None:
    note_quiet_weeks()
    for _ in range(2):
        calibrate_attention(today=FRIDAY)
    assert AttentionSnapshot.objects.filter(kind="back-test").count() == 1
    page = back_test_page(language="nl")
    assert page.replayed is not None
    assert page.replayed.last_week == "2026-W48"
    assert sum(month.points for month in page.replayed.months) == page.replayed.points
    assert len(page.replayed.months) == len({month.month for month in page.replayed.months}) >= 8


def test_only_the_newest_are_kept() -> None:
    for _ in range(KEPT + 3):
        calibrate_attention(today=FRIDAY)
    assert AttentionSnapshot.objects.filter(kind="calibration").count() == KEPT

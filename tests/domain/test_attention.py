# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does an attention point get a judgement, in five working days, that can be mended?"""

from __future__ import annotations

from datetime import date

import pytest

from houvast.domain.attention import JUDGED, POINT_TRANSITIONS, PointState, judge_before, point_may_become


def test_every_state_is_in_the_table_and_none_becomes_new_again() -> None:
    assert set(POINT_TRANSITIONS) == set(PointState)
    assert not any(point_may_become(now, PointState.NEW) for now in PointState)


def test_every_judgement_can_be_reached_and_mended() -> None:
    for judged in JUDGED:
        assert point_may_become(PointState.NEW, judged)
        assert all(point_may_become(judged, other) for other in JUDGED)


@pytest.mark.parametrize(
    ("opened", "by"),
    [
        (date(2026, 11, 23), date(2026, 11, 30)),  # Monday to Monday
        (date(2026, 11, 27), date(2026, 12, 4)),  # Friday to Friday
        (date(2026, 11, 28), date(2026, 12, 4)),  # a Saturday counts from the Monday after it
    ],
)
def test_a_week_end_is_no_working_day(opened: date, by: date) -> None:
    assert judge_before(opened) == by

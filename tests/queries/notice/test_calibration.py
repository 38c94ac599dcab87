# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the newest calibration in force, with what judgements added?"""

from __future__ import annotations

import pytest
from django.utils import timezone
from noted_years import LAST, note_quiet_weeks

from houvast.actions.notice.calibration import calibrate_attention
from houvast.queries.notice.calibration import Line, current_line, newest_calibration
from houvast.store.models import AttentionSnapshot

pytestmark = pytest.mark.django_db


def test_before_the_first_night_there_is_no_line() -> None:
    assert current_line() == Line(None, None)


def test_the_newest_counts_and_what_was_raised_is_added() -> None:
    note_quiet_weeks()
    calibrate_attention(today=LAST)
    newest = newest_calibration()
    assert newest is not None
    AttentionSnapshot.objects.create(
        kind="calibration", at=timezone.now(), week=LAST, content={**newest.content, "raised": 0.6}
    )
    line = current_line()
    assert line.calibration is not None
    assert line.threshold == pytest.approx(line.calibration.threshold + 0.6)


def test_too_few_signals_later_take_the_line_away() -> None:
    AttentionSnapshot.objects.create(
        kind="calibration", at=timezone.now(), week=LAST, content={"calibration": None, "raised": 0.0}
    )
    assert current_line().calibration is None

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is it time to look exactly when something changed, a day began, or a night passed?"""

from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from django.utils import timezone
from noted_years import note_quiet_weeks

from houvast.actions.notice.attention import refresh_attention
from houvast.actions.notice.calibration import calibrate_attention
from houvast.domain.week import monday_of
from houvast.queries.notice.looking import LOOK_EVERY, calibration_due, list_due
from houvast.store.models import AttentionSnapshot

pytestmark = pytest.mark.django_db


def in_a_while() -> bool:
    return list_due(timezone.now() + LOOK_EVERY + timedelta(seconds=1))


def test_where_nothing_was_ever_noted_there_is_nothing_to_do() -> None:
    assert not list_due(timezone.now())
    assert not calibration_due(timezone.now())


def test_new_signals_and_decisions_wait_for_the_rest_and_then_are_due() -> None:
    cast.observation()
    assert list_due(timezone.now())
    refresh_attention()
    assert not in_a_while()
    cast.observation()
    assert not list_due(timezone.now())
    assert in_a_while()
    refresh_attention()
    assert not in_a_while()


def test_a_new_day_is_a_reason() -> None:
    cast.observation()
    refresh_attention()
    assert list_due(timezone.now() + timedelta(days=1))


def test_the_calibration_comes_at_once_when_there_is_enough_and_then_nightly() -> None:
    cast.observation()
    assert not calibration_due(timezone.now())
    note_quiet_weeks(weeks=20, last=monday_of(timezone.localdate()))
    assert calibration_due(timezone.now())
    calibrate_attention()
    assert not calibration_due(timezone.now())
    assert calibration_due(timezone.now() + timedelta(days=1))
    refresh_attention()
    AttentionSnapshot.objects.filter(kind="calibration").delete()
    calibrate_attention()
    assert in_a_while()

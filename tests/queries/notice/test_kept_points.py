# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a kept point say, and to whom?"""

from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from attention_evidence import MONDAY, kept_point

from houvast.domain.attention import PointKind, PointState
from houvast.exchange.texts import Texts
from houvast.queries.notice.kept_points import (
    ListedPoint,
    coarse_of,
    list_point,
    may_be_told,
    name_areas,
    name_point,
    read_evidence,
)
from houvast.store.models import AttentionPoint

pytestmark = pytest.mark.django_db
DUTCH = Texts("nl")


def listed(point: AttentionPoint, *, is_team: bool = True, days: int = 0) -> ListedPoint:
    return list_point(point, today=point.opened_on + timedelta(days=days), is_team=is_team, k=10, wording=DUTCH)


def other(kind: PointKind, **fields: object) -> AttentionPoint:
    values = {"mark": kind.value, "first_week": MONDAY, "last_week": MONDAY, "opened_on": MONDAY, "judge_by": MONDAY}
    return AttentionPoint.objects.create(kind=kind, **{**values, **fields})


def test_points_are_named_by_theme_and_areas() -> None:
    assert name_point(kept_point(), DUTCH) == "Jongeren, Havenkwartier"
    assert name_point(kept_point(areas=()), DUTCH) == "Jongeren, de hele gemeente"
    assert name_point(other(PointKind.SILENCE), DUTCH) == "De hele gemeente"
    assert name_areas(("BU00000101", "weg")) == ("Havenkwartier", "weg")


def test_only_what_is_large_or_known_to_all_may_be_told() -> None:
    assert not may_be_told(kept_point(), k=10)
    assert may_be_told(kept_point(observed=30, n_reporters=12), k=10)
    assert coarse_of(kept_point(observed=30, n_reporters=12, is_announced=False), k=10) is None
    assert may_be_told(other(PointKind.TRIGGER, evidence={"title": "Kermis"}), k=10)
    assert not may_be_told(other(PointKind.SILENCE), k=10)


def test_a_judgement_is_late_after_its_day_and_for_the_team_only() -> None:
    point = kept_point()
    assert [listed(point, days=days).is_overdue for days in (7, 8)] == [False, True]
    assert not listed(point, days=30, is_team=False).is_overdue
    point.state = PointState.UNFOUNDED
    assert not listed(point, days=30).is_overdue


def test_a_point_by_hand_says_what_was_written() -> None:
    assert listed(other(PointKind.BY_HAND, note="Kijk hier eens naar.")).sentences == ("Kijk hier eens naar.",)


def test_evidence_is_that_of_counts() -> None:
    evidence = read_evidence(kept_point())
    assert evidence is not None
    assert evidence.observed == 9
    assert read_evidence(other(PointKind.TRIGGER)) is None
    assert cast.theme().name == "Jongeren"

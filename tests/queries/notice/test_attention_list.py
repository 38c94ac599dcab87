# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is everything in its part of the list, in an order that ranks no area?"""

from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from attention_evidence import MONDAY, kept_point
from django.utils import timezone

from houvast.domain.attention import Decision, PointKind, PointState
from houvast.domain.roles import Role
from houvast.queries.notice.attention_list import DECIDED_FOR, AttentionListPage, attention_list, is_in_team
from houvast.store.models import AttentionPoint, PointDecision

pytestmark = pytest.mark.django_db


def page(role: Role = Role.ADVISER) -> AttentionListPage:
    return attention_list(by=cast.staff(role), language="nl")


def decided(point: AttentionPoint, *, days_ago: int) -> None:
    AttentionPoint.objects.filter(pk=point.pk).update(state=PointState.UNFOUNDED)
    PointDecision.objects.create(
        point=point, at=timezone.localdate() - timedelta(days=days_ago), state=PointState.UNFOUNDED,
        decision=Decision.DISMISS, reason="Niets aan de hand.",
    )  # fmt: skip


def test_who_is_in_the_team() -> None:
    assert {role for role in Role if is_in_team(cast.staff(role))} == {
        Role.ADVISER,
        Role.COMMUNICATION,
        Role.PROFESSIONAL,
    }


def test_the_strongest_evidence_comes_first() -> None:
    weak, strong = kept_point(score=3.0), kept_point(score=8.0)
    assert [one.identity for one in page().announced] == [strong.pk, weak.pk]


def test_coming_occasions_stand_in_the_order_of_their_days() -> None:
    for mark, day in (("late", "2026-12-20"), ("soon", "2026-12-01")):
        AttentionPoint.objects.create(
            mark=mark, kind=PointKind.TRIGGER, first_week=MONDAY, last_week=MONDAY, opened_on=MONDAY, judge_by=MONDAY,
            evidence={"title": mark, "starts_on": day},
        )  # fmt: skip
    assert [one.heading for one in page().coming] == ["soon", "late"]
    assert len(page(Role.READER).coming) == 2


def test_what_was_decided_goes_after_eight_weeks() -> None:
    recent, old = kept_point(), kept_point()
    decided(recent, days_ago=3)
    decided(old, days_ago=DECIDED_FOR.days + 1)
    assert [one.identity for one in page().decided] == [recent.pk]
    AttentionPoint.objects.filter(pk=old.pk).update(return_on=timezone.localdate())
    assert [one.identity for one in page().again] == [old.pk]


def test_outside_the_team_only_large_points_are_listed() -> None:
    kept_point()
    large = kept_point(observed=25, n_reporters=11)
    assert [one.identity for one in page(Role.READER).announced] == [large.pk]
    assert page(Role.READER).overdue == 0
    assert page().overdue == 2 * (page().announced[0].is_overdue)

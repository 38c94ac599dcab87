# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the table's decision hold to its rules: reason, second colleague, occasion, gate, and the log that stays?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import cast
import pytest
from attention_evidence import kept_point
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from houvast.actions.notice.decisions import TableDecision, decide, learn_multiplier
from houvast.domain.attention import Decision, PointKind, PointState
from houvast.domain.errors import FieldRejected, PermissionRefused, StateRefused
from houvast.domain.roles import Role
from houvast.store.models import AttentionPoint, AuditRecord, PointDecision, Trigger

pytestmark = pytest.mark.django_db
MADE = TableDecision(PointState.INTERPRETING, Decision.LISTEN, "We gaan er heen.")


def kermis(**fields: object) -> Trigger:
    days = {"starts_on": date(2026, 11, 10), "ends_on": date(2026, 11, 15)}
    return Trigger.objects.create(kind="event", title="Kermis", **{**days, **fields})


def refused(field: str, made: TableDecision, point: AttentionPoint | None = None) -> None:
    with pytest.raises(FieldRejected) as found:
        decide(point=point or kept_point(), made=made, by=cast.staff())
    assert found.value.field == field
    assert PointDecision.objects.count() == 0


def test_a_decision_is_logged_with_who_and_why() -> None:
    point = kept_point()
    logged = decide(point=point, made=replace(MADE, dissent="Iemand vindt het klein."), by=cast.staff())
    point.refresh_from_db()
    assert (point.state, logged.reason, logged.dissent) == (
        "interpreting",
        "We gaan er heen.",
        "Iemand vindt het klein.",
    )
    assert AuditRecord.objects.get().details == {"state": "interpreting", "decision": "listen"}


def test_the_log_keeps_what_was_thought_before() -> None:
    point = kept_point()
    for state in (PointState.INTERPRETING, PointState.UNFOUNDED, PointState.INTERPRETING):
        decide(point=point, made=replace(MADE, state=state), by=cast.staff())
    assert list(point.decisions.values_list("state", flat=True)) == ["interpreting", "unfounded", "interpreting"]


@pytest.mark.parametrize("role", [Role.PROFESSIONAL, Role.READER, Role.MANAGER])
def test_only_the_table_decides(role: Role) -> None:
    with pytest.raises(PermissionRefused):
        decide(point=kept_point(), made=MADE, by=cast.staff(role))


def test_confirming_takes_another_colleague_who_sees_signals() -> None:
    made = replace(MADE, state=PointState.CONFIRMED)
    refused("seconded_by", made)
    refused("seconded_by", replace(made, seconded_by=cast.staff()))
    refused("seconded_by", replace(made, seconded_by=cast.staff(Role.READER)))
    logged = decide(point=kept_point(), made=replace(made, seconded_by=cast.staff(Role.PROFESSIONAL)), by=cast.staff())
    assert logged.seconded_by == cast.staff(Role.PROFESSIONAL)


def test_a_second_is_not_kept_where_nothing_is_confirmed() -> None:
    bram = cast.staff(Role.PROFESSIONAL)
    assert decide(point=kept_point(), made=replace(MADE, seconded_by=bram), by=cast.staff()).seconded_by is None


def test_explaining_names_the_occasion_and_learns_from_it_once() -> None:
    point, occasion = kept_point(), kermis()
    made = replace(MADE, state=PointState.EXPLAINED, trigger=occasion)
    decide(point=point, made=made, by=cast.staff())
    occasion.refresh_from_db()
    assert occasion.multiplier == pytest.approx((9 + 5) / (2.9 + 5), abs=1e-3)
    decide(point=point, made=replace(made, reason="Nog eens besproken."), by=cast.staff())
    before = occasion.multiplier
    occasion.refresh_from_db()
    assert occasion.multiplier == before


def test_explaining_without_an_occasion_is_refused_and_a_new_one_can_be_named() -> None:
    made = replace(MADE, state=PointState.EXPLAINED)
    refused("trigger", made)
    point = kept_point()
    decide(point=point, made=replace(made, new_occasion="Opening van het nieuwe plein"), by=cast.staff())
    point.refresh_from_db()
    assert point.trigger is not None
    assert (point.trigger.title, point.trigger.area, point.trigger.theme) == (
        "Opening van het nieuwe plein",
        cast.area(),
        cast.theme(),
    )
    assert point.trigger.multiplier is not None


@pytest.mark.parametrize("field", ["reason", "dissent"])
def test_personal_data_is_refused_and_nothing_is_kept(field: str) -> None:
    refused(field, replace(MADE, **{field: "Bel 06-12345678 als het erger wordt."}))
    assert not AuditRecord.objects.exists()


def test_a_reason_is_needed_and_the_day_lies_ahead() -> None:
    refused("reason", replace(MADE, reason="  "))
    refused("return_on", replace(MADE, return_on=timezone.localdate()))
    point = kept_point()
    later = timezone.localdate() + timedelta(days=14)
    decide(point=point, made=replace(MADE, return_on=later), by=cast.staff())
    point.refresh_from_db()
    assert point.return_on == later


def test_overdue_answers_are_given_not_weighed() -> None:
    point = kept_point()
    AttentionPoint.objects.filter(pk=point.pk).update(kind=PointKind.FEEDBACK)
    with pytest.raises(StateRefused):
        decide(point=point, made=MADE, by=cast.staff())


@given(st.floats(0, 500), st.floats(0, 500), st.none() | st.floats(0.25, 10))
def test_a_multiplier_stays_within_bounds_and_rises_with_what_was_seen(
    observed: float, expected: float, before: float | None
) -> None:
    learned = learn_multiplier(observed, expected, before=before)
    assert 0.25 <= learned <= 10
    assert learn_multiplier(observed + 10, expected, before=before) >= learned
    if before is None and observed == expected:
        assert learned == 1.0

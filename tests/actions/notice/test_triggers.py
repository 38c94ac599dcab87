# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do occasions get on the calendar, change and go, by whom they may; and are the ticked days the known ones?"""

from __future__ import annotations

from datetime import date, timedelta

import cast
import pytest
from django.utils import timezone
from noticed_things import a_trigger

from houvast.actions.notice.triggers import Occasion, add_known_days, add_trigger, change_trigger, remove_trigger
from houvast.domain.attention import Decision, PointKind, PointState
from houvast.domain.errors import FieldRejected, NotFound, PermissionRefused
from houvast.domain.known_days import easter
from houvast.domain.roles import Role
from houvast.domain.trigger import TriggerKind
from houvast.domain.week import monday_of
from houvast.store.models import AttentionPoint, AuditRecord, Trigger

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def occasion(**fields: object) -> Occasion:
    values: dict[str, object] = {
        "kind": TriggerKind.DECISION, "title": "De raad beslist over de opvang", "starts_on": TODAY,
    }  # fmt: skip
    return Occasion(**{**values, **fields})  # type: ignore[arg-type]


def point_about(trigger: Trigger, mark: str) -> AttentionPoint:
    week = monday_of(TODAY)
    return AttentionPoint.objects.create(
        mark=mark, kind=next(iter(PointKind)), first_week=week, last_week=week, opened_on=TODAY, judge_by=TODAY,
        trigger=trigger,
    )  # fmt: skip


def test_one_day_with_all_that_belongs_to_it() -> None:
    made = add_trigger(
        occasion=occasion(area=cast.area().code, theme=cast.theme().code, expects="Onrust.\nPraat vooraf."),
        by=cast.staff(),
    )
    found = Trigger.objects.get(pk=made.pk)
    assert (found.starts_on, found.ends_on, found.area, found.theme) == (TODAY, TODAY, cast.area(), cast.theme())
    assert (found.expects, found.is_yearly, found.multiplier) == ("Onrust.\nPraat vooraf.", False, None)


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("title", {"title": ""}),
        ("title", {"title": "Uitspraak over Fatima El Amrani"}),
        ("expects", {"expects": "Bel 06-12345678"}),
        ("ends_on", {"ends_on": TODAY - timedelta(days=1)}),
        ("ends_on", {"ends_on": TODAY + timedelta(days=400)}),
        ("starts_on", {"starts_on": date(1, 1, 1)}),
        ("area", {"area": "BU99999999"}),
        ("theme", {"theme": "nothing"}),
    ],
)
def test_what_cannot_be_kept(field: str, fields: dict[str, object]) -> None:
    with pytest.raises(FieldRejected) as refused:
        add_trigger(occasion=occasion(**fields), by=cast.staff())
    assert refused.value.field == field
    assert not Trigger.objects.exists()


def test_a_change_keeps_what_was_learned() -> None:
    found = a_trigger(multiplier=2.5)
    change_trigger(number=found.pk, occasion=occasion(title="De raad stelt het uit"), by=cast.staff())
    found.refresh_from_db()
    assert (found.title, found.multiplier) == ("De raad stelt het uit", 2.5)


def test_what_was_decided_outlives_the_occasion() -> None:
    found = a_trigger()
    open_point, decided = point_about(found, "a"), point_about(found, "b")
    decided.decisions.create(at=TODAY, state=PointState.NEW, decision=next(iter(Decision)), reason="Wij praten vooraf.")
    remove_trigger(number=found.pk, by=cast.staff())
    assert not Trigger.objects.exists()
    assert not AttentionPoint.objects.filter(pk=open_point.pk).exists()
    assert AttentionPoint.objects.get(pk=decided.pk).trigger is None
    assert AuditRecord.objects.get().action == "trigger.remove"
    with pytest.raises(NotFound):
        remove_trigger(number=found.pk, by=cast.staff())


@pytest.mark.parametrize("role", [Role.READER, Role.PROFESSIONAL, Role.MANAGER])
def test_who_does_not_weigh_changes_nothing(role: Role) -> None:
    found, by = a_trigger(), cast.staff(role)
    for act in (
        lambda: add_trigger(occasion=occasion(), by=by),
        lambda: change_trigger(number=found.pk, occasion=occasion(), by=by),
        lambda: remove_trigger(number=found.pk, by=by),
        lambda: add_known_days(year=TODAY.year, codes=["easter"], titles={}, by=by),
    ):
        with pytest.raises(PermissionRefused):
            act()
    assert Trigger.objects.count() == 1


def test_only_ticked_days_come_on_the_calendar_once() -> None:
    year = TODAY.year + 1
    titles = {"easter": "Pasen"}
    assert add_known_days(year=year, codes=["easter", "nothing"], titles=titles, by=cast.staff()) == 1
    assert add_known_days(year=year, codes=["easter"], titles=titles, by=cast.staff()) == 0
    found = Trigger.objects.get()
    assert (found.title, found.starts_on) == ("Pasen", easter(year) - timedelta(days=2))
    with pytest.raises(FieldRejected):
        add_known_days(year=1999, codes=["easter"], titles={}, by=cast.staff())

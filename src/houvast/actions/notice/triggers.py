# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a coming occasion get on the calendar, change and go? By hand, or ticked from the days that are known."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from houvast.actions import audit
from houvast.actions.permission import require
from houvast.actions.person_data_gate import pass_gate
from houvast.domain.errors import FieldRejected, NotFound
from houvast.domain.roles import Capability
from houvast.domain.trigger import TriggerKind
from houvast.queries.notice.choices import chosen_area, chosen_theme
from houvast.queries.notice.triggers import suggested_days, suggestion_years
from houvast.store.models import AttentionPoint, StaffMember, Trigger

TITLE_MOST, EXPECTS_MOST = 120, 1000
LONGEST = timedelta(days=366)
FURTHEST = timedelta(days=3660)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is coming. ends_on: None for one day. area, theme: codes, may be empty. expects: what we expect."""

    kind: TriggerKind
    title: str
    starts_on: date
    ends_on: date | None = None
    is_yearly: bool = False
    area: str = ""
    theme: str = ""
    expects: str = ""


@transaction.atomic
def add_trigger(*, occasion: Occasion, by: StaffMember, not_a_person: bool = False) -> Trigger:
    """Put an occasion on the calendar."""
    require(by, Capability.WEIGH)
    made = Trigger.objects.create(**_kept(occasion, not_a_person))
    audit.record(by=by, action="trigger.add", subject=made)
    return made


@transaction.atomic
def change_trigger(*, number: int, occasion: Occasion, by: StaffMember, not_a_person: bool = False) -> None:
    """Change an occasion; what was learned of it stays."""
    require(by, Capability.WEIGH)
    found = _lock(number)
    Trigger.objects.filter(pk=found.pk).update(**_kept(occasion, not_a_person))
    audit.record(by=by, action="trigger.change", subject=found)


@transaction.atomic
def remove_trigger(*, number: int, by: StaffMember) -> None:
    """Take an occasion from the calendar, and the attention points about it on which nobody decided yet."""
    require(by, Capability.WEIGH)
    found = _lock(number)
    AttentionPoint.objects.filter(trigger=found, decisions=None).delete()
    audit.record(by=by, action="trigger.remove", subject=found)
    found.delete()


@transaction.atomic
def add_known_days(*, year: int, codes: Collection[str], titles: Mapping[str, str], by: StaffMember) -> int:
    """Put the ticked known days of a year on the calendar; how many. titles: by code, in the language of the screen."""
    require(by, Capability.WEIGH)
    if year not in suggestion_years(timezone.localdate()):
        raise FieldRejected("year", "Choose a year of the list.")
    wanted = [one for one in suggested_days(year) if one.code in set(codes)]
    for one in wanted:
        made = Trigger.objects.create(
            kind=one.kind,
            title=titles.get(one.code, one.title)[:TITLE_MOST],
            starts_on=one.starts_on,
            ends_on=one.ends_on,
        )
        audit.record(by=by, action="trigger.add", subject=made)
    return len(wanted)


def _lock(number: int) -> Trigger:
    found = Trigger.objects.select_for_update().filter(pk=number).first()
    if found is None:
        raise NotFound("This occasion is not on the calendar any more.")
    return found


def _kept(occasion: Occasion, not_a_person: bool) -> dict[str, object]:
    """The fields as they may be stored."""
    ends_on = occasion.ends_on or occasion.starts_on
    if not timedelta(0) <= ends_on - occasion.starts_on <= LONGEST:
        raise FieldRejected("ends_on", "The last day comes after the first, and within a year.")
    if abs(occasion.starts_on - timezone.localdate()) > FURTHEST:
        raise FieldRejected("starts_on", "This day is too far away. Choose a day within ten years.")
    area = chosen_area(occasion.area)
    about = area.name if area else ""
    return {
        "kind": TriggerKind(occasion.kind),
        "title": _gate("title", occasion.title, TITLE_MOST, about, not_a_person),
        "expects": _gate("expects", occasion.expects, EXPECTS_MOST, about, not_a_person),
        "starts_on": occasion.starts_on,
        "ends_on": ends_on,
        "is_yearly": occasion.is_yearly,
        "area": area,
        "theme": chosen_theme(occasion.theme),
    }


def _gate(field: str, text: str, most: int, about: str, not_a_person: bool) -> str:
    long = field == "expects"
    return pass_gate(
        field=field,
        text=text,
        language="nl",
        not_a_person=not_a_person,
        most=most,
        lines=long,
        optional=long,
        about=about,
    )

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What should the list have shown and did not? What colleagues tell is the only estimate of what it misses."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from houvast.actions import audit
from houvast.actions.notice.kept_text import keep_text
from houvast.actions.permission import require
from houvast.domain.errors import FieldRejected
from houvast.domain.roles import Capability
from houvast.domain.week import monday_of
from houvast.store.models import Area, MissedPoint, StaffMember, Theme

LONGEST_NOTE = 500


@transaction.atomic
def tell_missed(
    *,
    week: date,
    note: str,
    by: StaffMember,
    theme: Theme | None = None,
    area: Area | None = None,
    confirmed: frozenset[str] = frozenset(),
) -> MissedPoint:
    """Keep that something of this week should have been on the list.

    confirmed: what the writer said of a text that may be misunderstood (observation_gate.Confirmation).
    """
    require(by, Capability.SEE_OBSERVATIONS)
    today = timezone.localdate()
    if week > today:
        raise FieldRejected("week", "Choose a week that has begun.")
    kept = keep_text("note", note, most=LONGEST_NOTE, confirmed=confirmed)
    told = MissedPoint.objects.create(week=monday_of(week), theme=theme, area=area, note=kept, told_on=today)
    audit.record(by=by, action="attention.missed", subject=told)
    return told

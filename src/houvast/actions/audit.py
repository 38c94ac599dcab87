# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who changed what? One row for every change by staff, in the transaction of the change itself."""

from __future__ import annotations

from datetime import UTC, datetime, time

from django.db import models
from django.utils import timezone

from houvast.domain.week import monday_of
from houvast.store.models import AuditRecord, StaffMember


def record(*, by: StaffMember | None, action: str, subject: models.Model, **details: str | int | bool | None) -> None:
    """Add a row. `action` is stable, such as "conversation.open"; details hold no personal data of residents."""
    AuditRecord.objects.create(
        at=timezone.now(),
        actor=by,
        actor_role=by.role if by else "system",
        action=action,
        subject_kind=subject._meta.model_name or "",
        subject_id=str(subject.pk),
        details=details,
    )


def record_in_week(*, role: str, action: str, subject: models.Model, **details: str | int | bool | None) -> None:
    """Add a row about a signal: which role did it and in which week, never who, nor when in the week."""
    monday = monday_of(timezone.localdate())
    AuditRecord.objects.create(
        at=datetime.combine(monday, time(), tzinfo=UTC),
        actor=None,
        actor_role=role,
        action=action,
        subject_kind=subject._meta.model_name or "",
        subject_id=str(subject.pk),
        details=details,
    )

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who does what? A claim on a name holds until a moment; another worker may take it over afterwards, and not before."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from houvast.store.models import WorkClaim

HEARTBEAT = "heartbeat"


def claim(name: str, *, holder: str, seconds: float) -> bool:
    """Claim, or hold longer what one holds; whether that succeeded. Two workers never both succeed."""
    now = timezone.now()
    until = now + timedelta(seconds=seconds)
    free = WorkClaim.objects.filter(Q(until__lt=now) | Q(holder=holder), name=name)
    if free.update(holder=holder, until=until):
        return True
    if WorkClaim.objects.filter(name=name).exists():
        return False
    try:
        with transaction.atomic():
            WorkClaim.objects.create(name=name, holder=holder, until=until)
    except IntegrityError:  # another worker was quicker
        return False
    return True


def release(names: Collection[str], *, holder: str) -> None:
    """Let go of what one holds."""
    if names:
        WorkClaim.objects.filter(name__in=list(names), holder=holder).delete()


def beat(*, holder: str) -> None:
    """Say that a worker is alive, for houvast doctor and the health page."""
    WorkClaim.objects.update_or_create(name=HEARTBEAT, defaults={"holder": holder, "until": timezone.now()})

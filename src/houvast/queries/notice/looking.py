# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is it time to look again? After anything new, on a new day, and once a night for the calibration."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db.models import Max, Model
from django.utils import timezone

from houvast.domain.inbox import MessageState
from houvast.domain.observation import ObservationKind
from houvast.engine.attention.attention_list import FEWEST_OBSERVATIONS
from houvast.queries.notice.calibration import KIND
from houvast.store.models import (
    AttentionSnapshot,
    CheckIn,
    InboxMessage,
    Observation,
    ObservationReply,
    PointDecision,
    Trigger,
)

LOOK_EVERY = timedelta(minutes=2)
NIGHT = time(3)
LOOKED_AT: tuple[type[Model], ...] = (Observation, ObservationReply, CheckIn, Trigger, InboxMessage, PointDecision)

Mark = list[int]


def list_mark() -> Mark:
    """What the list would take in now: the newest of each kind, the calibration, and open messages."""
    newest = [kind._default_manager.aggregate(last=Max("pk"))["last"] or 0 for kind in LOOKED_AT]
    calibrated = AttentionSnapshot.objects.filter(kind=KIND).aggregate(last=Max("pk"))["last"] or 0
    waiting = InboxMessage.objects.exclude(state=MessageState.ANSWERED).count()
    return [*newest, calibrated, waiting]


def list_due(now: datetime) -> bool:
    """Whether something came in since the last look, or a day began. Never where nothing was ever noted."""
    mark = list_mark()
    last = AttentionSnapshot.objects.filter(kind="list").order_by("-id").first()
    if last is None:
        return any(mark)
    if timezone.localdate(last.at) < timezone.localdate(now):
        return True
    return last.content.get("mark") != mark and last.at <= now - LOOK_EVERY


def calibration_due(now: datetime) -> bool:
    """Whether the list is to be set to this municipality: at once when there first is enough, then nightly."""
    last = AttentionSnapshot.objects.filter(kind=KIND).order_by("-id").first()
    if last is not None and last.at >= _last_night(now):
        return False
    known = Observation.objects.filter(kind=ObservationKind.TENSION, area__isnull=False, theme__isnull=False)
    return known.order_by()[:FEWEST_OBSERVATIONS].count() >= FEWEST_OBSERVATIONS


def _last_night(now: datetime) -> datetime:
    here = timezone.localtime(now)
    night = here.replace(hour=NIGHT.hour, minute=0, second=0, microsecond=0)
    return night if night <= here else night - timedelta(days=1)

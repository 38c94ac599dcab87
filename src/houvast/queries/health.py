# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can requests be answered, and did the background worker report lately? For the page that a monitor asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db import DatabaseError
from django.utils import timezone

from houvast.queries.installation import HEARTBEAT, is_ready
from houvast.store.models import WorkClaim

SILENCE = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Health:
    """ready: database and tables are those of this version. worker_reported: None where that is unknown."""

    ready: bool
    worker_reported: bool | None


def look_at_health() -> Health:
    """Never raises: a database that is away is an answer too."""
    try:
        if not is_ready():
            return Health(ready=False, worker_reported=None)
        beat = WorkClaim.objects.filter(name=HEARTBEAT).values_list("until", flat=True).first()
    except DatabaseError:
        return Health(ready=False, worker_reported=None)
    return Health(ready=True, worker_reported=beat is not None and beat > timezone.now() - SILENCE)

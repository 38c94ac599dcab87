# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""When does the meter of who takes part move? When k people or more changed it, within what the last of them did."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from houvast.queries.gather.reach_meter import REACH, count_changed, latest_meter, measure, write_meter
from houvast.store.models import Conversation, LandscapeSnapshot


@transaction.atomic
def refresh_reach(conversation: Conversation) -> bool:
    """Count anew where it is due; whether that was so. The caller holds the conversation's row, so nobody counts too.

    The one before goes: two that can be laid beside each other say more than each of them.
    """
    if not conversation.background_questions.exists():
        return False
    last = latest_meter(conversation.pk)
    if count_changed(conversation.pk, since=last.meter if last else None) < conversation.k:
        return False
    meter = measure(conversation)
    LandscapeSnapshot.objects.filter(conversation=conversation, kind=REACH).delete()
    LandscapeSnapshot.objects.create(
        conversation=conversation,
        kind=REACH,
        at=timezone.now(),
        participants=meter.people,
        votes=0,
        content=write_meter(meter),
    )
    return True

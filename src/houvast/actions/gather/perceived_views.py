# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does somebody think that others here think? One estimate a statement, asked before they see the result."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from houvast.actions.gather.answering import lock_participant, require_answering
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.domain.hour import hour_of
from houvast.store.models import Participant, PerceivedView, Statement

TEN = 10


@transaction.atomic
def estimate(*, participant: Participant, statement_id: int, of_ten: int | None) -> PerceivedView:
    """Keep how many of ten people taking part here agree, somebody thinks; None: asked, and rather not answered.

    A second estimate of the same statement takes the place of the first.
    """
    somebody = lock_participant(pk=participant.pk)
    require_answering(somebody.conversation, is_test=somebody.is_test)
    if of_ten is not None and not 0 <= of_ten <= TEN:
        raise FieldRejected("of_ten", "Choose a number from 0 to 10.")
    if not Statement.objects.filter(pk=statement_id, conversation=somebody.conversation).exists():
        raise StateRefused("This statement is not put to people (any more). Go on with the next one.")
    made, _ = PerceivedView.objects.update_or_create(
        participant=somebody, statement_id=statement_id, defaults={"of_ten": of_ten, "hour": hour_of(timezone.now())}
    )
    return made

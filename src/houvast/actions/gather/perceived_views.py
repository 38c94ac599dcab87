# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does somebody think that others here think? One estimate a statement, asked before they see the result."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from houvast.actions.gather.answering import lock_participant, require_answering
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.domain.hour import hour_of
from houvast.queries.gather.estimate_turns import statement_to_estimate
from houvast.store.models import Participant, PerceivedView

TEN = 10


class NotDue(StateRefused):
    """This statement is not the one to ask this person about now."""


@transaction.atomic
def estimate(*, participant: Participant, statement_id: int, of_ten: int | None) -> PerceivedView:
    """Keep how many of ten people taking part here agree, somebody thinks; None: asked, and rather not answered.

    Only of the statement that this person is asked about now (NotDue), and once: the same again changes nothing, and
    another number is refused, for by then they may have seen what others answered.
    """
    somebody = lock_participant(pk=participant.pk)
    require_answering(somebody.conversation, is_test=somebody.is_test)
    if of_ten is not None and not 0 <= of_ten <= TEN:
        raise FieldRejected("of_ten", "Choose a number from 0 to 10.")
    kept = PerceivedView.objects.filter(participant=somebody, statement_id=statement_id).first()
    if kept is not None:
        return _again(kept, of_ten)
    if statement_id != statement_to_estimate(somebody):
        raise NotDue("You are not asked for an estimate of this statement now. Go on with the next one.")
    return PerceivedView.objects.create(
        participant=somebody, statement_id=statement_id, of_ten=of_ten, hour=hour_of(timezone.now())
    )


def _again(kept: PerceivedView, of_ten: int | None) -> PerceivedView:
    if kept.of_ten != of_ten:
        raise StateRefused("You gave an estimate of this statement before. The first one is kept.")
    return kept

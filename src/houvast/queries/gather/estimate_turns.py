# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Of which statement is somebody asked how many of ten agree, and when? After every fifth vote, five times at most.

Only statements on which at least k people voted, among the last five this person voted on; which of them follows
from the person's row and the statement's alone, so that the choice is the same when the page is loaded again and
differs from person to person.
"""

from __future__ import annotations

import hashlib
from itertools import islice

from django.db.models import F

from houvast.store.models import Participant, PerceivedView, Tally, Vote

EVERY = 5
MOST = 5


def is_turn(participant: Participant, *, answered: int) -> bool:
    """Whether an estimate is asked after this many answered statements. No query except at every fifth."""
    if not participant.conversation.asks_estimates or answered == 0 or answered % EVERY:
        return False
    return statement_to_estimate(participant) is not None


def statement_to_estimate(participant: Participant) -> int | None:
    """The statement to ask about now, or None."""
    if not participant.conversation.asks_estimates:
        return None
    voted = Vote.objects.filter(participant=participant).order_by("-id").values_list("statement_id", flat=True)
    newest_first = dict.fromkeys(voted)
    estimated = set(PerceivedView.objects.filter(participant=participant).values_list("statement_id", flat=True))
    if len(estimated) >= min(MOST, len(newest_first) // EVERY):
        return None
    recent = [statement for statement in islice(newest_first, EVERY) if statement not in estimated]
    enough = (
        Tally.objects.filter(statement_id__in=recent, statement__is_shown=True)
        .annotate(votes=F("agree") + F("disagree") + F("passed"))
        .filter(votes__gte=participant.conversation.k)
        .values_list("statement_id", flat=True)
    )
    return min(enough, key=lambda statement: _lot(participant.pk, statement), default=None)


def _lot(participant_id: int, statement_id: int) -> str:
    return hashlib.sha256(f"{participant_id} {statement_id}".encode()).hexdigest()

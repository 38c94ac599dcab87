# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Of which statement is somebody asked how many of ten agree, and when? After every fifth vote, five times at most.

Only statements on which at least k people voted, among the last five this person voted on; which of them follows
from the person's row and the statement's alone, so that the choice is the same when the page is loaded again and
differs from person to person.

Never about a statement that the live result names now as one that binds or divides: people see that result from five
votes on, which is when they are first asked, and would tell what they read. Those names are read anew every other
second at most, for all who take part together.
"""

from __future__ import annotations

import hashlib
import time
from datetime import datetime
from itertools import islice

from django.db.models import F

from houvast.queries.gather.landscapes import live_lists
from houvast.store.models import Conversation, Participant, PerceivedView, Tally, Vote

EVERY = 5
MOST = 5
KEEP_SECONDS = 2.0
MOST_KEPT = 64

_lists: dict[tuple[str, datetime], tuple[float, frozenset[int]]] = {}


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
        .exclude(statement__number__in=_seen(participant.conversation))
        .annotate(votes=F("agree") + F("disagree") + F("passed"))
        .filter(votes__gte=participant.conversation.k)
        .values_list("statement_id", flat=True)
    )
    return min(enough, key=lambda statement: _lot(participant.pk, statement), default=None)


def forget_lists() -> None:
    """Read anew what the live result names; for who changed it and cannot wait."""
    _lists.clear()


def _seen(conversation: Conversation) -> frozenset[int]:
    """Numbers of the statements whose answers people may have seen."""
    which = (conversation.code, conversation.created_at)
    kept = _lists.get(which)
    if kept is not None and time.monotonic() < kept[0]:
        return kept[1]
    if len(_lists) >= MOST_KEPT:
        _lists.clear()
    found = live_lists(conversation.pk)
    _lists[which] = (time.monotonic() + KEEP_SECONDS, found)
    return found


def _lot(participant_id: int, statement_id: int) -> str:
    return hashlib.sha256(f"{participant_id} {statement_id}".encode()).hexdigest()

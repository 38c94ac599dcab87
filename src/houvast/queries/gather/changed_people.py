# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does an exact result still stand? Until k people differ: a new one sooner would tell what those few answered.

Everybody on the team may look at an exact result at any moment, so whoever looks before and after one erasure would
read that person's answers from the difference. A result that names nobody's answers, of fewer than k people, is
replaced at any change.
"""

from __future__ import annotations

from django.db.models import Max, QuerySet

from houvast.store.models import Erasure, LandscapeSnapshot, Vote


def stands(snapshot: LandscapeSnapshot, *, vote: int | None = None, erasure: int | None = None) -> bool:
    """Whether too few people differ since an exact result to make another. vote, erasure: the newest to look at."""
    k = snapshot.conversation.k
    return changed_people(snapshot, vote=vote, erasure=erasure) < (k if snapshot.participants >= k else 1)


def changed_people(snapshot: LandscapeSnapshot, *, vote: int | None = None, erasure: int | None = None) -> int:
    """How many people voted or changed a vote since a result, or were in it and were erased."""
    of = Vote.objects.filter(conversation_id=snapshot.conversation_id, participant__is_test=False)
    later = of.filter(id__gt=snapshot.last_vote)
    voted = _people(later if vote is None else later.filter(id__lte=vote))
    gone = Erasure.objects.filter(conversation_id=snapshot.conversation_id, id__gt=snapshot.last_erasure, votes__gt=0)
    erased = (gone if erasure is None else gone.filter(id__lte=erasure)).count()
    if erased:  # who came and went since was never in it
        erased = min(erased, max(snapshot.participants - _people(of.filter(id__lte=snapshot.last_vote)), 0))
    return voted + erased


def is_up_to_date(snapshot: LandscapeSnapshot) -> bool:
    """Whether no vote and no erasure came after it."""
    of = snapshot.conversation_id
    vote = Vote.objects.filter(conversation_id=of).aggregate(last=Max("id"))["last"] or 0
    erasure = Erasure.objects.filter(conversation_id=of).aggregate(last=Max("id"))["last"] or 0
    return snapshot.last_vote >= vote and snapshot.last_erasure >= erasure


def _people(votes: QuerySet[Vote]) -> int:
    return votes.order_by().values("participant_id").distinct().count()

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Stored results for the tests of pages: a snapshot of a made landscape, and the live and perceived figures with it."""

from __future__ import annotations

from datetime import datetime

from disclosed_landscapes import disclosed
from django.utils import timezone
from pydantic import TypeAdapter

from houvast.domain.estimate import Estimate
from houvast.engine.disclosure import DisclosedLandscape
from houvast.engine.landscape.result import Verdict
from houvast.queries.gather.perception import PerceptionGap
from houvast.store.models import Conversation, LandscapeSnapshot, Vote

CONTENT: TypeAdapter[DisclosedLandscape] = TypeAdapter(DisclosedLandscape)


def full_snapshot(
    of: Conversation,
    verdict: Verdict = Verdict.GROUPS,
    *,
    at: datetime | None = None,
    last_vote: int | None = None,
    **made: int,
) -> LandscapeSnapshot:
    """A public landscape of the verdict, counted to the last vote of the conversation unless told otherwise."""
    shown = disclosed(verdict, public=True, **made)
    newest = Vote.objects.filter(conversation=of).order_by("-id").values_list("id", flat=True).first() or 0
    return LandscapeSnapshot.objects.create(
        conversation=of,
        kind="full",
        at=at or timezone.now(),
        participants=shown.participants,
        votes=shown.votes,
        last_vote=newest if last_vote is None else last_vote,
        content=CONTENT.dump_json(shown).decode(),
    )


def gap(number: int, text: str, *, perceived: float, actual: float, n: int = 40) -> PerceptionGap:
    """People expect one share to agree; another does."""

    def about(value: float, half: float) -> Estimate:
        return Estimate(value, value - half, value + half, 0.95, n)

    return PerceptionGap(
        statement_number=number,
        text=text,
        perceived=about(perceived, 0.04),
        actual=about(actual, 0.06),
        gap=about(perceived - actual, 0.08),
        n=n,
    )

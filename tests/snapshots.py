# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Stored results for the tests of pages: a snapshot of a made landscape, and the live and perceived figures with it."""

from __future__ import annotations

from datetime import datetime

from disclosed_landscapes import disclosed
from django.utils import timezone

from houvast.domain.estimate import Estimate
from houvast.engine.landscape.result import Verdict
from houvast.queries.gather.landscapes import LivePlaces, LiveResult, LiveShare, LiveStatement, write_result
from houvast.queries.gather.perception import PerceptionGap
from houvast.store.models import Conversation, LandscapeSnapshot, Vote


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
        content=write_result(shown),
    )


def gap(number: int, text: str, *, perceived: float, actual: float, n: int = 40) -> PerceptionGap:
    """People expect one share to agree; another does."""

    def about(value: float, half: float) -> Estimate:
        return Estimate(round(value, 2), round(value - half, 2), round(value + half, 2), 0.95, n)

    return PerceptionGap(
        statement_number=number,
        text=text,
        perceived=about(perceived, 0.04),
        actual=about(actual, 0.06),
        gap=about(perceived - actual, 0.08),
        n=n,
    )


def live_snapshot(of: Conversation, live: LiveResult) -> LandscapeSnapshot:
    """A stored live result."""
    return LandscapeSnapshot.objects.create(
        conversation=of, kind="live", at=timezone.now(), participants=live.people, votes=0, content=write_result(live)
    )


def live_result(of: Conversation, *, places: LivePlaces | None = None) -> LiveResult:
    """Statement 0 binds, 1 divides, 2 neither; 40 people answered each."""
    ranges = (
        ((0.8, 0.9), (0.05, 0.15), (0.0, 0.05)),
        ((0.4, 0.5), (0.35, 0.45), (0.1, 0.2)),
        ((0.45, 0.65), (0.1, 0.3), (0.2, 0.3)),
    )
    texts = dict(of.statements.values_list("number", "text"))
    said = tuple(
        LiveStatement(n, texts[n], 40, LiveShare(*agree), LiveShare(*disagree), LiveShare(*passed))
        for n, (agree, disagree, passed) in enumerate(ranges)
        if n in texts
    )
    return LiveResult(of.k, 50, said, binds=(0,), divides=(1,), places=places)

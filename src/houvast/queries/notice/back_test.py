# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How would the list have done, and how often was it wrong? What people judged, and a look back over past weeks.

Under twenty judged points nothing is said of the share that was right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from houvast.charts.attention_sentences import say_budget
from houvast.domain.attention import PointKind, PointState
from houvast.domain.week import WEEK, monday_of
from houvast.engine.attention.feedback import FEWEST_JUDGED, JudgedPoint, share_confirmed
from houvast.queries.gather.landscape_words import wording_for
from houvast.queries.notice.judgements import judged_points
from houvast.queries.notice.terms import notice_terms
from houvast.store.models import AttentionPoint, AttentionSnapshot, MissedPoint


@dataclass(frozen=True, slots=True)
class Month:
    """A month of announced points, and how many people judged in which way."""

    first_day: date
    announced: int
    confirmed: int
    explained: int
    unfounded: int
    too_little: int
    unjudged: int
    missed: int


@dataclass(frozen=True, slots=True)
class SharePage:
    """A share with its interval as whole per cent ("62%"); n: how many points it rests on."""

    share: str
    low: str
    high: str
    n: int


@dataclass(frozen=True, slots=True)
class ReplayedMonth:
    """A past month as the list of today would have shown it."""

    month: str
    points: int


@dataclass(frozen=True, slots=True)
class LookBack:
    """The list of today on past weeks: points a month, and what they were about. at: when it was computed."""

    at: datetime
    first_week: str
    last_week: str
    months: tuple[ReplayedMonth, ...]
    points: int
    a_month: float


@dataclass(frozen=True, slots=True)
class BackTestPage:
    """The page. confirmed: the share of judged points that were confirmed; None: not yet to be said."""

    budget: str
    months: tuple[Month, ...]
    judged: int
    needed: int
    confirmed: SharePage | None
    missed: int
    misses: tuple[ToldMiss, ...]
    replayed: LookBack | None


@dataclass(frozen=True, slots=True)
class ToldMiss:
    """What colleagues told that the list should have shown."""

    week: date
    theme: str
    area: str
    note: str


def back_test_page(*, language: str) -> BackTestPage:
    """All of it, for the team."""
    today = timezone.localdate()
    points = list(
        AttentionPoint.objects.filter(kind=PointKind.COUNTS, is_announced=True).values_list("opened_on", "state")
    )
    judged = judged_points(until=monday_of(today) + WEEK)
    missed = MissedPoint.objects.select_related("theme", "area").order_by("-week", "-id")
    return BackTestPage(
        budget=say_budget(notice_terms().false_points_a_month, wording_for(language)),
        months=_months(points, list(missed.values_list("week", flat=True))),
        judged=sum(one.verdict is not None for one in judged),
        needed=FEWEST_JUDGED,
        confirmed=confirmed_in_words(judged),
        missed=len(missed),
        misses=tuple(_told(one) for one in missed[:50]),
        replayed=_replayed(),
    )


def confirmed_in_words(points: Sequence[JudgedPoint]) -> SharePage | None:
    """The share of the judged points that was confirmed; None while fewer than twenty were judged on what they said."""
    found = share_confirmed(points)
    if found is None or (found.n or 0) < FEWEST_JUDGED:
        return None
    return SharePage(f"{found.value:.0%}", f"{found.low:.0%}", f"{found.high:.0%}", found.n or 0)


def _months(points: list[tuple[date, str]], missed: list[date]) -> tuple[Month, ...]:
    """Newest first; months in which nothing was announced or missed are left out."""
    states: dict[date, Counter[str]] = {}
    for day, state in points:
        states.setdefault(day.replace(day=1), Counter())[state] += 1
    misses = Counter(day.replace(day=1) for day in missed)
    return tuple(
        _month(first, states.get(first, Counter()), misses[first]) for first in sorted({*states, *misses}, reverse=True)
    )


def _month(first: date, found: Counter[str], missed: int) -> Month:
    return Month(
        first_day=first,
        announced=sum(found.values()),
        confirmed=found[PointState.CONFIRMED],
        explained=found[PointState.EXPLAINED],
        unfounded=found[PointState.UNFOUNDED],
        too_little=found[PointState.TOO_LITTLE],
        unjudged=found[PointState.NEW] + found[PointState.INTERPRETING],
        missed=missed,
    )


def _told(one: MissedPoint) -> ToldMiss:
    theme = one.theme.name if one.theme is not None else ""
    return ToldMiss(one.week, theme, one.area.name if one.area is not None else "", one.note)


def _replayed() -> LookBack | None:
    newest = AttentionSnapshot.objects.filter(kind="back-test").order_by("-id").first()
    if newest is None:
        return None
    kept = newest.content
    return LookBack(
        at=newest.at,
        first_week=kept["first_week"],
        last_week=kept["last_week"],
        months=tuple(ReplayedMonth(month, points) for month, points in kept["months"]),
        points=kept["points"],
        a_month=kept["a_month"],
    )

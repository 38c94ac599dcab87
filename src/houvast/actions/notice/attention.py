# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What deserves a look this week? The worker computes it and keeps each point once, however often it looks.

A point that goes on keeps its row and gets newer evidence. A judged one stays as it was judged; clearly more than was
judged makes a new point that says what it returned from.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from houvast.domain.attention import JUDGED, PointKind, PointState, judge_before
from houvast.domain.week import WEEK, monday_of
from houvast.engine.attention.attention_list import attention_list
from houvast.engine.attention.kept_evidence import PointEvidence, gather_evidence
from houvast.engine.attention.points import AttentionPoint as Found
from houvast.engine.attention.points import AttentionResult
from houvast.exchange.typed_json import write_typed
from houvast.queries.notice.calibration import current_line
from houvast.queries.notice.emerging_words import emerging_reasons
from houvast.queries.notice.looking import Mark, list_mark
from houvast.queries.notice.observation_counts import CountedObservations, count_observations
from houvast.queries.notice.occasions import occasions_of_point
from houvast.queries.notice.side_reasons import SideReason, side_reasons
from houvast.queries.notice.terms import notice_terms
from houvast.store.models import AttentionPoint, AttentionSnapshot

MERGED_WITHIN = 3 * WEEK
CLEARLY_MORE = math.log(4)
"""A judged point returns when chance gives the new one at most a quarter as often."""
LONGEST_PLAIN_MARK = 60
KEPT_LISTS = 10
LOOKED_AT = frozenset(PointKind) - {PointKind.BY_HAND, PointKind.EMERGING}
JUDGED_STATES = frozenset(state.value for state in JUDGED)


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What one look came to: points that are new, that got newer evidence, and that went."""

    added: int
    renewed: int
    removed: int


def refresh_attention(*, today: date | None = None) -> Refreshed:
    """Look at all signals until this week, and bring the list up to date. It is computed before anything is locked."""
    day, mark = today or timezone.localdate(), list_mark()
    week, line = monday_of(day), current_line()
    counted = count_observations(week=week)
    result = attention_list(counted.table, line.calibration, threshold=line.threshold)
    reasons = side_reasons(today=day, silent=result.silent, counted=counted)
    with transaction.atomic():
        keeper = _Keeper(day, counted.week_names())
        for found in (*result.points, *result.watch):
            keeper.keep_counts(found, counted)
        for reason in reasons:
            keeper.keep_reason(reason)
        removed = keeper.remove_gone(of=LOOKED_AT)
        _keep_snapshot(result, week, mark)
    return Refreshed(keeper.added, keeper.renewed, removed)


def refresh_emerging(*, today: date | None = None) -> Refreshed:
    """Look which words are new in the texts, and bring those points up to date. At night: it reads all texts."""
    day = today or timezone.localdate()
    reasons = emerging_reasons(week=monday_of(day))
    with transaction.atomic():
        keeper = _Keeper(day)
        for reason in reasons:
            keeper.keep_reason(reason)
        removed = keeper.remove_gone(of=frozenset({PointKind.EMERGING}))
    return Refreshed(keeper.added, keeper.renewed, removed)


class _Keeper:
    """Puts what was found in its row, new or old, and remembers what was seen."""

    def __init__(self, today: date, weeks: Sequence[str] = ()) -> None:
        self.today = today
        self.weeks = weeks
        self.seen: set[int] = set()
        self.added = 0
        self.renewed = 0

    def keep_counts(self, found: Found, counted: CountedObservations) -> None:
        """A point of counts."""
        area_ids = tuple(counted.area_ids[area] for area in found.areas)
        theme_id = counted.theme_ids[found.theme]
        evidence = self._evidence(found, counted, area_ids, theme_id)
        first, last = counted.monday(found.first_week), counted.monday(found.last_week)
        earlier = _same_point(theme_id=theme_id, area_ids=area_ids, last_week=last)
        values: dict[str, Any] = {
            "last_week": last,
            "score": found.score,
            "is_announced": found.is_announced,
            "evidence": {"point": json.loads(write_typed(evidence))},
        }
        if earlier is None:
            self._add(_mark(evidence), PointKind.COUNTS, theme_id, area_ids, first, **values)
        elif earlier.state not in JUDGED_STATES:
            values["is_announced"] = found.is_announced or earlier.is_announced
            self._renew(earlier, area_ids, **values)
        elif last > earlier.last_week and found.score >= (earlier.score or 0.0) + CLEARLY_MORE:
            values["evidence"]["returned_from"] = earlier.pk
            self._add(f"{_mark(evidence)}:{earlier.pk}", PointKind.COUNTS, theme_id, area_ids, first, **values)
        else:
            self.seen.add(earlier.pk)

    def _evidence(
        self, found: Found, counted: CountedObservations, area_ids: tuple[int, ...], theme_id: int
    ) -> PointEvidence:
        first, last = counted.monday(found.first_week), counted.monday(found.last_week)
        occasions = occasions_of_point(first_week=first, last_week=last, area_ids=area_ids, theme_id=theme_id)
        titles = tuple(dict.fromkeys(one.trigger.title for one in occasions))
        return gather_evidence(counted.table, found, weeks=self.weeks, sources=counted.sources, occasions=titles)

    def keep_reason(self, reason: SideReason) -> None:
        """A point without statistics."""
        values = {
            "last_week": reason.last_week,
            "evidence": reason.evidence,
            "trigger_id": reason.trigger_id,
            "observation_id": reason.observation_id,
        }
        earlier = AttentionPoint.objects.filter(mark=reason.mark).first()
        if earlier is None:
            self._add(reason.mark, reason.kind, reason.theme_id, reason.area_ids, reason.first_week, **values)
        elif earlier.state in JUDGED_STATES:
            self.seen.add(earlier.pk)
        else:
            self._renew(earlier, reason.area_ids, **values)

    def _add(
        self, mark: str, kind: PointKind, theme_id: int | None, area_ids: tuple[int, ...], first: date, **values: Any
    ) -> None:
        point, is_new = AttentionPoint.objects.get_or_create(
            mark=mark,
            defaults={
                "kind": kind,
                "theme_id": theme_id,
                "first_week": first,
                "opened_on": self.today,
                "judge_by": judge_before(self.today),
                **values,
            },
        )
        point.areas.set(area_ids)
        self.seen.add(point.pk)
        self.added += is_new

    def _renew(self, point: AttentionPoint, area_ids: tuple[int, ...], **values: Any) -> None:
        for name, value in values.items():
            setattr(point, name, value)
        point.save(update_fields=list(values))
        point.areas.set(area_ids)
        self.seen.add(point.pk)
        self.renewed += 1

    def remove_gone(self, *, of: Collection[PointKind]) -> int:
        """Remove what is no longer so, and was never announced as a rise or spoken of at the table."""
        untouched = AttentionPoint.objects.filter(kind__in=of, state=PointState.NEW, decisions__isnull=True)
        gone = untouched.exclude(pk__in=self.seen).exclude(kind=PointKind.COUNTS, is_announced=True)
        number = len(gone)
        gone.delete()
        return number


def _same_point(*, theme_id: int, area_ids: tuple[int, ...], last_week: date) -> AttentionPoint | None:
    """The newest row of counts of which this is the going on: the same theme, at most three weeks ago.

    A judged one must be about some of the same areas: what was judged there says nothing of elsewhere.
    """
    near = AttentionPoint.objects.filter(
        kind=PointKind.COUNTS,
        theme_id=theme_id,
        last_week__gte=last_week - MERGED_WITHIN,
        last_week__lte=last_week + MERGED_WITHIN,
    )
    for row in near.order_by("-id").prefetch_related("areas"):
        areas = {area.pk for area in row.areas.all()}
        if row.state not in JUDGED_STATES or areas & set(area_ids) or not (areas or area_ids):
            return row
    return None


def _mark(evidence: PointEvidence) -> str:
    """Kind, theme, areas and first week."""
    areas = "+".join(sorted(evidence.areas)) or "all"
    if len(areas) > LONGEST_PLAIN_MARK:
        areas = hashlib.sha256(areas.encode()).hexdigest()[:16]
    return f"counts:{evidence.theme}:{areas}:{evidence.first_week}"


def _keep_snapshot(result: AttentionResult, week: date, mark: Mark) -> None:
    """What the list rests on, without its points: those are rows. Only the newest few are kept."""
    short = [{"shortage": one.shortage.value, "have": one.have, "needed": one.needed} for one in result.too_little]
    content = {name: value for name, value in asdict(result).items() if name.startswith("n_")}
    content |= {
        "mark": mark,
        "budget": notice_terms().false_points_a_month,
        "threshold": result.threshold,
        "calibrated": result.calibrated,
        "too_little": short,
    }
    AttentionSnapshot.objects.create(kind="list", at=timezone.now(), week=week, content=content)
    kept = AttentionSnapshot.objects.filter(kind="list").order_by("-id").values_list("id", flat=True)[:KEPT_LISTS]
    AttentionSnapshot.objects.filter(kind="list").exclude(pk__in=list(kept)).delete()

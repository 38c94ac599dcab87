# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a kept point say, and to whom? To the team all of it, to others only what may be told."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from houvast.charts.attention_sentences import say_areas, say_evidence, say_recurrence, say_where
from houvast.charts.reason_sentences import say_coarse, say_heading, say_reason
from houvast.charts.wording import Wording
from houvast.domain.attention import JUDGED, Decision, PointKind, PointState
from houvast.engine.attention.kept_evidence import PointEvidence
from houvast.engine.disclosure.attention import CoarsePoint, disclose_point
from houvast.exchange.typed_json import read_typed
from houvast.queries.notice.themes import name_in
from houvast.store.models import Area, AttentionPoint

PUBLIC_KINDS = frozenset({PointKind.TRIGGER})
"""Known to everybody: they rest on no signals."""
TO_JUDGE = frozenset({PointKind.COUNTS, PointKind.EMERGING, PointKind.BY_HAND, PointKind.RESILIENCE_FADES})
"""Kinds that deserve a judgement within five working days."""


@dataclass(frozen=True, slots=True)
class ListedPoint:
    """A point in a list. decision: the last one at the table. days: of an occasion.

    returned: it was judged before, and came back. waits: "messages" or "observations" that wait for an answer.
    """

    identity: int
    kind: PointKind
    heading: str
    sentences: tuple[str, ...]
    state: PointState
    decision: Decision | None
    opened_on: date
    judge_by: date | None
    is_overdue: bool
    return_on: date | None
    source: str = ""
    days: tuple[date, date] | None = None
    returned: bool = False
    waits: str = ""


def read_evidence(point: AttentionPoint) -> PointEvidence | None:
    """The evidence of a point of counts; None for other kinds."""
    kept = point.evidence.get("point")
    return None if kept is None else read_typed(PointEvidence, json.dumps(kept))


def coarse_of(point: AttentionPoint, *, k: int) -> CoarsePoint | None:
    """What may be told of it outside the team; None where nothing may."""
    evidence = read_evidence(point) if point.is_announced else None
    return None if evidence is None else disclose_point(evidence, k=k)


def may_be_told(point: AttentionPoint, *, k: int) -> bool:
    """Whether those outside the team may know that the point is there."""
    return point.kind in PUBLIC_KINDS or coarse_of(point, k=k) is not None


def name_point(point: AttentionPoint, wording: Wording) -> str:
    """The heading: its theme and areas, by their names."""
    areas = [area.name for area in point.areas.all()]
    own = say_heading(PointKind(point.kind), point.evidence, ", ".join(areas), wording)
    if own:
        return own
    if point.theme is not None:
        return say_where(name_in(point.theme, wording.language), areas, wording)
    where = say_areas(areas, wording)
    return where[:1].upper() + where[1:]


def name_areas(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The names of areas by their codes; the code where one is gone."""
    names = dict(Area.objects.filter(code__in=codes).values_list("code", "name"))
    return tuple(names.get(code, code) for code in codes)


def list_point(point: AttentionPoint, *, today: date, is_team: bool, k: int, wording: Wording) -> ListedPoint:
    """The point as it stands in a list, for the team or for others."""
    last = point.decisions.all()
    judged = PointState(point.state) in JUDGED
    to_judge = is_team and point.is_announced and PointKind(point.kind) in TO_JUDGE and not judged
    decision = list(last)[-1].decision if last else None
    return ListedPoint(
        identity=point.pk,
        kind=PointKind(point.kind),
        heading=name_point(point, wording),
        sentences=_sentences(point, is_team, k, wording),
        state=PointState(point.state),
        decision=None if decision is None else Decision(decision),
        opened_on=point.opened_on,
        judge_by=point.judge_by if to_judge else None,
        is_overdue=to_judge and point.judge_by < today,
        return_on=point.return_on,
        days=_days(point),
        source=str(point.evidence.get("source", "")) if is_team else "",
        returned="returned_from" in point.evidence,
        waits=str(point.evidence.get("of", "")),
    )


def _days(point: AttentionPoint) -> tuple[date, date] | None:
    """First and last day of an occasion."""
    if point.kind != PointKind.TRIGGER or "starts_on" not in point.evidence:
        return None
    starts, ends = (point.evidence.get(name) or point.evidence["starts_on"] for name in ("starts_on", "ends_on"))
    return date.fromisoformat(starts), date.fromisoformat(ends)


def _sentences(point: AttentionPoint, is_team: bool, k: int, wording: Wording) -> tuple[str, ...]:
    if not is_team:
        coarse = coarse_of(point, k=k)
        # What an occasion brought before was learned of points that may be too small to tell, so it is not told either.
        return () if coarse is None else (say_coarse(coarse, wording),)
    evidence = read_evidence(point)
    if evidence is not None:
        sentence = say_evidence(evidence, wording)
        return (sentence, say_recurrence(evidence.recurrence_months, wording))
    found = (say_reason(PointKind(point.kind), point.evidence, wording), point.note)
    return tuple(one for one in found if one)

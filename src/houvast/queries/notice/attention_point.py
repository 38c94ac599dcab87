# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is one point: what it rests on, what speaks against it, what is unknown, and what was decided about it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from houvast.charts.attention_sentences import (
    say_against,
    say_change,
    say_detectors,
    say_unknown,
    say_without_one,
)
from houvast.charts.chart import Chart
from houvast.charts.series_band import draw_series_band
from houvast.charts.wording import Wording
from houvast.domain.attention import Decision, PointKind, PointState
from houvast.domain.errors import NotFound
from houvast.domain.observation import Grounds, ObservationKind, Witness
from houvast.domain.roles import Capability, Role, may
from houvast.domain.week import write_week
from houvast.engine.attention.kept_evidence import PointEvidence
from houvast.queries.gather.landscape_words import wording_for
from houvast.queries.notice.attention_list import is_in_team
from houvast.queries.notice.kept_points import ListedPoint, list_point, may_be_told, read_evidence
from houvast.queries.notice.occasions import occasions_between
from houvast.queries.notice.terms import notice_terms
from houvast.store.models import AttentionPoint, Observation, StaffMember

MOST_OBSERVATIONS = 100
AROUND = timedelta(weeks=6)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a point of counts rests on, in words. sources: code of the kind of source and how many signals.

    against: readings against it, the strongest first.
    """

    chart: Chart
    seen_by: tuple[str, ...]
    n_reporters: int
    sources: tuple[tuple[str, int], ...]
    without_one: str
    change: str
    against: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ObservationOfPoint:
    """A signal as the team reads it; texts are empty where they were removed."""

    identity: int
    week: str
    area: str
    kind: str
    source: str
    witness: str
    is_gut_feeling: bool
    seen: str
    reading: str
    is_removed: bool


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A line of the log; texts are empty for those outside the team."""

    at: date
    state: PointState
    decision: Decision
    reason: str
    dissent: str
    by: str
    seconded_by: str


@dataclass(frozen=True, slots=True)
class AttentionPointPage:
    """The page of a point. signals: at most a hundred of n_signals, the newest first. returned_from: number or None."""

    point: ListedPoint
    is_team: bool
    first_week: str
    last_week: str
    evidence: Evidence | None
    signals: tuple[ObservationOfPoint, ...]
    n_signals: int
    decisions: tuple[DecisionLine, ...]
    returned_from: int | None
    trigger: str


def find_point(identity: int, *, by: StaffMember) -> AttentionPoint:
    """The point with this number; NotFound where there is none, and where it may not be told to this colleague."""
    found = (
        AttentionPoint.objects.select_related("theme", "trigger")
        .prefetch_related("areas", "decisions__by", "decisions__seconded_by")
        .filter(pk=identity)
        .first()
    )
    if found is None or not (is_in_team(by) or may_be_told(found, k=notice_terms().k)):
        raise NotFound("There is no such point. It may have gone from the list.")
    return found


def attention_point_page(identity: int, *, by: StaffMember, language: str) -> AttentionPointPage:
    """The page as this colleague may see it."""
    point, wording, is_team = find_point(identity, by=by), wording_for(language), is_in_team(by)
    signals = _observations_of(point) if is_team else Observation.objects.none()
    evidence = read_evidence(point) if is_team else None
    return AttentionPointPage(
        point=list_point(point, today=timezone.localdate(), is_team=is_team, k=notice_terms().k, wording=wording),
        is_team=is_team,
        first_week=write_week(point.first_week),
        last_week=write_week(point.last_week),
        evidence=None if evidence is None else _in_words(evidence, signals, wording),
        signals=tuple(_as_read(one) for one in signals.order_by("-week", "-id")[:MOST_OBSERVATIONS]),
        n_signals=signals.count(),
        decisions=tuple(_decisions(point, is_team)),
        returned_from=point.evidence.get("returned_from") if is_team else None,
        trigger=point.trigger.title if point.trigger is not None else "",
    )


def _observations_of(point: AttentionPoint) -> QuerySet[Observation]:
    """The signals that a point is about; none where it is about no signals."""
    about = Observation.objects.filter(week__gte=point.first_week, week__lte=point.last_week).select_related("area")
    areas = [area.pk for area in point.areas.all()]
    about = about.filter(area_id__in=areas) if areas else about
    about = about.filter(theme_id=point.theme_id) if point.theme_id is not None else about
    if point.kind in {PointKind.COUNTS, PointKind.EMERGING}:
        return about.filter(kind=ObservationKind.TENSION)
    if point.kind == PointKind.RESILIENCE_FADES:
        return about.filter(kind=ObservationKind.RESILIENCE)
    return about.filter(grounds=Grounds.POTENTIAL) if point.kind == PointKind.POTENTIAL else about.none()


def _in_words(evidence: PointEvidence, signals: QuerySet[Observation], wording: Wording) -> Evidence:
    told = list(signals.values_list("source_kind", "witness", "is_gut_feeling"))
    marked = (evidence.first_week, evidence.last_week)
    return Evidence(
        chart=draw_series_band(evidence.series, marked=marked, wording=wording),
        seen_by=say_detectors(evidence, wording),
        n_reporters=evidence.n_reporters,
        sources=tuple(sorted(Counter(source for source, _w, _g in told).items(), key=lambda one: (-one[1], one[0]))),
        without_one=say_without_one(evidence, wording),
        change=say_change(evidence, wording),
        against=tuple(say_against(one, evidence, wording) for one in evidence.against),
        unknown=say_unknown(
            wording,
            heard=sum(witness != Witness.SELF for _s, witness, _g in told),
            gut=sum(is_gut for _s, _w, is_gut in told),
            number=len(told),
        ),
    )


def _as_read(one: Observation) -> ObservationOfPoint:
    return ObservationOfPoint(
        identity=one.pk,
        week=write_week(one.week),
        area=one.area.name if one.area is not None else "",
        kind=one.kind,
        source=one.source_kind,
        witness=one.witness,
        is_gut_feeling=one.is_gut_feeling,
        seen=one.seen,
        reading=one.reporter_reading,
        is_removed=one.text_removed_at is not None,
    )


def _decisions(point: AttentionPoint, is_team: bool) -> Iterator[DecisionLine]:
    for one in point.decisions.all():
        yield DecisionLine(
            at=one.at,
            state=PointState(one.state),
            decision=Decision(one.decision),
            reason=one.reason if is_team else "",
            dissent=one.dissent if is_team else "",
            by=one.by.name if is_team and one.by is not None else "",
            seconded_by=one.seconded_by.name if is_team and one.seconded_by is not None else "",
        )


def second_choices(*, by: StaffMember) -> list[tuple[str, str]]:
    """Number and name of the colleagues who can be the second: active, of the team, not oneself."""
    found = StaffMember.objects.filter(is_active=True).exclude(pk=by.pk).order_by("name", "id")
    return [(str(one.pk), one.name) for one in found if may(Role(one.role), Capability.SEE_OBSERVATIONS)]


def occasion_choices(point: AttentionPoint) -> list[tuple[str, str]]:
    """Number and title of the occasions within six weeks of the point, in the order of the days."""
    found = occasions_between(point.first_week - AROUND, point.last_week + AROUND)
    return list({str(one.trigger.pk): one.trigger.title for one in found}.items())
